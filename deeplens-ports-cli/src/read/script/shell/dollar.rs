//! What stands behind a `$`.

use super::parser::{Dialect, Parser};
use super::words::Inside;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Kind, Otherwise, Part, Spread, Use, Why, Word};

impl Parser<'_> {
    pub(super) fn dollar(&mut self, word: &mut Word, inside: Inside) {
        if self.dialect == Dialect::Recipe {
            if !self.cursor.starts("$$") {
                return self.make(word, inside);
            }
            self.cursor.bump();
        }
        let start = self.cursor.at;
        self.cursor.bump();
        match self.cursor.byte() {
            Some(b'(') if self.cursor.starts("((") => {
                self.arithmetic();
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            Some(b'(') => self.substitution(word),
            Some(b'{') => self.braced(word, inside, start),
            Some(b'\'') if !inside.is_quoted() => self.ansi(word),
            Some(b'"') if !inside.is_quoted() => {}
            Some(first) if first.is_ascii_digit() => {
                self.cursor.bump();
                self.variable(word, inside, start, start + 1);
            }
            Some(first) if first == b'_' || first.is_ascii_alphabetic() => {
                self.cursor.take(is_name);
                self.variable(word, inside, start, start + 1);
            }
            Some(b'@' | b'*') => {
                self.cursor.bump();
                word.parts.push(Part::Variable(Use {
                    name: "@".to_owned(),
                    span: start..self.cursor.at,
                    spread: Spread::Elements,
                    otherwise: None,
                }));
            }
            Some(b'#' | b'?' | b'$' | b'!' | b'-') => {
                self.cursor.bump();
                word.unknown(Why::Computed, start..self.cursor.at);
            }
            _ => word.push("$", start..start + 1),
        }
    }

    /// `((…))`
    pub(super) fn arithmetic(&mut self) {
        let mut depth = 0_usize;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// `$'…'`
    fn ansi(&mut self, word: &mut Word) {
        let start = self.cursor.at + 1;
        self.cursor.bump();
        let mut end = start;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '\\' => drop(self.cursor.bump()),
                '\'' => break,
                _ => {}
            }
            end = self.cursor.at;
        }
        word.push(&self.cursor.text[start..end], start..end);
    }

    /// A variable whose name stands from a place up to here.
    fn variable(&self, word: &mut Word, inside: Inside, start: usize, name: usize) {
        let it = self.used(inside, start, &self.cursor.text[name..self.cursor.at]);
        word.parts.push(Part::Variable(it));
    }

    fn used(&self, inside: Inside, start: usize, name: &str) -> Use {
        let spread = match (inside.is_quoted(), self.dialect) {
            (true, _) => Spread::One,
            (false, _) => Spread::Blanks,
        };
        Use {
            name: name.to_owned(),
            span: start..self.cursor.at,
            spread,
            otherwise: None,
        }
    }

    /// `${X}`, `${X:-n}` and their like.
    fn braced(&mut self, word: &mut Word, inside: Inside, start: usize) {
        self.cursor.bump();
        let first = self.cursor.at;
        if matches!(self.cursor.byte(), Some(b'@' | b'*')) {
            self.cursor.bump();
        } else {
            self.cursor.take(is_name);
        }
        let name = &self.cursor.text[first..self.cursor.at];
        let name = if name == "*" { "@" } else { name };
        let list = ["[@]", "[*]"]
            .into_iter()
            .find(|index| self.cursor.eat(index));
        let mut it = self.used(inside, start, name);
        if list == Some("[@]") || name == "@" {
            it.spread = Spread::Elements;
        }
        let kind = self.operator_of_brace().filter(|_| !name.is_empty());
        let Some(kind) = kind else {
            let is_plain = !name.is_empty() && self.cursor.byte() == Some(b'}');
            self.close();
            let span = start..self.cursor.at;
            if is_plain {
                word.parts.push(Part::Variable(Use { span, ..it }));
            } else {
                word.unknown(Why::Computed, span);
            }
            return;
        };
        let mut own = Word::at(self.cursor.at);
        let inside = if inside.is_quoted() {
            Inside::BraceInQuotes
        } else {
            Inside::Brace
        };
        self.deeper(|parser| parser.parts(&mut own, inside));
        own.span.end = self.cursor.at;
        self.cursor.eat("}");
        it.span.end = self.cursor.at;
        it.otherwise = Some(Otherwise { kind, word: own });
        word.parts.push(Part::Variable(it));
    }

    fn operator_of_brace(&mut self) -> Option<Kind> {
        let kinds = [
            (":-", Kind::Default),
            (":=", Kind::Assign),
            (":+", Kind::Alternative),
            (":?", Kind::Required),
            ("-", Kind::Default),
            ("=", Kind::Assign),
            ("+", Kind::Alternative),
            ("?", Kind::Required),
        ];
        kinds
            .into_iter()
            .find(|(mark, _)| self.cursor.eat(mark))
            .map(|(_, kind)| kind)
    }

    /// Goes behind the brace that closes one that is open.
    fn close(&mut self) {
        let mut depth = 1_usize;
        while let Some(letter) = self.cursor.bump() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                '\\' => drop(self.cursor.bump()),
                '\n' => return,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The value of one of make's variables, up to the end. What is the shell's in it is not known.
    pub(in crate::read::script) fn value(&mut self) -> Word {
        let mut word = Word::at(self.cursor.at);
        while let Some(byte) = self.cursor.byte() {
            let start = self.cursor.at;
            if self.cursor.starts("$$") {
                self.cursor.at += 2;
                word.unknown(Why::InnerShell, start..self.cursor.at);
            } else if byte == b'$' {
                self.make(&mut word, Inside::Bare);
            } else if self.continues() {
                word.push(" ", start..self.cursor.at);
            } else {
                self.cursor.bump();
                self.cursor.take(|letter| !matches!(letter, '$' | '\\'));
                word.push(
                    &self.cursor.text[start..self.cursor.at],
                    start..self.cursor.at,
                );
            }
        }
        word.span.end = self.cursor.at;
        word
    }

    /// make's own: `$(X)`, `${X}`, `$X`.
    fn make(&mut self, word: &mut Word, inside: Inside) {
        let start = self.cursor.at;
        self.cursor.bump();
        let close = match self.cursor.bump() {
            Some('(') => ')',
            Some('{') => '}',
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.made(word, inside, start, start + 1..start + 2);
                return;
            }
            _ => return word.unknown(Why::Computed, start..self.cursor.at),
        };
        let open = if close == ')' { '(' } else { '{' };
        let name = self.cursor.at;
        let mut end = name;
        let mut depth = 1_usize;
        while let Some(letter) = self.cursor.bump() {
            depth += usize::from(letter == open);
            depth -= usize::from(letter == close);
            if depth == 0 {
                break;
            }
            end = self.cursor.at;
        }
        self.made(word, inside, start, name..end);
    }

    fn made(&self, word: &mut Word, inside: Inside, start: usize, name: std::ops::Range<usize>) {
        let name = self.cursor.text.get(name).unwrap_or_default();
        let is_variable = !name.is_empty()
            && name
                .chars()
                .all(|letter| is_name(letter) || matches!(letter, '.' | '-'));
        if !is_variable {
            return word.unknown(Why::Computed, start..self.cursor.at);
        }
        let spread = if inside.is_quoted() {
            Spread::One
        } else {
            Spread::Source
        };
        word.parts.push(Part::Variable(Use {
            spread,
            ..self.used(inside, start, name)
        }));
    }
}
