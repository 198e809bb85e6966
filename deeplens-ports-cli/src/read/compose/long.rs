//! One entry of `ports` in its long form, a map.

use super::service::Layer;
use crate::grammar::number;
use crate::grammar::template::Use;
use crate::node::{Node, Value};
use crate::place::{Binding, Ports, Role, Transport};
use std::net::IpAddr;

/// What is wrong with an entry, and where.
pub(super) struct Wrong<'a> {
    pub(super) node: Node<'a>,
    pub(super) why: String,
    /// The variable that nobody sets: then it is not known whether anything is wrong.
    pub(super) unset: Option<String>,
}

impl<'a> Wrong<'a> {
    fn new(node: Node<'a>, why: impl Into<String>) -> Self {
        Self {
            node,
            why: why.into(),
            unset: None,
        }
    }
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

/// Reads an entry. Its names are added by who has them.
pub(super) fn read<'a>(layer: &Layer<'_>, map: Node<'a>) -> Result<Binding, Wrong<'a>> {
    for (key, _) in map.entries() {
        let name = key.text().unwrap_or_default();
        if !KEYS.contains(&name) && !name.starts_with("x-") {
            return Err(Wrong::new(key, "a key that a port does not have"));
        }
    }
    let get = |key: &str| map.get(key).filter(|value| !value.is_null());
    let no_target = || Wrong::new(map, "no `target`: the port of the container");
    let target = get("target").ok_or_else(no_target)?;
    let (inside, mut used) = text(layer, target)?;
    let Some(inside @ 1..) = number::port(&inside) else {
        let is_range = inside.contains('-');
        let why = if is_range {
            "a target is one port; ranges are for the short form"
        } else {
            "not a port: a number from 1 to 65535"
        };
        return Err(Wrong::new(target, why));
    };
    let published = get("published");
    let decisive = published.unwrap_or(target);
    let mut binding = Binding::new(layer.location(decisive.span()), Role::Opens);
    binding.container_port = Some(Ports::One(inside));
    binding.container_location = Some(layer.location(target.span()));
    if let Some(node) = published {
        let (outside, by) = text(layer, node)?;
        binding.host_port = of_host(node, &outside)?;
        used = by;
    }
    binding.variable = used.map(|it| layer.variables.variable(&it));
    if let Some(node) = get("host_ip") {
        let (ip, _) = text(layer, node)?;
        if !ip.is_empty() && ip.parse::<IpAddr>().is_err() {
            return Err(Wrong::new(node, "not an address: a name is not taken"));
        }
        binding.host_ip = (!ip.is_empty()).then_some(ip);
    }
    for (key, part) in [
        ("name", &mut binding.name),
        ("app_protocol", &mut binding.scheme),
    ] {
        if let Some(node) = get(key) {
            let (text, _) = text(layer, node)?;
            *part = (!text.is_empty()).then_some(text);
        }
    }
    if let Some(node) = get("protocol") {
        let (name, _) = text(layer, node)?;
        let no_protocol = || Wrong::new(node, "not a protocol: tcp, udp or sctp");
        if !name.is_empty() {
            binding.transport = Transport::of(&name).ok_or_else(no_protocol)?;
        }
    }
    Ok(binding)
}

/// A value with its variables filled in, and the first of them.
fn text<'a>(layer: &Layer<'_>, node: Node<'a>) -> Result<(String, Option<Use>), Wrong<'a>> {
    let text = match node.value() {
        Some(Value::Text(text)) => text.to_owned(),
        Some(Value::Integer(number)) => number.to_string(),
        _ => return Err(Wrong::new(node, "a text or a whole number is expected")),
    };
    let filled = layer.variables.fill(&text);
    let invalid = |why: &str| Wrong::new(node, format!("invalid interpolation: {why}"));
    let filled = filled.map_err(|it| invalid(it.why))?;
    if let Some(unknown) = filled.unknown() {
        return Err(Wrong {
            unset: Some(unknown.name.clone()),
            ..Wrong::new(node, unknown.why())
        });
    }
    Ok((filled.text, filled.uses.into_iter().next()))
}

/// None where the engine picks one.
fn of_host<'a>(node: Node<'a>, text: &str) -> Result<Option<Ports>, Wrong<'a>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let ends = number::port(first).zip(number::port(last));
    match ends.and_then(|(first, last)| Ports::new(first, last)) {
        Some(ports) => Ok(Some(ports).filter(|ports| ports.last() > 0)),
        None if text.is_empty() => Ok(None),
        None if text.contains(':') => Err(Wrong::new(node, "an address stands in `host_ip`")),
        None => {
            let why = "not a port: a number up to 65535, or a range of them";
            Err(Wrong::new(node, why))
        }
    }
}
