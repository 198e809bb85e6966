//! Mistakes in a map, as the compiler of Rust tells them.

use std::fs;
use std::path::Path;
use test_builds::{Outcome, Sandbox, quoted, repository};

const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const LIB: &str = "/// Ports.\npub mod ports {\n    deeplens_ports::include_ports!();\n}\n";
const MISTAKEN: &str = "[map]\nname = \"shop\"\n[services.web]\nport = 8080\nprotocol = \"http\"\n\
                        [services.api]\nport = 8080\nprotocol = \"http\"\n\
                        [services.old]\nport = 0\nprotocol = \"http\"\n";

fn package(name: &str, map: &str, build: &str, lib: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let [types, compiler] =
        ["deeplens-ports", "deeplens-ports-build"].map(|part| quoted(&repository().join(part)));
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ path = {types}, default-features = false }}\n\n\
         [build-dependencies]\ndeeplens-ports-build = {{ path = {compiler} }}\n"
    );
    let files = [
        ("ports.toml", map),
        ("build.rs", build),
        ("src/lib.rs", lib),
    ];
    sandbox.package(name, &dependencies, &files);
    sandbox
}

/// The titles of all errors.
fn titles(outcome: &Outcome) -> Vec<&str> {
    let lines = outcome.stderr.lines();
    lines.filter(|line| line.starts_with("error")).collect()
}

#[test]
fn nothing_that_follows_from_a_mistake_is_reported() {
    let lib = format!(
        "{LIB}use ports::{{API, OLD}};\npub use ports::services::OLD as SERVICE;\n\
         /// Ports.\npub const ALL: [u16; 4] = [ports::WEB.port(), API.port(), OLD.port(), ports::GONE.port()];\n"
    );
    let sandbox = package("followed", MISTAKEN, BUILD, &lib);
    let expected = [
        "error: duplicate port `8080`",
        "error: invalid port `0`",
        "error: could not compile `followed` (lib) due to 2 previous errors",
    ];
    for (private, edition) in [(false, "2018"), (true, "2021"), (false, "2024")] {
        if private {
            sandbox.edit("followed/src/lib.rs", "pub mod ports", "mod ports");
        }
        let manifest = sandbox.path("followed/Cargo.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        let at = text.find("edition = ").unwrap();
        let line = &text[at..at + "edition = \"2021\"".len()];
        fs::write(
            &manifest,
            text.replace(line, &format!("edition = \"{edition}\"")),
        )
        .unwrap();
        let outcome = sandbox.cargo("followed", &["build"]).failed();
        assert_eq!(titles(&outcome), expected, "{}", outcome.stderr);
        assert_eq!(outcome.count("warning"), 0, "{}", outcome.stderr);
    }
}

#[test]
fn messages_in_json_and_short_ones_have_the_report() {
    let sandbox = package("told", MISTAKEN, BUILD, LIB);
    let outcome = sandbox
        .cargo("told", &["build", "--message-format", "json"])
        .failed();
    let messages = outcome
        .stdout
        .lines()
        .filter(|line| line.contains("\"reason\":\"compiler-message\""));
    let of_duplicate: Vec<&str> = messages
        .filter(|line| line.contains("\"message\":\"duplicate port `8080`"))
        .collect();
    let [message] = of_duplicate[..] else {
        panic!("{}", outcome.stdout);
    };
    assert!(message.contains("--> ports.toml:7:8"), "{message}");
    assert!(message.contains("first used here, by `web`"), "{message}");
    let outcome = sandbox
        .cargo("told", &["build", "--message-format", "short"])
        .failed();
    assert_eq!(
        outcome.count("error: duplicate port `8080`"),
        1,
        "{}",
        outcome.stderr
    );
    assert_eq!(outcome.count("--> ports.toml:7:8"), 1, "{}", outcome.stderr);
}

#[test]
fn a_mistake_in_the_map_of_a_dependency_is_told() {
    let sandbox = package("told-below", MISTAKEN, BUILD, LIB);
    let dependencies = "[dependencies]\ntold-below = { path = '../told-below' }\n";
    let main = "fn main() { println!(\"{}\", told_below::ports::WEB); }\n";
    sandbox.package("above", dependencies, &[("src/main.rs", main)]);
    let outcome = sandbox.cargo("above", &["build"]).failed();
    let expected = [
        "error: duplicate port `8080`",
        "error: invalid port `0`",
        "error: could not compile `told-below` (lib) due to 2 previous errors",
    ];
    assert_eq!(titles(&outcome), expected, "{}", outcome.stderr);
}

#[test]
fn a_hundred_mistakes_are_drawn_and_the_rest_is_counted() {
    let services =
        (0..130).map(|at| format!("[services.s{at}]\nport = 70000\nprotocol = \"http\"\n"));
    let map = format!("[map]\nname = \"shop\"\n{}", services.collect::<String>());
    let sandbox = package("hundred", &map, BUILD, LIB);
    let outcome = sandbox.cargo("hundred", &["build"]).failed();
    assert_eq!(outcome.count("error: invalid port `70000`"), 100);
    assert_eq!(
        outcome.count("error: 30 more in `ports.toml`, not shown"),
        1
    );
    assert_eq!(outcome.count("due to 101 previous errors"), 1);
}

/// The folder of the modules, which the crate shows when it is built.
fn modules(sandbox: &Sandbox, name: &str) -> std::path::PathBuf {
    let out = sandbox.cargo(name, &["build", "--message-format", "json"]);
    let (_, rest) = out
        .stdout
        .rsplit_once("\"out_dir\":\"")
        .expect("the script ran");
    let (folder, _) = rest.split_once('"').expect("a string ends");
    Path::new(folder).join("port-maps")
}

#[test]
fn what_is_known_stays_in_the_module() {
    let map = format!(
        "{MISTAKEN}[services.bad_name]\nport = 8090\nprotocol = \"http\"\n\
         [services.other]\nport = 8091\nprotocol = \"http\"\nexposure = \"nowhere\"\n"
    );
    let sandbox = package("partial", &map, BUILD, LIB);
    let folder = modules(&sandbox, "partial");
    let module = fs::read_to_string(folder.join("ports.rs")).unwrap();
    assert_eq!(
        module.matches("::core::compile_error!(").count(),
        4,
        "{module}"
    );
    let constants = module
        .lines()
        .filter_map(|line| line.strip_prefix("pub const "))
        .filter(|line| !line.starts_with("fn "));
    let names: Vec<&str> = constants
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        names,
        [
            "API",
            "WEB",
            "OTHER",
            "ALL",
            "RANGES",
            "CONTAINER_ENDPOINTS"
        ]
    );
}

