//! Statements that start with a word of the language.

use super::parser::Parser;
use crate::read::script::step::{Assigned, Block, How, Set, Step};
use crate::read::script::word::Why;

impl Parser<'_> {
    /// A statement that starts with a word of the language, if one stands here.
    pub(super) fn compound(&mut self, steps: &mut Vec<Step>) -> bool {
        let is_one =
            |parser: &mut Self, words: &[&str]| words.iter().any(|word| parser.keyword(word));
        match () {
            () if self.keyword("if") => self.branches(steps),
            () if is_one(self, &["for", "while", "until"]) => {
                let mut body = Vec::new();
                self.lines();
                self.parentheses(&mut body);
                self.turns(body, steps);
            }
            () if self.keyword("foreach") => self.for_each(steps),
            () if self.keyword("do") => self.turns(Vec::new(), steps),
            () if self.keyword("switch") => self.cases(steps),
            () if is_one(self, &["function", "filter", "workflow"]) => self.function(steps),
            () if self.keyword("param") => {
                self.lines();
                let own = self.parameters();
                steps.extend(own);
            }
            () if is_one(self, &["class", "enum"]) => {
                self.cursor.take(|letter| !matches!(letter, '{' | '\n'));
                self.lines();
                let own = self.block();
                steps.push(Step::Block(Block::LocalFunction, vec![own]));
            }
            () if self.keyword("catch") => {
                self.lines();
                while self.cursor.byte() == Some(b'[') {
                    self.brackets();
                    self.cursor.eat(",");
                    self.lines();
                }
                let own = self.block();
                steps.push(Step::Block(Block::Branch, vec![own]));
            }
            () if is_one(self, &["begin", "end", "finally", "process", "trap", "try"]) => {
                self.lines();
                let own = self.block();
                steps.extend(own);
            }
            () if is_one(self, &["else", "elseif", "return", "throw", "exit"]) => {}
            () => return false,
        }
        true
    }

    fn branches(&mut self, steps: &mut Vec<Step>) {
        let mut parts = Vec::new();
        self.lines();
        self.parentheses(steps);
        loop {
            self.lines();
            parts.push(self.block());
            let end = self.cursor.at;
            self.lines();
            if self.keyword("elseif") {
                self.lines();
                self.parentheses(steps);
            } else if !self.keyword("else") {
                self.cursor.at = end;
                break;
            }
        }
        steps.push(Step::Block(Block::Branch, parts));
    }

    /// The body of a loop, behind what is run in each of its turns.
    fn turns(&mut self, mut body: Vec<Step>, steps: &mut Vec<Step>) {
        self.lines();
        body.extend(self.block());
        steps.push(Step::Block(Block::Loop, vec![body]));
    }

    /// `foreach ($x in …) {…}`, behind its word.
    fn for_each(&mut self, steps: &mut Vec<Step>) {
        self.lines();
        let mut body = Vec::new();
        if self.cursor.eat("(") {
            self.lines();
            if let Some(name) = self.name() {
                body.push(Set::unknown(&name, Why::Loop));
            }
            self.deeper(|parser| parser.statements(steps, Some(b')')));
            self.cursor.eat(")");
        }
        self.turns(body, steps);
    }

    /// `switch (…) { 'a' {…} default {…} }`, behind its word.
    fn cases(&mut self, steps: &mut Vec<Step>) {
        self.cursor
            .take(|letter| !matches!(letter, '(' | '{' | '\n'));
        self.parentheses(steps);
        self.lines();
        if !self.cursor.eat("{") {
            return;
        }
        let mut parts = Vec::new();
        self.deeper(|parser| loop {
            parser.lines();
            match parser.cursor.byte() {
                None | Some(b'}') => return,
                Some(b'{') => parts.push(parser.block()),
                Some(_) => {
                    let start = parser.cursor.at;
                    parser.argument();
                    if parser.cursor.at == start {
                        parser.cursor.bump();
                    }
                }
            }
        });
        self.cursor.eat("}");
        steps.append(&mut self.before);
        steps.push(Step::Block(Block::Branch, parts));
    }

    fn function(&mut self, steps: &mut Vec<Step>) {
        self.cursor
            .take(|letter| !matches!(letter, '(' | '{' | '\n'));
        let mut own = self.parameters();
        self.lines();
        own.extend(self.block());
        steps.push(Step::Block(Block::LocalFunction, vec![own]));
    }

    /// `([int]$Port = 8080, …)`, if it stands here.
    fn parameters(&mut self) -> Vec<Step> {
        let mut sets = Vec::new();
        if !self.cursor.eat("(") {
            return sets;
        }
        loop {
            self.lines();
            match self.cursor.byte() {
                None => return sets,
                Some(b')') => {
                    self.cursor.bump();
                    return sets;
                }
                Some(b'[') => self.brackets(),
                Some(b'$') => self.parameter(&mut sets),
                Some(_) => drop(self.cursor.bump()),
            }
        }
    }

    fn parameter(&mut self, sets: &mut Vec<Step>) {
        let Some(name) = self.name() else {
            self.cursor.bump();
            return;
        };
        self.lines();
        if !self.cursor.eat("=") {
            sets.push(Set::unknown(&name, Why::Argument));
            return;
        }
        self.lines();
        let value = match self.operand(sets) {
            _ if !self.ends_parameter() => {
                self.expression(sets);
                Assigned::Unknown(Why::Computed)
            }
            value => value,
        };
        sets.push(Step::Set(Set {
            name,
            how: How::Parameter,
            value,
        }));
    }

    fn ends_parameter(&mut self) -> bool {
        self.lines();
        self.cursor
            .byte()
            .is_none_or(|byte| matches!(byte, b',' | b')'))
    }
}
