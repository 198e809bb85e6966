//! The cases of the scan: the map has what the answer has, and what it cannot hold is told.

use deeplens_ports_build::{Endpoint, Transport};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use test_import::{Made, of};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../scan/cases"))
}

fn list<'a>(case: &'a Value, key: &str) -> &'a [Value] {
    case[key].as_array().map_or(&[], Vec::as_slice)
}

fn cases() -> Vec<Value> {
    let files = fs::read_dir(folder()).expect("the folder is there");
    let mut files: Vec<_> = files
        .map(|file| file.expect("it can be read").path())
        .collect();
    files.sort();
    let answers = files
        .iter()
        .filter(|file| file.to_string_lossy().ends_with(".expected.json"));
    answers
        .map(|file| {
            let text = fs::read_to_string(file).expect("the case can be read");
            serde_json::from_str(&text).expect("the case is JSON")
        })
        .collect()
}

fn made(case: &Value) -> Made {
    let files = list(case, "files").iter().map(|file| {
        let path = file.as_str().expect("files are texts");
        (
            path,
            fs::read_to_string(folder().join(path)).expect("the file is there"),
        )
    });
    let files: Vec<(&str, String)> = files.collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    of(&files)
}

/// Each keeps what every import keeps.
#[test]
fn all_of_them_become_maps() {
    let cases = cases();
    assert_eq!(cases.len(), 25);
    for case in &cases {
        let _ = made(case);
    }
}

#[test]
fn the_map_says_what_the_answer_says() {
    let mut wrong = Vec::new();
    for case in cases().iter().filter(|case| case["reader"] == "compose") {
        let made = made(case);
        let reported = made.imported.reported.iter();
        let reported: BTreeSet<String> = reported
            .map(|it| format!("{}:{}", it.location.file, it.location.line))
            .collect();
        let place =
            |it: &Value| format!("{}:{}", it["file"].as_str().unwrap_or_default(), it["line"]);
        for binding in list(case, "bindings") {
            let is_there = made.endpoints().any(|it| is_it(it, binding));
            if !is_there && !reported.contains(&place(binding)) {
                wrong.push(format!("{}: {binding}", case["case"]));
            }
        }
        for key in ["must_say_it_cannot_know", "refused_by_the_engine"] {
            let told = list(case, key).iter().filter(|it| !it["line"].is_null());
            let missing = told.filter(|it| !reported.contains(&place(it)));
            wrong.extend(missing.map(|it| format!("{}: {key}: {it}", case["case"])));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_it(it: &Endpoint, binding: &Value) -> bool {
    let port = |key: &str| {
        binding[key]
            .as_u64()
            .and_then(|port| u16::try_from(port).ok())
    };
    let transport = match it.transport() {
        Transport::Udp => "udp",
        Transport::Tcp => "tcp",
    };
    let inside = it.container().map(|inside| inside.port());
    let is_host = port("host_port").is_some_and(|port| it.ports().contains(port));
    is_host
        && binding["protocol"] == transport
        && (inside.is_none() || inside == port("container_port"))
}
