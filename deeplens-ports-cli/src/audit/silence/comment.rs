//! `# deeplens-ports: ignore[rule] reason`, in the comments of whatever file.

use crate::audit::rule::Rule;
use crate::place::Location;
use crate::source::Source;

#[derive(Debug)]
pub(super) struct Comment {
    /// The rule, or what stands in its place.
    pub(super) rule: Result<Rule, String>,
    pub(super) location: Location,
    /// The line that it is about.
    pub(super) covers: usize,
    pub(super) is_used: bool,
}

const MARK: &str = "deeplens-ports: ignore";

pub(super) fn all(source: &Source) -> Vec<Comment> {
    if !source.text.contains(MARK) {
        return Vec::new();
    }
    let mut comments: Vec<Comment> = Vec::new();
    // Comments of lines of their own that wait for the next line with something else in it.
    let mut waiting = 0;
    for (number, (start, line)) in source.lines().enumerate() {
        let number = number + 1;
        let Some((alone, mark)) = find(source.name(), line) else {
            let ahead = comments.len() - waiting;
            comments[ahead..]
                .iter_mut()
                .for_each(|it| it.covers = number);
            waiting = 0;
            continue;
        };
        let rest = &line[mark + MARK.len()..];
        let name = rest
            .strip_prefix('[')
            .and_then(|rest| rest.split(']').next());
        let name = name.unwrap_or_default();
        let end = mark + MARK.len() + if name.is_empty() { 0 } else { name.len() + 2 };
        comments.push(Comment {
            rule: Rule::of(name).ok_or_else(|| shown(name)),
            location: source.location(start + mark..start + end.min(line.len())),
            covers: number,
            is_used: false,
        });
        waiting = if alone { waiting + 1 } else { 0 };
    }
    comments
}

/// Whether a comment stands alone in its line, and where what it says starts.
fn find(file: &str, line: &str) -> Option<(bool, usize)> {
    let mark = line.find(MARK)?;
    let before = line[..mark].trim_end();
    let lower = before.to_ascii_lowercase();
    let opener = openers(file)
        .iter()
        .find(|opener| lower.ends_with(**opener))?;
    let code = &before[..before.len() - opener.len()];
    Some((code.trim().is_empty(), mark))
}

fn openers(file: &str) -> &'static [&'static str] {
    match file.rsplit('.').next().unwrap_or_default() {
        "md" | "html" | "xml" | "csproj" => &["<!--"],
        "cmd" | "bat" => &["rem", "::"],
        "js" | "ts" | "tsx" | "jsx" | "cs" | "rs" | "go" | "java" | "json" | "jsonc" | "json5"
        | "kt" => &["//", "/*"],
        _ => &["#", "//", "<!--", ";"],
    }
}

/// A name of a rule that there is none of.
fn shown(name: &str) -> String {
    let is_part = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
    name.chars().filter(is_part).take(40).collect()
}
