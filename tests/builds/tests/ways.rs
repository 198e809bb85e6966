//! Where and how a crate is built: each way that the documentation lists.

use std::fs;
use std::path::Path;
use std::process::Command;
use test_builds::{Sandbox, copy, quoted, repository};

const MAP: &str = "[map]\nname = \"way\"\nbeside = [\"deeplens-ports\"]\n\n[services.web]\nport = 8080\nprotocol = \"http\"\n";
const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const MAIN: &str = "mod own {\n    deeplens_ports::include_ports!();\n}\n\
                    fn main() { println!(\"{} {}\", own::WEB, deeplens_ports::ports::QDRANT_GRPC); }\n";
const ANSWER: &str = "http://localhost:8080 http://localhost:6334\n";

/// A package that uses both crates, at the place that `source` names, such as `path = 'CRATE'`.
fn user(sandbox: &Sandbox, name: &str, source: impl Fn(&str) -> String) {
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ {} }}\n\n[build-dependencies]\ndeeplens-ports-build = {{ {} }}\n",
        source("deeplens-ports"),
        source("deeplens-ports-build")
    );
    let files = [
        ("ports.toml", MAP),
        ("build.rs", BUILD),
        ("src/main.rs", MAIN),
    ];
    sandbox.package(name, &dependencies, &files);
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = [
        "-c",
        "user.name=test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "init.defaultBranch=main",
    ];
    let output = Command::new("git")
        .args(identity)
        .args(arguments)
        .current_dir(folder)
        .output();
    let output = output.expect("git runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The project as a repository of its own.
fn with_repository() -> Sandbox {
    let sandbox = Sandbox::with_project();
    let project = sandbox.path("project");
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "."]);
    git(&project, &["commit", "--quiet", "-m", "all"]);
    sandbox
}

fn url(path: &Path) -> String {
    format!(
        "file://{}",
        path.display()
            .to_string()
            .replace(' ', "%20")
            .replace('ü', "%C3%BC")
    )
}

#[test]
fn as_a_git_dependency_and_vendored_from_one() {
    let sandbox = with_repository();
    let address = url(&sandbox.path("project"));
    user(&sandbox, "from-git", |_| format!("git = \"{address}\""));
    assert_eq!(sandbox.online("from-git", &["run"]).passed().stdout, ANSWER);

    let vendored = sandbox.online("from-git", &["vendor"]).passed();
    sandbox.write("from-git/.cargo/config.toml", &vendored.stdout);
    let map =
        fs::symlink_metadata(sandbox.path("from-git/vendor/deeplens-ports/ports.toml")).unwrap();
    assert!(map.is_file(), "the map is in the vendored crate");
    fs::remove_dir_all(sandbox.path("project")).unwrap();
    assert_eq!(sandbox.cargo("from-git", &["run"]).passed().stdout, ANSWER);
}

#[test]
fn in_a_git_worktree() {
    let sandbox = with_repository();
    git(
        &sandbox.path("project"),
        &["worktree", "add", "--quiet", "../tree", "-b", "other"],
    );
    fs::remove_dir_all(sandbox.path("project/deeplens-ports")).unwrap();
    let tree = sandbox.path("tree");
    user(&sandbox, "from-worktree", |name| {
        format!("path = {}", quoted(&tree.join(name)))
    });
    assert_eq!(
        sandbox.cargo("from-worktree", &["run"]).passed().stdout,
        ANSWER
    );
}

#[test]
fn where_the_symbolic_link_arrived_as_text() {
    let sandbox = Sandbox::with_project();
    let link = sandbox.path("project/deeplens-ports/ports.toml");
    fs::remove_file(&link).unwrap();
    fs::write(&link, "../ports.toml").unwrap();
    let project = sandbox.path("project");
    user(&sandbox, "from-text-link", |name| {
        format!("path = {}", quoted(&project.join(name)))
    });
    assert_eq!(
        sandbox.cargo("from-text-link", &["run"]).passed().stdout,
        ANSWER
    );

    // The map behind the link is watched, and its mistakes are shown.
    sandbox.edit("project/ports.toml", "= 6334", "= 6335");
    let moved = sandbox.cargo("from-text-link", &["run"]).passed().stdout;
    assert_eq!(moved, ANSWER.replace("6334", "6335"));

    fs::write(&link, "../nowhere.toml").unwrap();
    let broken = sandbox.cargo("from-text-link", &["build"]).failed();
    let report = broken.report();
    assert!(
        report[0]
            .starts_with("error: `ports.toml` holds the text `../nowhere.toml` instead of a map"),
        "{report:?}"
    );
    // It is watched before it is there.
    copy(
        &sandbox.path("project/ports.toml"),
        &sandbox.path("project/nowhere.toml"),
    )
    .unwrap();
    assert_eq!(
        sandbox.cargo("from-text-link", &["run"]).passed().stdout,
        moved
    );
}

