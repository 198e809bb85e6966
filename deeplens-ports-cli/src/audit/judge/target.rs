//! What is reached at a host.

use super::binding::who;
use super::{help, side};
use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::hosts::{Container, Host};
use crate::audit::key::Owner;
use crate::audit::link;
use crate::audit::map::Endpoint;
use crate::audit::rule::Rule;
use crate::audit::say::{self, Who};
use crate::place::{Reference, Side, HEALTH_CHECK};

pub(super) fn of(
    facts: &Facts<'_>,
    it: &Reference,
    host: &str,
    port: u16,
    owner: Option<Owner>,
) -> Option<Finding> {
    match facts.hosts.of(host) {
        // The container itself, of which only its own files know.
        Host::Here if it.side == Side::Container => checked(facts, it, port),
        Host::Here | Host::Machine => here(facts, it, host, port, owner),
        Host::Container(container) => inside(facts, it, host, port, container),
        Host::Unknown => unknown(facts, it, host, port),
        Host::Other => None,
    }
}

/// A port of this machine.
fn here(
    facts: &Facts<'_>,
    it: &Reference,
    host: &str,
    port: u16,
    owner: Option<Owner>,
) -> Option<Finding> {
    let at = &it.location;
    let owners = facts.map.owners(port, it.transport);
    if let Some(first) = owners.first() {
        let owner = owner?;
        let is_own = owners
            .iter()
            .any(|at| facts.endpoint(*at).service == owner.service);
        let is_wanted = owner.endpoint.is_none_or(|wanted| owners.contains(&wanted));
        let who = Who {
            name: facts.service_name(owner.service),
            service: Some(owner.service),
        };
        return match (is_own, is_wanted) {
            (true, true) => None,
            (true, false) => Some(say::wrong_port(
                facts,
                at,
                port,
                owner.service,
                owner.endpoint,
            )),
            (false, _) => Some(say::wrong_owner(facts, at, port, &who, *first)),
        };
    }
    if let Some(binding) = opener(facts, it, port) {
        let subject = say::subject_of(binding, who(facts, binding).name);
        return Some(Finding::echo(at, &subject, port));
    }
    if facts.is_hosted(port, it.transport) || facts.is_inside(&at.file, port) {
        return None;
    }
    let inside = with_inside(facts, port, owner);
    if !inside.is_empty() {
        return Some(side::on_host(at, port, &inside));
    }
    if facts.is_listened(port, it.transport) {
        return None;
    }
    Some(match owner {
        Some(owner) => {
            let endpoint = owner
                .endpoint
                .or_else(|| by_scheme(facts, owner.service, it, |it| it.outside.is_some()));
            say::wrong_port(facts, at, port, owner.service, endpoint)
        }
        None => unlisted(facts, it, host, port),
    })
}

fn opener<'a>(facts: &Facts<'a>, it: &Reference, port: u16) -> Option<&'a crate::place::Binding> {
    let opened = facts.opened.get(&(port, it.transport))?;
    opened.first().copied()
}

/// The endpoints of the host that have the port in their containers.
fn with_inside<'a>(facts: &Facts<'a>, port: u16, owner: Option<Owner>) -> Vec<&'a Endpoint> {
    let has = |endpoint: &&Endpoint| {
        let is_of_owner = owner.is_none_or(|owner| owner.service == endpoint.service);
        is_of_owner && endpoint.outside.is_some() && endpoint.inside() == Some(port)
    };
    facts.map.endpoints.iter().filter(has).collect()
}

/// What checks a container asks the container itself.
fn checked(facts: &Facts<'_>, it: &Reference, port: u16) -> Option<Finding> {
    if it.key.as_deref() != Some(HEALTH_CHECK) {
        return None;
    }
    let project = || facts.project(&it.location.file);
    let service = facts.named(&it.names).or_else(project)?;
    let endpoints = facts.map.of_service(service).map(|(_, it)| it);
    let mut inside = endpoints.clone().filter(|it| it.container.is_some());
    let first = inside.clone().next()?;
    if inside.any(|own| own.inside() == Some(port)) {
        return None;
    }
    let mut outside = endpoints.filter(|own| own.container.is_some() && own.is_outside(port));
    Some(match outside.next() {
        Some(own) => side::in_container(&it.location, port, own, &own.name),
        None => side::unknown_inside(&it.location, port, first),
    })
}

/// A port of a container.
fn inside(
    facts: &Facts<'_>,
    it: &Reference,
    host: &str,
    port: u16,
    container: &Container,
) -> Option<Finding> {
    let is_known = container.inside.contains(&port) || facts.hosts.nameless.contains(&port);
    if is_known || container.inside.is_empty() {
        return None;
    }
    let at = &it.location;
    let service = container.service;
    let of_host = service.and_then(|service| {
        let mut all = facts.map.of_service(service);
        all.find(|(_, endpoint)| endpoint.is_outside(port))
    });
    if container.outside.contains(&port) {
        return Some(match of_host {
            Some((_, endpoint)) if endpoint.container.is_some() => {
                side::in_container(at, port, endpoint, host)
            }
            _ => side::of_files(at, port, host, container),
        });
    }
    // What a container that the map does not have listens on, nobody knows in full.
    let service = service?;
    let mut endpoints = facts.map.of_service(service);
    endpoints.find(|(_, endpoint)| endpoint.container.is_some())?;
    Some(
        match by_scheme(facts, service, it, |it| it.container.is_some()) {
            Some(endpoint) => {
                let finding = say::wrong_port(facts, at, port, service, Some(endpoint));
                match facts.endpoint(endpoint).inside() {
                    Some(inside) => finding.labelled(format!("expected {inside}")),
                    None => finding,
                }
            }
            None => help::with_ports_of(facts, unlisted(facts, it, host, port), host, service),
        },
    )
}

fn by_scheme(
    facts: &Facts<'_>,
    service: usize,
    it: &Reference,
    is_possible: impl Fn(&Endpoint) -> bool,
) -> Option<usize> {
    link::by_scheme(facts, service, it.scheme.as_deref(), is_possible)
}

fn unlisted(facts: &Facts<'_>, it: &Reference, host: &str, port: u16) -> Finding {
    let authority = if host.contains(':') {
        format!("[{host}]:{port}")
    } else {
        format!("{host}:{port}")
    };
    let title = format!("unlisted target `{authority}`");
    Finding::new(Rule::UnlistedTarget, &it.location, title)
        .about(host, Some(port))
        .labelled(format!("neither {} nor a file opens it", facts.map.file()))
}

fn unknown(facts: &Facts<'_>, it: &Reference, host: &str, port: u16) -> Option<Finding> {
    if it.is_prose {
        return None;
    }
    Some(
        Finding::new(
            Rule::UnknownHost,
            &it.location,
            format!("unknown host `{host}`"),
        )
        .about(host, Some(port))
        .labelled("no container has this name")
        .maybe_help(help::similar(facts, host))
        .maybe_help(help::owners(facts, port)),
    )
}
