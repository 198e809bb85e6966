//! A map that was damaged in one place: one mistake, and nothing that only follows from it.

use deeplens_ports_build::{Report, Rule, generate};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The report of a map whose line was exchanged.
fn report(lines: &[&str], at: usize, line: &str) -> Report {
    let mut lines = lines.to_vec();
    lines[at] = line;
    let text = lines.join("\n");
    generate("ports.toml", &text).expect_err(&text)
}

#[track_caller]
fn each(damage: impl Fn(&str) -> Option<String>, title: &str) {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(tests.join("modules/good/full.toml")).expect("a map");
    let lines: Vec<&str> = text.lines().collect();
    let mut count = 0;
    for (at, line) in lines.iter().enumerate() {
        let Some(damaged) = damage(line) else {
            continue;
        };
        let report = report(&lines, at, &damaged);
        let [found] = report.diagnostics() else {
            panic!("{damaged}\n{report}");
        };
        assert_eq!(
            (found.rule(), found.line()),
            (Rule::Syntax, at + 1),
            "{report}"
        );
        assert!(found.title().starts_with(title), "{report}");
        count += 1;
    }
    assert!(count > 5, "{count} lines are too few to prove anything");
}

#[test]
fn a_header_without_its_last_bracket() {
    each(
        |line| {
            Some(
                line.strip_suffix(']')
                    .filter(|_| line.starts_with('['))?
                    .to_owned(),
            )
        },
        "unclosed table header",
    );
}

#[test]
fn a_header_without_its_first_bracket() {
    each(
        |line| Some(line.strip_prefix('[')?.to_owned()),
        "unopened table header",
    );
}

#[test]
fn a_key_without_an_equals_sign() {
    each(
        |line| line.contains(" = ").then(|| line.replacen('=', " ", 1)),
        "key with no value",
    );
}

#[test]
fn a_string_without_its_last_quote() {
    each(
        |line| Some(line.strip_suffix('"')?.to_owned()),
        "unclosed string",
    );
}

#[test]
fn quotes_that_are_curly() {
    each(
        |line| line.ends_with('"').then(|| line.replace('"', "\u{201d}")),
        "curly quotation mark U+201D",
    );
    each(
        |line| Some(line.strip_suffix('"')?.to_owned() + "\u{201d}"),
        "curly quotation mark U+201D",
    );
}

#[test]
fn blanks_that_are_none() {
    each(
        |line| (!line.is_empty()).then(|| format!("\u{a0}{line}")),
        "no-break space U+00A0",
    );
    each(
        |line| (!line.is_empty()).then(|| format!("\u{200b}{line}")),
        "zero-width space U+200B",
    );
    each(
        |line| line.ends_with(']').then(|| format!("{line}\u{a0}")),
        "no-break space U+00A0",
    );
}

#[test]
fn hyphens_that_are_dashes() {
    let is_bare = |line: &str| {
        line.split('"')
            .next()
            .is_some_and(|bare| bare.contains('-'))
    };
    each(
        |line| is_bare(line).then(|| line.replacen('-', "\u{2013}", 1)),
        "en dash U+2013",
    );
}

#[test]
fn a_merge_in_the_middle_of_a_large_map() {
    let mut text = "[map]\nname = 'large'\n".to_owned();
    for at in 0..300 {
        if at == 150 {
            text += "<<<<<<< HEAD\n[services.ours]\nport = 9000\n=======\n[services.theirs]\nport = 9001\n>>>>>>> move\n";
        }
        let port = 10_000 + at;
        writeln!(text, "[services.s{at}]\nport = {port}\nprotocol = 'http'").unwrap();
    }
    let report = generate("ports.toml", &text).unwrap_err();
    let titles: Vec<&str> = report
        .diagnostics()
        .iter()
        .map(|found| found.title())
        .collect();
    assert_eq!(titles, ["unresolved merge conflict"], "{report}");
    assert_eq!(report.diagnostics()[0].line(), 453);
}
