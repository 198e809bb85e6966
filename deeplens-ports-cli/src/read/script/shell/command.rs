//! A single command: its words, and where its input and output go.

use super::parser::Parser;
use crate::read::script::step::{Command, Step};

impl Parser<'_> {
    /// A command of any kind.
    pub(super) fn command(&mut self, steps: &mut Vec<Step>) {
        if !self.compound(steps) {
            self.simple(steps);
            return;
        }
        // What is behind its end: where its output goes.
        loop {
            self.blanks();
            if !self.redirection(&mut Command::default()) {
                return;
            }
        }
    }

    fn simple(&mut self, steps: &mut Vec<Step>) {
        let mut command = Command::default();
        let mut sets = Vec::new();
        loop {
            self.blanks();
            if self.redirection(&mut command) {
                continue;
            }
            let may_set = command.words.first().is_none_or(|word| {
                matches!(
                    word.bare(),
                    Some("declare" | "export" | "local" | "readonly" | "typeset")
                )
            });
            if may_set {
                if let Some(set) = self.assignment() {
                    sets.push(set);
                    continue;
                }
            }
            let Some(word) = self.word() else {
                break;
            };
            if command.words.is_empty() && self.function(&word, steps) {
                return;
            }
            command.words.push(word);
        }
        steps.append(&mut self.before);
        // Before a command they are of its environment alone.
        let is_prefix = command.words.first().is_some_and(|word| {
            !matches!(
                word.bare(),
                Some("declare" | "export" | "local" | "readonly" | "typeset")
            )
        });
        if !is_prefix {
            steps.extend(sets.into_iter().map(Step::Set));
        }
        if !command.words.is_empty() {
            steps.push(Step::Run(command));
        }
    }

    /// `> file`, `2>&1`, `<<EOF`, if one stands here.
    fn redirection(&mut self, command: &mut Command) -> bool {
        let start = self.cursor.at;
        self.cursor.take(|letter| letter.is_ascii_digit());
        if self.cursor.starts("&>") {
            self.cursor.bump();
        }
        if !matches!(self.cursor.byte(), Some(b'<' | b'>')) || self.is_substitution() {
            self.cursor.at = start;
            return false;
        }
        if self.cursor.eat("<<<") {
            self.blanks();
            let word = self.word().unwrap_or_default();
            command.input = Some(self.script.inputs.len());
            self.script.inputs.push(word);
        } else if self.cursor.eat("<<") {
            let input = self.here();
            command.input = input.or(command.input);
        } else {
            self.cursor
                .take(|letter| matches!(letter, '<' | '>' | '&' | '|'));
            self.blanks();
            self.word();
        }
        true
    }
}
