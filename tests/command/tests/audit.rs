//! `audit` of the repository of the example.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use test_command::{Run, command, finish, run};

const GUIDE: &str = include_str!("../../../deeplens-ports-cli/guide/audit.md");

#[track_caller]
fn prints(name: &str, run: &Run, status: i32) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.txt"));
    let shown = format!("{}{}", run.stdout, run.stderr);
    test_reports::compare(&file, &shown).unwrap_or_else(|difference| panic!("{difference}"));
    assert_eq!(run.status, Some(status), "{shown}");
}

fn shop() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/audit/shop")
}

fn in_folder(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = command(arguments);
    command.current_dir(folder);
    finish(command)
}

/// A copy of some of its files, which ends with the test.
fn copy(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in files {
        fs::copy(shop().join(file), folder.path().join(file)).expect("the file is there");
    }
    folder
}

#[test]
fn every_form() {
    let shop = shop();
    prints("audit", &in_folder(&shop, &["audit"]), 1);
    prints(
        "audit-notes",
        &in_folder(&shop, &["audit", "--notes", "--format", "short"]),
        1,
    );
    prints(
        "audit-github",
        &in_folder(&shop, &["audit", "--format", "github"]),
        1,
    );
    prints(
        "audit-json",
        &in_folder(&shop, &["audit", "--format", "json"]),
        1,
    );
    prints("help-audit", &run(&["audit", "--help"]), 0);
}

#[test]
fn options_stand_before_the_command_as_well() {
    let shop = shop();
    let after = in_folder(&shop, &["audit", "--map", "ports.toml", "--format", "json"]);
    let before = in_folder(&shop, &["--format", "json", "--map", "ports.toml", "audit"]);
    assert_eq!(before.stdout, after.stdout);
    assert_eq!(
        in_folder(&shop, &["--format", "table", "audit"]).status,
        Some(2)
    );
}

#[test]
fn the_map_is_named() {
    let folder = copy(&[".env"]);
    let of_deeplens = in_folder(folder.path(), &["audit"]);
    assert!(
        of_deeplens.stdout.contains(" with deeplens"),
        "{}",
        of_deeplens.stdout
    );
    let shop = in_folder(&shop(), &["audit", "--map", "deeplens"]);
    assert!(shop.stdout.contains(" with deeplens"), "{}", shop.stdout);
}

#[test]
fn exit_statuses() {
    let folder = copy(&["ports.toml"]);
    let audit = |arguments: &[&str]| in_folder(folder.path(), arguments).status;
    let write =
        |file: &str, text: &str| fs::write(folder.path().join(file), text).expect("written");
    assert_eq!(audit(&["audit", "nowhere"]), Some(2));
    // A map alone says nothing of itself; `configured-in` names what is not there.
    write(
        "ports.toml",
        "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n",
    );
    write(".env", "WEB_PORT=8080\n");
    assert_eq!(audit(&["audit"]), Some(0));
    assert_eq!(audit(&["audit", "--deny", "notes"]), Some(1));
    write("compose.yaml", "services:\n  web: {{ x }\n   ports: [\n");
    assert_eq!(audit(&["audit"]), Some(3));
    write(".env", "WEB_PORT=8081\n");
    assert_eq!(audit(&["audit"]), Some(1));
    write("deeplens-ports.toml", "[audit]\nskipp = []\n");
    assert_eq!(audit(&["audit"]), Some(2));
    write("deeplens-ports.toml", "");
    write("ports.toml", "[map]\n");
    assert_eq!(audit(&["audit"]), Some(2));
}

#[test]
fn nothing_to_read_is_no_agreement() {
    let folder = copy(&[]);
    let run = in_folder(folder.path(), &["audit"]);
    assert_eq!(run.status, Some(2), "{}", run.stdout);
}

#[test]
fn what_is_accepted_is_silent() {
    let folder = copy(&["ports.toml", "compose.yaml", ".env"]);
    let config = folder.path().join("deeplens-ports.toml");
    fs::write(&config, "[audit]\r\nskip = []").expect("written");
    let accepted = in_folder(folder.path(), &["audit", "--accept"]);
    assert_eq!(accepted.status, Some(0), "{}", accepted.stderr);
    let text = fs::read_to_string(&config).expect("it is there");
    assert!(
        text.starts_with("[audit]\r\nskip = []\r\n\r\n[[audit.ignore]]\r\n"),
        "{text}"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let again = in_folder(folder.path(), &["audit"]);
    assert_eq!(again.status, Some(0), "{}", again.stdout);
    let nothing = in_folder(folder.path(), &["audit", "--accept"]);
    assert_eq!(nothing.stdout, "nothing to accept\n");
    fs::write(folder.path().join(".env"), "WEB_PORT=8080\n").expect("written");
    let mended = in_folder(folder.path(), &["audit"]);
    assert!(
        mended
            .stdout
            .contains("unneeded ignore of `unlisted-target`"),
        "{}",
        mended.stdout
    );
}

#[test]
fn no_password_is_shown() {
    for format in ["report", "short", "json", "github"] {
        let run = in_folder(&shop(), &["audit", "--notes", "--format", format]);
        assert!(run.stdout.contains("5433"), "the port is shown");
        assert!(!run.stdout.contains("secret"), "{}", run.stdout);
    }
}

#[test]
fn the_guide_has_every_rule_and_key() {
    for rule in deeplens_ports_cli::Rule::ALL {
        assert!(GUIDE.contains(&format!("\n| `{rule}` | ")), "{rule}");
    }
    let json = in_folder(&shop(), &["audit", "--format", "json"]).json();
    let keys = |it: &Value| -> BTreeSet<String> {
        it.as_object().expect("an object").keys().cloned().collect()
    };
    let table = GUIDE
        .split("| key | what |")
        .nth(1)
        .expect("the guide has it");
    let table = table.split("\n\n").next().expect("a table ends");
    let firsts = table.lines().filter_map(|line| line.split('|').nth(1));
    let described: BTreeSet<String> = firsts
        .flat_map(|cell| cell.split(','))
        .map(|key| key.trim().trim_matches('`').to_owned())
        .filter(|key| !key.is_empty() && !key.starts_with('-'))
        .collect();
    assert_eq!(keys(&json[0]), described);
}
