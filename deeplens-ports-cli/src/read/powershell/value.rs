//! What is assigned to a variable.

use super::parser::Parser;
use crate::read::script::step::{Assigned, Block, How, Set, Step};
use crate::read::script::word::{Kind, Otherwise, Part, Why, Word};

impl Parser<'_> {
    /// `$Name = …`, or any other expression that starts with a variable.
    pub(super) fn assignment(&mut self, steps: &mut Vec<Step>) {
        let start = self.cursor.at;
        let Some(name) = self.name() else {
            return self.expression(steps);
        };
        self.blanks();
        let is_counted = ["++", "--", "-=", "*=", "/=", "%="]
            .iter()
            .any(|mark| self.cursor.starts(mark));
        let how = match () {
            () if is_counted => {
                steps.push(Set::unknown(&name, Why::Computed));
                return self.expression(steps);
            }
            () if self.cursor.eat("??=") => How::IfUnset,
            () if self.cursor.eat("+=") => How::Append,
            () if self.cursor.starts("=") && !self.cursor.starts("==") => {
                self.cursor.bump();
                How::Replace
            }
            () => {
                self.cursor.at = start;
                return self.member_of(steps);
            }
        };
        let is_number = |value: &Assigned| {
            let text = match value {
                Assigned::Text(word) => word.bare(),
                _ => None,
            };
            text.is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if how == How::Replace && self.choice(&name, steps) {
            return;
        }
        let value = match self.value(steps) {
            // Numbers are added.
            value if how == How::Append && is_number(&value) => Assigned::Unknown(Why::Computed),
            value => value,
        };
        steps.push(Step::Set(Set { name, how, value }));
    }

    /// `if (…) { $env:PORT } else { 8080 }` as a value, if it stands here.
    fn choice(&mut self, name: &str, steps: &mut Vec<Step>) -> bool {
        self.lines();
        if !self.keyword("if") {
            return false;
        }
        let mut parts = Vec::new();
        self.lines();
        self.parentheses(steps);
        loop {
            self.lines();
            let mut part = Vec::new();
            let value = self.chosen(&mut part);
            part.push(Step::Set(Set {
                name: name.to_owned(),
                how: How::Replace,
                value,
            }));
            parts.push(part);
            self.lines();
            if self.keyword("elseif") {
                self.lines();
                self.parentheses(steps);
            } else if !self.keyword("else") {
                break;
            }
        }
        steps.push(Set::unknown(name, Why::Unset));
        steps.push(Step::Block(Block::Branch, parts));
        true
    }

    /// What a block gives that holds a value alone.
    fn chosen(&mut self, steps: &mut Vec<Step>) -> Assigned {
        let start = self.cursor.at;
        if self.cursor.eat("{") {
            self.lines();
            let value = self.operand(steps);
            self.lines();
            if self.cursor.eat("}") {
                return value;
            }
        }
        self.cursor.at = start;
        steps.clear();
        steps.extend(self.block());
        Assigned::Unknown(Why::Computed)
    }

    /// `$x.Name = …`, `$x[0] = …`, or what is only shown.
    fn member_of(&mut self, steps: &mut Vec<Step>) {
        self.argument();
        steps.append(&mut self.before);
        self.blanks();
        if self.cursor.eat("=") {
            self.value(steps);
        } else {
            self.expression(steps);
        }
    }

    /// The value of an assignment, up to its end.
    fn value(&mut self, steps: &mut Vec<Step>) -> Assigned {
        self.lines();
        let mut value = self.operand(steps);
        self.blanks();
        if self.cursor.eat("??") {
            self.lines();
            let other = self.operand(steps);
            value = otherwise(value, other);
            self.blanks();
        }
        if self.cursor.byte() == Some(b',') {
            value = self.more(value, steps);
        }
        if self.is_end() {
            return value;
        }
        self.expression(steps);
        Assigned::Unknown(Why::Computed)
    }

    /// The elements behind a comma.
    fn more(&mut self, first: Assigned, steps: &mut Vec<Step>) -> Assigned {
        let mut words = elements(first);
        while self.cursor.eat(",") {
            self.lines();
            words.extend(elements(self.operand(steps)));
            self.blanks();
        }
        Assigned::List(words)
    }

    /// A value without what an operator makes of it.
    pub(super) fn operand(&mut self, steps: &mut Vec<Step>) -> Assigned {
        let computed = Assigned::Unknown(Why::Computed);
        while self.cursor.byte() == Some(b'[') {
            self.brackets();
            self.blanks();
            if self.cursor.starts("::") {
                self.expression(steps);
                return computed;
            }
        }
        match self.cursor.byte() {
            Some(b'@') if self.cursor.starts("@{") => {
                self.table();
                computed
            }
            Some(b'@') if self.cursor.starts("@(") => {
                self.cursor.at += 2;
                let mut words = Vec::new();
                self.deeper(|parser| words = parser.elements(steps));
                Assigned::List(words)
            }
            Some(b'"' | b'\'' | b'$' | b'@') => self.word_of(steps),
            Some(first) if first >= 0x80 => self.word_of(steps),
            Some(b'0'..=b'9') => {
                let start = self.cursor.at;
                let number = self
                    .cursor
                    .take(|letter| letter.is_ascii_alphanumeric() || letter == '.');
                let mut word = Word::at(start);
                word.span.end = self.cursor.at;
                if number.bytes().all(|byte| byte.is_ascii_digit()) {
                    word.push(number, word.span.clone());
                } else {
                    word.unknown(Why::Computed, word.span.clone());
                }
                Assigned::Text(word)
            }
            Some(b'{') => {
                let own = self.block();
                steps.push(Step::Block(Block::LocalFunction, vec![own]));
                computed
            }
            Some(b'(') => {
                self.parentheses(steps);
                computed
            }
            Some(b'-' | b'+' | b'!' | b',') | None => computed,
            Some(_) => {
                self.deeper(|parser| parser.statement(steps));
                computed
            }
        }
    }

    fn word_of(&mut self, steps: &mut Vec<Step>) -> Assigned {
        let word = self.argument().unwrap_or_default();
        steps.append(&mut self.before);
        match &word.parts[..] {
            [Part::Unknown(why, _)] => Assigned::Unknown(*why),
            _ => Assigned::Text(word),
        }
    }

    /// The elements of `@(…)`, behind its mark.
    fn elements(&mut self, steps: &mut Vec<Step>) -> Vec<Word> {
        let mut words = Vec::new();
        loop {
            self.lines();
            match self.cursor.byte() {
                None => return words,
                Some(b')') => {
                    self.cursor.bump();
                    return words;
                }
                Some(b',' | b';' | b'}') => {
                    self.cursor.bump();
                    continue;
                }
                Some(_) => {}
            }
            let start = self.cursor.at;
            let value = self.operand(steps);
            self.blanks();
            if self.is_end() || self.cursor.byte() == Some(b',') {
                words.extend(elements(value));
            } else {
                self.expression(steps);
                let mut word = Word::at(start);
                word.unknown(Why::Computed, start..self.cursor.at);
                words.push(word);
            }
            if self.cursor.at == start {
                self.cursor.bump();
            }
        }
    }
}

fn elements(value: Assigned) -> Vec<Word> {
    match value {
        Assigned::Text(word) => vec![word],
        Assigned::List(words) => words,
        Assigned::Unknown(why) => {
            let mut word = Word::default();
            word.unknown(why, 0..0);
            vec![word]
        }
    }
}

/// `$env:PORT ?? 8080`
fn otherwise(value: Assigned, other: Assigned) -> Assigned {
    let (Assigned::Text(mut word), Assigned::Text(other)) = (value, other) else {
        return Assigned::Unknown(Why::Computed);
    };
    if let [Part::Variable(it)] = &mut word.parts[..] {
        it.otherwise = Some(Otherwise {
            kind: Kind::Default,
            word: other,
        });
    }
    Assigned::Text(word)
}
