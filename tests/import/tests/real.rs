//! The ports of four real projects, written as one compose file each: what they have twice is told, and all else is in the map.

use test_audit::real::{compose, map};
use test_import::of;

#[track_caller]
fn becomes_a_map(project: &str) {
    let (_, entries) = map(project);
    let meets = |at: usize| {
        entries[..at]
            .iter()
            .any(|earlier| earlier.meets(&entries[at]))
    };
    let twice = (0..entries.len()).filter(|at| meets(*at)).count();
    let made = of(&[("compose.yaml", &compose(&entries))]);
    assert_eq!(
        made.imported.reported.len(),
        twice,
        "{:#?}",
        made.reported()
    );
    let said = made.imported.reported.iter();
    assert!(
        said.clone().all(|it| it.why.starts_with("taken by ")),
        "{:#?}",
        made.reported()
    );
    assert_eq!(
        made.endpoints().count(),
        entries.len() - twice,
        "{}",
        made.imported.map
    );
    // Each is a comment, with its number.
    let lines = made.imported.map.lines();
    let comments: Vec<&str> = lines.filter(|line| line.starts_with("# port")).collect();
    assert_eq!(comments.len(), twice, "{}", made.imported.map);
    for it in said {
        let has_it = |line: &&str| line.ends_with(&format!("= {}", it.text));
        assert!(comments.iter().any(has_it), "{it}");
    }
}

#[test]
fn consul() {
    becomes_a_map("consul");
}

#[test]
fn kubernetes() {
    becomes_a_map("kubernetes");
}

#[test]
fn the_demo_of_opentelemetry() {
    becomes_a_map("otel-demo");
}

#[test]
fn confluent() {
    becomes_a_map("confluent-cp-all-in-one");
}
