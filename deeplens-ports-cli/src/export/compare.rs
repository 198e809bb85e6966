//! What of a file counts when it is compared.

use std::borrow::Cow;

/// A line without its end.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) counts: Cow<'a, str>,
}

/// The lines of a text; of a table in Markdown it does not count how its cells are padded.
pub(super) fn lines(text: &str, is_markdown: bool) -> Vec<Line<'_>> {
    let lines = text.lines().map(|text| Line {
        text,
        counts: match row(text) {
            Some(row) if is_markdown => row.into(),
            _ => text.into(),
        },
    });
    lines.collect()
}

/// A row of a table with one blank around each cell and one dash in each rule, if it is one.
fn row(line: &str) -> Option<String> {
    let cells = line.trim().strip_prefix('|')?;
    let mut row = String::from("|");
    for cell in cells.split_inclusive('|') {
        let (cell, bar) = match cell.strip_suffix('|') {
            Some(cell) => (cell, "|"),
            None => (cell, ""),
        };
        row.push_str(&ruled(cell).unwrap_or_else(|| single(cell)));
        row.push_str(bar);
    }
    Some(row)
}

/// `:-:` of ` :-----: `.
fn ruled(cell: &str) -> Option<String> {
    let rule = cell.trim();
    let is_rule = rule.contains('-') && rule.trim_matches(':').trim_matches('-').is_empty();
    is_rule.then(|| {
        let side = |is_there| if is_there { ":" } else { "" };
        format!(
            "{}-{}",
            side(rule.starts_with(':')),
            side(rule.ends_with(':'))
        )
    })
}

fn single(cell: &str) -> String {
    let words: Vec<&str> = cell.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
