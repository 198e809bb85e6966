//! `.env` files, by the rules of compose-go's `dotenv/parser.go`.

use crate::grammar::template;
use std::collections::HashMap;
use std::ops::Range;

/// A line, or several, that set a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    /// As it stands, without quotes and comment.
    pub(crate) span: Range<usize>,
    /// With escapes undone and variables filled in; nothing where that fails.
    pub(crate) value: Option<String>,
    pub(crate) quote: Option<char>,
    /// Whether a comment stands behind the value on its line.
    pub(crate) has_comment: bool,
    /// Whether a variable had a part in it.
    pub(crate) is_filled: bool,
}

/// Where the file breaks off, for Compose, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) at: usize,
    pub(crate) why: &'static str,
}

/// All assignments up to the first mistake; one line further on, reading goes on.
pub(crate) fn parse(text: &str) -> (Vec<Assignment>, Vec<Broken>) {
    let (mut assignments, mut broken) = (Vec::new(), Vec::new());
    let mut known: HashMap<String, String> = HashMap::new();
    let mut at = 0;
    while let Some(start) = statement(text, at) {
        let (key_span, mark) = match key(text, start) {
            Ok(key) => key,
            Err(why) => {
                broken.push(Broken { at: start, why });
                at = line_end(text, start);
                continue;
            }
        };
        let Some(mark) = mark else {
            // A name alone is taken from the environment.
            at = line_end(text, start);
            continue;
        };
        match value(text, mark, &text[key_span.clone()], key_span, &known) {
            Ok((assignment, end)) => {
                if let Some(value) = &assignment.value {
                    known.insert(assignment.key.clone(), value.clone());
                }
                assignments.push(assignment);
                at = end;
            }
            Err(why) => {
                broken.push(Broken { at: start, why });
                at = line_end(text, start);
            }
        }
    }
    (assignments, broken)
}

/// Where the next one starts that is no comment.
fn statement(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        match text[at..].chars().next()? {
            '#' => at = line_end(text, at),
            _ => return Some(at),
        }
    }
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The name, and where its value starts, if it has one.
fn key(text: &str, start: usize) -> Result<(Range<usize>, Option<usize>), &'static str> {
    let line = &text[start..line_end(text, start)];
    let word = line
        .strip_prefix("export")
        .filter(|rest| rest.starts_with([' ', '\t']));
    let rest = word.map_or(line, str::trim_start);
    let start = start + (line.len() - rest.len());
    let end = rest.find(['=', ':']).unwrap_or(rest.len());
    let name = rest[..end].trim_end();
    if name.is_empty() {
        return Err("a line without a name");
    }
    if name.contains(char::is_whitespace) {
        return Err("a name with a blank in it");
    }
    let is_name = |letter: char| letter.is_alphanumeric() || "_.-[]".contains(letter);
    if !name.chars().all(is_name) {
        return Err("a name with a mark that no name has");
    }
    let span = start..start + name.len();
    Ok((span, (end < rest.len()).then_some(start + end + 1)))
}

fn value(
    text: &str,
    mark: usize,
    key: &str,
    key_span: Range<usize>,
    known: &HashMap<String, String>,
) -> Result<(Assignment, usize), &'static str> {
    let blanks = text[mark..].len() - text[mark..].trim_start_matches([' ', '\t', '\r']).len();
    let start = mark + blanks;
    let rest = &text[start..];
    let quote = rest
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let lookup = |name: &str| known.get(name).cloned();
    let mut assignment = Assignment {
        key: key.to_owned(),
        key_span,
        span: start..start,
        value: None,
        quote,
        has_comment: false,
        is_filled: false,
    };
    let (raw, end) = match quote {
        None => {
            let end = line_end(text, start);
            let line = &text[start..end];
            let value = line.split(" #").next().unwrap_or_default();
            assignment.has_comment = value.len() < line.len();
            let value = value.trim_end();
            assignment.span = start..start + value.len();
            (value.to_owned(), end)
        }
        Some(quote) => {
            let (value, length) = quoted(rest, quote).ok_or("a quote that is not closed")?;
            assignment.span = start + 1..start + length - 1;
            let end = start + length;
            let behind = text[end..line_end(text, end)].trim_start();
            assignment.has_comment = behind.starts_with('#');
            (value, end)
        }
    };
    assignment.value = if quote == Some('\'') {
        Some(raw)
    } else {
        template::fill(&raw, &lookup).ok().map(|filled| {
            assignment.is_filled = !filled.uses.is_empty();
            filled.text
        })
    };
    Ok((assignment, end))
}

/// The text between quotes, which may go over several lines, and how long it is with them.
fn quoted(text: &str, quote: char) -> Option<(String, usize)> {
    let mut value = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => match letters.next()?.1 {
                escaped if escaped == quote => value.push(quote),
                'n' if quote == '"' => value.push('\n'),
                'r' if quote == '"' => value.push('\r'),
                '$' if quote == '"' => value.push_str("$$"),
                other => value.extend(['\\', other]),
            },
            letter if letter == quote => return Some((value, at + 1)),
            letter => value.push(letter),
        }
    }
    None
}
