//! The cases: input files with the right answers beside them.

use deeplens_ports_cli::{Remark, Role, Scan, Tree, scan};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use test_scan::{binding, place, reference};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/cases"))
}

/// The case, and what is wrong with our answer.
#[track_caller]
fn holds(name: &str) {
    let text = fs::read_to_string(folder().join(format!("{name}.expected.json")))
        .expect("the case is there");
    let case: Value = serde_json::from_str(&text).expect("the case is JSON");
    let mut tree = Tree::new();
    for file in list(&case, "files") {
        let path = file.as_str().expect("files are texts");
        tree.insert(
            path,
            &fs::read_to_string(folder().join(path)).expect("the file is there"),
        );
    }
    let scan = scan(&tree);
    let wrong = [
        bindings(&case, &scan),
        references(&case, &scan),
        remarks(&case, "must_say_it_cannot_know", &scan.cannot_know),
        remarks(&case, "refused_by_the_engine", &scan.refused),
        missing(&case, "readers_disagree", &scan.readers_disagree),
        unwanted(&case, &scan),
    ];
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

fn list<'a>(case: &'a Value, key: &str) -> &'a [Value] {
    case[key].as_array().map_or(&[], Vec::as_slice)
}

fn is_asked(expected: &Value) -> bool {
    !expected["line"].is_null()
}

/// What explains a place, and is not asked for.
const EXPLAINS: [&str; 8] = [
    "also",
    "name",
    "via",
    "job",
    "probed",
    "listens",
    "why",
    "is_host_port",
];

fn meets(actual: &Value, expected: &Value) -> bool {
    let keys = expected.as_object().expect("an object").iter();
    keys.filter(|(key, _)| !EXPLAINS.contains(&key.as_str()))
        .all(|(key, value)| &actual[key] == value)
}

/// Each expected one is there once, and no other.
fn differences(
    what: &str,
    expected: &[Value],
    mut actual: Vec<Value>,
    is_whole: bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for expected in expected.iter().filter(|it| is_asked(it)) {
        match actual.iter().position(|actual| meets(actual, expected)) {
            Some(at) => drop(actual.remove(at)),
            None => wrong.push(format!("missing {what}: {expected}")),
        }
    }
    if is_whole {
        wrong.extend(
            actual
                .iter()
                .map(|actual| format!("invented {what}: {actual}")),
        );
    }
    wrong
}

fn bindings(case: &Value, scan: &Scan) -> Vec<String> {
    let actual = scan.bindings.iter().filter(|it| it.role != Role::Exposes);
    differences(
        "binding",
        list(case, "bindings"),
        actual.map(binding).collect(),
        true,
    )
}

fn references(case: &Value, scan: &Scan) -> Vec<String> {
    let is_whole = ["prometheus", "otel"]
        .iter()
        .any(|reader| case["reader"] == *reader);
    let actual = scan.references.iter().map(reference).collect();
    differences("reference", list(case, "references"), actual, is_whole)
}

fn places(case: &Value, key: &str) -> BTreeSet<String> {
    let items = list(case, key).iter().filter(|it| is_asked(it));
    items
        .map(|it| format!("{}:{}", it["file"].as_str().unwrap_or_default(), it["line"]))
        .collect()
}

fn remarks(case: &Value, key: &str, actual: &[Remark]) -> Vec<String> {
    let expected = places(case, key);
    let more = actual
        .iter()
        .filter(|it| !it.is_of_file && !expected.contains(&place(&it.location)));
    let more = more.map(|it| format!("{key} too many: {} {}", place(&it.location), it.why));
    more.chain(missing(case, key, actual)).collect()
}

fn missing(case: &Value, key: &str, actual: &[Remark]) -> Vec<String> {
    let actual: BTreeSet<String> = actual.iter().map(|it| place(&it.location)).collect();
    let missing = places(case, key)
        .into_iter()
        .filter(|place| !actual.contains(place));
    missing
        .map(|place| format!("{key} missing: {place}"))
        .collect()
}

/// A place on a line that must not be reported, with a number that stands in the text.
fn unwanted(case: &Value, scan: &Scan) -> Vec<String> {
    let mut wrong = Vec::new();
    for item in list(case, "must_not_be_reported") {
        let at = format!(
            "{}:{}",
            item["file"].as_str().unwrap_or_default(),
            item["line"]
        );
        let text = item["text"].as_str().unwrap_or_default();
        let has_digits = text.contains(|letter: char| letter.is_ascii_digit());
        let names = |port: Option<deeplens_ports_cli::Ports>| {
            !has_digits || port.is_some_and(|port| text.contains(&port.to_string()))
        };
        let bindings = scan
            .bindings
            .iter()
            .filter(|it| it.role != Role::Exposes && place(&it.location) == at);
        let bindings = bindings.filter(|it| names(it.host_port) || names(it.container_port));
        wrong.extend(bindings.map(|it| format!("reported: {}", binding(it))));
        if item["why"]
            .as_str()
            .is_some_and(|why| why.contains("a reference at most"))
        {
            continue;
        }
        let references = scan
            .references
            .iter()
            .filter(|it| place(&it.location) == at && names(Some(it.port)));
        wrong.extend(references.map(|it| format!("reported: {}", reference(it))));
    }
    wrong
}

macro_rules! cases {
    ($($test:ident: $($name:literal),+;)+) => {
        $(
            #[test]
            fn $test() {
                $(holds($name);)+
            }
        )+

        /// No case is left out.
        #[test]
        fn all_of_them() {
            let mut names: Vec<&str> = vec![$($($name),+),+];
            names.sort_unstable();
            let files = fs::read_dir(folder()).expect("the folder is there");
            let files = files.map(|file| file.expect("it can be read").file_name().into_string().expect("UTF-8"));
            let mut there: Vec<String> =
                files.filter_map(|file| file.strip_suffix(".expected.json").map(str::to_owned)).collect();
            there.sort_unstable();
            assert_eq!(names, there);
        }
    };
}

cases! {
    base_60: "c01-base60";
    kinds_of_entries: "c02-kinds";
    what_compose_prints: "c03-config-output";
    refused_entries: "c05-refused";
    addresses: "c06-addresses";
    refused_variables: "c08-variables-refused";
    extends: "c10-extends";
    extends_of_another_file: "c11-extends-file";
    profiles: "c13-profiles";
    networks: "c15-networks";
    the_first_format: "c16-legacy";
    the_environment_of_a_container: "c18-env-file";
    documents: "c19-documents";
    scalars_in_place_of_lists: "c20-scalar-list";
    env_comments: "e01-comments";
    env_values: "e03-values";
    settings_comments: "l01-comments";
    settings_hosts: "l02-hosts";
    settings_of_containers: "l04-docker";
    settings_with_commas: "l05-commas";
    probes: "m01-blackbox";
    a_template: "m03-template";
    the_collector: "o01-collector";
    docker_run: "p01-run";
    variables_of_powershell: "p02-variables";
}
