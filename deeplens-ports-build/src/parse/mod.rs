//! Text to a tree with the place of every key and value. Only this folder knows `toml`.

mod duplicate;
mod message;
mod tree;

pub(crate) use tree::{Node, Table, Value};

use crate::order;
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::{Source, Span};
use duplicate::first_definition;
use message::{DUPLICATE, syntax};
use toml::de::{DeTable, Error};

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
    tree::table(document.into_inner())
}

/// The byte order mark. [`Source`] takes one off.
const MARK: char = '\u{feff}';

/// Of how many keys the first place is looked up, each time through the text before it.
const LOOKUPS: usize = 100;

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
