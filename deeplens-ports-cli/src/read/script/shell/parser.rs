//! What the parser of the shell goes along with.

use crate::read::script::cursor::Cursor;
use crate::read::script::step::{Script, Step};

/// A here-document whose lines are still to come.
pub(super) struct Here {
    /// Its number among the inputs.
    pub(super) input: usize,
    pub(super) end: String,
    /// Whether variables in it are filled in.
    pub(super) is_filled: bool,
    pub(super) is_indented: bool,
}

/// Where the shell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// In a recipe of make, which fills in its own variables before: `$(X)`. The shell's are `$$X`.
    Recipe,
    Shell,
}

pub(super) struct Parser<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) dialect: Dialect,
    pub(super) script: Script,
    /// What is run for the words that are being read.
    pub(super) before: Vec<Step>,
    /// Inputs whose text stands behind the line.
    pub(super) pending: Vec<Here>,
    depth: usize,
}

/// No script that people write is nested as deep.
const DEEPEST: usize = 60;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            cursor: Cursor::new(text),
            dialect,
            script: Script::default(),
            before: Vec::new(),
            pending: Vec::new(),
            depth: 0,
        }
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

    /// Goes over blanks, comments and lines that go on.
    pub(super) fn blanks(&mut self) {
        loop {
            self.cursor
                .take(|letter| matches!(letter, ' ' | '\t' | '\r'));
            if self.continues() {
                continue;
            }
            if self.cursor.byte() != Some(b'#') {
                return;
            }
            let start = self.cursor.at;
            self.cursor.line();
            self.script.comments.push(start..self.cursor.at);
        }
    }

    /// Goes over the end of a line that is none.
    pub(super) fn continues(&mut self) -> bool {
        self.cursor.eat("\\\n") || self.cursor.eat("\\\r\n")
    }
}
