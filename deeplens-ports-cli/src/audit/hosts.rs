//! What a host name means: this machine, a container, or other people's.

use super::map::PortMap;
use super::names::Services;
use crate::grammar::address::is_here;
use crate::place::{Binding, Ports, Scan};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host<'a> {
    /// This machine, as the machine itself sees it, or what asks: in a container that is the container.
    Here,
    /// This machine, as a container sees it.
    Machine,
    Container(&'a Container),
    /// A bare name that nothing has.
    Unknown,
    Other,
}

/// What answers to a name between containers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Container {
    /// The service of the map.
    pub(super) service: Option<usize>,
    /// Where it listens, as the map and the files say.
    pub(super) inside: BTreeSet<u16>,
    /// What of the host leads to it.
    pub(super) outside: BTreeSet<u16>,
}

/// The names of containers with what is known of each.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    containers: BTreeMap<String, Container>,
    /// Where somebody listens inside, of whom the name is not known.
    pub(super) nameless: BTreeSet<u16>,
    own: BTreeSet<String>,
}

impl Hosts {
    pub(super) fn new(scan: &Scan, map: &PortMap, services: &Services) -> Self {
        let mut hosts = Self::default();
        hosts.own.insert(map.host.clone());
        hosts
            .own
            .extend(map.endpoints.iter().map(|it| it.host.clone()));
        for name in &scan.hosts {
            hosts.named(name, services);
        }
        for binding in &scan.bindings {
            hosts.add(binding, services);
        }
        for setting in &scan.settings {
            let known = [&setting.names.service, &setting.names.container];
            for name in known.into_iter().flatten() {
                hosts
                    .named(name, services)
                    .inside
                    .extend(ports(setting.port));
            }
        }
        let listening = scan.references.iter().filter(|it| it.listens);
        hosts
            .nameless
            .extend(listening.flat_map(|it| ports(it.port)));
        hosts.add_map(map);
        hosts
    }

    fn add(&mut self, binding: &Binding, services: &Services) {
        let inside = binding.container_port.into_iter().flat_map(ports);
        let outside = binding.host_port.into_iter().flat_map(ports);
        // What a profile of a project is called is no host.
        let is_of_project = binding.names.project.is_some();
        let known = [&binding.names.service, &binding.names.container];
        let known: Vec<&String> = known
            .into_iter()
            .flatten()
            .filter(|_| !is_of_project)
            .collect();
        if known.is_empty() {
            self.nameless.extend(inside.clone());
        }
        for name in known {
            let container = self.named(name, services);
            container.inside.extend(inside.clone());
            container.outside.extend(outside.clone());
        }
    }

    fn add_map(&mut self, map: &PortMap) {
        for endpoint in &map.endpoints {
            if let Some((host, _)) = &endpoint.container {
                let container = self.containers.entry(host.clone()).or_default();
                container.service = Some(endpoint.service);
            }
        }
        for container in self.containers.values_mut() {
            let Some(service) = container.service else {
                continue;
            };
            for (_, endpoint) in map.of_service(service) {
                if let Some((_, port)) = &endpoint.container {
                    container.inside.insert(*port);
                    let outside = endpoint.outside.iter().flat_map(|ports| ports.iter());
                    container.outside.extend(outside.take(MOST));
                }
            }
        }
    }

    fn named(&mut self, name: &str, services: &Services) -> &mut Container {
        let container = self
            .containers
            .entry(name.to_ascii_lowercase())
            .or_default();
        if container.service.is_none() {
            container.service = services.service(name);
        }
        container
    }

    /// What is meant by a host.
    pub(super) fn of(&self, host: &str) -> Host<'_> {
        let host = host.trim_matches(['[', ']']).to_ascii_lowercase();
        if matches!(&*host, "host.docker.internal" | "host.containers.internal") {
            return Host::Machine;
        }
        if is_here(&host) {
            return Host::Here;
        }
        if let Some(container) = self.containers.get(&host) {
            return Host::Container(container);
        }
        if self.own.contains(&host) {
            return Host::Machine;
        }
        let is_bare = !host.contains(['.', ':']) && host.starts_with(char::is_alphabetic);
        if is_bare && !self.containers.is_empty() {
            Host::Unknown
        } else {
            Host::Other
        }
    }

    /// The names of containers, for who looks for one.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &Container)> {
        self.containers.iter().map(|(name, it)| (&**name, it))
    }
}

/// No container has as many ports.
const MOST: usize = 4096;

fn ports(ports: Ports) -> impl Iterator<Item = u16> + Clone {
    (ports.first()..=ports.last()).take(MOST)
}
