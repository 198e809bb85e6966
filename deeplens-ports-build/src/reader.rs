//! Reads the keys of one table. A key is known because it is asked for, so the list of keys stands nowhere else.

use crate::parse::{Node, Table, Value};
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::text::{is_unsafe, similar};

pub(crate) type Text<'a> = Spanned<&'a str>;

pub(crate) struct Reader<'r, 'a> {
    table: &'a Table,
    /// Where a missing key is reported: the name of the table.
    place: Span,
    /// What the table is, for messages.
    owner: String,
    report: &'r mut Report,
    asked: Vec<&'static str>,
    bad: Vec<&'static str>,
    why: Option<String>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(crate) fn new(table: &'a Table, place: &Span, owner: &str, report: &'r mut Report) -> Self {
        Self {
            table,
            place: place.clone(),
            owner: owner.to_owned(),
            report,
            asked: Vec::new(),
            bad: Vec::new(),
            why: None,
        }
    }

    /// The value of a key, of whatever type.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        self.table
            .iter()
            .find(|(name, _)| name.value == key)
            .map(|(_, node)| node)
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Option<Text<'a>> {
        self.text_that_is(key, "a string")
    }

    /// A text; `expected` says what, where it is none.
    pub(crate) fn text_that_is(&mut self, key: &'static str, expected: &str) -> Option<Text<'a>> {
        let node = self.node(key)?;
        let text = text(node, key, expected, self.report);
        if text.is_none() {
            self.bad.push(key);
        }
        text
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<Text<'a>>> {
        let nodes = self.array(key, "an array of strings")?;
        let report = &mut *self.report;
        Some(
            nodes
                .iter()
                .filter_map(|node| text(node, key, "a string", report))
                .collect(),
        )
    }

    /// The texts of an array; none where there is no key, and `None` where it has another type.
    pub(crate) fn list(&mut self, key: &'static str) -> Option<Vec<Text<'a>>> {
        let texts = self.texts(key);
        if self.is_bad(&[key]) {
            return None;
        }
        Some(texts.unwrap_or_default())
    }

    pub(crate) fn array(&mut self, key: &'static str, expected: &str) -> Option<&'a [Node]> {
        let node = self.node(key)?;
        match &node.value {
            Value::Array(nodes) => Some(nodes),
            _ => {
                self.report.push(wrong_type(node, key, expected));
                self.bad.push(key);
                None
            }
        }
    }

    /// A table and the place of its name.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<(Span, &'a Table)> {
        let node = self.node(key)?;
        match &node.value {
            Value::Table(table) => {
                let (name, _) = self.table.iter().find(|(name, _)| name.value == key)?;
                Some((name.span.clone(), table))
            }
            _ => {
                self.report.push(wrong_type(node, key, "a table"));
                self.bad.push(key);
                None
            }
        }
    }

    /// The tables in an array, each read by `read`.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&Span, &'a Table, &mut Report) -> T,
    ) -> Option<Vec<T>> {
        let expected = "an array of tables";
        let nodes = self.array(key, expected)?;
        let mut items = Vec::new();
        for node in nodes {
            match &node.value {
                Value::Table(table) => items.push(read(&node.span, table, self.report)),
                _ => self.report.push(wrong_type(node, key, "a table")),
            }
        }
        Some(items)
    }

    /// The tables in a table, each with its name and read by `read`.
    pub(crate) fn named<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(Text<'a>, &'a Table, &mut Report) -> T,
    ) -> Vec<T> {
        let Some((_, tables)) = self.table(key) else {
            return Vec::new();
        };
        let mut items = Vec::new();
        for (name, node) in tables {
            let name = Spanned {
                value: name.value.as_str(),
                span: name.span.clone(),
            };
            match &node.value {
                Value::Table(table) => items.push(read(name, table, self.report)),
                _ => {
                    self.report.push(wrong_type(node, name.value, "a table"));
                    self.bad.push(key);
                }
            }
        }
        items
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.value == key)
    }

    /// How many keys were asked for so far, for [`first_since`](Self::first_since).
    pub(crate) fn asked(&self) -> usize {
        self.asked.len()
    }

    /// The first of the keys that were asked for after that and are there.
    pub(crate) fn first_since(&self, asked: usize) -> Option<&'static str> {
        self.asked[asked..]
            .iter()
            .copied()
            .find(|key| self.has(key))
    }

    /// Adds a note on why keys are required.
    pub(crate) fn explain(&mut self, note: String) {
        self.why = Some(note);
    }

    pub(crate) fn report(&mut self) -> &mut Report {
        self.report
    }

    /// Whether one of the values had the wrong type.
    pub(crate) fn is_bad(&self, keys: &[&str]) -> bool {
        self.bad.iter().any(|bad| keys.contains(bad))
    }

    /// The keys as they stand in the table.
    pub(crate) fn keys(&self) -> Vec<Text<'a>> {
        self.table
            .iter()
            .map(|(name, _)| Spanned {
                value: name.value.as_str(),
                span: name.span.clone(),
            })
            .collect()
    }

    /// Reports the keys that nobody asked for, and what is missing: of each of `required`, one key must be there.
    pub(crate) fn finish(self, required: &[&[&str]]) {
        let unknown: Vec<&(Spanned<String>, Node)> = self
            .table
            .iter()
            .filter(|(key, _)| !self.asked.contains(&key.value.as_str()))
            .collect();
        let mut meant = Vec::new();
        for (key, node) in unknown {
            let is_table = matches!(node.value, Value::Table(_));
            let asked = || self.asked.iter().copied();
            let found = similar(&key.value, asked());
            let help = match found {
                Some(found) if is_table || !self.has(found) => {
                    meant.push(found);
                    format!("a key with a similar name exists: `{found}`")
                }
                Some(found) => format!("the key `{found}` is there already"),
                None if is_table && self.asked.contains(&"endpoints") => {
                    // Its keys stand where they are not looked for, so none of them is missing.
                    meant.extend(required.iter().map(|keys| keys[0]));
                    let place = quoted(&format!("endpoints.{}", key.value));
                    format!("an endpoint stands under `endpoints`, as {place}")
                }
                None => format!("the keys are {}", listed(asked(), "and")),
            };
            self.report.push(
                Diagnostic::new(
                    Rule::UnknownKey,
                    &key.span,
                    format!("unknown key {}", quoted(&key.value)),
                )
                .label(format!("not a key of {}", self.owner))
                .help(help),
            );
        }
        let missing: Vec<&[&str]> = required
            .iter()
            .copied()
            .filter(|keys| !keys.iter().any(|key| self.has(key) || meant.contains(key)))
            .collect();
        if missing.is_empty() {
            return;
        }
        let noun = if missing.len() == 1 { "key" } else { "keys" };
        let names = listed(missing.iter().map(|keys| keys[0]), "and");
        let mut diagnostic = Diagnostic::new(
            Rule::MissingKey,
            &self.place,
            format!("missing {noun} {names}"),
        )
        .label(format!("required in {}", self.owner));
        for keys in missing.iter().filter(|keys| keys.len() > 1) {
            let others = listed(keys[1..].iter().copied(), "or");
            diagnostic = diagnostic.note(format!("{others} can stand in place of `{}`", keys[0]));
        }
        if let Some(why) = self.why {
            diagnostic = diagnostic.note(why);
        }
        self.report.push(diagnostic);
    }
}

