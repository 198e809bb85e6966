//! Reads the keys of one table. A key is known because its section has it.

use crate::key::{Key, Required, Section};
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
    section: &'static Section,
    required: &'static [Required],
    report: &'r mut Report,
    why: Option<String>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(crate) fn new(
        table: &'a Table,
        place: &Span,
        section: &'static Section,
        report: &'r mut Report,
    ) -> Self {
        Self {
            table,
            place: place.clone(),
            section,
            required: section.required,
            report,
            why: None,
        }
    }

    /// The value of a key, of whatever type.
    pub(crate) fn node(&self, key: &str) -> Option<&'a Node> {
        self.table
            .iter()
            .find(|(name, _)| name.value == key)
            .map(|(_, node)| node)
    }

    pub(crate) fn text(&mut self, key: &str) -> Maybe<Text<'a>> {
        self.text_that_is(key, "a string")
    }

    /// A text; `expected` says what, where it is none.
    pub(crate) fn text_that_is(&mut self, key: &str, expected: &str) -> Maybe<Text<'a>> {
        let node = self.node(key)?;
        Some(text(node, key, expected, self.report))
    }

    pub(crate) fn texts(&mut self, key: &str) -> Maybe<List<Text<'a>>> {
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

    pub(crate) fn array(&mut self, key: &str, expected: &str) -> Maybe<&'a [Node]> {
        let node = self.node(key)?;
        Some(match &node.value {
            Value::Array(nodes) => Ok(nodes),
            _ => Err(self.report.push(wrong_type(node, key, expected))),
        })
    }

    /// A table and the place of its name.
    pub(crate) fn table(&mut self, key: &str) -> Maybe<(Span, &'a Table)> {
        let node = self.node(key)?;
        let (name, _) = self.table.iter().find(|(name, _)| name.value == key)?;
        Some(match &node.value {
            Value::Table(table) => Ok((name.span.clone(), table)),
            _ => Err(self.report.push(wrong_type(node, key, "a table"))),
        })
    }

    /// The tables in an array, each read by `read`.
    pub(crate) fn tables<T>(
        &mut self,
        key: &str,
        read: fn(&Span, &'a Table, &mut Report) -> T,
    ) -> Maybe<List<T>> {
        let nodes = match self.array(key, "an array of tables")? {
            Ok(nodes) => nodes,
            Err(reported) => return Some(Err(reported)),
        };
        let mut items = Vec::new();
        for node in nodes {
            items.push(match &node.value {
                Value::Table(table) => Ok(read(&node.span, table, self.report)),
                _ => Err(self.report.push(wrong_type(node, key, "a table"))),
            });
        }
        Some(Ok(items))
    }

    /// The tables in a table, each with its name and read by `read`; those of another type are reported.
    pub(crate) fn named<T>(
        &mut self,
        key: &str,
        read: fn(Text<'a>, &'a Table, &mut Report) -> T,
    ) -> Maybe<List<T>> {
        let tables = match self.table(key)? {
            Ok((_, tables)) => tables,
            Err(reported) => return Some(Err(reported)),
        };
        let mut items = Vec::new();
        for (name, node) in tables {
            items.push(match &node.value {
                Value::Table(table) => {
                    let name = Spanned {
                        value: name.value.as_str(),
                        span: name.span.clone(),
                    };
                    Ok(read(name, table, self.report))
                }
                _ => Err(self.report.push(wrong_type(node, &name.value, "a table"))),
            });
        }
        Some(Ok(items))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.value == key)
    }

    /// The first of the keys that is there.
    pub(crate) fn first_of(&self, keys: &[Key]) -> Option<&'static str> {
        let mut names = keys.iter().map(|key| key.name);
        names.find(|name| self.has(name))
    }

    /// No key of the section must be there.
    pub(crate) fn require_nothing(&mut self) {
        self.required = &[];
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
        self.table
            .iter()
            .map(|(name, _)| Spanned {
                value: name.value.as_str(),
                span: name.span.clone(),
            })
            .collect()
    }

    /// Reports the keys that the section does not have, and what is missing. What an unknown key was meant for is not
    /// missing as well.
    pub(crate) fn finish(self) -> Result<(), Reported> {
        let known: Vec<&str> = self.section.keys().map(|key| key.name).collect();
        let mut meant: Vec<(&str, Reported)> = Vec::new();
        for (key, node) in self.table {
            if self.section.has(&key.value) {
                continue;
            }
            let is_table = matches!(node.value, Value::Table(_));
            let found = similar(&key.value, &known);
            let (help, means) = match found {
                Some(found) if is_table || !self.has(found) => (
                    format!("a key with a similar name exists: `{found}`"),
                    vec![found],
                ),
                Some(found) => (format!("the key `{found}` is there already"), Vec::new()),
                None if is_table && self.section.has("endpoints") => {
                    // Its keys stand where they are not looked for, so none of them is missing.
                    let place = quoted(&format!("endpoints.{}", key.value));
                    let help = format!("an endpoint stands under `endpoints`, as {place}");
                    let required = self.required.iter().map(|it| it.one_of()[0]);
                    (help, required.collect())
                }
                None => {
                    let keys = listed(&known, "and");
                    (format!("the keys are {keys}"), Vec::new())
                }
            };
            let title = format!("unknown key {}", quoted(&key.value));
            let reported = self.report.push(
                Diagnostic::new(Rule::UnknownKey, &key.span, title)
                    .label(format!("not a key of {}", self.section.what))
                    .help(help),
            );
            meant.extend(means.into_iter().map(|key| (key, reported)));
        }
        let mut reported = Ok(());
        let mut missing = Vec::new();
        for required in self.required {
            let one_of = required.one_of();
            if one_of.iter().any(|key| self.has(key))
                || required.other().is_some_and(|it| self.has(it))
            {
                continue;
            }
            match meant.iter().find(|(key, _)| one_of.contains(key)) {
                Some((_, unknown)) => reported = Err(*unknown),
                None => missing.push(one_of),
            }
        }
        if missing.is_empty() {
            return reported;
        }
        let missing = missing_keys(&self.place, self.section.what, &missing);
        Err(self.report.push(match self.why {
            Some(why) => missing.note(why),
            None => missing,
        }))
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
    let names: Vec<&str> = missing.iter().map(|keys| keys[0]).collect();
    let names = listed(&names, "and");
    let title = format!("missing {noun} {names}");
    let mut diagnostic =
        Diagnostic::new(Rule::MissingKey, place, title).label(format!("required in {owner}"));
    for keys in missing.iter().filter(|keys| keys.len() > 1) {
        let others = listed(&keys[1..], "or");
        diagnostic = diagnostic.note(format!("{others} can stand in place of `{}`", keys[0]));
    }
    diagnostic
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
