//! A crate with a map of its own.

use std::fs;
use test_builds::{Sandbox, quoted, repository};

const MAP: &str = "[map]\nname = \"demo\"\n\n[services.web]\nport = 8080\nprotocol = \"http\"\n";
const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const MAIN: &str = "pub mod ports {\n    deeplens_ports::include_ports!();\n}\n\
                    fn main() { println!(\"{}\", ports::WEB); }\n";

fn own_map(name: &str, files: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::new();
    let types = quoted(&repository().join("deeplens-ports"));
    let compiler = quoted(&repository().join("deeplens-ports-build"));
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ path = {types}, default-features = false }}\n\n\
         [build-dependencies]\ndeeplens-ports-build = {{ path = {compiler} }}\n"
    );
    sandbox.package(name, &dependencies, files);
    sandbox
}

#[test]
fn an_edit_is_seen_and_no_edit_builds_nothing() {
    let sandbox = own_map(
        "edited",
        &[
            ("ports.toml", MAP),
            ("build.rs", BUILD),
            ("src/main.rs", MAIN),
        ],
    );
    assert_eq!(
        sandbox.cargo("edited", &["run"]).passed().stdout,
        "http://localhost:8080\n"
    );
    assert_eq!(
        sandbox
            .cargo("edited", &["build", "-v"])
            .passed()
            .count("Fresh edited"),
        1
    );
    sandbox.edit("edited/ports.toml", "8080", "8090");
    assert_eq!(
        sandbox.cargo("edited", &["run"]).passed().stdout,
        "http://localhost:8090\n"
    );
    assert_eq!(
        sandbox
            .cargo("edited", &["build", "-v"])
            .passed()
            .count("Fresh edited"),
        1
    );
}

#[test]
fn every_mistake_is_shown_in_one_build() {
    let map =
        MAP.replace("8080", "\"8080\"") + "[services.api]\nport = 70000\nprotocl = \"http\"\n";
    let sandbox = own_map(
        "mistaken",
        &[
            ("ports.toml", &map),
            ("build.rs", BUILD),
            ("src/main.rs", MAIN),
        ],
    );
    let outcome = sandbox.cargo("mistaken", &["build"]).failed();
    let report = outcome.report("mistaken");
    let titles: Vec<&str> = report
        .iter()
        .copied()
        .filter(|line| line.starts_with("error: "))
        .collect();
    assert_eq!(
        titles,
        [
            "error: invalid port `\"8080\"`",
            "error: invalid port `70000`",
            "error: unknown key `protocl`",
            "error: could not compile `ports.toml` due to 3 previous errors",
        ],
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_mistake_leaves_no_module_of_an_earlier_build() {
    let sandbox = own_map(
        "mended",
        &[
            ("ports.toml", MAP),
            ("build.rs", BUILD),
            ("src/main.rs", MAIN),
        ],
    );
    let show = "pub mod ports {\n    deeplens_ports::include_ports!();\n}\nfn main() { println!(\"{}\", env!(\"OUT_DIR\")); }\n";
    sandbox.write("mended/src/main.rs", show);
    let out = sandbox.cargo("mended", &["run"]).passed().stdout;
    let module = std::path::Path::new(out.trim()).join("ports.rs");
    assert!(
        fs::read_to_string(&module)
            .unwrap()
            .contains("pub const WEB")
    );
    sandbox.edit("mended/ports.toml", "8080", "0");
    let _ = sandbox.cargo("mended", &["build"]).failed();
    assert!(!module.exists());
}

#[test]
fn a_map_that_is_not_there_is_named() {
    let sandbox = own_map("mapless", &[("build.rs", BUILD), ("src/main.rs", MAIN)]);
    let outcome = sandbox.cargo("mapless", &["build"]).failed();
    let report = outcome.report("mapless").join("\n");
    assert!(
        report.starts_with("error: failed to read `ports.toml`: "),
        "{}",
        outcome.stderr
    );
    sandbox.write("mapless/ports.toml", MAP);
    assert_eq!(
        sandbox.cargo("mapless", &["run"]).passed().stdout,
        "http://localhost:8080\n"
    );
}

#[test]
fn a_map_that_is_no_text_is_named_with_the_place() {
    let sandbox = own_map("bytes", &[("build.rs", BUILD), ("src/main.rs", MAIN)]);
    fs::write(
        sandbox.path("bytes/ports.toml"),
        b"[map]\nname = \"d\xff\"\n",
    )
    .unwrap();
    let outcome = sandbox.cargo("bytes", &["build"]).failed();
    assert_eq!(
        outcome.report("bytes"),
        ["error: failed to read `ports.toml`: not UTF-8 at 2:10"]
    );
}

#[test]
fn without_a_build_script_the_message_says_what_to_add() {
    let sandbox = own_map("scriptless", &[("ports.toml", MAP), ("src/main.rs", MAIN)]);
    let outcome = sandbox.cargo("scriptless", &["check"]).failed();
    assert_eq!(
        outcome.count("`include_ports!` needs a build script: add `build.rs`"),
        1,
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_comment_runs_the_script_and_leaves_the_module_alone() {
    let show = "pub mod ports {\n    deeplens_ports::include_ports!();\n}\nfn main() { println!(\"{}\", env!(\"OUT_DIR\")); }\n";
    let sandbox = own_map(
        "commented",
        &[
            ("ports.toml", MAP),
            ("build.rs", BUILD),
            ("src/main.rs", show),
        ],
    );
    let out = sandbox.cargo("commented", &["run"]).passed().stdout;
    let module = std::path::Path::new(out.trim()).join("ports.rs");
    let before = fs::metadata(&module).unwrap().modified().unwrap();
    sandbox.edit(
        "commented/ports.toml",
        "port = 8080",
        "port = 8080 # for the browser",
    );
    let outcome = sandbox.cargo("commented", &["build", "-v"]).passed();
    assert_eq!(
        outcome.count("build-script-build`"),
        1,
        "{}",
        outcome.stderr
    );
    assert_eq!(
        outcome.count("Fresh deeplens-ports v"),
        1,
        "{}",
        outcome.stderr
    );
    assert_eq!(fs::metadata(&module).unwrap().modified().unwrap(), before);
    let again = sandbox.cargo("commented", &["build", "-v"]).passed();
    assert_eq!(again.count("Fresh commented"), 1, "{}", again.stderr);
}
