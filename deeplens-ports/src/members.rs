//! The endpoints of a service or a group.

use crate::{AnyContainerEndpoint, AnyEndpoint, AnyPortRange};
use core::ops::Deref;

/// A service or a group with its endpoints of each kind, as `ports::services` and
/// `ports::groups` hold them.
///
/// The methods of the [`Service`](crate::Service) or [`Group`](crate::Group) itself are there too.
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
    container_endpoints: &'static [AnyContainerEndpoint],
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

    /// What of it is reached on the container network alone, by container, port, transport and name.
    #[must_use]
    pub const fn container_endpoints(self) -> &'static [AnyContainerEndpoint] {
        self.container_endpoints
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_ranges(mut self, ranges: &'static [AnyPortRange]) -> Self {
        self.ranges = ranges;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_container_endpoints(
        mut self,
        container_endpoints: &'static [AnyContainerEndpoint],
    ) -> Self {
        self.container_endpoints = container_endpoints;
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
        container_endpoints: &[],
    }
}
