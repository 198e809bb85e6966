//! Numbers and ranges that are ports.

use crate::map::Ports;
use crate::parse::{Node, Value};
use crate::report::{Diagnostic, Report, Reported, quoted};
use crate::rule::Rule;

/// A single port.
pub(super) fn port(node: &Node, report: &mut Report) -> Result<u16, Reported> {
    number(node, "port", report)
}

/// The distance between the ports of a range.
pub(super) fn step(node: &Node, report: &mut Report) -> Result<u16, Reported> {
    number(node, "step", report)
}

/// A number, or a string with a number or with `first-last`.
pub(super) fn ports(node: &Node, report: &mut Report) -> Result<Ports, Reported> {
    match node.value {
        Value::Integer(_) => number(node, "port", report).map(Ports::single),
        _ => range(node, report),
    }
}

/// A string with a number or with `first-last`.
pub(super) fn range(node: &Node, report: &mut Report) -> Result<Ports, Reported> {
    let Value::String(text) = &node.value else {
        let found = node.value.kind();
        return Err(report.push(
            Diagnostic::new(Rule::InvalidPort, &node.span, "invalid port range").label(format!(
                "expected a string such as \"7100-7199\", found {found}"
            )),
        ));
    };
    let pair = |first: &str, last: &str| Some((digits(first)?, digits(last)?));
    let parsed = match text.split_once('-') {
        Some((first, last)) => pair(first, last),
        None => pair(text, text),
    };
    let problem = match parsed {
        None => "expected a port, or two with a hyphen between, such as \"7100-7199\"",
        Some((first, last)) => match (as_port(first), as_port(last)) {
            (Some(first), Some(last)) if first <= last => {
                return Ok(Ports {
                    first,
                    last,
                    step: 1,
                });
            }
            (Some(_), Some(_)) => "the first port is higher than the last",
            _ => "a port is 1 to 65535",
        },
    };
    let title = format!("invalid port range {}", quoted(text));
    Err(report.push(Diagnostic::new(Rule::InvalidPort, &node.span, title).label(problem)))
}

fn number(node: &Node, what: &str, report: &mut Report) -> Result<u16, Reported> {
    if let Value::Integer(Some(number)) = node.value
        && let Some(number) = as_port(number)
    {
        return Ok(number);
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
        Value::String(text) => digits(text).and_then(as_port),
        _ => None,
    };
    let title = format!("invalid {what}{written}");
    Err(report.push(
        Diagnostic::new(Rule::InvalidPort, &node.span, title)
            .label(label)
            .maybe_help(unquoted.map(|number| format!("without quotes it is one: {number}"))),
    ))
}

fn as_port(number: i64) -> Option<u16> {
    u16::try_from(number).ok().filter(|port| *port > 0)
}

/// A decimal number without a sign.
fn digits(text: &str) -> Option<i64> {
    let text = text.trim_matches(' ');
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(i64::MAX))
}
