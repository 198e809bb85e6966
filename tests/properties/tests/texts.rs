//! Any text: a module that is Rust and in which no two endpoints meet, or a report whose places are in the text.

use deeplens_ports_build::{Endpoint, Rule, generate, read};
use proptest::prelude::*;
use std::collections::HashSet;
use std::path::Path;
use std::sync::OnceLock;
use toml::de::DeTable;

/// The maps of the other tests, line by line.
fn lines() -> &'static [String] {
    static LINES: OnceLock<Vec<String>> = OnceLock::new();
    LINES.get_or_init(|| {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut lines = Vec::new();
        for folder in ["reports/bad", "modules/good"] {
            for path in test_reports::files(&tests.join(folder), "toml") {
                let text = std::fs::read_to_string(path).expect("a map");
                lines.extend(text.split_inclusive('\n').map(str::to_owned));
            }
        }
        lines
    })
}

/// Lines of real maps in any order, some of them with a character put in, taken out or exchanged.
fn mixed() -> impl Strategy<Value = String> {
    let line =
        (any::<prop::sample::Index>(), any::<u8>(), any::<char>()).prop_map(|(at, kind, c)| {
            let line = at.get(lines()).clone();
            let place = line
                .char_indices()
                .map(|(at, _)| at)
                .nth(usize::from(kind) % line.chars().count().max(1));
            let (start, end) = line.split_at(place.unwrap_or_default());
            match kind % 16 {
                0 => format!("{start}{c}{end}"),
                1 => format!(
                    "{start}{}",
                    end.get(end.chars().next().map_or(0, char::len_utf8)..)
                        .unwrap_or_default()
                ),
                2 => start.to_owned(),
                _ => line,
            }
        });
    proptest::collection::vec(line, 0..60)
        .prop_map(|lines| format!("[map]\nname = 'x'\n{}", lines.concat()))
}

/// What a text of TOML consists of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "'", "\"", "'''", "\"\"\"", "\\", "#", " ",
        "\n", "\n", "\r\n", "a", "b", "a = ", "b = 1\n", "\n[a]\n", "= 'b'", "\u{201c}",
        "\u{201d}", "\u{a0}", "\u{200b}", "\u{2013}", "ö",
    ]);
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    match generate("ports.toml", text) {
        Ok(module) => {
            prop_assert!(syn::parse_file(&module).is_ok(), "{module}");
            let map = read("ports.toml", text).expect("what compiles can be read");
            let mut taken = HashSet::new();
            let all = map.endpoints().iter().chain(map.ranges());
            for endpoint in all.filter(|endpoint| endpoint.same_as().is_none()) {
                for port in endpoint.ports().iter() {
                    let place = (host(endpoint), endpoint.transport(), port);
                    prop_assert!(taken.insert(place), "{} meets another", endpoint.name());
                }
            }
        }
        Err(report) => {
            let body = text.strip_prefix('\u{feff}').unwrap_or(text);
            prop_assert!(!report.diagnostics().is_empty());
            let mut last = 0;
            for diagnostic in report.diagnostics() {
                let span = diagnostic.span();
                prop_assert!(text.get(span.clone()).is_some(), "{span:?}");
                prop_assert!(last <= span.start, "file order");
                last = span.start;
                let line = body.split('\n').nth(diagnostic.line() - 1);
                let width = line.expect("a line of the text").chars().count();
                prop_assert!(diagnostic.column() - 1 <= width);
            }
            prop_assert!(report.to_string().starts_with("error: "));
        }
    }
    Ok(())
}

/// A syntax error is reported where `toml` refuses the text, and nowhere else.
fn check_syntax(text: &str) -> Result<(), TestCaseError> {
    let report = generate("ports.toml", text).err();
    let found = report.iter().flat_map(|report| report.diagnostics());
    let mut found = found.filter(|found| found.rule() == Rule::Syntax);
    let is_marked = text.starts_with("\u{feff}\u{feff}");
    let title = found.next().map(|found| found.title());
    // In strings, too: of these nobody would want to be told as a service's purpose.
    if is_marked || title == Some("unresolved merge conflict") {
        return Ok(());
    }
    let refused = DeTable::parse(text).err();
    prop_assert_eq!(
        title.is_some(),
        refused.is_some(),
        "{:?} {:?}\n{}",
        title,
        refused,
        text
    );
    Ok(())
}

fn host(endpoint: &Endpoint) -> String {
    match endpoint.host().to_ascii_lowercase().as_str() {
        "localhost" | "127.0.0.1" | "::1" => "localhost".to_owned(),
        other => other.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(text in any::<String>()) {
        check(&text)?;
        check_syntax(&text)?;
    }

    #[test]
    fn pieces_of_toml(text in pieces()) {
        check(&text)?;
        check_syntax(&text)?;
    }

    #[test]
    fn lines_of_real_maps_with_faults(text in mixed()) {
        check(&text)?;
        check_syntax(&text)?;
    }
}
