//! Ports of the map that no file opens.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::rule::Rule;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let endpoints = facts.map.endpoints.iter().filter(|it| !it.is_alias);
    let closed = endpoints.filter(|it| {
        let mut ports = it.ports.iter();
        !ports.any(|port| {
            facts.is_opened(port, it.transport) || facts.is_listened(port, it.transport)
        })
    });
    closed
        .map(|it| {
            let title = format!("port `{}` that no file opens", it.ports);
            let mut finding = Finding::new(Rule::NotOpened, &it.location, title)
                .about(&it.name, Some(it.ports.first()))
                .labelled(format!("of `{}`", it.name));
            finding.endpoint = Some(it.name.clone());
            finding
        })
        .collect()
}
