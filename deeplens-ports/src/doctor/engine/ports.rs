//! What a container publishes, in the spellings of the engines.

use super::container::Ports;
use crate::Transport;
use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::vec::Vec;

/// A text or a list of objects. What cannot be read is passed over, so that a new form hides nothing else.
pub(super) fn read(ports: Option<&Value>) -> Vec<Ports> {
    match ports {
        Some(Value::String(text)) => of_text(text),
        Some(Value::Array(list)) => list.iter().flat_map(of_object).collect(),
        _ => Vec::new(),
    }
}

/// `0.0.0.0:9000-9001->9000-9001/tcp, [::1]:53->53/udp, 8080/tcp`: what has no arrow is not published.
fn of_text(text: &str) -> Vec<Ports> {
    let published = text.split(", ").filter_map(|part| part.split_once("->"));
    published
        .filter_map(|(outside, inside)| {
            let (ip, ports) = outside.rsplit_once(':').unwrap_or(("", outside));
            let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
            Some(Ports {
                ip: address(ip)?,
                first: first.parse().ok()?,
                last: last.parse().ok()?,
                transport: transport(inside.split_once('/').map_or("tcp", |(_, name)| name))?,
            })
        })
        .collect()
}

/// `{"host_ip": "", "container_port": 5432, "host_port": 5433, "range": 1, "protocol": "tcp"}`; releases of podman
/// before 3 wrote the keys as `hostPort`. The pair `tcp,udp` is written for a port that is published on both.
fn of_object(ports: &Value) -> Vec<Ports> {
    let protocols = ports.get("protocol").and_then(Value::as_str);
    let transports = protocols.unwrap_or("tcp").split(',');
    let of = |transport| {
        let number = |name: &str| ports.get(name).and_then(Value::as_u64);
        let ip = ports.get("host_ip").or_else(|| ports.get("hostIP"));
        let first = number("host_port").or_else(|| number("hostPort"))?;
        let count = number("range").unwrap_or(1).max(1);
        Some(Ports {
            ip: address(ip.and_then(Value::as_str).unwrap_or_default())?,
            first: u16::try_from(first).ok().filter(|port| *port != 0)?,
            last: u16::try_from(first + (count - 1)).ok()?,
            transport,
        })
    };
    let transports = transports.filter_map(|name| transport(name.trim()));
    transports.filter_map(of).collect()
}

/// No address is all of IPv4, and `::`, in brackets or not, is all of IPv6.
fn address(text: &str) -> Option<IpAddr> {
    match text.trim_start_matches('[').trim_end_matches(']') {
        "" | "*" => Some(Ipv4Addr::UNSPECIFIED.into()),
        // Of `:::9000`, with the last colon cut off.
        "::" => Some(Ipv6Addr::UNSPECIFIED.into()),
        text => text.parse().ok(),
    }
}

fn transport(name: &str) -> Option<Transport> {
    match name {
        "tcp" => Some(Transport::Tcp),
        "udp" => Some(Transport::Udp),
        _ => None,
    }
}
