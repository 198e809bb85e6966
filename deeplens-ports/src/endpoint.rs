//! One port of the map.

use crate::container::{container_endpoint, ContainerEndpoint};
use crate::facts::{ConfiguredIn, Conflict, Exposure, Variables};
use crate::owner::{Group, Service};
use crate::protocol::{AnyProtocol, Protocol, ProtocolKind, Transport};
use crate::record::{facts, host_facts, Record};
use core::fmt;
use core::marker::PhantomData;
use core::net::{IpAddr, Ipv4Addr, SocketAddr};

/// One port of a map, with the protocol in its type.
///
/// One word in size and `Copy`; every string is a literal of the compiled map. Usable as a pattern. Sorts by
/// port, transport and name. Prints as its URL, since many clients misread a bare `host:port` without
/// complaint.
///
/// With the feature `std`, `resolve()` and `listen()` say where it is at run time, by the environment.
///
/// ```
/// use deeplens_ports::{ports, Endpoint, Grpc};
///
/// const QDRANT: &str = ports::QDRANT_GRPC.url();
///
/// fn connect(to: Endpoint<Grpc>) -> String {
///     format!("connecting to {to}")
/// }
///
/// assert_eq!(QDRANT, "http://localhost:6334");
/// assert_eq!(connect(ports::QDRANT_GRPC), "connecting to http://localhost:6334");
/// ```
///
/// The HTTP port where gRPC is wanted does not compile:
///
/// ```compile_fail,E0308
/// # use deeplens_ports::{ports, Endpoint, Grpc};
/// # fn connect(to: Endpoint<Grpc>) {}
/// connect(ports::QDRANT_HTTP);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint<P> {
    // rust-analyzer, which alone sets this cfg, shows the value of a constant above its docs: what `Debug` prints where it
    // can run that (from 1.99 on, and through no derived `Debug`), else field by field, to the end of the record.
    #[cfg(rust_analyzer)]
    url: &'static str,
    #[cfg(rust_analyzer)]
    purpose: &'static str,
    record: &'static Record,
    protocol: PhantomData<P>,
}

/// An endpoint without the protocol in its type, for tables: see [`Endpoint::erase`].
pub type AnyEndpoint = Endpoint<AnyProtocol>;

impl<P: Protocol> Endpoint<P> {
    facts!();
    host_facts!();

    /// The port on the host, 1 to 65535.
    #[must_use]
    pub const fn port(self) -> u16 {
        self.record.port
    }

    /// `host:port`, an IPv6 address in brackets.
    ///
    /// ```
    /// assert_eq!(deeplens_ports::ports::POSTGRESQL.authority(), "localhost:5433");
    /// ```
    #[must_use]
    pub const fn authority(self) -> &'static str {
        self.record.authority
    }

    /// `scheme://host:port`, without a slash at the end.
    ///
    /// ```
    /// assert_eq!(deeplens_ports::ports::POSTGRESQL.url(), "postgresql://localhost:5433");
    /// ```
    #[must_use]
    pub const fn url(self) -> &'static str {
        self.record.url
    }

    /// The port on 127.0.0.1, for a server that only this machine may reach.
    #[must_use]
    pub const fn loopback(self) -> SocketAddr {
        self.on(IpAddr::V4(Ipv4Addr::LOCALHOST))
    }

    /// The port on 0.0.0.0, for a server that every machine may reach.
    #[must_use]
    pub const fn unspecified(self) -> SocketAddr {
        self.on(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }

    /// The port on `ip`.
    #[must_use]
    pub const fn on(self, ip: IpAddr) -> SocketAddr {
        SocketAddr::new(ip, self.record.port)
    }

    /// The address on the container network; `None` for a service that runs on the host.
    ///
    /// Host and port change together: the container's name, and the port inside the container. A service of the
    /// host has no address there; a container reaches it by the name that the engine gives the host, see
    /// [`guide::clients`](crate::guide::clients#between-containers).
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let inside = ports::POSTGRESQL.container().map(|inside| inside.authority());
    /// assert_eq!(inside, Some("deeplens-postgres:5432"));
    /// assert_eq!(ports::SEARCH_API.container(), None);
    /// ```
    #[must_use]
    pub const fn container(self) -> Option<ContainerEndpoint<P>> {
        if self.record.inside.is_somewhere() {
            Some(container_endpoint(self.record))
        } else {
            None
        }
    }

    /// The environment variables that move it.
    #[must_use]
    pub const fn variables(self) -> Variables {
        self.record.variables()
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

/// Without a bound, which the compiler would have to prove for each entry of a table.
impl<P> Endpoint<P> {
    /// The same endpoint without the protocol in its type.
    #[must_use]
    pub const fn erase(self) -> AnyEndpoint {
        // A table that has no value is shown as it is written: the names in it, and not their records.
        #[cfg(rust_analyzer)]
        panic!();
        endpoint(self.record)
    }
}

impl AnyEndpoint {
    /// The same endpoint with its protocol in the type again; `None` if it speaks another one.
    ///
    /// ```
    /// use deeplens_ports::{ports, Grpc, Http};
    ///
    /// let any = ports::QDRANT_GRPC.erase();
    /// assert_eq!(any.typed::<Grpc>(), Some(ports::QDRANT_GRPC));
    /// assert_eq!(any.typed::<Http>(), None);
    /// ```
    #[must_use]
    pub const fn typed<P: Protocol>(self) -> Option<Endpoint<P>> {
        match P::KIND {
            Some(kind) if kind as u8 != self.record.protocol as u8 => None,
            _ => Some(endpoint(self.record)),
        }
    }
}

/// The URL.
impl<P: Protocol> fmt::Display for Endpoint<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.url())
    }
}

impl<P: Protocol> fmt::Debug for Endpoint<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("name", &self.name())
            .field("protocol", &format_args!("{}", self.protocol()))
            .field("url", &self.url())
            .finish()
    }
}

#[doc(hidden)]
#[must_use]
pub const fn endpoint<P>(record: &'static Record) -> Endpoint<P> {
    Endpoint {
        #[cfg(rust_analyzer)]
        url: record.url,
        #[cfg(rust_analyzer)]
        purpose: record.purpose,
        record,
        protocol: PhantomData,
    }
}
