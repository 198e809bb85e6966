//! The constants of compiled maps, in the editor.

use test_builds::{Sandbox, quoted, repository};
use test_editor::Editor;

const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const MAP: &str = "[map]\nname = \"shop\"\n\n[services.web]\nport = 8080\nprotocol = \"http\"\npurpose = \"Pages\"\n\n\
                   [services.api]\nport = 8081\nprotocol = \"http\"\n";
const MAIN: &str = "mod own {\n    deeplens_ports::include_ports!();\n}\n\nuse deeplens_ports::ports;\n\n\
                    fn main() {\n    let _ = (ports::QDRANT_GRPC, ports::ALL, own::WEB);\n}\n";

/// A package that uses the map of DeepLens and has one of its own.
fn package(name: &str, map: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let [types, compiler] =
        ["deeplens-ports", "deeplens-ports-build"].map(|part| quoted(&repository().join(part)));
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ path = {types} }}\n\n\
         [build-dependencies]\ndeeplens-ports-build = {{ path = {compiler} }}\n"
    );
    let files = [
        ("ports.toml", map),
        ("build.rs", BUILD),
        ("src/main.rs", MAIN),
    ];
    sandbox.package(name, &dependencies, &files);
    sandbox
}

/// Hover, go-to-definition and completion of a constant, such as `ports::QDRANT_GRPC`.
fn is_known(editor: &mut Editor, constant: &str, docs: &str) {
    let hover = editor.hover(constant);
    assert!(hover.contains(docs), "{hover}");

    let (module, name) = constant.split_once("::").expect("a module and a name");
    let place = editor.definition(constant).expect("one place");
    assert!(place.file.ends_with("out/port-maps/ports.rs"), "{place:?}");
    assert!(
        place.line.starts_with(&format!("pub const {name}: ")),
        "{place:?}"
    );

    let typed = format!("{module}::{}", &name[..1]);
    let names = editor.completions(&typed);
    assert!(names.iter().any(|it| it == name), "{names:?}");
}

#[test]
fn the_constants_of_a_dependency_and_of_an_own_map_are_known() {
    let sandbox = package("healthy", MAP);
    let mut editor = Editor::open(&sandbox, "healthy", "src/main.rs");
    let docs = "`Qdrant (gRPC)` at `http://localhost:6334`.";
    is_known(&mut editor, "ports::QDRANT_GRPC", docs);
    is_known(&mut editor, "own::WEB", "`web` at `http://localhost:8080`.");
}

#[test]
fn what_is_shown_first_is_for_a_reader() {
    let sandbox = package("readable", MAP);
    let mut editor = Editor::open(&sandbox, "readable", "src/main.rs");
    for (constant, address) in [
        ("ports::QDRANT_GRPC", "http://localhost:6334"),
        ("own::WEB", "http://localhost:8080"),
    ] {
        let hover = editor.hover(constant);
        let (_, value) = hover.split_once(" = ").expect("a value");
        // Not every release of rust-analyzer shows the record too.
        let (first, _) = value.split_once("record").unwrap_or((value, ""));
        assert!(first.contains(address), "{hover}");
    }
    let table = editor.hover("ports::ALL");
    assert!(table.contains("QDRANT_GRPC"), "{table}");
    assert!(!table.contains("record"), "{table}");
}

#[test]
fn the_constants_of_a_broken_map_are_known() {
    let sandbox = package("broken", &MAP.replace("8081", "8080"));
    let mut editor = Editor::open(&sandbox, "broken", "src/main.rs");
    is_known(&mut editor, "own::WEB", "`web` at `http://localhost:8080`.");
    let names = editor.completions("own::W");
    assert!(names.iter().any(|it| it == "API"), "{names:?}");
}
