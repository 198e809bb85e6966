//! Clean dev builds of a crate with the map of DeepLens beside the same map by its peers, and rustc on modules beside
//! as many bare constants. Each with its floor: the dependencies with none of our code, the records with no more.

use benches::{maps, medians, packages, repository, succeeds};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

fn main() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    match std::env::args().nth(1).as_deref() {
        Some("clean") => clean(folder.path()),
        Some("rustc") => modules(folder.path()),
        _ => panic!("expected clean or rustc"),
    }
}

fn clean(folder: &Path) {
    let ours = format!(
        "deeplens-ports = {{ path = {:?} }}",
        repository().join("deeplens-ports")
    );
    let dependencies = dependencies();
    let packages = [
        (
            "deeplens-ports",
            ours.as_str(),
            "pub const PORT: u16 = deeplens_ports::ports::QDRANT_GRPC.port();",
        ),
        (
            "static-toml",
            "static-toml = \"=1.3.0\"",
            "static_toml::static_toml! { pub const PORTS = include_toml!(\"ports.toml\"); }",
        ),
        (
            "toml_const",
            "toml_const = \"=1.3.1\"",
            "toml_const::toml_const! { pub const PORTS: \"ports.toml\"; }",
        ),
        ("hand-written", "", "pub const QDRANT_GRPC: u16 = 6334;"),
        (
            "our dependencies alone",
            dependencies.as_str(),
            "pub const QDRANT_GRPC: u16 = 6334;",
        ),
    ];
    let mut folders = Vec::new();
    for (name, dependency, lib) in packages {
        let package = folder.join(name);
        let mut files = vec![("src/lib.rs", lib)];
        if dependency.contains("build-dependencies") {
            files.push(("build.rs", "fn main() {}"));
        }
        packages::write(&package, dependency, &files);
        folders.push(package);
    }
    let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(|at| folders[at].clone());
    let times = medians(
        5,
        &mut [
            ("", &mut || packages::build(&a)),
            ("", &mut || packages::build(&b)),
            ("", &mut || packages::build(&c)),
            ("", &mut || packages::build(&d)),
            ("", &mut || packages::build(&e)),
        ],
    );
    println!("| crate that depends on | clean dev build | of static-toml | of toml_const |");
    println!("| --- | --- | --- | --- |");
    for ((name, _, _), time) in packages.iter().zip(&times) {
        let of = |other: Duration| time.as_secs_f64() / other.as_secs_f64();
        println!(
            "| {name} | {:.2} s | {:.2} | {:.2} |",
            time.as_secs_f64(),
            of(times[1]),
            of(times[2])
        );
    }
}

/// What the compiler of maps depends on, as the workspace says it.
fn dependencies() -> String {
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml")).expect("a manifest");
    let names = [
        "annotate-snippets",
        "prettyplease",
        "proc-macro2",
        "quote",
        "syn",
        "toml",
    ];
    let is_one = |line: &&str| {
        names
            .iter()
            .any(|name| line.starts_with(&format!("{name} =")))
    };
    let lines: Vec<&str> = manifest.lines().filter(is_one).collect();
    assert_eq!(lines.len(), names.len(), "{lines:?}");
    // After the empty table of dependencies.
    format!("[build-dependencies]\n{}", lines.join("\n"))
}

