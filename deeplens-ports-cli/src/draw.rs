//! Draws what is found as rustc draws errors. The one file of this crate that knows the snippet renderer.

use crate::quote::Quote;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// What is to be drawn.
pub(crate) struct Drawing<'a> {
    pub(crate) is_note: bool,
    pub(crate) title: &'a str,
    /// The first is what it is about.
    pub(crate) quotes: &'a [Quote],
    pub(crate) notes: &'a [String],
    pub(crate) helps: &'a [String],
}

/// In several lines, without colours and without a newline at the end.
pub(crate) fn draw(it: &Drawing<'_>) -> String {
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
    let mut quotes = it.quotes.iter();
    let lines: Vec<String> = drawn
        .lines()
        .map(|line| match placed(line) {
            Some(arrow) => quotes.next().map_or(line.to_owned(), |quote| {
                format!("{arrow} {}:{}:{}", quote.file, quote.line, quote.column)
            }),
            None => line.trim_end().to_owned(),
        })
        .collect();
    lines.join("\n")
}

/// A line that names a place. The renderer counts columns in the line that it is given, of which something may be hidden.
fn placed(line: &str) -> Option<&str> {
    let start = line.find(|letter| letter != ' ')?;
    let arrow = line.get(..start + 3)?;
    matches!(arrow.trim_start(), "-->" | ":::").then_some(arrow)
}
