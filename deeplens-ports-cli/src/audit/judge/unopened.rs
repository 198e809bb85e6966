//! Ports of the map that no file opens.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::map::Endpoint;
use crate::audit::rule::Rule;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let endpoints = facts.map.endpoints.iter().filter(|it| !it.is_alias);
    endpoints.filter_map(|it| of(facts, it)).collect()
}

fn of(facts: &Facts<'_>, it: &Endpoint) -> Option<Finding> {
    let ports = it.outside?;
    let is_open =
        |port: u16| facts.is_opened(port, it.transport) || facts.is_listened(port, it.transport);
    if ports.iter().any(is_open) {
        return None;
    }
    let title = format!("port `{ports}` that no file opens");
    let mut finding = Finding::new(Rule::NotOpened, &it.location, title)
        .about(&it.name, Some(ports.first()))
        .labelled(format!("of `{}`", it.name));
    finding.endpoint = Some(it.name.clone());
    Some(finding)
}
