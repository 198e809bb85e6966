//! Fills in the variables of words.

use super::scope::{At, Scope, Stored, Value};
use super::split::{self, By};
use super::text::{joined, Origin, Piece, Text};
use super::word::{Kind, Otherwise, Part, Spread, Use, Why, Word};
use crate::grammar::number;
use crate::place::Variable;
use crate::source::Source;

/// What fills in variables: it may set some.
pub(crate) struct Filler<'a> {
    pub(crate) source: &'a Source,
    pub(crate) scope: Scope,
    /// How many bytes variables were filled in with.
    filled: usize,
}

/// More than scripts hold that people write; variables that hold each other twice grow without end.
const MOST: usize = 1 << 22;
const LONGEST: usize = 1 << 14;

/// What a variable is filled in with.
enum Filled {
    Pieces(Vec<Piece>),
    Words(Vec<Text>),
}

impl<'a> Filler<'a> {
    pub(crate) fn new(source: &'a Source, folds: bool) -> Self {
        Self {
            source,
            scope: Scope::new(folds),
            filled: 0,
        }
    }

    pub(crate) fn words(&mut self, words: &[Word]) -> Vec<Text> {
        words.iter().flat_map(|word| self.word(word)).collect()
    }

    /// A word as it is where nothing divides it.
    pub(crate) fn one(&mut self, word: &Word) -> Text {
        let mut whole = Text {
            span: word.span.clone(),
            ..Text::default()
        };
        for part in &word.parts {
            match self.part(part, Some(Spread::One)) {
                Filled::Pieces(pieces) => whole.pieces.extend(pieces),
                Filled::Words(words) => whole.pieces.extend(joined(&words).pieces),
            }
        }
        whole
    }

    /// The words that a word becomes: none, one or many.
    fn word(&mut self, word: &Word) -> Vec<Text> {
        let mut done = Vec::new();
        let mut open = Text {
            span: word.span.clone(),
            is_element: word.is_element,
            ..Text::default()
        };
        let mut is_there = word.parts.is_empty();
        for part in &word.parts {
            is_there |= !matches!(part, Part::Variable(it) if it.spread != Spread::One);
            match self.part(part, None) {
                Filled::Pieces(pieces) => {
                    is_there |= pieces.iter().any(|piece| !is_empty(piece));
                    open.pieces.extend(pieces);
                }
                Filled::Words(words) => {
                    for (at, text) in words.into_iter().enumerate() {
                        if at > 0 {
                            done.push(std::mem::take(&mut open));
                        }
                        if open.pieces.is_empty() {
                            open.span = text.span;
                        }
                        open.pieces.extend(text.pieces);
                        is_there = true;
                    }
                }
            }
        }
        open.is_any_number = done.is_empty() && is_divided(word) && is_unknown(&open);
        if is_there {
            done.push(open);
        }
        done
    }

    fn part(&mut self, part: &Part, spread: Option<Spread>) -> Filled {
        match part {
            Part::Text(text, span) => Filled::Pieces(vec![Piece {
                text: text.clone(),
                span: span.clone(),
                origin: Origin::Written,
            }]),
            Part::Unknown(why, span) => {
                Filled::Pieces(vec![Piece::unknown(*why, None, span.clone())])
            }
            Part::Nothing(nothing, span) => Filled::Pieces(vec![Piece {
                text: String::new(),
                span: span.clone(),
                origin: Origin::Nothing(*nothing),
            }]),
            Part::Variable(it) => self.variable(it, spread.unwrap_or(it.spread)),
        }
    }

    fn variable(&mut self, it: &Use, spread: Spread) -> Filled {
        if !self.has_room(&it.name) {
            return unknown(it, Why::TooMuch);
        }
        match self.scope.get(&it.name).cloned() {
            None => self.not_known(it, None, unset(&it.name), spread),
            Some(stored) => match stored.value.why() {
                None => self.known(it, stored, spread),
                Some(why) => self.not_known(it, Some(stored), why, spread),
            },
        }
    }

    /// Whether there is room for the value of a variable once more.
    pub(crate) fn has_room(&mut self, name: &str) -> bool {
        let stored = self.scope.get(name);
        let length = stored.map_or(0, |stored| stored.value.length());
        self.filled += length;
        length <= LONGEST && self.filled <= MOST
    }

