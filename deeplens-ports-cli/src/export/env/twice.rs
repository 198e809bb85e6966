//! Keys that a file sets more than once, of which some readers take the first and some the last.

use crate::grammar::dotenv;
use std::collections::BTreeMap;

pub(in crate::export) fn remarks(text: &str) -> Vec<String> {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (assignments, _) = dotenv::parse(text);
    for it in assignments {
        let line = text[..it.key_span.start].matches('\n').count() + 1;
        lines.entry(it.key).or_default().push(line.to_string());
    }
    let twice = lines.into_iter().filter(|(_, lines)| lines.len() > 1);
    let remarks = twice.map(|(key, lines)| {
        let lines = lines.join(" and ");
        format!("`{key}` is set in lines {lines}: some readers take the first, some the last")
    });
    remarks.collect()
}
