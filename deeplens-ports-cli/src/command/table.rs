//! Tables that fit a terminal.

use crate::output::{visible, HEAD, PLAIN, SYMBOL};
use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns of a terminal a table takes at most, as long as its texts are not wider in all but the last cell.
const WIDTH: usize = 80;

#[derive(Clone, Debug)]
pub(crate) struct Cell {
    text: String,
    style: Style,
    /// Shown on terminals alone, before the text.
    symbol: &'static str,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self::styled(text, PLAIN)
    }

    pub(crate) fn styled(text: impl Into<String>, style: Style) -> Self {
        let text: String = text.into().chars().map(visible).collect();
        Self {
            text,
            style,
            symbol: "",
        }
    }

    pub(crate) fn with_symbol(mut self, symbol: &'static str) -> Self {
        self.symbol = symbol;
        self
    }
}

/// As [`of`], for tables whose last cells tell much.
pub(crate) fn wide(heads: &[&str], rows: &[Vec<Cell>]) -> String {
    within(WIDTH + 20, 40, heads, rows)
}

/// The heads, of which those that start with `>` stand to the right, and the rows below them. The last column is cut
/// where the line would be too wide.
pub(crate) fn of(heads: &[&str], rows: &[Vec<Cell>]) -> String {
    within(WIDTH, 10, heads, rows)
}

fn within(whole: usize, least: usize, heads: &[&str], rows: &[Vec<Cell>]) -> String {
    let mut widths: Vec<usize> = heads
        .iter()
        .map(|head| head.trim_start_matches('>').width())
        .collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.text.width());
        }
    }
    let has_symbols = rows.iter().flatten().any(|cell| !cell.symbol.is_empty());
    let used: usize = widths.iter().rev().skip(1).map(|width| width + 2).sum();
    let symbols = if has_symbols { 2 } else { 0 };
    let last = whole.saturating_sub(used + symbols).max(least);
    let head = heads
        .iter()
        .map(|head| Cell::styled(head.trim_start_matches('>'), HEAD))
        .collect();
    let mut table = String::new();
    for row in std::iter::once(&head).chain(rows) {
        table.push_str(&line(heads, row, &widths, last, has_symbols));
        table.push('\n');
    }
    table
}

fn line(heads: &[&str], row: &[Cell], widths: &[usize], last: usize, has_symbols: bool) -> String {
    let mut line = String::new();
    let end = row
        .iter()
        .rposition(|cell| !cell.text.is_empty())
        .map_or(0, |at| at + 1);
    for (at, cell) in row.iter().enumerate().take(end) {
        if at > 0 {
            line.push_str("  ");
        }
        let text = if at + 1 == heads.len() {
            cut(&cell.text, last)
        } else {
            cell.text.clone()
        };
        let blanks = " ".repeat(widths[at].saturating_sub(text.width()));
        let style = cell.style;
        if has_symbols && at == 0 {
            let symbol = if cell.symbol.is_empty() {
                " "
            } else {
                cell.symbol
            };
            let [start, stop] = SYMBOL;
            line.push_str(&format!("{start}{style}{symbol}{style:#} {stop}"));
        }
        let is_last = at + 1 == end;
        match (heads[at].starts_with('>'), is_last) {
            (true, _) => line.push_str(&format!("{blanks}{style}{text}{style:#}")),
            (false, true) => line.push_str(&format!("{style}{text}{style:#}")),
            (false, false) => line.push_str(&format!("{style}{text}{style:#}{blanks}")),
        }
    }
    line
}

/// The text, with an ellipsis where it is wider.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > width {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}
