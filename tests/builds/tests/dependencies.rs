//! What users build besides us, watched without the network; `cargo deny` with `deny.toml` looks further.

use std::collections::BTreeSet;
use std::process::Command;
use test_builds::{Sandbox, quoted, repository};

/// The lines of `cargo tree`, each once, by name.
fn tree(arguments: &[&str], format: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--prefix", "none"])
        .args(["--format", format])
        .args(arguments)
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // Those that were shown already are marked.
    let lines = text.lines().map(|line| line.trim_end_matches(" (*)"));
    // Between two packages of the workspace is an empty line.
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The names of the crates, and that none is there in two versions.
fn names(arguments: &[&str]) -> Vec<String> {
    let of_us = repository().display().to_string();
    let crates = tree(arguments, "{p}");
    let names: Vec<String> = crates
        .iter()
        .filter(|line| !line.contains(&of_us))
        .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    let once: BTreeSet<&String> = names.iter().collect();
    assert_eq!(once.len(), names.len(), "{names:?}");
    names
}

#[test]
fn the_types_alone_need_nothing() {
    let arguments = ["-p", "deeplens-ports", "-e", "normal,build"];
    let names = names(&[&arguments[..], &["--no-default-features"]].concat());
    assert_eq!(names, Vec::<String>::new());
}

#[test]
fn the_map_needs_what_is_known() {
    let expected = [
        "annotate-snippets",
        "anstyle",
        "prettyplease",
        "proc-macro2",
        "quote",
        "serde_spanned",
        "strsim",
        "syn",
        "toml",
        "toml_datetime",
        "toml_parser",
        "unicode-ident",
        "unicode-width",
        "winnow",
    ];
    assert_eq!(
        names(&["-p", "deeplens-ports", "-e", "normal,build"]),
        expected
    );
    assert_eq!(
        names(&["-p", "deeplens-ports-build", "-e", "normal,build"]),
        expected
    );
}

#[test]
fn the_compiler_is_for_build_scripts_alone() {
    let arguments = ["-p", "deeplens-ports", "--all-features", "-e", "normal"];
    let crates = tree(&arguments, "{p}");
    let compiler = crates
        .iter()
        .find(|line| line.starts_with("deeplens-ports-build "));
    assert_eq!(compiler, None, "a service would build it twice");
}

#[test]
fn a_service_compiles_each_crate_of_ours_once() {
    let sandbox = Sandbox::new();
    // For clap's derive, syn has other features than the compiler of maps asks for.
    let dependencies = format!(
        "[dependencies]\nclap = {{ version = \"4.5\", default-features = false, features = [\"derive\", \"std\"] }}\n\
         deeplens-ports = {{ path = {}, features = [\"doctor\"] }}\n",
        quoted(&repository().join("deeplens-ports"))
    );
    sandbox.package(
        "service",
        &dependencies,
        &[("src/main.rs", "fn main() {}\n")],
    );
    let compiled = sandbox.compiled("service");
    let of_us = |name: &&String| name.starts_with("deeplens");
    let mut of_us: Vec<&String> = compiled.iter().filter(of_us).collect();
    of_us.sort();
    assert_eq!(of_us, ["deeplens_ports", "deeplens_ports_build"]);
}

#[test]
fn the_doctor_needs_little_on_linux() {
    let arguments = [
        "-p",
        "deeplens-ports",
        "-e",
        "normal",
        "--features",
        "doctor",
    ];
    let names = names(&[&arguments[..], &["--no-default-features"]].concat());
    assert!(names.len() <= 14, "{names:?}");
}

#[test]
fn the_library_under_the_command_needs_nothing_of_the_command() {
    let arguments = ["-p", "deeplens-ports-cli", "-e", "normal"];
    let names = names(&[&arguments[..], &["--no-default-features"]].concat());
    for of_command in ["anstream", "clap", "listeners", "toml_edit"] {
        assert!(!names.iter().any(|name| name == of_command), "{names:?}");
    }
    // One parser for each format, the walk, and the diff.
    for of_library in ["granit-parser", "ignore", "jsonc-parser", "similar"] {
        assert!(names.iter().any(|name| name == of_library), "{names:?}");
    }
}

#[test]
fn licences_allow_everyone_to_use_it() {
    let crates = tree(&["--workspace", "-e", "normal,build,dev"], "{p}: {l}");
    let allowed = [
        "Apache-2.0",
        "BSL-1.0",
        "MIT",
        "Unicode-3.0",
        "Unlicense",
        "Zlib",
    ];
    for line in crates {
        let licence = line.rsplit(": ").next().unwrap_or_default();
        let words = licence
            .split([' ', '/', '(', ')'])
            .filter(|word| !word.is_empty());
        let is_allowed = |word: &str| {
            let other = ["BSD-2-Clause", "LGPL-2.1-or-later"].contains(&word);
            let exception = ["WITH", "LLVM-exception"].contains(&word);
            ["AND", "OR"].contains(&word) || allowed.contains(&word) || other || exception
        };
        assert!(words.clone().any(|word| allowed.contains(&word)), "{line}");
        assert!(words.into_iter().all(is_allowed), "{line}");
    }
}
