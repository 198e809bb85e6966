//! The ports that a service publishes.

use super::entry::{self, Said};
use super::long::{self, Wrong};
use super::service::{Layer, Service};
use crate::grammar::shown::shown;
use crate::node::Node;
use crate::place::{Binding, Location, Names, Ports, Remark, Role, Transport};
use crate::read::found::{self, Found};
use std::collections::HashMap;

/// The bindings of all projects. A file that two projects have tells its ports once.
#[derive(Default)]
pub(super) struct Bindings {
    all: Vec<Binding>,
    /// By what tells one from another.
    known: HashMap<(Location, Option<String>, Pair), usize>,
    /// How many there were, those that are the same counted.
    read: usize,
}

impl Bindings {
    fn add(&mut self, binding: Binding) {
        let key = (
            binding.location.clone(),
            binding.names.service.clone(),
            (binding.host_port, binding.container_port),
        );
        match self.known.get(&key) {
            Some(at) => {
                let also = &mut self.all[*at].also;
                also.extend(binding.also);
                also.sort();
                also.dedup();
            }
            None => {
                self.known.insert(key, self.all.len());
                self.all.push(binding);
            }
        }
    }
}

/// The ports outside and inside.
type Pair = (Option<Ports>, Option<Ports>);

impl IntoIterator for Bindings {
    type Item = Binding;
    type IntoIter = std::vec::IntoIter<Binding>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

pub(super) fn read(service: &Service<'_>, bindings: &mut Bindings, found: &mut Found) {
    let ports = service.all("ports");
    let mode = service.text("network_mode").unwrap_or_default();
    if mode == "host" || mode == "none" {
        say_network(service, &mode, found);
        return;
    }
    let mut own = Own {
        names: service.names(),
        profiles: service.profiles(),
        all: Vec::new(),
        known: HashMap::new(),
        read: bindings.read,
    };
    let is_shared = mode.starts_with("service:") || mode.starts_with("container:");
    for (layer, list) in ports {
        if !list.is_list() {
            not_a_list(layer, list, found);
        }
        for item in list.items() {
            if is_shared {
                let why = "its network is that of another container, to which the port belongs: publishing one is refused";
                found.refused(remark(layer, item, why));
            } else if item.is_map() {
                match long::read(layer, item) {
                    Ok(binding) => own.add(layer, binding),
                    Err(wrong) => say_wrong(layer, wrong, found),
                }
            } else {
                own.short(layer, item, found);
            }
        }
    }
    bindings.read = own.read;
    own.all
        .into_iter()
        .for_each(|binding| bindings.add(binding));
}

/// The bindings of one service. Compose keeps one of those with the same address, ports and protocol.
struct Own {
    names: Names,
    profiles: Vec<String>,
    all: Vec<Binding>,
    /// By what Compose takes for one.
    known: HashMap<(String, Pair, Transport), usize>,
    read: usize,
}

impl Own {
    fn add(&mut self, layer: &Layer<'_>, mut binding: Binding) {
        self.read += 1;
        binding.names = self.names.clone();
        binding.profiles.clone_from(&self.profiles);
        binding.inherited_from.clone_from(&layer.inherited_from);
        let ip = binding.host_ip.as_deref().unwrap_or("0.0.0.0").to_owned();
        let ports = (binding.host_port, binding.container_port);
        let key = (ip, ports, binding.transport);
        match self.known.get(&key) {
            Some(at) => self.all[*at].also.push(binding.location),
            None => {
                self.known.insert(key, self.all.len());
                self.all.push(binding);
            }
        }
    }

    fn short(&mut self, layer: &Layer<'_>, item: Node<'_>, found: &mut Found) {
        let (entry, said) = entry::read(layer, item);
        let named = |remark: Remark| Remark {
            names: self.names.clone(),
            ..remark
        };
        for said in said {
            match said {
                Said::CannotKnow(remark) => found.cannot_know(named(remark)),
                Said::Refused(remark) => found.refused(named(remark)),
                Said::Disagree(remark) => found.readers_disagree(named(remark)),
            }
        }
        let Some(entry) = entry else { return };
        for (host, container) in entry.entry.pairs() {
            if self.read > found::MOST {
                found.say_full(&entry.location);
                return;
            }
            let mut binding = Binding::new(entry.location.clone(), Role::Opens);
            binding.host_ip.clone_from(&entry.entry.ip);
            binding.host_port = host;
            binding.container_port = Some(Ports::One(container));
            binding.container_location = Some(entry.container_location.clone());
            binding.transport = entry.entry.transport;
            binding.variable.clone_from(&entry.variable);
            self.add(layer, binding);
        }
    }
}

fn remark(layer: &Layer<'_>, node: Node<'_>, why: &str) -> Remark {
    Remark::new(
        layer.location(node.span()),
        node.text().map_or(String::new(), shown),
        why,
    )
}

fn say_wrong(layer: &Layer<'_>, wrong: Wrong<'_>, found: &mut Found) {
    let mut remark = remark(layer, wrong.node, &wrong.why);
    remark.variable = wrong.unset;
    match remark.variable {
        Some(_) => found.cannot_know(remark),
        None => found.refused(remark),
    }
}

fn not_a_list(layer: &Layer<'_>, ports: Node<'_>, found: &mut Found) {
    if ports.is_null() {
        return;
    }
    found.refused(remark(layer, ports, "`ports` is a list"));
    if ports.text().is_some() {
        let why = "podman-compose takes the text for a list of one; Compose 2 refuses it";
        found.readers_disagree(remark(layer, ports, why));
    }
}

fn say_network(service: &Service<'_>, mode: &str, found: &mut Found) {
    let Some((layer, node)) = service.last("network_mode") else {
        return;
    };
    let why = match mode {
        "host" => "the network is the host's: what listens there is decided in the container, and `ports` are without effect",
        _ if service.all("ports").is_empty() => return,
        _ => "without a network no port is published",
    };
    let mut remark = Remark::new(
        layer.location(node.span()),
        format!("network_mode: {mode}"),
        why,
    );
    remark.names = service.names();
    found.cannot_know(remark);
}
