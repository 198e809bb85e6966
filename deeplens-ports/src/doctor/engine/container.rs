//! A container, as its engine describes it.

use crate::Transport;
use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::string::String;
use std::vec::Vec;

/// A container that has a port: it publishes it, or runs with the network of the host or of another container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub(in crate::doctor) engine: &'static str,
    pub(in crate::doctor) id: String,
    pub(in crate::doctor) container: String,
    pub(in crate::doctor) labels: BTreeMap<String, String>,
    /// The number or the name of its pod.
    pub(in crate::doctor) pod: Option<String>,
    pub(in crate::doctor) is_infra: bool,
    pub(in crate::doctor) network: Network,
    pub(in crate::doctor) ports: Vec<Ports>,
}

/// Whose network a container has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::doctor) enum Network {
    /// That of another, by its number or name; `None` where the engine does not say whose.
    Borrowed(Option<String>),
    Host,
    Own,
    /// The engine is to be asked further.
    NotTold,
}

/// Ports of the host that lead into a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::doctor) struct Ports {
    /// The address of the host that they are on.
    pub(super) ip: IpAddr,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) transport: Transport,
}

impl Published {
    /// The command of the engine: `podman` or `docker`.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        self.engine
    }

    /// The name of the container.
    #[must_use]
    pub fn container(&self) -> &str {
        &self.container
    }

    /// Its number, as its engine shows it; empty where it does not.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its labels; those that podman-compose and Docker Compose give say which project and service it is.
    #[must_use]
    pub fn labels(&self) -> &BTreeMap<String, String> {
        &self.labels
    }

    /// The Compose project that it belongs to.
    #[must_use]
    pub fn project(&self) -> Option<&str> {
        self.label(["com.docker.compose.project", "io.podman.compose.project"])
    }

    /// The service of its Compose project that it is.
    #[must_use]
    pub fn service(&self) -> Option<&str> {
        self.label(["com.docker.compose.service", "io.podman.compose.service"])
    }

    /// The pod that it is in, by name where the engine tells it, else by number.
    #[must_use]
    pub fn pod(&self) -> Option<&str> {
        self.pod.as_deref()
    }

    fn label(&self, names: [&str; 2]) -> Option<&str> {
        let mut values = names.iter().filter_map(|name| self.labels.get(*name));
        values.next().map(String::as_str)
    }

    /// Whether it is the one that a text names: by its name, or by its number or the start of that.
    pub(in crate::doctor) fn is(&self, name_or_id: &str) -> bool {
        let is_id = |id: &str, start: &str| start.len() >= 6 && id.starts_with(start);
        self.container == name_or_id || is_id(&self.id, name_or_id) || is_id(name_or_id, &self.id)
    }

    /// Who starts it again when it is stopped, and how that one is told, where that is known.
    pub(in crate::doctor) fn supervisor(&self) -> Option<(String, Option<String>)> {
        if let Some(unit) = self.labels.get("PODMAN_SYSTEMD_UNIT") {
            return Some((unit.clone(), Some(unit.clone())));
        }
        let is_labelled = |start: &str| self.labels.keys().any(|key| key.starts_with(start));
        if is_labelled("io.kubernetes.") {
            Some(("Kubernetes".to_owned(), None))
        } else if is_labelled("com.docker.swarm.") {
            Some(("Docker Swarm".to_owned(), None))
        } else {
            None
        }
    }
}

impl Ports {
    pub(in crate::doctor) fn has(&self, (port, transport): (u16, Transport)) -> bool {
        self.transport == transport && (self.first..=self.last).contains(&port)
    }

    pub(in crate::doctor) fn ip(&self) -> IpAddr {
        self.ip
    }

    /// Whether who asks for the address gets here.
    pub(in crate::doctor) fn is_at(&self, ip: IpAddr) -> bool {
        let is_both = |a: fn(&IpAddr) -> bool| a(&self.ip) && a(&ip);
        self.ip.is_unspecified() || self.ip == ip || is_both(IpAddr::is_loopback)
    }
}
