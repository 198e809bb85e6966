//! The keys of the configuration.

mod export;

use super::ignore::Ignore;
use super::toml::{self, Entry, Node, Table, Value};
use crate::audit::map::PortMap;
use crate::audit::rule::Rule;
use crate::export::Export;
use crate::mistakes::Mistakes;
use crate::source::Source;
use std::collections::BTreeMap;
use std::ops::Range;

#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) skip: Vec<String>,
    /// Of services.
    pub(super) names: BTreeMap<String, Vec<String>>,
    pub(super) ignores: Vec<Ignore>,
    pub(super) exports: Vec<Export>,
}

pub(super) fn content(source: &Source, map: &PortMap) -> Result<Content, Mistakes> {
    let (table, mistakes) = toml::parse(&source.text);
    let mut reader = Reader {
        mistakes: Mistakes::new(source),
        source,
    };
    for (span, said) in mistakes {
        reader.say(&span, said, "");
    }
    if !reader.mistakes.is_empty() {
        return Err(reader.mistakes);
    }
    let mut content = Content::default();
    for entry in &table {
        match &*entry.key {
            "audit" => reader.audit(entry, map, &mut content),
            "export" => content.exports = reader.exports(entry, map),
            _ => reader.unknown(entry, "`audit` and `export`"),
        }
    }
    if reader.mistakes.is_empty() {
        Ok(content)
    } else {
        Err(reader.mistakes)
    }
}

struct Reader<'a> {
    source: &'a Source,
    mistakes: Mistakes,
}

impl Reader<'_> {
    fn say(&mut self, span: &Range<usize>, title: impl Into<String>, label: &str) {
        self.mistakes.push(self.source, span.clone(), title, label);
    }

    fn unknown(&mut self, entry: &Entry, known: &str) {
        let title = format!("unknown key `{}`", entry.key);
        let span = entry.key_span.clone();
        let mistake = self.mistakes.push(self.source, span, title, "no such key");
        mistake.help(format!("known here: {known}"));
    }

    fn wrong_type(&mut self, span: &Range<usize>, key: &str, expected: &str) {
        self.say(
            span,
            format!("wrong type of `{key}`"),
            &format!("expected {expected}"),
        );
    }

    fn audit(&mut self, entry: &Entry, map: &PortMap, content: &mut Content) {
        let Some(table) = self.table(entry) else {
            return;
        };
        for entry in table {
            match &*entry.key {
                "skip" => content.skip = self.texts(entry),
                "names" => content.names = self.names(entry, map),
                "ignore" => content.ignores = self.ignores(entry),
                _ => self.unknown(entry, "`ignore`, `names` and `skip`"),
            }
        }
    }

    fn names(&mut self, entry: &Entry, map: &PortMap) -> BTreeMap<String, Vec<String>> {
        let mut names = BTreeMap::new();
        for entry in self.table(entry).into_iter().flatten() {
            if map.has_service(&entry.key) {
                names.insert(entry.key.clone(), self.texts(entry));
            } else {
                let title = format!("unknown service `{}`", entry.key);
                let label = format!("no service of {}", map.file());
                self.say(&entry.key_span, title, &label);
            }
        }
        names
    }

    fn ignores(&mut self, entry: &Entry) -> Vec<Ignore> {
        let Value::List(nodes) = &entry.node.value else {
            self.wrong_type(&entry.node.span, &entry.key, "tables, `[[audit.ignore]]`");
            return Vec::new();
        };
        nodes.iter().filter_map(|node| self.ignore(node)).collect()
    }

    fn ignore(&mut self, node: &Node) -> Option<Ignore> {
        let Value::Table(table) = &node.value else {
            self.wrong_type(&node.span, "ignore", "a table");
            return None;
        };
        let (mut file, mut rule, mut port, mut reason) = (None, None, None, None);
        for entry in table {
            match &*entry.key {
                "file" => file = self.text(entry).map(|text| text.replace('\\', "/")),
                "rule" => rule = self.rule(entry),
                "port" => port = self.port(entry),
                "reason" => reason = self.text(entry),
                _ => self.unknown(entry, "`file`, `port`, `reason` and `rule`"),
            }
        }
        for key in ["file", "rule", "reason"] {
            if !table.iter().any(|entry| entry.key == key) {
                self.say(&node.span, format!("missing key `{key}`"), "of this ignore");
            }
        }
        reason?;
        Some(Ignore {
            file: file?,
            rule: rule?,
            port,
            location: self.source.location(node.span.clone()),
        })
    }

    fn rule(&mut self, entry: &Entry) -> Option<Rule> {
        let name = self.text(entry)?;
        let rule = Rule::of(&name);
        if rule.is_none() {
            self.say(
                &entry.node.span,
                format!("unknown rule `{name}`"),
                "no rule has this name",
            );
        }
        rule
    }

    fn port(&mut self, entry: &Entry) -> Option<u16> {
        let port = match &entry.node.value {
            Value::Integer(number) => number.and_then(|number| u16::try_from(number).ok()),
            _ => None,
        };
        let port = port.filter(|port| *port > 0);
        if port.is_none() {
            self.wrong_type(&entry.node.span, &entry.key, "a number from 1 to 65535");
        }
        port
    }

    fn table<'t>(&mut self, entry: &'t Entry) -> Option<&'t Table> {
        match &entry.node.value {
            Value::Table(table) => Some(table),
            _ => {
                self.wrong_type(&entry.node.span, &entry.key, "a table");
                None
            }
        }
    }

    fn text(&mut self, entry: &Entry) -> Option<String> {
        match &entry.node.value {
            Value::Text(text) => Some(text.clone()),
            _ => {
                self.wrong_type(&entry.node.span, &entry.key, "a string");
                None
            }
        }
    }

    fn texts(&mut self, entry: &Entry) -> Vec<String> {
        let Value::List(nodes) = &entry.node.value else {
            self.wrong_type(&entry.node.span, &entry.key, "an array of strings");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for node in nodes {
            match &node.value {
                Value::Text(text) => texts.push(text.clone()),
                _ => self.wrong_type(&node.span, &entry.key, "a string"),
            }
        }
        texts
    }
}
