//! Which map the commands take.

use std::fs;
use std::path::Path;
use tempfile::TempDir;
use test_command::{Run, command, finish};

const SHOP: &str = "[map]\nname = 'Shop'\n[services.web]\nport = 21981\nprotocol = 'http'\n";

/// A folder with a map, or without one.
fn folder(map: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    fs::write(folder.path().join(".env"), "WEB_PORT=21981\n").expect("files can be written");
    if let Some(map) = map {
        fs::write(folder.path().join("ports.toml"), map).expect("files can be written");
    }
    folder
}

fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = command(arguments);
    command.current_dir(folder);
    finish(command)
}

/// Everything that a command without a map of its own prints.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let run = run_in(folder, arguments);
    run.stdout + &run.stderr
}

/// With what each says of a map.
const COMMANDS: [(&[&str], &str, &str); 7] = [
    (
        &["list"],
        "Shop, the map of ports.toml\n",
        "DeepLens, the map of deeplens-ports ",
    ),
    (
        &["show", "nothing"],
        "in Shop, the map of ports.toml;",
        "in DeepLens, the map of deeplens-ports ",
    ),
    (
        &["check", "21981"],
        "Shop, the map of ports.toml\n",
        "DeepLens, the map of deeplens-ports ",
    ),
    (
        &["check", "--listening"],
        "of Shop, the map of ports.toml\n",
        "of DeepLens, the map of deeplens-ports ",
    ),
    (
        &["test", "nothing"],
        "in Shop, the map of ports.toml;",
        "in DeepLens, the map of deeplens-ports ",
    ),
    (
        &["next", "redis", "--group", "nothing"],
        "in ports.toml; it has none",
        "in deeplens-ports/ports.toml; its groups are",
    ),
    (&["audit"], " with ports.toml", " with deeplens"),
];

#[test]
fn that_of_the_current_folder_comes_first() {
    let (with, without) = (folder(Some(SHOP)), folder(None));
    for (arguments, shop, deeplens) in COMMANDS {
        let own = printed(with.path(), arguments);
        assert!(own.contains(shop), "{arguments:?}: {own}");
        let none = printed(without.path(), arguments);
        assert!(none.contains(deeplens), "{arguments:?}: {none}");
        let named = printed(with.path(), &[arguments, &["--map", "deeplens"]].concat());
        assert!(named.contains(deeplens), "{arguments:?}: {named}");
    }
}

#[test]
fn it_is_what_next_writes_to() {
    let shop = folder(Some(SHOP));
    let added = run_in(shop.path(), &["next", "api", "--add"]);
    assert_eq!(added.status, Some(0), "{}", added.stderr);
    let text = fs::read_to_string(shop.path().join("ports.toml")).expect("it is there");
    assert!(text.contains("[services.api]"), "{text}");
    let none = run_in(folder(None).path(), &["next", "api", "--add"]);
    assert_eq!(none.status, Some(2), "{}", none.stdout);
}

/// Another map than the one that is there is never taken in silence.
#[test]
fn one_that_cannot_be_read_is_no_other() {
    let broken = folder(Some("[map]\n"));
    let run = run_in(broken.path(), &["list"]);
    assert_eq!(run.status, Some(2), "{}", run.stdout);
    assert!(run.stderr.contains("ports.toml:1:"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_map() {
    let folder = folder(None);
    let link = folder.path().join("ports.toml");
    std::os::unix::fs::symlink("nowhere.toml", link).expect("links can be made");
    let run = run_in(folder.path(), &["list"]);
    assert_eq!(run.status, Some(2), "{}", run.stdout);
    assert!(run.stderr.contains("`ports.toml`"), "{}", run.stderr);
}
