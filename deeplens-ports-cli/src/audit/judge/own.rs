//! Where a service says itself on which port it is: outside or inside is not known, and the map's port of either side is right.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::say::{self, Who};
use crate::place::{Location, Transport};

pub(super) fn of(
    facts: &Facts<'_>,
    at: &Location,
    port: u16,
    transport: Transport,
    service: usize,
    candidate: impl FnOnce() -> Option<usize>,
) -> Option<Finding> {
    let is_own = facts.map.of_service(service).any(|(_, it)| it.is_at(port));
    if is_own {
        return None;
    }
    // Inside of containers, numbers are nobody's.
    let has_container = facts
        .map
        .of_service(service)
        .any(|(_, it)| it.container.is_some());
    let owners = facts.map.owners(port, transport);
    if let Some(owner) = owners.first().filter(|_| !has_container) {
        let who = Who {
            name: facts.service_name(service),
            service: Some(service),
        };
        return Some(say::wrong_owner(facts, at, port, &who, *owner));
    }
    let endpoint = candidate()?;
    Some(say::wrong_port(facts, at, port, service, Some(endpoint)))
}
