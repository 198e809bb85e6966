//! Files that are not UTF-8, `bytes/….toml`, each beside its report, `bytes/….stderr`.

use deeplens_ports_build::{load, read};
use std::fs;
use std::path::Path;
use test_reports::{compare, files};

#[test]
fn each_file_gets_its_report() {
    let mut differences = Vec::new();
    let paths = files(Path::new("bytes"), "toml");
    for path in &paths {
        let error = load(path).expect_err("the file is not UTF-8");
        let report = error.report().expect("a report");
        assert_eq!(report.diagnostics().len(), 1, "{report}");
        let text = format!("{report}\n");
        assert_eq!(
            text.find(|c: char| c.is_control() && c != '\n'),
            None,
            "{text}"
        );
        differences.extend(compare(&path.with_extension("stderr"), &text).err());
    }
    assert!(paths.len() >= 10, "{} files", paths.len());
    assert_eq!(differences, [""; 0], "{}", differences.join("\n"));
}

#[test]
fn a_text_that_is_utf_8_is_what_is_in_the_file() {
    for folder in ["bad", "../modules/good"] {
        for path in files(Path::new(folder), "toml") {
            let text = fs::read_to_string(&path).expect("a text");
            match load(&path) {
                Ok(loaded) => assert_eq!(loaded, text, "{}", path.display()),
                // What is found in the bytes is found in the text.
                Err(error) => {
                    let report = read("ports.toml", &text).unwrap_err();
                    let found = error.report().expect("a report").diagnostics();
                    assert_eq!(found[0].title(), report.diagnostics()[0].title());
                }
            }
        }
    }
}
