//! Words of a script with their variables filled in, and where each part of them stands.

use super::word::{Nothing, Why};
use crate::grammar::shown;
use crate::place::Variable;
use std::ops::Range;

/// What a program gets as one argument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// Where the word stands.
    pub(crate) span: Range<usize>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) is_element: bool,
    /// Whether it is a variable without quotes of which nobody knows the value: any number of words.
    pub(crate) is_any_number: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Empty where it is not known.
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Written,
    Variable(Variable),
    Unknown(Unknown),
    Nothing(Nothing),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unknown {
    pub(crate) why: Why,
    pub(crate) name: Option<String>,
}

impl Unknown {
    pub(crate) fn sentence(&self) -> String {
        self.why.sentence(self.name.as_deref())
    }
}

impl Piece {
    pub(crate) fn unknown(why: Why, name: Option<&str>, span: Range<usize>) -> Self {
        let name = name.map(shown::name);
        Self {
            text: String::new(),
            span,
            origin: Origin::Unknown(Unknown { why, name }),
        }
    }

    /// Where a part of its text stands: all of it, where escapes were in it.
    pub(crate) fn place(&self, part: Range<usize>) -> Range<usize> {
        let is_verbatim = self.origin == Origin::Written && self.text.len() == self.span.len();
        if is_verbatim {
            self.span.start + part.start..self.span.start + part.end
        } else {
            self.span.clone()
        }
    }

    /// A part of it; nothing that is not known is in one.
    fn part(&self, part: Range<usize>) -> Self {
        Self {
            text: self.text.get(part.clone()).unwrap_or_default().to_owned(),
            span: self.place(part),
            origin: self.origin.clone(),
        }
    }
}

impl Text {
    /// The whole, where all of it is known.
    pub(crate) fn known(&self) -> Option<String> {
        self.unknown().is_none().then(|| self.lossy())
    }

    /// Without what is not known.
    pub(crate) fn lossy(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    /// What is known of its start.
    pub(crate) fn start(&self) -> String {
        let is_known = |piece: &&Piece| !matches!(piece.origin, Origin::Unknown(_));
        let known = self.pieces.iter().take_while(is_known);
        known.map(|piece| piece.text.as_str()).collect()
    }

    pub(crate) fn unknown(&self) -> Option<&Unknown> {
        self.pieces.iter().find_map(|piece| match &piece.origin {
            Origin::Unknown(unknown) => Some(unknown),
            _ => None,
        })
    }

    pub(crate) fn nothing(&self) -> Option<Nothing> {
        self.pieces.iter().find_map(|piece| match piece.origin {
            Origin::Nothing(nothing) => Some(nothing),
            _ => None,
        })
    }

    /// A part of it, without what is not known; or from a place in what is known of its start, with all that follows.
    pub(crate) fn part(&self, part: Range<usize>) -> Self {
        let mut pieces = Vec::new();
        let mut at = 0;
        for piece in &self.pieces {
            let (start, end) = (at, at + piece.text.len());
            at = end;
            let is_in = start < part.end && end > part.start;
            if is_in {
                let from = part.start.saturating_sub(start);
                let to = part.end.min(end) - start;
                pieces.push(piece.part(from..to));
            } else if start == end && start >= part.start && start <= part.end {
                pieces.push(piece.clone());
            }
        }
        let span = match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) if first.span.start <= last.span.end => {
                first.span.start..last.span.end
            }
            (Some(first), _) => first.span.clone(),
            _ => self.span.clone(),
        };
        Self {
            span,
            pieces,
            ..Self::default()
        }
    }

    pub(crate) fn from(&self, start: usize) -> Self {
        self.part(start..usize::MAX)
    }

    /// Where a part of its known text stands, and the variable that it has it from.
    pub(crate) fn place(&self, part: Range<usize>) -> (Range<usize>, Option<Variable>) {
        let part = self.part(part);
        let variable = part.pieces.iter().find_map(|piece| match &piece.origin {
            Origin::Variable(variable) => Some(variable.clone()),
            _ => None,
        });
        (part.span, variable)
    }

    /// With nothing that variables have.
    pub(crate) fn without_variables(mut self, why: Why) -> Self {
        for piece in &mut self.pieces {
            if matches!(piece.origin, Origin::Variable(_)) {
                *piece = Piece::unknown(why, None, piece.span.clone());
            }
        }
        self
    }
}

/// Words as one text, with blanks between them.
pub(crate) fn joined(words: &[Text]) -> Text {
    let mut whole = Text::default();
    for word in words {
        if whole.pieces.is_empty() {
            whole.span = word.span.clone();
        } else {
            whole.pieces.push(Piece {
                text: " ".to_owned(),
                span: word.span.start..word.span.start,
                origin: Origin::Written,
            });
        }
        whole.pieces.extend(word.pieces.iter().cloned());
    }
    whole
}
