//! Imports go one way: no module needs one that needs it.

use std::fs;
use test_house::{arrows, circle, modules, repository};

const ROOTS: [&str; 4] = [
    "deeplens-ports/src/lib.rs",
    "deeplens-ports-build/src/lib.rs",
    "deeplens-ports-cli/src/lib.rs",
    "deeplens-ports-cli/src/command/main.rs",
];

#[test]
fn no_imports_go_in_a_circle() {
    for root in ROOTS {
        let modules = modules(&repository().join(root));
        assert!(modules.len() > 1, "{root} has no modules");
        let arrows = arrows(&modules);
        assert!(
            arrows.values().any(|to| !to.is_empty()),
            "{root} has no imports"
        );
        assert_eq!(circle(&arrows), None, "{root}");
    }
}

/// A crate of three modules, in which `b` is handed on by the root.
fn crate_with(a: &str, b: &str, c: &str) -> Option<Vec<String>> {
    let folder = std::env::temp_dir().join(format!(
        "circles-{}-{}",
        std::process::id(),
        a.len() + 10 * b.len() + 100 * c.len()
    ));
    fs::create_dir_all(&folder).expect("a folder");
    let root = "mod a;\nmod b;\nmod c;\npub use b::B;\nmod inner { pub use crate::B; }\n";
    for (name, text) in [("lib", root), ("a", a), ("b", b), ("c", c)] {
        fs::write(folder.join(name).with_extension("rs"), text).expect("a file");
    }
    let found = circle(&arrows(&modules(&folder.join("lib.rs"))));
    fs::remove_dir_all(&folder).expect("the folder is there");
    found
}

#[test]
fn a_circle_is_found_also_through_what_the_root_hands_on() {
    let b = "pub struct B;\n";
    assert_eq!(crate_with("use crate::B;", b, "use super::a;"), None);
    let through = crate_with(
        "use crate::B;",
        "pub struct B;\nuse crate::c::C;",
        "use crate::a;\npub struct C;",
    );
    assert_eq!(
        through,
        Some(["b", "c", "a", "b"].map(String::from).to_vec())
    );
    let direct = crate_with("fn f() { crate::c::f(); }", b, "fn f() { super::a::f(); }");
    assert_eq!(direct, Some(["a", "c", "a"].map(String::from).to_vec()));
    let inline = "pub struct B;\npub mod inner { pub use crate::c::C as B; }\nuse crate::c::C;";
    let found = crate_with("use crate::B;", inline, "use crate::a;\npub struct C;");
    assert_eq!(found, Some(["b", "c", "a", "b"].map(String::from).to_vec()));
    let tests = "#[cfg(test)]\nmod tests { use crate::c::C; }";
    assert_eq!(crate_with(tests, b, "use crate::a;"), None);
}
