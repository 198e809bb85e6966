//! Commands and their arguments.

use super::parser::Parser;
use crate::read::script::cursor::is_name;
use crate::read::script::step::{Block, Command, Step};
use crate::read::script::word::{Spread, Why, Word};

impl Parser<'_> {
    /// A command up to its end, with what is run for its arguments.
    pub(super) fn command(&mut self, steps: &mut Vec<Step>) {
        let outer = std::mem::take(&mut self.before);
        let mut command = Command::default();
        let mut is_element = false;
        loop {
            self.blanks();
            match self.cursor.byte() {
                None | Some(b';' | b'|' | b'&' | b')' | b'}') => break,
                Some(b'\n') if self.is_of_bash(&command) => {
                    command.words.pop();
                    command.doubt = Some(
                        "the line before ends with `\\`, behind which bash goes on and PowerShell does not",
                    );
                    self.lines();
                    continue;
                }
                Some(b'\n') => break,
                Some(b',') => {
                    self.cursor.bump();
                    self.lines();
                    is_element = true;
                    continue;
                }
                Some(_) => {}
            }
            if self.redirection() {
                continue;
            }
            let start = self.cursor.at;
            if let Some(mut word) = self.argument() {
                word.is_element = std::mem::take(&mut is_element);
                command.words.push(word);
            }
            if self.cursor.at == start {
                self.cursor.bump();
            }
        }
        steps.append(&mut self.before);
        self.before = outer;
        if !command.words.is_empty() {
            steps.push(Step::Run(command));
        }
    }

    /// Whether a line ends as one of bash's that goes on, and the next one has further options.
    fn is_of_bash(&self, command: &Command) -> bool {
        let last = command.words.last().and_then(Word::bare);
        last == Some("\\") && self.cursor.rest().trim_start().starts_with('-')
    }

    /// `> file`, `2>&1`, `*> $null`, if one stands here.
    fn redirection(&mut self) -> bool {
        let start = self.cursor.at;
        self.cursor
            .take(|letter| letter.is_ascii_digit() || letter == '*');
        if self.cursor.byte() != Some(b'>') {
            self.cursor.at = start;
            return false;
        }
        self.cursor.take(|letter| letter == '>');
        if self.cursor.eat("&") {
            self.cursor.take(|letter| letter.is_ascii_digit());
        } else {
            self.blanks();
            self.argument();
        }
        true
    }

    /// One argument, if one stands here.
    pub(super) fn argument(&mut self) -> Option<Word> {
        let start = self.cursor.at;
        let mut word = Word::at(start);
        match self.cursor.byte()? {
            b'@' if self.here_string(&mut word) => {}
            b'@' if self.cursor.starts("@{") => {
                self.table();
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            b'@' if self.cursor.starts("@(") => {
                self.cursor.bump();
                self.computed(&mut word);
            }
            b'@' if self
                .cursor
                .byte_at(1)
                .is_some_and(|next| is_name(char::from(next))) =>
            {
                self.cursor.bump();
                let name = self.cursor.take(is_name).to_owned();
                word.variable(&name, start..self.cursor.at, Spread::Elements);
            }
            b'(' => self.computed(&mut word),
            b'{' => {
                let own = self.block();
                self.before.push(Step::Block(Block::Branch, vec![own]));
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            _ if self.quotes(&mut word) => {}
            _ => self.bare(&mut word),
        }
        word.span.end = self.cursor.at;
        (self.cursor.at > start).then_some(word)
    }

    /// `(…)`, and what is taken of its value.
    fn computed(&mut self, word: &mut Word) {
        let start = self.cursor.at;
        let mut steps = std::mem::take(&mut self.before);
        self.parentheses(&mut steps);
        self.before = steps;
        self.cursor.take(|letter| letter == '.' || is_name(letter));
        word.unknown(Why::Computed, start..self.cursor.at);
    }

    /// A word without quotes around it.
    fn bare(&mut self, word: &mut Word) {
        while let Some(byte) = self.cursor.byte() {
            let start = self.cursor.at;
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b';' | b'|' | b'&' | b'(' | b')' | b'{' | b'}'
                | b',' => return,
                b'`' if matches!(self.cursor.byte_at(1), None | Some(b'\n' | b'\r')) => return,
                b'`' => self.escape(word),
                b'$' => self.dollar(word, Spread::Elements),
                _ if self.quotes(word) => {}
                _ => {
                    self.cursor.bump();
                    let is_plain = |letter: char| {
                        letter.is_ascii() && !" \t\r\n;|&(){},`$\"'".contains(letter)
                            || letter.is_alphabetic()
                    };
                    self.cursor.take(is_plain);
                    word.push(
                        &self.cursor.text[start..self.cursor.at],
                        start..self.cursor.at,
                    );
                }
            }
        }
    }
}
