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

/// How many of the places, which ascend, are at this one or before it.
pub(crate) fn begun(places: &[usize], at: usize) -> usize {
    places.partition_point(|place| *place <= at)
}

/// The text of a map with the name that reports call it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    /// Without the byte order mark.
    pub(crate) text: String,
    /// The length of the byte order mark that was taken off, 0 or 3.
    pub(crate) mark: usize,
    /// Where each line starts.
    lines: Box<[usize]>,
}

impl Source {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = vec![0];
        for (at, byte) in body.bytes().enumerate() {
            if byte == b'\n' {
                lines.push(at + 1);
            }
        }
        Self {
            name: name.replace('\\', "/"),
            text: body.to_owned(),
            mark: text.len() - body.len(),
            lines: lines.into(),
        }
    }

    /// The line of a byte, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        begun(&self.lines, at)
    }

    /// The line and the column of a byte, both from 1, the column in characters.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        self.positions()(at)
    }

    /// Tells the line and the column of bytes in ascending order, both from 1, the column in characters. A line is
    /// counted once, however many of them are in it.
    pub(crate) fn positions(&self) -> impl FnMut(usize) -> (usize, usize) {
        let (mut line, mut column, mut counted) = (1, 1, 0);
        move |at| {
            let own = self.line(at);
            if own != line {
                (line, column, counted) = (own, 1, self.lines[own - 1]);
            }
            column += self.text[counted..at].chars().count();
            counted = at;
            (line, column)
        }
    }

    /// The whole lines from the first to the last of the bytes: the number of the first, and where they are in the
    /// text.
    pub(crate) fn lines(&self, from: usize, to: usize) -> (usize, Span) {
        let (first, last) = (self.line(from), self.line(to));
        let end = self.lines.get(last).copied().unwrap_or(self.text.len());
        (first, self.lines[first - 1]..end)
    }
}
