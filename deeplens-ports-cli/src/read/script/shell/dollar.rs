//! What stands behind a `$`.

use super::parser::{Dialect, Parser};
use super::words::Inside;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Spread, Why, Word};

impl Parser<'_> {
    pub(super) fn dollar(&mut self, word: &mut Word, inside: Inside) {
        if self.dialect == Dialect::Recipe {
            if !self.cursor.starts("$$") {
                return self.make(word, inside);
            }
            self.cursor.bump();
        }
        let start = self.cursor.at;
        self.cursor.bump();
        match self.cursor.byte() {
            Some(b'(') if self.cursor.starts("((") => {
                self.arithmetic();
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            Some(b'(') => self.substitution(word),
            Some(b'{') => self.braced(word, inside, start),
            Some(b'\'') if !inside.is_quoted() => self.ansi(word),
            Some(b'"') if !inside.is_quoted() => {}
            Some(b'0'..=b'9') => {
                self.cursor.bump();
                let name = &self.cursor.text[start + 1..self.cursor.at];
                word.variable(name, start..self.cursor.at, inside.spread());
            }
            Some(first) if is_name(char::from(first)) => {
                let name = self.cursor.take(is_name);
                word.variable(name, start..self.cursor.at, inside.spread());
            }
            Some(b'@' | b'*') => {
                self.cursor.bump();
                word.variable("@", start..self.cursor.at, Spread::Elements);
            }
            Some(b'#' | b'?' | b'$' | b'!' | b'-') => {
                self.cursor.bump();
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            _ => word.push("$", start..start + 1),
        }
    }

    /// `((…))`
    pub(super) fn arithmetic(&mut self) {
        let mut depth = 0_usize;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// `$'…'`
    fn ansi(&mut self, word: &mut Word) {
        let start = self.cursor.at + 1;
        self.cursor.bump();
        let mut end = start;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '\\' => drop(self.cursor.bump()),
                '\'' => break,
                _ => {}
            }
            end = self.cursor.at;
        }
        word.push(&self.cursor.text[start..end], start..end);
    }
}
