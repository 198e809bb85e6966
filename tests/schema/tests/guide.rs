//! The guide says of every key what the schema says.

use deeplens_ports_build::__private::{ROOT, Section, Takes};
use std::collections::BTreeSet;
use std::fs;
use test_schema::repository;

/// The name of a key with that of the table that it is in, where the guide says it; what it is; what holds without it.
type Rows = BTreeSet<[String; 3]>;

/// The keys of a table, and of those in it.
fn add(section: &Section, before: &str, rows: &mut Rows) {
    for key in section.keys() {
        let name = format!("{before}{}", key.name);
        let inner = |before: &str, rows: &mut Rows| {
            if let Takes::Named(inner) | Takes::Table(inner) | Takes::Tables(inner) = key.takes {
                add(inner, before, rows);
            }
        };
        match key.name {
            // Their headings tell of them.
            "map" | "groups" | "services" | "endpoints" => inner("", rows),
            "policy" | "reserved" => inner(&format!("{name}."), rows),
            _ => {
                inner(&format!("{name}."), rows);
                rows.insert([&name, key.doc, key.default.unwrap_or_default()].map(str::to_owned));
            }
        }
    }
}

/// The rows of the tables of keys: the first cell is a key, the last two say what it is and what holds without it.
fn rows(guide: &str) -> Rows {
    let mut rows = Rows::new();
    for table in guide.split("| key |").skip(1) {
        let lines = table.lines().skip(2);
        for line in lines.take_while(|line| line.starts_with('|')) {
            let cells = line.trim_matches('|').split('|').map(str::trim);
            let cells: Vec<&str> = cells.collect();
            let [name, .., value, default] = cells[..] else {
                panic!("{line}");
            };
            let default = if default == "none" { "" } else { default };
            rows.insert([name.trim_matches('`'), value, default].map(str::to_owned));
        }
    }
    rows
}

#[test]
fn the_guide_has_every_key_with_the_texts_of_the_schema() {
    let guide = repository("deeplens-ports-build/guide/map.md");
    let guide = rows(&fs::read_to_string(guide).expect("the guide can be read"));
    let mut expected = Rows::new();
    add(&ROOT, "", &mut expected);
    let missing: Vec<_> = expected.difference(&guide).collect();
    let unknown: Vec<_> = guide.difference(&expected).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "{missing:#?}\n{unknown:#?}"
    );
}
