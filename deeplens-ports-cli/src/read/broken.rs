//! A file of a known format that cannot be parsed, such as a template of one.

use crate::grammar::shown::shown;
use crate::grammar::{address, key};
use crate::node::Mistake;
use crate::place::{Ports, Reference, Remark};
use crate::read::found::Found;
use crate::source::Source;

/// Whether a line of the text is such a key, at the left margin.
pub(super) fn has_key(source: &Source, key: &str) -> bool {
    let is_key = |(_, line): (usize, &str)| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.starts_with(':'))
    };
    source.lines().any(is_key)
}

/// Names the file, and the places where something would have to be filled in.
pub(super) fn read(source: &Source, mistake: Mistake, found: &mut Found) {
    found.unreadable(source, mistake);
    for (start, line) in source.lines() {
        let text = line.trim_start();
        if text.starts_with('#') {
            continue;
        }
        if holds_port(text) {
            let location = source.location(start + (line.len() - text.len())..start + line.len());
            let why = "a template: what is filled in there is not known";
            found.cannot_know(Remark::new(location, shown(text), why));
        }
        for it in address::find(line).iter().filter(|it| it.is_certain()) {
            if let Some(port @ 1..) = it.number().filter(|_| !address::is_variable(it.host)) {
                let span = start + it.span.start..start + it.span.end;
                let mut reference = Reference::new(source.location(span), Ports::One(port));
                reference.host = Some(it.host.to_ascii_lowercase());
                reference.is_prose = true;
                found.reference(reference);
            }
        }
    }
}

/// Whether a port of the line is yet to be filled in: of `port: {{ … }}`, `host:${port}`, `{{ … }}:80`.
fn holds_port(line: &str) -> bool {
    const STARTS: [&str; 4] = ["${", "{{", "%{", "<%"];
    let (name, value) = line.split_once(':').unwrap_or(("", line));
    let is_start = |text: &str| STARTS.iter().any(|start| text.starts_with(start));
    let of_port = key::is_of_port(name.trim_matches(['-', ' ', '"', '\'']))
        && is_start(value.trim_start_matches([' ', '"', '\'']));
    let colons = line.match_indices(':');
    let beside = colons.into_iter().any(|(at, _)| {
        let next = &line[at + 1..];
        is_start(next)
            || line[..at].ends_with('}') && next.starts_with(|next: char| next.is_ascii_digit())
    });
    of_port || beside
}
