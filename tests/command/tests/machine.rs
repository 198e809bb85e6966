//! `check` and `test` on this machine, and how the command ends.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::Stdio;
use test_command::servers::serve_on;
use test_command::{command, finish, run};

const MAP: &str = "tests/command/check.toml";

#[test]
fn numbers_are_looked_at_on_this_machine() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("numbers.toml");
    let text = "[map]\nname = 'Numbers'\nenv-prefix = 'DEEPLENS_NUMBERS'\n[services.store]\nhost = 'db.invalid'\nport = 21931\nprotocol = 'tcp'\n\
        [services.many]\nports = '21941-21949'\nstep = 2\nprotocol = 'tcp'\n[services.alone]\nport = 21932\nprotocol = 'udp'\n\
        [services.wanders]\nport = 21933\nprotocol = 'tcp'\nprocess = ['machine']\n";
    std::fs::write(&map, text).expect("files can be written");
    let map = map.to_str().expect("a path in UTF-8");
    let check = |words: &[&str]| {
        let mut command = command(&[&["check", "--map", map, "--format", "json"], words].concat());
        command.env("DEEPLENS_NUMBERS_WANDERS_ADDR", ":21934");
        let list = finish(command).json();
        let list = list.as_array().expect("a list").clone();
        let seen = list.iter().map(|it| {
            let text = |key: &str| it[key].as_str().unwrap_or("-").to_owned();
            (text("name"), text("transport"), text("state"))
        });
        seen.collect::<Vec<_>>()
    };
    let row =
        |name: &str, transport: &str, state: &str| (name.into(), transport.into(), state.into());
    // What is on a number of another machine's endpoint, here.
    assert_eq!(
        check(&["21931"]),
        [row("store", "tcp", "unknown"), row("-", "tcp", "free")]
    );
    assert_eq!(
        check(&["21932"]),
        [row("alone", "udp", "free"), row("-", "tcp", "free")]
    );
    assert_eq!(check(&["21932/udp"]), [row("alone", "udp", "free")]);
    // A server that was moved is known where it is.
    let _server = TcpListener::bind("127.0.0.1:21934").expect("the port is free");
    let state = check(&["21934"]);
    assert_eq!(state.len(), 1, "{state:?}");
    assert_eq!(state[0].0, "wanders");
    // Of a range, the ports that were asked for.
    let some = run(&["check", "--map", map, "21941", "21945"]).stdout;
    assert!(some.contains("  21941, 21945  many"), "{some}");
    let all = run(&["check", "--map", map, "many"]).stdout;
    assert!(all.contains("  21941-21949/2  many"), "{all}");
}

/// It hides nothing of the others.
#[test]
fn what_is_not_published_is_one_of_several() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("several.toml");
    let text = "[map]\nname = 'Several'\nnetwork = 'several-network'\n[services.store]\ncontainer = 'several-store'\n\
        container-port = 5432\nprotocol = 'tcp'\n[services.web]\nport = 21935\nprotocol = 'http'\nprocess = ['nobody']\n";
    std::fs::write(&map, text).expect("files can be written");
    let map = map.to_str().expect("a path in UTF-8");
    let asked = |command: &str| {
        let list = run(&[
            command, "--map", map, "store", "web", "store", "--format", "json",
        ])
        .json();
        let list = list.as_array().expect("a list").clone();
        let told = list.iter().map(|it| {
            let text = |key: &str| it[key].as_str().expect("a text").to_owned();
            (text("name"), text("state"))
        });
        told.collect::<BTreeMap<_, _>>()
    };
    let told = |store: &str, web: &str| {
        let pairs = [("store", store), ("web", web)];
        BTreeMap::from(pairs.map(|(name, state)| (name.to_owned(), state.to_owned())))
    };
    assert_eq!(asked("check"), told("unknown", "free"));
    assert_eq!(asked("test"), told("unknown", "no-answer"));
    let free = run(&["check", "--map", map, "store", "web"]);
    assert_eq!(free.status, Some(3), "{}", free.stdout);
    let closing = "2 ports: 1 free, 1 unknown\n";
    assert!(free.stdout.ends_with(closing), "{}", free.stdout);
    let why = "only containers on several-network reach ";
    assert!(free.stdout.contains(why), "{}", free.stdout);
    let silent = run(&["test", "--map", map, "store", "web"]);
    assert_eq!(silent.status, Some(1), "{}", silent.stdout);
    assert!(silent.stdout.contains(why), "{}", silent.stdout);
}

#[test]
fn one_port_of_a_range_is_asked() {
    let map = "examples/own-map/ports.toml";
    let listener = TcpListener::bind("127.0.0.1:7012").expect("the port is free");
    serve_on(listener, |_| {
        Some(b"HTTP/1.1 204 No Content\r\n\r\n".into())
    });
    let tested = run(&["test", "--map", map, "7012"]);
    let start = "sensors at http://localhost:7012 answers HTTP/1.1 204 No Content\n";
    assert!(tested.stdout.starts_with(start), "{}", tested.stdout);
    assert_eq!(tested.status, Some(0));
    let quiet = run(&["test", "--map", map, "7013", "--format", "json"]);
    assert_eq!(quiet.status, Some(1));
    assert_eq!(quiet.json()[0]["name"], "sensors");
    assert_eq!(quiet.json()[0]["port"], 7013);
}

#[test]
fn colours_and_symbols_are_for_terminals() {
    let plain = run(&["list"]).stdout;
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let coloured = run(&["list", "--color", "always"]).stdout;
    assert!(coloured.contains("\u{1b}[1mPORT\u{1b}[0m"), "{coloured}");
    assert!(!run(&["list", "--color", "never"]).stdout.contains('\u{1b}'));
    let mut quiet = command(&["list"]);
    quiet.env("NO_COLOR", "1");
    assert_eq!(finish(quiet).stdout, plain);
    let symbols = run(&["check", "--map", MAP, "21909", "--color", "always"]).stdout;
    assert!(symbols.contains("·\u{1b}[0m "), "{symbols}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut command = command(&["list"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn completions_and_the_manual_page_name_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]);
        assert_eq!(script.status, Some(0));
        for name in ["list", "show", "check", "test", "lint", "listening"] {
            assert!(script.stdout.contains(name), "{shell}: {name}");
        }
    }
    let page = run(&["man"]).stdout;
    assert!(page.contains(".TH deeplens"), "{page}");
    for name in [
        ".SS list",
        ".SS check",
        "listening",
        "timeout SECONDS",
        "group",
    ] {
        assert!(page.contains(name), "{name}");
    }
    assert!(page.contains(".SH \"EXIT STATUS\""), "{page}");
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &[][..],
        &["chek"],
        &["check", "--listening", "redis"],
        &["lint"],
        &["list", "--format", "xml"],
    ] {
        let run = run(arguments);
        assert_eq!(run.status, Some(2), "{arguments:?}");
        assert!(!run.stderr.is_empty());
    }
}
