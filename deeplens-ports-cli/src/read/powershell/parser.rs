//! What the parser of PowerShell goes along with.

use crate::read::script::cursor::{is_name, Cursor};
use crate::read::script::step::{Script, Step};

pub(super) struct Parser<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) script: Script,
    /// What is run for the words that are being read.
    pub(super) before: Vec<Step>,
    depth: usize,
}

/// No script that people write is nested as deep.
const DEEPEST: usize = 60;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            cursor: Cursor::new(text),
            script: Script::default(),
            before: Vec::new(),
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
                .take(|letter| letter != '\n' && letter.is_whitespace());
            if self.cursor.eat("`\n") || self.cursor.eat("`\r\n") {
                continue;
            }
            let start = self.cursor.at;
            if self.cursor.eat("<#") {
                self.cursor.until("#>");
            } else if self.cursor.starts("#") {
                self.cursor.line();
            } else {
                return;
            }
            self.script.comments.push(start..self.cursor.at);
        }
    }

    /// Goes over blanks and the ends of lines.
    pub(super) fn lines(&mut self) {
        loop {
            self.blanks();
            if !self.cursor.eat("\n") {
                return;
            }
        }
    }

    /// Goes behind a word of the language, if it stands here.
    pub(super) fn keyword(&mut self, word: &str) -> bool {
        let here = self.cursor.rest().get(..word.len());
        let is_whole = self.cursor.byte_at(word.len()).is_none_or(|next| {
            !is_name(char::from(next)) && !matches!(next, b'-' | b'.' | b'\\' | b':' | b'=')
        });
        let is_here = is_whole && here.is_some_and(|here| here.eq_ignore_ascii_case(word));
        if is_here {
            self.cursor.at += word.len();
        }
        is_here
    }

    /// Whether a statement ends here.
    pub(super) fn is_end(&self) -> bool {
        self.cursor
            .byte()
            .is_none_or(|byte| matches!(byte, b'\n' | b';' | b'}' | b')'))
    }

    /// Goes behind brackets that open here, as of a type or an attribute.
    pub(super) fn brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '[' => depth += 1,
                ']' => depth -= 1,
                '\'' | '"' => drop(self.cursor.until(letter.encode_utf8(&mut [0; 4]))),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}
