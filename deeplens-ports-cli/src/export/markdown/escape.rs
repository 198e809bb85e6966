//! Texts of the map in Markdown, read there as the same texts: by GitHub, GitLab and others that know its tables.

use deeplens_ports_build::__private::is_invisible;

/// A text among others, in a cell of a table, a heading or a paragraph.
pub(super) fn text(text: &str) -> String {
    let text = line(text);
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let so_far = &text[..at];
        let after = text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
        let is_number = at > 0 && so_far.bytes().all(|byte| byte.is_ascii_digit());
        let is_markup = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            // An entity.
            '&' => after.is_alphanumeric() || after == '#',
            // A link that would take the escapes behind it for its own.
            ':' => after == '/',
            '.' => is_number || so_far.ends_with("www"),
            // A heading, or the end of one.
            '#' => before == ' ',
            // Items of lists, rules and quotes.
            ')' => is_number,
            '+' | '-' | '=' | '>' => at == 0,
            _ => false,
        };
        if is_markup {
            shown.push('\\');
        }
        shown.push(letter);
        before = letter;
    }
    shown
}

/// A text as code.
pub(super) fn code(text: &str) -> String {
    let text = line(text);
    if text.is_empty() {
        return text;
    }
    if text.contains('|') {
        // Readers differ in what ends a cell within a code span.
        return format!("<code>{}</code>", entities(&text));
    }
    if !text.contains('`') {
        return format!("`{text}`");
    }
    let ticks = text.split(|letter| letter != '`').map(str::len);
    let fence = "`".repeat(ticks.max().unwrap_or_default() + 1);
    format!("{fence} {text} {fence}")
}

fn entities(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            shown.push_str(&format!("&#{};", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// A text in a comment, which it cannot end.
pub(super) fn comment(text: &str) -> String {
    line(text).replace('<', "&lt;").replace('>', "&gt;")
}

/// A text on one line, with the names of the characters that nobody would see.
pub(super) fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut shown = String::with_capacity(text.len());
    for letter in words.join(" ").chars() {
        if letter.is_control() || is_invisible(letter) {
            shown.push_str(&format!("<U+{:04X}>", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{code, comment, text};

    #[test]
    fn what_markdown_would_read_is_escaped_and_no_more() {
        let same = [
            "Cache & session storage",
            "snake_case",
            "C# (v1.2)",
            "a - b + c > d",
            "日本語",
        ];
        for it in same {
            assert_eq!(text(it), it);
        }
        let escaped = [
            ("a|b", r"a\|b"),
            (r"\|", r"\\\|"),
            (
                "`x` <b> [l](x) *s* ~s~ $x$",
                r"\`x\` \<b> \[l\](x) \*s\* \~s\~ \$x\$",
            ),
            ("&lt; &#60; & c", r"\&lt; \&#60; & c"),
            ("_a_ b_", r"\_a\_ b\_"),
            ("http://x www.x", r"http\://x www\.x"),
            ("# one #", r"\# one \#"),
            ("1. one 2. two", r"1\. one 2. two"),
            ("12) one", r"12\) one"),
            ("- one", r"\- one"),
            (" two\r\n\tlines\u{2028}more ", "two lines more"),
            ("a\u{200b}b\u{1}\u{202e}", r"a\<U+200B>b\<U+0001>\<U+202E>"),
        ];
        for (it, shown) in escaped {
            assert_eq!(text(it), shown);
        }
    }

    #[test]
    fn code_is_fenced_by_more_ticks_than_it_has() {
        assert_eq!(code("a_b <c>"), "`a_b <c>`");
        assert_eq!(code("``"), "``` `` ```");
        assert_eq!(code("a ` b"), "`` a ` b ``");
        assert_eq!(code(" "), "");
        assert_eq!(code(r"a\|b"), "<code>a&#92;&#124;b</code>");
    }

    #[test]
    fn a_comment_goes_to_its_own_end() {
        assert_eq!(comment("a --> b\n<!-- c"), "a --&gt; b &lt;!-- c");
    }
}
