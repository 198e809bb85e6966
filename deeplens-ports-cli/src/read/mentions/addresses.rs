//! `localhost:5000`, `http://127.0.0.1:8080/`, and `name:5432` where the name is somebody's.

use super::mention::Mention;
use crate::grammar::address;
use crate::place::{Ports, Transport};
use std::net::IpAddr;

pub(super) fn find<'a>(text: &'a str, add: &mut impl FnMut(Mention<'a>)) {
    for (colon, _) in text.match_indices(':') {
        if let Some(mention) = at(text, colon) {
            add(mention);
        }
    }
}

/// The address whose port stands behind a colon.
fn at(text: &str, colon: usize) -> Option<Mention<'_>> {
    let behind = &text[colon + 1..];
    let digits = behind
        .bytes()
        .take(6)
        .take_while(u8::is_ascii_digit)
        .count();
    let port: u16 = behind
        .get(..digits)?
        .parse()
        .ok()
        .filter(|port| *port > 0)?;
    if !ends(&behind[digits..]) {
        return None;
    }
    let end = colon + 1 + digits;
    let start = host(text, colon)?;
    let name = text[start..colon].trim_matches(['[', ']']);
    let before = &text[..start];
    let scheme = scheme(before);
    // A path, an option of a variable, or a part of something larger.
    if scheme.is_none() && before.ends_with(['/', '\\', '$', '%', '{', '@', ':', '~']) {
        return None;
    }
    let ip: Option<IpAddr> = name.parse().ok();
    let is_here = ip.is_some_and(|ip| ip.is_unspecified()) || address::is_local(name);
    let is_name = ip.is_none() && name.contains(|letter: char| letter.is_ascii_alphabetic());
    if !is_here && !(is_name && (scheme.is_some() || digits >= 4)) {
        return None;
    }
    Some(Mention {
        host: Some(name),
        scheme: scheme.filter(|scheme| !scheme.is_empty()),
        port: Ports::One(port),
        transport: Transport::Tcp,
        variable: None,
        span: start..end,
        is_uncertain: !is_here,
    })
}

/// Whether a port ends before a text: it is no part of a version, a time or a tag.
fn ends(rest: &str) -> bool {
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    match first {
        Some('.' | ':' | '-') => !is_part(second),
        Some('@' | '_') => false,
        first => !is_part(first),
    }
}

/// Where the host before a colon starts.
fn host(text: &str, colon: usize) -> Option<usize> {
    const LONGEST: usize = 255;
    let bytes = &text.as_bytes()[..colon];
    let is_part: fn(&u8) -> bool = match bytes.last()? {
        b']' => |byte| *byte != b'[',
        _ => |byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte),
    };
    let length = bytes
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(|byte| is_part(byte))
        .count();
    let start = match bytes.last()? {
        b']' => (colon - length)
            .checked_sub(1)
            .filter(|start| bytes[*start] == b'[')?,
        _ => colon - length,
    };
    let name = text.get(start..colon)?;
    let is_name = !name.is_empty() && !name.starts_with(['.', '-']);
    is_name.then_some(start)
}

/// The scheme of a URL whose host stands behind a text; empty where it is too far away.
fn scheme(before: &str) -> Option<&str> {
    const FARTHEST: usize = 200;
    let is_scheme = |letter: char| letter.is_ascii_alphanumeric() || "+.-".contains(letter);
    let rest = match before.strip_suffix("//") {
        // That of the page around it.
        Some(rest) if !rest.ends_with(':') => return Some(""),
        Some(rest) => &rest[..rest.len() - 1],
        None => {
            // Behind a user and a password.
            let user = before.strip_suffix('@')?;
            let window = (0..=user.len())
                .rev()
                .take(FARTHEST)
                .filter(|at| user.is_char_boundary(*at))
                .last()?;
            let word = user[window..]
                .rfind(char::is_whitespace)
                .map_or(window, |blank| window + blank);
            let mark = word + user[word..].find("://")?;
            &user[..mark]
        }
    };
    let length = rest
        .bytes()
        .rev()
        .take_while(|byte| is_scheme(char::from(*byte)))
        .count();
    Some(&rest[rest.len() - length..])
}