#[test]
fn a_map_that_cannot_be_read_is_told_with_the_folder() {
    let build = BUILD.replace("ports.toml", "../nope/ports.toml");
    let sandbox = package("unread", MISTAKEN, &build, LIB);
    let outcome = sandbox.cargo("unread", &["build"]).failed();
    let folder = sandbox.path("unread");
    let title = format!(
        "error: failed to read `../nope/ports.toml` in `{}`: No such file or directory (os error 2)",
        folder.display()
    );
    assert_eq!(titles(&outcome)[0], title, "{}", outcome.stderr);
}

#[test]
fn a_map_that_is_not_utf_8_is_told_at_its_place() {
    let sandbox = package("latin", MISTAKEN, BUILD, LIB);
    let map = b"[map]\nname = \"Caf\xe9\"\n";
    fs::write(sandbox.path("latin/ports.toml"), map).unwrap();
    let outcome = sandbox.cargo("latin", &["build"]).failed();
    let expected = "\
error: invalid UTF-8
 --> ports.toml:2:12
  |
2 | name = \"Café\"
  |            ^ the byte 0xE9, in Windows-1252 `é`
  |
  = note: it looks like Latin-1 or Windows-1252
  = help: save the file as UTF-8";
    assert_eq!(outcome.report().join("\n"), expected, "{}", outcome.stderr);
    assert_eq!(titles(&outcome).len(), 2, "{}", outcome.stderr);
    sandbox.write(
        "latin/ports.toml",
        "[map]\nname = \"Café\"\nenv-prefix = \"CAFE\"\n",
    );
    let _ = sandbox.cargo("latin", &["build"]).passed();
}

