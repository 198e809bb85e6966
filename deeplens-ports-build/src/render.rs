//! Draws a diagnostic as rustc does. The only file that knows the snippet renderer.

use crate::report::{Diagnostic, Report};
use crate::source::{Source, Span};
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

/// The diagnostic in several lines, without colours and without a newline at the end.
pub(crate) fn plain(report: &Report, diagnostic: &Diagnostic) -> String {
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
