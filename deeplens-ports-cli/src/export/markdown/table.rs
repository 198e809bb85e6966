//! Tables of Markdown whose columns stand under each other in the text as well.

use unicode_width::UnicodeWidthStr;

/// Cells that are wider than this stand out of their column, which would be padded in all other rows.
const WIDEST: usize = 200;

/// Heads, of which those that start with `>` stand to the right, and the cells below them, all of which are Markdown. A
/// column in which nothing stands is left out.
pub(super) fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let is_used = |at: usize| rows.iter().any(|row| !row[at].is_empty());
    let columns: Vec<Column> = (0..heads.len())
        .filter(|at| is_used(*at))
        .map(|at| Column::new(heads[at], rows, at))
        .collect();
    let mut text = line(columns.iter().map(|it| it.padded(it.head)));
    text.push_str(&line(columns.iter().map(Column::rule)));
    for row in rows {
        text.push_str(&line(columns.iter().map(|it| it.padded(&row[it.at]))));
    }
    text
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

struct Column<'a> {
    at: usize,
    head: &'a str,
    is_right: bool,
    width: usize,
}

impl<'a> Column<'a> {
    fn new(head: &'a str, rows: &[Vec<String>], at: usize) -> Self {
        let (head, is_right) = match head.strip_prefix('>') {
            Some(head) => (head, true),
            None => (head, false),
        };
        let widths = rows.iter().map(|row| row[at].width());
        let widest = widths.filter(|width| *width <= WIDEST).max();
        Self {
            at,
            head,
            is_right,
            width: widest.unwrap_or(0).max(head.width()).max(3),
        }
    }

    fn padded(&self, cell: &str) -> String {
        let blanks = " ".repeat(self.width.saturating_sub(cell.width()));
        if self.is_right {
            format!("{blanks}{cell}")
        } else {
            format!("{cell}{blanks}")
        }
    }

    fn rule(&self) -> String {
        if self.is_right {
            format!("{}:", "-".repeat(self.width - 1))
        } else {
            "-".repeat(self.width)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{table, WIDEST};

    #[test]
    fn columns_are_as_wide_as_they_look() {
        let rows = [
            ["80", "日本語", "", "a"].map(String::from).to_vec(),
            ["8080", "e\u{301}", "", ""].map(String::from).to_vec(),
        ];
        let shown = table(&[">Port", "Name", "None", "x"], &rows);
        let expected = "\
| Port | Name   | x   |
| ---: | ------ | --- |
|   80 | 日本語 | a   |
| 8080 | e\u{301}      |     |
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn one_long_text_does_not_pad_all_others() {
        let long = "x".repeat(WIDEST + 1);
        let rows = [vec![long.clone()], vec!["y".to_owned()]];
        let expected = format!("| Name |\n| ---- |\n| {long} |\n| y    |\n");
        assert_eq!(table(&["Name"], &rows), expected);
    }
}
