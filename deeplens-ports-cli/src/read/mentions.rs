//! Ports that a text of no known form mentions: addresses, and numbers behind a word with `port`.

mod addresses;
mod mention;
mod numbers;

use self::mention::Mention;
use crate::place::{Reference, Side};
use crate::read::found::Found;
use crate::read::known;
use crate::source::Source;
use std::ops::Range;

/// Reads what is not hidden, such as by a comment.
pub(super) fn read(source: &Source, hidden: Vec<Range<usize>>, side: Side, found: &mut Found) {
    let hidden = joined(hidden);
    let is_hidden = |at: usize| {
        let behind = hidden.partition_point(|part| part.start <= at);
        behind
            .checked_sub(1)
            .is_some_and(|part| at < hidden[part].end)
    };
    let mut add = |it: Mention<'_>| {
        if is_hidden(it.span.start) {
            return;
        }
        let mut reference = Reference::new(source.location(it.span), it.port);
        reference.host = it.host.map(str::to_ascii_lowercase);
        reference.scheme = it.scheme.map(str::to_owned);
        reference.transport = it.transport;
        reference.variable = it.variable.map(str::to_owned);
        reference.listens = it.host == Some("0.0.0.0");
        reference.side = side;
        reference.is_prose = true;
        if it.is_uncertain {
            known::add(reference, found);
        } else {
            found.reference(reference);
        }
    };
    addresses::find(&source.text, &mut add);
    numbers::find(&source.text, &mut add);
}

/// In order, and without what is in others.
fn joined(mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    parts.sort_by_key(|part| part.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => joined.push(part),
        }
    }
    joined
}
