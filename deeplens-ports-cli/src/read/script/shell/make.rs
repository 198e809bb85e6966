//! make's own variables, which it fills in before the shell sees a recipe.

use super::parser::Parser;
use super::words::Inside;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Spread, Why, Word};
use std::ops::Range;

impl Parser<'_> {
    /// The value of one of make's variables, up to the end. What is the shell's in it is not known.
    pub(crate) fn value(&mut self) -> Word {
        let mut word = Word::at(self.cursor.at);
        while let Some(byte) = self.cursor.byte() {
            let start = self.cursor.at;
            if self.cursor.starts("$$") {
                self.cursor.at += 2;
                word.unknown(Why::InnerShell, start..self.cursor.at);
            } else if byte == b'$' {
                self.make(&mut word, Inside::Bare);
            } else if self.continues() {
                word.push(" ", start..self.cursor.at);
            } else {
                self.cursor.bump();
                self.cursor.take(|letter| !matches!(letter, '$' | '\\'));
                word.push(
                    &self.cursor.text[start..self.cursor.at],
                    start..self.cursor.at,
                );
            }
        }
        word.span.end = self.cursor.at;
        word
    }

    /// make's own: `$(X)`, `${X}`, `$X`.
    pub(super) fn make(&mut self, word: &mut Word, inside: Inside) {
        let start = self.cursor.at;
        self.cursor.bump();
        let close = match self.cursor.bump() {
            Some('(') => ')',
            Some('{') => '}',
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.made(word, inside, start, start + 1..start + 2);
                return;
            }
            _ => return word.unknown(Why::Computed, start..self.cursor.at),
        };
        let open = if close == ')' { '(' } else { '{' };
        let name = self.cursor.at;
        let mut end = name;
        let mut depth = 1_usize;
        while let Some(letter) = self.cursor.bump() {
            depth += usize::from(letter == open);
            depth -= usize::from(letter == close);
            if depth == 0 {
                break;
            }
            end = self.cursor.at;
        }
        self.made(word, inside, start, name..end);
    }

    fn made(&self, word: &mut Word, inside: Inside, start: usize, name: Range<usize>) {
        let name = self.cursor.text.get(name).unwrap_or_default();
        let is_variable = !name.is_empty()
            && name
                .chars()
                .all(|letter| is_name(letter) || matches!(letter, '.' | '-'));
        if !is_variable {
            return word.unknown(Why::Computed, start..self.cursor.at);
        }
        let spread = if inside.is_quoted() {
            Spread::One
        } else {
            Spread::Source
        };
        word.variable(name, start..self.cursor.at, spread);
    }
}
