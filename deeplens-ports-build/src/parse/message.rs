//! What is said of what `toml` refuses.

use super::statements::Wrong;
use crate::report::{Diagnostic, quoted};
use crate::rule::Rule;
use crate::source::Span;

/// What `toml` says of a key that was there before.
pub(super) const DUPLICATE: &str = "duplicate key";

/// What `toml` says of a value that is none.
const NO_VALUE: &str = "string values must be quoted";

/// What `toml` says of a backslash in a string.
const NO_ESCAPE: &str = "missing escaped value";

/// A mistake by what `toml` says of it. What is not known here is shown as it is.
pub(super) fn refused(message: &str, span: &Span, text: &str) -> Diagnostic {
    let found = &text[span.clone()];
    let (what, expected) = match message.split_once(", expected ") {
        Some((what, "nothing")) => (what, None),
        Some((what, expected)) => (what, Some(expected)),
        None => (message, None),
    };
    let new = |title: &str| Diagnostic::new(Rule::Syntax, span, title);
    let expected = expected.map(|list| format!("expected {}", alternatives(list)));
    match what {
        NO_VALUE if found.trim().is_empty() => new("missing value").label("expected a value"),
        NO_VALUE => new(&format!("invalid value {}", quoted(found)))
            .label("not a number, boolean, date, array or table")
            .help("a string stands in quotes"),
        NO_ESCAPE => new("invalid escape sequence").label(expected.unwrap_or_default()),
        _ => new(what).label(expected.unwrap_or_else(|| "not valid in TOML".to_owned())),
    }
}

/// A key that is there twice, with the place of the first if it is known.
pub(super) fn duplicate(span: &Span, first: Option<&Span>, text: &str) -> Diagnostic {
    let key = text[span.clone()].trim_matches(['"', '\'']);
    let title = format!("duplicate key {}", quoted(key));
    let diagnostic = Diagnostic::new(Rule::Syntax, span, title);
    match first {
        Some(first) => diagnostic
            .label("defined again here")
            .other(first, "first defined here"),
        None => diagnostic.label("defined before"),
    }
}

/// A statement that is not closed.
pub(super) fn wrong(wrong: Wrong, span: &Span) -> Diagnostic {
    let (title, label) = match wrong {
        Wrong::UnclosedHeader(closing) => {
            ("unclosed table header", format!("expected `{closing}`"))
        }
        Wrong::UnopenedHeader(opening) => {
            ("unopened table header", format!("expected `{opening}`"))
        }
        Wrong::NoValue => ("key with no value", "expected `=`".to_owned()),
        Wrong::UnclosedString => ("unclosed string", "expected a closing quote".to_owned()),
        Wrong::UnclosedText => ("unclosed string", "never closed".to_owned()),
        Wrong::UnclosedArray => ("unclosed array", "never closed".to_owned()),
        Wrong::UnclosedTable => ("unclosed inline table", "never closed".to_owned()),
    };
    Diagnostic::new(Rule::Syntax, span, title).label(label)
}

/// A list with commas as one with an `or`.
fn alternatives(list: &str) -> String {
    match list.rsplit_once(", ") {
        Some((init, last)) if !last.contains('`') || last.len() > 2 => format!("{init} or {last}"),
        _ => list.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{DUPLICATE, NO_ESCAPE, NO_VALUE, refused};
    use toml::de::DeTable;

    /// Where this fails, `toml` says it in other words now: a message is then as right, and less of a help.
    #[test]
    fn the_words_of_toml_are_known() {
        for (text, known) in [
            ("a = 1\na = 2", DUPLICATE),
            ("[a]\n[a]", DUPLICATE),
            ("a = b", NO_VALUE),
            ("a =", NO_VALUE),
            (r#"a = "\q""#, NO_ESCAPE),
        ] {
            let (_, errors) = DeTable::parse_recoverable(text);
            let known = errors.iter().any(|error| {
                let (what, _) = error
                    .message()
                    .split_once(", expected ")
                    .unwrap_or((error.message(), ""));
                what == known
            });
            assert!(known, "{text}: {errors:?}");
        }
    }

    #[test]
    fn words_that_are_not_known_are_shown_as_they_are() {
        let text = "a = b";
        let shown = |message| {
            let diagnostic = refused(message, &(4..5), text);
            (diagnostic.title().to_owned(), diagnostic.label)
        };
        let told = |title: &str, label: &str| (title.to_owned(), label.to_owned());
        assert_eq!(
            shown("no such thing"),
            told("no such thing", "not valid in TOML")
        );
        assert_eq!(
            shown("odd, expected even, nil"),
            told("odd", "expected even or nil")
        );
        assert_eq!(
            shown("odd, expected nothing"),
            told("odd", "not valid in TOML")
        );
    }
}
