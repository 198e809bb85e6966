//! The directives of a configuration, and the blocks that they stand in.

use std::ops::Range;

#[derive(Debug)]
pub(super) struct Directive {
    pub(super) name: String,
    pub(super) arguments: Vec<Argument>,
    /// The block that it stands in.
    pub(super) parent: String,
}

#[derive(Clone, Debug)]
pub(super) struct Argument {
    /// Without quotes.
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// All directives, those of blocks with them, in their order.
pub(super) fn directives(text: &str) -> Vec<Directive> {
    let mut directives = Vec::new();
    let mut blocks: Vec<String> = Vec::new();
    let mut words: Vec<Argument> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        match first {
            '#' => at += text[at..].find('\n').unwrap_or(text.len() - at),
            // Two braces are those of a template.
            ';' | '{' if !text[at..].starts_with("{{") => {
                let parent = blocks.last().cloned().unwrap_or_default();
                let mut own = std::mem::take(&mut words).into_iter();
                let name = own.next().map(|word| word.text).unwrap_or_default();
                at += 1;
                if first == '{' && name.ends_with("_by_lua_block") {
                    at += code(&text[at..]);
                } else if first == '{' {
                    blocks.push(name.clone());
                }
                directives.push(Directive {
                    name,
                    arguments: own.collect(),
                    parent,
                });
            }
            '}' => {
                blocks.pop();
                words.clear();
                at += 1;
            }
            first if first.is_whitespace() => at += first.len_utf8(),
            _ => {
                let (word, length) = word(&text[at..]);
                words.push(Argument {
                    span: at + word.start..at + word.end,
                    text: text[at + word.start..at + word.end].to_owned(),
                });
                at += length;
            }
        }
    }
    directives
}

/// Where the word at the start of a text stands without its quotes, and how long it is with them.
fn word(text: &str) -> (Range<usize>, usize) {
    if let Some(quote) = text
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''))
    {
        let mut letters = text.char_indices().skip(1);
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' => drop(letters.next()),
                letter if letter == quote => return (1..at, at + 1),
                _ => {}
            }
        }
        return (1..text.len(), text.len());
    }
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match letter {
            // The marks of a variable, or of a template.
            '{' if matches!(before, '$' | '{') || text[at..].starts_with("{{") => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ';' | '{' | '}' if depth == 0 => return (0..at, at),
            letter if letter.is_whitespace() && (depth == 0 || letter == '\n') => {
                return (0..at, at)
            }
            _ => {}
        }
        before = letter;
    }
    (0..text.len(), text.len())
}

/// How long a block of another language is, up to the brace that closes it.
fn code(text: &str) -> usize {
    let mut depth = 1_usize;
    for (at, byte) in text.bytes().enumerate() {
        depth += usize::from(byte == b'{');
        depth -= usize::from(byte == b'}');
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
