//! Which endpoint of a service a place is of.

use super::facts::Facts;
use super::map::Endpoint;
use crate::place::{Binding, Ports, Role};

/// The endpoint that a binding of a service is of though its port is another: by the port inside, else by the scheme, else as
/// the only one that no other binding around it has.
pub(super) fn candidate(facts: &Facts<'_>, service: usize, it: &Binding) -> Option<usize> {
    let same = |endpoint: &Endpoint| {
        let is_of_side = it.role != Role::Opens || endpoint.outside.is_some();
        is_of_side && endpoint.transport == it.transport && !endpoint.is_alias
    };
    let all: Vec<(usize, &Endpoint)> = facts
        .map
        .of_service(service)
        .filter(|(_, endpoint)| same(endpoint))
        .collect();
    if let (Role::Opens, Some(Ports::One(inside))) = (it.role, it.container_port) {
        let has = |endpoint: &Endpoint| endpoint.inside() == Some(inside);
        if let Some((at, _)) = all.iter().find(|(_, endpoint)| has(endpoint)) {
            return Some(*at);
        }
    }
    let scheme = facts.scheme(&it.location);
    let is_possible = |(at, endpoint): &&(usize, &Endpoint)| {
        // The port inside is another, so it is another endpoint.
        let differs =
            endpoint.container.is_some() && it.container_port.is_some() && it.role == Role::Opens;
        let is_web = matches!(&*endpoint.scheme, "http" | "https");
        let fits = scheme.is_none_or(|scheme| scheme == endpoint.scheme || !is_web);
        !differs && fits && !is_taken(facts, it, *at)
    };
    let mut left = all.iter().filter(is_possible);
    match (left.next(), left.next()) {
        (Some((at, _)), None) => Some(*at),
        _ => None,
    }
}

/// Whether another binding around this one has the port of the endpoint.
fn is_taken(facts: &Facts<'_>, it: &Binding, endpoint: usize) -> bool {
    let endpoint = facts.endpoint(endpoint);
    let is_it = |other: &Binding| match (other.role, other.host_port.or(other.container_port)) {
        (_, Some(Ports::One(port))) if endpoint.is_outside(port) => true,
        (Role::Opens, _) => false,
        (_, port) => port == endpoint.inside().map(Ports::One),
    };
    facts.around(it).any(is_it)
}

/// The endpoint of a service that an address is of though its port is another: by the scheme, else the only one that is possible.
pub(super) fn by_scheme(
    facts: &Facts<'_>,
    service: usize,
    scheme: Option<&str>,
    is_possible: impl Fn(&Endpoint) -> bool,
) -> Option<usize> {
    let all: Vec<(usize, &Endpoint)> = facts
        .map
        .of_service(service)
        .filter(|(_, endpoint)| !endpoint.is_alias && is_possible(endpoint))
        .collect();
    if let [(only, _)] = all[..] {
        return Some(only);
    }
    let scheme = scheme?;
    let mut fitting = all.iter().filter(|(_, endpoint)| endpoint.scheme == scheme);
    match (fitting.next(), fitting.next()) {
        (Some((at, _)), None) => Some(*at),
        _ => None,
    }
}
