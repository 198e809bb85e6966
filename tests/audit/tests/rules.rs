//! Each rule and note: files beside the report that they get.

use deeplens_ports_cli::{Level, Rule};
use std::fs;
use std::path::{Path, PathBuf};
use test_audit::{of, split};

fn cases() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let files = test_reports::files(&folder, "txt").into_iter();
    files
        .map(|file| {
            let name = file.file_stem().expect("it has a name");
            (name.to_string_lossy().into_owned(), file)
        })
        .collect()
}

/// The rule that a case is of, by its name.
fn rule(case: &str) -> Rule {
    let name = case.rsplit_once('-').map_or(case, |(name, _)| name);
    let mut all = Rule::ALL.iter();
    *all.find(|rule| rule.as_str() == name)
        .unwrap_or_else(|| panic!("{case} is called for no rule"))
}

#[test]
fn each_rule_has_two() {
    let cases = cases();
    for wanted in Rule::ALL {
        let count = cases.iter().filter(|(case, _)| rule(case) == *wanted);
        assert!(count.count() >= 2, "{wanted}");
    }
}

#[test]
fn each_has_its_report() {
    let mut differences = Vec::new();
    for (case, file) in cases() {
        let text = fs::read_to_string(&file).expect("the case can be read");
        let files = split(&text);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        let audit = of(&files);
        let rule = rule(&case);
        let found = audit.findings().iter().any(|it| it.rule() == rule);
        let report = match rule.level() {
            Level::Error => audit.to_string(),
            Level::Note => {
                let notes = audit.notes().filter(|it| it.rule() == rule);
                notes.map(|it| it.drawn() + "\n\n").collect::<String>() + &audit.closing()
            }
        };
        assert!(!report.contains("hunter2"), "{case}: {report}");
        differences.extend((!found).then(|| format!("{case}: no {rule}\n{report}")));
        let compared = test_reports::compare(&file.with_extension("report"), &(report + "\n"));
        differences.extend(compared.err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
