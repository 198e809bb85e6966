//! Numbers and ranges that are ports.

use crate::map::Ports;
use crate::parse::{Node, Value};
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Spanned;

/// A single port.
pub(super) fn port(node: &Node, report: &mut Report) -> Option<Spanned<u16>> {
    number(node, "port", report)
}

/// The distance between the ports of a range.
pub(super) fn step(node: &Node, report: &mut Report) -> Option<Spanned<u16>> {
    number(node, "step", report)
}

/// A number, or a string with a number or with `first-last`.
pub(super) fn ports(node: &Node, report: &mut Report) -> Option<Ports> {
    match node.value {
        Value::Integer(_) => Some(single(number(node, "port", report)?.value)),
        _ => range(node, report),
    }
}

/// A string with a number or with `first-last`.
pub(super) fn range(node: &Node, report: &mut Report) -> Option<Ports> {
    let Value::String(text) = &node.value else {
        report.push(
            Diagnostic::new(Rule::InvalidPort, &node.span, "invalid port range").label(format!(
                "expected a string such as \"7100-7199\", found {}",
                node.value.kind()
            )),
        );
        return None;
    };
    let pair = |first: &str, last: &str| Some((digits(first)?, digits(last)?));
    let parsed = match text.split_once('-') {
        Some((first, last)) => pair(first, last),
        None => pair(text, text),
    };
    let problem = match parsed {
        None => "expected a port, or two with a hyphen between, such as \"7100-7199\"",
        Some((first, last)) if !is_port(first) || !is_port(last) => "a port is 1 to 65535",
        Some((first, last)) if first > last => "the first port is higher than the last",
        Some((first, last)) => {
            return Some(Ports {
                first: u16::try_from(first).ok()?,
                last: u16::try_from(last).ok()?,
                step: 1,
            });
        }
    };
    report.push(
        Diagnostic::new(
            Rule::InvalidPort,
            &node.span,
            format!("invalid port range {}", quoted(text)),
        )
        .label(problem),
    );
    None
}

pub(super) fn single(port: u16) -> Ports {
    Ports {
        first: port,
        last: port,
        step: 1,
    }
}

fn number(node: &Node, what: &str, report: &mut Report) -> Option<Spanned<u16>> {
    if let Value::Integer(Some(number @ 1..=65535)) = node.value {
        return Some(Spanned {
            value: u16::try_from(number).ok()?,
            span: node.span.clone(),
        });
    }
    let written = match &node.value {
        Value::Array(_) | Value::Table(_) => String::new(),
        _ => format!(" {}", quoted(&report.source.text[node.span.clone()])),
    };
    let label = match node.value {
        Value::Integer(_) => format!("a {what} is 1 to 65535"),
        _ => format!("expected an integer, found {}", node.value.kind()),
    };
    let unquoted = match &node.value {
        Value::String(text) => digits(text).filter(|number| is_port(*number)),
        _ => None,
    };
    report.push(
        Diagnostic::new(
            Rule::InvalidPort,
            &node.span,
            format!("invalid {what}{written}"),
        )
        .label(label)
        .maybe_help(unquoted.map(|number| format!("without quotes it is one: {number}"))),
    );
    None
}

fn is_port(number: u32) -> bool {
    (1..=65535).contains(&number)
}

/// A decimal number without a sign.
fn digits(text: &str) -> Option<u32> {
    let text = text.trim_matches(' ');
    let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u32::MAX))
}
