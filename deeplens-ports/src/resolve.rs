//! Where an endpoint is at run time: what the environment says, else what the map says.

mod address;
mod container;
mod error;
mod parse;

pub use address::{addresses, Address, Origin};
pub use error::ResolveError;

use crate::{AnyEndpoint, Endpoint, HasPath, Protocol};
use address::join;
use core::net::{IpAddr, Ipv4Addr, SocketAddr};
use error::Kind;
use std::env;
use std::string::String;
use std::vec::Vec;

/// Finding out where an endpoint is at run time, with the feature `std`.
impl<P: Protocol> Endpoint<P> {
    /// Where a client reaches this endpoint.
    ///
    /// Reads the environment variables of the endpoint, see [`Variables`](crate::Variables). The first that is set
    /// decides, of host and port each:
    ///
    /// | variable | holds | decides |
    /// | --- | --- | --- |
    /// | `DEEPLENS_QDRANT_GRPC_ADDR` | `host:port`, `host`, `:port` or `port`; an IPv6 address in brackets | what it names |
    /// | `DEEPLENS_QDRANT_HOST` | a host name or an IP address | the host of all endpoints of the service |
    /// | `DEEPLENS_HOST` | the same | the host, where the map gives no other than `[map] host` |
    ///
    /// An empty variable counts as not set.
    ///
    /// # Errors
    ///
    /// A variable that is set to something else, with its name, its value where that cannot hold a password, and what
    /// was expected. A bad value never falls back to the map.
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let redis = ports::REDIS.resolve()?;
    /// assert_eq!(redis.url(), "redis://localhost:6379");
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    pub fn resolve(self) -> Result<Address<P>, ResolveError> {
        resolve(self.erase(), &mut environment).map(Address::of_protocol)
    }

    /// [`resolve`](Self::resolve), with `lookup` in place of the environment.
    ///
    /// # Errors
    ///
    /// The same.
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let settings = |name: &str| (name == "DEEPLENS_QDRANT_GRPC_ADDR").then(|| "vectors:7000".to_owned());
    /// let qdrant = ports::QDRANT_GRPC.resolve_with(settings)?;
    /// assert_eq!(qdrant.url(), "http://vectors:7000");
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    pub fn resolve_with(
        self,
        mut lookup: impl FnMut(&str) -> Option<String>,
    ) -> Result<Address<P>, ResolveError> {
        let address = resolve(self.erase(), &mut |name| Ok(lookup(name)));
        address.map(Address::of_protocol)
    }

    /// The URL with a path behind it, for clients that want both in one.
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let traces = ports::JAEGER_OTLP_HTTP.join("/v1/traces");
    /// assert_eq!(traces, "http://localhost:4318/v1/traces");
    /// ```
    #[must_use]
    pub fn join(self, path: &str) -> String
    where
        P: HasPath,
    {
        join(self.url(), path)
    }

    /// Where the server of this endpoint listens.
    ///
    /// Reads `DEEPLENS_SEARCH_API_LISTEN`, which holds `ip:port`, `ip`, `:port` or `port`, an IPv6 address in
    /// brackets; else the port of `DEEPLENS_SEARCH_API_ADDR`; else the port of the map. Where no IP address is
    /// given, it is 127.0.0.1: a server that other machines may reach says so. A server that runs inside its container
    /// binds [`ContainerEndpoint::unspecified`](crate::ContainerEndpoint::unspecified) in its place: the port of the map is that of the
    /// host.
    ///
    /// # Errors
    ///
    /// As of [`resolve`](Self::resolve).
    ///
    /// ```
    /// let address = deeplens_ports::ports::SEARCH_API.listen()?;
    /// assert_eq!(address.to_string(), "127.0.0.1:5000");
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    pub fn listen(self) -> Result<SocketAddr, ResolveError> {
        listen(self.erase(), &mut environment)
    }

    /// [`listen`](Self::listen), with `lookup` in place of the environment.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn listen_with(
        self,
        mut lookup: impl FnMut(&str) -> Option<String>,
    ) -> Result<SocketAddr, ResolveError> {
        listen(self.erase(), &mut |name| Ok(lookup(name)))
    }
}

