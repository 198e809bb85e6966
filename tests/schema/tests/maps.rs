//! Whole maps: good ones pass, and of bad ones those whose mistake is in a key, a type, a name or a port do not.

use deeplens_ports_build::Rule;
use std::fs;
use std::path::Path;
use test_reports::{compare, files};
use test_schema::{Validator, broken, repository};

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_schema_of_the_repository_is_that_of_the_command() {
    let file = repository("ports.schema.json");
    let compared = compare(&file, &deeplens_ports_cli::schema());
    compared.unwrap_or_else(|difference| panic!("{difference}"));
}

#[test]
fn good_maps_pass() {
    let validator = Validator::new();
    let mut maps = files(&repository("tests/modules/good"), "toml");
    maps.push(repository("ports.toml"));
    for example in ["container-network", "layered-map", "own-map"] {
        maps.push(repository("examples").join(example).join("ports.toml"));
    }
    for map in maps {
        assert_eq!(validator.refused(&text(&map)), None, "{}", map.display());
    }
}

/// Whether the schema must refuse what breaks the rule, if it can pass it, or if it depends.
fn is_of_schema(rule: Rule) -> Option<bool> {
    match rule {
        Rule::InvalidName
        | Rule::InvalidPort
        | Rule::MissingKey
        | Rule::UnknownKey
        | Rule::WrongType => Some(true),
        // Of a protocol, an exposure or a rule it knows each; of a host or a group it does not.
        Rule::ConflictingKeys | Rule::InvalidValue | Rule::UnknownName => None,
        _ => Some(false),
    }
}

/// The first port of a range is higher than the last.
const TWO_VALUES: [&str; 1] = ["invalid-port-range-of-one"];

#[test]
fn bad_maps_fail_where_one_value_alone_tells() {
    let validator = Validator::new();
    let (mut failed, mut passed) = (Vec::new(), Vec::new());
    for map in files(&repository("tests/reports/bad"), "toml") {
        let text = text(&map);
        let rules = broken(&text);
        if rules.contains(&Rule::Syntax) {
            continue;
        }
        let refused = validator.refused(&text);
        let name = map.file_stem().expect("a file").to_string_lossy();
        if rules.iter().any(|rule| is_of_schema(*rule) == Some(true)) {
            failed.push(name.clone().into_owned());
            if refused.is_none() {
                passed.push(name.into_owned());
            }
        } else if rules.iter().all(|rule| is_of_schema(*rule) == Some(false)) {
            assert_eq!(refused, None, "{name}");
        }
    }
    assert!(failed.len() >= 20, "{failed:?}");
    assert_eq!(passed, TWO_VALUES);
}

#[test]
fn words_of_a_list_are_known() {
    let validator = Validator::new();
    let map = |key: &str| {
        format!("[map]\nname = 'x'\n[services.a]\nport = 8080\nprotocol = 'http'\n{key}\n")
    };
    for key in [
        "exposure = 'public'",
        "transport = 'udp'",
        "allow = ['node-port']",
    ] {
        assert_eq!(validator.refused(&map(key)), None, "{key}");
    }
    let bad = [
        "exposure = 'open'",
        "transport = 'sctp'",
        "allow = ['duplicate-port']",
    ];
    for key in bad {
        assert!(validator.refused(&map(key)).is_some(), "{key}");
    }
    assert!(validator.refused(&map("").replace("http", "htp")).is_some());
}
