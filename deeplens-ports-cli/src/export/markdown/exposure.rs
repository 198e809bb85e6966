//! `exposure`: who may reach an endpoint in production.

use super::entry::Entry;
use deeplens_ports::{Exposure, Map};

/// From the most open one.
pub(super) const ALL: [Exposure; 3] = [Exposure::Public, Exposure::Proxied, Exposure::Internal];

pub(super) fn exposure(map: Map) -> String {
    let all = Entry::all(map);
    let sections = ALL.iter().filter_map(|it| section(&all, *it));
    let sections: Vec<String> = sections.collect();
    if sections.is_empty() {
        return "The map has no endpoints yet.\n".to_owned();
    }
    sections.join("\n")
}

fn section(all: &[Entry], exposure: Exposure) -> Option<String> {
    let own = all
        .iter()
        .filter(|it| it.exposure == exposure && it.same_as.is_none());
    let own: Vec<String> = own.map(Entry::numbered).collect();
    if own.is_empty() {
        return None;
    }
    let (title, who) = match exposure {
        Exposure::Public => ("Public", "Everybody reaches these directly. The firewall opens their ports."),
        Exposure::Proxied => (
            "Proxied",
            "Everybody reaches these through a reverse proxy or a load balancer. The firewall opens the ports of that, usually \
             80 and 443, and none of theirs.",
        ),
        Exposure::Internal => (
            "Internal",
            "The other services of the system reach these, and nobody else. The firewall opens none of their ports.",
        ),
    };
    Some(format!("### {title}\n\n{who}\n\n{}\n", own.join(", ")))
}
