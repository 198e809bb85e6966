//! What is shown to the network of a container: it disagrees only where none of it is the map's.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::say;
use crate::place::{Binding, Names, Ports, Role};
use std::collections::BTreeMap;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let mut groups: BTreeMap<(&str, &Names), Vec<&Binding>> = BTreeMap::new();
    for it in &facts.scan.bindings {
        let is_inside =
            it.role == Role::Exposes || it.role == Role::Listens && it.names.project.is_none();
        if is_inside {
            groups
                .entry((&it.location.file, &it.names))
                .or_default()
                .push(it);
        }
    }
    let groups = groups.into_values();
    groups.flat_map(|group| of(facts, &group)).collect()
}

fn of(facts: &Facts<'_>, group: &[&Binding]) -> Vec<Finding> {
    let Some(service) = group.first().and_then(|first| service(facts, first)) else {
        return Vec::new();
    };
    if group.iter().any(|it| it.usual.is_some()) {
        let all = group.iter();
        return all
            .filter_map(|it| unusual(facts, it, group, service))
            .collect();
    }
    none_of(facts, group, service).into_iter().collect()
}

fn service(facts: &Facts<'_>, it: &Binding) -> Option<usize> {
    facts.service(it).or_else(|| {
        let is_image = it.names.service.is_none() && it.role == Role::Exposes;
        is_image.then(|| facts.project(&it.location.file)).flatten()
    })
}

fn is_shown(group: &[&Binding], port: u16) -> bool {
    let is_it = |own: Ports| own.first() <= port && port <= own.last();
    let mut all = group.iter().filter_map(|it| it.container_port);
    all.any(is_it)
}

fn none_of(facts: &Facts<'_>, group: &[&Binding], service: usize) -> Option<Finding> {
    let inside = facts.map.of_service(service);
    let inside = inside.filter_map(|(_, it)| Some((it, it.inside()?)));
    let known: Vec<_> = inside.collect();
    let (endpoint, port) = known.first()?;
    if known.iter().any(|(_, port)| is_shown(group, *port)) {
        return None;
    }
    let first = group.first()?;
    let Ports::One(number) = first.container_port? else {
        return None;
    };
    let at = &first.location;
    Some(say::wrong_container_port(at, number, endpoint, *port))
}

/// A part that listens on another port than its kind does, where the map has that one and nothing listens on it.
fn unusual(facts: &Facts<'_>, it: &Binding, group: &[&Binding], service: usize) -> Option<Finding> {
    let usual = it.usual?;
    let Ports::One(number) = it.container_port? else {
        return None;
    };
    let mut all = facts.map.of_service(service).map(|(_, endpoint)| endpoint);
    let is_of_map = all.clone().any(|own| own.inside() == Some(number));
    let wanted = all.find(|own| own.inside() == Some(usual) && own.transport == it.transport)?;
    let differs = !is_of_map && !is_shown(group, usual);
    differs.then(|| say::wrong_container_port(&it.location, number, wanted, usual))
}
