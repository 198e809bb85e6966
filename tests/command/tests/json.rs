//! What `--format json` prints, against the table of the guide.

use serde_json::Value;
use std::collections::BTreeSet;
use std::net::TcpListener;
use test_command::{run, shows_holders};

const GUIDE: &str = include_str!("../../../deeplens-ports/guide/machine.md");
const OWN: &str = "examples/own-map/ports.toml";
const INSIDE: &str = "examples/container-network/ports.toml";

/// The keys that the guide gives for an object.
#[track_caller]
fn described(of: &str, object: &str) -> BTreeSet<String> {
    let start = format!("| {of} | {object} | ");
    let row = GUIDE.lines().find_map(|line| line.strip_prefix(&start));
    let keys = row.expect("the guide has it").trim_end_matches(" |");
    keys.split(", ")
        .map(|key| key.trim_matches('`').to_owned())
        .collect()
}

/// The objects that are printed, and that there are some.
#[track_caller]
fn printed(arguments: &[&str]) -> Vec<Value> {
    let json = run(&[arguments, &["--format", "json"]].concat()).json();
    let list = json.as_array().expect("a list").clone();
    assert!(!list.is_empty());
    list
}

fn keys(object: &Value) -> BTreeSet<String> {
    let object = object.as_object().expect("an object");
    object.keys().cloned().collect()
}

#[test]
fn endpoints_and_ranges() {
    let [endpoint, range] =
        ["endpoint", "range of ports"].map(|object| described("`list`, `show`", object));
    let mut own = printed(&["list", "--map", OWN]);
    let reserved = own.pop().expect("the map has reserved numbers");
    assert_eq!(keys(&reserved), described("`list`", "reserved numbers"));
    assert_eq!(
        (&reserved["first"], &reserved["last"]),
        (&7000.into(), &7009.into())
    );
    assert!(own.iter().any(|object| keys(object) == endpoint));
    assert!(own.iter().any(|object| keys(object) == range));
    for object in own.iter().chain(&printed(&["show", "qdrant"])) {
        assert!([&endpoint, &range].contains(&&keys(object)), "{object:#}");
    }
}

#[test]
fn what_is_reached_on_the_container_network_alone() {
    let [endpoint, inside] =
        ["endpoint", "container endpoint"].map(|object| described("`list`, `show`", object));
    let all = printed(&["list", "--map", INSIDE]);
    let of_kind = |kind: &BTreeSet<String>| all.iter().filter(|it| keys(it) == *kind).count();
    assert_eq!((of_kind(&endpoint), of_kind(&inside)), (3, 3));
    let keys_of_check = described("`check`", "port");
    for object in printed(&["check", "--map", INSIDE, "orders", "proxy"]) {
        assert_eq!(keys(&object), keys_of_check);
    }
    // A second name is the same listener, and what is not on the host is not looked at.
    let checked = printed(&["check", "--map", INSIDE]);
    let names: Vec<&Value> = checked.iter().map(|it| &it["name"]).collect();
    assert_eq!(names, ["proxy", "broker.outside"]);
}

#[test]
fn findings_and_listeners() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = listener.local_addr().expect("it is bound").port();
    let checked = printed(&["check", &port.to_string()]);
    assert_eq!(keys(&checked[0]), described("`check`", "port"));
    if !shows_holders() {
        return;
    }

    let listening = printed(&["check", "--listening"]);
    let end = format!(":{port}");
    let ours = listening.iter().find(|object| {
        let address = object["address"].as_str().expect("a text");
        address.ends_with(&end)
    });
    let ours = ours.expect("it is listed");
    let mut listener = described("`check --listening`", "listener");
    assert_eq!(keys(ours), listener);
    for more in ["name", "published_for", "state"] {
        listener.remove(more);
    }
    assert_eq!(keys(&checked[0]["holders"][0]), listener);
    assert_eq!(ours["name"], Value::Null);
    assert_eq!(ours["pid"], std::process::id());
}

#[test]
fn a_listener_has_the_name_of_the_map() {
    if !shows_holders() {
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = listener.local_addr().expect("it is bound").port();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("named.toml");
    let text = format!(
        "[map]\nname = 'Named'\n[policy]\nrange = '1-65535'\nallow = ['ephemeral-port']\n[services.found]\nport = {port}\nprotocol = 'tcp'\n"
    );
    std::fs::write(&map, text).expect("files can be written");
    let map = map.to_str().expect("a path in UTF-8");
    let listening = printed(&["check", "--listening", "--map", map]);
    let names: Vec<&str> = listening
        .iter()
        .filter_map(|object| object["name"].as_str())
        .collect();
    assert_eq!(names, ["found"]);
}

/// The marks that the command itself uses are letters like others in a text.
#[test]
fn every_letter_of_a_text_is_kept() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("letters.toml");
    let purpose = "a\u{e000}b\u{e001}c";
    let text = format!(
        "[map]\nname = 'Letters'\n[services.one]\nport = 8080\nprotocol = 'http'\npurpose = '{purpose}'\n"
    );
    std::fs::write(&map, text).expect("files can be written");
    let map = map.to_str().expect("a path in UTF-8");
    assert_eq!(printed(&["list", "--map", map])[0]["purpose"], purpose);
    let shown = run(&["show", "--map", map, "one"]).stdout;
    assert!(shown.contains("a\u{fffd}b\u{fffd}c"), "{shown}");
    assert!(shown.contains("http://localhost:8080"), "{shown}");
}

#[test]
fn answers_ports_and_mistakes() {
    // Where nothing listens as where something does.
    let tested = printed(&["test", "--map", OWN, "9090", "--timeout", "0.2"]);
    assert_eq!(keys(&tested[0]), described("`test`", "endpoint"));
    let found = printed(&["next", "new-service"]);
    assert_eq!(keys(&found[0]), described("`next`", "port"));
    let mistakes = printed(&["lint", "tests/reports/bad/duplicate-port-two.toml"]);
    assert_eq!(keys(&mistakes[0]), described("`lint`", "mistake"));
}
