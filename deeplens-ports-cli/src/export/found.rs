//! What is in a file now.

use std::borrow::Cow;

/// A text of a file, without the byte order mark that it may have.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found<'a> {
    pub(super) text: &'a str,
    has_mark: bool,
}

const MARK: char = '\u{feff}';

impl<'a> Found<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let unmarked = text.strip_prefix(MARK);
        Self {
            text: unmarked.unwrap_or(text),
            has_mark: unmarked.is_some(),
        }
    }

    /// The error says what the bytes are, since they are no text.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, &'static str> {
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err("UTF-16, as Windows PowerShell's `>` writes it");
        }
        let text = std::str::from_utf8(bytes).map_err(|_| "no UTF-8")?;
        Ok(Self::new(text))
    }

    /// Another text in its place, with its line ends.
    pub(super) fn like(self, text: &str) -> String {
        let first = self.text.split_inclusive('\n').next().unwrap_or_default();
        self.marked(with_ends(text, end_of(first)).into_owned())
    }

    /// With a mark where this one has it, as far as it has none yet.
    pub(super) fn marked(self, mut text: String) -> String {
        if self.has_mark && !text.starts_with(MARK) {
            text.insert(0, MARK);
        }
        text
    }
}

/// How a line ends, its newline included.
pub(super) fn end_of(line: &str) -> &'static str {
    if line.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    }
}

/// A text of which each line ends in `\n`, with these ends.
pub(super) fn with_ends<'t>(text: &'t str, end: &str) -> Cow<'t, str> {
    match end {
        "\n" => text.into(),
        end => text.replace('\n', end).into(),
    }
}
