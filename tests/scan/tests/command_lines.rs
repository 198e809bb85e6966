//! Command lines, held against the docker client itself, which parses them before it looks for a daemon.

use deeplens_ports_cli::Scan;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::process::Command;
use test_scan::of;

/// A script with the one command.
fn scanned(words: &[&str]) -> Scan {
    let quoted = words
        .iter()
        .map(|word| format!(" '{}'", word.replace('\'', "'\\''")));
    of(&[("run.sh", &format!("docker{}\n", quoted.collect::<String>()))])
}

/// Whether the client takes it, where there is one.
fn docker(words: &[&str]) -> Option<bool> {
    let mut command = Command::new("docker");
    let output = command
        .args(words)
        .env("DOCKER_HOST", "unix:///nonexistent")
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(said.contains("Cannot connect to the Docker daemon"))
}

#[track_caller]
fn agree(words: &[&str]) {
    let scan = scanned(words);
    let is_zero = scan
        .cannot_know
        .iter()
        .any(|it| it.why.starts_with("port 0"));
    let is_taken = !scan.bindings.is_empty() || is_zero;
    assert_ne!(is_taken, scan.refused.len() == 1, "{words:?}: {scan:?}");
    if let Some(expected) = docker(words) {
        assert_eq!(is_taken, expected, "{words:?}: {scan:?}");
    }
}

#[test]
fn forms_of_options() {
    for words in [
        &["create", "-p", "8080:80", "a"][..],
        &["create", "-p8080:80", "a"],
        &["create", "-p=8080:80", "a"],
        &["create", "-itp", "8080:80", "a"],
        &["create", "-tip8080:80", "a"],
        &["create", "--publish=8080:80", "a"],
        &["create", "--publish", "8080:80", "a", "-p", "no"],
        &[
            "create",
            "--name",
            "x",
            "--rm",
            "--init=true",
            "-v",
            "/a:/b",
            "-p",
            "80",
            "a",
        ],
        &["create", "-P=false", "-p", "80", "a"],
        &["create", "--", "-p"],
        &["container", "create", "-p", "80:", "a"],
        &["create", "-p", "", "a"],
        &["create", "-p", "8080:0", "a"],
        &["create", "-e", "-p", "-p", "8080:x", "a"],
        &["service", "create", "-p", "8080:80", "a"],
        &[
            "service", "create", "--mode", "global", "-dp", "8080:80", "a",
        ],
        &["service", "create", "-p", "127.0.0.1:8080:80", "a"],
        &["service", "create", "-p", "8080-8081:80", "a"],
    ] {
        if words[1] == "--" {
            assert!(scanned(words).bindings.is_empty());
        } else {
            agree(words);
        }
    }
}

fn field() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        4 => (1_u32..70_000).prop_map(|number| number.to_string()),
        1 => Just("80-82".to_owned()),
        1 => Just(String::new()),
        1 => "(tcp|udp|sctp|host|ingress|x)",
    ];
    let name = "(published|target|target|protocol|mode|Published|x)";
    (name, value).prop_map(|(name, value)| format!("{name}={value}"))
}

#[test]
fn long_entries() {
    let mut runner = TestRunner::deterministic();
    let fields = prop::collection::vec(field(), 1..4);
    for _ in 0..60 {
        let fields = fields
            .new_tree(&mut runner)
            .expect("fields are made")
            .current();
        let entry = fields.join(",");
        agree(&["create", "--publish", &entry, "a"]);
        agree(&["service", "create", "--publish", &entry, "a"]);
    }
}
