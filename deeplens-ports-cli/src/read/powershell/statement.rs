//! Statements: what is set, what is run, and what holds others.

use super::parser::Parser;
use crate::read::script::step::{Block, Step};

impl Parser<'_> {
    /// Statements up to a mark that closes them, before which it stops, or to the end.
    pub(super) fn statements(&mut self, steps: &mut Vec<Step>, close: Option<u8>) {
        loop {
            self.lines();
            let Some(byte) = self.cursor.byte() else {
                return;
            };
            if Some(byte) == close {
                return;
            }
            let start = self.cursor.at;
            if !matches!(byte, b';' | b'|' | b',' | b')' | b'}') {
                self.statement(steps);
            }
            if self.cursor.at == start {
                self.cursor.bump();
            }
        }
    }

    pub(super) fn statement(&mut self, steps: &mut Vec<Step>) {
        if self.compound(steps) {
            return;
        }
        match self.cursor.byte() {
            Some(b'[') => {
                self.brackets();
                self.blanks();
                if self
                    .cursor
                    .byte()
                    .is_some_and(|next| matches!(next, b'$' | b'(' | b'['))
                {
                    self.deeper(|parser| parser.statement(steps));
                } else {
                    self.expression(steps);
                }
            }
            Some(b'$') => self.assignment(steps),
            Some(b'{') => {
                let own = self.block();
                steps.push(Step::Block(Block::Branch, vec![own]));
            }
            Some(b'&') if self.cursor.starts("&&") => self.cursor.at += 2,
            Some(b'&') => {
                self.cursor.bump();
                self.called(steps);
            }
            Some(b'.')
                if matches!(
                    self.cursor.byte_at(1),
                    Some(b' ' | b'\t' | b'"' | b'\'' | b'$')
                ) =>
            {
                self.cursor.bump();
                self.called(steps);
            }
            Some(b'(' | b'@' | b'"' | b'\'' | b'-' | b'+' | b'!' | b'0'..=b'9') => {
                self.expression(steps);
            }
            _ => self.command(steps),
        }
    }

    /// What stands behind `&` or `.`: a block, or a command whose name may be a text.
    fn called(&mut self, steps: &mut Vec<Step>) {
        self.blanks();
        if self.cursor.byte() == Some(b'{') {
            let own = self.block();
            steps.extend(own);
        } else {
            self.command(steps);
        }
    }

    /// `(…)`: what is run in it.
    pub(super) fn parentheses(&mut self, steps: &mut Vec<Step>) {
        if self.cursor.eat("(") {
            self.deeper(|parser| parser.statements(steps, Some(b')')));
            self.cursor.eat(")");
        }
    }

    /// `{…}`, if it stands here.
    pub(super) fn block(&mut self) -> Vec<Step> {
        let mut own = Vec::new();
        if self.cursor.eat("{") {
            self.deeper(|parser| parser.statements(&mut own, Some(b'}')));
            self.cursor.eat("}");
        }
        own
    }

    /// Goes to the end of an expression, and takes what is run in it.
    pub(super) fn expression(&mut self, steps: &mut Vec<Step>) {
        let mut goes_on = false;
        loop {
            self.blanks();
            let Some(byte) = self.cursor.byte() else {
                return;
            };
            match byte {
                b'\n' if goes_on => drop(self.cursor.bump()),
                b'\n' | b';' | b'}' | b')' | b'|' => return,
                b'(' => self.parentheses(steps),
                b'{' => {
                    let own = self.block();
                    steps.push(Step::Block(Block::Branch, vec![own]));
                }
                b'@' if self.cursor.starts("@{") => self.table(),
                b'@' if self.cursor.starts("@(") => {
                    self.cursor.bump();
                    self.parentheses(steps);
                }
                b'[' | b']' => drop(self.cursor.bump()),
                _ => {
                    let start = self.cursor.at;
                    self.argument();
                    steps.append(&mut self.before);
                    if self.cursor.at == start {
                        self.cursor.bump();
                    }
                    let last = self.cursor.text[start..self.cursor.at].to_ascii_lowercase();
                    goes_on = last.ends_with(['+', ',', '='])
                        || matches!(last.as_str(), "-and" | "-or" | "-join" | "-f" | "-split");
                    continue;
                }
            }
            goes_on = false;
        }
    }

    /// Goes over `@{…}`, whose keys are no commands.
    pub(super) fn table(&mut self) {
        self.cursor.bump();
        let outer = std::mem::take(&mut self.before);
        self.block();
        self.before = outer;
    }
}
