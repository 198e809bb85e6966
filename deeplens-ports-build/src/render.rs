//! Draws a diagnostic as rustc does. The only file that knows the snippet renderer.

use crate::report::{Diagnostic, Report};
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

/// The diagnostic in several lines, without colours and without a newline at the end.
pub(crate) fn plain(report: &Report, diagnostic: &Diagnostic) -> String {
    let primary = AnnotationKind::Primary.span(diagnostic.span.clone());
    let primary = match diagnostic.label.as_str() {
        "" => primary,
        label => primary.label(label),
    };
    let snippet = Snippet::source(&report.source.text)
        .path(&report.source.name)
        .annotation(primary)
        .annotations(others(diagnostic, None));
    let upstreams = report
        .upstreams
        .iter()
        .enumerate()
        .filter_map(|(at, source)| {
            let mut annotations = others(diagnostic, Some(at)).peekable();
            annotations.peek()?;
            let snippet = Snippet::source(&source.text).path(&source.name);
            Some(snippet.annotations(annotations))
        });
    let group = Level::ERROR
        .primary_title(&diagnostic.title)
        .element(snippet)
        .elements(upstreams)
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

/// The other places of the diagnostic in one map.
fn others(diagnostic: &Diagnostic, source: Option<usize>) -> impl Iterator<Item = Annotation<'_>> {
    let others = diagnostic.others.iter();
    others
        .filter(move |other| other.source == source)
        .map(|other| {
            AnnotationKind::Context
                .span(other.span.clone())
                .label(&other.label)
        })
}
