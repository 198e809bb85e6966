//! Characters that look like those of TOML, or like nothing: they come from texts that were pasted.

use super::mended::Change;
use super::tokens::{Kind, Token};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::Span;
use crate::text::is_unsafe;

/// What a character is, and what was meant by it.
#[derive(Clone, Copy)]
struct Meaning {
    class: Class,
    name: &'static str,
    with: &'static str,
}

/// The characters of one class are one mistake, however many there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Quote,
    Blank,
    Hidden,
    Dash,
    Wide,
    Control,
}

const CLASSES: [Class; 6] = [
    Class::Quote,
    Class::Blank,
    Class::Hidden,
    Class::Dash,
    Class::Wide,
    Class::Control,
];

/// A character that stands where TOML does not allow it.
pub(super) struct Stray {
    c: char,
    meaning: Meaning,
    pub(super) span: Span,
}

pub(super) fn read(text: &str, tokens: &[Token]) -> Vec<Stray> {
    let mut strays = Vec::new();
    // What is meant by the mark that began a string; all before the next such mark is in the string.
    let mut open: Option<&str> = None;
    for token in tokens {
        if token.kind == Kind::Newline {
            open = None;
        }
        let is_loose = token.kind == Kind::Atom || open.is_some();
        let closing = if is_loose {
            None
        } else {
            closing_mark(token, text)
        };
        for (at, c) in text[token.span()].char_indices() {
            let Some(meaning) = meaning(c) else { continue };
            let is_quote = meaning.class == Class::Quote;
            let is_wrong = match open {
                Some(with) => is_quote && meaning.with == with,
                None => is_loose || closing == Some(at),
            };
            if is_wrong && is_quote && is_loose {
                open = match open {
                    None => Some(meaning.with),
                    Some(_) => None,
                };
            }
            if is_wrong || meaning.class == Class::Control {
                let start = token.start + at;
                let span = start..start + c.len_utf8();
                strays.push(Stray { c, meaning, span });
            }
        }
    }
    strays
}

/// Where in `"a”` the mark is that should close the string.
fn closing_mark(token: &Token, text: &str) -> Option<usize> {
    if token.missing_quotes(text)?.len() > 1 {
        return None;
    }
    let mut last = None;
    for (at, c) in text[token.span()].char_indices() {
        if let Some(Meaning {
            class: Class::Quote,
            ..
        }) = meaning(c)
        {
            last = Some(at);
        }
    }
    last
}

pub(super) fn changes(strays: &[Stray]) -> Vec<Change> {
    let mut changes = Vec::new();
    for stray in strays {
        let (span, with) = (stray.span.clone(), stray.meaning.with);
        changes.push(Change { span, with });
    }
    changes
}

/// One mistake for each class.
pub(super) fn tell(strays: &[Stray], report: &mut Report) {
    for class in CLASSES {
        let mut of_class = Vec::new();
        for stray in strays {
            if stray.meaning.class == class {
                of_class.push(stray);
            }
        }
        if let Some((first, others)) = of_class.split_first() {
            report.push(diagnostic(first, others));
        }
    }
}

fn diagnostic(first: &Stray, others: &[&Stray]) -> Diagnostic {
    const MOST: usize = 4;
    let Meaning { class, name, with } = first.meaning;
    let title = format!("{name} {}", first.shown());
    let mut diagnostic = Diagnostic::new(Rule::Syntax, &first.span, title).label(match class {
        Class::Quote => "not a quotation mark of TOML",
        Class::Blank => "not a blank of TOML",
        Class::Hidden => "not to be seen, and not allowed here",
        Class::Dash => "not a hyphen",
        Class::Wide => "not the character that it looks like",
        Class::Control => "not allowed in TOML",
    });
    let mut before = first;
    let mut places = 0;
    for other in others {
        // Of those in a row, the first is shown.
        if before.span.end < other.span.start {
            places += 1;
            if places <= MOST {
                diagnostic = diagnostic.other(&other.span, other.shown());
            }
        }
        before = other;
    }
    if let Some(more @ 1..) = usize::checked_sub(places, MOST) {
        let places = if more == 1 { "place" } else { "places" };
        diagnostic = diagnostic.note(format!("the like stands in {more} more {places}"));
    }
    diagnostic.help(match (class, with) {
        (Class::Quote, _) => "a string stands in straight quotes, `\"` or `'`".to_owned(),
        (_, "") => "remove it".to_owned(),
        (_, " ") => "write a blank in its place".to_owned(),
        _ => format!("write `{with}` in its place"),
    })
}

impl Stray {
    /// The code point, and the character if it can be seen.
    fn shown(&self) -> String {
        let code = format!("U+{:04X}", u32::from(self.c));
        match self.meaning.class {
            Class::Quote | Class::Dash | Class::Wide => format!("{code} `{}`", self.c),
            Class::Blank | Class::Hidden | Class::Control => code,
        }
    }
}

fn meaning(c: char) -> Option<Meaning> {
    const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    let (class, name, with) = match c {
        '\t' | '\n' | '\r' | ' '..='~' => return None,
        '\u{201c}'..='\u{201f}' => (Class::Quote, "curly quotation mark", "\""),
        '\u{2018}'..='\u{201b}' => (Class::Quote, "curly quotation mark", "'"),
        '\u{ab}' | '\u{bb}' => (Class::Quote, "angle quotation mark", "\""),
        '\u{a0}' => (Class::Blank, "no-break space", " "),
        '\u{202f}' => (Class::Blank, "narrow no-break space", " "),
        '\u{3000}' => (Class::Blank, "ideographic space", " "),
        '\u{200b}' => (Class::Hidden, "zero-width space", ""),
        '\u{200c}' => (Class::Hidden, "zero-width non-joiner", ""),
        '\u{200d}' => (Class::Hidden, "zero-width joiner", ""),
        '\u{2060}' => (Class::Hidden, "word joiner", ""),
        '\u{feff}' => (Class::Hidden, "byte order mark", ""),
        '\u{ad}' => (Class::Hidden, "soft hyphen", ""),
        '\u{2010}' => (Class::Dash, "typographic hyphen", "-"),
        '\u{2011}' => (Class::Dash, "no-break hyphen", "-"),
        '\u{2012}' => (Class::Dash, "figure dash", "-"),
        '\u{2013}' => (Class::Dash, "en dash", "-"),
        '\u{2014}' => (Class::Dash, "em dash", "-"),
        '\u{2015}' => (Class::Dash, "horizontal bar", "-"),
        '\u{2212}' => (Class::Dash, "minus sign", "-"),
        '\u{ff01}'..='\u{ff5e}' => {
            let at = usize::try_from(u32::from(c) - 0xff01).ok()?;
            (Class::Wide, "full-width character", ASCII.get(at..=at)?)
        }
        _ if c.is_ascii_control() => (Class::Control, "control character", ""),
        _ if c.is_whitespace() => (Class::Blank, "typographic space", " "),
        _ if is_unsafe(c) => (Class::Hidden, "bidirectional character", ""),
        _ => return None,
    };
    Some(Meaning { class, name, with })
}
