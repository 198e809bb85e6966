//! The statements of a text, headers and entries, and those that are not closed. Where it can be told what is meant, the
//! parser is helped to read on behind it; else the text ends there.

use super::mended::Change;
use super::tokens::{self, Kind, Token};
use crate::source::Span;

/// What is wrong with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// With the brackets that are missing.
    UnclosedHeader(&'static str),
    UnopenedHeader(&'static str),
    NoValue,
    UnclosedString,
    /// A string of several lines.
    UnclosedText,
    UnclosedArray,
    UnclosedTable,
}

#[derive(Debug, Default)]
pub(super) struct Statements {
    /// Where the headers start.
    pub(super) headers: Vec<usize>,
    pub(super) wrong: Vec<(Wrong, Span)>,
    pub(super) changes: Vec<Change>,
    /// Where the statement starts of which nobody knows the end: the last one that is wrong.
    pub(super) end: Option<usize>,
}

pub(super) fn read(text: &str) -> Statements {
    let mut reader = Reader {
        text,
        tokens: tokens::read(text),
        at: 0,
        found: Statements::default(),
    };
    loop {
        let token = reader.peek();
        let read = match token.kind {
            Kind::Eof => break,
            Kind::Whitespace | Kind::Newline | Kind::Comment => {
                reader.at += 1;
                Ok(())
            }
            Kind::LeftSquareBracket => reader.header(),
            _ => reader.entry(),
        };
        if let Err(endless) = read {
            reader.found.wrong.push(endless);
            reader.found.end = Some(token.start);
            break;
        }
    }
    reader.found
}

/// Or what is wrong with a statement of which nobody knows the end.
type Read = Result<(), (Wrong, Span)>;

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    found: Statements,
}

