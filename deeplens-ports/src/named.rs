//! What a name of a map stands for.

use crate::{AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Service};

/// What has a name in a map, of whichever kind: see [`Map::named`](crate::Map::named).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// It is reached on the container network alone.
    Container(AnyContainerEndpoint),
    /// It has one port on the host.
    Endpoint(AnyEndpoint),
    /// It has a range of ports on the host.
    Range(AnyPortRange),
}

impl Named {
    /// The name in `ports.toml`, such as `qdrant.grpc`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Container(it) => it.name(),
            Self::Endpoint(it) => it.name(),
            Self::Range(it) => it.name(),
        }
    }

    /// The service that listens there.
    #[must_use]
    pub const fn service(self) -> Service {
        match self {
            Self::Container(it) => it.service(),
            Self::Endpoint(it) => it.service(),
            Self::Range(it) => it.service(),
        }
    }
}
