//! What is asked for, and where its like is in the map.

use super::edit::New;
use deeplens_ports_build::{Endpoint, Kind, Map};
use std::fmt;

/// The endpoint that a port is wanted for.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(super) name: Option<Name>,
    group: Option<String>,
    pub(super) protocol: String,
}

/// `service`, or `service.endpoint`.
#[derive(Clone, Debug)]
pub(super) struct Name {
    service: String,
    endpoint: Option<String>,
}

impl Name {
    fn read(text: &str) -> Self {
        let (service, endpoint) = match text.split_once('.') {
            Some((service, endpoint)) => (service, Some(endpoint.to_owned())),
            None => (text, None),
        };
        Self {
            service: service.to_owned(),
            endpoint,
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.service)?;
        match &self.endpoint {
            Some(endpoint) => write!(f, ".{endpoint}"),
            None => Ok(()),
        }
    }
}

/// Where a map without ports begins.
const FIRST: u16 = 8080;

impl Wanted {
    pub(crate) fn new(name: Option<&str>, group: Option<&str>, protocol: &str) -> Self {
        Self {
            name: name.map(Name::read),
            group: group.map(str::to_owned),
            protocol: protocol.to_owned(),
        }
    }

    /// Refuses what is in the map already, and a group that is not the service's or not there.
    pub(super) fn agree_with(&self, map: &Map, file: &str) -> Result<(), String> {
        let Some(group) = &self.group else {
            return self.is_new(map, file);
        };
        if !map.groups().iter().any(|it| it.name() == group) {
            let names: Vec<&str> = map.groups().iter().map(|it| it.name()).collect();
            let help = match &names[..] {
                [] => "it has none".to_owned(),
                names => format!("its groups are {}", names.join(", ")),
            };
            let group = group.escape_debug();
            return Err(format!("unknown group `{group}` in {file}; {help}"));
        }
        let service = self.name.as_ref().map(|name| &name.service);
        let mut services = map.services().iter();
        let known = services.find(|it| Some(it.name()) == service.map(String::as_str));
        match known {
            Some(known) if known.group().map(|it| it.name()) != Some(group) => Err(format!(
                "`{}` is a service of {file}, and not in the group `{group}`",
                known.name()
            )),
            _ => self.is_new(map, file),
        }
    }

    fn is_new(&self, map: &Map, file: &str) -> Result<(), String> {
        let Some(name) = self.name.as_ref().map(Name::to_string) else {
            return Ok(());
        };
        let known = all(map).chain(map.container_endpoints());
        let known = known.filter(|it| it.name() == name);
        match known.map(place).next() {
            Some(place) => Err(format!("`{name}` is in {file} already, on {place}")),
            None => Ok(()),
        }
    }

    /// The name; where none is given, one that the map does not have.
    pub(super) fn name(&self, map: &Map) -> Name {
        let is_taken = |name: &String| {
            let mut services = map.services().iter();
            services.any(|it| it.name().eq_ignore_ascii_case(name))
        };
        self.name.clone().unwrap_or_else(|| {
            let mut names = (0..).map(|number| format!("next-{number}"));
            Name::read(&names.find(|name| !is_taken(name)).unwrap_or_default())
        })
    }

    /// The port to look around: the middle one of the service's, else of its group's, else of all; of those that speak
    /// the same, if some do.
    pub(super) fn near(&self, map: &Map) -> u16 {
        let service = self.name.as_ref().map(|name| &*name.service);
        let of_service = |it: &&Endpoint| Some(it.service().name()) == service;
        let of_group = |it: &&Endpoint| {
            let group = it.service().group().map(|group| group.name());
            group.is_some() && group == self.group.as_deref()
        };
        let near = [
            self.middle(all(map).filter(of_service)),
            self.middle(all(map).filter(of_group)),
            self.middle(all(map)),
        ];
        near.into_iter().flatten().next().unwrap_or(FIRST)
    }

    fn middle<'a>(&self, endpoints: impl Iterator<Item = &'a Endpoint>) -> Option<u16> {
        let endpoints: Vec<&Endpoint> = endpoints.collect();
        let speaks_it = |it: &&&Endpoint| it.protocol().as_str() == self.protocol;
        let ports = |it: &&Endpoint| it.ports().first();
        let mut like: Vec<u16> = endpoints.iter().filter(speaks_it).map(ports).collect();
        if like.is_empty() {
            like = endpoints.iter().map(ports).collect();
        }
        like.sort_unstable();
        like.get(like.len().checked_sub(1)? / 2).copied()
    }

    pub(super) fn endpoint<'a>(&'a self, name: &'a Name, port: u16) -> New<'a> {
        New {
            service: &name.service,
            endpoint: name.endpoint.as_deref(),
            group: self.group.as_deref(),
            protocol: &self.protocol,
            port,
        }
    }
}

/// Its ports; of what is reached on the container network alone, where that is.
fn place(endpoint: &Endpoint) -> String {
    match endpoint.kind() {
        Kind::Container => endpoint.authority(),
        Kind::Port | Kind::Range => endpoint.ports().to_string(),
    }
}

/// What has ports on the host.
fn all(map: &Map) -> impl Iterator<Item = &Endpoint> {
    map.endpoints().iter().chain(map.ranges())
}
