//! Each language against the files that its own readers are tried on.

use deeplens_ports_cli::bridge;
use deeplens_ports_cli::export::{Export, Format, export};
use std::path::Path;
use std::{env, fs};

const LANGUAGES: [(Format, &str); 4] = [
    (Format::Csharp, "cs"),
    (Format::Powershell, "psd1"),
    (Format::Python, "py"),
    (Format::Typescript, "ts"),
];

const MAPS: [(&str, &str); 6] = [
    ("deeplens", "ports.toml"),
    ("empty", "tests/modules/good/empty.toml"),
    ("full", "tests/modules/good/full.toml"),
    ("hostile", "tests/modules/good/hostile.toml"),
    ("names", "tests/languages/maps/names.toml"),
    ("texts", "tests/languages/maps/texts.toml"),
];

#[test]
fn each_map_gives_its_file_in_each_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    let mut remarks = String::new();
    for (map, file) in MAPS {
        let text = fs::read_to_string(root.join(file)).expect("the map can be read");
        let read = deeplens_ports_build::read(file, &text).unwrap_or_else(|it| panic!("{it}"));
        for (language, ending) in LANGUAGES {
            let written = export(bridge(&read), &Export::new(language, "-"), None);
            let written = written.expect("it can be made");
            for remark in written.remarks {
                remarks.push_str(&format!("{language}/{map}: {remark}\n"));
            }
            files.push((format!("{language}/{map}.{ending}"), written.text));
        }
    }
    files.push(("remarks.txt".to_owned(), remarks));
    let mut stale = Vec::new();
    for (file, text) in files {
        let path = root.join("tests/languages/golden").join(&file);
        if env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&path, &text).expect("the folder is there");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected.replace("\r\n", "\n") != text {
            stale.push(file);
        }
    }
    assert!(stale.is_empty(), "{stale:?}");
}
