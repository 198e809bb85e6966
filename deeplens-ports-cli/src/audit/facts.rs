//! What is known of the map and the files together, before anything is judged.

use super::hosts::Hosts;
use super::key;
use super::map::{Endpoint, PortMap};
use super::names::Services;
use crate::config::Config;
use crate::place::{Binding, Location, Names, Ports, Role, Scan, Side, Transport};
use crate::tree::{self, Tree};
use std::collections::{HashMap, HashSet};

pub(super) struct Facts<'a> {
    pub(super) tree: &'a Tree,
    pub(super) scan: &'a Scan,
    pub(super) map: &'a PortMap,
    pub(super) services: Services,
    pub(super) hosts: Hosts,
    by_file: HashMap<&'a str, Vec<&'a Binding>>,
    /// The bindings that open a port of the host.
    pub(super) opened: HashMap<(u16, Transport), Vec<&'a Binding>>,
    /// The endpoints that are opened under the name of their service.
    opened_by_name: HashSet<usize>,
    /// Ranges of which one port is opened.
    open_ranges: Vec<(u16, u16, Transport)>,
    /// Where projects say that they listen themselves, on whatever side.
    listened: HashSet<u16>,
    /// Where somebody listens on this machine.
    hosted: HashSet<u16>,
    /// By file and key.
    configured: HashMap<(&'a str, String), usize>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(tree: &'a Tree, scan: &'a Scan, map: &'a PortMap, config: &Config) -> Self {
        let services = Services::new(map, config);
        let hosts = Hosts::new(scan, map, &services);
        let mut configured: HashMap<(&str, String), usize> = HashMap::new();
        for place in &map.configured {
            if let Some(key) = &place.key {
                configured.insert((&place.file, key.to_ascii_lowercase()), place.endpoint);
            }
        }
        let mut facts = Self {
            tree,
            scan,
            map,
            services,
            hosts,
            by_file: HashMap::new(),
            opened: HashMap::new(),
            opened_by_name: HashSet::new(),
            open_ranges: Vec::new(),
            listened: HashSet::new(),
            hosted: HashSet::new(),
            configured,
        };
        for binding in &scan.bindings {
            let of_file = facts.by_file.entry(&binding.location.file);
            of_file.or_default().push(binding);
        }
        for binding in scan.bindings.iter().filter(|it| it.role == Role::Opens) {
            let port = match binding.host_port {
                Some(Ports::One(port)) => port,
                Some(Ports::Range(first, last)) => {
                    facts.open_ranges.push((first, last, binding.transport));
                    continue;
                }
                None => continue,
            };
            let own = facts.service(binding);
            let owners = map.owners(port, binding.transport).into_iter();
            let named = owners.filter(|at| own == Some(map.endpoints[*at].service));
            facts.opened_by_name.extend(named);
            let opened = facts.opened.entry((port, binding.transport));
            opened.or_default().push(binding);
        }
        let listening = listening(&facts);
        let outside = listening.iter().filter(|it| !it.is_inside);
        facts.hosted = outside.map(|it| it.port).collect();
        facts.listened = listening.iter().map(|it| it.port).collect();
        facts
    }

    pub(super) fn endpoint(&self, at: usize) -> &'a Endpoint {
        &self.map.endpoints[at]
    }

    pub(super) fn service_name(&self, service: usize) -> &'a str {
        &self.map.services[service].name
    }

    /// What the map says is changed there.
    pub(super) fn configured(&self, file: &str, key: Option<&str>) -> Option<usize> {
        let key = key?.to_ascii_lowercase();
        self.configured.get(&(file, key)).copied()
    }

    /// The service that a binding is of, by where it is or by a name around it.
    pub(super) fn service(&self, it: &Binding) -> Option<usize> {
        let variable = it.variable.as_ref().map(|variable| &*variable.name);
        let configured = self.configured(&it.location.file, variable);
        let named = || self.named(&it.names);
        let keyed = || Some(key::owner(variable?, self.map, &self.services)?.service);
        configured
            .map(|at| self.endpoint(at).service)
            .or_else(named)
            .or_else(keyed)
    }

    /// The service that a name is of.
    pub(super) fn named(&self, names: &Names) -> Option<usize> {
        let names = [&names.container, &names.project, &names.service];
        let mut names = names.into_iter().flatten();
        names.find_map(|name| self.services.service(name))
    }

    /// The bindings of the same file and names.
    pub(super) fn around<'b>(&'b self, it: &'b Binding) -> impl Iterator<Item = &'a Binding> + 'b {
        // No file that people write has as many.
        const MOST: usize = 1000;
        let of_file = self.by_file.get(&*it.location.file).into_iter().flatten();
        of_file
            .take(MOST)
            .filter(|other| other.names == it.names)
            .copied()
    }

    /// The service whose folder a file is in.
    pub(super) fn project(&self, file: &str) -> Option<usize> {
        let mut folder = tree::folder(file);
        while !folder.is_empty() {
            if let Some(service) = self.services.service(tree::file_name(folder)) {
                return Some(service);
            }
            folder = tree::folder(folder);
        }
        None
    }

    pub(super) fn is_opened_by_name(&self, endpoint: usize) -> bool {
        self.opened_by_name.contains(&endpoint)
    }

    /// Whether any file opens a port of the host.
    pub(super) fn is_opened(&self, port: u16, transport: Transport) -> bool {
        self.opened.contains_key(&(port, transport)) || self.is_in_open_range(port, transport)
    }

    fn is_in_open_range(&self, port: u16, transport: Transport) -> bool {
        let mut all = self.open_ranges.iter();
        all.any(|(first, last, own)| *own == transport && (*first..=*last).contains(&port))
    }

    /// Whether somebody listens there on this machine.
    pub(super) fn is_hosted(&self, port: u16, transport: Transport) -> bool {
        transport == Transport::Tcp && self.hosted.contains(&port)
    }

    /// Whether a file may say what is so in the container of a service: it lies with the project, which listens there on that port.
    pub(super) fn is_inside(&self, file: &str, port: u16) -> bool {
        self.project(file)
            .is_some_and(|service| self.has_inside(service, port))
    }

    fn has_inside(&self, service: usize, port: u16) -> bool {
        let mut all = self.map.of_service(service);
        all.any(|(_, it)| it.inside() == Some(port) && !it.is_outside(port))
    }

    /// Whether somebody listens there, of whom more is not known.
    pub(super) fn is_listened(&self, port: u16, transport: Transport) -> bool {
        let is_tcp = transport == Transport::Tcp;
        let is_listened = self.listened.contains(&port) || self.hosts.nameless.contains(&port);
        is_tcp && is_listened || self.is_in_open_range(port, transport)
    }

    /// The scheme of a URL that a place is in.
    pub(super) fn scheme(&self, at: &Location) -> Option<&'static str> {
        let text = self.tree.text(&at.file).ok()?;
        let before = text.get(..at.span.start)?.strip_suffix("://")?;
        let known = ["https", "http", "grpc"];
        known.into_iter().find(|scheme| before.ends_with(scheme))
    }

    /// `5000`, or `9000 and 9001`: where the map has a service.
    pub(super) fn ports_of(&self, service: usize) -> String {
        let all = self.map.of_service(service).map(|(_, it)| it.number());
        let mut all: Vec<String> = all.collect();
        all.dedup();
        match all.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => String::new(),
        }
    }
}

/// A port on which a project says that it listens.
struct Listening {
    port: u16,
    is_inside: bool,
}

fn listening(facts: &Facts<'_>) -> Vec<Listening> {
    let own = |key: &str| key::is_own(key.rsplit([':', '.']).next().unwrap_or(key));
    let keyed = facts.scan.references.iter().filter(|it| {
        let key = it.variable.as_deref().or(it.key.as_deref());
        it.host.is_none() && !it.is_prose && key.is_some_and(own)
    });
    let keyed = keyed.map(|it| Listening {
        port: it.port.first(),
        is_inside: it.side == Side::Container
            || facts.is_inside(&it.location.file, it.port.first()),
    });
    let bindings = facts.scan.bindings.iter().filter(|it| {
        let is_forwarded = it.host_port.is_some() && it.container_port.is_none();
        it.role == Role::Listens && (it.names.project.is_some() || is_forwarded)
    });
    let bindings = bindings.filter_map(|it| {
        let port = it.host_port.or(it.container_port)?.first();
        let has = |service| facts.has_inside(service, port);
        let is_inside =
            facts.service(it).is_some_and(has) || facts.is_inside(&it.location.file, port);
        Some(Listening { port, is_inside })
    });
    bindings.chain(keyed).collect()
}
