//! The ports of four real projects, written as one compose file each and held against their maps: what they have twice is found,
//! and nothing else.

use test_audit::of;
use test_audit::real::{compose, map};

#[track_caller]
fn has_twice(project: &str, count: usize) {
    let (mut map, entries) = map(project);
    for (at, entry) in entries.iter().enumerate() {
        if !entries[..at].iter().any(|earlier| earlier.meets(entry)) {
            map.push_str(&entry.lines);
        }
    }
    let audit = of(&[("ports.toml", &map), ("compose.yaml", &compose(&entries))]);
    assert_eq!(audit.errors().count(), count, "{audit}");
    let mut rules = audit.errors().map(|it| it.rule().as_str());
    assert!(rules.all(|rule| rule == "duplicate-binding"), "{audit}");
}

#[test]
fn consul() {
    has_twice("consul", 8);
}

#[test]
fn kubernetes() {
    has_twice("kubernetes", 2);
}

#[test]
fn the_demo_of_opentelemetry() {
    has_twice("otel-demo", 2);
}

#[test]
fn confluent() {
    has_twice("confluent-cp-all-in-one", 15);
}
