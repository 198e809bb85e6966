//! Files whose markers are not as they should be, each beside the report that it gets.

use deeplens_ports::ports;
use deeplens_ports_cli::export::{Export, Format, check, export};
use std::fs;
use std::path::Path;

#[test]
fn each_file_has_its_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let files = test_reports::files(&folder, "env");
    assert!(!files.is_empty());
    let mut differences = Vec::new();
    for file in files {
        let found = fs::read(&file).expect("the case can be read");
        let wanted = Export::new(Format::Env, ".env");
        let error = export(ports::map(), &wanted, Some(&found)).expect_err("it is wrong");
        assert!(!error.is_stale(), "{error}");
        let checked = check(ports::map(), &wanted, &found).expect_err("it is wrong");
        assert_eq!(checked.to_string(), error.to_string());
        let report = file.with_extension("report");
        differences.extend(test_reports::compare(&report, &format!("{error}\n")).err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn what_was_written_is_right() {
    let wanted = Export::new(Format::Env, ".env");
    let made = export(ports::map(), &wanted, None)
        .expect("it is made")
        .text;
    for found in [
        made.clone(),
        made.replace('\n', "\r\n"),
        format!("\u{feff}{made}"),
        made.trim_end().to_owned(),
        format!("A=1\n\n{made}\n# more\nB=2"),
    ] {
        check(ports::map(), &wanted, &found).unwrap_or_else(|error| panic!("{error}"));
        let again = export(ports::map(), &wanted, Some(found.as_bytes())).expect("it is made");
        assert_eq!(again.text, found);
    }
    let stale = made.replace("=localhost:3000", "=localhost:3001");
    let error = check(ports::map(), &wanted, stale).expect_err("it is stale");
    assert!(error.is_stale());
    assert!(
        error.to_string().contains(
            "\n-DEEPLENS_GRAFANA_ADDR=localhost:3001\n+DEEPLENS_GRAFANA_ADDR=localhost:3000\n"
        ),
        "{error}"
    );
}
