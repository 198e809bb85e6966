//! The port entries of docker and Compose, such as `127.0.0.1:8080-8090:80-90/udp`.
//!
//! Docker's rules are those of `ParsePortSpec` in go-connections: 0.5 in the client 28, 0.4 in Compose 2.

use crate::grammar::number;
use crate::place::{Ports, Transport};
use std::net::IpAddr;
use std::ops::Range;

/// Who reads an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    Compose,
    Docker,
}

/// An entry that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PortEntry {
    pub(crate) ip: Option<String>,
    host: Host,
    container: (u16, u16),
    pub(crate) transport: Transport,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Host {
    /// The engine picks one.
    Any,
    /// The first; there are as many as container ports.
    Each(u16),
    /// The engine picks one of these.
    OneOf(u16, u16),
}

impl PortEntry {
    /// Whether a port inside is 0, which the client takes, and is none.
    pub(crate) fn has_zero_inside(&self) -> bool {
        self.container.0 == 0
    }

    /// The pairs of a port of the host, if there is a known one, and the port inside.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (Option<Ports>, u16)> {
        let (host, (first, last)) = (self.host, self.container);
        (first..=last).map(move |inside| {
            let outside = match host {
                Host::Any => None,
                // As many as the container's, and the last was in range.
                Host::Each(start) => Some(Ports::One(start + (inside - first))),
                Host::OneOf(first, last) => Ports::new(first, last),
            };
            (outside, inside)
        })
    }
}

/// What an entry says, or why it is refused.
pub(crate) fn parse(text: &str, reader: Reader) -> Result<PortEntry, &'static str> {
    if reader == Reader::Docker && text.contains('=') {
        return parse(&of_pairs(text)?, Reader::Compose);
    }
    let parts = Parts::of(text);
    let [ip, host, container] = parts.map(|part| part.map_or("", |part| &text[part]));
    let ip = match ip {
        "" => None,
        ip => address(ip, reader)?,
    };
    let (container, transport) = protocol(container)?;
    let container = range(container)?;
    let host = match host {
        "" => Host::Any,
        host if host.contains('/') => {
            return Err("the protocol stands once, at the end");
        }
        host => {
            let (first, last) = range(host)?;
            match (last - first, container.1 - container.0) {
                (0, 0) if first == 0 => Host::Any,
                (width, inside) if width == inside => Host::Each(first),
                (_, 0) => Host::OneOf(first, last),
                (0, _) => return Err("one host port for several container ports"),
                _ => return Err("the ranges are of different length"),
            }
        }
    };
    Ok(PortEntry {
        ip,
        host,
        container,
        transport,
    })
}

/// `published=8080,target=80,protocol=udp`, which the docker client takes as well, in the usual form.
fn of_pairs(text: &str) -> Result<String, &'static str> {
    let (mut published, mut target, mut protocol) = ("", "", "tcp");
    for pair in text.split(',') {
        match pair.split_once('=') {
            None | Some(("", _)) => return Err("pairs of a name and a value are expected"),
            Some(("published", value)) => published = value,
            Some(("target", value)) => target = value,
            Some(("protocol", value)) => protocol = value,
            Some(_) => {}
        }
    }
    Ok(format!("{published}:{target}/{protocol}"))
}

/// Where the address, the host port and the container port with its protocol stand in an entry.
pub(crate) struct Parts;

impl Parts {
    /// Colons in `${…}` and in brackets divide nothing.
    pub(crate) fn of(text: &str) -> [Option<Range<usize>>; 3] {
        let mut depth = 0_usize;
        let mut colons = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                b':' if depth == 0 => colons.push(at),
                _ => {}
            }
        }
        let Some(last) = colons.pop() else {
            return [None, None, Some(0..text.len())];
        };
        let container = Some(last + 1..text.len());
        match colons.pop() {
            None => [None, Some(0..last), container],
            Some(before) => [Some(0..before), Some(before + 1..last), container],
        }
    }
}

/// None where the brackets are empty, which docker takes for all addresses.
fn address(text: &str, reader: Reader) -> Result<Option<String>, &'static str> {
    let inside = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    if inside == Some("") {
        return Ok(None);
    }
    let bare = inside.unwrap_or(text);
    let is_one = bare.parse::<IpAddr>().is_ok();
    let is_bare = inside.is_none() && text.contains(':');
    match (is_one, is_bare && reader == Reader::Compose) {
        (true, true) => Err("an address with colons needs brackets for Compose 2"),
        (false, true) => Err("too many colons"),
        (true, false) => Ok(Some(bare.to_owned())),
        (false, false) if number::port(text).is_some() => {
            Err("the first part is read as an address; a slash is meant before the protocol")
        }
        (false, false) if text.split('/').next().is_some_and(is_v4) => {
            Err("a network is not an address")
        }
        (false, false) => Err("not an address: a name or a pattern is not taken"),
    }
}

fn is_v4(text: &str) -> bool {
    text.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Of `80/udp` both; what stands behind a second slash is read by nobody.
fn protocol(text: &str) -> Result<(&str, Transport), &'static str> {
    let mut parts = text.split('/');
    let port = parts.next().unwrap_or_default();
    if port.is_empty() {
        return Err("no container port");
    }
    match parts.next() {
        None | Some("") => Ok((port, Transport::Tcp)),
        Some(name) => match Transport::of(name) {
            Some(transport) => Ok((port, transport)),
            None => Err("not a protocol: tcp, udp or sctp"),
        },
    }
}

fn range(text: &str) -> Result<(u16, u16), &'static str> {
    let mut ends = text.split('-');
    let first = number::port(ends.next().unwrap_or_default()).ok_or(NO_PORT)?;
    let last = match ends.next() {
        None => first,
        // As docker does, with what follows a second hyphen.
        Some(last) => number::port(last).ok_or(NO_PORT)?,
    };
    if last < first {
        return Err("the first port is higher than the last");
    }
    Ok((first, last))
}

const NO_PORT: &str = "not a port: a number up to 65535";
