//! Texts that are not read at all: all that would be said of them follows from one thing.

use super::merge;
use crate::encoding::{self, Encoding};
use crate::report::Diagnostic;
use crate::rule::Rule;

/// The byte order mark. [`Source`](crate::source::Source) takes one off.
const MARK: char = '\u{feff}';

pub(super) fn find(text: &str) -> Option<Diagnostic> {
    if text.starts_with(MARK) {
        let title = "second byte order mark";
        let found = Diagnostic::new(Rule::Syntax, &(0..MARK.len_utf8()), title);
        return Some(found.label("one is left out, a second one is a character of the text"));
    }
    let Some(at) = text.find('\0') else {
        return merge::conflict(text);
    };
    Some(match Encoding::of(text.as_bytes()) {
        Some(encoding) => encoding::not_utf8(encoding),
        None => Diagnostic::new(Rule::Syntax, &(at..at + 1), "NUL character U+0000")
            .label("not a character of a text")
            .note("a file has them where it was damaged, or is no text"),
    })
}
