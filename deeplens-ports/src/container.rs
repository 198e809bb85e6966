//! One port on the container network.

use crate::facts::{ConfiguredIn, Exposure};
use crate::owner::{Group, Service};
use crate::protocol::{AnyProtocol, Protocol, ProtocolKind, Transport};
use crate::record::{facts, Inside, Record};
use core::cmp::Ordering;
use core::fmt;
use core::marker::PhantomData;
use core::net::{IpAddr, Ipv4Addr, SocketAddr};

/// One port on the container network, with the protocol in its type.
///
/// It is the constant of what is reached there alone, such as a database that is not published, and
/// [`Endpoint::container`](crate::Endpoint::container) gives it for what has a port on the host too. Other containers of
/// the network reach it; nothing on the host does, and so it has no `loopback()`.
///
/// One word in size and `Copy`; every string is a literal of the compiled map. Usable as a pattern. Sorts by container,
/// port, transport and name. Prints as its URL, like [`Endpoint`](crate::Endpoint).
///
/// With the feature `std`, `resolve()` says where it is at run time, by the environment.
///
/// ```
/// use deeplens_ports::{ports, ContainerEndpoint, Tcp};
///
/// const POSTGRESQL: Option<ContainerEndpoint<Tcp>> = ports::POSTGRESQL.container();
///
/// let inside = POSTGRESQL.expect("it runs in a container");
/// assert_eq!((inside.host(), inside.port()), ("deeplens-postgres", 5432));
/// assert_eq!(inside.url(), "postgresql://deeplens-postgres:5432");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContainerEndpoint<P> {
    record: &'static Record,
    protocol: PhantomData<P>,
}

/// A [`ContainerEndpoint`] without the protocol in its type, for tables: see [`ContainerEndpoint::erase`].
pub type AnyContainerEndpoint = ContainerEndpoint<AnyProtocol>;

impl<P: Protocol> ContainerEndpoint<P> {
    facts!();

    const fn inside(self) -> Inside {
        self.record.inside
    }

    /// The container's name, which is its host name on the network.
    #[must_use]
    pub const fn host(self) -> &'static str {
        self.inside().host
    }

    /// The port inside the container, 1 to 65535.
    #[must_use]
    pub const fn port(self) -> u16 {
        self.inside().port
    }

    /// `host:port`.
    #[must_use]
    pub const fn authority(self) -> &'static str {
        self.inside().authority
    }

    /// `scheme://host:port`, without a slash at the end.
    #[must_use]
    pub const fn url(self) -> &'static str {
        self.inside().url
    }

    /// The port inside the container on 0.0.0.0, for the server that runs there.
    ///
    /// [`Endpoint::loopback`](crate::Endpoint::loopback), [`unspecified`](crate::Endpoint::unspecified) and `listen` are
    /// for a server on the host: they have the port of the host, and loopback is reached from within the container
    /// alone.
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let inside = ports::POSTGRESQL.container().unwrap();
    /// assert_eq!(inside.unspecified().to_string(), "0.0.0.0:5432");
    /// assert_eq!(ports::POSTGRESQL.unspecified().to_string(), "0.0.0.0:5433");
    /// ```
    #[must_use]
    pub const fn unspecified(self) -> SocketAddr {
        SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), self.port())
    }

    /// The environment variable that moves it for clients, such as `DEEPLENS_POSTGRESQL_ADDR`, and the only one: what
    /// names a host for a service or a map means the host's ports.
    #[must_use]
    pub const fn addr_variable(self) -> &'static str {
        self.record.addr
    }

    /// The name of the endpoint that this is a second name for.
    #[must_use]
    pub const fn same_as(self) -> Option<&'static str> {
        self.record.details.same_as
    }

    #[cfg(feature = "std")]
    pub(crate) const fn record(self) -> &'static Record {
        self.record
    }
}

impl<P> ContainerEndpoint<P> {
    /// The same endpoint without the protocol in its type.
    #[must_use]
    pub const fn erase(self) -> AnyContainerEndpoint {
        // As in `Endpoint::erase`.
        #[cfg(rust_analyzer)]
        panic!();
        container_endpoint(self.record)
    }
}

impl AnyContainerEndpoint {
    /// The same endpoint with its protocol in the type again; `None` if it speaks another one.
    ///
    /// ```
    /// use deeplens_ports::{ports, Http, Tcp};
    ///
    /// let inside = ports::POSTGRESQL.container().unwrap();
    /// assert_eq!(inside.erase().typed::<Tcp>(), Some(inside));
    /// assert_eq!(inside.erase().typed::<Http>(), None);
    /// ```
    #[must_use]
    pub const fn typed<P: Protocol>(self) -> Option<ContainerEndpoint<P>> {
        match P::KIND {
            Some(kind) if kind as u8 != self.record.protocol as u8 => None,
            _ => Some(container_endpoint(self.record)),
        }
    }
}

/// By container, port, transport and name.
impl<P: Protocol> Ord for ContainerEndpoint<P> {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |it: Self| (it.host(), it.port(), it.transport(), it.name());
        // Equal keys have only endpoints of different maps.
        let by_key = key(*self).cmp(&key(*other));
        by_key.then_with(|| self.record.cmp(other.record))
    }
}

impl<P: Protocol> PartialOrd for ContainerEndpoint<P> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The URL.
impl<P: Protocol> fmt::Display for ContainerEndpoint<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.url())
    }
}

impl<P: Protocol> fmt::Debug for ContainerEndpoint<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ContainerEndpoint")
            .field("name", &self.name())
            .field("protocol", &format_args!("{}", self.protocol()))
            .field("url", &self.url())
            .finish()
    }
}

#[doc(hidden)]
#[must_use]
pub const fn container_endpoint<P>(record: &'static Record) -> ContainerEndpoint<P> {
    ContainerEndpoint {
        record,
        protocol: PhantomData,
    }
}
