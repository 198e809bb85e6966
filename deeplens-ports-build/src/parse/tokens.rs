//! The tokens of a text, as the parser itself reads them.

pub(super) use toml_parser::lexer::TokenKind as Kind;

use crate::source::Span;

/// A piece of the text, such as a bracket, a string, or a run of other characters: an atom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn span(self) -> Span {
        self.start..self.end
    }

    /// Whether it can be a part of a key.
    pub(super) fn is_key(self) -> bool {
        self.quotes().is_some() || matches!(self.kind, Kind::Atom | Kind::Dot)
    }

    /// The quotes that a string begins and ends with.
    fn quotes(self) -> Option<&'static str> {
        match self.kind {
            Kind::LiteralString => Some("'"),
            Kind::BasicString => Some("\""),
            Kind::MlLiteralString => Some("'''"),
            Kind::MlBasicString => Some("\"\"\""),
            _ => None,
        }
    }

    /// The quotes that a string should end with, if they are missing: it goes on to the end of the line, or of the text.
    pub(super) fn missing_quotes(self, text: &str) -> Option<&'static str> {
        let quotes = self.quotes()?;
        let body = text[self.span()].get(quotes.len()..)?.strip_suffix(quotes);
        let is_escaped = |body: &str| {
            let escapes = body.bytes().rev().take_while(|byte| *byte == b'\\');
            quotes.starts_with('"') && escapes.count() % 2 == 1
        };
        match body {
            Some(body) if !is_escaped(body) => None,
            _ => Some(quotes),
        }
    }
}

/// All of them; the last is the end of the text.
pub(super) fn read(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for token in toml_parser::Source::new(text).lex() {
        tokens.push(Token {
            kind: token.kind(),
            start: token.span().start(),
            end: token.span().end(),
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn strings_that_are_closed_and_that_are_not() {
        for closed in [
            r#""""#,
            r#""a\\""#,
            r#""\"""#,
            "''",
            r"'\'",
            r#""""""""#,
            r#""""a\"""""#,
            "''''a'''",
            "'''''''",
        ] {
            assert_eq!(read(closed)[0].missing_quotes(closed), None, "{closed}");
        }
        for (open, quotes) in [
            ("\"", "\""),
            (r#""a\""#, "\""),
            ("'", "'"),
            ("\"a\n", "\""),
            (r#"""""#, "\"\"\""),
            (r#""""""#, "\"\"\""),
            (r#""""a\""""#, "\"\"\""),
            ("'''a''", "'''"),
        ] {
            assert_eq!(read(open)[0].missing_quotes(open), Some(quotes), "{open}");
        }
    }
}
