//! `set NAME=value`.

use super::parser::Parser;
use super::words::Ends;
use crate::read::script::step::{Assigned, How, Set, Step};
use crate::read::script::word::{Why, Word};

impl Parser<'_> {
    /// What stands behind `set`.
    pub(super) fn set(&mut self, steps: &mut Vec<Step>) {
        self.blanks();
        let why = match () {
            () if self.keyword("/a") => Some(Why::Computed),
            () if self.keyword("/p") => Some(Why::Asked),
            () => None,
        };
        self.blanks();
        let is_quoted = self.cursor.eat("\"");
        let name = self
            .cursor
            .take(|letter| !matches!(letter, '=' | '\n' | '"' | '&' | '|'))
            .to_owned();
        if !self.cursor.eat("=") {
            return;
        }
        let start = self.cursor.at;
        let mut word = Word::at(start);
        self.parts(
            &mut word,
            if is_quoted {
                Ends::Quote
            } else {
                Ends::Command
            },
        );
        word.span.end = self.cursor.at;
        if is_quoted {
            self.cursor.eat("\"");
        }
        word.trim();
        let value = match why {
            Some(why) => Assigned::Unknown(why),
            // Without a value it is not set any more.
            None if word.parts.is_empty() => Assigned::Unknown(Why::Unset),
            None => Assigned::Text(word),
        };
        steps.push(Step::Set(Set {
            name,
            how: How::Replace,
            value,
        }));
    }
}
