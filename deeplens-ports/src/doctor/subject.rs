//! What is asked about.

use super::probe;
use super::process::{Known, Process};
use crate::host::Host;
use crate::{AnyEndpoint, AnyPortRange, Endpoint, Protocol, Transport};
use std::net::{IpAddr, Ipv4Addr};

/// A port to look at: that of an endpoint, one of a range, or any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Endpoint(AnyEndpoint),
    Server(AnyEndpoint, u16),
    OfRange(AnyPortRange, u16),
    Port(u16, Transport, Option<&'static str>),
}

/// What a map knows of it, be it an endpoint or a range.
macro_rules! fact {
    ($($(#[$doc:meta])* $name:ident: $type:ty, $default:expr;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name(self) -> $type {
            match self.kind {
                Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => endpoint.$name(),
                Kind::OfRange(range, _) => range.$name(),
                Kind::Port(..) => $default,
            }
        }
    )*};
}

impl Subject {
    /// A port that need not be in any map, 1 to 65535.
    ///
    /// One that nobody claims is `foreign` where it is held.
    #[must_use]
    pub const fn any(port: u16, transport: Transport) -> Self {
        Self {
            kind: Kind::Port(port, transport, None),
        }
    }

    /// The same port as one beside those of a map, so that containers of its [project](crate::Map::project) are known
    /// for its own.
    ///
    /// ```
    /// use deeplens_ports::doctor::Subject;
    /// use deeplens_ports::{ports, Transport};
    ///
    /// let subject = Subject::any(8080, Transport::Tcp).beside(ports::map());
    /// assert_eq!(subject.port(), 8080);
    /// ```
    #[must_use]
    pub const fn beside(self, map: crate::Map) -> Self {
        match self.kind {
            Kind::Port(port, transport, _) => Self {
                kind: Kind::Port(port, transport, Some(map.project())),
            },
            _ => self,
        }
    }

    /// The server of an endpoint on this machine, on a port that it was moved to, or that of the map.
    ///
    /// ```no_run
    /// use deeplens_ports::doctor::{self, Subject};
    /// use deeplens_ports::ports;
    ///
    /// let address = ports::SEARCH_API.listen()?;
    /// let server = Subject::server(ports::SEARCH_API, address.port());
    /// println!("{}", doctor::check([server])[0].state());
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    #[must_use]
    pub const fn server<P: Protocol>(endpoint: Endpoint<P>, port: u16) -> Self {
        Self {
            kind: Kind::Server(endpoint.erase(), port),
        }
    }

    /// The ports of a range.
    ///
    /// ```
    /// use deeplens_ports::doctor::Subject;
    /// use deeplens_ports::AnyPortRange;
    ///
    /// fn tenants(range: AnyPortRange) -> usize {
    ///     Subject::of_range(range).count()
    /// }
    /// ```
    pub fn of_range(range: AnyPortRange) -> impl Iterator<Item = Self> {
        range.iter().map(move |port| Self {
            kind: Kind::OfRange(range, port),
        })
    }

    /// The number of the port.
    #[must_use]
    pub const fn port(self) -> u16 {
        match self.kind {
            Kind::Endpoint(endpoint) => endpoint.port(),
            Kind::Server(_, port) | Kind::OfRange(_, port) | Kind::Port(port, ..) => port,
        }
    }

    /// Whether it is a TCP or a UDP port.
    #[must_use]
    pub const fn transport(self) -> Transport {
        match self.kind {
            Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => endpoint.transport(),
            Kind::OfRange(range, _) => range.transport(),
            Kind::Port(_, transport, _) => transport,
        }
    }

