//! Keys that are there twice.

use crate::source::Span;
use toml::de::{DeTable, DeValue};

/// Of how many keys the first place is looked up, each time through the text before it.
const LOOKUPS: usize = 100;

pub(super) struct Duplicates<'a> {
    text: &'a str,
    /// Where the headers of the text start, and how many were passed.
    headers: &'a [usize],
    passed: usize,
    /// What stands under the last header that was there before: it is reported as a whole.
    repeated: Span,
    lookups: usize,
}

impl<'a> Duplicates<'a> {
    pub(super) fn new(text: &'a str, headers: &'a [usize]) -> Self {
        Self {
            text,
            headers,
            passed: 0,
            repeated: 0..0,
            lookups: 0,
        }
    }

    /// Whether the key at this place is one of a table that was reported. The places are in ascending order.
    pub(super) fn are_told(&mut self, at: usize) -> bool {
        if self.repeated.contains(&at) {
            return true;
        }
        while self.end() <= at {
            self.passed += 1;
        }
        let header = self.headers[..self.passed].last();
        if header.is_some_and(|header| !self.text[*header..at].contains('\n')) {
            self.repeated = at..self.end();
        }
        false
    }

    /// Where the next header starts.
    fn end(&self) -> usize {
        let end = self.headers.get(self.passed);
        end.copied().unwrap_or(usize::MAX)
    }

    /// Where the key at `again` was defined first, in the text that was parsed.
    pub(super) fn first(&mut self, parsed: &str, again: &Span) -> Option<Span> {
        self.lookups += 1;
        (self.lookups <= LOOKUPS).then(|| first_definition(parsed, again))?
    }
}

/// Where the key at `again` was defined first: the text before its line is parsed by itself, and the path of
/// the key looked up there. `None` within inline tables.
fn first_definition(text: &str, again: &Span) -> Option<Span> {
    const PROBE: &str = "\u{fffd}";
    let line = text[..again.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[..line];
    let statement = text[line..again.end].trim_start();
    let (mut path, statement) = if let Some(header) = statement.strip_prefix("[[") {
        (Vec::new(), header)
    } else if let Some(header) = statement.strip_prefix('[') {
        (Vec::new(), header)
    } else {
        let probed = format!("{before}\n'{PROBE}' = 0\n");
        let (tree, _) = DeTable::parse_recoverable(&probed);
        (path_to(tree.get_ref(), PROBE)?, statement)
    };
    let own = format!("{statement} = '{PROBE}'");
    let own = DeTable::parse(&own).ok()?;
    let (tree, _) = DeTable::parse_recoverable(before);
    path.append(&mut single_path(own.get_ref())?);
    definition(tree.get_ref(), &path)
}

/// The keys that lead to the table with the key `name`.
fn path_to(table: &DeTable<'_>, name: &str) -> Option<Vec<String>> {
    for (key, value) in table {
        if key.get_ref() == name {
            return Some(Vec::new());
        }
        let inner = match value.get_ref() {
            DeValue::Table(inner) => Some(inner),
            DeValue::Array(items) => items.last().and_then(|item| item.get_ref().as_table()),
            _ => None,
        };
        if let Some(mut rest) = inner.and_then(|inner| path_to(inner, name)) {
            let mut path = vec![key.get_ref().to_string()];
            path.append(&mut rest);
            return Some(path);
        }
    }
    None
}

/// The keys of a tree with one leaf.
fn single_path(table: &DeTable<'_>) -> Option<Vec<String>> {
    let (key, value) = table.iter().next()?;
    let mut rest = match value.get_ref() {
        DeValue::Table(inner) => single_path(inner)?,
        _ => Vec::new(),
    };
    let mut path = vec![key.get_ref().to_string()];
    path.append(&mut rest);
    Some(path)
}

fn definition(table: &DeTable<'_>, path: &[String]) -> Option<Span> {
    let (first, rest) = path.split_first()?;
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == first)?;
    if rest.is_empty() {
        return Some(key.span());
    }
    match value.get_ref() {
        DeValue::Table(inner) => definition(inner, rest),
        DeValue::Array(items) => definition(items.last()?.get_ref().as_table()?, rest),
        _ => None,
    }
}
