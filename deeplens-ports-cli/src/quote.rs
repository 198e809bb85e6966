//! A line of a file as a report shows it: without what could be a secret.

use crate::grammar::shown::shown;
use crate::place::Location;
use crate::source::Source;
use std::ops::Range;

/// A line with a place in it.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    pub(crate) file: String,
    pub(crate) line: usize,
    /// In the file, whatever is hidden before it.
    pub(crate) column: usize,
    pub(crate) text: String,
    /// In bytes of the text.
    pub(crate) span: Range<usize>,
    pub(crate) label: String,
}

impl Quote {
    /// A line of a file of whatever kind.
    pub(crate) fn hidden(source: &Source, at: &Location, label: &str) -> Self {
        let (line, span) = line_of(source, at);
        let (text, span) = hide(line, span);
        Self::new(source, at, text, span, label)
    }

    /// A line of the map or of the configuration, which have no secrets.
    pub(crate) fn plain(source: &Source, at: &Location, label: &str) -> Self {
        let (line, span) = line_of(source, at);
        Self::new(source, at, line.to_owned(), span, label)
    }

    fn new(source: &Source, at: &Location, text: String, span: Range<usize>, label: &str) -> Self {
        Self {
            file: source.path.to_string(),
            line: at.line,
            column: at.column,
            text,
            span,
            label: label.to_owned(),
        }
    }
}

/// The line that a place starts in, and where it is in it.
fn line_of<'a>(source: &'a Source, at: &Location) -> (&'a str, Range<usize>) {
    let text = &source.text;
    let from = at.span.start.min(text.len());
    let before = text.get(..from).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    let end = (at.span.end.max(from) - start).min(line.len());
    let from = (from - start).min(end);
    if line.is_char_boundary(from) && line.is_char_boundary(end) {
        (line, from..end)
    } else {
        (line, 0..0)
    }
}

fn hide(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let key = key(line).min(span.start);
    // What goes on from the place as ports and addresses do.
    let is_numeric = |letter: char| letter.is_ascii_digit() || ".:-[]\"'".contains(letter);
    let kept = &line[key..span.start];
    let from = key + kept.trim_end_matches(is_numeric).len();
    let rest = &line[span.end..];
    let to = line.len() - rest.trim_start_matches(is_numeric).len();
    let within = &line[span.clone()];
    let mut text = line[..key].to_owned();
    text.push_str(&words(&line[key..from]));
    text.push_str(&line[from..span.start]);
    let start = text.len();
    text.push_str(&if is_address(within) || is_comment(within) {
        within.to_owned()
    } else {
        shown(within)
    });
    let end = text.len();
    text.push_str(&line[span.end..to]);
    text.push_str(&words(&line[to..]));
    (text, start..end)
}

/// Where the key ends that a line starts with, its mark included: `  GRAFANA_URL=`, `- "name": `.
fn key(line: &str) -> usize {
    let start = line.len() - line.trim_start_matches([' ', '\t', '-', '"', '\'']).len();
    let name = &line[start..];
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let length = name.find(|letter| !is_part(letter)).unwrap_or(0);
    let rest = name[length..].trim_start_matches(['"', '\'', ' ']);
    let is_key = length > 0 && rest.starts_with([':', '=']);
    if is_key {
        line.len() - rest.len() + 1
    } else {
        start
    }
}

fn is_address(text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || ".-_:[]*+".contains(letter);
    !text.is_empty() && text.chars().all(is_part)
}

/// What users say to the audit.
fn is_comment(text: &str) -> bool {
    text.starts_with("deeplens-ports: ignore")
}

/// Marks, and words that are known to be none of a person's; any other may be a secret.
fn words(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter| is_word(letter) != is_word(first));
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        match is_word(first) {
            false => kept.push_str(run),
            true if KNOWN.contains(&run) || is_part_of_form(run, after) => kept.push_str(run),
            true if is_option(&text[..text.len() - rest.len()], run, after) => kept.push_str(run),
            true if kept.trim_end().ends_with('…') => kept.truncate(kept.trim_end().len()),
            true => kept.push('…'),
        }
        rest = after;
    }
    kept
}

/// A scheme before its `://`, or the key of a connection string before its `=`.
fn is_part_of_form(word: &str, after: &str) -> bool {
    (after.starts_with("://") && SCHEMES.contains(&word))
        || (after.starts_with('=') && KEYS.contains(&word))
}

/// Whether a word of small letters is an option of a command by what stands before and after it: ` --name `.
fn is_option(before: &str, word: &str, after: &str) -> bool {
    let is_end = |letter: char| " \t\"',[]=`".contains(letter);
    let start = before.strip_suffix("--");
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_plain
        && start.is_some_and(|start| start.is_empty() || start.ends_with([' ', '\t', '"', '\'']))
        && (after.is_empty() || after.starts_with(is_end))
}

const SCHEMES: [&str; 12] = [
    "amqp",
    "amqps",
    "kafka",
    "mongodb",
    "mqtt",
    "mysql",
    "postgres",
    "postgresql",
    "redis",
    "rediss",
    "ws",
    "wss",
];

const KEYS: [&str; 6] = ["Database", "Host", "Password", "Port", "Server", "Username"];

const KNOWN: [&str; 40] = [
    "ARG",
    "ENV",
    "EXPOSE",
    "HEALTHCHECK",
    "PORT",
    "applicationUrl",
    "const",
    "container",
    "create",
    "curl",
    "d",
    "docker",
    "endpoint",
    "export",
    "f",
    "grpc",
    "host",
    "http",
    "https",
    "listen",
    "localhost",
    "name",
    "network",
    "p",
    "podman",
    "port",
    "ports",
    "proxy_pass",
    "publish",
    "published",
    "run",
    "server",
    "set",
    "target",
    "targets",
    "tcp",
    "udp",
    "upstream",
    "url",
    "urls",
];

#[cfg(test)]
mod tests {
    use super::hide;

    fn hidden(line: &str, place: &str) -> String {
        let start = line.find(place).expect("it is in the line");
        hide(line, start..start + place.len()).0
    }

    #[test]
    fn what_a_reader_needs_is_shown() {
        assert_eq!(
            hidden(
                "docker run --rm -d --name web-1 -p 9000:9001 me/web",
                "9000"
            ),
            "docker run --rm -d --name …-… -p 9000:9001 …/…"
        );
        assert_eq!(
            hidden("DB=Host=pg;Port=5434;Username=me;Password=x1", "5434"),
            "DB=Host=…;Port=5434;Username=…;Password=…"
        );
        assert_eq!(
            hidden("URL=redis://me:x1@localhost:6379/0", "localhost:6379"),
            "URL=redis://…:…@localhost:6379/…"
        );
    }

    #[test]
    fn what_may_be_a_secret_is_not() {
        for secret in [
            "hunter2",
            "--hunter2x",
            "hunter2=",
            "a-hunter2",
            "redis",
            "Host",
        ] {
            let line = format!("curl -u me:{secret} --token={secret} --key {secret}9 http://x:80");
            let shown = hidden(&line, "x:80");
            let left = shown.replace("--token=", "").replace("--key", "");
            assert!(!left.contains(secret.trim_matches('-')), "{line}: {shown}");
        }
    }
}
