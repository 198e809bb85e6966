//! The words of the shell: quotes, escapes and what is filled in.

use super::parser::Parser;
use crate::read::script::word::{Spread, Why, Word};

/// What a part of a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Bare,
    /// `${X:-…}`
    Brace,
    BraceInQuotes,
    Here,
    Quotes,
}

impl Inside {
    /// Whether what is filled in is divided by blanks.
    pub(super) const fn is_quoted(self) -> bool {
        !matches!(self, Self::Bare | Self::Brace)
    }

    /// How many words a variable makes.
    pub(super) const fn spread(self) -> Spread {
        if self.is_quoted() {
            Spread::One
        } else {
            Spread::Blanks
        }
    }

    const fn ends_at(self, byte: u8) -> bool {
        match self {
            Self::Bare => matches!(
                byte,
                b' ' | b'\t' | b'\r' | b'\n' | b';' | b'&' | b'|' | b'(' | b')' | b'<' | b'>'
            ),
            Self::Brace | Self::BraceInQuotes => byte == b'}',
            Self::Quotes => byte == b'"',
            Self::Here => false,
        }
    }

    fn is_plain(self, letter: char) -> bool {
        let is_mark = matches!(letter, '$' | '`' | '\\' | '"' | '\'' | '{');
        let ends = u8::try_from(letter).is_ok_and(|byte| letter.is_ascii() && self.ends_at(byte));
        !is_mark && !ends
    }
}

impl Parser<'_> {
    /// The next word, if one stands here.
    pub(super) fn word(&mut self) -> Option<Word> {
        let start = self.cursor.at;
        let mut word = Word::at(start);
        self.parts(&mut word, Inside::Bare);
        word.span.end = self.cursor.at;
        (self.cursor.at > start).then_some(word)
    }

    /// All words up to the end; what ends commands is left out.
    pub(crate) fn all_words(&mut self) -> Vec<Word> {
        let mut words = Vec::new();
        while !self.cursor.is_end() {
            self.cursor.take(char::is_whitespace);
            match self.word() {
                Some(word) => words.push(word),
                None => drop(self.cursor.bump()),
            }
        }
        words
    }

    /// Parts of a word, up to what ends it.
    pub(super) fn parts(&mut self, word: &mut Word, inside: Inside) {
        while let Some(byte) = self.cursor.byte() {
            let start = self.cursor.at;
            match byte {
                b'<' | b'>' if inside == Inside::Bare && self.is_substitution() => {
                    self.cursor.bump();
                    self.substitution(word);
                }
                byte if inside.ends_at(byte) => return,
                b'"' if inside != Inside::Here => self.quotes(word),
                b'\'' if !inside.is_quoted() => {
                    self.cursor.bump();
                    let text = self.cursor.until("'");
                    word.push(text, start + 1..start + 1 + text.len());
                }
                b'`' => self.backquotes(word),
                b'\\' => self.escape(word, inside),
                b'$' => self.dollar(word, inside),
                b'{' if inside == Inside::Bare && self.is_expansion() => {
                    self.cursor.until("}");
                    word.unknown(Why::Computed, start..self.cursor.at);
                }
                _ => {
                    self.cursor.bump();
                    self.cursor.take(|letter| inside.is_plain(letter));
                    let text = &self.cursor.text[start..self.cursor.at];
                    word.push(text, start..self.cursor.at);
                }
            }
        }
    }

    fn quotes(&mut self, word: &mut Word) {
        let start = self.cursor.at;
        self.cursor.bump();
        let before = word.parts.len();
        self.deeper(|parser| parser.parts(word, Inside::Quotes));
        self.cursor.eat("\"");
        if word.parts.len() == before {
            word.push("", start + 1..start + 1);
        }
    }

    fn escape(&mut self, word: &mut Word, inside: Inside) {
        if self.continues() {
            return;
        }
        let start = self.cursor.at;
        self.cursor.bump();
        let Some(letter) = self.cursor.bump() else {
            return;
        };
        let is_escape = match inside {
            Inside::Bare | Inside::Brace => true,
            Inside::Quotes => matches!(letter, '$' | '`' | '"' | '\\'),
            Inside::BraceInQuotes => matches!(letter, '$' | '`' | '"' | '\\' | '}'),
            Inside::Here => matches!(letter, '$' | '`' | '\\'),
        };
        if is_escape {
            word.push(letter.encode_utf8(&mut [0; 4]), start..self.cursor.at);
        } else {
            word.push(
                &self.cursor.text[start..self.cursor.at],
                start..self.cursor.at,
            );
        }
    }

    /// `` `command` ``
    fn backquotes(&mut self, word: &mut Word) {
        let start = self.cursor.at;
        self.cursor.bump();
        let inside = self.cursor.at;
        let mut close = inside;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '\\' => drop(self.cursor.bump()),
                '`' => break,
                _ => {}
            }
            close = self.cursor.at;
        }
        let behind = self.cursor.at;
        let whole = std::mem::replace(&mut self.cursor.end, close);
        self.cursor.at = inside;
        self.inner(&[]);
        self.cursor.end = whole;
        self.cursor.at = behind;
        word.unknown(Why::Computed, start..behind);
    }

    /// The commands inside of a word, up to what ends them.
    pub(super) fn inner(&mut self, ends: &[&str]) {
        let outer = std::mem::take(&mut self.before);
        let mut steps = outer;
        self.deeper(|parser| parser.list(&mut steps, ends));
        self.before = steps;
    }

    /// Whether `<(` or `>(` stands here, which is a command.
    pub(super) fn is_substitution(&self) -> bool {
        self.cursor.starts("<(") || self.cursor.starts(">(")
    }

    /// `(command)`, behind the mark that makes it a part of a word.
    pub(super) fn substitution(&mut self, word: &mut Word) {
        let start = self.cursor.at - 1;
        self.cursor.bump();
        self.inner(&[")"]);
        self.cursor.eat(")");
        word.unknown(Why::Computed, start..self.cursor.at);
    }

    /// Whether `{a,b}` or `{1..9}` stands here, which is several words.
    fn is_expansion(&self) -> bool {
        const LONGEST: usize = 200;
        let rest = self.cursor.rest().as_bytes();
        let mut letters = rest.iter().take(LONGEST);
        let inside = letters.position(|byte| matches!(byte, b'}' | b' ' | b'\n'));
        let inside = inside.and_then(|end| rest.get(..=end)).unwrap_or_default();
        inside.ends_with(b"}")
            && (inside.contains(&b',') || inside.windows(2).any(|two| two == b".."))
    }
}
