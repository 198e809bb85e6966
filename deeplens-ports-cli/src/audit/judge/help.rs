//! What may have been meant by a host or a port that nothing has.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::map::Endpoint;

/// A container with the same name by another spelling, else one whose name is near.
pub(super) fn similar(facts: &Facts<'_>, host: &str) -> Option<String> {
    let service = facts.services.service(host);
    let mut names = facts.hosts.names();
    let same = service.and_then(|service| names.find(|(_, it)| it.service == Some(service)));
    let near = || {
        let names = facts.hosts.names().map(|(name, _)| name);
        let near = names.map(|name| (strsim::osa_distance(name, host), name));
        let most = |name: &str| name.len().max(host.len()).div_ceil(4);
        let near = near.filter(|(distance, name)| *distance <= most(name));
        near.min().map(|(_, name)| name)
    };
    let name = same.map(|(name, _)| name).or_else(near)?;
    Some(format!("a container with a similar name exists: `{name}`"))
}

/// Who has a port between containers.
pub(super) fn owners(facts: &Facts<'_>, port: u16) -> Option<String> {
    const MOST: usize = 4;
    let all = facts.map.endpoints.iter();
    let all = all.filter(|it| it.inside() == Some(port) && !it.is_alias);
    let names: Vec<String> = all.map(|it| format!("`{}`", it.name)).collect();
    let is_some = (1..=MOST).contains(&names.len());
    is_some.then(|| format!("{port} inside is {}", names.join(", ")))
}

/// The ports that the map has for a container, and where the first of them stands.
pub(super) fn with_ports_of(
    facts: &Facts<'_>,
    finding: Finding,
    host: &str,
    service: usize,
) -> Finding {
    let all = facts.map.of_service(service).map(|(_, it)| it);
    let inside: Vec<(&Endpoint, u16)> = all.filter_map(|it| Some((it, it.inside()?))).collect();
    let Some((first, _)) = inside.first() else {
        return finding;
    };
    let named = inside
        .iter()
        .map(|(it, port)| format!("{port} (`{}`)", it.name));
    let named = named.collect::<Vec<_>>().join(", ");
    finding
        .other(&first.location, format!("this is `{}`", first.name))
        .maybe_help(Some(format!("`{host}` is on {named} there")))
}
