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
    let report = outcome.report();
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
        ],
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_mistake_leaves_no_constant_of_an_earlier_build() {
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
    let module = std::path::Path::new(out.trim()).join("port-maps/ports.rs");
    let has_web = || {
        fs::read_to_string(&module)
            .unwrap()
            .contains("pub const WEB: deeplens_ports::Endpoint")
    };
    assert!(has_web());
    sandbox.edit("mended/ports.toml", "8080", "0");
    let _ = sandbox.cargo("mended", &["build"]).failed();
    assert!(!has_web());
}

#[test]
fn a_map_that_is_not_there_is_named() {
    let sandbox = own_map("mapless", &[("build.rs", BUILD), ("src/main.rs", MAIN)]);
    let outcome = sandbox.cargo("mapless", &["build"]).failed();
    let report = outcome.report().join("\n");
    assert!(
        report.starts_with("error: failed to read `ports.toml` in `"),
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
    let report = outcome.report();
    let start = ["error: invalid UTF-8", " --> ports.toml:2:10"];
    assert_eq!(report[..2], start, "{}", outcome.stderr);
}

#[test]
fn without_a_build_script_the_message_says_what_to_add() {
    let sandbox = own_map("scriptless", &[("ports.toml", MAP), ("src/main.rs", MAIN)]);
    let message = "`include_ports!` needs a build script: add `build.rs` with \
                   `fn main() { deeplens_ports_build::compile(\"ports.toml\"); }`";
    let mut before = "2021";
    for edition in ["2018", "2021", "2024"] {
        sandbox.edit("scriptless/Cargo.toml", before, edition);
        let outcome = sandbox.cargo("scriptless", &["check"]).failed();
        assert_eq!(outcome.count(message), 1, "{}", outcome.stderr);
        before = edition;
    }
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
    let module = std::path::Path::new(out.trim()).join("port-maps/ports.rs");
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

/// A crate with a panic handler of its own does not build where the standard library is linked: it has one too.
#[test]
fn without_std_nothing_brings_the_standard_library() {
    let lib = "#![no_std]\nuse deeplens_ports as _;\n#[panic_handler]\nfn panic(_: &core::panic::PanicInfo) -> ! { loop {} }\n\
               pub mod ports {\n    deeplens_ports::include_ports!();\n}\n\
               pub fn port(index: usize) -> u16 { ports::ALL[index].port() }\n";
    for (name, features, builds) in [
        ("bare", "", true),
        ("not-bare", ", features = [\"std\"]", false),
    ] {
        let sandbox = own_map(
            name,
            &[
                ("ports.toml", MAP),
                ("build.rs", BUILD),
                ("src/lib.rs", lib),
            ],
        );
        let manifest = format!("{name}/Cargo.toml");
        let bare = "[lib]\ncrate-type = [\"staticlib\"]\n\n[profile.dev]\npanic = \"abort\"\n\n[dependencies]";
        sandbox.edit(&manifest, "[dependencies]", bare);
        sandbox.edit(
            &manifest,
            "default-features = false",
            &format!("default-features = false{features}"),
        );
        let outcome = sandbox.cargo(name, &["build"]);
        assert_eq!(outcome.success, builds, "{}", outcome.stderr);
        let found = outcome.count("found duplicate lang item `panic_impl`");
        assert_eq!(found, usize::from(!builds), "{}", outcome.stderr);
    }
}

#[test]
fn maps_that_meet_in_a_program_do_not_compile() {
    let main = "mod first {\n    deeplens_ports::include_ports!(\"first\");\n}\n\
                mod second {\n    deeplens_ports::include_ports!(\"second\");\n}\n\
                deeplens_ports::assert_disjoint!(first, second);\nfn main() {}\n";
    let build = "fn main() {\n    deeplens_ports_build::compile(\"first.toml\");\n    deeplens_ports_build::compile(\"second.toml\");\n}\n";
    let first = "[map]\nname = \"first\"\n[services.web]\nport = 8080\nprotocol = \"http\"\n\
                 [services.tenants]\nports = \"6433-6533\"\nstep = 2\nprotocol = \"http\"\n";
    let second = "[map]\nname = \"second\"\n[services.api]\nport = 8081\nprotocol = \"http\"\n\
                  [services.others]\nports = \"6434-6534\"\nstep = 2\nprotocol = \"grpc\"\n";
    let files = [
        ("first.toml", first),
        ("second.toml", second),
        ("build.rs", build),
        ("src/main.rs", main),
    ];
    let sandbox = own_map("meeting", &files);
    let _ = sandbox.cargo("meeting", &["build"]).passed();
    for (from, to, message) in [
        (
            "port = 8081",
            "port = 8080",
            "two maps take port 8080: `web` and `api`",
        ),
        (
            "port = 8080",
            "port = 6435",
            "two maps take port 6435: `tenants` and `api`",
        ),
        (
            "port = 6435",
            "port = 6435\nhost = \"127.0.0.1\"",
            "two maps take port 6435: `tenants` and `api`",
        ),
        ("port = 6435\nhost = \"127.0.0.1\"", "port = 8081", ""),
        (
            "\"6434-6534\"",
            "\"6435-6535\"",
            "two maps take port 6435: `tenants` and `others`",
        ),
        (
            "\"6435-6535\"",
            "\"8080-8090\"\nhost = \"0:0::1\"",
            "two maps take port 8080: `others` and `web`",
        ),
        (
            "host = \"0:0::1\"",
            "host = \"shop.localhost\"",
            "two maps take port 8080: `others` and `web`",
        ),
        ("host = \"shop.localhost\"", "host = \"other.internal\"", ""),
    ] {
        sandbox.edit("meeting/second.toml", from, to);
        let outcome = sandbox.cargo("meeting", &["build"]);
        assert_eq!(
            outcome.success,
            message.is_empty(),
            "{to}: {}",
            outcome.stderr
        );
        assert!(outcome.stderr.contains(message), "{to}: {}", outcome.stderr);
    }
}
