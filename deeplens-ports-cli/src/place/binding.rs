//! Who takes a port.

use crate::place::location::{Location, Names};
use crate::place::ports::{Ports, Transport};

/// Somebody takes a port.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Binding {
    /// Where the port stands: that of the host, where there is one.
    pub location: Location,
    /// What it does.
    pub role: Role,
    /// The address that it is bound to; none for all of them.
    pub host_ip: Option<String>,
    /// None where the engine or the system picks one, or nothing of the host is taken.
    pub host_port: Option<Ports>,
    /// Whether the port is one of the nodes of a cluster, and not of this machine.
    pub is_of_nodes: bool,
    /// The port inside.
    pub container_port: Option<Ports>,
    /// Where the port inside stands.
    pub container_location: Option<Location>,
    /// Of both ports.
    pub transport: Transport,
    /// Who it is.
    pub names: Names,
    /// Compose's: it is started with one of them, or always if there are none.
    pub profiles: Vec<String>,
    /// The variable that has the host's port, else the one inside.
    pub variable: Option<Variable>,
    /// The port that its kind has where a file gives none, as the receivers of the OpenTelemetry Collector.
    pub usual: Option<u16>,
    /// The service that it has the port from, by `extends`.
    pub inherited_from: Option<String>,
    /// Where else the same port of the same service is written.
    pub also: Vec<Location>,
    /// What the file calls the port.
    pub name: Option<String>,
    /// What is spoken there, where the file says so: `http`, of a URL or of `app_protocol`.
    pub scheme: Option<String>,
}

impl Binding {
    pub(crate) fn new(location: Location, role: Role) -> Self {
        Self {
            location,
            role,
            host_ip: None,
            host_port: None,
            is_of_nodes: false,
            container_port: None,
            container_location: None,
            transport: Transport::Tcp,
            names: Names::default(),
            profiles: Vec::new(),
            variable: None,
            usual: None,
            inherited_from: None,
            also: Vec::new(),
            name: None,
            scheme: None,
        }
    }
}

/// What a binding does with its port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Shows a port of a container to its network: nothing of the host.
    Exposes,
    /// Listens, in a container or, without one, on the host.
    Listens,
    /// Opens a port of the host.
    Opens,
}

impl Role {
    /// `opens`, `listens` or `exposes`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exposes => "exposes",
            Self::Listens => "listens",
            Self::Opens => "opens",
        }
    }
}

/// A variable that decided a port.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Variable {
    /// Without its marks.
    pub name: String,
    /// The port that the text gives for it where nobody sets it, as `5000` in `${X:-5000}`.
    pub default: Option<Ports>,
    /// Where a file sets it. If none does, the default was taken.
    pub set_at: Option<Location>,
}

impl Variable {
    /// Whether nobody sets it, and the port is what the text gives for that case.
    #[must_use]
    pub const fn is_default(&self) -> bool {
        self.set_at.is_none()
    }
}
