//! Commands that hold others: branches, loops, functions.

use super::parser::Parser;
use crate::read::script::cursor::{self, is_name};
use crate::read::script::step::{Block, Set, Step};
use crate::read::script::word::{Why, Word};

impl Parser<'_> {
    /// A command that holds others, if one stands here.
    pub(super) fn compound(&mut self, steps: &mut Vec<Step>) -> bool {
        match () {
            () if self.keyword("if") => self.deeper(|parser| parser.branches(steps)),
            () if self.keyword("for") || self.keyword("select") => {
                self.deeper(|parser| parser.for_each(steps));
            }
            () if self.keyword("while") || self.keyword("until") => {
                self.deeper(|parser| {
                    let mut body = Vec::new();
                    parser.list(&mut body, &["do", "done"]);
                    parser.keyword("do");
                    parser.body(body, steps);
                });
            }
            () if self.keyword("case") => self.deeper(|parser| parser.cases(steps)),
            () if self.keyword("function") => {
                self.blanks();
                self.word();
                self.blanks();
                if self.cursor.eat("(") {
                    self.cursor.until(")");
                }
                self.function_body(steps);
            }
            () if self.is_group() => {
                self.cursor.eat("{");
                self.deeper(|parser| parser.list(steps, &["}"]));
                self.cursor.eat("}");
            }
            () if self.cursor.starts("((") => self.counts(steps),
            () if self.cursor.eat("(") => {
                let mut own = Vec::new();
                self.deeper(|parser| parser.list(&mut own, &[")"]));
                self.cursor.eat(")");
                steps.push(Step::Block(Block::Subshell, vec![own]));
            }
            () if self.keyword("[[") => self.condition(steps),
            () if ["!", "time", "then", "else", "do", "coproc"]
                .iter()
                .any(|word| self.keyword(word)) => {}
            () => return false,
        }
        true
    }

    /// Whether `{` stands here as a word.
    fn is_group(&self) -> bool {
        let next = self.cursor.byte_at(1);
        self.cursor.starts("{") && next.is_none_or(|next| next.is_ascii_whitespace())
    }

    /// `if …; then …; elif …; then …; else …; fi`, behind its first word.
    fn branches(&mut self, steps: &mut Vec<Step>) {
        self.list(steps, &["then", "fi"]);
        let mut parts = Vec::new();
        while self.keyword("then") || self.keyword("else") {
            let mut part = Vec::new();
            self.list(&mut part, &["elif", "else", "fi"]);
            parts.push(part);
            if self.keyword("elif") {
                self.list(steps, &["then", "fi"]);
            }
        }
        self.keyword("fi");
        steps.push(Step::Block(Block::Branch, parts));
    }

    /// `for x in …; do …; done`, behind its first word.
    fn for_each(&mut self, steps: &mut Vec<Step>) {
        self.blanks();
        let mut body = Vec::new();
        if self.cursor.starts("((") {
            self.counts(&mut body);
        } else {
            let name = self.cursor.take(is_name);
            body.push(Set::unknown(name, Why::Loop));
            self.blanks();
            if self.keyword("in") {
                loop {
                    self.blanks();
                    if self.word().is_none() {
                        break;
                    }
                }
                steps.append(&mut self.before);
            }
        }
        // Anything else up to the body is not known here.
        while !self.cursor.is_end() && !self.is_at("do") && !self.is_at("{") {
            self.cursor.bump();
            self.blanks();
        }
        if self.keyword("do") {
            self.body(body, steps);
        } else {
            self.cursor.eat("{");
            self.list(&mut body, &["}"]);
            self.cursor.eat("}");
            steps.push(Step::Block(Block::Loop, vec![body]));
        }
    }

    /// The body of a loop, behind `do`.
    fn body(&mut self, mut body: Vec<Step>, steps: &mut Vec<Step>) {
        self.list(&mut body, &["done"]);
        self.keyword("done");
        steps.push(Step::Block(Block::Loop, vec![body]));
    }

    /// `case … in a) … ;; esac`, behind its first word.
    fn cases(&mut self, steps: &mut Vec<Step>) {
        self.blanks();
        self.word();
        steps.append(&mut self.before);
        self.lines();
        self.keyword("in");
        let mut parts = Vec::new();
        loop {
            self.lines();
            if self.cursor.is_end() || self.keyword("esac") {
                break;
            }
            self.pattern();
            let mut part = Vec::new();
            self.list(&mut part, &[";;", ";&", "esac"]);
            self.cursor.take(|letter| matches!(letter, ';' | '&'));
            parts.push(part);
        }
        steps.push(Step::Block(Block::Branch, parts));
    }

    /// Goes behind the pattern of a case.
    fn pattern(&mut self) {
        self.cursor.eat("(");
        loop {
            self.blanks();
            if self.cursor.is_end() || self.cursor.eat(")") || self.is_at("esac") {
                return;
            }
            if self.word().is_none() {
                self.cursor.bump();
            }
        }
    }

    fn lines(&mut self) {
        loop {
            self.blanks();
            if !self.cursor.eat("\n") {
                return;
            }
            self.inputs();
        }
    }

    /// `name() {…}`, if the word that was just read is the name of one.
    pub(super) fn function(&mut self, name: &Word, steps: &mut Vec<Step>) -> bool {
        self.blanks();
        let is_one = name.bare().is_some() && self.cursor.starts("(");
        if is_one {
            self.cursor.until(")");
            self.function_body(steps);
        }
        is_one
    }

    fn function_body(&mut self, steps: &mut Vec<Step>) {
        self.lines();
        let mut own = Vec::new();
        self.deeper(|parser| parser.command(&mut own));
        steps.push(Step::Block(Block::Function, vec![own]));
    }

    /// `((…))`: what is counted there is known to nobody.
    fn counts(&mut self, steps: &mut Vec<Step>) {
        let start = self.cursor.at;
        self.arithmetic();
        let mut rest = self
            .cursor
            .text
            .get(start..self.cursor.at)
            .unwrap_or_default();
        while let Some(at) = rest.find(|first: char| first == '_' || first.is_ascii_alphabetic()) {
            let name = cursor::name(&rest[at..]);
            let behind = rest[at + name.len()..].trim_start();
            let is_set = behind.starts_with(['=', '+', '-', '*', '/']) && !behind.starts_with("==");
            if is_set {
                steps.push(Set::unknown(name, Why::Computed));
            }
            rest = &rest[at + name.len().max(1)..];
        }
    }

    /// `[[ … ]]`, whose marks are no commands.
    fn condition(&mut self, steps: &mut Vec<Step>) {
        loop {
            self.blanks();
            if self.cursor.is_end() || self.cursor.byte() == Some(b'\n') || self.keyword("]]") {
                break;
            }
            if self.is_at("]]") || self.word().is_none() {
                self.cursor.bump();
            }
        }
        steps.append(&mut self.before);
    }
}
