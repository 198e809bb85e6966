//! The instructions of a Dockerfile, which may go over several lines.

use crate::read::script::shell;
use crate::read::script::word::Word;
use std::ops::Range;

pub(super) struct Instruction {
    /// In small letters.
    pub(super) name: String,
    /// What stands behind it; of a list as JSON has it, its elements.
    pub(super) words: Vec<Word>,
}

pub(super) fn all(text: &str) -> Vec<Instruction> {
    let escape = escape(text);
    let mut instructions = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut here: Option<String> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let Some(end) = &here {
            if line.trim() == end {
                here = None;
            }
            continue;
        }
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let first = start + (line.len() - line.trim_start().len());
        let more = content.strip_suffix(escape);
        open.push(first..first + more.unwrap_or(content).len());
        if more.is_none() {
            let parts = std::mem::take(&mut open);
            here = parts
                .iter()
                .find_map(|part| here_document(&text[part.clone()]));
            instructions.extend(instruction(text, &parts));
        }
    }
    instructions.extend(instruction(text, &open));
    instructions
}

/// The mark at the end of lines that go on, which the first line may set.
fn escape(text: &str) -> char {
    let first = text
        .lines()
        .take_while(|line| line.trim_start().starts_with('#'));
    let mut set =
        first.filter_map(|line| line.trim_start_matches(['#', ' ']).strip_prefix("escape="));
    if set.any(|mark| mark.trim() == "`") {
        '`'
    } else {
        '\\'
    }
}

/// The line that ends a here-document that starts in a line.
fn here_document(line: &str) -> Option<String> {
    let name = line.split_whitespace().next()?;
    if !["add", "copy", "run"]
        .iter()
        .any(|it| name.eq_ignore_ascii_case(it))
    {
        return None;
    }
    let (_, behind) = line.split_once("<<")?;
    let word = behind
        .trim_start_matches('-')
        .trim_start_matches(['"', '\'']);
    let end = word.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let word = &word[..end.unwrap_or(word.len())];
    (!word.is_empty()).then(|| word.to_owned())
}

fn instruction(text: &str, parts: &[Range<usize>]) -> Option<Instruction> {
    let (first, more) = parts.split_first()?;
    let (mut name, mut behind) = name(text, first.clone());
    if name == "onbuild" {
        (name, behind) = self::name(text, behind);
    }
    let needs_words = [
        "arg",
        "cmd",
        "entrypoint",
        "env",
        "expose",
        "from",
        "healthcheck",
    ];
    if !needs_words.contains(&name.as_str()) {
        return None;
    }
    let parts = std::iter::once(behind).chain(more.iter().cloned());
    let words = parts.flat_map(|part| words(text, part));
    Some(Instruction {
        words: words.collect(),
        name,
    })
}

/// The first word of a part, and the rest.
fn name(text: &str, part: Range<usize>) -> (String, Range<usize>) {
    let whole = &text[part.clone()];
    let end = whole.find(char::is_whitespace).unwrap_or(whole.len());
    let behind = whole[end..].len() - whole[end..].trim_start().len();
    (
        whole[..end].to_ascii_lowercase(),
        part.start + end + behind..part.end,
    )
}

fn words(text: &str, part: Range<usize>) -> Vec<Word> {
    let words = shell::words(text, part);
    let Some(first) = words
        .first()
        .filter(|word| text[word.span.clone()].starts_with('['))
    else {
        return words;
    };
    // A list: what is in quotes.
    let start = first.span.start;
    let end = words.last().map_or(start, |word| word.span.end);
    let mut elements = Vec::new();
    let mut at = start;
    for (number, part) in text[start..end].split('"').enumerate() {
        if number % 2 == 1 {
            let mut word = Word::at(at);
            word.push(part, at..at + part.len());
            word.span.end = at + part.len();
            elements.push(word);
        }
        at += part.len() + 1;
    }
    elements
}
