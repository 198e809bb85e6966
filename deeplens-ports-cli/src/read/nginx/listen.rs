//! `listen`: an address, a port or both.

use super::syntax::Directive;
use crate::grammar::number;
use crate::grammar::shown::shown;
use crate::place::{Binding, Names, Ports, Remark, Role, Transport};
use crate::read::found::Found;
use crate::source::Source;

pub(super) fn read(source: &Source, names: &Names, directive: &Directive, found: &mut Found) {
    let Some((first, options)) = directive.arguments.split_first() else {
        return;
    };
    if first.text.starts_with("unix:") || !matches!(directive.parent.as_str(), "" | "server") {
        return;
    }
    let remark = |why| {
        let location = source.location(first.span.clone());
        let mut remark = Remark::new(location, shown(&first.text), why);
        remark.names = names.clone();
        remark
    };
    let (host, port) = address(&first.text);
    let ports = match port {
        None => Ports::new(80, 80),
        Some(port) => ports(&first.text[port..]),
    };
    let Some(ports) = ports else {
        let is_variable = first.text[port.unwrap_or(0)..].contains(['$', '{', '%', '<']);
        if is_variable {
            found.cannot_know(remark("a variable stands in place of the port"));
        } else {
            found.refused(remark("not a port: a number from 1 to 65535"));
        }
        return;
    };
    let start = first.span.start + port.unwrap_or(0);
    let is_udp = options
        .iter()
        .any(|option| matches!(option.text.as_str(), "quic" | "udp"));
    let mut binding = Binding::new(source.location(start..first.span.end), Role::Listens);
    binding.host_ip = host
        .filter(|host| *host != "*" && !host.contains(['$', '{']))
        .map(str::to_owned);
    binding.container_port = Some(ports);
    binding.transport = if is_udp {
        Transport::Udp
    } else {
        Transport::Tcp
    };
    binding.names = names.clone();
    found.binding(binding);
}

/// The host, and where the port stands.
fn address(text: &str) -> (Option<&str>, Option<usize>) {
    if let Some((host, behind)) = text
        .strip_prefix('[')
        .and_then(|inside| inside.split_once(']'))
    {
        let port = behind
            .starts_with(':')
            .then_some(text.len() - behind.len() + 1);
        return (Some(host), port);
    }
    let is_port = text.starts_with(|first: char| first.is_ascii_digit() || "${%<".contains(first));
    // The last colon that is not in the marks of a variable.
    let colon = text.rfind(':').filter(|colon| {
        !text[*colon..].contains('}') || text[*colon + 1..].starts_with(['$', '{'])
    });
    match colon {
        Some(colon) => (Some(&text[..colon]), Some(colon + 1)),
        None if is_port && !text.contains('.') => (None, Some(0)),
        None => (Some(text), None),
    }
}

/// A port, or all of a range.
fn ports(text: &str) -> Option<Ports> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let ports = Ports::new(number::port(first)?, number::port(last)?)?;
    Some(ports).filter(|ports| ports.first() > 0)
}
