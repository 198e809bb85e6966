//! `NAME = value`, `NAME := value`, `NAME ?= value`, `NAME += value`.

use super::lines;
use crate::read::script::shell;
use crate::read::script::step::{Assigned, How, Script, Set};
use crate::read::script::word::{Part, Why};
use std::ops::Range;

/// The assignment that a line is, and before it the target that it is for.
pub(super) fn of(text: &str, line: Range<usize>, script: &mut Script) -> Option<(Set, bool)> {
    let whole = &text[line.clone()];
    let equals = lines::position(whole, |byte| matches!(byte, b'=' | b'#'))
        .filter(|at| whole[*at..].starts_with('='))?;
    let before = &whole[..equals];
    let (name, how) = match before.as_bytes().last() {
        Some(b'?') => (&before[..equals - 1], How::IfUnset),
        Some(b'+') => (&before[..equals - 1], How::Append),
        Some(b'!') => (&before[..equals - 1], How::Replace),
        _ => (before.trim_end_matches(':'), How::Replace),
    };
    let (target, name) = match lines::position(name, |byte| byte == b':') {
        Some(colon) => (true, &name[colon + 1..]),
        None => (false, name),
    };
    let words = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "export" | "override" | "private"));
    let mut words: Vec<&str> = words.collect();
    let name = words
        .pop()
        .filter(|name| words.is_empty() && !name.contains(['$', '(', '"', '\'']))?;
    let value = value(text, line.start + equals + 1..line.end, script);
    let value = match value {
        _ if before.ends_with('!') => Assigned::Unknown(Why::Computed),
        mut value if how == How::Append => {
            let start = value.span.start;
            value
                .parts
                .insert(0, Part::Text(" ".to_owned(), start..start));
            Assigned::Text(value)
        }
        value => Assigned::Text(value),
    };
    let set = Set {
        name: name.to_owned(),
        how,
        value,
    };
    Some((set, target))
}

/// The value, without blanks around it and the comment behind it.
fn value(text: &str, part: Range<usize>, script: &mut Script) -> crate::read::script::word::Word {
    let whole = &text[part.clone()];
    let comment = lines::position(whole, |byte| byte == b'#').unwrap_or(whole.len());
    if comment < whole.len() {
        script.comments.push(part.start + comment..part.end);
    }
    let start = part.start + (whole.len() - whole.trim_start().len()).min(comment);
    let end = part.start + whole[..comment].trim_end().len();
    shell::make_value(text, start..end.max(start))
}
