//! The guides of the documentation against the code that they speak of.

use std::collections::BTreeSet;

const CLIENTS: &str = include_str!("../../../deeplens-ports/guide/clients.md");
const LINES: &str = include_str!("../../../examples/clients/src/lines.rs");

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The cells of the first table of a page, without its head.
fn rows(page: &str) -> Vec<Vec<&str>> {
    let table = page
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    table
        .skip(2)
        .map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect()
}

#[test]
fn each_line_of_the_table_stands_in_the_example() {
    let example = without_blanks(LINES);
    for row in rows(CLIENTS) {
        let line = without_blanks(row[1].trim_matches('`'));
        assert!(example.contains(&line), "{line} is not in the example");
    }
}

#[test]
fn each_client_of_the_example_stands_in_the_table() {
    let functions = LINES.matches("\npub fn ").count() + LINES.matches("\npub async fn ").count();
    let names: BTreeSet<&str> = rows(CLIENTS).iter().map(|row| row[0]).collect();
    // The arguments of clap are a type.
    assert_eq!(names.len(), functions + 1, "{names:?}");
    assert_eq!(names.len(), 21);
}
