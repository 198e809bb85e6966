//! Words of cmd, and what is filled in.

use super::parser::Parser;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Spread, Why, Word};

/// What ends a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    Blank,
    Command,
    Quote,
}

impl Parser<'_> {
    /// The words of a command, up to its end.
    pub(super) fn words(&mut self) -> Vec<Word> {
        let mut words = Vec::new();
        loop {
            self.blanks();
            if self.cursor.is_end() || self.ends(Ends::Command) {
                return words;
            }
            if self.redirection() {
                continue;
            }
            match self.word() {
                Some(word) => words.push(word),
                None => drop(self.cursor.bump()),
            }
        }
    }

    /// `>nul`, `2>&1`, if one stands here.
    fn redirection(&mut self) -> bool {
        let start = self.cursor.at;
        self.cursor.take(|letter| letter.is_ascii_digit());
        if !matches!(self.cursor.byte(), Some(b'<' | b'>')) {
            self.cursor.at = start;
            return false;
        }
        self.cursor.take(|letter| matches!(letter, '<' | '>' | '&'));
        self.blanks();
        self.word();
        true
    }

    pub(super) fn word(&mut self) -> Option<Word> {
        let start = self.cursor.at;
        let mut word = Word::at(start);
        self.parts(&mut word, Ends::Blank);
        word.span.end = self.cursor.at;
        (self.cursor.at > start).then_some(word)
    }

    fn ends(&self, ends: Ends) -> bool {
        match (ends, self.cursor.byte()) {
            (_, None | Some(b'\n')) => true,
            (Ends::Quote, Some(byte)) => byte == b'"',
            (_, Some(b')')) => self.open > 0,
            (_, Some(b'&' | b'|')) => true,
            (Ends::Command, Some(_)) => false,
            (Ends::Blank, Some(byte)) => matches!(byte, b' ' | b'\t' | b'\r' | b'<' | b'>'),
        }
    }

    pub(super) fn parts(&mut self, word: &mut Word, ends: Ends) {
        let mut is_quoted = ends == Ends::Quote;
        loop {
            let start = self.cursor.at;
            let is_end = if is_quoted {
                self.ends(Ends::Quote)
            } else {
                self.ends(ends)
            };
            match self.cursor.byte() {
                None | Some(b'\n') => return,
                Some(b'"') if ends != Ends::Quote => {
                    self.cursor.bump();
                    is_quoted = !is_quoted;
                    if word.parts.is_empty() {
                        word.push("", start + 1..start + 1);
                    }
                }
                _ if is_end => return,
                Some(b'^') if !is_quoted => {
                    if !self.cursor.eat("^\n") && !self.cursor.eat("^\r\n") {
                        self.cursor.bump();
                        self.letter(word, start);
                    }
                }
                Some(b'%') => self.percent(word, is_quoted),
                Some(b'!') if self.is_delayed => self.delayed(word, is_quoted),
                Some(_) => self.letter(word, start),
            }
        }
    }

    /// A letter, with what stands before it since a place.
    fn letter(&mut self, word: &mut Word, start: usize) {
        let at = self.cursor.at;
        if self.cursor.bump().is_some() {
            word.push(&self.cursor.text[at..self.cursor.at], start..self.cursor.at);
        }
    }

    /// `%NAME%`, `%1`, `%%i`, or a `%` alone.
    fn percent(&mut self, word: &mut Word, is_quoted: bool) {
        let start = self.cursor.at;
        self.cursor.bump();
        match self.cursor.byte() {
            Some(b'%') => {
                self.cursor.bump();
                self.cursor.eat("~");
                let name = self.cursor.take(|letter| letter.is_ascii_alphabetic());
                if name.is_empty() {
                    word.push("%", start..self.cursor.at);
                } else {
                    word.unknown(Why::Loop, start..self.cursor.at);
                }
            }
            Some(b'*' | b'0'..=b'9') => {
                self.cursor.bump();
                word.unknown(Why::Argument, start..self.cursor.at);
            }
            Some(b'~') => {
                self.cursor
                    .take(|letter| letter == '~' || letter.is_ascii_alphabetic());
                self.cursor.take(|letter| letter.is_ascii_digit());
                word.unknown(Why::Argument, start..self.cursor.at);
            }
            _ => self.named(word, start, '%', is_quoted),
        }
    }

    fn delayed(&mut self, word: &mut Word, is_quoted: bool) {
        let start = self.cursor.at;
        self.cursor.bump();
        self.named(word, start, '!', is_quoted);
    }

    /// A name up to the mark that closes it; the mark alone where none does.
    fn named(&mut self, word: &mut Word, start: usize, mark: char, is_quoted: bool) {
        let first = self.cursor.at;
        let inside = self
            .cursor
            .take(|letter| !matches!(letter, '\n' | '"' | ' ') && letter != mark);
        if !self.cursor.rest().starts_with(mark) || inside.is_empty() {
            self.cursor.at = first;
            word.push(&self.cursor.text[start..first], start..first);
            return;
        }
        self.cursor.bump();
        let span = start..self.cursor.at;
        if !inside
            .chars()
            .all(|letter| is_name(letter) || matches!(letter, '-' | '.'))
        {
            // A part of the value.
            return word.unknown(Why::Computed, span);
        }
        let spread = if is_quoted {
            Spread::One
        } else {
            Spread::Source
        };
        word.variable(inside, span, spread);
    }
}
