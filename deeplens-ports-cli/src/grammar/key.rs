//! Names of variables, keys and options, and whether they are about a port.

/// Whether the last word of a name is `port` or `ports`, or it is nothing but that and a number: `API_PORT`, `httpPort`,
/// `PORT2`; not `SUPPORT`, `PORT_TIMEOUT`.
pub(crate) fn is_of_port(name: &str) -> bool {
    let name = name.trim_matches(['-', '_', '.']);
    let bare = name
        .trim_end_matches(|last: char| last.is_ascii_digit())
        .trim_end_matches(['_', '-']);
    if bare.eq_ignore_ascii_case("port") {
        return true;
    }
    let last = last_word(name);
    ["port", "ports"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word))
        || is_joined(last)
}

/// Words that people write without a mark between.
fn is_joined(word: &str) -> bool {
    const BEFORE: [&str; 18] = [
        "admin",
        "api",
        "app",
        "container",
        "db",
        "debug",
        "grpc",
        "host",
        "http",
        "https",
        "listen",
        "metrics",
        "node",
        "server",
        "ssl",
        "target",
        "tcp",
        "web",
    ];
    let word = word.to_ascii_lowercase();
    let before = word
        .strip_suffix("port")
        .or_else(|| word.strip_suffix("ports"));
    before.is_some_and(|before| BEFORE.contains(&before))
}

/// `Port` of `httpPort`, `PORT` of `API_PORT`.
fn last_word(name: &str) -> &str {
    let mark = name.rfind(['_', '-', '.', ':', ' ']).map_or(0, |at| at + 1);
    let word = &name[mark..];
    let mut start = 0;
    let mut was_lower = false;
    for (at, letter) in word.char_indices() {
        if letter.is_uppercase() && was_lower {
            start = at;
        }
        was_lower = letter.is_lowercase() || letter.is_ascii_digit();
    }
    &word[start..]
}
