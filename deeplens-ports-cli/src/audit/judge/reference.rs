//! Who expects a port, or sets a variable to one.

use super::{own, side, target};
use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::key::{self, Kind, Owner};
use crate::audit::link;
use crate::audit::map::Endpoint;
use crate::audit::say::{self, Who};
use crate::place::{Location, Ports, Reference, Setting, Side, Transport};

pub(super) fn of(facts: &Facts<'_>, it: &Reference) -> Option<Finding> {
    let Ports::One(port) = it.port else {
        return None;
    };
    let key = key_of(it);
    let owner = owner(facts, &it.location, key);
    if let (Some(host), false) = (&it.host, it.listens) {
        return target::of(facts, it, host, port, owner);
    }
    if let Some(owner) = owner {
        let number = number(facts, &it.location, port, it.transport, owner);
        return number.or_else(|| used_on_host(facts, it, port, owner));
    }
    let project = || {
        let named = it
            .names
            .project
            .as_ref()
            .and_then(|name| facts.services.service(name));
        named.or_else(|| facts.project(&it.location.file))
    };
    if it.is_prose {
        return Some(Finding::echo(
            &it.location,
            facts.service_name(project()?),
            port,
        ));
    }
    if it.listens || key.is_some_and(key::is_own) {
        let service = project()?;
        let candidate = || link::by_scheme(facts, service, it.scheme.as_deref(), |_| true);
        return own::of(facts, &it.location, port, it.transport, service, candidate);
    }
    None
}

/// A variable of a container of one service that is about another.
pub(super) fn setting(facts: &Facts<'_>, it: &Setting) -> Option<Finding> {
    let Ports::One(port) = it.port else {
        return None;
    };
    let owner = owner(facts, &it.location, Some(&it.variable))?;
    let own = facts.named(&it.names);
    if own == Some(owner.service) {
        return None;
    }
    number(facts, &it.location, port, Transport::Tcp, owner)
}

/// The number of a container in a variable of a script, which the same script asks on this machine.
fn used_on_host(facts: &Facts<'_>, it: &Reference, port: u16, owner: Owner) -> Option<Finding> {
    let name = it.variable.as_deref().filter(|_| it.side == Side::Host)?;
    let text = facts.tree.text(&it.location.file).ok()?;
    let endpoints = facts.map.of_service(owner.service).map(|(_, own)| own);
    if endpoints.clone().any(|own| own.is_outside(port)) || !is_asked_here(&text, name) {
        return None;
    }
    let meant = endpoints.filter(|own| own.outside.is_some() && own.inside() == Some(port));
    let meant: Vec<&Endpoint> = meant.collect();
    (!meant.is_empty()).then(|| side::on_host(&it.location, port, &meant))
}

/// Whether `localhost:$NAME` is in a text.
fn is_asked_here(text: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    ["localhost:", "127.0.0.1:"].iter().any(|host| {
        let mut behind = text
            .match_indices(host)
            .map(|(at, _)| &text[at + host.len()..]);
        behind.any(|rest| {
            let rest = rest.strip_prefix('$').unwrap_or_default();
            let rest = rest.strip_prefix('{').unwrap_or(rest);
            rest.strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(is_name))
        })
    })
}

/// The variable, else the last of the keys.
fn key_of(it: &Reference) -> Option<&str> {
    let last = |key: &'_ str| key.rfind([':', '.']).map_or(0, |at| at + 1);
    let key = || it.key.as_deref().map(|key| &key[last(key)..]);
    it.variable.as_deref().or_else(key)
}

fn owner(facts: &Facts<'_>, at: &Location, key: Option<&str>) -> Option<Owner> {
    let configured = facts.configured(&at.file, key).map(|endpoint| Owner {
        service: facts.endpoint(endpoint).service,
        endpoint: Some(endpoint),
        kind: Kind::Port,
    });
    configured.or_else(|| key::owner(key?, facts.map, &facts.services))
}

/// A number that a key has for a service.
fn number(
    facts: &Facts<'_>,
    at: &Location,
    port: u16,
    transport: Transport,
    owner: Owner,
) -> Option<Finding> {
    let is_wanted = |place: usize| owner.endpoint.is_none_or(|wanted| wanted == place);
    let endpoints = facts
        .map
        .of_service(owner.service)
        .filter(|(place, _)| is_wanted(*place));
    let endpoints: Vec<(usize, &Endpoint)> = endpoints.collect();
    let is_right = |it: &Endpoint| {
        let is_outside = owner.kind != Kind::ContainerPort && it.is_outside(port);
        // Without a container, both are one.
        let is_inside = match it.inside() {
            Some(inside) => owner.kind != Kind::HostPort && inside == port,
            None => it.is_outside(port),
        };
        is_outside || is_inside
    };
    if endpoints.iter().any(|(_, it)| is_right(it)) {
        return None;
    }
    let endpoint = match endpoints[..] {
        [(only, _)] => Some(only),
        _ => None,
    };
    if owner.kind == Kind::ContainerPort {
        let inside = endpoint.map(|at| facts.endpoint(at));
        let inside = inside.and_then(|it| Some((it, it.inside()?)));
        return inside.map(|(it, inside)| say::wrong_container_port(at, port, it, inside));
    }
    let others = facts.map.owners(port, transport).into_iter();
    let other = others
        .into_iter()
        .find(|at| facts.endpoint(*at).service != owner.service);
    Some(match other {
        Some(other) => {
            let who = Who {
                name: facts.service_name(owner.service),
                service: Some(owner.service),
            };
            say::wrong_owner(facts, at, port, &who, other)
        }
        None => say::wrong_port(facts, at, port, owner.service, endpoint),
    })
}
