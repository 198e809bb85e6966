//! Reads the keys of one table. A key is known because it is asked for, so the list of keys stands nowhere else.

use crate::parse::{Node, Table, Value};
use crate::report::{Diagnostic, Report, Reported, listed, quoted};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::text::{is_unsafe, similar};

pub(crate) type Text<'a> = Spanned<&'a str>;

/// The value of a key: `None` where the key is not there.
pub(crate) type Maybe<T> = Option<Result<T, Reported>>;

/// A value that is read elsewhere too.
pub(crate) fn by_ref<T>(value: &Result<T, Reported>) -> Result<&T, Reported> {
    value.as_ref().map_err(|reported| *reported)
}

/// The values of an array, of which some may be wrong.
pub(crate) type List<T> = Vec<Result<T, Reported>>;

pub(crate) struct Reader<'r, 'a> {
    table: &'a Table,
    /// Where a missing key is reported: the name of the table.
    place: Span,
    /// What the table is, for messages.
    owner: String,
    report: &'r mut Report,
    asked: Vec<&'static str>,
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
            why: None,
        }
    }

    /// The value of a key, of whatever type.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let (_, node) = self.entry(key)?;
        Some(node)
    }

    fn entry(&self, key: &str) -> Option<&'a (Spanned<String>, Node)> {
        self.table.iter().find(|(name, _)| name.value == key)
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Maybe<Text<'a>> {
        self.text_that_is(key, "a string")
    }

    /// A text; `expected` says what, where it is none.
    pub(crate) fn text_that_is(&mut self, key: &'static str, expected: &str) -> Maybe<Text<'a>> {
        let node = self.node(key)?;
        Some(text(node, key, expected, self.report))
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Maybe<List<Text<'a>>> {
        let nodes = match self.array(key, "an array of strings")? {
            Ok(nodes) => nodes,
            Err(reported) => return Some(Err(reported)),
        };
        let mut texts = Vec::new();
        for node in nodes {
            texts.push(text(node, key, "a string", self.report));
        }
        Some(Ok(texts))
    }

    pub(crate) fn array(&mut self, key: &'static str, expected: &str) -> Maybe<&'a [Node]> {
        let node = self.node(key)?;
        Some(match &node.value {
            Value::Array(nodes) => Ok(nodes),
            _ => Err(self.report.push(wrong_type(node, key, expected))),
        })
    }

    /// A table and the place of its name.
    pub(crate) fn table(&mut self, key: &'static str) -> Maybe<(Span, &'a Table)> {
        self.asked.push(key);
        let (name, node) = self.entry(key)?;
        Some(match &node.value {
            Value::Table(table) => Ok((name.span.clone(), table)),
            _ => Err(self.report.push(wrong_type(node, key, "a table"))),
        })
    }

    /// Reads each of the tables in an array, and reports what is none. Whether the key is there.
    pub(crate) fn tables(
        &mut self,
        key: &'static str,
        read: &mut dyn FnMut(&Span, &'a Table, &mut Report),
    ) -> bool {
        let found = self.array(key, "an array of tables");
        if let Some(Ok(nodes)) = found {
            for node in nodes {
                match &node.value {
                    Value::Table(table) => read(&node.span, table, self.report),
                    _ => drop(self.report.push(wrong_type(node, key, "a table"))),
                }
            }
        }
        found.is_some()
    }

    /// Reads each of the tables in a table with its name, and reports what is none. Whether there is anything, be it
    /// wrong.
    pub(crate) fn named(
        &mut self,
        key: &'static str,
        read: &mut dyn FnMut(Text<'a>, &'a Table, &mut Report),
    ) -> bool {
        let (_, entries) = match self.table(key) {
            Some(Ok(found)) => found,
            // What cannot be read is not missing.
            Some(Err(_)) => return true,
            None => return false,
        };
        for (name, node) in entries {
            match &node.value {
                Value::Table(table) => read(by_text(name), table, self.report),
                _ => drop(self.report.push(wrong_type(node, &name.value, "a table"))),
            }
        }
        !entries.is_empty()
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
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

    /// The keys as they stand in the table.
    pub(crate) fn keys(&self) -> Vec<Text<'a>> {
        let mut keys = Vec::new();
        for (name, _) in self.table {
            keys.push(by_text(name));
        }
        keys
    }

    /// Reports the keys that nobody asked for, and what is missing: of each of `required`, one key must be there. What
    /// an unknown key was meant for is not missing as well.
    pub(crate) fn finish(self, required: &[&[&'static str]]) -> Result<(), Reported> {
        let mut meant: Vec<(&str, Reported)> = Vec::new();
        for (key, node) in self.table {
            if self.asked.contains(&key.value.as_str()) {
                continue;
            }
            let is_table = matches!(node.value, Value::Table(_));
            let found = similar(&key.value, &self.asked);
            let mut means = Vec::new();
            let help = match found {
                Some(found) if is_table || !self.has(found) => {
                    means.push(found);
                    format!("a key with a similar name exists: `{found}`")
                }
                Some(found) => format!("the key `{found}` is there already"),
                None if is_table && self.asked.contains(&"endpoints") => {
                    // Its keys stand where they are not looked for, so none of them is missing.
                    let place = quoted(&format!("endpoints.{}", key.value));
                    means = first_of_each(required);
                    format!("an endpoint stands under `endpoints`, as {place}")
                }
                None => format!("the keys are {}", listed(&self.asked, "and")),
            };
            let title = format!("unknown key {}", quoted(&key.value));
            let reported = self.report.push(
                Diagnostic::new(Rule::UnknownKey, &key.span, title)
                    .label(format!("not a key of {}", self.owner))
                    .help(help),
            );
            for key in &means {
                meant.push((*key, reported));
            }
        }
        let mut reported = Ok(());
        let mut missing = Vec::new();
        for keys in required {
            if keys.iter().any(|key| self.has(key)) {
                continue;
            }
            match meant.iter().find(|(key, _)| keys.contains(key)) {
                Some((_, unknown)) => reported = Err(*unknown),
                None => missing.push(*keys),
            }
        }
        if missing.is_empty() {
            return reported;
        }
        let missing = missing_keys(&self.place, &self.owner, &missing);
        Err(self.report.push(match self.why {
            Some(why) => missing.note(why),
            None => missing,
        }))
    }
}

fn by_text(name: &Spanned<String>) -> Text<'_> {
    Spanned {
        value: &name.value,
        span: name.span.clone(),
    }
}

/// The value of a required key, when its table was [finished](Reader::finish).
pub(crate) fn required<T>(
    value: Maybe<T>,
    finished: Result<(), Reported>,
    key: &str,
    place: &Span,
    report: &mut Report,
) -> Result<T, Reported> {
    match (value, finished) {
        (Some(value), _) => value,
        (None, Err(reported)) => Err(reported),
        (None, Ok(())) => Err(report.push(missing_keys(place, "this table", &[&[key]]))),
    }
}

/// Of each of `missing`, the first key is wanted, and the others can stand in its place.
fn missing_keys(place: &Span, owner: &str, missing: &[&[&str]]) -> Diagnostic {
    let noun = if missing.len() == 1 { "key" } else { "keys" };
    let names = listed(&first_of_each(missing), "and");
    let title = format!("missing {noun} {names}");
    let mut diagnostic =
        Diagnostic::new(Rule::MissingKey, place, title).label(format!("required in {owner}"));
    for keys in missing {
        if let [first, others @ ..] = *keys
            && !others.is_empty()
        {
            let others = listed(others, "or");
            diagnostic = diagnostic.note(format!("{others} can stand in place of `{first}`"));
        }
    }
    diagnostic
}

fn first_of_each<'k>(lists: &[&[&'k str]]) -> Vec<&'k str> {
    let mut first = Vec::new();
    for keys in lists {
        first.push(keys[0]);
    }
    first
}

fn text<'a>(
    node: &'a Node,
    key: &str,
    expected: &str,
    report: &mut Report,
) -> Result<Text<'a>, Reported> {
    let Value::String(text) = &node.value else {
        return Err(report.push(wrong_type(node, key, expected)));
    };
    if let Some(unsafe_char) = text.chars().find(|c| is_unsafe(*c)) {
        return Err(report.push(unsafe_text(node, key, unsafe_char, report)));
    }
    Ok(Spanned {
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

fn wrong_type(node: &Node, key: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(
        Rule::WrongType,
        &node.span,
        format!("wrong type for {}", quoted(key)),
    )
    .label(format!("expected {expected}, found {}", node.value.kind()))
}
