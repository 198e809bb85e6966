//! The map before it is text.

mod header;

pub(super) use header::Header;

use super::conflict;
use super::names::Named;
use super::paths::{Paths, Place};
use super::ports::{is_all, own_address, Port, Ports};
use super::protocols::Spoken;
use super::services::{Service, Services};
use super::text::is_plain;
use super::title;
use crate::audit::names::folded;
use crate::place::{Location, Remark, Transport};
use deeplens_ports_build::Rule;

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) header: Header,
    /// In the order of their first service.
    pub(super) groups: Vec<Group>,
    /// Group by group, those without one first.
    pub(super) services: Vec<Drafted>,
    pub(super) reported: Vec<Remark>,
    /// What is said at the end, in the order of files and lines.
    pub(super) rest: Vec<Remark>,
}

#[derive(Debug)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) title: String,
}

/// A service of the map.
#[derive(Debug)]
pub(super) struct Drafted {
    pub(super) name: String,
    pub(super) title: String,
    /// What the files call it, where that tells more than the name.
    pub(super) called: Option<String>,
    pub(super) group: Option<String>,
    pub(super) container: Option<String>,
    pub(super) process: Vec<String>,
    pub(super) endpoints: Vec<Endpoint>,
}

#[derive(Debug)]
pub(super) struct Endpoint {
    /// None of the service's own.
    pub(super) name: Option<String>,
    /// Where it is said first.
    pub(super) at: Location,
    pub(super) host_ports: Option<(u16, u16)>,
    /// Where it is not that of the host.
    pub(super) container_port: Option<u16>,
    pub(super) spoken: Spoken,
    pub(super) host: Option<String>,
    pub(super) exposure: Option<&'static str>,
    pub(super) conflict: Vec<String>,
    pub(super) places: Vec<Place>,
    pub(super) notes: Vec<String>,
    pub(super) allow: Vec<Rule>,
    /// Why it is a comment.
    pub(super) why_not: Option<String>,
}

pub(super) fn of(
    header: Header,
    services: &Services,
    ports: Ports<'_>,
    spoken: Vec<Vec<Spoken>>,
    names: Vec<Named>,
    groups: Vec<Option<String>>,
    paths: &Paths<'_>,
) -> Draft {
    let parts = ports.of_services.iter().zip(spoken).zip(names).zip(groups);
    let mut drafted: Vec<Drafted> = Vec::new();
    for (service, (((ports, spoken), named), group)) in services.all.iter().zip(parts) {
        if !ports.is_empty() {
            drafted.push(one(service, ports, spoken, named, group, paths));
        }
    }
    let mut order: Vec<Option<String>> = vec![None];
    for service in &drafted {
        if !order.contains(&service.group) {
            order.push(service.group.clone());
        }
    }
    drafted.sort_by_key(|it| order.iter().position(|group| *group == it.group));
    let groups = order.into_iter().flatten().map(|name| Group {
        title: title::of(&name),
        name,
    });
    let mut rest = ports.rest;
    rest.sort_by(|a, b| (&a.location, &a.why).cmp(&(&b.location, &b.why)));
    rest.dedup_by(|a, b| a.location == b.location && a.why == b.why);
    Draft {
        header,
        groups: groups.collect(),
        services: drafted,
        reported: ports.reported,
        rest,
    }
}

fn one(
    service: &Service,
    ports: &[Port<'_>],
    spoken: Vec<Spoken>,
    named: Named,
    group: Option<String>,
    paths: &Paths<'_>,
) -> Drafted {
    let endpoints = ports.iter().zip(spoken).zip(named.endpoints);
    let endpoints =
        endpoints.map(|((port, spoken), name)| endpoint(service, port, spoken, name, paths));
    Drafted {
        endpoints: endpoints.collect(),
        title: title(&service.called, &named.called),
        called: Some(service.called.clone())
            .filter(|called| !is_told(called, &named.service, service)),
        name: named.service,
        group,
        container: service.container.clone(),
        process: service.process.iter().cloned().collect(),
    }
}

/// People read all letters.
fn title(called: &str, name: &str) -> String {
    if called.is_ascii() {
        return title::of(name);
    }
    called.chars().filter(|letter| is_plain(*letter)).collect()
}

/// Whether the name in the files can be seen in the map.
fn is_told(called: &str, name: &str, service: &Service) -> bool {
    let container = service.container.as_deref();
    let is_other = container == Some(called) || service.process.contains(called);
    folded(called) == folded(name) || is_other || !called.is_ascii()
}

fn endpoint(
    service: &Service,
    port: &Port<'_>,
    spoken: Spoken,
    name: Option<String>,
    paths: &Paths<'_>,
) -> Endpoint {
    let single = port.host.filter(|(first, last)| first == last);
    let is_inside = port.host.is_none();
    let inside = port.inside.filter(|inside| {
        let is_other = single.is_some_and(|(host, _)| host != *inside);
        is_inside || is_other
    });
    let container_port = inside.filter(|_| service.container.is_some());
    let mut notes = port.notes.clone();
    if let (Some(inside), None) = (inside, container_port) {
        notes.push(format!(
            "{inside} inside; its container has no name that a map takes"
        ));
    }
    let conflict = match (single, port.transport) {
        (Some((port, _)), Transport::Tcp) => {
            conflict::with(port, &service.called, service.image.as_deref())
        }
        _ => Vec::new(),
    };
    Endpoint {
        name,
        at: port.at.clone(),
        host_ports: port.host,
        container_port,
        spoken,
        host: host(port),
        exposure: exposure(port),
        conflict,
        places: paths.of(port),
        notes,
        allow: Vec::new(),
        why_not: port.meets.clone(),
    }
}

/// The one address that all places bind, if it is not this machine's loopback.
fn host(port: &Port<'_>) -> Option<String> {
    let mut hosts = port.bindings.iter().map(|it| own_address(it));
    let first = hosts.next().flatten()?;
    (port.host.is_some() && hosts.all(|it| it == Some(first))).then(|| first.to_owned())
}

/// As the addresses say: where none is written, nothing is known.
fn exposure(port: &Port<'_>) -> Option<&'static str> {
    port.host?;
    let addresses: Option<Vec<&str>> = port
        .bindings
        .iter()
        .map(|it| it.host_ip.as_deref())
        .collect();
    let mut addresses = addresses?.into_iter();
    let is_loopback = |it: &str| it == "localhost" || it.starts_with("127.") || it == "::1";
    if addresses.clone().all(is_loopback) {
        return Some("internal");
    }
    addresses.any(is_all).then_some("public")
}
