//! Divides a text that is a whole command line, or several.

use super::text::{Origin, Piece, Text};
use std::ops::Range;

/// What divides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Blanks alone: a quote is a letter.
    Blanks,
    /// Blanks that are not in quotes.
    Words,
    /// As well as ends of lines, `;`, `&` and `|`.
    Commands,
}

/// The commands of a text, each as words. By anything else than commands it is one.
pub(crate) fn split(text: &Text, by: By) -> Vec<Vec<Text>> {
    let mut splitter = Splitter {
        by,
        commands: Vec::new(),
        words: Vec::new(),
        word: None,
        quote: None,
        is_comment: false,
    };
    for piece in &text.pieces {
        match piece.origin {
            Origin::Unknown(_) | Origin::Nothing(_) => splitter.push(piece.clone()),
            Origin::Written | Origin::Variable(_) => splitter.piece(piece),
        }
    }
    splitter.end_command();
    splitter.commands
}

/// The words of a text that is one command.
pub(crate) fn words(text: &Text, by: By) -> Vec<Text> {
    split(text, by).into_iter().flatten().collect()
}

struct Splitter {
    by: By,
    commands: Vec<Vec<Text>>,
    words: Vec<Text>,
    word: Option<Text>,
    quote: Option<char>,
    is_comment: bool,
}

enum Class {
    /// A part of the word.
    Letter,
    /// No part of anything.
    Mark,
    Blank,
    End,
}

impl Splitter {
    fn piece(&mut self, piece: &Piece) {
        let mut run = 0;
        let mut letters = piece.text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let class = self.class(letter, next);
            let mut end = at + letter.len_utf8();
            if matches!(class, Class::Letter) {
                continue;
            }
            self.run(piece, run..at);
            if letter == '\\' {
                // What it stands before is taken as it is, but for the end of a line.
                if let Some((_, next)) = letters.next() {
                    if next != '\n' {
                        self.run(piece, end..end + next.len_utf8());
                    }
                    end += next.len_utf8();
                }
            }
            run = end;
            match class {
                Class::Letter => {}
                Class::Mark => {
                    if self.quote.is_some() {
                        self.word.get_or_insert_with(Text::default);
                    }
                }
                Class::Blank => self.end_word(),
                Class::End => self.end_command(),
            }
        }
        self.run(piece, run..piece.text.len());
    }

    fn class(&mut self, letter: char, next: Option<char>) -> Class {
        if self.by == By::Blanks {
            return if letter.is_whitespace() {
                Class::Blank
            } else {
                Class::Letter
            };
        }
        if self.is_comment {
            self.is_comment = letter != '\n';
            return if self.is_comment {
                Class::Mark
            } else {
                Class::End
            };
        }
        match (self.quote, letter) {
            (Some(quote), _) if quote == letter => {
                self.quote = None;
                Class::Mark
            }
            (Some('"'), '\\') if matches!(next, Some('"' | '\\' | '$' | '`')) => Class::Mark,
            (Some(_), _) => Class::Letter,
            (None, '"' | '\'') => {
                self.quote = Some(letter);
                Class::Mark
            }
            (None, '\\') if matches!(next, Some('\n' | ' ' | '"' | '\'' | '$')) => Class::Mark,
            (None, '\n' | ';' | '&' | '|') if self.by == By::Commands => Class::End,
            (None, '#') if self.by == By::Commands && self.word.is_none() => {
                self.is_comment = true;
                Class::Mark
            }
            (None, _) if letter.is_whitespace() => Class::Blank,
            (None, _) => Class::Letter,
        }
    }

    fn run(&mut self, piece: &Piece, part: Range<usize>) {
        if part.is_empty() {
            return;
        }
        let place = piece.place(part.clone());
        self.push(Piece {
            text: piece.text[part].to_owned(),
            span: place,
            origin: piece.origin.clone(),
        });
    }

    fn push(&mut self, piece: Piece) {
        let word = self.word.get_or_insert_with(Text::default);
        if word.pieces.is_empty() {
            word.span = piece.span.clone();
        }
        word.span.end = piece.span.end.max(word.span.start);
        word.pieces.push(piece);
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
    }

    fn end_command(&mut self) {
        self.end_word();
        if !self.words.is_empty() {
            self.commands.push(std::mem::take(&mut self.words));
        }
    }
}
