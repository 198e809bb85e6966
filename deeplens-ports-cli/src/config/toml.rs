//! TOML as a tree in which every value knows its place. The one file of this crate that knows `toml`.

use std::ops::Range;
use toml::de::{DeTable, DeValue};

pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

pub(super) enum Value {
    Text(String),
    Flag(bool),
    Integer(Option<i64>),
    List(Vec<Node>),
    Table(Table),
    Other,
}

pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node,
}

pub(super) type Table = Vec<Entry>;

/// A mistake of syntax: where, and what.
pub(super) type Mistake = (Range<usize>, String);

/// In file order.
pub(super) fn parse(text: &str) -> (Table, Vec<Mistake>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mistakes = errors.iter().map(|error| {
        let said = error.message().lines().next().unwrap_or_default();
        (error.span().unwrap_or(0..0), said.to_owned())
    });
    (table(document.get_ref()), mistakes.collect())
}

fn table(of: &DeTable<'_>) -> Table {
    let entries = of.iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        key_span: key.span(),
        node: Node {
            span: value.span(),
            value: self::value(value.get_ref()),
        },
    });
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}

fn value(of: &DeValue<'_>) -> Value {
    match of {
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            Value::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok())
        }
        DeValue::Array(items) => {
            let nodes = items.iter().map(|item| Node {
                span: item.span(),
                value: value(item.get_ref()),
            });
            Value::List(nodes.collect())
        }
        DeValue::Table(of) => Value::Table(table(of)),
        _ => Value::Other,
    }
}
