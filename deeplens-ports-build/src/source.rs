//! A map as text, and places in it.

use std::ops::Range;

/// A range of bytes in the text of a [`Source`], on character boundaries.
pub(crate) type Span = Range<usize>;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The text of a map with the name that reports call it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    /// Without the byte order mark.
    pub(crate) text: String,
    /// The length of the byte order mark that was taken off, 0 or 3.
    pub(crate) mark: usize,
}

impl Source {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            name: name.replace('\\', "/"),
            text: body.to_owned(),
            mark: text.len() - body.len(),
        }
    }

    /// The line and the column of a byte, both from 1, the column in characters.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..at];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() + 1)
    }
}
