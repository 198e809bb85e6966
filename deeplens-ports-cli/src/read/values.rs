//! The value of a variable or a key, in whatever file it stands.

use crate::grammar::address::{self, Address, Port};
use crate::grammar::{connection, key, number};
use crate::node::{Node, Value};
use crate::place::Ports;
use std::ops::Range;

/// A port in a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) host: Option<String>,
    pub(super) scheme: Option<String>,
    pub(super) port: Ports,
    pub(super) span: Range<usize>,
}

/// What a value says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Port(Mention),
    /// A port must be there, and is not known, for this reason.
    Unknown(Range<usize>, &'static str),
}

/// The ports in a value: of a key that is about a port its numbers, of any other its addresses.
pub(super) fn read(name: &str, value: &str) -> Vec<Said> {
    if let Some(server) = connection::server(value) {
        return vec![match server.port {
            Some(port) if port > 0 => Said::Port(Mention {
                host: server.host.map(str::to_owned),
                scheme: None,
                port: Ports::One(port),
                span: server.span,
            }),
            _ => Said::Unknown(
                server.span,
                "the port in the connection string is no number",
            ),
        }];
    }
    if key::is_of_port(name) {
        let numbers = numbers(value);
        if !numbers.is_empty() {
            return numbers;
        }
    }
    let found = address::find(value);
    let said: Vec<Said> = found.iter().filter_map(of_address).collect();
    if said.is_empty() && key::is_of_port(name) && !value.trim().is_empty() {
        return vec![Said::Unknown(0..value.len(), why_no_port(value))];
    }
    said
}

fn of_address(it: &Address<'_>) -> Option<Said> {
    if !it.is_certain() {
        return None;
    }
    match it.port {
        Port::Number(1..) => Some(Said::Port(Mention {
            host: host(it.host),
            scheme: it.scheme.map(str::to_owned),
            port: Ports::One(it.number()?),
            span: it.span.clone(),
        })),
        Port::Other(text) if address::is_variable(text) => Some(Said::Unknown(
            it.span.clone(),
            "a variable stands in place of the port",
        )),
        Port::Other(_) => Some(Said::Unknown(
            it.span.clone(),
            "what stands in place of the port is no number",
        )),
        // The port of a scheme, and 0, say nothing of this system.
        Port::None | Port::Number(0) => None,
    }
}

/// All addresses are no host; neither is one that a variable has.
pub(super) fn host(host: &str) -> Option<String> {
    let is_all = matches!(host, "*" | "+");
    (!is_all && !address::is_variable(host)).then(|| host.to_ascii_lowercase())
}

/// `8080`, `8080,8081`, `8080;8081`, `3000-3005`: nothing where anything else is in it.
fn numbers(value: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let mut at = 0;
    // A mark at the end divides nothing.
    if value.trim_end().ends_with([',', ';']) {
        return said;
    }
    for part in value.split([',', ';', ' ']) {
        let start = at;
        at += part.len() + 1;
        if part.is_empty() {
            continue;
        }
        let Some(port) = number::ports(part) else {
            return Vec::new();
        };
        said.push(Said::Port(Mention {
            host: None,
            scheme: None,
            port,
            span: start..start + part.len(),
        }));
    }
    said
}

fn why_no_port(value: &str) -> &'static str {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match () {
        () if value.starts_with('#') => "the value is the comment: no blank is left before its mark",
        () if value.contains('#') => "the comment is part of the value: it needs a blank before its mark, and no quotes around it",
        () if is_number(value) => "not a port: a number from 1 to 65535",
        () if lower.starts_with("0x") => "whether its reader takes a hexadecimal number is not known",
        () if value.contains('_') && is_number(&value.replace('_', "")) => "whether its reader takes underscores in a number is not known",
        () if value.parse::<f64>().is_ok() => "whether its reader takes a number with a point is not known",
        () if address::is_variable(value) => "a variable stands in place of the port",
        () => "the value is no port",
    }
}

/// A port number, be it in quotes.
pub(super) fn number(node: Node<'_>) -> Option<u16> {
    match node.value()? {
        Value::Integer(number) => u16::try_from(number).ok(),
        Value::Text(text) => number::port(text.trim()),
        _ => None,
    }
}
