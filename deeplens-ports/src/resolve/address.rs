//! The result of resolving.

use crate::host::Host;
use crate::record::Record;
use crate::{AnyProtocol, HasPath, Protocol, Transport};
use core::fmt;
use core::marker::PhantomData;
use std::format;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

/// Where an endpoint is at run time, and what decided it, with the protocol of the endpoint in its type.
///
/// Prints as the URL. Those of a whole map, from [`resolve_all`](crate::resolve_all), are of
/// [`AnyProtocol`]; a function that takes every address takes an `Address<P>`, or an `Address` that was
/// [`erase`](Self::erase)d.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Address<P = AnyProtocol> {
    /// Of the endpoint that was resolved.
    record: &'static Record,
    host: String,
    port: u16,
    authority: String,
    url: String,
    host_from: Origin,
    port_from: Origin,
    protocol: PhantomData<P>,
}

/// What decided a part of an [`Address`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The map.
    Map,
    /// The environment variable of this name.
    Variable(&'static str),
}

/// `the map`, or the name of the variable.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Map => "the map",
            Self::Variable(name) => name,
        })
    }
}

impl Address {
    pub(super) fn new(
        record: &'static Record,
        host: (String, Origin),
        port: (u16, Origin),
    ) -> Self {
        let (host, host_from) = host;
        let (port, port_from) = port;
        let authority = if host.contains(':') {
            format!("[{host}]:{port}")
        } else {
            format!("{host}:{port}")
        };
        Self {
            url: format!("{}://{authority}", record.details.scheme),
            record,
            host,
            port,
            authority,
            host_from,
            port_from,
            protocol: PhantomData,
        }
    }

    /// The same address with its protocol in the type again; `None` if the endpoint speaks another one.
    ///
    /// ```
    /// use deeplens_ports::{ports, Grpc, Http};
    ///
    /// let address = ports::QDRANT_GRPC.resolve()?.erase();
    /// assert!(address.clone().typed::<Grpc>().is_some());
    /// assert!(address.typed::<Http>().is_none());
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    #[must_use]
    pub fn typed<P: Protocol>(self) -> Option<Address<P>> {
        let is_spoken = P::KIND.is_none_or(|kind| kind == self.record.protocol);
        is_spoken.then(|| self.of_protocol())
    }

    /// Equal for addresses where two servers meet.
    pub(super) fn place(&self) -> (u16, Transport, String) {
        let host = Host::read(&self.host).map_or_else(|_| self.host.clone(), |it| it.to_string());
        (self.port, self.record.transport, host)
    }

    /// The name of the endpoint, or of the one that it is a second name for.
    pub(super) fn listener(&self) -> &'static str {
        self.record.details.same_as.unwrap_or(self.record.name)
    }
}

impl<P> Address<P> {
    /// The protocol is that of the endpoint, or [`AnyProtocol`].
    pub(super) fn of_protocol<Q>(self) -> Address<Q> {
        Address {
            record: self.record,
            host: self.host,
            port: self.port,
            authority: self.authority,
            url: self.url,
            host_from: self.host_from,
            port_from: self.port_from,
            protocol: PhantomData,
        }
    }

    /// The same address without the protocol in its type.
    #[must_use]
    pub fn erase(self) -> Address {
        self.of_protocol()
    }

    /// The name in `ports.toml` of the endpoint that was resolved, such as `qdrant.grpc`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.record.name
    }

    /// The name of the endpoint for people, such as `Qdrant (grpc)`.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.record.title
    }

    /// A host name or an IP address, without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port, 1 to 65535.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// `host:port`, an IPv6 address in brackets.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// `scheme://host:port`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The URL with a path behind it, such as `/v1/traces`, for protocols that [have one](HasPath).
    ///
    /// ```
    /// let traces = deeplens_ports::ports::JAEGER_OTLP_HTTP.resolve()?;
    /// assert_eq!(traces.join("/v1/traces"), "http://localhost:4318/v1/traces");
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    ///
    /// Clients of gRPC drop a path, so this does not compile:
    ///
    /// ```compile_fail,E0277
    /// deeplens_ports::ports::JAEGER_OTLP_GRPC.resolve().unwrap().join("/v1/traces");
    /// ```
    #[must_use]
    pub fn join(&self, path: &str) -> String
    where
        P: HasPath,
    {
        join(&self.url, path)
    }

    /// What decided the host.
    #[must_use]
    pub fn host_from(&self) -> Origin {
        self.host_from
    }

    /// What decided the port.
    #[must_use]
    pub fn port_from(&self) -> Origin {
        self.port_from
    }
}

/// The URL.
impl<P> fmt::Display for Address<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.url)
    }
}

impl<P> fmt::Debug for Address<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("name", &self.name())
            .field("url", &self.url)
            .field("host_from", &self.host_from)
            .field("port_from", &self.port_from)
            .finish()
    }
}

/// The addresses of the host, by the system's resolver; `localhost` and the names under `.localhost` are loopback
/// addresses without it, since it need not know them.
impl<P> ToSocketAddrs for Address<P> {
    type Iter = vec::IntoIter<SocketAddr>;

    fn to_socket_addrs(&self) -> io::Result<Self::Iter> {
        addresses(&self.host, self.port)
    }
}

#[doc(hidden)]
pub fn addresses(host: &str, port: u16) -> io::Result<vec::IntoIter<SocketAddr>> {
    // Where a server listens by default comes first.
    const LOOPBACK: [IpAddr; 2] = [
        IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::LOCALHOST),
    ];
    let ips = match Host::read(host) {
        Ok(Host::Ip(ip)) => Vec::from([ip]),
        Ok(name) if name.is_loopback() => LOOPBACK.to_vec(),
        _ => return (host, port).to_socket_addrs(),
    };
    let addresses = ips.into_iter().map(|ip| SocketAddr::new(ip, port));
    Ok(addresses.collect::<Vec<_>>().into_iter())
}

/// A URL without a slash at its end and a path, with one slash between.
pub(super) fn join(url: &str, path: &str) -> String {
    std::format!("{url}/{}", path.strip_prefix('/').unwrap_or(path))
}
