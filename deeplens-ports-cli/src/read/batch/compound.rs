//! `if` and `for`.

use super::parser::Parser;
use crate::read::script::step::{Block, Step};

impl Parser<'_> {
    /// `if … command else command`, behind its first word.
    pub(super) fn branch(&mut self, steps: &mut Vec<Step>) {
        self.condition();
        let mut parts = vec![self.part()];
        let end = self.cursor.at;
        self.blanks();
        if self.keyword("else") {
            parts.push(self.part());
        } else {
            self.cursor.at = end;
        }
        steps.push(Step::Block(Block::Branch, parts));
    }

    /// A block, or the rest of the line.
    fn part(&mut self) -> Vec<Step> {
        let mut own = Vec::new();
        self.blanks();
        if self.cursor.starts("(") {
            self.block(&mut own);
            return own;
        }
        loop {
            self.cursor
                .take(|letter| matches!(letter, '&' | '|' | ' ' | '\t' | '\r'));
            let start = self.cursor.at;
            let closes = self.open > 0 && self.cursor.byte() == Some(b')');
            if self.cursor.is_end() || self.cursor.byte() == Some(b'\n') || closes {
                return own;
            }
            self.deeper(|parser| parser.statement(&mut own));
            if self.cursor.at == start {
                self.cursor.bump();
            }
        }
    }

    /// Goes behind what is asked.
    fn condition(&mut self) {
        loop {
            self.blanks();
            if !self.keyword("not") && !self.keyword("/i") {
                break;
            }
        }
        let asks = ["defined", "exist", "errorlevel", "cmdextversion"];
        if asks.iter().any(|word| self.keyword(word)) {
            self.blanks();
            self.word();
            return;
        }
        let start = self.cursor.at;
        self.word();
        let first = self
            .cursor
            .text
            .get(start..self.cursor.at)
            .unwrap_or_default();
        if first.contains("==") && !first.ends_with("==") {
            return;
        }
        self.blanks();
        if !first.ends_with("==") && !self.cursor.eat("==") {
            self.word();
        }
        self.blanks();
        self.word();
    }

    /// `for … in (…) do command`, behind its first word.
    pub(super) fn turns(&mut self, steps: &mut Vec<Step>) {
        self.cursor.take(|letter| !matches!(letter, '(' | '\n'));
        let mut depth = 0_usize;
        while let Some(letter) = self.cursor.bump() {
            depth += usize::from(letter == '(');
            depth = depth.saturating_sub(usize::from(letter == ')'));
            if depth == 0 {
                break;
            }
        }
        self.blanks();
        if self.keyword("do") {
            let body = self.part();
            steps.push(Step::Block(Block::Loop, vec![body]));
        }
    }
}
