//! The port lists of real systems, all on one host.

use deeplens_ports_build::{Rule, read};
use std::fs;
use std::path::Path;
use test_reports::compare;

/// The map without the tables that a report points into.
fn mended(text: &str, lines: &[usize]) -> String {
    let mut kept = Vec::new();
    let mut line = 1;
    for table in text.split_inclusive("\n\n") {
        let next = line + table.matches('\n').count();
        if !lines.iter().any(|at| (line..next).contains(at)) {
            kept.push(table);
        }
        line = next;
    }
    kept.concat()
}

fn check(name: &str, meetings: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("real")
        .join(name);
    let text = fs::read_to_string(path.with_extension("toml")).unwrap();
    let report = read("ports.toml", &text).unwrap_err();
    let found = report.diagnostics();
    assert!(
        found.iter().all(|d| d.rule() == Rule::DuplicatePort),
        "{report}"
    );
    assert_eq!(found.len(), meetings, "{report}");
    compare(&path.with_extension("stderr"), &format!("{report}\n"))
        .unwrap_or_else(|why| panic!("{why}"));

    let lines: Vec<usize> = found.iter().map(|d| d.line()).collect();
    let map =
        read("ports.toml", &mended(&text, &lines)).unwrap_or_else(|report| panic!("{report}"));
    let left = text.matches("\n[services.").count() - meetings;
    assert_eq!(map.endpoints().len() + map.ranges().len(), left);
}

#[test]
fn consul_has_two_roles_with_one_set_of_ports() {
    check("consul", 8);
}

#[test]
fn kubernetes_has_two_kinds_of_node() {
    check("kubernetes", 2);
}

#[test]
fn the_opentelemetry_demo_has_one_port_in_many_containers() {
    check("otel-demo", 2);
}

#[test]
fn confluent_has_three_stacks_that_never_run_together() {
    check("confluent-cp-all-in-one", 15);
}
