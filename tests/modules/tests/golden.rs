//! The text of each module, and that nothing but the meaning of a map decides it.

use deeplens_ports_build::{generate, read};
use std::fs;
use std::path::{Path, PathBuf};
use test_reports::{compare, files};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn module(text: &str) -> String {
    generate("ports.toml", text).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn each_map_gives_its_module() {
    let mut differences = Vec::new();
    for path in files(&folder("good"), "toml") {
        let module = module(&fs::read_to_string(&path).unwrap());
        let name = path.with_extension("rs");
        let golden = folder("golden").join(name.file_name().unwrap());
        differences.extend(compare(&golden, &module).err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(
        files(&folder("golden"), "rs").len(),
        files(&folder("good"), "toml").len()
    );
}

#[test]
fn the_build_script_writes_what_generate_returns() {
    for name in ["empty", "full", "hostile"] {
        let written =
            fs::read_to_string(format!("{}/port-maps/{name}.rs", env!("OUT_DIR"))).unwrap();
        let text = fs::read_to_string(folder("good").join(name).with_extension("toml")).unwrap();
        assert_eq!(written, module(&text), "{name}");
    }
}

#[test]
fn line_ends_a_byte_order_mark_and_comments_change_nothing() {
    for path in files(&folder("good"), "toml") {
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let expected = module(&text);
        assert_eq!(
            module(&text.replace('\n', "\r\n")),
            expected,
            "{}",
            path.display()
        );
        assert_eq!(
            module(&format!("\u{feff}{text}")),
            expected,
            "{}",
            path.display()
        );
        assert_eq!(
            module(&format!("# a comment\n{text}\n# another")),
            expected,
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_order_of_tables_changes_nothing() {
    let text = fs::read_to_string(folder("good").join("full.toml")).unwrap();
    let mut tables: Vec<&str> = text.split("\n\n").collect();
    let expected = module(&text);
    tables.reverse();
    assert_eq!(module(&tables.join("\n\n")), expected);
}

/// What nobody sees is escaped in a literal, and named in a doc.
#[test]
fn no_invisible_character_stands_in_a_module() {
    let text = fs::read_to_string(folder("good").join("hostile.toml")).unwrap();
    let module = module(&text);
    for character in ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'] {
        assert!(
            !module.contains(character),
            "{}",
            character.escape_unicode()
        );
        let escaped = character.escape_unicode().to_string();
        assert!(module.contains(&escaped), "{escaped}");
        assert!(module.contains(&format!("<U+{:04X}", u32::from(character))));
    }
}

/// A map that the command reads is the one that a crate compiles.
#[test]
fn a_map_that_is_read_is_the_compiled_one() {
    let compiled = [
        ("empty", test_modules::empty::map()),
        ("full", test_modules::full::map()),
        ("hostile", test_modules::hostile::map()),
    ];
    assert_eq!(compiled.len(), files(&folder("good"), "toml").len());
    for (name, map) in compiled {
        let text = fs::read_to_string(folder("good").join(name).with_extension("toml")).unwrap();
        let read = read("ports.toml", &text).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!(deeplens_ports_cli::bridge(&read), map, "{name}");
    }
}
