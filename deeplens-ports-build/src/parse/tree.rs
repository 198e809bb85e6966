//! The tree of a text: tables, values, and where they stand.

use crate::order;
use crate::source::{Span, Spanned};
use toml::de::{DeTable, DeValue};

/// A value and its place; of a table with a header, the place is the header.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) enum Value {
    String(String),
    /// `None`: more digits than any number here has.
    Integer(Option<i64>),
    Float,
    Boolean,
    Datetime,
    Array(Vec<Node>),
    Table(Table),
}

/// The entries of a table, in file order.
pub(crate) type Table = Vec<(Spanned<String>, Node)>;

impl Value {
    /// The type with its article, as messages call it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Integer(_) => "an integer",
            Self::Float => "a float",
            Self::Boolean => "a boolean",
            Self::Datetime => "a date",
            Self::Array(_) => "an array",
            Self::Table(_) => "a table",
        }
    }
}

/// Where a place of the text that was parsed is in the map.
type Origin<'a> = &'a dyn Fn(Span) -> Span;

pub(super) fn table(entries: &DeTable<'_>, origin: Origin<'_>) -> Table {
    let mut table = Table::new();
    for (key, value) in entries {
        let span = origin(key.span());
        let key = Spanned {
            value: key.get_ref().to_string(),
            span,
        };
        table.push((key, node(value, origin)));
    }
    order::sorted(table, |(a, _), (b, _)| a.span.start.cmp(&b.span.start))
}

fn node(value: &toml::Spanned<DeValue<'_>>, origin: Origin<'_>) -> Node {
    let span = origin(value.span());
    let value = match value.get_ref() {
        DeValue::String(text) => Value::String(with_newlines(text)),
        DeValue::Integer(digits) => {
            Value::Integer(i64::from_str_radix(digits.as_str(), digits.radix()).ok())
        }
        DeValue::Float(_) => Value::Float,
        DeValue::Boolean(_) => Value::Boolean,
        DeValue::Datetime(_) => Value::Datetime,
        DeValue::Array(items) => {
            let mut nodes = Vec::new();
            for item in items {
                nodes.push(node(item, origin));
            }
            Value::Array(nodes)
        }
        DeValue::Table(entries) => Value::Table(table(entries, origin)),
    };
    Node { value, span }
}

/// A text means the same in a file with CRLF line ends.
fn with_newlines(text: &str) -> String {
    text.replace("\r\n", "\n")
}
