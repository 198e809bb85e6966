//! A text with what is meant in the place of what is broken, so that the parser reads on as a person does.

use crate::source::{Span, begun};

/// What is put in the place of a part of the text.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) span: Span,
    pub(super) with: &'static str,
}

#[derive(Debug)]
pub(super) struct Mended {
    pub(super) text: String,
    /// Where its pieces start, and where they are in the text that was mended.
    starts: Vec<usize>,
    origins: Vec<usize>,
}

impl Mended {
    /// The changes are in the order of the text, and apart from each other.
    pub(super) fn new(original: &str, changes: &[Change]) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::new();
        let mut origins = Vec::new();
        let mut from = 0;
        for change in changes {
            text.push_str(&original[from..change.span.start]);
            starts.push(text.len());
            origins.push(change.span.start);
            text.push_str(change.with);
            from = change.span.end;
            starts.push(text.len());
            origins.push(from);
        }
        text.push_str(&original[from..]);
        Self {
            text,
            starts,
            origins,
        }
    }

    /// Where a place of this text is in the text that was mended.
    pub(super) fn origin(&self, span: Span) -> Span {
        self.origin_of(span.start)..self.origin_of(span.end)
    }

    fn origin_of(&self, at: usize) -> usize {
        let next = begun(&self.starts, at);
        if next == 0 {
            return at;
        }
        let origin = self.origins[next - 1] + (at - self.starts[next - 1]);
        match self.origins.get(next) {
            Some(end) => origin.min(*end),
            None => origin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Mended};

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "a=“b”\n[c\nd";
        let changes = [(2..5, "\""), (6..9, "\""), (12..12, "]")];
        let changes = changes.map(|(span, with)| Change { span, with });
        let mended = Mended::new(text, &changes);
        assert_eq!(mended.text, "a=\"b\"\n[c]\nd");
        for name in ["a", "b", "c", "d", "[c", "\n"] {
            let at = mended.text.find(name).unwrap_or_default();
            let origin = mended.origin(at..at + name.len());
            assert_eq!(&text[origin], name);
        }
        let (quoted, bracket) = (mended.origin(2..5), mended.origin(8..9));
        assert_eq!(&text[quoted], "“b”");
        assert_eq!(bracket, 12..12);
    }

    #[test]
    fn what_is_left_out_is_behind_the_place_before_it() {
        let changes = [0..3, 4..4].map(|span| Change { span, with: "" });
        let mended = Mended::new("\u{200b}ab", &changes);
        assert_eq!(mended.text, "ab");
        assert_eq!(mended.origin(0..2), 3..5);
    }
}
