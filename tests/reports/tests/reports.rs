//! One file for each mistake, `bad/RULE-….toml`, beside its report, `bad/RULE-….stderr`.

use deeplens_ports_build::{Protocol, Report, Rule, Upstream, generate, read, read_together};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use test_reports::{compare, files};

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad")
}

fn report(path: &Path) -> Report {
    let text = fs::read_to_string(path).expect("the map can be read");
    match generate("ports.toml", &text) {
        Ok(_) => panic!("{} has no mistake", path.display()),
        Err(report) => report,
    }
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a file")
        .to_string_lossy()
        .into_owned()
}

#[test]
fn each_mistake_gets_its_report() {
    let mut differences = Vec::new();
    let paths = files(&bad(), "toml");
    for path in &paths {
        let report = report(path);
        let text = format!("{report}\n");
        for diagnostic in report.diagnostics() {
            let title = format!("error: {}\n", diagnostic.title());
            assert!(text.contains(&title), "{title}{text}");
        }
        differences.extend(compare(&path.with_extension("stderr"), &text).err());
    }
    assert!(paths.len() >= 2 * Rule::ALL.len(), "{} files", paths.len());
    assert_eq!(differences, [""; 0], "{}", differences.join("\n"));
}

#[test]
fn every_rule_has_two_files_at_least() {
    let mut count: BTreeMap<Rule, usize> = BTreeMap::new();
    for path in files(&bad(), "toml") {
        let rules = Rule::ALL
            .iter()
            .filter(|rule| stem(&path).starts_with(rule.as_str()));
        // `duplicate-port-…` is no `duplicate-port`, were there a rule of that name; the longest is meant.
        let Some(rule) = rules.max_by_key(|rule| rule.as_str().len()) else {
            continue;
        };
        let report = report(&path);
        let has_rule = report
            .diagnostics()
            .iter()
            .any(|found| found.rule() == *rule);
        assert!(has_rule, "{} does not break `{rule}`", path.display());
        *count.entry(*rule).or_default() += 1;
    }
    for rule in Rule::ALL {
        assert!(
            count.get(rule).is_some_and(|count| *count >= 2),
            "{rule}: {count:?}"
        );
    }
}

#[test]
fn one_mistake_for_every_rule_is_one_report_each_in_file_order() {
    let report = report(&bad().join("all-rules.toml"));
    let mut rules: Vec<Rule> = report
        .diagnostics()
        .iter()
        .map(|found| found.rule())
        .collect();
    let lines: Vec<usize> = report
        .diagnostics()
        .iter()
        .map(|found| found.line())
        .collect();
    assert!(lines.is_sorted(), "{lines:?}");
    rules.sort_unstable();
    let expected: Vec<Rule> = Rule::ALL
        .iter()
        .copied()
        .filter(|rule| *rule != Rule::Syntax)
        .collect();
    assert_eq!(rules, expected);
}

#[test]
fn no_report_has_a_blank_at_a_line_end_or_a_hidden_character() {
    for path in files(&bad(), "toml") {
        let text = report(&path).to_string();
        for line in text.lines() {
            assert_eq!(line, line.trim_end(), "{}", path.display());
            let hidden = line
                .chars()
                .find(|c| c.is_control() || ('\u{202a}'..='\u{2069}').contains(c));
            assert_eq!(hidden, None, "{}: {line}", path.display());
        }
    }
}

#[test]
fn positions_count_characters_from_one_behind_mark_and_tabs() {
    let report = report(&bad().join("mix-crlf-tabs-wide.toml"));
    let positions: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|d| (d.line(), d.column()))
        .collect();
    assert_eq!(positions, [(10, 8), (12, 35)]);
    let first = self::report(&bad().join("mix-mark-on-the-first-line.toml"));
    let first = &first.diagnostics()[0];
    assert_eq!((first.line(), first.column(), first.span()), (1, 1, 3..9));
    let text = fs::read_to_string(bad().join("mix-crlf-tabs-wide.toml")).unwrap();
    assert!(
        report
            .diagnostics()
            .iter()
            .all(|d| &text[d.span()] == "8080")
    );
}

#[test]
fn a_second_name_speaks_as_the_first_where_it_says_nothing_else() {
    let map = "[map]\nname = 'x'\n[services.db]\nport = 5432\nprotocol = 'tcp'\nscheme = 'postgresql'\n\
               [services.db.endpoints.old]\nsame-as = 'db'\n\
               [services.db.endpoints.plain]\nsame-as = 'db'\nprotocol = 'tcp'\n\
               [services.db.endpoints.pooled]\nsame-as = 'db'\nscheme = 'pgbouncer'\n";
    let map = read("ports.toml", map).unwrap_or_else(|report| panic!("{report}"));
    let spoken = map
        .endpoints()
        .iter()
        .map(|it| (it.name(), it.protocol(), it.scheme()));
    let expected = [
        ("db", Protocol::Tcp, "postgresql"),
        ("db.old", Protocol::Tcp, "postgresql"),
        ("db.plain", Protocol::Tcp, "tcp"),
        ("db.pooled", Protocol::Tcp, "pgbouncer"),
    ];
    assert_eq!(spoken.collect::<Vec<_>>(), expected);
}

