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

#[cfg(test)]
mod tests {
    use super::lines;

    #[track_caller]
    fn is_same(a: &str, b: &str, expected: bool) {
        let counts = |text| -> Vec<String> {
            let lines = lines(text, true).into_iter();
            lines.map(|line| line.counts.into_owned()).collect()
        };
        assert_eq!(counts(a) == counts(b), expected, "{a:?} {b:?}");
    }

    #[test]
    fn what_a_formatter_does_to_a_table_does_not_count() {
        is_same(
            "|a|b|\n|-|-|\n|1|2|\n",
            "| a   | b |\r\n| --- | - |\r\n|  1 |2 |",
            true,
        );
        is_same("|:-|-:|:-:|", "| :---- | ----: | :-----: |", true);
        is_same("| two  words |", "| two words |", true);
        is_same("| `a \\| b` |", "| `a \\|  b`    |", true);
    }

    #[test]
    fn what_a_table_says_counts() {
        is_same("| `--new` |", "| `-new` |", false);
        is_same("| a | b |", "| a b |", false);
        is_same("| :- |", "| -: |", false);
        is_same("| - |", "|  |", false);
        is_same("| 80 |", "| 8 0 |", false);
        is_same("no  row", "no row", false);
    }

    #[test]
    fn blanks_of_other_files_count() {
        let of = |text| lines(text, false)[0].counts.to_string();
        assert_ne!(of("| a |"), of("|  a |"));
    }
}
