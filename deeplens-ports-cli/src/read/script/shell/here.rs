//! Here-documents: the input of a command, in the lines behind it.

use super::parser::{Here, Parser};
use super::words::Inside;
use crate::read::script::word::Word;

impl Parser<'_> {
    /// What stands behind `<<`. Gives the number of the input.
    pub(super) fn here(&mut self) -> Option<usize> {
        let is_indented = self.cursor.eat("-");
        self.blanks();
        let start = self.cursor.at;
        let word = self.word()?;
        let end = word.text()?.to_owned();
        let raw = self.cursor.text.get(start..self.cursor.at)?;
        let input = self.script.inputs.len();
        self.script.inputs.push(Word::at(start));
        self.pending.push(Here {
            input,
            end,
            is_filled: !raw.contains(['"', '\'', '\\']),
            is_indented,
        });
        Some(input)
    }

    /// The lines of those that are to come, at the start of a line.
    pub(super) fn inputs(&mut self) {
        for here in std::mem::take(&mut self.pending) {
            let start = self.cursor.at;
            let end = self.goes_to(&here);
            let behind = std::mem::replace(&mut self.cursor.at, start);
            let mut word = Word::at(start);
            if here.is_filled {
                let whole = std::mem::replace(&mut self.cursor.end, end);
                while !self.cursor.is_end() {
                    self.parts(&mut word, Inside::Here);
                }
                self.cursor.end = whole;
            } else {
                word.push(
                    self.cursor.text.get(start..end).unwrap_or_default(),
                    start..end,
                );
            }
            word.span.end = end;
            self.cursor.at = behind;
            if let Some(input) = self.script.inputs.get_mut(here.input) {
                *input = word;
            }
        }
    }

    /// Goes behind its last line, and gives where its text ends.
    fn goes_to(&mut self, here: &Here) -> usize {
        loop {
            let start = self.cursor.at;
            if self.cursor.is_end() {
                return start;
            }
            let line = self.cursor.line().trim_end_matches('\r');
            let line = if here.is_indented {
                line.trim_start_matches('\t')
            } else {
                line
            };
            self.cursor.bump();
            if line == here.end {
                return start;
            }
        }
    }
}
