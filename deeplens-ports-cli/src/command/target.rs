//! Where something of the map is asked.

use crate::find;
use deeplens_ports::doctor::Subject;
use deeplens_ports::{
    Address, AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Origin, ProtocolKind, ResolveError,
    Transport,
};
use deeplens_ports_cli::Loaded;
use std::env;

/// An endpoint where the environment says that it is, or one port of a range.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) authority: String,
    pub(crate) url: String,
    pub(crate) scheme: &'static str,
    pub(crate) protocol: ProtocolKind,
    /// Why nobody here can ask it, if that is so.
    pub(crate) unasked: Option<String>,
    /// What the doctor is asked, if it is on this machine.
    pub(crate) subject: Subject,
    /// The variables that decided the address, where it was not the map.
    pub(crate) decided_by: Vec<&'static str>,
}

impl Target {
    pub(crate) fn of(endpoint: AnyEndpoint) -> Result<Self, String> {
        let address = endpoint.resolve().map_err(|error| error.to_string())?;
        Ok(Self {
            name: endpoint.name(),
            host: address.host().into(),
            port: address.port(),
            authority: address.authority().into(),
            url: address.url().into(),
            scheme: endpoint.scheme(),
            protocol: endpoint.protocol(),
            unasked: of_transport(endpoint.transport()),
            subject: Subject::server(endpoint, address.port()),
            decided_by: decided_by(&address),
        })
    }

    pub(crate) fn of_range(range: AnyPortRange, port: u16) -> Self {
        let host = range.host();
        let authority = if host.contains(':') {
            format!("[{host}]:{port}")
        } else {
            format!("{host}:{port}")
        };
        let mut subjects = Subject::of_range(range);
        let subject = subjects.find(|subject| subject.port() == port);
        Self {
            name: range.name(),
            host: host.into(),
            port,
            url: format!("{}://{authority}", range.scheme()),
            authority,
            scheme: range.scheme(),
            protocol: range.protocol(),
            unasked: of_transport(range.transport()),
            subject: subject.unwrap_or(Subject::any(port, range.transport())),
            decided_by: Vec::new(),
        }
    }

    /// What is reached on the container network alone.
    pub(crate) fn inside(map: &Loaded, it: AnyContainerEndpoint) -> Self {
        Self {
            name: it.name(),
            host: it.host().into(),
            port: it.port(),
            authority: it.authority().into(),
            url: it.url().into(),
            scheme: it.scheme(),
            protocol: it.protocol(),
            unasked: Some(find::reached_inside(map, "it")),
            subject: Subject::any(it.port(), it.transport()),
            decided_by: Vec::new(),
        }
    }

    /// `redis at redis://localhost:7000 (by DEEPLENS_REDIS_ADDR)`.
    pub(crate) fn place(&self) -> String {
        let by = if self.decided_by.is_empty() {
            String::new()
        } else {
            format!(" (by {})", self.decided_by.join(" and "))
        };
        format!("{} at {}{by}", self.name, self.url)
    }
}

fn of_transport(transport: Transport) -> Option<String> {
    (transport == Transport::Udp).then(|| "UDP has no connections".into())
}

/// The variables that say where an endpoint is, or where its server listens, in place of the map.
pub(crate) fn moved_by(endpoint: AnyEndpoint) -> Result<Vec<&'static str>, ResolveError> {
    let mut names = decided_by(&endpoint.resolve()?);
    let listen = endpoint.variables().listen();
    let others = |name: &str| env::var(name).ok().filter(|_| name != listen);
    // What others leave to it is its own.
    if endpoint.listen()?.port() != endpoint.listen_with(others)?.port() {
        names.push(listen);
    }
    Ok(names)
}

fn decided_by(address: &Address) -> Vec<&'static str> {
    let mut names = Vec::new();
    for origin in [address.host_from(), address.port_from()] {
        match origin {
            Origin::Variable(name) if !names.contains(&name) => names.push(name),
            _ => {}
        }
    }
    names
}
