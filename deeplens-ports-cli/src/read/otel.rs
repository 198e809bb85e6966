//! The OpenTelemetry Collector: what it listens on, and what it asks.

mod components;
mod endpoint;

use crate::grammar::number;
use crate::node::Node;
use crate::place::{Binding, Names, Ports, Reference, Remark, Role, Side, Transport, Variable};
use crate::read::broken;
use crate::read::found::Found;
use crate::read::prometheus;
use crate::read::reader::{Read, Reader};
use crate::read::values;
use crate::source::Source;
use crate::tree::Tree;
use components::{Component, Kind};
use endpoint::Endpoint;
use std::collections::HashSet;

pub(super) const READER: Reader = Reader {
    claims,
    is_named: |name| name.contains("otel") && (name.ends_with(".yml") || name.ends_with(".yaml")),
    read: Read::Each(read),
};

fn claims(source: &Source) -> bool {
    match source.documents() {
        None => false,
        Some(Err(_)) => ["receivers", "exporters"]
            .iter()
            .all(|key| broken::has_key(source, key)),
        Some(Ok(_)) => source.roots().any(|root| {
            root.get("receivers").is_some_and(Node::is_map)
                && root.get("exporters").is_some_and(Node::is_map)
        }),
    }
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    if let Some(Err(mistake)) = source.documents() {
        broken::read(source, *mistake, found);
    }
    for root in source.roots() {
        let mut file = File { source, found };
        for kind in [Kind::Receiver, Kind::Exporter, Kind::Extension] {
            let used = used(root, kind);
            for (name, body) in root.get(kind.section()).into_iter().flat_map(Node::entries) {
                let name_text = name.text().unwrap_or_default();
                // What no pipeline has is not started.
                if used.as_ref().is_none_or(|used| used.contains(name_text)) {
                    file.component(kind, name, body);
                }
            }
        }
        file.telemetry(root);
    }
}

/// The components that are started; nothing where the file has no pipelines, and is a part of a configuration.
fn used(root: Node<'_>, kind: Kind) -> Option<HashSet<&str>> {
    let service = root.get("service")?;
    if kind == Kind::Extension {
        return Some(names(service.get("extensions")).collect());
    }
    let pipelines = service.get("pipelines")?.entries();
    let used = pipelines.flat_map(|(_, pipeline)| names(pipeline.get(kind.section())));
    Some(used.collect())
}

fn names<'a>(list: Option<Node<'a>>) -> impl Iterator<Item = &'a str> {
    list.into_iter()
        .flat_map(Node::items)
        .filter_map(Node::text)
}

struct File<'a> {
    source: &'a Source,
    found: &'a mut Found,
}

impl File<'_> {
    fn component(&mut self, kind: Kind, name: Node<'_>, body: Node<'_>) {
        let component = Component::of(kind, name.text().unwrap_or_default());
        if component.kind == Kind::Receiver && component.name == "prometheus" {
            if let Some(config) = body.get("config") {
                prometheus::configs(self.source, config, self.found);
            }
            return;
        }
        if !component.listens() {
            self.asked("", body, 0);
            return;
        }
        let default = |path: &str| component.default(path);
        if let Some(protocols) = body.get("protocols") {
            for (key, protocol) in protocols.entries() {
                let path = key.text().unwrap_or_default();
                self.listens(key, protocol, default(path));
            }
            return;
        }
        self.listens(name, body, default(""));
        for (key, part) in body.entries() {
            let path = key.text().unwrap_or_default();
            if part.is_map()
                && (part.get("endpoint").is_some() || part.get("listen_address").is_some())
            {
                self.listens(key, part, default(path));
            }
        }
    }

    /// A map with an `endpoint`, or what stands for one by default at its key.
    fn listens(&mut self, key: Node<'_>, body: Node<'_>, default: Option<(u16, Transport)>) {
        let named = ["endpoint", "listen_address"]
            .iter()
            .find_map(|name| body.get(name));
        let transport = match body.get("transport").and_then(Node::text) {
            Some(text) if text.starts_with("udp") => Transport::Udp,
            Some("unix" | "npipe") => return,
            _ => default.map_or(Transport::Tcp, |(_, transport)| transport),
        };
        match (named, default) {
            (Some(node), _) => self.listens_on(node, transport, default.map(|(port, _)| port)),
            (None, Some((port, _))) => {
                let mut binding = Binding::new(self.source.location(key.span()), Role::Listens);
                binding.host_ip = Some("localhost".to_owned());
                binding.container_port = Some(Ports::One(port));
                binding.transport = transport;
                binding.usual = Some(port);
                self.found.binding(binding);
            }
            (None, None) => {}
        }
    }

    fn listens_on(&mut self, node: Node<'_>, transport: Transport, usual: Option<u16>) {
        let Some(it) = Endpoint::of(node.text().unwrap_or_default()) else {
            return;
        };
        let location = self
            .source
            .location(node.part(&self.source.text, it.span.clone()));
        match it.port {
            Ok(0) => {}
            Ok(port) => {
                let mut binding = Binding::new(location, Role::Listens);
                binding.host_ip = it.host;
                binding.container_port = Some(Ports::One(port));
                binding.transport = transport;
                binding.usual = usual;
                binding.variable = it.default_of.map(|(name, default)| Variable {
                    name,
                    default: number::ports(&default),
                    set_at: None,
                });
                self.found.binding(binding);
            }
            Err(why) => self.found.cannot_know(Remark {
                variable: it.unset,
                ..Remark::new(location, "endpoint", why)
            }),
        }
    }

    /// Everything that a component asks, however deep its key is.
    fn asked(&mut self, key: &str, node: Node<'_>, depth: usize) {
        if depth > 20 {
            return;
        }
        for (name, value) in node.entries() {
            let name = name.text().unwrap_or_default();
            self.asked(name, value, depth + 1);
        }
        for item in node.items() {
            self.asked(key, item, depth + 1);
        }
        if node.text().is_some() && components::is_address(key) {
            self.asks(node);
        }
    }

    fn asks(&mut self, node: Node<'_>) {
        let Some(it) = Endpoint::of(node.text().unwrap_or_default()) else {
            return;
        };
        let location = self
            .source
            .location(node.part(&self.source.text, it.span.clone()));
        match it.port {
            Ok(0) => {}
            Ok(port) => {
                let mut reference = Reference::new(location, Ports::One(port));
                reference.host = it.host;
                reference.scheme = it.scheme;
                reference.side = Side::Unknown;
                self.found.reference(reference);
            }
            Err(why) => self.found.cannot_know(Remark {
                variable: it.unset,
                ..Remark::new(location, "endpoint", why)
            }),
        }
    }

    /// The Collector's own metrics, where the file has a line for them.
    fn telemetry(&mut self, root: Node<'_>) {
        let Some(metrics) = root.at(&["service", "telemetry", "metrics"]) else {
            return;
        };
        if let Some(address) = metrics.get("address") {
            self.listens_on(address, Transport::Tcp, None);
        }
        for reader in metrics.get("readers").into_iter().flat_map(Node::items) {
            let Some(exporter) = reader.at(&["pull", "exporter", "prometheus"]) else {
                continue;
            };
            let port = exporter.get("port");
            if let Some((node, port @ 1..)) =
                port.and_then(|node| Some((node, values::number(node)?)))
            {
                let mut binding = Binding::new(self.source.location(node.span()), Role::Listens);
                binding.host_ip = exporter.get("host").and_then(Node::text).map(str::to_owned);
                binding.container_port = Some(Ports::One(port));
                binding.names = Names::default();
                self.found.binding(binding);
            }
        }
    }
}
