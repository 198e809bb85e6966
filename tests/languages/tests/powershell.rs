//! What a data file says is what the map says. This reader is ours; PowerShell's own is asked by `.ci/languages`.

use deeplens_ports::{AnyContainerEndpoint, Map};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use test_languages::{MAPS, Value, read};

#[test]
fn a_data_file_says_what_the_map_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = |path: &str| fs::read_to_string(root.join(path)).expect("the file can be read");
    for (name, map) in MAPS {
        let golden = text(&format!("tests/languages/golden/powershell/{name}.psd1"));
        assert_eq!(golden.starts_with('\u{feff}'), !golden.is_ascii(), "{name}");
        let map = deeplens_ports_build::read(map, &text(map)).expect("the map compiles");
        let map = deeplens_ports_cli::bridge(&map);
        for golden in [golden.replace('\n', "\r\n"), golden] {
            let found = read(&golden).unwrap_or_else(|why| panic!("{name}: {why}"));
            assert_eq!(without_keys(found), expected(map), "{name}");
        }
    }
}

/// The tables of the file, each by the names of the map.
fn without_keys(file: Value) -> BTreeMap<String, BTreeMap<String, Value>> {
    let Value::Table(tables) = file else {
        panic!("{file:?} is no table");
    };
    let by_name = |rows: Value| {
        let Value::Table(rows) = rows else {
            panic!("{rows:?} is no table");
        };
        let rows = rows.into_values().map(|row| match &row {
            Value::Table(fields) => match &fields["name"] {
                Value::Text(name) => (name.clone(), row),
                other => panic!("{other:?} is no name"),
            },
            other => panic!("{other:?} is no table"),
        });
        rows.collect()
    };
    let tables = tables.into_iter();
    tables.map(|(key, rows)| (key, by_name(rows))).collect()
}

/// What all have, and the fields of its own.
macro_rules! row {
    ($it:ident, $own:ident) => {{
        let common = [
            ("name", Some(text($it.name()))),
            ("title", Some(text($it.title()))),
            ("purpose", Some(text($it.purpose()))),
            ("protocol", Some(text($it.protocol().as_str()))),
            ("transport", Some(text($it.transport().as_str()))),
            ("scheme", Some(text($it.scheme()))),
            ("deprecated", $it.deprecated().map(text)),
        ];
        let row = table(common.into_iter().chain($own));
        ($it.name().to_owned(), row)
    }};
}
fn expected(map: Map) -> BTreeMap<String, BTreeMap<String, Value>> {
    let endpoints = map.endpoints().iter().map(|it| {
        let variables = it.variables();
        let own = [
            ("host", Some(text(it.host()))),
            ("port", Some(Value::Number(it.port()))),
            ("authority", Some(text(it.authority()))),
            ("url", Some(text(it.url()))),
            ("container", it.container().map(container)),
            ("addrvariable", Some(text(variables.addr()))),
            ("listenvariable", Some(text(variables.listen()))),
            (
                "servicehostvariable",
                Some(text(it.service().host_variable())),
            ),
            ("maphostvariable", variables.map_host().map(text)),
        ];
        row!(it, own)
    });
    let ranges = map.ranges().iter().map(|it| {
        let own = [
            ("host", Some(text(it.host()))),
            ("first", Some(Value::Number(it.first()))),
            ("last", Some(Value::Number(it.last()))),
            ("step", Some(Value::Number(it.step()))),
        ];
        row!(it, own)
    });
    let inside = map.container_endpoints().iter().map(|it| {
        let own = [
            ("container", Some(container(*it))),
            ("addrvariable", Some(text(it.addr_variable()))),
        ];
        row!(it, own)
    });
    let tables: [(&str, BTreeMap<String, Value>); 3] = [
        ("endpoints", endpoints.collect()),
        ("ranges", ranges.collect()),
        ("containerendpoints", inside.collect()),
    ];
    tables.map(|(key, rows)| (key.to_owned(), rows)).into()
}

fn container(it: AnyContainerEndpoint) -> Value {
    let fields = [
        ("host", Some(text(it.host()))),
        ("port", Some(Value::Number(it.port()))),
        ("authority", Some(text(it.authority()))),
        ("url", Some(text(it.url()))),
    ];
    table(fields.into_iter())
}

fn table(fields: impl Iterator<Item = (&'static str, Option<Value>)>) -> Value {
    let fields = fields.filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Table(fields.collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
