//! What a map knows of an endpoint besides its address.

use core::fmt;

/// Who may reach an endpoint in production.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exposure {
    /// Other services of the system only.
    Internal,
    /// Everybody, through a reverse proxy or a load balancer.
    Proxied,
    /// Everybody, directly.
    Public,
}

impl Exposure {
    /// The name of the exposure in `ports.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Proxied => "proxied",
            Self::Public => "public",
        }
    }
}

impl fmt::Display for Exposure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Who else commonly uses an endpoint's port, and the way out.
///
/// ```
/// use deeplens_ports::ports;
///
/// let conflict = ports::GRAFANA.conflict().unwrap();
/// assert_eq!(conflict.with(), ["React dev servers", "Rails", "Node.js apps"]);
/// assert_eq!(conflict.alternatives(), [3001, 3030]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    pub(crate) with: &'static [&'static str],
    pub(crate) mitigation: Option<&'static str>,
    pub(crate) alternatives: &'static [u16],
}

impl Conflict {
    /// The software that is commonly found on this port.
    #[must_use]
    pub const fn with(self) -> &'static [&'static str] {
        self.with
    }

    /// What keeps the two apart, as a sentence for people.
    #[must_use]
    pub const fn mitigation(self) -> Option<&'static str> {
        self.mitigation
    }

    /// The ports to move to, best first. None of them is taken, reserved or against the map's policy.
    #[must_use]
    pub const fn alternatives(self) -> &'static [u16] {
        self.alternatives
    }
}

/// A place where a person changes a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConfiguredIn {
    pub(crate) file: &'static str,
    pub(crate) key: Option<&'static str>,
}

impl ConfiguredIn {
    /// The file, relative to the folder that the map stands in.
    #[must_use]
    pub const fn file(self) -> &'static str {
        self.file
    }

    /// The variable or setting in the file that holds the port.
    #[must_use]
    pub const fn key(self) -> Option<&'static str> {
        self.key
    }
}

/// The file, and the key in it: `src/app/.env (API_PORT)`.
impl fmt::Display for ConfiguredIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file)?;
        match self.key {
            Some(key) => write!(f, " ({key})"),
            None => Ok(()),
        }
    }
}

/// The environment variables that move an endpoint: `resolve()` and `listen()` of an [`Endpoint`](crate::Endpoint) read
/// them, with the feature `std`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variables {
    pub(crate) addr: &'static str,
    pub(crate) listen: &'static str,
    pub(crate) map_host: Option<&'static str>,
}

impl Variables {
    /// The variable with the address for clients, such as `DEEPLENS_QDRANT_GRPC_ADDR`.
    #[must_use]
    pub const fn addr(self) -> &'static str {
        self.addr
    }

    /// The variable with the address that the server binds, such as `DEEPLENS_SEARCH_API_LISTEN`.
    #[must_use]
    pub const fn listen(self) -> &'static str {
        self.listen
    }

    /// The variable with the host of the whole map, such as `DEEPLENS_HOST`; `None` where the map gives this endpoint
    /// a host of its own. Between the two stands [`Service::host_variable`](crate::Service::host_variable).
    #[must_use]
    pub const fn map_host(self) -> Option<&'static str> {
        self.map_host
    }
}

/// Numbers that nothing in a map may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reserved {
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) reason: Option<&'static str>,
}

impl Reserved {
    /// The lowest number, 1 to 65535.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.first
    }

    /// The highest number, itself reserved.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.last
    }

    /// What they are kept for.
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        self.reason
    }

    /// Whether `port` is one of them.
    #[must_use]
    pub const fn contains(self, port: u16) -> bool {
        self.first <= port && port <= self.last
    }
}
