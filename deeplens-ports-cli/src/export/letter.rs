//! Texts of a map as literals.

use deeplens_ports_build::__private::{is_invisible, is_unsafe};

/// Whether a character ends a line for somebody, hides, changes the order of what stands around it, or is none.
pub(super) fn is_hidden(c: char) -> bool {
    let is_end = matches!(c, '\u{2028}' | '\u{2029}');
    let is_none = matches!(c, '\u{fffe}' | '\u{ffff}');
    c.is_control() || is_end || is_none || is_unsafe(c) || is_invisible(c)
}

/// A literal between `quote`s as JavaScript, Python and C# read it; each has a way of its own to name a character
/// `beyond` U+FFFF.
pub(super) fn literal(text: &str, quote: char, beyond: fn(u32) -> String) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push(quote);
    for c in text.chars() {
        match c {
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            c if c == quote => literal.extend(['\\', c]),
            c if is_hidden(c) => literal.push_str(&match u32::from(c) {
                code @ ..=0xffff => format!("\\u{code:04x}"),
                code => beyond(code),
            }),
            c => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

/// The quotes that need fewer escapes, as formatters choose them.
pub(super) fn quote(text: &str) -> char {
    if text.matches('"').count() > text.matches('\'').count() {
        '\''
    } else {
        '"'
    }
}

#[cfg(test)]
mod tests {
    use super::{literal, quote};

    fn written(text: &str) -> String {
        literal(text, quote(text), |code| format!("\\U{code:08x}"))
    }

    #[test]
    fn a_literal_has_no_character_that_is_read_otherwise() {
        assert_eq!(written("a\\b\n\r\t"), r#""a\\b\n\r\t""#);
        let hidden = "\0\u{1b}\u{85}\u{2028}\u{2029}\u{feff}\u{202e}\u{e0001}";
        let escaped = r#""\u0000\u001b\u0085\u2028\u2029\ufeff\u202e\U000e0001""#;
        assert_eq!(written(hidden), escaped);
        assert_eq!(written("日本語 🦀 ${x} `y`"), "\"日本語 🦀 ${x} `y`\"");
    }

    #[test]
    fn the_quotes_are_those_that_need_fewer_escapes() {
        assert_eq!(written("it's"), "\"it's\"");
        assert_eq!(written("\"\"\""), "'\"\"\"'");
        assert_eq!(written("'\"'\""), "\"'\\\"'\\\"\"");
        assert_eq!(written("\"'\""), "'\"\\'\"'");
    }
}
