//! What the command says, as snapshots.

use deeplens_ports_cli::export::Format;
use std::path::Path;
use test_export::folder::{ENV, Folder};

#[track_caller]
fn prints(folder: &Folder, name: &str, status: i32, arguments: &[&str]) {
    let run = folder.run(arguments);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.txt"));
    let shown = format!("{}{}", run.stdout, run.stderr);
    test_reports::compare(&file, &shown).unwrap_or_else(|difference| panic!("{difference}"));
    assert_eq!(run.status, Some(status), "{shown}");
}

const GUIDE: &str = include_str!("../../../deeplens-ports-cli/guide/export.md");

#[test]
fn the_guide_has_every_format_and_what_is_printed() {
    for format in Format::ALL {
        assert!(GUIDE.contains(&format!("\n| `{format}` | ")), "{format}");
    }
    let folder = Folder::new();
    folder.write(".env", &ENV.replace("8080", "80"));
    let run = folder.run(&["export", "env", "-o", ".env", "--check"]);
    assert!(
        GUIDE.contains(&format!("\n```text\n{}```\n", run.stdout)),
        "{}",
        run.stdout
    );
}

#[test]
fn help() {
    prints(&Folder::new(), "help", 0, &["export", "--help"]);
}

#[test]
fn formats_are_printed() {
    let folder = Folder::new();
    prints(&folder, "env", 0, &["export", "env"]);
    prints(&folder, "json", 0, &["export", "json"]);
    prints(&folder, "prometheus", 0, &["export", "prometheus", "web"]);
    prints(&folder, "inside", 0, &["export", "env", "--inside"]);
}

#[test]
fn files_that_are_stale() {
    let folder = Folder::new();
    folder.write("of shop.env", &ENV.replace("8080", "80"));
    let arguments = [
        "export",
        "env",
        "--inside",
        "-o",
        "of shop.env",
        "--check",
        "--map",
        "./ports.toml",
    ];
    prints(&folder, "stale", 1, &arguments);
    folder.write(
        "swapped.env",
        "# deeplens-ports: end env\n# deeplens-ports: begin env\n",
    );
    folder.write(
        "\u{1b}[31m.env",
        "# deeplens-ports: begin env\n\u{1b}[31m\n# deeplens-ports: end env\n",
    );
    let config = "\
[[export]]
format = 'env'
file = 'swapped.env'
[[export]]
format = 'env'
file = \"\\u001b[31m.env\"
[[export]]
format = 'json'
file = 'missing.json'
";
    folder.write("deeplens-ports.toml", config);
    prints(&folder, "all", 2, &["export", "--check"]);
    prints(&folder, "all-written", 2, &["export"]);
}

#[test]
fn mistakes_of_the_configuration() {
    let folder = Folder::new();
    let config = "\
export = 1
";
    folder.write("deeplens-ports.toml", config);
    prints(&folder, "no-list", 2, &["export"]);
    let config = "\
[[export]]
format = 'markdwn'
file = 1
[[export]]
format = 'json'
fil = 'x'
inside = 'yes'
[[export]]
format = 'json'
file = 'x'
inside = true
[[export]]
format = 'prometheus'
file = './x'
endpoints = ['web', 'wep']
";
    folder.write("deeplens-ports.toml", config);
    prints(&folder, "config", 2, &["export"]);
}

#[test]
fn usage() {
    let folder = Folder::new();
    for (name, arguments) in [
        ("check-of-nothing", &["export", "env", "--check"][..]),
        ("new-env", &["export", "env", "--new", "-o", "x"]),
        ("unknown-format", &["export", "yaml"]),
        ("inside-of-json", &["export", "json", "--inside"]),
        ("no-targets", &["export", "prometheus"]),
        ("as-json", &["--format", "json", "export", "env"]),
        ("configured-nowhere", &["export", "env", "--configured"]),
    ] {
        prints(&folder, name, 2, arguments);
    }
}
