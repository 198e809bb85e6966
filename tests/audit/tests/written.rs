//! What is written from a map agrees with it, and one changed port does not.

use proptest::prelude::*;
use std::collections::BTreeSet;
use test_audit::of;
use test_audit::written::{Repository, Service};

const NAMES: [&str; 6] = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];
/// No service is on it.
const OTHER: u16 = 45_678;

fn services() -> impl Strategy<Value = Vec<Service>> {
    let ports = proptest::collection::btree_set(11_000_u16..20_000, 6);
    let inside = proptest::collection::vec(proptest::option::of(20_000_u16..30_000), 6);
    (ports, inside, 1_usize..=6).prop_map(|(ports, inside, count): (BTreeSet<u16>, Vec<_>, _)| {
        let all = NAMES.iter().zip(ports).zip(inside);
        all.map(|((name, outside), inside)| Service {
            name: (*name).to_owned(),
            outside,
            inside,
        })
        .take(count)
        .collect()
    })
}

fn found(repository: &Repository, changed: Option<(usize, u16)>) -> (Vec<String>, String, String) {
    let (files, place) = repository.files(changed);
    let mut all: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    all.push(("ports.toml", &repository.map));
    let audit = of(&all);
    let found = audit
        .errors()
        .map(|it| format!("{}:{}", it.location().file, it.location().line));
    let place = place.map_or(String::new(), |it| format!("{}:{}", it.file, it.line));
    (found.collect(), place, audit.to_string())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_changed_port_is_what_is_found(services in services()) {
        let repository = Repository::new(&services);
        let (clean, _, report) = found(&repository, None);
        prop_assert!(clean.is_empty(), "{report}");
        for at in 0..repository.places() {
            let (changed, place, report) = found(&repository, Some((at, OTHER)));
            prop_assert_eq!(changed, [place], "{}", report);
        }
    }
}
