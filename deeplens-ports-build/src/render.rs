//! Draws a report as rustc does. The only file that knows the snippet renderer.

use crate::report::{DRAWN, Diagnostic, Report};
use crate::source::{Source, Span};
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use std::fmt;

impl Report {
    /// The first mistakes as rustc draws them, without `error: ` before each, and how many more there are.
    pub(crate) fn drawn(&self) -> Vec<String> {
        let shown = self.diagnostics().iter().take(DRAWN);
        let mut drawn: Vec<String> = shown
            .map(|diagnostic| {
                let text = plain(self, diagnostic);
                text.strip_prefix("error: ").unwrap_or(&text).to_owned()
            })
            .collect();
        if let Some(more @ 1..) = self.diagnostics().len().checked_sub(DRAWN) {
            drawn.push(format!("{more} more in `{}`, not shown", self.source.name));
        }
        drawn
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for text in self.drawn() {
            writeln!(f, "error: {text}\n")?;
        }
        let name = &self.source.name;
        match self.diagnostics().len() {
            1 => write!(
                f,
                "error: could not compile `{name}` due to 1 previous error"
            ),
            n => write!(
                f,
                "error: could not compile `{name}` due to {n} previous errors"
            ),
        }
    }
}

/// The same, so that a `main` that returns it shows it.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mistakes in `{}`\n\n{self}", self.source.name)
    }
}

impl std::error::Error for Report {}

/// The diagnostic in several lines, without colours and without a newline at the end.
fn plain(report: &Report, diagnostic: &Diagnostic) -> String {
    let primary = Place {
        kind: AnnotationKind::Primary,
        span: &diagnostic.span,
        label: &diagnostic.label,
    };
    let mut places = vec![primary];
    places.extend(others(diagnostic, None));
    let snippets = std::iter::once(snippet(&report.source, &places));
    let upstreams = report.upstreams.iter().enumerate();
    let upstreams = upstreams.filter_map(|(at, source)| {
        let places: Vec<Place<'_>> = others(diagnostic, Some(at)).collect();
        (!places.is_empty()).then(|| snippet(source, &places))
    });
    let group = Level::ERROR
        .primary_title(&diagnostic.title)
        .elements(snippets.chain(upstreams))
        .elements(
            diagnostic
                .notes
                .iter()
                .map(|text| Level::NOTE.message(text)),
        )
        .elements(
            diagnostic
                .helps
                .iter()
                .map(|text| Level::HELP.message(text)),
        );
    let drawn = Renderer::plain().render(&[group]);
    drawn
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A place to point at.
struct Place<'a> {
    kind: AnnotationKind,
    span: &'a Span,
    label: &'a str,
}

/// The other places of the diagnostic in one map.
fn others(diagnostic: &Diagnostic, source: Option<usize>) -> impl Iterator<Item = Place<'_>> {
    let others = diagnostic.others.iter();
    others
        .filter(move |other| other.source == source)
        .map(|other| Place {
            kind: AnnotationKind::Context,
            span: &other.span,
            label: &other.label,
        })
}

/// The lines of a map from the first place to the last: the renderer looks at all that it is given.
fn snippet<'a>(source: &'a Source, places: &[Place<'a>]) -> Snippet<'a, Annotation<'a>> {
    let from = places.iter().map(|place| place.span.start).min();
    let to = places.iter().map(|place| place.span.end).max();
    let (line, range) = source.lines(from.unwrap_or_default(), to.unwrap_or_default());
    let annotations = places.iter().map(|place| {
        let span = place.span.start - range.start..place.span.end - range.start;
        let annotation = place.kind.span(span);
        match place.label {
            "" => annotation,
            label => annotation.label(label),
        }
    });
    Snippet::source(&source.text[range.clone()])
        .path(&source.name)
        .line_start(line)
        .annotations(annotations)
}