impl Reader<'_> {
    fn header(&mut self) -> Read {
        let mut last = self.next();
        let start = last.start;
        self.found.headers.push(start);
        let mut missing = 1;
        if self.peek().kind == Kind::LeftSquareBracket {
            last = self.next();
            missing = 2;
        }
        last = self.key()?.unwrap_or(last);
        while missing > 0 && self.peek().kind == Kind::RightSquareBracket {
            last = self.next();
            missing -= 1;
        }
        if missing == 0 && self.peek().kind == Kind::RightSquareBracket {
            self.mend(Wrong::UnopenedHeader("["), start, start..start, "[");
        }
        let rest = self.rest_of_line()?.map_or(last.end, |rest| rest.end);
        if let Some(closing @ ("]" | "]]")) = "]]".get(..missing) {
            let change = last.end..rest;
            self.mend(Wrong::UnclosedHeader(closing), last.end, change, closing);
        }
        Ok(())
    }

    fn entry(&mut self) -> Read {
        let start = self.peek().start;
        let Some(key) = self.key()? else {
            // It starts with another character, of which the parser says enough.
            self.rest_of_line()?;
            return Ok(());
        };
        if self.peek().kind == Kind::Equals {
            return self.value();
        }
        let first = self.peek();
        let rest = self.rest_of_line()?;
        if first.kind == Kind::RightSquareBracket {
            let opening = if rest.is_some_and(|rest| rest.start > first.start) {
                "[["
            } else {
                "["
            };
            self.found.headers.push(start);
            self.mend(Wrong::UnopenedHeader(opening), start, start..start, opening);
        } else {
            let end = rest.map_or(key.end, |rest| rest.end);
            self.mend(Wrong::NoValue, key.end, start..end, "");
        }
        Ok(())
    }

    /// Passes a key and the blanks behind it; its last part.
    fn key(&mut self) -> Result<Option<Token>, (Wrong, Span)> {
        let mut last: Option<Token> = None;
        loop {
            let token = self.peek();
            let is_dot = token.kind == Kind::Dot;
            let wants_dot = last.is_some_and(|last| last.kind != Kind::Dot);
            if token.is_key() && (is_dot || !wants_dot) {
                self.closed(token)?;
                last = Some(token);
            } else if token.kind != Kind::Whitespace {
                return Ok(last);
            }
            self.at += 1;
        }
    }

    /// What stands behind the equals sign; all brackets in it are closed.
    fn value(&mut self) -> Read {
        let before = (self.found.wrong.len(), self.found.changes.len());
        let mut open: Vec<Token> = Vec::new();
        let endless = loop {
            let token = self.peek();
            match (token.kind, open.last()) {
                (Kind::Newline | Kind::Eof, None) => return Ok(()),
                (Kind::Eof, Some(_)) => break unclosed_bracket(open[0]),
                (Kind::LeftSquareBracket | Kind::LeftCurlyBracket, _) => open.push(token),
                (Kind::RightSquareBracket | Kind::RightCurlyBracket, Some(inner)) => {
                    let closing = if token.kind == Kind::RightSquareBracket {
                        ']'
                    } else {
                        '}'
                    };
                    if !closes(closing, *inner) {
                        break unclosed_bracket(*inner);
                    }
                    open.pop();
                }
                _ => match token.missing_quotes(self.text) {
                    Some(quote @ ("'" | "\"")) => self.close_string(token, quote, &mut open),
                    _ => {
                        if let Err(wrong) = self.closed(token) {
                            break wrong;
                        }
                    }
                },
            }
            self.at += 1;
        };
        // It may have swallowed other statements, and what is wrong in them.
        self.found.wrong.truncate(before.0);
        self.found.changes.truncate(before.1);
        Err(endless)
    }

    /// Closes a string before what it swallowed of the brackets around it.
    fn close_string(&mut self, token: Token, quote: &'static str, open: &mut Vec<Token>) {
        let written = self.text[token.span()].trim_end();
        let mut end = token.start + written.len();
        if !open.is_empty() {
            for c in written.bytes().rev() {
                if !b",]} \t".contains(&c) {
                    break;
                }
                end -= 1;
            }
        }
        for c in self.text[end..token.start + written.len()].chars() {
            if open.last().is_some_and(|inner| closes(c, *inner)) {
                open.pop();
            }
        }
        self.mend(Wrong::UnclosedString, end, end..end, quote);
    }

    fn peek(&self) -> Token {
        self.tokens.get(self.at).copied().unwrap_or(Token {
            kind: Kind::Eof,
            start: self.text.len(),
            end: self.text.len(),
        })
    }

    fn next(&mut self) -> Token {
        let token = self.peek();
        self.at += 1;
        token
    }

    /// Passes the rest of the line; the last token of it but for blanks and a comment.
    fn rest_of_line(&mut self) -> Result<Option<Token>, (Wrong, Span)> {
        let mut last = None;
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Newline | Kind::Eof => return Ok(last),
                Kind::Whitespace | Kind::Comment => {}
                Kind::MlBasicString | Kind::MlLiteralString => {
                    self.closed(token)?;
                    last = Some(token);
                }
                _ => last = Some(token),
            }
            self.at += 1;
        }
    }

    fn closed(&self, token: Token) -> Read {
        match token.missing_quotes(self.text) {
            None => Ok(()),
            Some("'" | "\"") => {
                let end = token.start + self.text[token.span()].trim_end().len();
                Err((Wrong::UnclosedString, end..end))
            }
            // Its end is the end of the text.
            Some(quotes) => Err((Wrong::UnclosedText, token.start..token.start + quotes.len())),
        }
    }

    fn mend(&mut self, wrong: Wrong, at: usize, part: Span, with: &'static str) {
        self.found.wrong.push((wrong, at..at));
        self.found.changes.push(Change { span: part, with });
    }
}

fn closes(closing: char, bracket: Token) -> bool {
    match bracket.kind {
        Kind::LeftSquareBracket => closing == ']',
        _ => closing == '}',
    }
}

fn unclosed_bracket(bracket: Token) -> (Wrong, Span) {
    let wrong = match bracket.kind {
        Kind::LeftSquareBracket => Wrong::UnclosedArray,
        _ => Wrong::UnclosedTable,
    };
    (wrong, bracket.span())
}
