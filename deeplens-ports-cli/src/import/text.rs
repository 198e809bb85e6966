//! Texts of files as a map can have them.

use deeplens_ports_build::__private::is_unsafe;

/// A text as TOML has it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(super) fn listed(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}

/// A text in one line, as a comment can have it.
pub(super) fn comment(text: &str) -> String {
    let shown = |letter| if is_plain(letter) { letter } else { '\u{fffd}' };
    text.chars().map(shown).collect()
}

/// Whether a character neither hides nor reorders what stands around it, by the rule `unsafe-text` of maps.
pub(super) fn is_plain(letter: char) -> bool {
    !letter.is_control() && !is_unsafe(letter)
}
