//! Draws what is found as rustc draws errors. The one file of this crate that knows the snippet renderer.

use super::quote::Quote;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// What is to be drawn.
pub(super) struct Drawing<'a> {
    pub(super) is_note: bool,
    pub(super) title: &'a str,
    /// The first is what it is about.
    pub(super) quotes: &'a [Quote],
    pub(super) notes: &'a [String],
    pub(super) helps: &'a [String],
}

/// In several lines, without colours and without a newline at the end.
pub(super) fn draw(it: &Drawing<'_>) -> String {
    let level = if it.is_note {
        Level::NOTE
    } else {
        Level::ERROR
    };
    let snippets = it.quotes.iter().enumerate().map(|(at, quote)| {
        let kind = if at == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let annotation = kind.span(quote.span.clone());
        let annotation = match &*quote.label {
            "" => annotation,
            label => annotation.label(label),
        };
        Snippet::source(&*quote.text)
            .path(&*quote.file)
            .line_start(quote.line)
            .annotation(annotation)
    });
    let group = level
        .primary_title(it.title)
        .elements(snippets)
        .elements(it.notes.iter().map(|text| Level::NOTE.message(text)))
        .elements(it.helps.iter().map(|text| Level::HELP.message(text)));
    let drawn = Renderer::plain().render(&[group]);
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n")
}
