//! Which service a variable is of, by its whole name.

use super::map::PortMap;
use super::names::{folded, Services};

/// What a key says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An address: its host tells which port counts.
    Address,
    ContainerPort,
    HostPort,
    /// A port of either side.
    Port,
}

/// What a key belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) service: usize,
    pub(super) endpoint: Option<usize>,
    pub(super) kind: Kind,
}

/// The longest first: `_PORT` ends two of them.
const ENDINGS: [(&str, Kind); 6] = [
    ("_CONTAINER_PORT", Kind::ContainerPort),
    ("_HOST_PORT", Kind::HostPort),
    ("_ENDPOINT", Kind::Address),
    ("_PORT", Kind::Port),
    ("_ADDR", Kind::Address),
    ("_URL", Kind::Address),
];

const PREFIXES: [&str; 4] = ["VITE_", "NEXT_PUBLIC_", "REACT_APP_", "EXPO_PUBLIC_"];

/// `[PREFIX_]SERVICE[_ENDPOINT]_PORT` and its like, never a part of a key.
pub(super) fn owner(key: &str, map: &PortMap, services: &Services) -> Option<Owner> {
    let key = key.to_ascii_uppercase().replace(['-', '.'], "_");
    let key = PREFIXES
        .iter()
        .find_map(|prefix| key.strip_prefix(prefix))
        .unwrap_or(&key);
    let (stem, kind) = ENDINGS
        .iter()
        .find_map(|(ending, kind)| Some((key.strip_suffix(ending)?, *kind)))?;
    if let Some(service) = services.service(stem) {
        return Some(Owner {
            service,
            endpoint: None,
            kind,
        });
    }
    let cuts = stem.match_indices('_').map(|(at, _)| at);
    cuts.into_iter().find_map(|cut| {
        let service = services.service(&stem[..cut])?;
        let wanted = folded(&stem[cut..]);
        let mut endpoints = map.of_service(service);
        let (endpoint, _) = endpoints.find(|(_, it)| {
            let own = it.name.split_once('.').map_or("", |(_, own)| own);
            folded(own) == wanted
        })?;
        Some(Owner {
            service,
            endpoint: Some(endpoint),
            kind,
        })
    })
}

/// Whether a key is about whoever has it, and names nobody: `PORT`, `ASPNETCORE_URLS`.
pub(super) fn is_own(key: &str) -> bool {
    const OWN: [&str; 9] = [
        "aspnetcore_http_ports",
        "aspnetcore_urls",
        "dotnet_urls",
        "http_port",
        "listen_port",
        "port",
        "server_port",
        "urls",
        "httpport",
    ];
    OWN.contains(&&*key.to_ascii_lowercase())
}
