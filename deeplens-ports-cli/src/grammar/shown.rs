//! What of a text may be shown: whatever it is, no secret is in it.

/// A text as it may stand in a message: numbers, addresses, marks, names of variables and of protocols. Any other word
/// may be a secret, and is an ellipsis.
pub(crate) fn shown(text: &str) -> String {
    let mut kept = String::new();
    let line = text.lines().next().unwrap_or_default();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|letter| is_word(letter) != is_word(first))
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let names_variable = kept.ends_with('$') || kept.ends_with("${");
        if !is_word(first) {
            kept.extend(
                run.chars()
                    .filter(|letter| letter.is_ascii_graphic() || *letter == ' '),
            );
        } else if names_variable || is_harmless(run) {
            kept.push_str(run);
        } else if !kept.ends_with('…') {
            kept.push('…');
        }
        if kept.len() > LONGEST {
            kept.push('…');
            return kept;
        }
        rest = after;
    }
    if line.len() < text.trim_end().len() {
        kept.push('…');
    }
    kept
}

/// A name of a service, a variable or a key, which may be shown as it is; what is more than a name may be anything.
pub(crate) fn name(text: &str) -> String {
    let is_part = |letter: char| letter.is_alphanumeric() || "._-:[]() ".contains(letter);
    if text.chars().all(is_part) && text.len() <= 2 * LONGEST {
        text.to_owned()
    } else {
        shown(text)
    }
}

const LONGEST: usize = 80;

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_harmless(word: &str) -> bool {
    let is_number = word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let known = [
        "tcp",
        "udp",
        "sctp",
        "http",
        "https",
        "localhost",
        "host",
        "PORT",
    ];
    is_number || known.contains(&word)
}
