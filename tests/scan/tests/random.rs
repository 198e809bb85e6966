//! Any text at all, as a script, a Dockerfile, a configuration of nginx or anything else: it is read to its end, every place
//! is one of the text, and no password is shown.

use deeplens_ports_cli::{Location, Scan};
use proptest::prelude::*;
use test_scan::of;

const NAMES: [&str; 12] = [
    "run.sh",
    "run.ps1",
    "run.cmd",
    "Makefile",
    "Dockerfile",
    "nginx.conf",
    "notes.txt",
    "main.rs",
    "main.py",
    "page.html",
    "query.sql",
    "redis.conf",
];

const SECRET: &str = "hunter2Pw";

/// Pieces of all languages, so that what is put together is nearly one.
const PIECES: [&str; 96] = [
    "docker",
    "podman",
    " run ",
    " create ",
    " exec ",
    " pod create ",
    " service create ",
    " compose run ",
    " -p ",
    " -dp ",
    " -p=",
    " --publish ",
    " --publish=",
    " --name web ",
    " -P ",
    " --network host ",
    " -e PORT=80 ",
    " --expose 90 ",
    "8080:80",
    "127.0.0.1:8443:443/udp",
    "8000-8002:80-82",
    "published=80,target=81",
    "[::1]:80:80",
    "65535",
    "99999",
    "postgres://u:hunter2Pw@db:5432/x",
    "PASSWORD=hunter2Pw ",
    " image ",
    "\n",
    "\r\n",
    "\\\n",
    "`\n",
    "^\n",
    "\t",
    " ",
    "\"",
    "'",
    "`",
    "“",
    "”",
    "$",
    "${",
    "$(",
    "$((",
    "}",
    ")",
    "(",
    "{",
    "@(",
    "@{",
    "@'\n",
    "\n'@",
    "@\"\n",
    "\n\"@",
    "$PORT",
    "${PORT:-8080}",
    "$(PORT)",
    "%PORT%",
    "!PORT!",
    "%%i",
    "$env:PORT",
    "$PORT:",
    "PORT=8080\n",
    "PORT := 80\n",
    "PORT ?= 81\n",
    "$PORT = 82\n",
    "set PORT=83\n",
    "PORT+=(",
    "if ",
    "then ",
    "else ",
    "fi\n",
    "for x in ",
    "do ",
    "done\n",
    "case x in ",
    ";; ",
    "esac\n",
    "function f ",
    "param(",
    "#",
    "//",
    "/*",
    "<#",
    "<<EOF\n",
    "EOF\n",
    ";",
    "|",
    "&&",
    "EXPOSE 80 ",
    "FROM a AS b\n",
    "listen 80;",
    "proxy_pass http://a:80;",
    "localhost:5000",
    " port 8080",
    "é",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40);
    prop_oneof![
        3 => pieces.prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => (any::<String>(), prop::sample::select(&PIECES[..])).prop_map(|(text, piece)| format!("{piece}{text}{piece}")),
    ]
}

/// All places of a scan.
fn places(scan: &Scan) -> impl Iterator<Item = &Location> {
    let remarks = scan
        .cannot_know
        .iter()
        .chain(&scan.refused)
        .chain(&scan.readers_disagree);
    let bindings = scan.bindings.iter().map(|it| &it.location);
    bindings
        .chain(scan.references.iter().map(|it| &it.location))
        .chain(scan.settings.iter().map(|it| &it.location))
        .chain(remarks.map(|it| &it.location))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in text(), name in prop::sample::select(&NAMES[..])) {
        let scan = of(&[(name, &text)]);
        for place in places(&scan) {
            let shown = text.get(place.span.clone());
            prop_assert!(shown.is_some(), "{place:?}");
            let line = text.split('\n').nth(place.line - 1).unwrap_or_default();
            prop_assert!(place.column <= line.chars().count() + 1, "{place:?}");
        }
        prop_assert!(!format!("{scan:?}").contains(SECRET), "{scan:#?}");
    }
}

/// Texts that ask for much: their ends are found all the same.
#[test]
fn texts_that_never_end() {
    let long = [
        ("run.sh", "\"$("),
        ("run.sh", "${A:-"),
        ("run.sh", "if x; then "),
        ("run.sh", "`"),
        ("run.sh", "f() { "),
        ("run.sh", "X=$X$X\n"),
        ("run.sh", "<<A "),
        ("run.ps1", "$("),
        ("run.ps1", "@("),
        ("run.ps1", "\"`"),
        ("run.ps1", "@'"),
        ("run.ps1", "if(1){"),
        ("run.cmd", "("),
        ("run.cmd", "set A=%A%%A%\n"),
        ("run.cmd", "for %%i in ("),
        ("Makefile", "ifdef X\n"),
        ("Makefile", "A = $(A)$(B)\n"),
        ("Makefile", "x:\n\t$("),
        ("Dockerfile", "ENV A=$A$A\n"),
        ("Dockerfile", "EXPOSE 1-65535\n"),
        ("nginx.conf", "a{"),
        ("nginx.conf", "{{"),
        ("main.rs", "\"\\"),
        ("main.py", "'\\"),
        ("notes.txt", "localhost:80 "),
        ("notes.txt", "://@"),
        ("notes.txt", "port"),
        ("run.sh", "docker run -p 80:80 x\n"),
    ];
    for (name, piece) in long {
        let text = piece.repeat(100_000 / piece.len());
        let scan = of(&[(name, &text)]);
        assert_eq!(scan.files, 1, "{name} {piece}");
    }
}

#[test]
fn what_is_nested_too_deep_is_said() {
    for (name, piece) in [("run.sh", "$("), ("run.ps1", "$("), ("run.cmd", "(")] {
        let text = format!("{}docker run -p 80:80 a", piece.repeat(200));
        let scan = of(&[(name, &text)]);
        assert_eq!(scan.unread().count(), 1, "{name}");
    }
}

#[test]
fn what_is_not_closed_behind_a_wide_letter() {
    for (name, text) in [
        ("run.sh", "`é"),
        ("Makefile", "x:\n\t$(é"),
        ("run.ps1", "$(“é"),
        ("nginx.conf", "\"é"),
        ("Dockerfile", "ENV A=`é"),
    ] {
        assert_eq!(of(&[(name, text)]).files, 1, "{name}");
    }
}
