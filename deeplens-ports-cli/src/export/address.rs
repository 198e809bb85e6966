//! Where something of a map is reached.

use crate::grammar::address::is_here;
use deeplens_ports::{Map, Named};

/// From the host, or between containers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address {
    pub(super) host: &'static str,
    /// `host:port`.
    pub(super) authority: &'static str,
    pub(super) url: &'static str,
}

/// None of what is not reached from there, and of a range, which is many.
pub(super) fn of(it: Named, inside: bool) -> Option<Address> {
    let container = match it {
        Named::Container(it) => Some(it),
        Named::Endpoint(it) => it.container(),
        _ => None,
    };
    match (it, container) {
        (_, Some(it)) if inside => Some(Address {
            host: it.host(),
            authority: it.authority(),
            url: it.url(),
        }),
        // The host itself is not reached from within by the name that it has for itself.
        (Named::Endpoint(it), _) if !inside || !is_here(it.host()) => Some(Address {
            host: it.host(),
            authority: it.authority(),
            url: it.url(),
        }),
        _ => None,
    }
}

/// `8080`, or `6433-6533` of a range.
pub(super) fn host_port(it: Named) -> Option<String> {
    match it {
        Named::Endpoint(it) => Some(it.port().to_string()),
        Named::Range(it) => Some(format!("{}-{}", it.first(), it.last())),
        _ => None,
    }
}

pub(super) fn container_port(it: Named) -> Option<String> {
    let container = match it {
        Named::Container(it) => Some(it),
        Named::Endpoint(it) => it.container(),
        _ => None,
    };
    container.map(|it| it.port().to_string())
}

/// Whether it is a second name for another.
pub(super) fn is_alias(it: Named) -> bool {
    match it {
        Named::Container(it) => it.same_as().is_some(),
        Named::Endpoint(it) => it.same_as().is_some(),
        _ => false,
    }
}

/// All that has a name, service by service.
pub(super) fn all(map: Map) -> impl Iterator<Item = Named> {
    map.services().iter().flat_map(|service| {
        let endpoints = service.endpoints().iter().copied().map(Named::Endpoint);
        let ranges = service.ranges().iter().copied().map(Named::Range);
        let inside = service.container_endpoints().iter().copied();
        endpoints.chain(ranges).chain(inside.map(Named::Container))
    })
}
