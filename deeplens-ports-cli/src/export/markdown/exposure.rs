//! `exposure`: who may reach an endpoint in production.

use super::entry::Entry;
use super::table::table;
use deeplens_ports::{Exposure, Map};

/// From the most open one.
pub(super) const ALL: [Exposure; 3] = [Exposure::Public, Exposure::Proxied, Exposure::Internal];

pub(super) fn exposure(map: Map) -> String {
    let all = Entry::all(map);
    let rows: Vec<Vec<String>> = ALL.iter().filter_map(|it| row(&all, *it)).collect();
    if rows.is_empty() {
        return "The map has no endpoints yet.\n".to_owned();
    }
    let heads = ["Exposure", "Who reaches it", "The firewall", "Endpoints"];
    table(&heads, &rows)
}

fn row(all: &[Entry], exposure: Exposure) -> Option<Vec<String>> {
    let own = all
        .iter()
        .filter(|it| it.exposure == exposure && it.same_as.is_none());
    let own: Vec<String> = own.map(shown).collect();
    let (who, firewall) = match exposure {
        Exposure::Public => ("everybody, directly", "opens these ports"),
        Exposure::Proxied => (
            "everybody, through a reverse proxy or a load balancer",
            "opens the ports of the proxy, usually 80 and 443, and none of these",
        ),
        Exposure::Internal => ("the other services of the system", "opens none of these"),
    };
    (!own.is_empty()).then(|| {
        [exposure.as_str(), who, firewall, &own.join(", ")]
            .map(str::to_owned)
            .to_vec()
    })
}

/// `3000 Grafana`.
fn shown(it: &Entry) -> String {
    match it.outside {
        Some(_) => format!("{} {}", it.ports(), it.title()),
        None => it.title(),
    }
}
