//! What is written for each language, against the files that its own readers are tried on.

use deeplens_ports_cli::export::{Export, Format, check, export};
use std::fs;
use std::path::Path;
use test_languages::MAPS;
use test_reports::compare;

const LANGUAGES: [(Format, &str); 4] = [
    (Format::Csharp, "cs"),
    (Format::Powershell, "psd1"),
    (Format::Python, "py"),
    (Format::Typescript, "ts"),
];

#[test]
fn each_map_gives_its_file_in_each_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = root.join("golden");
    let mut remarks = String::new();
    let mut differences = Vec::new();
    for (name, file) in MAPS {
        let text = fs::read_to_string(root.join("../..").join(file)).unwrap();
        let read = deeplens_ports_build::read(file, &text).unwrap_or_else(|it| panic!("{it}"));
        let map = deeplens_ports_cli::bridge(&read);
        for (format, ending) in LANGUAGES {
            let file = format!("{format}/{name}.{ending}");
            let to = Export::new(format, &file);
            let exported = export(map, &to, None).unwrap();
            differences.extend(compare(&golden.join(&file), &exported.text).err());
            let new = exported.remarks.iter();
            remarks.extend(new.map(|remark| format!("{format}/{name}: {remark}\n")));

            check(map, &to, &exported.text).unwrap();
            for found in [exported.text.replace('\n', "\r\n"), exported.text] {
                let again = export(map, &to, Some(found.as_bytes())).unwrap();
                assert_eq!(again.text, found, "{file} is not what it was");
            }
        }
    }
    differences.extend(compare(&golden.join("remarks.txt"), &remarks).err());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