#[test]
#[cfg(unix)]
fn from_a_source_tree_that_is_read_only() {
    use std::os::unix::fs::PermissionsExt;

    fn each(path: &Path, mode: u32) {
        if path.is_symlink() {
            return;
        }
        if path.is_dir() {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            for entry in fs::read_dir(path).unwrap() {
                each(&entry.unwrap().path(), mode);
            }
        }
        let executable = if path.is_dir() { 0o111 } else { 0 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode | executable)).unwrap();
    }

    fn files(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.push(path.display().to_string());
            if path.is_dir() {
                found.extend(files(&path));
            }
        }
        found.sort();
        found
    }

    let sandbox = Sandbox::with_project();
    let project = sandbox.path("project");
    user(&sandbox, "from-read-only", |name| {
        format!("path = {}", quoted(&project.join(name)))
    });
    let before = files(&project);
    each(&project, 0o444);
    let outcome = sandbox.cargo("from-read-only", &["run"]);
    // Root writes where it likes, so what counts is that nothing was written.
    let after = files(&project);
    each(&project, 0o644);
    assert_eq!(outcome.passed().stdout, ANSWER);
    assert_eq!(after, before);
}

#[test]
fn in_every_edition_without_std_and_under_every_lint() {
    for edition in ["2018", "2021", "2024"] {
        let sandbox = Sandbox::new();
        let name = format!("edition-{edition}");
        let full = fs::read_to_string(repository().join("tests/modules/good/full.toml")).unwrap();
        let lib = "#![no_std]\n#![forbid(unsafe_code, missing_docs, dead_code, deprecated)]\n#![deny(warnings)]\n\
                   #![deny(rust_2018_idioms, unused, future_incompatible, nonstandard_style, let_underscore_drop)]\n\
                   #![deny(absolute_paths_not_starting_with_crate, unused_qualifications, single_use_lifetimes)]\n\
                   #![deny(unused_import_braces, trivial_casts, missing_debug_implementations)]\n\
                   //! A crate.\n\
                   /// Ports.\npub mod ports {\n    deeplens_ports::include_ports!(\"ports.prod\");\n}\n\
                   mod unused {\n    deeplens_ports::include_ports!(\"ports.prod\");\n}\n";
        let build = BUILD.replace("ports.toml", "maps/ports.prod.toml");
        let crates =
            ["deeplens-ports", "deeplens-ports-build"].map(|part| quoted(&repository().join(part)));
        let dependencies = format!(
            "[dependencies]\ndeeplens-ports = {{ path = {}, default-features = false }}\n\n\
             [build-dependencies]\ndeeplens-ports-build = {{ path = {} }}\n",
            crates[0], crates[1]
        );
        let files = [
            ("maps/ports.prod.toml", full.as_str()),
            ("build.rs", build.as_str()),
            ("src/lib.rs", lib),
        ];
        sandbox.package(&name, &dependencies, &files);
        sandbox.edit(
            &format!("{name}/Cargo.toml"),
            "\"2021\"",
            &format!("\"{edition}\""),
        );
        let outcome = sandbox.cargo(&name, &["build"]).passed();
        assert_eq!(outcome.count("warning"), 0, "{}", outcome.stderr);
    }
}

#[test]
fn as_the_readme_says() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let section = readme
        .split("\n## Your own map\n")
        .nth(1)
        .expect("the section is there");
    let section = section.split("\n## ").next().unwrap_or_default();
    let sandbox = Sandbox::new();
    let mut manifest =
        "[package]\nname = \"readme\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n".to_owned();
    let mut blocks = 0;
    for block in section.split("```").skip(1).step_by(2) {
        let (_, block) = block.split_once('\n').expect("a block has lines");
        let (first, rest) = block.split_once('\n').expect("a block names its file");
        let file = first.trim_start_matches(['#', '/', ' ']);
        match file {
            "Cargo.toml" => manifest += rest,
            "build.rs" | "src/lib.rs" | "ports.toml" => {
                sandbox.write(&format!("readme/{file}"), rest);
            }
            _ => panic!("{file} is not a file of a package"),
        }
        blocks += 1;
    }
    assert_eq!(blocks, 4);
    let project = repository();
    let patches = ["deeplens-ports", "deeplens-ports-build"]
        .map(|name| format!("{name} = {{ path = {} }}\n", quoted(&project.join(name))));
    manifest += &format!("\n[patch.crates-io]\n{}\n[workspace]\n", patches.concat());
    sandbox.write("readme/Cargo.toml", &manifest);
    copy(
        &project.join("Cargo.lock"),
        &sandbox.path("readme/Cargo.lock"),
    )
    .unwrap();
    let _ = sandbox.cargo("readme", &["build"]).passed();
}
