//! Kubernetes: the ports of services, of nodes and of containers.

use crate::node::Node;
use crate::place::{Binding, Location, Names, Ports, Role, Transport};
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::{broken, values};
use crate::source::Source;
use crate::tree::Tree;

pub(super) const READER: Reader = Reader {
    claims,
    is_named: |_| false,
    read: Read::Each(read),
};

fn claims(source: &Source) -> bool {
    match source.documents() {
        None => false,
        Some(Err(_)) => ["apiVersion", "kind"]
            .iter()
            .all(|key| broken::has_key(source, key)),
        Some(Ok(_)) => source
            .roots()
            .any(|root| root.get("apiVersion").is_some() && root.get("kind").is_some()),
    }
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    if let Some(Err(mistake)) = source.documents() {
        broken::read(source, *mistake, found);
    }
    for root in source.roots() {
        let listed = root.get("items").into_iter().flat_map(Node::items);
        for object in std::iter::once(root).chain(listed) {
            Object {
                source,
                object,
                found,
            }
            .read();
        }
    }
}

struct Object<'a> {
    source: &'a Source,
    object: Node<'a>,
    found: &'a mut Found,
}

impl Object<'_> {
    fn read(&mut self) {
        let object = self.object;
        if object.get("kind").and_then(Node::text) == Some("Service") {
            if let Some(name) = object.at(&["metadata", "name"]).and_then(Node::text) {
                self.found.host(name);
            }
            let ports = object.at(&["spec", "ports"]).into_iter();
            ports
                .flat_map(Node::items)
                .for_each(|port| self.service_port(port));
            return;
        }
        // A pod's own, that of what makes pods, and that of what makes jobs that make pods.
        let specs: [&[&str]; 3] = [
            &["spec"],
            &["spec", "template", "spec"],
            &["spec", "jobTemplate", "spec", "template", "spec"],
        ];
        for spec in specs.iter().filter_map(|path| object.at(path)) {
            for key in ["containers", "initContainers"] {
                let containers = spec.get(key).into_iter();
                containers
                    .flat_map(Node::items)
                    .for_each(|container| self.container(container));
            }
        }
    }

    fn service_port(&mut self, port: Node<'_>) {
        let number = |key: &str| number(port, key);
        let target = number("targetPort");
        if let Some((node, inside)) = number("port") {
            let mut binding = self.binding(node, Role::Exposes, port);
            binding.container_port = Some(Ports::One(inside));
            self.found.binding(binding);
        }
        if let Some((node, inside)) = target {
            let mut binding = self.binding(node, Role::Listens, port);
            binding.container_port = Some(Ports::One(inside));
            self.found.binding(binding);
        }
        if let Some((node, outside)) = number("nodePort") {
            let mut binding = self.binding(node, Role::Opens, port);
            binding.host_port = Some(Ports::One(outside));
            binding.is_of_nodes = true;
            // A target that is a name is that of a port elsewhere.
            let inside = target.or_else(|| {
                port.get("targetPort")
                    .is_none()
                    .then(|| number("port"))
                    .flatten()
            });
            binding.container_port = inside.map(|(_, port)| Ports::One(port));
            binding.container_location = inside.map(|(node, _)| self.location(node));
            self.found.binding(binding);
        }
    }

    fn container(&mut self, container: Node<'_>) {
        let name = container.get("name").and_then(Node::text);
        for port in container.get("ports").into_iter().flat_map(Node::items) {
            let inside = number(port, "containerPort");
            let outside = number(port, "hostPort");
            let role = if outside.is_some() {
                Role::Opens
            } else {
                Role::Exposes
            };
            let Some((node, _)) = outside.or(inside) else {
                continue;
            };
            let mut binding = self.binding(node, role, port);
            binding.host_port = outside.map(|(_, port)| Ports::One(port));
            binding.container_port = inside.map(|(_, port)| Ports::One(port));
            binding.container_location = inside.map(|(node, _)| self.location(node));
            binding.host_ip = port.get("hostIP").and_then(Node::text).map(str::to_owned);
            binding.names.container = name.map(str::to_owned);
            self.found.binding(binding);
        }
    }

    fn binding(&self, node: Node<'_>, role: Role, port: Node<'_>) -> Binding {
        let name = self.object.at(&["metadata", "name"]).and_then(Node::text);
        let mut binding = Binding::new(self.location(node), role);
        let protocol = port.get("protocol").and_then(Node::text);
        binding.transport = protocol.and_then(Transport::of).unwrap_or_default();
        let text = |key: &str| port.get(key).and_then(Node::text).map(str::to_owned);
        binding.name = text("name");
        binding.scheme = text("appProtocol");
        binding.names = Names {
            service: name.map(str::to_owned),
            ..Names::default()
        };
        binding
    }

    fn location(&self, node: Node<'_>) -> Location {
        self.source.location(node.span())
    }
}

fn number<'a>(map: Node<'a>, key: &str) -> Option<(Node<'a>, u16)> {
    let node = map.get(key)?;
    let port = values::number(node).filter(|port| *port > 0)?;
    Some((node, port))
}
