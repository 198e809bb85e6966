//! Words of a script as they are written. What they become is known once their variables are filled in.

use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// Quotes are part of it.
    pub(crate) span: Range<usize>,
    pub(crate) parts: Vec<Part>,
    /// Whether it stands behind a comma, as a further element of PowerShell's lists.
    pub(crate) is_element: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// Without quotes and escapes.
    Text(String, Range<usize>),
    Variable(Use),
    /// Nobody knows it before the script runs.
    Unknown(Why, Range<usize>),
    Nothing(Nothing, Range<usize>),
}

/// An empty text in place of what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nothing {
    pub(crate) why: &'static str,
    /// By the language itself.
    pub(crate) is_refused: bool,
}

/// A variable in a word.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    /// Without its marks.
    pub(crate) name: String,
    /// With its marks.
    pub(crate) span: Range<usize>,
    pub(crate) spread: Spread,
    pub(crate) otherwise: Option<Otherwise>,
}

impl Use {
    pub(crate) fn new(name: &str, span: Range<usize>, spread: Spread) -> Self {
        Self {
            name: name.to_owned(),
            span,
            spread,
            otherwise: None,
        }
    }
}

/// How many words the value of a variable makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spread {
    /// One, a list too.
    One,
    /// One for each element of a list, and one of a text.
    Elements,
    /// As blanks divide it.
    Blanks,
    /// As if it stood there itself: blanks divide it, and quotes hold together.
    Source,
}

/// What stands behind the name in `${X:-n}` and its like.
#[derive(Clone, Debug)]
pub(crate) struct Otherwise {
    pub(crate) kind: Kind,
    pub(crate) word: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The word is taken where the variable is not set.
    Default,
    /// And the variable is then set to it.
    Assign,
    /// The word is taken where the variable is set.
    Alternative,
    /// The script stops where it is not set.
    Required,
}

/// Why a value is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Argument,
    Asked,
    Built,
    Computed,
    Environment,
    InnerShell,
    Loop,
    Several,
    TooMuch,
    Unset,
}

impl Why {
    /// Whether somebody gives it from outside of the script. What the file has for it is then a default.
    pub(crate) const fn is_given(self) -> bool {
        matches!(
            self,
            Self::Argument | Self::Asked | Self::Environment | Self::Unset
        )
    }

    pub(crate) fn sentence(self, name: Option<&str>) -> String {
        let name = name.map_or_else(|| "a variable".to_owned(), |name| format!("`{name}`"));
        match self {
            Self::Argument => format!("{name} is given by whoever starts it, and has no default"),
            Self::Asked => format!("{name} is asked for while the script runs"),
            Self::Built => {
                "a text that is put together here, and divided by another program".to_owned()
            }
            Self::Computed => "it is computed while the script runs".to_owned(),
            Self::Environment => {
                format!("{name} is a variable of the environment, and has no default")
            }
            Self::InnerShell => "a variable of the shell that is started".to_owned(),
            Self::Loop => format!("{name} has another value in each turn of a loop"),
            Self::Several => {
                format!("{name} is set in several ways, and which of them holds is not known")
            }
            Self::TooMuch => "variables hold too much to follow".to_owned(),
            Self::Unset => format!("{name} is not set in this file"),
        }
    }
}

impl Word {
    pub(crate) fn at(start: usize) -> Self {
        Self {
            span: start..start,
            ..Self::default()
        }
    }

    /// Adds a text that stands as it is, or what an escape at that place means.
    pub(crate) fn push(&mut self, text: &str, span: Range<usize>) {
        if let Some(Part::Text(last, place)) = self.parts.last_mut() {
            let is_verbatim = last.len() == place.len() && text.len() == span.len();
            if is_verbatim && place.end == span.start {
                last.push_str(text);
                place.end = span.end;
                return;
            }
        }
        self.parts.push(Part::Text(text.to_owned(), span));
    }

    pub(crate) fn unknown(&mut self, why: Why, span: Range<usize>) {
        self.parts.push(Part::Unknown(why, span));
    }

    pub(crate) fn variable(&mut self, name: &str, span: Range<usize>, spread: Spread) {
        self.parts
            .push(Part::Variable(Use::new(name, span, spread)));
    }

    /// Takes blanks off its end.
    pub(crate) fn trim(&mut self) {
        if let Some(Part::Text(text, span)) = self.parts.last_mut() {
            let length = text.trim_end().len();
            span.end -= (text.len() - length).min(span.len());
            text.truncate(length);
            if length == 0 {
                self.parts.pop();
            }
        }
    }

    /// Its text, where nothing but text is in it.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.parts[..] {
            [Part::Text(text, _)] => Some(text),
            [] => Some(""),
            _ => None,
        }
    }

    /// Its text, where it stands without quotes and escapes.
    pub(crate) fn bare(&self) -> Option<&str> {
        self.text().filter(|text| text.len() == self.span.len())
    }
}
