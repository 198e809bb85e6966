//! Where an endpoint on the container network is at run time.

use super::{address, environment, moved, Address, Lookup, Origin, ResolveError};
use crate::record::Record;
use crate::{ContainerEndpoint, HasPath, Protocol};
use std::string::String;

/// Finding out where an endpoint on the container network is at run time, with the feature `std`.
impl<P: Protocol> ContainerEndpoint<P> {
    /// Where a client on the container network reaches this endpoint.
    ///
    /// Reads its [`addr_variable`](Self::addr_variable) alone, which holds `host:port`, `host`, `:port` or `port`, an
    /// IPv6 address in brackets; what it does not name is as in the map. An empty variable counts as not set.
    ///
    /// # Errors
    ///
    /// As of [`Endpoint::resolve`](crate::Endpoint::resolve).
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let inside = ports::POSTGRESQL.container().unwrap().resolve()?;
    /// assert_eq!(inside.url(), "postgresql://deeplens-postgres:5432");
    /// # Ok::<(), deeplens_ports::ResolveError>(())
    /// ```
    pub fn resolve(self) -> Result<Address<P>, ResolveError> {
        resolve(self.record(), &mut environment).map(Address::of_protocol)
    }

    /// [`resolve`](Self::resolve), with `lookup` in place of the environment.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn resolve_with(
        self,
        mut lookup: impl FnMut(&str) -> Option<String>,
    ) -> Result<Address<P>, ResolveError> {
        let address = resolve(self.record(), &mut |name| Ok(lookup(name)));
        address.map(Address::of_protocol)
    }

    /// The URL with a path behind it, as of [`Endpoint::join`](crate::Endpoint::join).
    ///
    /// ```
    /// use deeplens_ports::ports;
    ///
    /// let inside = ports::POSTGRESQL.container().unwrap();
    /// assert_eq!(inside.join("app"), "postgresql://deeplens-postgres:5432/app");
    /// ```
    #[must_use]
    pub fn join(self, path: &str) -> String
    where
        P: HasPath,
    {
        address::join(self.url(), path)
    }
}

fn resolve(record: &'static Record, lookup: Lookup<'_>) -> Result<Address, ResolveError> {
    let (host, port) = moved(record.addr, lookup)?;
    let inside = record.inside;
    Ok(Address::new(
        record,
        host.unwrap_or_else(|| (inside.host.into(), Origin::Map)),
        port.unwrap_or((inside.port, Origin::Map)),
    ))
}
