//! Rust files that have a number of the map in a literal, beside the name of its service.

use crate::audit::finding::Finding;
use crate::audit::map::{Endpoint, PortMap};
use crate::audit::names::folded;
use crate::audit::rule::Rule;
use crate::place::{Location, Transport};
use crate::source::Source;

pub(in crate::audit) fn literals(map: &PortMap, source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    if !source.path.ends_with(".rs") {
        return found;
    }
    for (start, line) in source.lines() {
        let code = line
            .split("//")
            .next()
            .filter(|_| !line.contains("://"))
            .unwrap_or(line);
        for (at, number) in numbers(code) {
            let owners = map.owners(number, Transport::Tcp);
            let mut owners = owners.iter().map(|owner| &map.endpoints[*owner]);
            let is_named = |it: &&Endpoint| {
                let name = folded(&map.services[it.service].name);
                folded(code).contains(&name)
            };
            if let Some(endpoint) = owners.find(is_named) {
                let end = at + number.to_string().len();
                let location = source.location(start + at..start + end);
                found.push(of_literal(&location, number, endpoint));
            }
        }
    }
    found
}

fn of_literal(location: &Location, number: u16, endpoint: &Endpoint) -> Finding {
    let constant = endpoint.name.to_ascii_uppercase().replace(['-', '.'], "_");
    let title = format!("port `{number}` of `{}` in a literal", endpoint.name);
    let mut finding = Finding::new(Rule::UseConstant, location, title)
        .about(&endpoint.name, Some(number))
        .labelled(format!("the constant is `{constant}`"))
        .other(&endpoint.location, format!("this is `{}`", endpoint.name));
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

/// Numbers that stand for themselves.
fn numbers(line: &str) -> impl Iterator<Item = (usize, u16)> + '_ {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    let bytes = line.as_bytes();
    (0..bytes.len()).filter_map(move |at| {
        let starts = bytes[at].is_ascii_digit() && (at == 0 || !is_word(bytes[at - 1]));
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let ends = bytes.get(at + length).is_none_or(|byte| !is_word(*byte));
        let number = line
            .get(at..at + length)
            .filter(|_| starts && ends && length >= 4)?;
        Some((at, number.parse().ok()?))
    })
}
