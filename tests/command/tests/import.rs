//! `import` of a small repository.

use std::fs;
use std::path::Path;
use test_command::{Run, command, finish, run};

#[track_caller]
fn prints(name: &str, run: &Run, status: i32) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.txt"));
    let shown = format!("{}{}", run.stdout, run.stderr);
    test_reports::compare(&file, &shown).unwrap_or_else(|difference| panic!("{difference}"));
    assert_eq!(run.status, Some(status), "{shown}");
}

const COMPOSE: &str = "name: shop
services:
  web:
    image: nginx
    ports: ['8080:80']
    environment:
      DATABASE_URL: postgres://shop:hunter2@db:5432/shop
  db:
    image: postgres
";

/// A folder with files, which ends with the test.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("files can be written");
    }
    folder
}

fn in_folder(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = command(arguments);
    command.current_dir(folder);
    finish(command)
}

#[test]
fn it_prints_a_map_and_tells_of_the_rest() {
    let clash =
        format!("{COMPOSE}  other:\n    image: example/other\n    ports: ['8080:81', '82']\n");
    let clean = folder(&[("compose.yaml", COMPOSE)]);
    let told = folder(&[("compose.yaml", &clash)]);
    let import = ["import"];
    let run = in_folder(clean.path(), &import);
    prints("import", &run, 0);
    assert!(
        run.stdout.starts_with("# The ports of shop"),
        "{}",
        run.stdout
    );
    let run = in_folder(told.path(), &import);
    prints("import-told", &run, 1);
    assert!(!run.stderr.contains("[map]") && !run.stdout.contains("places to look at"));
    prints("help-import", &test_command::run(&["import", "--help"]), 0);
}

#[test]
fn it_overwrites_nothing() {
    let folder = folder(&[("compose.yaml", COMPOSE)]);
    let map = folder.path().join("ports.toml");
    let import = |arguments: &[&str]| in_folder(folder.path(), arguments);
    let first = import(&["import", "-o", "ports.toml"]);
    assert_eq!(
        (first.status, &*first.stdout),
        (Some(0), ""),
        "{}",
        first.stderr
    );
    let written = fs::read_to_string(&map).expect("it is written");
    let again = import(&["import", "-o", "ports.toml"]);
    prints("import-taken", &again, 2);
    assert_eq!(fs::read_to_string(&map).expect("it is there"), written);
    let names = fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(names.count(), 2, "nothing is left beside it");
    // What was written is what an audit takes.
    let audit = import(&["audit"]);
    assert_eq!(audit.status, Some(0), "{}", audit.stdout);
    let lint = import(&["lint", "--toml-1.0", "ports.toml"]);
    assert_eq!(lint.status, Some(0), "{}", lint.stdout);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_there_too() {
    let folder = folder(&[("compose.yaml", COMPOSE)]);
    let link = folder.path().join("ports.toml");
    std::os::unix::fs::symlink("elsewhere.toml", &link).expect("a link");
    let run = in_folder(folder.path(), &["import", "-o", "ports.toml"]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(!folder.path().join("elsewhere.toml").exists());
}

#[test]
fn the_map_may_be_elsewhere() {
    let folder = folder(&[("app/compose.yaml", COMPOSE), ("maps/keep", "")]);
    let app = folder.path().join("app");
    let place = |map: &str| {
        let text = fs::read_to_string(folder.path().join(map)).expect("it is written");
        let line = text.lines().find(|line| line.starts_with("configured-in"));
        line.expect("it says where")
            .split_once("file = ")
            .map(|(_, place)| place.to_owned())
    };
    let below = in_folder(folder.path(), &["import", "-o", "maps/ports.toml"]);
    assert_eq!(below.status, Some(0), "{}", below.stderr);
    let above = in_folder(&app, &["import", "-o", "../ports.toml"]);
    assert_eq!(above.status, Some(0), "{}", above.stderr);
    assert!(place("maps/ports.toml").is_some_and(|it| it.starts_with("\"../app/compose.yaml\"")));
    assert!(place("ports.toml").is_some_and(|it| it.starts_with("\"app/compose.yaml\"")));
    let nowhere = in_folder(&app, &["import", "-o", "nowhere/ports.toml"]);
    assert_eq!(nowhere.status, Some(2), "{}", nowhere.stderr);
}

#[test]
fn names() {
    let unnamed = COMPOSE.trim_start_matches("name: shop\n");
    let folder = folder(&[
        ("Shop 2/compose.yaml", unnamed),
        ("named/compose.yaml", COMPOSE),
    ]);
    let name = |path: &str, arguments: &[&str]| {
        let run = in_folder(
            &folder.path().join(path),
            &[&["import"], arguments].concat(),
        );
        let line = run.stdout.lines().find(|line| line.starts_with("name"));
        line.map(|line| {
            line.split_once('=')
                .map_or("", |(_, name)| name.trim())
                .to_owned()
        })
    };
    assert_eq!(name("Shop 2", &[]).as_deref(), Some("\"Shop 2\""));
    assert_eq!(name("named", &[]).as_deref(), Some("\"shop\""));
    assert_eq!(
        name("named", &["--name", "Löwe"]).as_deref(),
        Some("\"Löwe\"")
    );
    assert_eq!(name("named", &["--name", " "]), None);
}

#[test]
fn exit_statuses() {
    let import = |files: &[(&str, &str)]| {
        let folder = folder(files);
        in_folder(folder.path(), &["import"]).status
    };
    assert_eq!(import(&[]), Some(2), "nothing was read");
    assert_eq!(import(&[("notes.txt", "nothing\n")]), Some(2), "no port");
    assert_eq!(import(&[("compose.yaml", "services:\n  a: [\n")]), Some(3));
    let broken = [
        ("compose.yaml", COMPOSE),
        ("more.compose.yaml", "services:\n  a: [\n"),
    ];
    assert_eq!(import(&broken), Some(3));
    assert_eq!(
        import(&[("compose.yaml", "services:\n  a:\n    ports: ['x']\n")]),
        Some(1)
    );
    assert_eq!(run(&["import", "nowhere"]).status, Some(2));
    assert_eq!(run(&["--map", "ports.toml", "import"]).status, Some(2));
}

#[test]
fn no_password_is_shown() {
    let folder = folder(&[("compose.yaml", COMPOSE)]);
    let run = in_folder(folder.path(), &["import"]);
    assert!(!format!("{}{}", run.stdout, run.stderr).contains("hunter2"));
    assert!(
        run.stdout.contains("container-port = 5432"),
        "{}",
        run.stdout
    );
}

/// Where a schema is beside it, editors are told.
#[test]
fn the_schema_is_named_where_it_is() {
    let with = folder(&[("compose.yaml", COMPOSE), ("ports.schema.json", "{}")]);
    let run = in_folder(with.path(), &["import"]);
    assert!(
        run.stdout.starts_with("#:schema ./ports.schema.json\n\n"),
        "{}",
        run.stdout
    );
}
