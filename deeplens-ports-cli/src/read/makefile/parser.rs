//! A Makefile as steps: what it sets, and what its recipes run.

use super::{assign, lines};
use crate::read::script::shell::{self, Dialect};
use crate::read::script::step::{Block, Script, Step};
use std::ops::Range;

#[derive(Default)]
pub(super) struct Parsed {
    pub(super) script: Script,
    /// The files that it includes, in their order.
    pub(super) includes: Vec<String>,
}

/// No file that people write is nested as deep.
const DEEPEST: usize = 30;

struct Parser<'a> {
    text: &'a str,
    parsed: Parsed,
    /// The parts of conditionals that are open.
    open: Vec<Vec<Vec<Step>>>,
    /// How many more are open, deeper than is told apart.
    deeper: usize,
    is_in_rule: bool,
    is_in_define: bool,
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        text,
        parsed: Parsed::default(),
        open: Vec::new(),
        deeper: 0,
        is_in_rule: false,
        is_in_define: false,
    };
    for line in lines::lines(text) {
        parser.line(line);
    }
    while !parser.open.is_empty() {
        parser.end();
    }
    parser.parsed
}

impl Parser<'_> {
    fn line(&mut self, line: Range<usize>) {
        let whole = &self.text[line.clone()];
        let trimmed = whole.trim_start();
        let start = line.end - trimmed.len();
        let word = trimmed.split([' ', '\t', '(']).next().unwrap_or_default();
        match word {
            "endef" => self.is_in_define = false,
            _ if self.is_in_define => self.recipe(start..line.end),
            _ if whole.starts_with('\t') && self.is_in_rule => self.recipe(start..line.end),
            "" => {}
            _ if word.starts_with('#') => self.parsed.script.comments.push(start..line.end),
            "ifeq" | "ifneq" | "ifdef" | "ifndef" => self.begin(),
            "else" => {
                if let Some(parts) = self.open.last_mut().filter(|_| self.deeper == 0) {
                    parts.push(Vec::new());
                }
            }
            "endif" => self.end(),
            "define" => self.is_in_define = true,
            "include" | "-include" | "sinclude" => {
                let names = trimmed[word.len()..].split('#').next().unwrap_or_default();
                let names = names.split_whitespace().filter(|name| !name.contains('$'));
                self.parsed.includes.extend(names.map(str::to_owned));
            }
            _ => self.statement(start..line.end),
        }
    }

    /// An assignment or a rule.
    fn statement(&mut self, line: Range<usize>) {
        let set = assign::of(self.text, line.clone(), &mut self.parsed.script);
        if let Some((set, is_of_target)) = set {
            let set = Step::Set(set);
            let step = if is_of_target {
                Step::Block(Block::Branch, vec![vec![set]])
            } else {
                set
            };
            return self.push(step);
        }
        let whole = &self.text[line.clone()];
        if let Some(colon) = lines::position(whole, |byte| byte == b':') {
            self.is_in_rule = true;
            if let Some(mark) = lines::position(&whole[colon..], |byte| byte == b';') {
                self.recipe(line.start + colon + mark + 1..line.end);
            }
        }
    }

    fn recipe(&mut self, line: Range<usize>) {
        let whole = &self.text[line.clone()];
        let start = line.end - whole.trim_start_matches(['@', '-', '+', ' ', '\t']).len();
        let steps = shell::parse_part(
            self.text,
            start..line.end,
            Dialect::Recipe,
            &mut self.parsed.script,
        );
        self.push(Step::Block(Block::Recipe, vec![steps]));
    }

    fn push(&mut self, step: Step) {
        let part = self.open.last_mut().and_then(|parts| parts.last_mut());
        part.unwrap_or(&mut self.parsed.script.steps).push(step);
    }

    fn begin(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(vec![Vec::new()]);
        } else {
            self.deeper += 1;
        }
    }

    fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(parts) = self.open.pop() {
            self.push(Step::Block(Block::Branch, parts));
        }
    }
}
