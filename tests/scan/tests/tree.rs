//! Which files are read, and that a hostile one ends soon.

use deeplens_ports_cli::{Scan, Tree, scan};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .args(["-c", "user.name=test", "-c", "user.email=test@example.com"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("git runs")
        .status;
    assert!(status.success(), "git {arguments:?}");
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn read(folder: &Path, paths: &[&str]) -> Tree {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    Tree::read_from(folder, &paths).expect("the paths are there")
}

fn paths(tree: &Tree) -> Vec<&str> {
    tree.paths().collect()
}

/// An index of each version that git writes.
#[test]
fn what_git_ignores_is_left_out_unless_it_is_tracked() {
    for version in ["2", "3", "4"] {
        let folder = folder();
        let at = folder.path();
        git(at, &["init", "-q"]);
        write(at, ".gitignore", ".env\nbuilt/\n");
        write(at, ".env", "PORT=8001");
        write(at, "a/.env", "PORT=8002");
        write(at, "a/built/x.env", "PORT=8003");
        write(at, "b.env", "PORT=8004");
        for number in 0..30 {
            write(
                at,
                &format!("src/{number}/{}.txt", "long".repeat(number)),
                "",
            );
        }
        git(at, &["add", "."]);
        git(at, &["add", "--force", "a/.env"]);
        git(at, &["update-index", "--index-version", version]);
        if version == "3" {
            // An entry of a later version.
            write(at, "later.env", "PORT=8005");
            git(at, &["add", "--intent-to-add", "later.env"]);
        }
        let tree = read(at, &["."]);
        let found: Vec<&str> = paths(&tree)
            .into_iter()
            .filter(|path| path.ends_with(".env"))
            .collect();
        let mut expected = vec!["a/.env", "b.env"];
        expected.extend((version == "3").then_some("later.env"));
        assert_eq!(found, expected, "version {version}");
        // What is asked for by its name is read, ignored or not.
        assert_eq!(paths(&read(at, &[".env"])), [".env"]);
    }
}

#[test]
fn a_worktree_has_its_own_index() {
    let folder = folder();
    let main = folder.path().join("main");
    fs::create_dir(&main).expect("folders can be made");
    git(&main, &["init", "-q"]);
    write(&main, ".gitignore", ".env\n");
    write(&main, ".env", "PORT=8001");
    git(&main, &["add", "--force", "."]);
    git(&main, &["commit", "-qm", "all"]);
    git(&main, &["worktree", "add", "-q", "../other"]);
    let other = folder.path().join("other");
    assert_eq!(paths(&read(&other, &[])), [".env", ".git", ".gitignore"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_of_the_tree_is_read_once() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let at = folder.path().join("repository");
    write(&at, "real/.env", "PORT=8001");
    write(folder.path(), "outside.env", "PORT=8002");
    symlink("real", at.join("circle")).expect("links can be made");
    symlink("..", at.join("real/up")).expect("links can be made");
    symlink("real/.env", at.join("linked.env")).expect("links can be made");
    symlink("itself.env", at.join("itself.env")).expect("links can be made");
    symlink("../outside.env", at.join("a.env")).expect("links can be made");
    symlink("../outside.env", at.join("b.env")).expect("links can be made");
    let tree = read(&at, &["."]);
    assert_eq!(paths(&tree).len(), 2, "{tree:?}");
    assert_eq!(scan(&tree).references.len(), 2);
}

#[test]
fn files_beside_what_is_asked_for_are_found() {
    let folder = folder();
    let at = folder.path();
    git(at, &["init", "-q"]);
    write(at, ".env", "PORT=8001\nSECRET=1");
    write(
        at,
        "base.yaml",
        "services:\n  web:\n    ports: ['${PORT}:80']\n",
    );
    write(
        at,
        "a/b/compose.yaml",
        "services:\n  api:\n    extends: {file: ../../base.yaml, service: web}\n",
    );
    for (base, paths) in [
        (at.to_owned(), "a/b"),
        (at.join("a/b"), "compose.yaml"),
        (at.join("a"), "b"),
    ] {
        let scan = scan(&read(&base, &[paths]));
        assert_eq!(scan.bindings.len(), 1, "{:?}", scan.cannot_know);
        assert_eq!(
            scan.bindings[0].host_port.map(|port| port.first()),
            Some(8001),
            "{base:?}"
        );
    }
    // What git ignores is nowhere on CI.
    write(at, ".gitignore", ".env\n");
    assert_eq!(scan(&read(at, &["a/b"])).cannot_know.len(), 1);
    // And nothing outside of the repository is read.
    let above = folder.path().join("a/b/inner");
    fs::create_dir(&above).expect("folders can be made");
    git(&above, &["init", "-q"]);
    write(
        &above,
        "compose.yaml",
        "services:\n  api:\n    extends: {file: ../../../base.yaml, service: web}\n",
    );
    let found = scan(&read(&above, &["."]));
    assert!(found.bindings.is_empty() && found.cannot_know.len() == 1);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_no_path() {
    let folder = folder();
    for path in ["/dev/zero", "nowhere"] {
        let error = Tree::read_from(folder.path(), &[path.into()]).expect_err("it is none");
        assert!(
            error
                .to_string()
                .starts_with(&format!("failed to read `{path}`: ")),
            "{error}"
        );
    }
    let fifo = folder.path().join("compose.yaml");
    let status = Command::new("mkfifo")
        .arg(&fifo)
        .status()
        .expect("mkfifo runs");
    assert!(status.success());
    assert_eq!(paths(&read(folder.path(), &["."])), Vec::<&str>::new());
}

#[test]
fn what_is_no_text_is_named_where_its_name_is_known() {
    let folder = folder();
    let at = folder.path();
    write(at, "compose.yaml", b"services:\0");
    write(at, ".env", [0xff, 0xfe, b'P', 0]);
    write(at, "picture.png", b"\x89PNG\0");
    write(at, "latin.env", b"PORT=8001 # caf\xe9");
    let scan = scan(&read(at, &["."]));
    let said: Vec<&str> = scan.unread().map(|it| &*it.why).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].contains("UTF-16") && said[1].contains("no text"),
        "{said:?}"
    );
    assert_eq!(scan.references.len(), 1);
}

#[track_caller]
fn ends(name: &str, text: &str) -> Scan {
    let tree: Tree = [(name, text)].into_iter().collect();
    scan(&tree)
}

#[test]
fn hostile_files_end_soon() {
    let laughs: String = (0..9).fold("a0: &a0 [lol, lol]\n".to_owned(), |text, at| {
        let aliases = vec![format!("*a{at}"); 9].join(", ");
        format!("{text}a{}: &a{} [{aliases}]\n", at + 1, at + 1)
    });
    ends(
        "compose.yaml",
        &format!("{laughs}services:\n  a:\n    ports: *a9\n"),
    );
    ends("any.yaml", &laughs);
    // Maps that merge each other, each with the keys of all before.
    let merged: String = (0..2000)
        .map(|at| format!("a{at}: &a{at}\n  <<: *a{}\n  k{at}: 1\n", at.max(1) - 1))
        .collect();
    let text = format!(
        "x: &a0 {{}}\n{}",
        merged.replacen("a0: &a0\n", "b0: &a0\n", 1)
    );
    assert_eq!(
        ends("compose.yaml", &format!("services: {{}}\n{text}"))
            .unread()
            .count(),
        1
    );
    // Depth.
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
        let deep = format!(
            "services: {}{}",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        ends("compose.yaml", &deep);
    }
    ends("any.json", &"[".repeat(500_000));
    ends("launchSettings.json", &"{\"a\":".repeat(100_000));
    let nested = format!(
        "services:\n  a:\n    ports: ['{}1{}:80']\n",
        "${A:-".repeat(5000),
        "}".repeat(5000)
    );
    assert_eq!(ends("compose.yaml", &nested).refused.len(), 1);
    // Width.
    let wide =
        "services:\n  a:\n    ports:\n".to_owned() + &"    - 1-65535:1-65535\n".repeat(40_000);
    assert_eq!(ends("compose.yaml", &wide).bindings.len(), 65535);
    let wide: String = (0..30_000)
        .map(|at| format!("  s{at}:\n    extends: s0\n    ports: ['1-100:1-100']\n"))
        .collect();
    ends(
        "compose.yaml",
        &format!("services:\n{}", &wide[..wide.len().min(900_000)]),
    );
    ends(".env", &"A='\n".repeat(200_000));
    ends(".env", &"A=${A}${A}\n".repeat(80_000));
    ends(
        ".env",
        &format!(
            "A=1\n{}",
            (0..50_000).map(|_| "A=$A$A\n").collect::<String>()
        ),
    );
}
