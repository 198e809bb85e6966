//! Texts of the map in Markdown.
//!
//! They stand in code spans and in cells of tables, where clippy's `doc_markdown` is silent, with everything escaped
//! that Markdown, rustdoc or HTML would read as something else.

use crate::text::{is_invisible, one_line};

/// A text as the cell of a table, read by Markdown as the same text.
pub(super) fn cell(text: &str) -> String {
    let text = line(text);
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let is_inside_word = before.is_alphanumeric() && after.is_alphanumeric();
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '^' | '"' | '@' => true,
            '_' | '\'' => !is_inside_word,
            // An entity or a link.
            '&' => after != ' ',
            ':' => after == '/',
            // A host name, or rustdoc's smart punctuation.
            '.' => before.eq_ignore_ascii_case(&'w') || before == '.',
            '-' => before == '-',
            _ => false,
        };
        if is_markup {
            shown.push('\\');
        }
        shown.push(c);
        before = c;
    }
    shown
}

/// A text as a code span in the cell of a table.
pub(super) fn code_cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

/// A text as a code span.
pub(super) fn code(text: &str) -> String {
    let text = line(text);
    if !text.contains('`') {
        return format!("`{text}`");
    }
    let ticks = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(ticks.max().unwrap_or_default() + 1);
    format!("{fence} {text} {fence}")
}

/// A reason for `#[deprecated]`, in which rustdoc looks for links and the compiler shows what is there.
pub(super) fn link_free(text: &str) -> String {
    let text = visible(text);
    let ticks = |text: &str| text.matches('`').count();
    let is_code = |before: &str| !ticks(before).is_multiple_of(2) && ticks(&text).is_multiple_of(2);
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if matches!(c, '[' | ']') && !is_code(&text[..at]) {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

/// A text on one line.
fn line(text: &str) -> String {
    // Most texts are names and addresses.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    visible(&one_line(text))
}

/// With the names of the characters that nobody would see.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}
