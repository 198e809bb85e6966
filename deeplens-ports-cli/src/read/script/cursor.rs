//! A place in a text that a parser goes along.

#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
    /// Where the part of the text ends that is parsed.
    pub(crate) end: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            end: text.len(),
        }
    }

    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    /// The next byte; all marks of the languages are one.
    pub(crate) fn byte(&self) -> Option<u8> {
        self.byte_at(0)
    }

    pub(crate) fn byte_at(&self, ahead: usize) -> Option<u8> {
        let at = self.at + ahead;
        self.text
            .as_bytes()
            .get(at)
            .copied()
            .filter(|_| at < self.end)
    }

    pub(crate) fn is_end(&self) -> bool {
        self.at >= self.end
    }

    pub(crate) fn starts(&self, text: &str) -> bool {
        self.rest().starts_with(text)
    }

    /// Goes behind a text that stands here.
    pub(crate) fn eat(&mut self, text: &str) -> bool {
        let is_here = self.starts(text);
        if is_here {
            self.at += text.len();
        }
        is_here
    }

    /// Goes behind a letter.
    pub(crate) fn bump(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    /// Goes on to the first letter that is not of a kind.
    pub(crate) fn take(&mut self, is_kind: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|letter| !is_kind(letter)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Goes to the end of the line, before its mark.
    pub(crate) fn line(&mut self) -> &'a str {
        self.take(|letter| letter != '\n')
    }

    /// Goes behind a text, or to the end where it is not there. Gives what stands before.
    pub(crate) fn until(&mut self, text: &str) -> &'a str {
        let rest = self.rest();
        let found = rest.find(text);
        self.at += found.map_or(rest.len(), |at| at + text.len());
        &rest[..found.unwrap_or(rest.len())]
    }
}

/// A name as most languages have it.
pub(crate) fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The name of a variable at the start of a text, or nothing.
pub(crate) fn name(text: &str) -> &str {
    let starts = |first: char| first == '_' || first.is_ascii_alphabetic();
    let end = text.find(|letter| !is_name(letter)).unwrap_or(text.len());
    if text.starts_with(starts) {
        &text[..end]
    } else {
        ""
    }
}
