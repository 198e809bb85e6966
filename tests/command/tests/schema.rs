//! The schema of a map, printed and in a file.

use std::fs;
use std::path::Path;
use test_command::{Run, run};

fn written(file: &Path) -> Run {
    let run = run(&["schema", "-o", file.to_str().expect("a path in UTF-8")]);
    assert_eq!(run.stderr, "");
    assert_eq!(run.status, Some(0));
    run
}

#[test]
fn it_is_printed() {
    let run = run(&["schema"]);
    assert_eq!(run.stdout, deeplens_ports_cli::schema());
    assert_eq!((run.stderr.as_str(), run.status), ("", Some(0)));
}

#[test]
fn a_file_is_written_where_it_differs() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("ports.schema.json");
    let name = file.display();
    let new = format!("schema written to {name}\n");
    assert_eq!(written(&file).stdout, new);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        deeplens_ports_cli::schema()
    );
    assert_eq!(written(&file).stdout, format!("{name} is up to date\n"));
    // As `>` of Windows PowerShell leaves it.
    fs::write(&file, b"\xff\xfe{\0}\0").unwrap();
    assert_eq!(written(&file).stdout, new);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        deeplens_ports_cli::schema()
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let run = run(&["schema", "-o", "no-such-folder/ports.schema.json"]);
    let start = "error: failed to write `no-such-folder/ports.schema.json`: ";
    assert!(run.stderr.starts_with(start), "{}", run.stderr);
    assert_eq!(run.status, Some(2));
}

#[test]
fn it_is_of_no_map() {
    let run = run(&["--map", "ports.toml", "schema"]);
    assert_eq!(run.stderr, "error: `schema` takes no `--map`\n");
    assert_eq!(run.status, Some(2));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_stays_what_it_is() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("ports.schema.json");
    let link = folder.path().join("link.json");
    fs::write(&file, "").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    written(&link);
    assert!(link.is_symlink());
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        deeplens_ports_cli::schema()
    );
    let printed = written(Path::new("/dev/stdout")).stdout;
    assert!(printed.starts_with(&deeplens_ports_cli::schema()));
    assert!(
        Path::new("/dev/null")
            .metadata()
            .is_ok_and(|it| !it.is_file())
    );
}
