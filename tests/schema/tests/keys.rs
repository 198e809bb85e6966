//! Each key of each table, with values of each kind: the schema refuses what the compiler does.

use deeplens_ports_build::__private::{Key, ROOT, Section, Takes};
use deeplens_ports_build::{Rule, read};
use std::collections::BTreeMap;
use test_schema::{Validator, broken};

/// A table in a good map: what stands before its keys, those, and what stands behind.
struct Place(
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const MAP: &str = "map = { name = 'x' }\n";

/// Where the tables are, by what messages call them.
fn place(section: &Section) -> Place {
    let keys: &[_] = match section.what {
        "a port map" => &[("map", "{ name = 'x' }")],
        "`[map]`" => &[("name", "'x'")],
        "`[[reserved]]`" => &[("ports", "7")],
        "a service" | "an endpoint" => &[("port", "8080"), ("protocol", "'tcp'")],
        "`configured-in`" => &[("file", "'f'")],
        _ => &[],
    };
    let (before, behind) = match section.what {
        "a port map" => ("", ""),
        "`[map]`" => ("map.", ""),
        "`[policy]`" => ("policy.", ""),
        "`[[reserved]]`" => ("reserved = [{ ", " }]"),
        "a group" => ("groups.g.", ""),
        "a service" => ("services.s.", ""),
        "an endpoint" => ("services.s.endpoints.e.", ""),
        "`configured-in`" => ("groups.g.configured-in = [{ ", " }]"),
        "`conflict`" => (
            "services.s = { port = 8080, protocol = 'tcp', conflict = { ",
            " } }",
        ),
        what => panic!("no map has {what}"),
    };
    Place(before, keys, behind)
}

impl Place {
    /// A map with these keys in the table.
    fn map(&self, keys: &BTreeMap<&str, &str>) -> String {
        let Self(before, _, behind) = self;
        let start = if before.is_empty() || *before == "map." {
            ""
        } else {
            MAP
        };
        let pairs = keys.iter().map(|(key, value)| format!("{key} = {value}"));
        let pairs: Vec<String> = pairs.collect();
        if behind.is_empty() {
            let lines = pairs.iter().map(|pair| format!("{before}{pair}\n"));
            format!("{start}{}", lines.collect::<String>())
        } else {
            format!("{start}{before}{}{behind}\n", pairs.join(", "))
        }
    }

    /// The keys that it has in a good map.
    fn keys(&self) -> BTreeMap<&str, &str> {
        self.1.iter().copied().collect()
    }

    /// A map in which it has this key, among those that it can stand beside.
    fn with(&self, key: &Key, value: &str) -> String {
        let mut keys = self.keys();
        if matches!(key.name, "ports" | "same-as" | "step") && keys.remove("port").is_some() {
            keys.extend((key.name == "step").then_some(("ports", "'7000-7009'")));
        }
        keys.insert(key.name, value);
        self.map(&keys)
    }
}

/// The sections of a map, each once.
fn sections() -> Vec<&'static Section> {
    let mut found: Vec<&Section> = vec![&ROOT];
    let mut at = 0;
    while let Some(section) = found.get(at).copied() {
        for key in section.keys() {
            if let Takes::Named(inner) | Takes::Table(inner) | Takes::Tables(inner) = key.takes
                && !found.iter().any(|known| known.what == inner.what)
            {
                found.push(inner);
            }
        }
        at += 1;
    }
    found
}

const VALUES: &[&str] = &[
    "''",
    "'text'",
    "'tcp'",
    "'internal'",
    "'node-port'",
    "'9'",
    "'7-9'",
    "' 007 - 9 '",
    "'0-9'",
    "'7-65536'",
    "'7-'",
    "'-7'",
    "'7-8-9'",
    "'+7'",
    "'9-65535'",
    "0",
    "1",
    "-1",
    "65535",
    "65536",
    "0x50",
    "7.5",
    "true",
    "[]",
    "['']",
    "['text']",
    "['node-port']",
    "['duplicate-port']",
    "[1]",
    "[0]",
    "[65536]",
    "['1']",
    "[1.5]",
    "[[]]",
    "{}",
    "[{}]",
    "{ a = 1 }",
    "{ a = {} }",
    "[{ a = 1 }]",
    "[{ file = 'f' }]",
    "[{ ports = 7 }]",
    "{ e = { port = 1, protocol = 'tcp' } }",
    "{ name = 'y' }",
    "{ with = ['text'] }",
];

