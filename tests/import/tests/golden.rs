//! Small repositories beside the maps that they become, and what is told of them.

use std::fs;
use std::path::Path;
use test_audit::split;
use test_import::of;

#[test]
fn each_has_its_map() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut differences = Vec::new();
    for file in test_reports::files(&folder, "txt") {
        let text = fs::read_to_string(&file).expect("the case can be read");
        let files = split(&text);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        let made = of(&files);
        let told = made.imported.reported.iter().map(|it| format!("{it}\n"));
        let told: String = told.collect();
        assert!(
            !format!("{}{told}", made.imported.map).contains("hunter2"),
            "{told}"
        );
        let map = test_reports::compare(&file.with_extension("toml"), &made.imported.map);
        differences.extend(map.err());
        let told = test_reports::compare(&file.with_extension("told"), &told);
        differences.extend(told.err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
