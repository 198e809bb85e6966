//! Files as the command finds and leaves them.

use std::fs;
use test_export::folder::{ENV, Folder};

#[test]
fn a_file_is_written_once() {
    let folder = Folder::new();
    let first = folder.run(&["export", "env", "-o", "a.env"]);
    assert_eq!((first.status, &*first.stdout), (Some(0), "wrote a.env\n"));
    assert_eq!(folder.text("a.env"), ENV);
    let before = fs::metadata(folder.path("a.env"))
        .and_then(|it| it.modified())
        .expect("a time");
    let second = folder.run(&["export", "env", "-o", "a.env"]);
    assert_eq!(
        (second.status, &*second.stdout),
        (Some(0), "a.env is up to date\n")
    );
    let after = fs::metadata(folder.path("a.env"))
        .and_then(|it| it.modified())
        .expect("a time");
    assert_eq!(before, after);
    assert_eq!(folder.files(), ["a.env", "ports.toml"]);
}

/// What a check says of a file, and that it leaves it as it is.
#[track_caller]
fn check(folder: &Folder, format: &str, file: &str, status: i32, said: &[&str]) {
    let before = fs::read(folder.path(file)).ok();
    let run = folder.run(&["export", format, "-o", file, "--check"]);
    for text in said {
        assert!(
            run.stdout.contains(text),
            "{text}: {}{}",
            run.stdout,
            run.stderr
        );
    }
    assert_eq!(run.status, Some(status), "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stderr, "");
    assert_eq!(fs::read(folder.path(file)).ok(), before);
}

const FRESH: &str = "1 file compared with ports.toml: 1 up to date\n";

#[test]
fn line_ends_and_a_mark_do_not_count_and_are_kept() {
    for format in ["env", "json"] {
        let folder = Folder::new();
        folder.run(&["export", format, "-o", "it"]);
        let made = folder.text("it");
        for found in [made.replace('\n', "\r\n"), format!("\u{feff}{made}")] {
            folder.write("it", &found);
            check(&folder, format, "it", 0, &[FRESH]);
            folder.run(&["export", format, "-o", "it"]);
            assert_eq!(folder.text("it"), found);
            let stale = found.replace("8080", "8090");
            assert_ne!(stale, found);
            folder.write("it", &stale);
            check(&folder, format, "it", 1, &["8090", ": 1 stale\n"]);
            folder.run(&["export", format, "-o", "it"]);
            assert_eq!(folder.text("it"), found);
        }
        folder.write("it", made.trim_end());
        check(&folder, format, "it", 0, &[FRESH]);
    }
}

#[test]
fn a_file_that_is_not_there() {
    let folder = Folder::new();
    let said = [
        "error: `a.env` is not there\n",
        "help: `deeplens-ports export env -o a.env` mends it\n",
        "1 file compared with ports.toml: 1 missing\n",
    ];
    check(&folder, "env", "a.env", 1, &said);
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

#[test]
fn utf_16_is_named() {
    let folder = Folder::new();
    let named = "is UTF-16, as Windows PowerShell's `>` writes it\n";
    fs::write(folder.path("it.json"), utf16("{}")).expect("files can be written");
    check(
        &folder,
        "json",
        "it.json",
        1,
        &[named, "export json -o it.json` mends it\n"],
    );
    assert_eq!(
        folder.run(&["export", "json", "-o", "it.json"]).status,
        Some(0)
    );
    check(&folder, "json", "it.json", 0, &[FRESH]);
    // It has more in it than what is made.
    fs::write(folder.path(".env"), utf16(ENV)).expect("files can be written");
    check(&folder, "env", ".env", 2, &[named, ": 1 faulty\n"]);
    let run = folder.run(&["export", "env", "-o", ".env"]);
    assert!(run.stderr.contains(named), "{}", run.stderr);
    assert_eq!(run.status, Some(2));
    assert_eq!(fs::read(folder.path(".env")).ok(), Some(utf16(ENV)));
    fs::write(folder.path(".env"), [b'A', b'=', 0xe4, b'\n']).expect("files can be written");
    check(&folder, "env", ".env", 2, &["`.env` is no UTF-8\n"]);
}

#[test]
fn no_file_is_compared() {
    let folder = Folder::new();
    for config in [None, Some(""), Some("[audit]\nskip = []\n")] {
        if let Some(config) = config {
            folder.write("deeplens-ports.toml", config);
        }
        for arguments in [&["export"][..], &["export", "--check"]] {
            let run = folder.run(arguments);
            let said = "error: nothing to export: no `[[export]]` in deeplens-ports.toml\n";
            assert_eq!((run.status, &*run.stderr), (Some(2), said));
        }
    }
}

const TWO: &str = "[[export]]\nformat = 'json'\nfile = 'ports.json'\n[[export]]\nformat = 'env'\nfile = 'web/.env'\n";

#[test]
fn all_of_the_configuration() {
    let folder = Folder::new();
    folder.write("deeplens-ports.toml", TWO);
    fs::create_dir(folder.path("web")).expect("a folder");
    let run = folder.run(&["export"]);
    assert_eq!(
        (run.status, &*run.stdout),
        (Some(0), "wrote ports.json\nwrote web/.env\n")
    );
    let run = folder.run(&["export", "--check"]);
    assert_eq!(
        run.stdout,
        "2 files compared with ports.toml: 2 up to date\n"
    );
    // From elsewhere the files are those beside the map all the same.
    let map = folder.path("ports.toml");
    let mut command =
        test_command::command(&["export", "--check", "--map", &map.to_string_lossy()]);
    command.current_dir(std::env::temp_dir());
    let run = test_command::finish(command);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

#[test]
fn nothing_is_written_where_one_cannot_be() {
    let folder = Folder::new();
    folder.write("deeplens-ports.toml", TWO);
    fs::create_dir(folder.path("web")).expect("a folder");
    folder.write("web/.env", "A=1\n");
    let run = folder.run(&["export"]);
    let said = "error: no region in `web/.env`: add the lines `# deeplens-ports: begin env` and `# deeplens-ports: end env`\n";
    assert_eq!((run.status, &*run.stderr), (Some(2), said));
    assert!(!folder.path("ports.json").exists());
    let run = folder.run(&["export", "--check"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.stdout
            .ends_with("2 files compared with ports.toml: 1 missing, 1 faulty\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn keys_of_the_map_for_a_file_from_anywhere() {
    let folder = Folder::new();
    fs::create_dir(folder.path("web")).expect("a folder");
    let expected = "# deeplens-ports: begin env\n\
                    # Made by `deeplens-ports export env --configured` from the map Shop.\n\
                    WEB_PORT=8080\n# deeplens-ports: end env\n";
    folder.run(&["export", "env", "--configured", "-o", "web/.env"]);
    assert_eq!(folder.text("web/.env"), expected);
    let mut command = test_command::command(&[
        "export",
        "env",
        "--configured",
        "-o",
        ".env",
        "--map",
        "../ports.toml",
        "--check",
    ]);
    command.current_dir(folder.path("web"));
    let run = test_command::finish(command);
    assert_eq!(
        run.stdout, "1 file compared with ../ports.toml: 1 up to date\n",
        "{}",
        run.stderr
    );
    folder.write(
        "deeplens-ports.toml",
        "[[export]]\nformat = 'env'\nfile = 'web/.env'\nconfigured = true\n",
    );
    assert_eq!(folder.run(&["export", "--check"]).status, Some(0));
}