/// Whether the compiler finds what a schema can know.
fn is_refused(map: &str, key: &Key) -> bool {
    broken(map).iter().any(|rule| match rule {
        Rule::InvalidName
        | Rule::InvalidPort
        | Rule::MissingKey
        | Rule::UnknownKey
        | Rule::WrongType => true,
        Rule::InvalidValue | Rule::UnknownName => {
            matches!(key.takes, Takes::Rules | Takes::Word(_))
        }
        _ => false,
    })
}

#[test]
fn the_schema_refuses_of_every_key_what_the_compiler_refuses() {
    let validator = Validator::new();
    let mut seen = 0;
    for section in sections() {
        let place = place(section);
        for key in section.keys() {
            for value in VALUES {
                let map = place.with(key, value);
                let refused = validator.refused(&map);
                assert_eq!(
                    refused.is_some(),
                    is_refused(&map, key),
                    "{map}{refused:?}\n{:?}",
                    read("ports.toml", &map)
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 2000, "{seen}");
}

/// No key takes a date, so who reads the key tells that.
#[test]
fn the_compiler_reads_every_key_that_the_schema_has() {
    for section in sections() {
        let place = place(section);
        for key in section.keys() {
            let map = place.with(key, "2026-11-26");
            let report = read("ports.toml", &map).expect_err(&map);
            let mut diagnostics = report.diagnostics().iter();
            let is_told = diagnostics.any(|it| {
                let is_rule = matches!(it.rule(), Rule::InvalidPort | Rule::WrongType);
                is_rule && &map[it.span()] == "2026-11-26"
            });
            assert!(is_told, "{map}{report}");
        }
    }
}

#[test]
fn both_know_no_key_that_no_section_has() {
    let validator = Validator::new();
    for section in sections() {
        let place = place(section);
        let mut keys = place.keys();
        assert_eq!(validator.refused(&place.map(&keys)), None);
        keys.insert("prot", "1");
        let map = place.map(&keys);
        assert!(broken(&map).contains(&Rule::UnknownKey), "{map}");
        assert!(validator.refused(&map).is_some(), "{map}");
    }
}

/// Every choice of the keys that decide whether a service is an endpoint, and what it needs then.
#[test]
fn the_schema_misses_the_keys_that_the_compiler_misses() {
    let validator = Validator::new();
    let pairs = [
        "port = 8080",
        "ports = '9000-9009'",
        "same-as = 's.e'",
        "container-port = 80",
        "protocol = 'tcp'",
        "purpose = 'text'",
        "endpoints = { e = { port = 7000, protocol = 'tcp' } }",
        "endpoints = {}",
    ];
    for chosen in 0_u32..1 << pairs.len() {
        let has = |at: &usize| chosen & (1 << at) != 0;
        if has(&6) && has(&7) {
            continue;
        }
        let keys = (0..pairs.len()).filter(has).map(|at| pairs[at]);
        let map = format!(
            "{MAP}[services.s]\n{}\n",
            keys.collect::<Vec<_>>().join("\n")
        );
        let rules = broken(&map);
        match validator.refused(&map) {
            None => assert!(!rules.contains(&Rule::MissingKey), "{map}"),
            Some(refused) => assert!(!rules.is_empty(), "{map}{refused}"),
        }
    }
}

#[test]
fn names_are_the_same_to_both() {
    let validator = Validator::new();
    let names = [
        "a", "A", "a1", "a-b", "A-1-b", "", "1", "1a", "-a", "a-", "a--b", "a_b", "ä", "a b",
        "a.b", "a\\n",
    ];
    for table in ["groups", "services.s.endpoints", "services"] {
        for name in names {
            let keys = if table == "groups" {
                ""
            } else {
                "port = 7\nprotocol = 'tcp'\n"
            };
            let map = format!("{MAP}[{table}.\"{name}\"]\n{keys}");
            let is_bad = broken(&map).contains(&Rule::InvalidName);
            assert_eq!(validator.refused(&map).is_some(), is_bad, "{map}");
        }
    }
}
