//! What was there stays where a file cannot be written, and so does what is no part of its text.

#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::Command;
use std::thread;
use test_export::folder::{ENV, Folder};

#[test]
fn a_read_only_file() {
    let folder = Folder::new();
    folder.write("it.json", "{}\n");
    fs::set_permissions(folder.path("it.json"), Permissions::from_mode(0o444)).expect("it is ours");
    let run = folder.run(&["export", "json", "-o", "it.json"]);
    assert!(
        run.stderr.starts_with("error: failed to write `it.json`: "),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, Some(2));
    assert_eq!(folder.text("it.json"), "{}\n");
    assert_eq!(folder.files(), ["it.json", "ports.toml"]);
    let run = folder.run(&["export", "json", "-o", "it.json", "--check"]);
    assert_eq!(run.status, Some(1), "it can be compared all the same");
}

/// A limit of the size of files stands for a disk that is full.
#[test]
fn a_full_disk() {
    let folder = Folder::new();
    folder.write("it.json", "{}\n");
    let built = test_command::command(&[]);
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" export json --map deeplens -o it.json";
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(built.get_program())
        .current_dir(folder.path(""))
        .output()
        .expect("there is a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.starts_with("error: failed to write `it.json`: "),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(folder.text("it.json"), "{}\n");
    assert_eq!(folder.files(), ["it.json", "ports.toml"]);
}

#[test]
fn a_folder_that_is_not_there() {
    let folder = Folder::new();
    let run = folder.run(&["export", "env", "-o", "no/.env"]);
    assert!(
        run.stderr.starts_with("error: failed to write `no/.env`: "),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, Some(2));
    fs::create_dir(folder.path("it")).expect("a folder");
    for arguments in [
        &["export", "json", "-o", "it"][..],
        &["export", "json", "-o", "it", "--check"],
    ] {
        let run = folder.run(arguments);
        assert!(format!("{}{}", run.stdout, run.stderr).contains("failed to read `it`: "));
        assert_eq!(run.status, Some(2));
    }
}

#[test]
fn links_and_permissions() {
    let folder = Folder::new();
    folder.write("real.env", &ENV.replace("8080", "1"));
    fs::set_permissions(folder.path("real.env"), Permissions::from_mode(0o640))
        .expect("it is ours");
    symlink("real.env", folder.path(".env")).expect("links can be made");
    assert_eq!(folder.run(&["export", "env", "-o", ".env"]).status, Some(0));
    assert!(folder.path(".env").is_symlink());
    assert_eq!(folder.text("real.env"), ENV);
    let mode = fs::metadata(folder.path("real.env"))
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    symlink("nowhere", folder.path("dangling")).expect("links can be made");
    let run = folder.run(&["export", "env", "-o", "dangling"]);
    assert_eq!(run.status, Some(2), "{}", run.stdout);
    assert!(folder.path("dangling").is_symlink() && !folder.path("nowhere").exists());
}

/// What takes its place would be a file that nobody reads.
#[test]
fn a_pipe() {
    let folder = Folder::new();
    let pipe = folder.path("pipe");
    let made = Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .expect("pipes can be made");
    assert!(made.success());
    let reader = thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("pipes can be read")
    });
    let run = folder.run(&["export", "env", "-o", "pipe"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(reader.join().expect("it ends"), ENV);
    assert!(
        fs::metadata(&pipe)
            .expect("it is there")
            .file_type()
            .is_fifo()
    );
}
