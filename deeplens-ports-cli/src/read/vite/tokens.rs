//! The tokens of JavaScript, as far as an object with settings needs them.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Mark,
    /// Between quotes, which are no part of it.
    Text,
    /// A name or a number.
    Word,
}

#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
}

/// All tokens; comments are none.
pub(super) fn of(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || loop {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let (kind, inside, length) = match first {
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            '/' if rest.starts_with("//") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            '/' if rest.starts_with("/*") => {
                at += rest.find("*/").map_or(rest.len(), |end| end + 2);
                continue;
            }
            '"' | '\'' | '`' => {
                let length = quoted(rest, first);
                let inside = 1..(length - 1).max(1);
                (Kind::Text, inside, length)
            }
            _ if is_word(first) => {
                let length = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
                (Kind::Word, 0..length, length)
            }
            _ => (Kind::Mark, 0..first.len_utf8(), first.len_utf8()),
        };
        let span = at + inside.start..at + inside.end;
        at += length;
        let text = text.get(span.clone()).unwrap_or_default();
        return Some(Token { kind, text, span });
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.')
}

/// How long a text with its quotes is: to the end of the file, where none closes it.
fn quoted(text: &str, quote: char) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == quote {
            return at + 1;
        }
    }
    text.len()
}
