//! What an answer says.

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// In the language: `answers HTTP/1.1 200 OK`.
    Well(String),
    /// In the language, and that it cannot serve now.
    Failing(String),
    /// In another language: how it starts.
    Strange(Vec<u8>),
}

/// The first line of an answer, for people.
pub(super) fn first_line(text: &[u8]) -> String {
    const LONGEST: usize = 200;
    let text = String::from_utf8_lossy(text);
    let line = text.lines().next().unwrap_or_default().trim_end();
    let shown = line.chars().filter(|letter| !letter.is_control());
    shown.take(LONGEST).collect()
}
