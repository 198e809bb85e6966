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
    groups.filter_map(|group| of(facts, &group)).collect()
}

fn of(facts: &Facts<'_>, group: &[&Binding]) -> Option<Finding> {
    let first = group.first()?;
    let service = facts.service(first).or_else(|| {
        let is_image = first.names.service.is_none() && first.role == Role::Exposes;
        is_image
            .then(|| facts.project(&first.location.file))
            .flatten()
    })?;
    let mut inside = facts
        .map
        .of_service(service)
        .filter_map(|(_, it)| Some((it, it.inside()?)));
    let shown = |port: u16| {
        let is_it = |it: &&&Binding| {
            it.container_port
                .is_some_and(|own| own.first() <= port && port <= own.last())
        };
        group.iter().any(|it| is_it(&it))
    };
    let known: Vec<_> = inside.by_ref().collect();
    let (endpoint, port) = known.first()?;
    if known.iter().any(|(_, port)| shown(*port)) {
        return None;
    }
    let Some(Ports::One(number)) = first.container_port else {
        return None;
    };
    Some(say::wrong_container_port(
        &first.location,
        number,
        endpoint,
        *port,
    ))
}
