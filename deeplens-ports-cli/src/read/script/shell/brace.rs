//! Variables in braces, with what stands for them where they are not set.

use super::parser::Parser;
use super::words::Inside;
use crate::read::script::cursor::is_name;
use crate::read::script::word::{Kind, Otherwise, Part, Spread, Use, Why, Word};

impl Parser<'_> {
    /// `${X}`, `${X:-n}` and their like.
    pub(super) fn braced(&mut self, word: &mut Word, inside: Inside, start: usize) {
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
        let is_list = list == Some("[@]") || name == "@";
        let spread = if is_list {
            Spread::Elements
        } else {
            inside.spread()
        };
        let kind = self.operator_of_brace().filter(|_| !name.is_empty());
        let Some(kind) = kind else {
            let is_plain = !name.is_empty() && self.cursor.byte() == Some(b'}');
            self.close();
            let span = start..self.cursor.at;
            return if is_plain {
                word.variable(name, span, spread);
            } else {
                word.unknown(Why::Computed, span);
            };
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
        let mut it = Use::new(name, start..self.cursor.at, spread);
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
}
