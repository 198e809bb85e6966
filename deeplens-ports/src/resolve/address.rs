//! The result of resolving.

use crate::host::Host;
use crate::{AnyEndpoint, Transport};
use core::fmt;
use std::format;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

/// Where an endpoint is at run time, and what decided it.
///
/// Prints as the URL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    endpoint: AnyEndpoint,
    host: String,
    port: u16,
    authority: String,
    url: String,
    host_from: Origin,
    port_from: Origin,
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
    pub(super) fn new(endpoint: AnyEndpoint, host: (String, Origin), port: (u16, Origin)) -> Self {
        let (host, host_from) = host;
        let (port, port_from) = port;
        let authority = if host.contains(':') {
            format!("[{host}]:{port}")
        } else {
            format!("{host}:{port}")
        };
        Self {
            url: format!("{}://{authority}", endpoint.scheme()),
            endpoint,
            host,
            port,
            authority,
            host_from,
            port_from,
        }
    }

    /// The endpoint that was resolved.
    #[must_use]
    pub fn endpoint(&self) -> AnyEndpoint {
        self.endpoint
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

    /// The URL with a path behind it, such as `/v1/traces`.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        super::join(&self.url, path)
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

    /// Equal for addresses where two servers meet.
    pub(super) fn place(&self) -> (u16, Transport, String) {
        let host = Host::read(&self.host).map_or_else(|_| self.host.clone(), |it| it.to_string());
        (self.port, self.endpoint.transport(), host)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.url)
    }
}

/// The addresses of the host, by the system's resolver; `localhost` and the names under `.localhost` are loopback
/// addresses without it, since it need not know them.
impl ToSocketAddrs for Address {
    type Iter = vec::IntoIter<SocketAddr>;

    fn to_socket_addrs(&self) -> io::Result<Self::Iter> {
        // Where a server listens by default comes first.
        const LOOPBACK: [IpAddr; 2] = [
            IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(Ipv6Addr::LOCALHOST),
        ];
        let ips = match Host::read(&self.host) {
            Ok(Host::Ip(ip)) => Vec::from([ip]),
            Ok(name) if name.is_loopback() => LOOPBACK.to_vec(),
            _ => return (self.host.as_str(), self.port).to_socket_addrs(),
        };
        let addresses: Vec<_> = ips
            .into_iter()
            .map(|ip| SocketAddr::new(ip, self.port))
            .collect();
        Ok(addresses.into_iter())
    }
}
