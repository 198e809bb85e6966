//! What a service answers to on its networks, and what its container knows beside.

use super::service::Service;
use crate::node::Node;
use crate::place::Container;
use crate::read::found::Found;

pub(super) fn read(service: &Service<'_>, found: &mut Found) {
    if let Some(location) = service.location() {
        let mut container = Container::new(location, service.names());
        container.profiles = service.profiles();
        found.container(container);
    }
    found.host(service.name);
    for key in ["container_name", "hostname"] {
        if let Some(name) = service.text(key) {
            found.host(&name);
        }
    }
    for (_, networks) in service.all("networks") {
        for (_, network) in networks.entries() {
            let aliases = network.get("aliases").into_iter().flat_map(Node::items);
            aliases
                .filter_map(Node::text)
                .for_each(|name| found.host(name));
        }
    }
    // `db:database` and `host.name:10.0.0.1`.
    for (key, is_first) in [
        ("links", false),
        ("external_links", false),
        ("extra_hosts", true),
    ] {
        for (_, list) in service.all(key) {
            for text in list.items().filter_map(Node::text) {
                let parts = text.split_once([':', '=']).unwrap_or((text, text));
                found.host(if is_first { parts.0 } else { parts.1 });
            }
            let names = list.entries().filter_map(|(name, _)| name.text());
            names.for_each(|name| found.host(name));
        }
    }
}
