//! What is new in TOML 1.1, which readers of 1.0 refuse: <https://toml.io/en/v1.1.0>. The text is TOML.

use super::tokens::{Kind, Token};
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Span;

/// Each with what to write in its place.
pub(super) fn refuse(text: &str, tokens: &[Token], report: &mut Report) {
    let mut reader = Reader {
        text,
        report,
        open: Vec::new(),
        comma: None,
    };
    for token in tokens {
        reader.read(*token);
    }
}

struct Reader<'a> {
    text: &'a str,
    report: &'a mut Report,
    /// The brackets around the next token, and of a table whether it was reported.
    open: Vec<(Token, bool)>,
    /// If nothing stands behind it.
    comma: Option<Token>,
}

impl Reader<'_> {
    fn read(&mut self, token: Token) {
        let comma = self.comma;
        if !matches!(token.kind, Kind::Whitespace | Kind::Comment | Kind::Newline) {
            self.comma = None;
        }
        match token.kind {
            Kind::LeftCurlyBracket | Kind::LeftSquareBracket => self.open.push((token, false)),
            Kind::RightCurlyBracket | Kind::RightSquareBracket => {
                self.open.pop();
                if let (Kind::RightCurlyBracket, Some(comma)) = (token.kind, comma) {
                    self.refuse(
                        comma.span(),
                        "trailing comma in an inline table",
                        "remove it",
                    );
                }
            }
            Kind::Comma => self.comma = Some(token),
            Kind::Newline => self.newline(),
            Kind::BasicString | Kind::MlBasicString => self.escapes(token),
            Kind::Atom => self.time(token),
            _ => {}
        }
    }

    fn newline(&mut self) {
        if let Some((table, is_told)) = self.open.last_mut()
            && table.kind == Kind::LeftCurlyBracket
            && !*is_told
        {
            *is_told = true;
            let place = table.span();
            let help = "write it in one line, or as a table with a header";
            self.refuse(place, "inline table in several lines", help);
        }
    }

    fn escapes(&mut self, token: Token) {
        let text = self.text;
        let mut escape = false;
        for (at, c) in text[token.span()].char_indices() {
            let start = token.start + at;
            let (end, code) = match c {
                'e' if escape => (start + 1, "1B"),
                'x' if escape => (
                    start + 3,
                    text.get(start + 1..start + 3).unwrap_or_default(),
                ),
                _ => {
                    escape = c == '\\' && !escape;
                    continue;
                }
            };
            escape = false;
            let place = start - 1..end;
            let shown = quoted(text.get(place.clone()).unwrap_or_default());
            let title = format!("escape sequence {shown}");
            self.refuse(place, &title, &format!("write `\\u00{code}`"));
        }
    }

    fn time(&mut self, token: Token) {
        let Some((hours, rest)) = self.text[token.span()].split_once(':') else {
            return;
        };
        if rest.get(2..).is_some_and(|rest| !rest.starts_with(':')) {
            let end = token.start + hours.len() + ":00".len();
            self.refuse(end..end, "time without seconds", "write `:00` here");
        }
    }

    fn refuse(&mut self, place: Span, title: &str, help: &str) {
        let found = Diagnostic::new(Rule::Syntax, &place, title)
            .label("new in TOML 1.1")
            .note("readers of TOML 1.0 refuse it")
            .help(help);
        self.report.push(found);
    }
}
