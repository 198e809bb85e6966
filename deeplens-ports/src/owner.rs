//! What endpoints belong to: services, groups and the map.

use crate::facts::Reserved;
use crate::{AnyEndpoint, AnyPortRange};
use core::fmt;
use core::ops::Deref;

/// A service: one program that listens on one or more endpoints.
///
/// One word in size. The service's endpoints stand on the generated constant, see [`Members`].
///
/// ```
/// use deeplens_ports::ports;
///
/// let service = ports::QDRANT_GRPC.service();
/// assert_eq!(service.name(), "qdrant");
/// assert_eq!(service.container(), Some("deeplens-qdrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service {
    record: &'static ServiceRecord,
}

/// What a map says of a service, as the compiler writes it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceRecord {
    name: &'static str,
    id: &'static str,
    title: &'static str,
    group: Option<Group>,
    container: Option<&'static str>,
    host_variable: &'static str,
}

impl Service {
    /// The name in `ports.toml`, such as `search-api`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.record.name
    }

    /// The name of its constant, such as `SEARCH_API`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.record.id
    }

    /// The name for people; the name in `ports.toml` where the map gives none.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.record.title
    }

    /// The group that it stands in.
    #[must_use]
    pub const fn group(self) -> Option<Group> {
        self.record.group
    }

    /// The name of its container on the container network; `None` for a process of the host.
    #[must_use]
    pub const fn container(self) -> Option<&'static str> {
        self.record.container
    }

    /// The environment variable with the host of all its endpoints, such as `DEEPLENS_QDRANT_HOST`.
    #[must_use]
    pub const fn host_variable(self) -> &'static str {
        self.record.host_variable
    }
}

/// The title.
impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.name()).finish()
    }
}

#[doc(hidden)]
#[must_use]
pub const fn service(record: &'static ServiceRecord) -> Service {
    Service { record }
}

#[doc(hidden)]
#[must_use]
pub const fn service_record(
    name: &'static str,
    id: &'static str,
    title: &'static str,
    host_variable: &'static str,
) -> ServiceRecord {
    ServiceRecord {
        name,
        id,
        title,
        group: None,
        container: None,
        host_variable,
    }
}

#[doc(hidden)]
impl ServiceRecord {
    #[must_use]
    pub const fn group(mut self, group: Group) -> Self {
        self.group = Some(group);
        self
    }

    #[must_use]
    pub const fn container(mut self, name: &'static str) -> Self {
        self.container = Some(name);
        self
    }
}

/// A group of services.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    name: &'static str,
    title: &'static str,
}

impl Group {
    /// The name in `ports.toml`, such as `infrastructure`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The name for people; the name in `ports.toml` where the map gives none.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.title
    }
}

/// The title.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title)
    }
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Group").field(&self.name).finish()
    }
}

#[doc(hidden)]
#[must_use]
pub const fn group(name: &'static str, title: &'static str) -> Group {
    Group { name, title }
}

/// A service or a group with its endpoints and ranges, both by port, as `ports::services` and
/// `ports::groups` hold them.
///
/// The methods of the [`Service`] or [`Group`] itself are there too.
///
/// ```
/// use deeplens_ports::ports;
///
/// let names: Vec<_> = ports::services::QDRANT.endpoints().iter().map(|e| e.name()).collect();
/// assert_eq!(names, ["qdrant.http", "qdrant.grpc"]);
/// assert_eq!(ports::groups::OBSERVABILITY.title(), "Observability stack");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Members<T: 'static> {
    owner: T,
    endpoints: &'static [AnyEndpoint],
    ranges: &'static [AnyPortRange],
}

impl<T: Copy> Members<T> {
    /// The service or group itself.
    #[must_use]
    pub const fn owner(self) -> T {
        self.owner
    }

    /// Its endpoints, by port, transport and name.
    #[must_use]
    pub const fn endpoints(self) -> &'static [AnyEndpoint] {
        self.endpoints
    }

    /// Its ranges of ports, by first port, transport and name.
    #[must_use]
    pub const fn ranges(self) -> &'static [AnyPortRange] {
        self.ranges
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_ranges(mut self, ranges: &'static [AnyPortRange]) -> Self {
        self.ranges = ranges;
        self
    }
}

impl<T> Deref for Members<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.owner
    }
}

#[doc(hidden)]
#[must_use]
pub const fn members<T: Copy>(owner: T, endpoints: &'static [AnyEndpoint]) -> Members<T> {
    Members {
        owner,
        endpoints,
        ranges: &[],
    }
}

/// What a map says of itself.
///
/// ```
/// let map = deeplens_ports::ports::map();
/// assert_eq!(map.name(), "DeepLens");
/// assert_eq!(map.network(), Some("deeplens-network"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map {
    name: &'static str,
    host: &'static str,
    network: Option<&'static str>,
    host_variable: &'static str,
    reserved: &'static [Reserved],
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

    /// The environment variable that takes the place of [`host`](Self::host), such as `DEEPLENS_HOST`.
    #[must_use]
    pub const fn host_variable(self) -> &'static str {
        self.host_variable
    }

    /// The numbers that nothing may take, in the order of the map.
    #[must_use]
    pub const fn reserved(self) -> &'static [Reserved] {
        self.reserved
    }
}

#[doc(hidden)]
#[must_use]
pub const fn map(
    name: &'static str,
    host: &'static str,
    host_variable: &'static str,
    reserved: &'static [Reserved],
) -> Map {
    Map {
        name,
        host,
        network: None,
        host_variable,
        reserved,
    }
}

#[doc(hidden)]
impl Map {
    #[must_use]
    pub const fn with_network(mut self, network: &'static str) -> Self {
        self.network = Some(network);
        self
    }
}
