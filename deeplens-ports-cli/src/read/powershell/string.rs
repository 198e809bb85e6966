//! Quotes of PowerShell, which curly ones are as well, and here-strings.

use super::parser::Parser;
use crate::read::script::word::{Spread, Word};

fn is_double(letter: char) -> bool {
    matches!(letter, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}')
}

fn is_single(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}'
    )
}

impl Parser<'_> {
    /// A text in quotes, if one stands here.
    pub(super) fn quotes(&mut self, word: &mut Word) -> bool {
        match self.cursor.rest().chars().next() {
            Some(first) if is_single(first) => self.single(word),
            Some(first) if is_double(first) => self.double(word),
            _ => return false,
        }
        true
    }

    fn single(&mut self, word: &mut Word) {
        self.cursor.bump();
        let start = self.cursor.at;
        let mut text = String::new();
        loop {
            let part = self.cursor.take(|letter| !is_single(letter));
            text.push_str(part);
            let end = self.cursor.at;
            if self.cursor.bump().is_none() || !self.cursor.rest().starts_with(is_single) {
                word.push(&text, start..end);
                return;
            }
            // Two of them are one.
            text.extend(self.cursor.bump());
        }
    }

    fn double(&mut self, word: &mut Word) {
        self.cursor.bump();
        let before = word.parts.len();
        let start = self.cursor.at;
        while let Some(letter) = self.cursor.rest().chars().next() {
            let here = self.cursor.at;
            if is_double(letter) {
                self.cursor.bump();
                if !self.cursor.rest().starts_with(is_double) {
                    break;
                }
                self.cursor.bump();
                word.push("\"", here..self.cursor.at);
            } else {
                self.part(word, is_double);
            }
        }
        if word.parts.len() == before {
            word.push("", start..start);
        }
    }

    /// A part of a text in which variables are filled in.
    fn part(&mut self, word: &mut Word, ends: fn(char) -> bool) {
        let start = self.cursor.at;
        match self.cursor.byte() {
            Some(b'`') => self.escape(word),
            Some(b'$') => self.dollar(word, Spread::One),
            _ => {
                self.cursor.bump();
                self.cursor
                    .take(|letter| !matches!(letter, '`' | '$') && !ends(letter));
                word.push(
                    &self.cursor.text[start..self.cursor.at],
                    start..self.cursor.at,
                );
            }
        }
    }

    /// A backtick and the letter behind it.
    pub(super) fn escape(&mut self, word: &mut Word) {
        let start = self.cursor.at;
        self.cursor.bump();
        let letter = match self.cursor.bump() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(letter) => letter,
            None => return,
        };
        word.push(letter.encode_utf8(&mut [0; 4]), start..self.cursor.at);
    }

    /// `@'…'@` or `@"…"@` over several lines, if one stands here.
    pub(super) fn here_string(&mut self, word: &mut Word) -> bool {
        let mut letters = self.cursor.rest().chars().skip(1);
        let Some(quote) = letters
            .next()
            .filter(|quote| is_single(*quote) || is_double(*quote))
        else {
            return false;
        };
        let line = self.cursor.rest()[1 + quote.len_utf8()..]
            .lines()
            .next()
            .unwrap_or_default();
        if !line.trim().is_empty() {
            return false;
        }
        self.cursor.line();
        self.cursor.bump();
        let start = self.cursor.at;
        let end = if is_single(quote) { "\n'@" } else { "\n\"@" };
        let rest = self.cursor.rest();
        let is_empty = rest.starts_with(&end[1..]);
        let length = if is_empty {
            0
        } else {
            rest.find(end).unwrap_or(rest.len())
        };
        let behind = start + length + if is_empty { 2 } else { end.len() };
        let close = start + length;
        if is_single(quote) {
            word.push(&self.cursor.text[start..close], start..close);
        } else {
            let whole = std::mem::replace(&mut self.cursor.end, close);
            while !self.cursor.is_end() {
                self.part(word, |_| false);
            }
            self.cursor.end = whole;
        }
        self.cursor.at = behind.min(self.cursor.end);
        true
    }
}
