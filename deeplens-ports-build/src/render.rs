//! Draws a report as rustc does. The only file that knows the snippet renderer.

use crate::report::{DRAWN, Diagnostic, Report};
use crate::source::{Source, Span};
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use std::fmt;

impl Report {
    /// The first mistakes as rustc draws them, without `error: ` before each, and how many more there are.
    pub(crate) fn drawn(&self) -> Vec<String> {
        let mut drawn = Vec::new();
        for diagnostic in self.diagnostics().iter().take(DRAWN) {
            let text = plain(self, diagnostic);
            drawn.push(text.strip_prefix("error: ").unwrap_or(&text).to_owned());
        }
        if let Some(more @ 1..) = self.diagnostics().len().checked_sub(DRAWN) {
            drawn.push(format!("{more} more in `{}`, not shown", self.source.name));
        }
        drawn
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for text in &self.drawn() {
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
    let mut places = vec![Place {
        kind: AnnotationKind::Primary,
        span: &diagnostic.span,
        label: &diagnostic.label,
    }];
    add_others(&mut places, diagnostic, None);
    let mut group = Level::ERROR
        .primary_title(diagnostic.title.as_str())
        .element(snippet(&report.source, &places));
    for (at, source) in report.upstreams.iter().enumerate() {
        let mut places = Vec::new();
        add_others(&mut places, diagnostic, Some(at));
        if !places.is_empty() {
            group = group.element(snippet(source, &places));
        }
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    for help in &diagnostic.helps {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut text = String::new();
    for line in Renderer::plain().render(&[group]).lines() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line.trim_end());
    }
    text
}

/// A place to point at.
struct Place<'a> {
    kind: AnnotationKind,
    span: &'a Span,
    label: &'a str,
}

/// The other places of the diagnostic in one map.
fn add_others<'a>(places: &mut Vec<Place<'a>>, diagnostic: &'a Diagnostic, source: Option<usize>) {
    for other in &diagnostic.others {
        if other.source == source {
            places.push(Place {
                kind: AnnotationKind::Context,
                span: &other.span,
                label: &other.label,
            });
        }
    }
}

/// The lines of a map from the first place to the last: the renderer looks at all that it is given.
fn snippet<'a>(source: &'a Source, places: &[Place<'a>]) -> Snippet<'a, Annotation<'a>> {
    let (mut from, mut to) = (source.text.len(), 0);
    for place in places {
        from = from.min(place.span.start);
        to = to.max(place.span.end);
    }
    let (line, range) = source.lines(from, to);
    let mut snippet = Snippet::source(&source.text[range.clone()])
        .path(source.name.as_str())
        .line_start(line);
    for place in places {
        let span = place.span.start - range.start..place.span.end - range.start;
        let annotation = place.kind.span(span);
        snippet = snippet.annotation(match place.label {
            "" => annotation,
            label => annotation.label(label),
        });
    }
    snippet
}
