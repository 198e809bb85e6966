//! What the parser of cmd goes along with, and commands one after another.

use crate::read::script::cursor::Cursor;
use crate::read::script::step::{Command, Script, Step};

pub(super) struct Parser<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) script: Script,
    /// Whether `!x!` is a variable.
    pub(super) is_delayed: bool,
    /// How many blocks are open, each of which a parenthesis closes.
    pub(super) open: usize,
    depth: usize,
}

/// No script that people write is nested as deep.
const DEEPEST: usize = 60;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            cursor: Cursor::new(text),
            script: Script::default(),
            is_delayed: text.to_ascii_lowercase().contains("enabledelayedexpansion"),
            open: 0,
            depth: 0,
        }
    }

    /// Commands up to the parenthesis that closes a block, before which it stops, or to the end.
    pub(super) fn statements(&mut self, steps: &mut Vec<Step>) {
        loop {
            self.cursor.take(|letter| {
                letter.is_whitespace() || matches!(letter, '&' | '|' | '@' | ',' | ';')
            });
            if self.cursor.is_end() {
                return;
            }
            if self.cursor.byte() == Some(b')') {
                if self.open > 0 {
                    return;
                }
                self.cursor.bump();
                continue;
            }
            let start = self.cursor.at;
            self.statement(steps);
            if self.cursor.at == start {
                self.cursor.bump();
            }
        }
    }

    /// One command, and what it holds.
    pub(super) fn statement(&mut self, steps: &mut Vec<Step>) {
        self.cursor
            .take(|letter| matches!(letter, '@' | ' ' | '\t'));
        let start = self.cursor.at;
        match () {
            () if self.cursor.starts("::") || self.keyword("rem") => {
                self.cursor.line();
                self.script.comments.push(start..self.cursor.at);
            }
            () if self.cursor.starts(":") => drop(self.cursor.line()),
            () if self.cursor.starts("(") => self.block(steps),
            () if self.keyword("if") => self.branch(steps),
            () if self.keyword("for") => self.turns(steps),
            () if self.keyword("set") => self.set(steps),
            () => {
                let words = self.words();
                if !words.is_empty() {
                    steps.push(Step::Run(Command {
                        words,
                        ..Command::default()
                    }));
                }
            }
        }
    }

    /// `(…)`, over several lines.
    pub(super) fn block(&mut self, steps: &mut Vec<Step>) {
        self.cursor.bump();
        self.open += 1;
        self.deeper(|parser| parser.statements(steps));
        self.open -= 1;
        self.cursor.eat(")");
    }

    /// Goes one level down, if there can be one more.
    pub(super) fn deeper(&mut self, parse: impl FnOnce(&mut Self)) {
        if self.depth >= DEEPEST {
            self.script.given_up.get_or_insert(self.cursor.at);
            self.cursor.at = self.cursor.end;
            return;
        }
        self.depth += 1;
        parse(self);
        self.depth -= 1;
    }

    /// Goes over blanks, and lines that go on.
    pub(super) fn blanks(&mut self) {
        loop {
            self.cursor
                .take(|letter| matches!(letter, ' ' | '\t' | '\r'));
            if !self.cursor.eat("^\n") && !self.cursor.eat("^\r\n") {
                return;
            }
        }
    }

    /// Goes behind a word of the language, if it stands here.
    pub(super) fn keyword(&mut self, word: &str) -> bool {
        let here = self.cursor.rest().get(..word.len());
        let is_whole = self
            .cursor
            .byte_at(word.len())
            .is_none_or(|next| next.is_ascii_whitespace() || b"(/\"".contains(&next));
        let is_here = is_whole && here.is_some_and(|here| here.eq_ignore_ascii_case(word));
        if is_here {
            self.cursor.at += word.len();
        }
        is_here
    }
}
