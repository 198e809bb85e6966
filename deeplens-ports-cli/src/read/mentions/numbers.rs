//! A number right behind a word with `port`: `PORT=8080`, `--port 8080`, `on port **8080**`, `process.env.PORT || 3000`.

use super::mention::Mention;
use crate::grammar::{key, number};
use crate::place::{Ports, Transport};

pub(super) fn find<'a>(text: &'a str, add: &mut impl FnMut(Mention<'a>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = position(&bytes[at..]) {
        let start = bytes[at..at + found]
            .iter()
            .rev()
            .take_while(|byte| is_word(**byte))
            .count();
        let start = at + found - start;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| is_word(**byte))
            .count();
        let end = start + length;
        let word = &text[start..end];
        if key::is_of_port(word) && !word.ends_with(['.', '-']) {
            behind(text, start, end, add);
        }
        at = end;
    }
}

/// Where `port` stands, in whatever letters.
fn position(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(4)
        .position(|four| four[0] | 0x20 == b'p' && four.eq_ignore_ascii_case(b"port"))
}

/// A letter of a name, of options and of what it is a part of.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_.-".contains(&byte)
}

/// The numbers behind a word.
fn behind<'a>(text: &'a str, start: usize, end: usize, add: &mut impl FnMut(Mention<'a>)) {
    let (word, rest) = (&text[start..end], &text[end..]);
    let Some(marks) = marks(rest) else {
        return;
    };
    // The value of a variable, and a number behind it: `$PORT:80`, `${PORT}:80`.
    let is_mapping = match &rest[..marks] {
        ":" => text[..start].ends_with('$'),
        marks => marks.starts_with(['}', ')']) && marks.ends_with(':'),
    };
    if is_mapping {
        return;
    }
    let variable = variable(word, &rest[..marks]);
    let mut at = end + marks;
    let mut least = if rest[..marks].contains(',') { 3 } else { 2 };
    while let Some((port, transport, length)) = port(&text[at..], least) {
        add(Mention {
            host: None,
            scheme: None,
            port,
            transport,
            variable,
            span: at..at + length,
            is_uncertain: false,
        });
        at += length;
        least = 2;
        let is_plural = word.ends_with(['s', 'S']);
        match more(&text[at..]).filter(|_| is_plural) {
            Some(between) => at += between,
            None => return,
        }
    }
}

/// How long the marks are that may stand between a word and its number, a type of a language among them.
fn marks(rest: &str) -> Option<usize> {
    const LONGEST: usize = 10;
    let is_mark = |byte: &u8| b" \t=:\"'`*()|?<>[]{},-".contains(byte);
    let count = |text: &str| text.bytes().take(LONGEST).take_while(is_mark).count();
    let first = count(rest);
    if first == 0 {
        return None;
    }
    if !rest[..first].trim_end().ends_with(':') {
        return Some(first);
    }
    let kind = rest[first..]
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let behind = first + kind;
    let second = count(&rest[behind..]);
    let is_type = rest[first..].starts_with(|letter: char| letter.is_ascii_alphabetic())
        && rest[behind..behind + second].trim() == "=";
    Some(if is_type { behind + second } else { first })
}

/// How long the words are that stand between two numbers of a list.
fn more(rest: &str) -> Option<usize> {
    let behind = rest.trim_start_matches([' ', '`', '*']);
    let mark = [",", "and ", "or ", "& "]
        .into_iter()
        .find_map(|mark| behind.strip_prefix(mark))?;
    let mark = mark.trim_start_matches([' ', '`', '*']);
    Some(rest.len() - mark.len())
}

/// The port that a text starts with, or a range of them, and how long it is.
fn port(text: &str, least: usize) -> Option<(Ports, Transport, usize)> {
    let digits = |text: &str| text.bytes().take(6).take_while(u8::is_ascii_digit).count();
    let length = digits(text);
    let first = number::port(&text[..length])
        .filter(|port| *port > 0 && length >= least && !text.starts_with('0'))?;
    let rest = &text[length..];
    let to = rest.strip_prefix('-').map_or(0, digits);
    let (ports, length) = if to > 0 {
        let last = number::port(&rest[1..=to])?;
        (Ports::new(first, last)?, length + 1 + to)
    } else {
        (Ports::One(first), length)
    };
    let rest = &text[length..];
    let transport = ["tcp", "udp", "sctp"].into_iter().find(|name| {
        let named = rest
            .strip_prefix('/')
            .and_then(|rest| rest.get(..name.len()));
        named.is_some_and(|named| named.eq_ignore_ascii_case(name))
    });
    let mut letters = rest.chars();
    let (next, second) = (letters.next(), letters.next());
    let is_part = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    };
    let ends = match next {
        Some('.' | ':' | '-' | '/') => transport.is_some() || !is_part(second),
        next => !is_part(next),
    };
    let transport = transport.and_then(Transport::of).unwrap_or_default();
    ends.then_some((ports, transport, length))
}

/// The name that is set to the number: a plain `port` is none.
fn variable<'a>(word: &'a str, marks: &str) -> Option<&'a str> {
    let name = word
        .rsplit('.')
        .next()
        .unwrap_or(word)
        .trim_start_matches('-');
    let is_plain = ["port", "ports"]
        .iter()
        .any(|plain| name.eq_ignore_ascii_case(plain));
    let is_set = marks.contains(['=', ':', '|', '?', ',']);
    (is_set && (!is_plain || name == "PORT")).then_some(name)
}
