//! A map without mistakes, as data. Only the check builds one.

mod value;

pub use value::{Exposure, Protocol, Transport};

use std::fmt;

/// A checked map: what a `ports.toml` says, with every default filled in.
///
/// ```
/// let map = deeplens_ports_build::read(
///     "ports.toml",
///     "[map]\nname = 'demo'\n[services.web]\nport = 8080\nprotocol = 'http'\n",
/// )?;
/// assert_eq!(map.endpoints[0].url(), "http://localhost:8080");
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Map {
    /// The name of the system.
    pub name: String,
    /// What the environment variables start with.
    pub env_prefix: String,
    /// The container network.
    pub network: Option<String>,
    /// The Compose project whose containers are its own; empty where the name gives none.
    pub project: String,
    /// Where endpoints are reached unless they say otherwise.
    pub host: String,
    /// The numbers that nothing may take, by first number.
    pub reserved: Vec<Reserved>,
    /// The groups, by name.
    pub groups: Vec<Group>,
    /// The services, by name.
    pub services: Vec<Service>,
    /// The endpoints with one port, by port, transport and name.
    pub endpoints: Vec<Endpoint>,
    /// The endpoints with many ports, by first port, transport and name.
    pub ranges: Vec<Endpoint>,
}

/// The environment variables that move the endpoints.
impl Map {
    /// The variable with the host of the whole map, such as `DEEPLENS_HOST`.
    #[must_use]
    pub fn host_variable(&self) -> String {
        format!("{}_HOST", self.env_prefix)
    }

    /// The variable with the host of a service, such as `DEEPLENS_QDRANT_HOST`.
    #[must_use]
    pub fn service_host_variable(&self, service: &Service) -> String {
        format!("{}_{}_HOST", self.env_prefix, service.id())
    }

    /// The variable with an endpoint's address for clients, such as `DEEPLENS_QDRANT_GRPC_ADDR`.
    #[must_use]
    pub fn addr_variable(&self, endpoint: &Endpoint) -> String {
        format!("{}_{}_ADDR", self.env_prefix, endpoint.id())
    }

    /// The variable with the address that an endpoint's server binds, such as `DEEPLENS_SEARCH_API_LISTEN`.
    #[must_use]
    pub fn listen_variable(&self, endpoint: &Endpoint) -> String {
        format!("{}_{}_LISTEN", self.env_prefix, endpoint.id())
    }
}

/// Numbers that nothing may take.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Reserved {
    /// The lowest.
    pub first: u16,
    /// The highest, itself reserved.
    pub last: u16,
    /// What they are kept for.
    pub reason: Option<String>,
}

/// A group of services.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// Its name in the map.
    pub name: String,
    /// Its name for people.
    pub title: String,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Service {
    /// Its name in the map.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// The place of its group in [`Map::groups`].
    pub group: Option<usize>,
    /// Its name on the container network.
    pub container: Option<String>,
}

impl Service {
    /// The name of its constant.
    #[must_use]
    pub fn id(&self) -> String {
        constant(&self.name)
    }
}

/// A port, or a range of ports, of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The place of its service in [`Map::services`].
    pub service: usize,
    /// `service.endpoint`, or `service`.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// What it is for; may be empty.
    pub purpose: String,
    /// What else is to be known.
    pub note: Option<String>,
    /// What is spoken.
    pub protocol: Protocol,
    /// What it is spoken over.
    pub transport: Transport,
    /// The scheme of its URL.
    pub scheme: String,
    /// Where it is reached, IPv6 without brackets.
    pub host: String,
    /// Whether the host is its own, its service's or its group's, and not the map's.
    pub has_own_host: bool,
    /// Its port or ports.
    pub ports: Ports,
    /// Whether the map gives it a range, be it of one port.
    pub is_range: bool,
    /// Where it is on the container network, if its service, or that of the endpoint which it names, has a container
    /// and this is no range.
    pub container: Option<Container>,
    /// Who may reach it.
    pub exposure: Exposure,
    /// Who else uses its port.
    pub conflict: Option<Conflict>,
    /// Where a person changes the port.
    pub configured_in: Vec<ConfiguredIn>,
    /// What its native process may be called.
    pub process: Vec<String>,
    /// The endpoint that it is a second name for.
    pub same_as: Option<String>,
    /// Why it should not be used any more.
    pub deprecated: Option<String>,
}

impl Endpoint {
    /// The name of its constant.
    #[must_use]
    pub fn id(&self) -> String {
        constant(&self.name)
    }

    /// `host:port`, of the first port, with brackets around an IPv6 address.
    #[must_use]
    pub fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.ports.first)
        } else {
            format!("{}:{}", self.host, self.ports.first)
        }
    }

    /// `scheme://host:port`, of the first port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.authority())
    }
}

/// One port, or every `step`-th port from `first` to `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Ports {
    /// The lowest port, 1 to 65535.
    pub first: u16,
    /// The upper end; the same as the first for a single port.
    pub last: u16,
    /// The distance from one to the next, 1 or more.
    pub step: u16,
}

impl Ports {
    /// Whether `port` is one of them.
    #[must_use]
    pub fn contains(self, port: u16) -> bool {
        (self.first..=self.last).contains(&port) && (port - self.first).is_multiple_of(self.step)
    }

    /// The ports, upwards.
    pub fn iter(self) -> impl Iterator<Item = u16> {
        (self.first..=self.last).step_by(usize::from(self.step))
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}

/// A place on the container network.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Container {
    /// The name of the container, which is its host name there.
    pub host: String,
    /// The port in the container.
    pub port: u16,
}

impl Container {
    /// `host:port`.
    #[must_use]
    pub fn authority(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

/// Who else uses a port, and the way out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Conflict {
    /// Who is commonly found there.
    pub with: Vec<String>,
    /// What keeps the two apart.
    pub mitigation: Option<String>,
    /// The ports to move to.
    pub alternatives: Vec<u16>,
}

/// A place where a person changes a port.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ConfiguredIn {
    /// The file.
    pub file: String,
    /// The setting in it.
    pub key: Option<String>,
}

/// The constant of a name of the map: upper case, with an underscore for a hyphen or a dot.
pub(crate) fn constant(name: &str) -> String {
    let mut bytes = name.to_ascii_uppercase().into_bytes();
    for byte in &mut bytes {
        if matches!(byte, b'-' | b'.') {
            *byte = b'_';
        }
    }
    // One ASCII byte for another leaves UTF-8 as it was.
    String::from_utf8(bytes).unwrap_or_default()
}