    fn known(&mut self, it: &Use, stored: Stored, spread: Spread) -> Filled {
        if let Some(Otherwise {
            kind: Kind::Alternative,
            word,
        }) = &it.otherwise
        {
            let text = self.one(word);
            return self.spread(it, text, None, spread);
        }
        let variable = Variable {
            name: it.name.clone(),
            default: None,
            set_at: match &stored.at {
                At::Here(span) => Some(self.source.location(span.clone())),
                At::Elsewhere(location) => Some(location.clone()),
            },
        };
        match stored.value {
            Value::Text(text) => {
                let variable = if stored.is_default {
                    by_default(it, &text)
                } else {
                    variable
                };
                self.spread(it, own(text, it, &stored.at), Some(variable), spread)
            }
            Value::List(list) if spread == Spread::One => Filled::Pieces(joined(&list).pieces),
            Value::List(list) => Filled::Words(list),
            Value::Unknown(why) => unknown(it, why),
        }
    }

    fn not_known(&mut self, it: &Use, stored: Option<Stored>, why: Why, spread: Spread) -> Filled {
        match (&it.otherwise, stored.map(|stored| stored.value)) {
            (
                Some(Otherwise {
                    kind: Kind::Default | Kind::Assign,
                    word,
                }),
                _,
            ) if why.is_given() => self.default(it, word, spread),
            // Of a text that is known in part, that part.
            (_, Some(Value::Text(text))) if text.pieces.len() > 1 => {
                self.spread(it, text, None, spread)
            }
            _ => unknown(it, why),
        }
    }

    /// The word that stands for a variable that is not set.
    fn default(&mut self, it: &Use, word: &Word, spread: Spread) -> Filled {
        let text = self.one(word);
        if matches!(&it.otherwise, Some(it) if it.kind == Kind::Assign) {
            let stored = Stored {
                value: Value::Text(text.clone()),
                is_default: true,
                at: At::Here(it.span.clone()),
            };
            self.scope.set(&it.name, stored);
        }
        let variable = text.unknown().is_none().then(|| by_default(it, &text));
        self.spread(it, text, variable, spread)
    }

    /// The value of a variable. One that holds options is taken from where it is set, any other from where it is used.
    fn spread(&self, it: &Use, value: Text, variable: Option<Variable>, spread: Spread) -> Filled {
        let text = value.lossy();
        let is_several = text.starts_with('-') || text.contains(char::is_whitespace);
        match (variable, spread) {
            (Some(variable), _) if !is_several => Filled::Pieces(vec![Piece {
                text,
                span: it.span.clone(),
                origin: Origin::Variable(variable),
            }]),
            (_, Spread::One | Spread::Elements) => Filled::Pieces(value.pieces),
            (_, Spread::Blanks) => Filled::Words(split::words(&value, By::Blanks)),
            (_, Spread::Source) => Filled::Words(split::words(&value, By::Words)),
        }
    }
}

/// Whether a word is nothing but what is filled in, without quotes around it.
fn is_divided(word: &Word) -> bool {
    match &word.parts[..] {
        [Part::Variable(it)] => it.spread != Spread::One,
        [Part::Unknown(_, span)] => *span == word.span,
        _ => false,
    }
}

fn is_unknown(text: &Text) -> bool {
    matches!(&text.pieces[..], [piece] if matches!(piece.origin, Origin::Unknown(_)))
}

fn unknown(it: &Use, why: Why) -> Filled {
    Filled::Pieces(vec![Piece::unknown(why, Some(&it.name), it.span.clone())])
}

/// A variable that has what the file gives for it where nobody else does.
fn by_default(it: &Use, text: &Text) -> Variable {
    Variable {
        name: it.name.clone(),
        default: number::ports(&text.lossy()),
        set_at: None,
    }
}

/// The value of a variable of another file stands nowhere in this one, but for where it is used.
fn own(mut text: Text, it: &Use, at: &At) -> Text {
    if matches!(at, At::Elsewhere(_)) {
        for piece in &mut text.pieces {
            piece.span = it.span.clone();
        }
    }
    text
}

fn is_empty(piece: &Piece) -> bool {
    piece.text.is_empty() && matches!(piece.origin, Origin::Written | Origin::Variable(_))
}

fn unset(name: &str) -> Why {
    let is_argument = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(name, "@" | "*" | "args" | "Args")
    };
    match name {
        name if is_argument(name) => Why::Argument,
        name if name
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("env:")) =>
        {
            Why::Environment
        }
        _ => Why::Unset,
    }
}
