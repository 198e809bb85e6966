//! What the languages say for people: plain lines, of which each language escapes what it would read itself.

use super::constants::Constant;
use super::letter::is_hidden;
use deeplens_ports::Map;

/// Longer texts are cut: who reads them in an editor has the map beside it.
const LONGEST: usize = 200;

/// What the first line of a file says.
pub(super) fn made_by(format: &str, map: Map) -> String {
    let name = line(map.name());
    format!("Made by `deeplens-ports export {format}` from the map {name}.")
}

/// What stands behind it.
pub(super) const CHANGES: &str = "Changes belong into the map.";

/// What it is called and is for, and what else is to be known of it.
pub(super) fn lines(constant: &Constant) -> Vec<String> {
    let is_blank = |text: &str| text.trim().is_empty();
    let called = if is_blank(constant.title) {
        constant.name
    } else {
        constant.title
    };
    let mut first = line(called);
    if !is_blank(constant.purpose) {
        first = format!("{first}: {}", line(constant.purpose));
    }
    let note = constant.note.filter(|note| !is_blank(note));
    std::iter::once(first).chain(note.map(line)).collect()
}

/// A text on one line, with the names of the characters that nobody would see.
pub(super) fn line(text: &str) -> String {
    let mut shown = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let blank = if shown.is_empty() { "" } else { " " };
        for c in blank.chars().chain(word.chars()) {
            if length == LONGEST {
                shown.push('…');
                return shown;
            }
            length += 1;
            if is_hidden(c) {
                shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
            } else {
                shown.push(c);
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_text_stands_on_one_line() {
        let ends = "\n one\r\ntwo\u{2028}three\u{2029}four\u{85}five\u{b}six\t";
        assert_eq!(line(ends), "one two three four five six");
        assert_eq!(line(" \n "), "");
    }

    #[test]
    fn what_nobody_would_see_is_named() {
        let text = "\u{feff}a\u{200b}b\u{202e}c\u{1b}👩\u{200d}🚒";
        assert_eq!(
            line(text),
            "<U+FEFF>a<U+200B>b<U+202E>c<U+001B>👩\u{200d}🚒"
        );
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(line(&"é".repeat(200)), "é".repeat(200));
        let cut = format!("{}…", "é".repeat(200));
        assert_eq!(line(&"é".repeat(201)), cut);
        assert_eq!(line(&format!("{} {}", "é".repeat(200), "é")), cut);
    }
}
