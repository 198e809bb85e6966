//! The model, in an order that does not depend on the file's. Of a map with mistakes, what is known all the same.

use super::entries::Entries;
use super::entry::Entry;
use super::header::Header;
use super::names::Usable;
use super::owners::Owners;
use super::policy::Policy;
use crate::map::{Endpoint, Kind, Map, Reserved};
use crate::order;
use std::sync::Arc;

pub(super) fn build(
    header: Header,
    owners: Owners<'_>,
    mut entries: Entries,
    policy: &Policy,
    usable: &Usable,
) -> Map {
    let mut services = Vec::new();
    for owner in &owners.services {
        if usable.service(&owner.service.name) {
            services.push(Arc::clone(&owner.service));
        }
    }
    let (mut endpoints, mut ranges, mut inside) = (Vec::new(), Vec::new(), Vec::new());
    let mut all = entries.listening;
    all.append(&mut entries.second);
    for Entry { endpoint, .. } in all {
        if !usable.endpoint(&endpoint.name) {
            continue;
        }
        match endpoint.kind {
            Kind::Container => inside.push(endpoint),
            Kind::Port => endpoints.push(endpoint),
            Kind::Range => ranges.push(endpoint),
        }
    }
    let by_port = |a: &Endpoint, b: &Endpoint| {
        let key = |e: &Endpoint| (e.ports.first, e.transport);
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    };
    let mut reserved = Vec::new();
    for own in &policy.reserved {
        if own.source.is_none() {
            reserved.push(Reserved {
                first: own.ports.first,
                last: own.ports.last,
                reason: own.reason.clone(),
            });
        }
    }
    Map {
        name: header.name,
        env_prefix: header.env_prefix,
        network: header.network,
        project: header.project,
        host: header.host.unwrap_or_default(),
        reserved: order::sorted(reserved, Reserved::cmp),
        groups: owners.groups,
        services: order::sorted(services, |a, b| a.id().cmp(&b.id())),
        endpoints: order::sorted(endpoints, by_port),
        ranges: order::sorted(ranges, by_port),
        container_endpoints: order::sorted(inside, |a, b| {
            a.host.cmp(&b.host).then_with(|| by_port(a, b))
        }),
    }
}