fn modules(folder: &Path) {
    let library = types_alone(folder);
    std::fs::create_dir(folder.join("out")).expect("folders can be made");
    println!(
        "| endpoints | rustc on the module | on as many `pub const X: u16` | ratio | of plain records |"
    );
    println!("| --- | --- | --- | --- | --- |");
    let mut last: Option<Duration> = None;
    for (count, rounds) in [(22, 15), (1000, 9), (10000, 3)] {
        let module =
            deeplens_ports_build::generate("big.toml", &maps::text(count)).expect("a valid map");
        let ours = format!("pub mod ports {{ use ::deeplens_ports; {module} }}");
        let bare: String = maps::ports(count)
            .iter()
            .enumerate()
            .map(|(at, port)| format!("pub const SERVICE_{at}_HTTP: u16 = {port};\n"))
            .collect();
        let files = [
            ("ours.rs", ours),
            ("bare.rs", bare),
            ("records.rs", records(count)),
        ];
        let files = files.map(|(name, text)| {
            let file = folder.join(name);
            std::fs::write(&file, text).expect("files can be written");
            file
        });
        let times = medians(
            rounds,
            &mut [
                ("", &mut || rustc(&files[0], &library, folder)),
                ("", &mut || rustc(&files[1], &library, folder)),
                ("", &mut || rustc(&files[2], &library, folder)),
            ],
        );
        let ratio = |at: usize| times[at].as_secs_f64() / times[1].as_secs_f64();
        println!(
            "| {count} | {:.0} ms | {:.0} ms | {:.1} | {:.1} |",
            times[0].as_secs_f64() * 1e3,
            times[1].as_secs_f64() * 1e3,
            ratio(0),
            ratio(2)
        );
        if let Some(last) = last.replace(times[0]) {
            eprintln!(
                "{count}: {:.1} times as long as the size before",
                times[0].as_secs_f64() / last.as_secs_f64()
            );
        }
    }
}

/// The floor of any shape that keeps the facts: one struct of literals for each endpoint, with its container, a
/// reference to its service and to what all share. No table has it, and there are no docs, groups, numbers or lookups.
fn records(count: usize) -> String {
    let texts = [
        "name",
        "id",
        "title",
        "purpose",
        "authority",
        "url",
        "addr",
        "listen",
    ];
    let declared = texts.map(|text| format!("pub {text}: &'static str, "));
    let mut records = format!(
        "pub struct Shared {{ pub scheme: &'static str, pub host: &'static str }}
        pub struct Service {{ pub name: &'static str, pub title: &'static str, pub variable: &'static str }}
        pub struct Container {{ pub host: &'static str, pub port: u16, pub authority: &'static str, pub url: &'static str }}
        pub struct Record {{ pub port: u16, {} pub service: &'static Service, pub shared: &'static Shared, pub container: Option<Container> }}
        const SHARED: Shared = Shared {{ scheme: \"http\", host: \"localhost\" }};\n",
        declared.concat()
    );
    let constant = |name: &str| name.to_uppercase().replace(['-', '.'], "_");
    let mut services = String::from("mod services {\n");
    let mut last = String::new();
    for (port, name) in maps::ports(count).iter().zip(maps::names(count)) {
        let id = constant(&name);
        let service = name.split('.').next().unwrap_or_default();
        if service != last {
            let id = constant(service);
            services.push_str(&format!("pub(super) const {id}: super::Service = super::Service {{ name: \"{service}\", title: \"{service}\", variable: \"{id}\" }};\n"));
            service.clone_into(&mut last);
        }
        let texts = texts.map(|text| format!("{text}: \"{text} of {name}\", "));
        let of = constant(service);
        records.push_str(&format!("pub const {id}: &Record = &Record {{ port: {port}, {}service: &services::{of}, shared: &SHARED, container: Some(Container {{ host: \"{service}\", port: {port}, authority: \"{service}:{port}\", url: \"http://{service}:{port}\" }}) }};\n", texts.concat()));
    }
    records + &services + "}\n"
}

/// The library of `deeplens-ports` without the map, as cargo builds it for development.
fn types_alone(folder: &Path) -> PathBuf {
    let target = folder.join("types");
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--offline"])
        .args(["-p", "deeplens-ports", "--no-default-features"])
        .current_dir(repository())
        .env("CARGO_TARGET_DIR", &target);
    succeeds(&mut command);
    target.join("debug/libdeeplens_ports.rlib")
}

/// As cargo calls it in the dev profile.
fn rustc(file: &Path, library: &Path, folder: &Path) {
    let mut command = Command::new("rustc");
    command
        .args(["--edition", "2021", "--crate-type", "lib"])
        .args(["--crate-name", "module"])
        .args(["-C", "debuginfo=2", "-C", "embed-bitcode=no"])
        .arg("--emit=dep-info,metadata,link")
        .arg("--extern")
        .arg(format!("deeplens_ports={}", library.display()))
        .arg("--out-dir")
        .arg(folder.join("out"))
        .arg(file);
    succeeds(&mut command);
}
