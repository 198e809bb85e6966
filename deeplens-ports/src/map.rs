//! A whole map.

use crate::members::Members;
use crate::named::Named;
use crate::owner::{Group, Service};
use crate::{AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Reserved};

/// A whole map, be it compiled or read from a file by the command: what it says of itself, and all that is in it.
///
/// ```
/// let map = deeplens_ports::ports::map();
/// assert_eq!(map.name(), "DeepLens");
/// assert_eq!(map.network(), Some("deeplens-network"));
/// assert_eq!(map.project(), "deeplens");
/// assert_eq!(map.endpoints(), deeplens_ports::ports::ALL);
/// assert_eq!(map.services().len(), 15);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map {
    name: &'static str,
    host: &'static str,
    network: Option<&'static str>,
    project: &'static str,
    host_variable: &'static str,
    reserved: &'static [Reserved],
    endpoints: &'static [AnyEndpoint],
    ranges: &'static [AnyPortRange],
    container_endpoints: &'static [AnyContainerEndpoint],
    services: &'static [Members<Service>],
    groups: &'static [Members<Group>],
}

impl Map {
    /// The name of the system.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The host of every endpoint that names none itself.
    #[must_use]
    pub const fn host(self) -> &'static str {
        self.host
    }

    /// The container network that the containers share.
    #[must_use]
    pub const fn network(self) -> Option<&'static str> {
        self.network
    }

    /// The Compose project whose containers are its own; empty where the name of the map gives none.
    #[must_use]
    pub const fn project(self) -> &'static str {
        self.project
    }

    /// The environment variable that takes the place of [`host`](Self::host), such as `DEEPLENS_HOST`.
    #[must_use]
    pub const fn host_variable(self) -> &'static str {
        self.host_variable
    }

    /// The numbers that nothing may take, by the first of each.
    #[must_use]
    pub const fn reserved(self) -> &'static [Reserved] {
        self.reserved
    }

    /// Every endpoint with one port on the host, by port, transport and name.
    #[must_use]
    pub const fn endpoints(self) -> &'static [AnyEndpoint] {
        self.endpoints
    }

    /// Every range of ports, by first port, transport and name.
    #[must_use]
    pub const fn ranges(self) -> &'static [AnyPortRange] {
        self.ranges
    }

    /// Every endpoint that is reached on the container network alone, by container, port, transport and name.
    #[must_use]
    pub const fn container_endpoints(self) -> &'static [AnyContainerEndpoint] {
        self.container_endpoints
    }

    /// What has a name of the map, such as `service.endpoint`, of whichever kind; the `by_name` of a module knows those
    /// with one port on the host.
    ///
    /// ```
    /// use deeplens_ports::{ports, Named};
    ///
    /// let named = ports::map().named("qdrant.grpc");
    /// assert_eq!(named, Some(Named::Endpoint(ports::QDRANT_GRPC.erase())));
    /// assert_eq!(ports::map().named("qdrant"), None);
    /// ```
    #[must_use]
    pub fn named(self, name: &str) -> Option<Named> {
        let endpoints = self.endpoints.iter().copied().map(Named::Endpoint);
        let ranges = self.ranges.iter().copied().map(Named::Range);
        let inside = self.container_endpoints.iter().copied();
        let mut all = endpoints.chain(ranges).chain(inside.map(Named::Container));
        all.find(|it| it.name() == name)
    }

    /// The services with their endpoints, by the name of their constants.
    #[must_use]
    pub const fn services(self) -> &'static [Members<Service>] {
        self.services
    }

    /// The groups with their endpoints, by the name of their constants.
    #[must_use]
    pub const fn groups(self) -> &'static [Members<Group>] {
        self.groups
    }
}

#[doc(hidden)]
#[must_use]
pub const fn map(
    name: &'static str,
    host: &'static str,
    host_variable: &'static str,
    project: &'static str,
) -> Map {
    Map {
        name,
        host,
        network: None,
        project,
        host_variable,
        reserved: &[],
        endpoints: &[],
        ranges: &[],
        container_endpoints: &[],
        services: &[],
        groups: &[],
    }
}

#[doc(hidden)]
impl Map {
    #[must_use]
    pub const fn with_network(mut self, network: &'static str) -> Self {
        self.network = Some(network);
        self
    }

    #[must_use]
    pub const fn with_reserved(mut self, reserved: &'static [Reserved]) -> Self {
        self.reserved = reserved;
        self
    }

    #[must_use]
    pub const fn with_endpoints(
        mut self,
        endpoints: &'static [AnyEndpoint],
        ranges: &'static [AnyPortRange],
        container_endpoints: &'static [AnyContainerEndpoint],
    ) -> Self {
        self.endpoints = endpoints;
        self.ranges = ranges;
        self.container_endpoints = container_endpoints;
        self
    }

    #[must_use]
    pub const fn with_owners(
        mut self,
        services: &'static [Members<Service>],
        groups: &'static [Members<Group>],
    ) -> Self {
        self.services = services;
        self.groups = groups;
        self
    }
}
