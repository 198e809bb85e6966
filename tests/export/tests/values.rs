//! What is written is read as what the map says.

use deeplens_ports::Map;
use deeplens_ports_cli::export::{Export, Format};
use deeplens_ports_cli::{Config, PortMap, Tree, audit};
use serde_json::Value;
use std::collections::HashMap;
use test_export::{MAPS, map, new, of, targets};

fn json(map: Map) -> Value {
    let text = new(map, &Export::new(Format::Json, "ports.json")).text;
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn json_has_all_of_a_map() {
    for (_, file) in MAPS {
        let map = map(file);
        let json = json(map);
        let value = |of: &dyn Fn() -> serde_json::Result<Value>| of().expect("it is a value");
        assert_eq!(json["map"], value(&|| serde_json::to_value(map)));
        assert_eq!(
            json["endpoints"],
            value(&|| serde_json::to_value(map.endpoints()))
        );
        assert_eq!(
            json["ranges"],
            value(&|| serde_json::to_value(map.ranges()))
        );
        let inside = value(&|| serde_json::to_value(map.container_endpoints()));
        assert_eq!(json["container_endpoints"], inside);
        assert_eq!(
            json["services"].as_array().map(Vec::len),
            Some(map.services().len())
        );
        assert_eq!(
            json["groups"].as_array().map(Vec::len),
            Some(map.groups().len())
        );
    }
}

#[test]
fn texts_of_every_kind_and_length_come_back() {
    let hostile = "| ` \"\"\" */ ${X} $(x) \\ ' \u{2028}\u{2029} <!-- deeplens-ports: end env --> \u{1f980}\n# deeplens-ports: end env\n";
    let note = hostile.repeat(1_000_000 / hostile.chars().count() + 1);
    let text = format!(
        "[map]\nname = {name}\nenv-prefix = 'X'\n[services.a]\nport = 4000\nprotocol = 'http'\nnote = {note}\n",
        name = toml(hostile),
        note = toml(&note),
    );
    let map = of(&text);
    let json = json(map);
    assert_eq!(
        json["endpoints"][0]["note"],
        Value::from(map.endpoints()[0].note())
    );
    assert_eq!(json["endpoints"][0]["note"], Value::from(note));
    assert_eq!(json["map"]["name"], Value::from(hostile));
    let env = new(map, &Export::new(Format::Env, ".env")).text;
    let values: Vec<&str> = env.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(values, ["X_A_ADDR=localhost:4000", "X_A_HOST_PORT=4000"]);
    assert_eq!(env.lines().count(), 5, "{env}");
}

/// A string of TOML.
fn toml(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        '\n' => "\\n".to_owned(),
        letter => letter.to_string(),
    });
    format!("\"{}\"", letters.collect::<String>())
}

fn env(map: Map, inside: bool) -> String {
    let wanted = Export::new(Format::Env, ".env");
    new(map, &if inside { wanted.inside() } else { wanted }).text
}

/// Line by line, as the least of its readers does it.
fn plain(text: &str) -> HashMap<String, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.map(|line| line.split_once('=').expect("a key and a value"));
    pairs
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn clients_resolve_to_what_the_map_says() {
    for (_, file) in MAPS {
        let map = map(file);
        let (outside, inside) = (plain(&env(map, false)), plain(&env(map, true)));
        for it in map.endpoints() {
            let address = it.resolve_with(|name| outside.get(name).cloned());
            assert_eq!(address.expect("it is right").authority(), it.authority());
            let Some(container) = it.container() else {
                continue;
            };
            let address = container.resolve_with(|name| inside.get(name).cloned());
            assert_eq!(
                address.expect("it is right").authority(),
                container.authority()
            );
            assert!(inside.contains_key(it.variables().addr()));
        }
        for it in map.container_endpoints() {
            let address = it.resolve_with(|name| inside.get(name).cloned());
            assert_eq!(address.expect("it is right").authority(), it.authority());
            assert!(
                !outside.contains_key(it.addr_variable()),
                "nobody of the host reaches it"
            );
        }
        // Kubernetes sets `DEEPLENS_REDIS_PORT` to a URL.
        let endings = ["_ADDR", "_HOST_PORT", "_CONTAINER_PORT"];
        for key in outside.keys().chain(inside.keys()) {
            assert!(endings.iter().any(|ending| key.ends_with(ending)), "{key}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_shell_reads_the_same() {
    use std::process::Command;

    for (_, file) in MAPS {
        for inside in [false, true] {
            let text = env(map(file), inside);
            let folder = tempfile::tempdir().expect("a folder");
            std::fs::write(folder.path().join(".env"), &text).expect("files can be written");
            let output = Command::new("sh")
                .args(["-c", "set -a; . ./.env; env"])
                .env_clear()
                .env("PATH", std::env::var_os("PATH").unwrap_or_default())
                .current_dir(folder.path())
                .output()
                .expect("there is a shell");
            let read = String::from_utf8(output.stdout).expect("it prints text");
            let read: Vec<&str> = read.lines().collect();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                assert!(read.contains(&line), "{line}");
            }
        }
    }
}

#[test]
fn the_audit_has_nothing_to_say_of_it() {
    let text = include_str!("../../../ports.toml");
    let port_map = PortMap::parse("ports.toml", text).expect("it compiles");
    for inside in [false, true] {
        let env = env(map("ports.toml"), inside);
        let tree = Tree::from_iter([("deploy/.env", &*env)]);
        let audit = audit(&tree, &port_map, &Config::default());
        assert_eq!(
            audit
                .errors()
                .filter(|it| *it.location().file == *"deploy/.env")
                .count(),
            0,
            "{audit}"
        );
        assert!(
            audit.closing().contains("places read"),
            "{}",
            audit.closing()
        );
    }
}

#[test]
fn targets_are_those_of_the_map() {
    for (_, file) in MAPS {
        let map = map(file);
        let text = new(map, &targets(map, false)).text;
        let groups: Vec<Value> = serde_json::from_str(&text).expect("it is JSON");
        for group in groups {
            let name = group["labels"]["endpoint"].as_str().expect("it has a name");
            let target = group["targets"][0].as_str().expect("it has a target");
            match map.endpoints().iter().find(|it| it.name() == name) {
                Some(endpoint) => assert_eq!(target, endpoint.authority()),
                None => assert!(map.ranges().iter().any(|it| it.name() == name), "{name}"),
            }
            let is_https = group["labels"].get("__scheme__").is_some();
            assert_eq!(
                is_https,
                map.endpoints()
                    .iter()
                    .any(|it| it.name() == name && it.scheme() == "https")
            );
        }
    }
}
