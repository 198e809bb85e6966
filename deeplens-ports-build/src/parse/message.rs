//! What is said of what `toml` refuses.

use crate::report::{Diagnostic, quoted};
use crate::rule::Rule;
use crate::source::Span;
use toml::de::Error;

/// What `toml` says of a key that was there before.
pub(super) const DUPLICATE: &str = "duplicate key";

pub(super) fn syntax(text: &str, error: &Error, span: Span, first: Option<Span>) -> Diagnostic {
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
