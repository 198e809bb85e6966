//! Variables of PowerShell, with their scopes and drives.

use super::parser::Parser;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Nothing, Part, Spread, Why, Word};

/// What a `$` starts.
enum Name {
    Of(String),
    /// Nothing that has a name.
    None,
    Wrong(Nothing),
}

const DRIVE: Nothing = Nothing {
    why: "PowerShell takes what stands before the colon for a drive, and the text is empty: `${…}` is meant",
    is_refused: false,
};
const NO_NAME: Nothing = Nothing {
    why: "PowerShell does not take a colon right behind a variable: `${…}` is meant",
    is_refused: true,
};

impl Parser<'_> {
    /// The variable that stands here, if it has a name.
    pub(super) fn name(&mut self) -> Option<String> {
        let start = self.cursor.at;
        match self.named() {
            Name::Of(name) => Some(name),
            Name::None | Name::Wrong(_) => {
                self.cursor.at = start;
                None
            }
        }
    }

    /// `$x`, `${x}`, `$env:x`, `$(…)`, as a part of a word.
    pub(super) fn dollar(&mut self, word: &mut Word, spread: Spread) {
        let start = self.cursor.at;
        if self.cursor.starts("$(") {
            return self.subexpression(word, spread);
        }
        match self.named() {
            Name::Of(name) => {
                let is_argument = name.eq_ignore_ascii_case("args");
                let is_made = spread != Spread::One && self.member();
                let span = start..self.cursor.at;
                match name.as_str() {
                    "_" | "PSItem" => word.unknown(Why::Loop, span),
                    _ if is_made && is_argument => word.unknown(Why::Argument, span),
                    _ if is_made => word.unknown(Why::Computed, span),
                    _ => word.variable(&name, span, spread),
                }
            }
            Name::Wrong(why) => word.parts.push(Part::Nothing(why, start..self.cursor.at)),
            Name::None => {
                self.cursor.bump();
                let next = self.cursor.byte();
                if matches!(next, Some(b'$' | b'?' | b'^')) {
                    self.cursor.bump();
                    word.unknown(Why::Computed, start..self.cursor.at);
                } else {
                    word.push("$", start..start + 1);
                }
            }
        }
    }

    /// Goes behind `.Name` and `[0]`, if one stands here.
    fn member(&mut self) -> bool {
        let start = self.cursor.at;
        loop {
            let is_name_next = |next: u8| next == b'_' || next.is_ascii_alphabetic();
            if self.cursor.byte() == Some(b'.') && self.cursor.byte_at(1).is_some_and(is_name_next)
            {
                self.cursor.bump();
                self.cursor.take(is_name);
            } else if self.cursor.byte() == Some(b'[') {
                self.brackets();
            } else if self.cursor.at > start && self.cursor.byte() == Some(b'(') {
                let mut steps = std::mem::take(&mut self.before);
                self.parentheses(&mut steps);
                self.before = steps;
            } else {
                return self.cursor.at > start;
            }
        }
    }

    /// `$(…)`: a variable alone is what it holds.
    fn subexpression(&mut self, word: &mut Word, spread: Spread) {
        let start = self.cursor.at;
        self.cursor.at += 2;
        self.blanks();
        if let Some(name) = self.name() {
            self.blanks();
            if self.cursor.eat(")") {
                word.variable(&name, start..self.cursor.at, spread);
                return;
            }
        }
        self.cursor.at = start + 1;
        let mut steps = std::mem::take(&mut self.before);
        self.parentheses(&mut steps);
        self.before = steps;
        word.unknown(Why::Computed, start..self.cursor.at);
    }

    fn named(&mut self) -> Name {
        if !self.cursor.eat("$") {
            return Name::None;
        }
        let start = self.cursor.at;
        if self.cursor.byte() == Some(b'{') {
            self.cursor.bump();
            let inside = self
                .cursor
                .take(|letter| !matches!(letter, '}' | '\n'))
                .to_owned();
            self.cursor.eat("}");
            return match inside.split_once(':') {
                Some((scope, name)) => scoped(scope, name).map_or(Name::Wrong(DRIVE), Name::Of),
                None => Name::Of(inside),
            };
        }
        let first = self.cursor.take(is_name).to_owned();
        if first.is_empty() {
            self.cursor.at = start - 1;
            return Name::None;
        }
        // `$x::Name` is a member of a type.
        if self.cursor.byte() != Some(b':') || self.cursor.starts("::") {
            return Name::Of(first);
        }
        self.cursor.bump();
        let second = self.cursor.take(is_name);
        if second.is_empty() {
            return Name::Wrong(NO_NAME);
        }
        scoped(&first, second).map_or(Name::Wrong(DRIVE), Name::Of)
    }
}

/// The name of a variable of a scope, or of the environment; none where the scope is no such.
fn scoped(scope: &str, name: &str) -> Option<String> {
    let scope = scope.to_ascii_lowercase();
    match scope.as_str() {
        "env" => Some(format!("env:{name}")),
        "global" | "local" | "private" | "script" | "using" | "variable" | "workflow" => {
            Some(name.to_owned())
        }
        _ => None,
    }
}
