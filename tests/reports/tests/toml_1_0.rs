//! Maps that are TOML 1.1 and not 1.0, `toml-1.0/….toml`, each beside its report, `toml-1.0/….stderr`.

use deeplens_ports_build::{Rule, read, require_toml_1_0};
use std::fs;
use std::path::Path;
use test_reports::{compare, files};

#[test]
fn what_is_new_in_1_1_is_refused_at_its_place() {
    let mut differences = Vec::new();
    let paths = files(Path::new("toml-1.0"), "toml");
    for path in &paths {
        let text = fs::read_to_string(path).expect("a text");
        // The map itself takes it.
        let syntax = read("ports.toml", &text).err();
        let syntax = syntax.iter().flat_map(|report| report.diagnostics());
        assert_eq!(
            syntax.filter(|found| found.rule() == Rule::Syntax).count(),
            0
        );
        let report = require_toml_1_0("ports.toml", &text).unwrap_err();
        let shown = format!("{report}\n");
        differences.extend(compare(&path.with_extension("stderr"), &shown).err());
    }
    assert_eq!(paths.len(), 4);
    assert_eq!(differences, [""; 0], "{}", differences.join("\n"));
}

#[test]
fn what_is_not_toml_at_all_is_said_alone() {
    let text = "[map\nname = { a = 1, }\n";
    let report = require_toml_1_0("ports.toml", text).unwrap_err();
    let [found] = report.diagnostics() else {
        panic!("{report}");
    };
    assert_eq!(found.title(), "unclosed table header");
}

#[test]
fn a_map_in_1_0_is_taken() {
    for path in files(Path::new("../modules/good"), "toml") {
        let text = fs::read_to_string(&path).expect("a text");
        require_toml_1_0("ports.toml", &text).unwrap_or_else(|report| panic!("{report}"));
    }
    let text = "a = { b = [\n1,\n], c = \"\\\\e \\\\\\\\x41 \\u001B\", d = '\\e' }\ne = [07:32:00, 1979-05-27T07:32:00-07:00, 07:32:00.5,]\n";
    assert_eq!(
        require_toml_1_0("ports.toml", text)
            .err()
            .map(|report| report.to_string()),
        None
    );
}