fn text<'a>(node: &'a Node, key: &str, expected: &str, report: &mut Report) -> Option<Text<'a>> {
    let Value::String(text) = &node.value else {
        report.push(wrong_type(node, key, expected));
        return None;
    };
    if let Some(unsafe_char) = text.chars().find(|c| is_unsafe(*c)) {
        report.push(unsafe_text(node, key, unsafe_char, report));
        return None;
    }
    Some(Spanned {
        value: text,
        span: node.span.clone(),
    })
}

fn unsafe_text(node: &Node, key: &str, found: char, report: &Report) -> Diagnostic {
    let written = &report.source.text[node.span.clone()];
    let span = match written.find(found) {
        Some(at) => node.span.start + at..node.span.start + at + found.len_utf8(),
        None => node.span.clone(),
    };
    let kind = if found.is_control() {
        "control"
    } else {
        "bidirectional"
    };
    Diagnostic::new(
        Rule::UnsafeText,
        &span,
        format!("{kind} character U+{:04X} in `{key}`", u32::from(found)),
    )
    .label("not allowed in a text")
    .note(if found.is_control() {
        "of the control characters, only newline and tab may stand in a text"
    } else {
        "it changes the order in which the characters around it are shown"
    })
}

pub(crate) fn wrong_type(node: &Node, key: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(
        Rule::WrongType,
        &node.span,
        format!("wrong type for {}", quoted(key)),
    )
    .label(format!("expected {expected}, found {}", node.value.kind()))
}
