//! `NAME=value`, `NAME+=value`, `NAME=(a list)`.

use super::parser::Parser;
use crate::read::script::cursor;
use crate::read::script::step::{Assigned, How, Set};
use crate::read::script::word::{Why, Word};

impl Parser<'_> {
    /// An assignment, if one stands here.
    pub(super) fn assignment(&mut self) -> Option<Set> {
        let rest = self.cursor.rest();
        let name = cursor::name(rest);
        let behind = &rest[name.len()..];
        let index = element(behind);
        let (how, mark) = match &behind[index..] {
            mark if mark.starts_with("+=") => (How::Append, 2),
            mark if mark.starts_with('=') => (How::Replace, 1),
            _ => return None,
        };
        if name.is_empty() {
            return None;
        }
        self.cursor.at += name.len() + index + mark;
        let value = if self.cursor.eat("(") {
            Assigned::List(self.elements())
        } else {
            let start = self.cursor.at;
            Assigned::Text(self.word().unwrap_or_else(|| Word::at(start)))
        };
        Some(Set {
            name: name.to_owned(),
            how,
            value: if index > 0 {
                Assigned::Unknown(Why::Computed)
            } else {
                value
            },
        })
    }

    /// The words of a list, up to what closes it.
    fn elements(&mut self) -> Vec<Word> {
        let mut words = Vec::new();
        loop {
            self.blanks();
            match self.cursor.byte() {
                None => break,
                Some(b')') => {
                    self.cursor.bump();
                    break;
                }
                _ => {}
            }
            match self.word() {
                Some(word) => words.push(word),
                None => drop(self.cursor.bump()),
            }
        }
        words
    }
}

/// How long the `[…]` of an element is that a text starts with.
fn element(text: &str) -> usize {
    const LONGEST: usize = 100;
    let inside = text.strip_prefix('[');
    let end = inside.and_then(|inside| inside.bytes().take(LONGEST).position(|byte| byte == b']'));
    end.map_or(0, |end| end + 2)
}
