//! A crate that depends on `deeplens-ports`, as DeepLens's own crates do.

use test_builds::{Sandbox, quoted};

const MAIN: &str = "fn main() { println!(\"{}\", deeplens_ports::ports::QDRANT_GRPC.port()); }\n";

fn dependent(name: &str, main: &str) -> Sandbox {
    let sandbox = Sandbox::with_project();
    let path = quoted(&sandbox.path("project/deeplens-ports"));
    let dependencies = format!("[dependencies]\ndeeplens-ports = {{ path = {path} }}\n");
    sandbox.package(name, &dependencies, &[("src/main.rs", main)]);
    sandbox
}

#[test]
fn a_duplicate_port_fails_the_build_and_shows_both_lines_once() {
    let sandbox = dependent("duplicate", MAIN);
    assert_eq!(
        sandbox.cargo("duplicate", &["run"]).passed().stdout,
        "6334\n"
    );
    let again = sandbox.cargo("duplicate", &["build", "-v"]).passed();
    assert_eq!(
        again.count("Compiling") + again.count("Dirty"),
        0,
        "{}",
        again.stderr
    );
    assert_eq!(again.count("Fresh deeplens-ports v"), 1, "{}", again.stderr);

    sandbox.edit("project/ports.toml", "port     = 6334", "port     = 6333");
    let broken = sandbox.cargo("duplicate", &["build"]).failed();
    let report = broken.report().join("\n");
    let expected = "\
error: duplicate port `6333`
   --> ports.toml:107:12
    |
101 | port     = 6333
    |            ---- first used here, by `qdrant.http`
...
107 | port     = 6333
    |            ^^^^ also used by `qdrant.grpc`
    |
    = note: two TCP endpoints on `localhost` cannot listen on the same port
    = help: 6334 is free";
    assert_eq!(report, expected, "{}", broken.stderr);
    for noise in [
        "panicked",
        "backtrace",
        "RUST_BACKTRACE",
        "warning:",
        "--- stderr",
    ] {
        assert_eq!(broken.count(noise), 0, "{noise}: {}", broken.stderr);
    }
    assert_eq!(broken.count("duplicate port"), 1);

    sandbox.edit(
        "project/ports.toml",
        "port     = 6333\nprotocol = \"grpc\"",
        "port     = 6335\nprotocol = \"grpc\"",
    );
    assert_eq!(
        sandbox.cargo("duplicate", &["run"]).passed().stdout,
        "6335\n"
    );
}

#[test]
fn without_the_map_no_dependency_is_built() {
    let sandbox = Sandbox::with_project();
    let path = quoted(&sandbox.path("project/deeplens-ports"));
    let dependencies =
        format!("[dependencies]\ndeeplens-ports = {{ path = {path}, default-features = false }}\n");
    let lib = "#![no_std]\npub fn port(of: deeplens_ports::AnyEndpoint) -> u16 { of.port() }\n";
    sandbox.package("types-alone", &dependencies, &[("src/lib.rs", lib)]);
    let outcome = sandbox
        .cargo("types-alone", &["build", "--message-format", "json"])
        .passed();
    let built = outcome
        .stdout
        .lines()
        .filter(|line| line.contains("\"reason\":\"compiler-artifact\""));
    let mut names: Vec<&str> = built
        .filter_map(|line| {
            line.split_once("\"target\":{")?
                .1
                .split_once("\"name\":\"")?
                .1
                .split('"')
                .next()
        })
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["build-script-build", "deeplens_ports", "types_alone"]
    );
}
