//! Text to a tree with the place of every key and value. The only file that knows `toml`.

use crate::order;
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::{Source, Span, Spanned};
use std::borrow::Cow;
use toml::de::{DeTable, DeValue, Error};

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

/// The tree of the text; what TOML refuses goes into the report.
pub(crate) fn parse(source: &Source, report: &mut Report) -> Table {
    if source.text.starts_with(MARK) {
        let title = "second byte order mark";
        report.push(
            Diagnostic::new(Rule::Syntax, &(0..MARK.len_utf8()), title)
                .label("one is left out, a second one is a character of the text"),
        );
        return Table::new();
    }
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    let start = |error: &Error| error.span().map_or(0, |span| span.start);
    let errors = order::sorted(errors, |a, b| start(a).cmp(&start(b)));
    let mut repeated = 0..0;
    let mut lookups = 0;
    for error in errors {
        let span = inside(&source.text, error.span().unwrap_or(0..0));
        let is_duplicate = error.message() == DUPLICATE;
        if is_duplicate && repeated.contains(&span.start) {
            continue; // A key of a table that is reported as a whole.
        }
        let mut first = None;
        if is_duplicate {
            repeated = section(&source.text, &span);
            lookups += 1;
            if lookups <= LOOKUPS {
                first = first_definition(&source.text, &span);
            }
        }
        report.push(syntax(&source.text, &error, span, first));
    }
    table(document.into_inner())
}

fn table(entries: DeTable<'_>) -> Table {
    let entries: Table = entries
        .into_iter()
        .map(|(key, value)| {
            let span = key.span();
            let key = Spanned {
                value: key.into_inner().into_owned(),
                span,
            };
            let span = value.span();
            (key, node(value.into_inner(), span))
        })
        .collect();
    order::sorted(entries, |(a, _), (b, _)| a.span.start.cmp(&b.span.start))
}

fn node(value: DeValue<'_>, span: Span) -> Node {
    let value = match value {
        DeValue::String(text) => Value::String(with_newlines(text)),
        DeValue::Integer(digits) => {
            Value::Integer(i64::from_str_radix(digits.as_str(), digits.radix()).ok())
        }
        DeValue::Float(_) => Value::Float,
        DeValue::Boolean(_) => Value::Boolean,
        DeValue::Datetime(_) => Value::Datetime,
        DeValue::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| {
                    let span = item.span();
                    node(item.into_inner(), span)
                })
                .collect(),
        ),
        DeValue::Table(entries) => Value::Table(table(entries)),
    };
    Node { value, span }
}

/// A text means the same in a file with CRLF line ends.
fn with_newlines(text: Cow<'_, str>) -> String {
    if text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text.into_owned()
    }
}

/// The byte order mark. [`Source`] takes one off.
const MARK: char = '\u{feff}';

/// Of how many keys the first place is looked up, each time through the text before it.
const LOOKUPS: usize = 100;

/// What `toml` says of a key that was there before.
const DUPLICATE: &str = "duplicate key";

/// What stands under the header at `span`; nothing if it is no header.
fn section(text: &str, span: &Span) -> Span {
    let line = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    if !text[line..]
        .trim_start_matches([' ', '\t'])
        .starts_with('[')
    {
        return 0..0;
    }
    let next = text[span.end..]
        .find("\n[")
        .map_or(text.len(), |at| span.end + at);
    span.end..next
}

fn syntax(text: &str, error: &Error, span: Span, first: Option<Span>) -> Diagnostic {
    let found = &text[span.clone()];
    let next = text[span.start..].chars().next();
    let (what, expected) = match error.message().split_once(", expected ") {
        Some((what, expected)) => (what, Some(expected)),
        None => (error.message(), None),
    };
    let new = |title: String| Diagnostic::new(Rule::Syntax, &span, title);
    match what {
        DUPLICATE => {
            let diagnostic = new(format!(
                "duplicate key {}",
                quoted(found.trim_matches(['"', '\'']))
            ));
            match first {
                Some(first) => diagnostic
                    .label("defined again here")
                    .other(&first, "first defined here"),
                None => diagnostic.label("defined before"),
            }
        }
        "string values must be quoted" if found.trim().is_empty() => {
            new("missing value".to_owned()).label("expected a value")
        }
        "string values must be quoted" => new(format!("invalid value {}", quoted(found)))
            .label("not a number, boolean, date, array or table")
            .help("a string stands in quotes"),
        "missing escaped value" => new("invalid escape sequence".to_owned()).label(
            expected.map_or_else(String::new, |list| {
                format!("expected {}", alternatives(list))
            }),
        ),
        _ if what.starts_with("invalid") && what.ends_with("string") => match next {
            Some(c) if c.is_control() && c != '\n' && c != '\r' => new(format!(
                "control character U+{:04X} in a string",
                u32::from(c)
            ))
            .label("not allowed in TOML"),
            _ => unclosed_string(text, what, span),
        },
        _ => new(what.to_owned()).label(match expected {
            None | Some("nothing") => "not valid in TOML".to_owned(),
            Some(expected) => format!("expected {}", alternatives(expected)),
        }),
    }
}

/// A string of several lines is shown where it begins: its end is the end of the file.
fn unclosed_string(text: &str, what: &str, span: Span) -> Diagnostic {
    let quotes = if what.contains("literal") {
        "'''"
    } else {
        "\"\"\""
    };
    let begin = text[..span.start]
        .rfind(quotes)
        .filter(|_| what.contains("multi-line"));
    let (span, label) = match begin {
        Some(at) => (at..at + quotes.len(), "never closed"),
        None => (span, "expected a closing quote"),
    };
    Diagnostic::new(Rule::Syntax, &span, "unclosed string").label(label)
}

/// A list with commas as one with an `or`.
fn alternatives(list: &str) -> String {
    match list.rsplit_once(", ") {
        Some((init, last)) if !last.contains('`') || last.len() > 2 => format!("{init} or {last}"),
        _ => list.to_owned(),
    }
}

/// The span, moved into the text and onto character boundaries.
fn inside(text: &str, span: Span) -> Span {
    let mut start = span.start;
    if start >= text.len() {
        // What is missing at the end of the file is missing behind its last character.
        start = text.trim_end_matches(['\r', '\n']).len();
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Where the key at `again` was defined first: the text before its line is parsed by itself, and the path of
/// the key looked up there. `None` within inline tables.
fn first_definition(text: &str, again: &Span) -> Option<Span> {
    const PROBE: &str = "\u{fffd}";
    let line = text[..again.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[..line];
    let statement = text[line..again.end].trim_start();
    let (path, statement) = if let Some(header) = statement.strip_prefix("[[") {
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
    let path: Vec<String> = path
        .into_iter()
        .chain(single_path(own.get_ref())?)
        .collect();
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
        if let Some(rest) = inner.and_then(|inner| path_to(inner, name)) {
            let key = key.get_ref().to_string();
            return Some(std::iter::once(key).chain(rest).collect());
        }
    }
    None
}

/// The keys of a tree with one leaf.
fn single_path(table: &DeTable<'_>) -> Option<Vec<String>> {
    let (key, value) = table.iter().next()?;
    let rest = match value.get_ref() {
        DeValue::Table(inner) => single_path(inner)?,
        _ => Vec::new(),
    };
    let key = key.get_ref().to_string();
    Some(std::iter::once(key).chain(rest).collect())
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