    /// The name in the map of the endpoint or the range; `None` for any other port.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self.kind {
            Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => Some(endpoint.name()),
            Kind::OfRange(range, _) => Some(range.name()),
            Kind::Port(..) => None,
        }
    }

    /// The endpoint, if it is one.
    #[must_use]
    pub const fn endpoint(self) -> Option<AnyEndpoint> {
        match self.kind {
            Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => Some(endpoint),
            Kind::OfRange(..) | Kind::Port(..) => None,
        }
    }

    /// The range that it is a port of, if it is one.
    #[must_use]
    pub const fn range(self) -> Option<AnyPortRange> {
        match self.kind {
            Kind::OfRange(range, _) => Some(range),
            Kind::Endpoint(_) | Kind::Server(..) | Kind::Port(..) => None,
        }
    }

    fact! {
        process: &'static [&'static str], &[];
        configured_in: &'static [crate::ConfiguredIn], &[];
    }

    /// Who else is commonly on the port of the map: that says nothing of another.
    pub(super) fn conflict(self) -> Option<crate::Conflict> {
        match self.kind {
            Kind::Endpoint(endpoint) => endpoint.conflict(),
            Kind::Server(endpoint, port) => endpoint.conflict().filter(|_| port == endpoint.port()),
            Kind::OfRange(range, _) => range.conflict(),
            Kind::Port(..) => None,
        }
    }

    /// By what the process is known as one that should hold it, and the name of the map; a weak sign only where there is
    /// no better one.
    pub(super) fn knows(self, process: &Process) -> Option<(Known, &'static str)> {
        let names = self.process().iter();
        let known = names.filter_map(|name| Some((process.known_as(name)?, *name)));
        known.min_by_key(|(known, _)| *known == Known::Interpreter)
    }

    /// The container that should hold it.
    pub(super) fn container(self) -> Option<&'static str> {
        match self.kind {
            Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => {
                endpoint.container().map(|inside| inside.host())
            }
            Kind::OfRange(range, _) => range.service().container(),
            Kind::Port(..) => None,
        }
    }

    /// The service of the map that should hold it.
    pub(super) fn service(self) -> Option<&'static str> {
        self.owner().map(crate::Service::name)
    }

    /// The Compose project of its map.
    pub(super) fn project(self) -> Option<&'static str> {
        match self.kind {
            Kind::Port(_, _, project) => project,
            _ => self.owner().map(crate::Service::project),
        }
    }

    fn owner(self) -> Option<crate::Service> {
        match self.kind {
            Kind::Endpoint(endpoint) | Kind::Server(endpoint, _) => Some(endpoint.service()),
            Kind::OfRange(range, _) => Some(range.service()),
            Kind::Port(..) => None,
        }
    }

    pub(super) fn place(self) -> (u16, Transport) {
        (self.port(), self.transport())
    }

    /// Where the map says that it is, if it is an endpoint or a range.
    pub(super) const fn host(self) -> Option<&'static str> {
        match self.kind {
            Kind::Endpoint(endpoint) => Some(endpoint.host()),
            Kind::OfRange(range, _) => Some(range.host()),
            Kind::Server(..) | Kind::Port(..) => None,
        }
    }

    /// The address that clients of the map ask, if it says one.
    pub(super) fn ip(self) -> Option<IpAddr> {
        match Host::read(self.host()?) {
            Ok(host) if host.is_loopback() => Some(Ipv4Addr::LOCALHOST.into()),
            Ok(Host::Ip(ip)) => Some(ip),
            _ => None,
        }
    }

    /// Whether the port is on this machine; those on the host of another are not looked at.
    #[must_use]
    pub fn is_here(self) -> bool {
        let Some(host) = self.host() else {
            return true;
        };
        match Host::read(host) {
            Ok(Host::Ip(ip)) => ip.is_loopback() || probe::is_ours(ip),
            Ok(name) => name.is_loopback(),
            Err(_) => false,
        }
    }
}

impl<P: Protocol> From<Endpoint<P>> for Subject {
    fn from(endpoint: Endpoint<P>) -> Self {
        Self {
            kind: Kind::Endpoint(endpoint.erase()),
        }
    }
}

impl<P: Protocol> From<&Endpoint<P>> for Subject {
    fn from(endpoint: &Endpoint<P>) -> Self {
        Self::from(*endpoint)
    }
}
