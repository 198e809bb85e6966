//! Characters that may not stand in a text, and names that resemble each other.

/// Whether a character can hide or reorder what stands around it: control characters other than newline and
/// tab, and the bidirectional ones of Unicode UAX #9.
pub fn is_unsafe(c: char) -> bool {
    let bidirectional = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    bidirectional || (c.is_control() && c != '\n' && c != '\t')
}

/// Whether a character takes no place and hides in a text: the default ignorable code points of Unicode
/// (`DerivedCoreProperties.txt`), but for joiners and variation selectors, which shape what stands beside them.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
    )
}

/// The name among `known` that was probably meant by `name`.
pub(crate) fn similar<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = folded(name);
    let mut nearest = None;
    for known in known {
        let folded = folded(known);
        let most = name.len().max(folded.len()).div_ceil(4);
        // Each edit changes the length by one at the most.
        if name.len().abs_diff(folded.len()) > most {
            continue;
        }
        let distance = strsim::osa_distance(&name, &folded);
        if distance <= most && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, *known));
        }
    }
    nearest.map(|(_, known)| known)
}

/// The help that offers it.
pub(crate) fn similar_help(what: &str, name: &str, known: &[&str]) -> Option<String> {
    similar(name, known).map(|found| format!("{what} with a similar name exists: `{found}`"))
}

/// The start of a name, without what people write in one way or another.
fn folded(name: &str) -> String {
    let mut folded = String::new();
    for c in name.chars().take(64) {
        folded.push(match c {
            '_' => '-',
            c => c.to_ascii_lowercase(),
        });
    }
    folded
}

/// The words of a text, with one blank between.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The texts with commas between.
pub(crate) fn with_commas(texts: &[String]) -> String {
    let mut list = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            list.push_str(", ");
        }
        list.push_str(text);
    }
    list
}

/// As many characters of a text as may be shown, and a mark if these are not all.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_invisible, is_unsafe, similar};

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let keys = ["port", "ports", "protocol", "container-port"];
        assert_eq!(similar("prot", &keys), Some("port"));
        assert_eq!(similar("protocl", &keys), Some("protocol"));
        assert_eq!(similar("container_port", &keys), Some("container-port"));
        assert_eq!(similar("PORT", &keys), Some("port"));
        assert_eq!(similar("address", &keys), None);
        assert_eq!(similar("", &keys), None);
    }

    #[test]
    fn what_shapes_its_neighbours_is_seen() {
        for c in ['\u{200b}', '\u{feff}', '\u{ad}', '\u{2060}', '\u{e0041}'] {
            assert!(is_invisible(c), "{}", c.escape_unicode());
        }
        for c in [
            'a',
            ' ',
            '語',
            '\u{301}',
            '\u{200d}',
            '\u{fe0f}',
            '\u{e0100}',
        ] {
            assert!(!is_invisible(c), "{}", c.escape_unicode());
        }
    }

    #[test]
    fn only_newline_and_tab_are_safe_controls() {
        assert!(!is_unsafe('\n') && !is_unsafe('\t') && !is_unsafe('é') && !is_unsafe('語'));
        assert!(is_unsafe('\r') && is_unsafe('\u{1b}') && is_unsafe('\u{85}'));
        assert!(is_unsafe('\u{202e}') && is_unsafe('\u{2066}') && is_unsafe('\u{61c}'));
    }
}