/// [`resolve`](Endpoint::resolve)s all the endpoints, in their order.
///
/// # Errors
///
/// The first variable with a bad value, or two endpoints that are then at one host, transport and port; a second
/// name may be where its endpoint is.
///
/// ```
/// use deeplens_ports::{ports, resolve_all};
///
/// for address in resolve_all(ports::ALL)? {
///     println!("{} is at {}", address.name(), address.authority());
/// }
/// # Ok::<(), deeplens_ports::ResolveError>(())
/// ```
pub fn resolve_all(endpoints: &[AnyEndpoint]) -> Result<Vec<Address>, ResolveError> {
    all(endpoints, &mut environment)
}

/// [`resolve_all`], with `lookup` in place of the environment.
///
/// # Errors
///
/// The same.
pub fn resolve_all_with(
    endpoints: &[AnyEndpoint],
    mut lookup: impl FnMut(&str) -> Option<String>,
) -> Result<Vec<Address>, ResolveError> {
    all(endpoints, &mut |name| Ok(lookup(name)))
}

type Lookup<'a> = &'a mut dyn FnMut(&'static str) -> Result<Option<String>, ResolveError>;

fn environment(name: &'static str) -> Result<Option<String>, ResolveError> {
    let Some(value) = env::var_os(name) else {
        return Ok(None);
    };
    value.into_string().map(Some).map_err(|value| {
        let value = value.to_string_lossy().into_owned();
        ResolveError::new(name, value, "is not UTF-8")
    })
}

/// The value of a variable that is set to something.
fn set(name: &'static str, lookup: Lookup<'_>) -> Result<Option<String>, ResolveError> {
    Ok(lookup(name)?.filter(|value| !value.is_empty()))
}

/// The host and the port that the variable with an address names, and where they are from.
type Moved = (Option<(String, Origin)>, Option<(u16, Origin)>);

fn moved(variable: &'static str, lookup: Lookup<'_>) -> Result<Moved, ResolveError> {
    let Some(value) = set(variable, lookup)? else {
        return Ok((None, None));
    };
    let parts = parse::address(variable, &value)?;
    let origin = Origin::Variable(variable);
    Ok((
        parts.host.map(|host| (host, origin)),
        parts.port.map(|port| (port, origin)),
    ))
}

fn resolve(endpoint: AnyEndpoint, lookup: Lookup<'_>) -> Result<Address, ResolveError> {
    let variables = endpoint.variables();
    let (mut host, port) = moved(variables.addr(), lookup)?;
    let others = [
        Some(endpoint.service().host_variable()),
        variables.map_host(),
    ];
    for name in others.into_iter().flatten() {
        // A bad value is an error, be it needed or not.
        if let Some(value) = set(name, lookup)? {
            let named = parse::host(name, &value)?;
            host = host.or(Some((named, Origin::Variable(name))));
        }
    }
    let host = host.unwrap_or_else(|| (endpoint.host().into(), Origin::Map));
    Ok(Address::new(
        endpoint.record(),
        host,
        port.unwrap_or((endpoint.port(), Origin::Map)),
    ))
}

fn listen(endpoint: AnyEndpoint, lookup: Lookup<'_>) -> Result<SocketAddr, ResolveError> {
    let variables = endpoint.variables();
    let mut ip = None;
    let mut port = None;
    if let Some(value) = set(variables.listen(), lookup)? {
        (ip, port) = parse::listen(variables.listen(), &value)?;
    }
    if let Some(value) = set(variables.addr(), lookup)? {
        port = port.or(parse::address(variables.addr(), &value)?.port);
    }
    let ip = ip.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    Ok(SocketAddr::new(ip, port.unwrap_or(endpoint.port())))
}

fn all(endpoints: &[AnyEndpoint], lookup: Lookup<'_>) -> Result<Vec<Address>, ResolveError> {
    let mut addresses = Vec::with_capacity(endpoints.len());
    for endpoint in endpoints {
        addresses.push(resolve(*endpoint, lookup)?);
    }
    let mut order: Vec<&Address> = addresses.iter().collect();
    order.sort_by_key(|address| address.place());
    for (at, address) in order.iter().enumerate() {
        let same_place = order[at + 1..]
            .iter()
            .take_while(|other| other.place() == address.place());
        for other in same_place {
            if address.listener() != other.listener() {
                return Err(Kind::meeting(address, other));
            }
        }
    }
    Ok(addresses)
}
