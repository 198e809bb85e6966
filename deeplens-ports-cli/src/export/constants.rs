//! The constants of a map, and what each of them knows: one list, in whichever language it is written.

use deeplens_ports::{AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Map};

macro_rules! fields {
    ($($key:literal: $value:expr,)*) => {
        vec![$(Field { key: $key, value: Value::from($value) }),*]
    };
}

/// In the order of the map.
pub(super) struct Constants {
    /// What has one port on the host.
    pub(super) endpoints: Vec<Constant>,
    pub(super) ranges: Vec<Constant>,
    /// What is reached on the container network alone.
    pub(super) container_endpoints: Vec<Constant>,
}

impl Constants {
    pub(super) fn of(map: Map) -> Self {
        let endpoints = map.endpoints().iter().copied();
        let ranges = map.ranges().iter().copied();
        let inside = map.container_endpoints().iter().copied();
        Self {
            endpoints: endpoints.map(endpoint).collect(),
            ranges: ranges.map(range).collect(),
            container_endpoints: inside.map(container_endpoint).collect(),
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Constant> {
        let on_host = self.endpoints.iter().chain(&self.ranges);
        on_host.chain(&self.container_endpoints)
    }
}

pub(super) struct Constant {
    /// Such as `qdrant.grpc`.
    pub(super) name: &'static str,
    /// Such as `QDRANT_GRPC`: no two of a map are the same.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) purpose: &'static str,
    pub(super) note: Option<&'static str>,
    pub(super) deprecated: Option<&'static str>,
    pub(super) fields: Vec<Field>,
}

pub(super) struct Field {
    /// Lower-case words with `_` between them.
    pub(super) key: &'static str,
    pub(super) value: Value,
}

pub(super) enum Value {
    /// What the map does not say.
    Nothing,
    Number(u16),
    Record(Vec<Field>),
    Text(&'static str),
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

/// An address on the container network.
impl From<AnyContainerEndpoint> for Value {
    fn from(it: AnyContainerEndpoint) -> Self {
        Self::Record(fields![
            "host": it.host(),
            "port": it.port(),
            "authority": it.authority(),
            "url": it.url(),
        ])
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// Of what is common to all, and the fields of its own.
macro_rules! constant {
    ($it:ident, $($key:literal: $value:expr,)*) => {
        Constant {
            name: $it.name(),
            id: $it.id(),
            title: $it.title(),
            purpose: $it.purpose(),
            note: $it.note(),
            deprecated: $it.deprecated(),
            fields: fields![
                "name": $it.name(),
                "title": $it.title(),
                "purpose": $it.purpose(),
                "protocol": $it.protocol().as_str(),
                "transport": $it.transport().as_str(),
                "scheme": $it.scheme(),
                $($key: $value,)*
                "deprecated": $it.deprecated(),
            ],
        }
    };
}

fn endpoint(it: AnyEndpoint) -> Constant {
    constant!(it,
        "host": it.host(),
        "port": it.port(),
        "authority": it.authority(),
        "url": it.url(),
        "container": it.container(),
        "addr_variable": it.variables().addr(),
        "listen_variable": it.variables().listen(),
        "service_host_variable": it.service().host_variable(),
        "map_host_variable": it.variables().map_host(),
    )
}

fn range(it: AnyPortRange) -> Constant {
    constant!(it,
        "host": it.host(),
        "first": it.first(),
        "last": it.last(),
        "step": it.step(),
    )
}

fn container_endpoint(it: AnyContainerEndpoint) -> Constant {
    constant!(it,
        "container": it,
        "addr_variable": it.addr_variable(),
    )
}
