//! Commands one after another.

use super::parser::Parser;
use crate::read::script::cursor::is_name;
use crate::read::script::step::{Block, Step};

/// What stands between two commands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    And,
    Or,
    Simply,
}

impl Parser<'_> {
    /// All commands up to the end of the text.
    pub(super) fn lists(&mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        while !self.cursor.is_end() {
            self.list(&mut steps, &[]);
            // What closes nothing is no reason to stop.
            self.cursor.bump();
        }
        steps
    }

    /// Commands up to one of the marks or words, before which it stops.
    pub(super) fn list(&mut self, steps: &mut Vec<Step>, ends: &[&str]) {
        let mut joined = Joined::Simply;
        let mut was_test = false;
        loop {
            self.blanks();
            if self.cursor.is_end() || ends.iter().any(|end| self.is_at(end)) {
                return;
            }
            match self.cursor.byte() {
                Some(b'\n') => {
                    self.cursor.bump();
                    self.inputs();
                    continue;
                }
                Some(b';' | b'&' | b'|') => {
                    joined = self.operator();
                    continue;
                }
                Some(b')') => {
                    self.cursor.bump();
                    continue;
                }
                _ => {}
            }
            let start = self.cursor.at;
            let is_conditional = match joined {
                Joined::And => was_test,
                Joined::Or => true,
                Joined::Simply => false,
            };
            joined = Joined::Simply;
            was_test = ["[", "test ", "!"]
                .iter()
                .any(|test| self.cursor.starts(test));
            let mut own = Vec::new();
            self.command(&mut own);
            if self.cursor.at == start {
                self.cursor.bump();
            }
            if is_conditional {
                steps.push(Step::Block(Block::Branch, vec![own]));
            } else {
                steps.extend(own);
            }
        }
    }

    fn operator(&mut self) -> Joined {
        match () {
            () if self.cursor.eat("&&") => Joined::And,
            () if self.cursor.eat("||") => Joined::Or,
            () => {
                self.cursor.bump();
                Joined::Simply
            }
        }
    }

    /// Whether a mark, or a word of its own, stands here.
    pub(super) fn is_at(&self, end: &str) -> bool {
        let is_word = end.starts_with(is_name);
        let next = self.cursor.byte_at(end.len());
        let ends = next.is_none_or(|next| next.is_ascii_whitespace() || b";&|()<>".contains(&next));
        self.cursor.starts(end) && (!is_word || ends)
    }

    /// Goes behind a word of the language, if it stands here.
    pub(super) fn keyword(&mut self, word: &str) -> bool {
        self.is_at(word) && self.cursor.eat(word)
    }
}