#[test]
fn two_maps_of_one_name_are_told() {
    let build = "fn main() {\n    deeplens_ports_build::compile(\"a/ports.toml\");\n    deeplens_ports_build::compile(\"b/ports.toml\");\n}\n";
    let sandbox = package("same-name", MISTAKEN, build, LIB);
    let map = "[map]\nname = \"a\"\n[services.web]\nport = 8080\nprotocol = \"http\"\n";
    sandbox.write("same-name/a/ports.toml", map);
    sandbox.write("same-name/b/ports.toml", &map.replace("8080", "8081"));
    let outcome = sandbox.cargo("same-name", &["build"]).failed();
    let title = "error: two maps of one build script are called `ports`: `a/ports.toml` and `b/ports.toml`; \
                 a map is included by its name, so each needs one of its own";
    assert_eq!(titles(&outcome)[0], title, "{}", outcome.stderr);
    sandbox.edit("same-name/build.rs", "b/ports.toml", "b/PORTS.toml");
    sandbox.write("same-name/b/PORTS.toml", map);
    let outcome = sandbox.cargo("same-name", &["build"]);
    let folder = modules(&sandbox, "same-name");
    let module = fs::read_to_string(folder.join("PORTS.rs")).unwrap();
    assert!(
        module.contains("compile_error"),
        "{}{module}",
        outcome.stderr
    );
}

#[test]
fn the_module_of_a_map_that_was_renamed_is_gone() {
    let map = "[map]\nname = \"shop\"\n[services.web]\nport = 6333\nprotocol = \"http\"\n";
    let sandbox = package("moved-map", map, BUILD, LIB);
    let _ = sandbox.cargo("moved-map", &["build"]).passed();
    fs::remove_file(sandbox.path("moved-map/ports.toml")).unwrap();
    sandbox.write("moved-map/shop.toml", &map.replace("6333", "6400"));
    sandbox.edit("moved-map/build.rs", "ports.toml", "shop.toml");
    let outcome = sandbox.cargo("moved-map", &["build"]).failed();
    assert_eq!(
        outcome.count("port-maps/ports.rs`: No such file"),
        1,
        "{}",
        outcome.stderr
    );
    sandbox.edit(
        "moved-map/src/lib.rs",
        "include_ports!()",
        "include_ports!(\"shop\")",
    );
    let _ = sandbox.cargo("moved-map", &["build"]).passed();
}

#[test]
fn a_script_that_returns_the_error_shows_it() {
    let build = "fn main() -> Result<(), deeplens_ports_build::CompileError> {\n    deeplens_ports_build::try_compile(\"ports.toml\")\n}\n";
    let sandbox = package("returned", MISTAKEN, build, LIB);
    let outcome = sandbox.cargo("returned", &["build"]).failed();
    assert_eq!(
        outcome.count("Error: mistakes in `ports.toml`\n"),
        1,
        "{}",
        outcome.stderr
    );
    assert_eq!(
        outcome.count("error: duplicate port `8080`\n"),
        1,
        "{}",
        outcome.stderr
    );
    assert_eq!(outcome.count("Diagnostic"), 0, "{}", outcome.stderr);
    fs::remove_file(sandbox.path("returned/ports.toml")).unwrap();
    let outcome = sandbox.cargo("returned", &["build"]).failed();
    let title = format!(
        "Error: failed to read `ports.toml` in `{}`\n",
        sandbox.path("returned").display()
    );
    assert_eq!(outcome.count(&title), 1, "{}", outcome.stderr);
    assert_eq!(
        outcome.count("Caused by:\n      No such file"),
        1,
        "{}",
        outcome.stderr
    );
}

#[test]
fn without_a_place_for_the_module_the_script_says_so() {
    let sandbox = package("placeless", MISTAKEN, BUILD, LIB);
    sandbox.write(
        "placeless/build.rs",
        "fn main() {\n    std::env::remove_var(\"OUT_DIR\");\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n",
    );
    let outcome = sandbox.cargo("placeless", &["build"]).failed();
    let text = "`OUT_DIR` is not set: a map is compiled by a build script, which cargo runs";
    assert_eq!(outcome.count(text), 1, "{}", outcome.stderr);
}
