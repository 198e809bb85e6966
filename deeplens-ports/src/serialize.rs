//! `Serialize` for what a map holds, with the feature `serde`.
//!
//! Written out: the derive of serde costs every build seconds. Keys are those of `ports.toml` with underscores; what
//! the map does not say is null, or an empty list.

use crate::{
    AnyContainerEndpoint, AnyEndpoint, AnyPortRange, ConfiguredIn, Conflict, ContainerEndpoint,
    Endpoint, Exposure, Group, Map, PortRange, Protocol, ProtocolKind, Reserved, Service,
    Transport, Variables,
};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// An object of the fields, in their order.
macro_rules! object {
    ($serializer:expr, $name:literal, { $($key:literal: $value:expr,)* }) => {{
        let keys: &[&str] = &[$($key),*];
        let mut object = $serializer.serialize_struct($name, keys.len())?;
        $(object.serialize_field($key, &$value)?;)*
        object.end()
    }};
}
#[cfg(feature = "doctor")]
pub(crate) use object;

/// A string, as `ports.toml` spells it.
macro_rules! spelled {
    ($($type:ty),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

spelled!(Exposure, ProtocolKind, Transport);

impl Serialize for ConfiguredIn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "ConfiguredIn", {
            "file": self.file(),
            "key": self.key(),
        })
    }
}

impl Serialize for Conflict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Conflict", {
            "with": self.with(),
            "mitigation": self.mitigation(),
            "alternatives": self.alternatives(),
        })
    }
}

/// The address of an endpoint on the container network.
struct Container(AnyContainerEndpoint);

impl Serialize for Container {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Container", {
            "host": self.0.host(),
            "port": self.0.port(),
            "authority": self.0.authority(),
            "url": self.0.url(),
        })
    }
}

impl Serialize for Variables {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Variables", {
            "addr": self.addr(),
            "listen": self.listen(),
            "map_host": self.map_host(),
        })
    }
}

impl Serialize for Reserved {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Reserved", {
            "first": self.first(),
            "last": self.last(),
            "reason": self.reason(),
        })
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Group", {
            "name": self.name(),
            "title": self.title(),
        })
    }
}

impl Serialize for Service {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Service", {
            "name": self.name(),
            "title": self.title(),
            "group": self.group(),
            "container": self.container(),
            "host_variable": self.host_variable(),
        })
    }
}

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Map", {
            "name": self.name(),
            "host": self.host(),
            "network": self.network(),
            "project": self.project(),
            "host_variable": self.host_variable(),
            "reserved": self.reserved(),
        })
    }
}

impl<P: Protocol> Serialize for Endpoint<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let this: AnyEndpoint = self.erase();
        object!(serializer, "Endpoint", {
            "name": this.name(),
            "id": this.id(),
            "title": this.title(),
            "purpose": this.purpose(),
            "note": this.note(),
            "service": this.service(),
            "protocol": this.protocol(),
            "transport": this.transport(),
            "scheme": this.scheme(),
            "host": this.host(),
            "port": this.port(),
            "authority": this.authority(),
            "url": this.url(),
            "container": this.container().map(Container),
            "exposure": this.exposure(),
            "conflict": this.conflict(),
            "configured_in": this.configured_in(),
            "process": this.process(),
            "variables": this.variables(),
            "same_as": this.same_as(),
            "deprecated": this.deprecated(),
        })
    }
}

/// Without the keys of what has a port on the host, so that nobody takes the port in the container for one.
impl<P: Protocol> Serialize for ContainerEndpoint<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let this: AnyContainerEndpoint = self.erase();
        object!(serializer, "ContainerEndpoint", {
            "name": this.name(),
            "id": this.id(),
            "title": this.title(),
            "purpose": this.purpose(),
            "note": this.note(),
            "service": this.service(),
            "protocol": this.protocol(),
            "transport": this.transport(),
            "scheme": this.scheme(),
            "container": Container(this),
            "exposure": this.exposure(),
            "configured_in": this.configured_in(),
            "addr_variable": this.addr_variable(),
            "same_as": this.same_as(),
            "deprecated": this.deprecated(),
        })
    }
}

impl<P: Protocol> Serialize for PortRange<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let this: AnyPortRange = self.erase();
        object!(serializer, "PortRange", {
            "name": this.name(),
            "id": this.id(),
            "title": this.title(),
            "purpose": this.purpose(),
            "note": this.note(),
            "service": this.service(),
            "protocol": this.protocol(),
            "transport": this.transport(),
            "scheme": this.scheme(),
            "host": this.host(),
            "first": this.first(),
            "last": this.last(),
            "step": this.step(),
            "exposure": this.exposure(),
            "conflict": this.conflict(),
            "configured_in": this.configured_in(),
            "process": this.process(),
            "deprecated": this.deprecated(),
        })
    }
}
