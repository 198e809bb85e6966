//! Draws a diagnostic as rustc does. The only file that knows the snippet renderer.

use crate::report::Diagnostic;
use crate::source::Source;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// The diagnostic in several lines, without colours and without a newline at the end.
pub(crate) fn plain(source: &Source, diagnostic: &Diagnostic) -> String {
    let primary = AnnotationKind::Primary.span(diagnostic.span.clone());
    let primary = match diagnostic.label.as_str() {
        "" => primary,
        label => primary.label(label),
    };
    let others = diagnostic
        .others
        .iter()
        .map(|(span, label)| AnnotationKind::Context.span(span.clone()).label(label));
    let snippet = Snippet::source(&source.text)
        .path(&source.name)
        .annotation(primary)
        .annotations(others);
    let group = Level::ERROR
        .primary_title(&diagnostic.title)
        .element(snippet)
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