/// A second name is http, and the port is blocked by browsers: either `allow` accepts it.
#[test]
fn a_second_name_is_allowed_by_itself_or_by_the_policy() {
    let map = |policy: &str, allow: &str| {
        format!(
            "[map]\nname = 'x'\n{policy}\n[services.x11]\nport = 6000\nprotocol = 'tcp'\n\
             [services.x11.endpoints.web]\nsame-as = 'x11'\nprotocol = 'http'\n{allow}\n"
        )
    };
    let allow = "allow = ['browser-blocked']";
    let policy = format!("[policy]\n{allow}");
    assert!(generate("ports.toml", &map("", allow)).is_ok());
    assert!(generate("ports.toml", &map(&policy, "")).is_ok());
    let report = generate("ports.toml", &map("", "")).unwrap_err();
    assert_eq!(report.diagnostics()[0].rule(), Rule::BrowserBlocked);
}

/// The guide's table of rules has each of them, in their order, and says which yield to `allow`.
#[test]
fn the_guide_has_every_rule() {
    let guide = bad().join("../../../deeplens-ports-build/guide/map.md");
    let guide = fs::read_to_string(guide).expect("the guide can be read");
    let (_, table) = guide
        .split_once("| rule | refuses |\n| --- | --- |\n")
        .expect("a table");
    let rows = table.lines().take_while(|line| line.starts_with("| "));
    let mut found = Vec::new();
    for row in rows {
        let names = row.split(" | ").next().unwrap_or_default();
        let is_policy = names.ends_with("(policy)");
        let names = names.split('`').skip(1).step_by(2);
        found.extend(names.map(|name| (name.to_owned(), is_policy)));
    }
    let rules = Rule::ALL.iter();
    let expected: Vec<_> = rules
        .map(|rule| (rule.to_string(), rule.is_policy()))
        .collect();
    assert_eq!(found, expected);
}

fn one_service(map: &str, service: &str, port: u16) -> String {
    format!(
        "[map]\nname = '{map}'\nbeside = ['up']\n[services.{service}]\nport = {port}\nprotocol = 'tcp'\n"
    )
}

/// A map that is given stands for the upstream of its name, which may be older.
#[test]
fn a_map_that_is_given_is_not_looked_up_as_well() {
    let old = one_service("Up", "db", 5432).replace("beside = ['up']", "");
    let given = old.replace("5432", "5433");
    let lay = one_service("lay", "web", 5432);
    let upstream = |text| Upstream {
        name: "up",
        file: "up.toml",
        text,
    };
    let together = |maps: &[(&str, &str)]| {
        let results = read_together(maps, &[upstream(&old)]);
        results
            .last()
            .expect("a map")
            .as_ref()
            .map_or_else(|report| report.diagnostics().len(), |_| 0)
    };
    assert_eq!(together(&[("lay.toml", &lay)]), 1);
    assert_eq!(together(&[("ports.toml", &given), ("lay.toml", &lay)]), 0);
    let lay = lay.replace("5432", "5433");
    assert_eq!(together(&[("ports.toml", &given), ("lay.toml", &lay)]), 1);
}

#[test]
fn maps_in_files_of_one_name_are_all_read() {
    let first = one_service("a", "a", 8001).replace("beside = ['up']", "");
    let second = one_service("b", "b", 8002).replace("beside = ['up']", "");
    let third = "[map]\nname = 'c'\n[services.c]\nport = 8001\nprotocol = 'tcp'\n[services.d]\nport = 8002\nprotocol = 'tcp'\n";
    let maps = [
        ("ports.toml", first.as_str()),
        ("ports.toml", second.as_str()),
        ("c.toml", third),
    ];
    let results = read_together(&maps, &[]);
    let report = results[2].as_ref().expect_err("both ports are taken");
    assert_eq!(report.diagnostics().len(), 2, "{report}");
}

/// Of no name comes a variable that starts with an underscore or a digit.
#[test]
fn a_name_without_a_letter_gives_no_prefix() {
    for name in ["-", "- -", "7", "_", "ä"] {
        let map = format!("[map]\nname = '{name}'\n");
        let report = read("ports.toml", &map).expect_err(name);
        assert_eq!(
            report.diagnostics()[0].rule(),
            Rule::InvalidValue,
            "{report}"
        );
    }
}
