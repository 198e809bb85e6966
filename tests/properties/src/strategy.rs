//! Texts and models by chance.

use crate::model::{Conflict, Endpoint, Model, Service};
use proptest::prelude::*;
use std::collections::HashSet;

/// Words that are something else to Rust, Markdown, HTML, cargo or a terminal.
const HOSTILE: &[&str] = &[
    "cargo::error=x",
    "cargo::rerun-if-changed=/",
    "*/ /* // /// //!",
    "```rust\npanic!()\n```",
    "    let indented = 1;",
    "[link](http://x) [`Broken`] [a]: b",
    "<script>alert(1)</script> Vec<T> &lt;",
    "r#\"raw\"# \"quotes\" 'c' \\ \\n \\u{7f} {} {0}",
    "| a | b |\n| - | - |",
    "# heading\n- list\n> quote\n---",
    "日本語 🦀 e\u{301} \u{2003}",
    "https://example.com/a_b me@example.com www.x.y",
    "#[deprecated] #![no_std] $crate $x",
    "\t tab \n newline",
    "\u{e000}\u{e001}\u{fffd}",
];

/// Words of Rust, and of the module itself.
const NAMES: &[&str] = &[
    "self", "super", "crate", "type", "gen", "fn", "const", "all", "map", "new", "option", "some",
    "numbers", "lists", "facts", "more", "endpoint", "http", "r", "a-b", "x1",
];

/// Any text that a map may hold.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z ]{0,12}",
        2 => proptest::sample::select(HOSTILE).prop_map(str::to_owned),
        2 => proptest::collection::vec(any::<char>(), 0..24).prop_map(|chars| {
            chars.into_iter().filter(|c| is_allowed(*c)).collect()
        }),
    ]
}

fn is_allowed(c: char) -> bool {
    let is_bidirectional = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (!c.is_control() || matches!(c, '\n' | '\t')) && !is_bidirectional
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(NAMES).prop_map(str::to_owned),
        "[a-zA-Z][a-zA-Z0-9]{0,6}(-[a-zA-Z0-9]{1,4}){0,2}",
    ]
}

/// A valid map.
pub fn model() -> impl Strategy<Value = Model> {
    let groups = proptest::collection::vec((name(), text()), 0..3);
    let services = proptest::collection::vec(service(), 0..5);
    (groups, services).prop_map(|(groups, services)| valid(groups, services))
}

fn service() -> impl Strategy<Value = Service> {
    let endpoints = proptest::collection::vec(endpoint(), 1..4);
    let group = proptest::option::of(0..3usize);
    let title = proptest::option::of(text());
    (name(), title, group, any::<bool>(), endpoints).prop_map(
        |(name, title, group, has_container, endpoints)| Service {
            container: has_container.then(|| format!("c-{}", name.to_lowercase())),
            name,
            title,
            group,
            endpoints,
        },
    )
}

fn endpoint() -> impl Strategy<Value = Endpoint> {
    let protocol = proptest::sample::select(vec!["tcp", "udp", "http", "https", "grpc"]);
    let exposure = proptest::sample::select(vec!["internal", "proxied", "public"]);
    let place = (text(), proptest::option::of(text()));
    (
        (
            proptest::option::of(name()),
            20_000..29_000u16,
            any::<bool>(),
            protocol,
        ),
        (proptest::option::of(text()), proptest::option::of(text())),
        proptest::option::of(exposure),
        proptest::collection::vec(text(), 0..3),
        proptest::collection::vec(place, 0..3),
        proptest::option::of(conflict()),
        proptest::option::weighted(0.2, text()),
    )
        .prop_map(
            |(
                (name, port, is_inside, protocol),
                (purpose, note),
                exposure,
                process,
                configured_in,
                conflict,
                deprecated,
            )| {
                Endpoint {
                    name,
                    port,
                    is_inside,
                    protocol,
                    purpose,
                    note,
                    exposure,
                    process,
                    configured_in,
                    conflict,
                    deprecated,
                }
            },
        )
}

fn conflict() -> impl Strategy<Value = Conflict> {
    (
        proptest::collection::vec(text(), 0..3),
        proptest::option::of(text()),
        proptest::collection::hash_set(11_000..12_000u16, 0..3),
    )
        .prop_map(|(with, mitigation, alternatives)| Conflict {
            with,
            mitigation,
            alternatives: alternatives.into_iter().collect(),
        })
}

/// Leaves out what would break a rule: names that become one constant, ports that are taken.
fn valid(groups: Vec<(String, String)>, services: Vec<Service>) -> Model {
    let key = |name: &str| name.to_uppercase().replace('-', "_");
    let mut taken = HashSet::new();
    let groups: Vec<(String, String)> = groups
        .into_iter()
        .filter(|(name, _)| taken.insert(key(name)))
        .collect();
    let mut service_names = HashSet::new();
    // What every module has.
    let mut constants = HashSet::from(["ALL", "RANGES", "CONTAINER_ENDPOINTS"].map(str::to_owned));
    let mut ports = HashSet::new();
    let mut kept = Vec::new();
    for mut service in services {
        if !service_names.insert(key(&service.name)) {
            continue;
        }
        service.group = service.group.filter(|at| *at < groups.len());
        for endpoint in &mut service.endpoints {
            endpoint.is_inside &= service.container.is_some();
            if endpoint.is_inside {
                endpoint.conflict = None;
            }
        }
        let mut names = HashSet::new();
        let service_key = key(&service.name);
        service.endpoints.retain(|endpoint| {
            let constant = match &endpoint.name {
                Some(name) => format!("{service_key}_{}", key(name)),
                None => service_key.clone(),
            };
            names.insert(endpoint.name.clone())
                && !constants.contains(&constant)
                && ports.insert(endpoint.port)
                && constants.insert(constant)
        });
        if !service.endpoints.is_empty() {
            kept.push(service);
        }
    }
    Model {
        name: "Prop".into(),
        groups,
        services: kept,
    }
}
