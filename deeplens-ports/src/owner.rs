//! What endpoints belong to: services and groups.

use core::fmt;

/// A service: one program that listens on one or more endpoints.
///
/// One word in size. The service's endpoints stand on the generated constant, see [`Members`](crate::Members).
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
    project: &'static str,
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

    /// The Compose project of the map, see [`Map::project`](crate::Map::project).
    #[must_use]
    pub const fn project(self) -> &'static str {
        self.record.project
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
    project: &'static str,
) -> ServiceRecord {
    ServiceRecord {
        name,
        id,
        title,
        group: None,
        container: None,
        project,
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
