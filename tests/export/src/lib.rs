//! Maps, and what is made from them.

pub mod folder;

use deeplens_ports::Map;
use deeplens_ports_cli::bridge;
use deeplens_ports_cli::export::{Export, Exported, Format, export};
use std::fs;
use std::path::Path;

/// Maps with all that there is, by what their files here are called.
pub const MAPS: [(&str, &str); 3] = [
    ("deeplens", "ports.toml"),
    ("full", "tests/modules/good/full.toml"),
    ("hostile", "tests/modules/good/hostile.toml"),
];

/// One of this repository.
///
/// # Panics
///
/// Where it cannot be read, or does not compile.
#[must_use]
pub fn map(file: &str) -> Map {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    let text = fs::read_to_string(path).expect("the map can be read");
    of(&text)
}

/// A map of a text.
///
/// # Panics
///
/// Where it does not compile.
#[must_use]
pub fn of(text: &str) -> Map {
    let map = deeplens_ports_build::read("ports.toml", text);
    bridge(&map.unwrap_or_else(|report| panic!("{report}")))
}

/// A file that is there for the first time.
///
/// # Panics
///
/// Where it cannot be made.
#[must_use]
pub fn new(map: Map, wanted: &Export) -> Exported {
    export(map, wanted, None).unwrap_or_else(|error| panic!("{error}"))
}

/// The targets of all services that have any.
#[must_use]
pub fn targets(map: Map, inside: bool) -> Export {
    let none = Export::new(Format::Prometheus, "targets.json");
    let none = if inside { none.inside() } else { none };
    let services = map.services().iter().map(|service| service.name());
    let has_any = |name: &&str| export(map, &none.clone().endpoint(*name), None).is_ok();
    services
        .filter(has_any)
        .fold(none.clone(), Export::endpoint)
}
