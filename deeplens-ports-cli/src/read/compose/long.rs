//! One entry of `ports` in its long form, a map.

use super::service::Layer;
use crate::grammar::number;
use crate::grammar::shown::shown;
use crate::grammar::template::Use;
use crate::node::{Node, Value};
use crate::place::{Binding, Ports, Remark, Role, Transport};
use std::net::IpAddr;

/// What is wrong with an entry.
pub(super) enum Wrong {
    CannotKnow(Remark),
    Refused(Remark),
}

/// Reads an entry. Its names are added by who has them.
pub(super) fn read(layer: &Layer<'_>, map: Node<'_>) -> Result<Binding, Wrong> {
    let long = Long { layer, map };
    for (key, _) in map.entries() {
        let text = key.text().unwrap_or_default();
        if !KEYS.contains(&text) && !text.starts_with("x-") {
            return Err(long.refused(key, "a key that a port does not have"));
        }
    }
    let Some(target) = map.get("target").filter(|target| !target.is_null()) else {
        return Err(long.refused(map, "no `target`: the port of the container"));
    };
    let (text, target_use) = long.text(target)?;
    let Some(port @ 1..) = number::port(&text) else {
        let why = if text.contains('-') {
            "a target is one port; ranges are for the short form"
        } else {
            NO_PORT
        };
        return Err(long.refused(target, why));
    };
    let published = map.get("published").filter(|it| !it.is_null());
    let mut binding = Binding::new(
        layer.location(published.unwrap_or(target).span()),
        Role::Opens,
    );
    binding.container_port = Some(Ports::One(port));
    binding.container_location = Some(layer.location(target.span()));
    let mut used = target_use;
    if let Some(published) = published {
        let (text, published_use) = long.text(published)?;
        binding.host_port = long.published(published, &text)?;
        used = published_use;
    }
    binding.variable = used.map(|it| layer.variables.variable(&it));
    if let Some(ip) = map.get("host_ip") {
        let (text, _) = long.text(ip)?;
        if !text.is_empty() && text.parse::<IpAddr>().is_err() {
            return Err(long.refused(ip, "not an address: a name is not taken"));
        }
        binding.host_ip = (!text.is_empty()).then_some(text);
    }
    if let Some(protocol) = map.get("protocol") {
        let (text, _) = long.text(protocol)?;
        binding.transport = match Transport::of(&text) {
            Some(transport) => transport,
            None if text.is_empty() => Transport::Tcp,
            None => return Err(long.refused(protocol, "not a protocol: tcp, udp or sctp")),
        };
    }
    Ok(binding)
}

const KEYS: [&str; 7] = [
    "app_protocol",
    "host_ip",
    "mode",
    "name",
    "protocol",
    "published",
    "target",
];
const NO_PORT: &str = "not a port: a number from 1 to 65535";

struct Long<'a> {
    layer: &'a Layer<'a>,
    map: Node<'a>,
}

impl Long<'_> {
    /// A value with its variables filled in, and the first of them.
    fn text(&self, node: Node<'_>) -> Result<(String, Option<Use>), Wrong> {
        let text = match node.value() {
            Some(Value::Text(text)) => text.to_owned(),
            Some(Value::Integer(number)) => number.to_string(),
            _ => return Err(self.refused(node, "a text or a whole number is expected")),
        };
        let filled = self.layer.variables.fill(&text);
        let filled = filled.map_err(|invalid| {
            self.refused(node, &format!("invalid interpolation: {}", invalid.why))
        })?;
        if let Some(unknown) = filled.unknown() {
            let why = format!(
                "`{}` is not set in a `.env`, and has no default",
                unknown.name
            );
            let mut remark = self.remark(node, &why);
            remark.variable = Some(unknown.name.clone());
            return Err(Wrong::CannotKnow(remark));
        }
        let first = filled.uses.into_iter().next();
        Ok((filled.text, first))
    }

    fn published(&self, node: Node<'_>, text: &str) -> Result<Option<Ports>, Wrong> {
        let (first, last) = match text.split_once('-') {
            None if text.is_empty() => return Ok(None),
            None => (number::port(text), number::port(text)),
            Some((first, last)) => (number::port(first), number::port(last)),
        };
        let ports = first
            .zip(last)
            .and_then(|(first, last)| Ports::new(first, last));
        let Some(ports) = ports else {
            let why = if text.contains(':') {
                "an address stands in `host_ip`"
            } else {
                "not a port: a number up to 65535, or a range of them"
            };
            return Err(self.refused(node, why));
        };
        Ok(Some(ports).filter(|ports| ports.last() > 0))
    }

    fn remark(&self, node: Node<'_>, why: &str) -> Remark {
        let text = node.text().map_or(String::new(), shown);
        Remark::new(self.layer.location(node.span()), text, why)
    }

    fn refused(&self, node: Node<'_>, why: &str) -> Wrong {
        debug_assert!(self.map.is_map());
        Wrong::Refused(self.remark(node, why))
    }
}
