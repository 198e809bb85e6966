//! `scan` of a small repository.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use test_command::{Run, command, finish, run};

const FOLDER: &str = "tests/command/scan";
const GUIDE: &str = include_str!("../../../deeplens-ports-cli/guide/scan.md");

#[track_caller]
fn prints(name: &str, run: &Run, status: i32) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.txt"));
    let shown = format!("{}{}", run.stdout, run.stderr);
    test_reports::compare(&file, &shown).unwrap_or_else(|difference| panic!("{difference}"));
    assert_eq!(run.status, Some(status), "{shown}");
}

#[test]
fn a_table_by_port_and_what_is_said_of_others() {
    prints("scan", &run(&["scan", FOLDER]), 3);
    prints("scan-file", &run(&["scan", "tests/command/scan/web"]), 0);
    prints("scan-json", &run(&["scan", FOLDER, "--format", "json"]), 3);
    prints("help-scan", &run(&["scan", "--help"]), 0);
}

#[test]
fn paths_are_relative_to_the_current_folder() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("scan");
    let here = |arguments: &[&str]| {
        let mut command = command(arguments);
        command.current_dir(&repository);
        finish(command)
    };
    let files = |run: &Run| -> BTreeSet<String> {
        let json = run.json();
        let bindings = json["bindings"].as_array().expect("a list").iter();
        bindings
            .map(|it| it["file"].as_str().expect("a text").to_owned())
            .collect()
    };
    let expected =
        BTreeSet::from(["compose.yaml", "web/Properties/launchSettings.json"].map(str::to_owned));
    assert_eq!(files(&here(&["scan", "--format", "json"])), expected);
    assert_eq!(files(&here(&["scan", "./", "--format", "json"])), expected);
    // The `.env` beside a file is read with it.
    let alone = here(&["--format", "json", "scan", "compose.yaml"]).json();
    assert_eq!(alone["bindings"][0]["host_port"], 8001);
    assert_eq!(alone["bindings"][0]["is_default"], false);
}

#[test]
fn wrong_usage() {
    prints("scan-missing", &run(&["scan", "nowhere"]), 2);
    prints("scan-device", &run(&["scan", "/dev/zero"]), 2);
    prints("scan-map", &run(&["--map", "ports.toml", "scan"]), 2);
}

#[test]
fn no_password_is_shown() {
    for format in ["table", "json"] {
        let run = run(&["scan", FOLDER, "--format", format]);
        assert!(run.stdout.contains("5432"), "the address is shown");
        assert!(!run.stdout.contains("hunter2"), "{}", run.stdout);
    }
}

/// The keys of each list are those of the guide.
#[test]
fn the_guide_has_the_keys() {
    let json = run(&["scan", FOLDER, "--format", "json"]).json();
    let of_lists = run(&["scan", "tests/scan/cases", "--format", "json"]).json();
    for (list, row) in [
        ("bindings", "`bindings`"),
        ("references", "`references`"),
        ("settings", "`settings`"),
        (
            "cannot_know",
            "`cannot_know`, `refused`, `readers_disagree`",
        ),
        ("refused", "`cannot_know`, `refused`, `readers_disagree`"),
        (
            "readers_disagree",
            "`cannot_know`, `refused`, `readers_disagree`",
        ),
    ] {
        let start = format!("| {row} | ");
        let described = GUIDE
            .lines()
            .find_map(|line| line.strip_prefix(&start))
            .expect("the guide has it");
        let described = described.trim_end_matches(" |").split(", ");
        let described: BTreeSet<String> = described
            .map(|key| key.trim_matches('`').to_owned())
            .collect();
        let items = [&json, &of_lists]
            .map(|json| json[list].as_array().expect("a list").clone())
            .concat();
        assert!(!items.is_empty(), "{list}");
        for item in items {
            let Value::Object(item) = item else {
                panic!("{list} has objects")
            };
            let keys: BTreeSet<String> = item.keys().cloned().collect();
            assert_eq!(keys, described, "{list}");
        }
    }
}

#[test]
fn a_file_that_is_larger_than_any_is_named() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path: PathBuf = folder.path().join("compose.yaml");
    fs::write(&path, "#".repeat(2 << 20)).expect("files can be written");
    let run = run(&["scan", folder.path().to_str().expect("a path in UTF-8")]);
    assert_eq!(run.status, Some(3));
    assert!(
        run.stdout.contains("it is larger than 1 MiB"),
        "{}",
        run.stdout
    );
}
