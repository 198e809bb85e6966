//! Mistakes in a file that a user writes for this crate, shown as those of a map are.

use crate::draw::{draw, Drawing};
use crate::quote::Quote;
use crate::source::Source;
use std::fmt;
use std::ops::Range;

/// All mistakes of a file; prints them in its order.
#[derive(Clone, Debug)]
pub(crate) struct Mistakes {
    file: String,
    /// With where each is.
    list: Vec<(usize, Mistake)>,
}

/// What is wrong in one place.
#[derive(Clone, Debug)]
pub(crate) struct Mistake {
    title: String,
    /// The place, and that of the other party.
    quotes: Vec<Quote>,
    helps: Vec<String>,
}

impl Mistakes {
    pub(crate) fn new(source: &Source) -> Self {
        Self {
            file: source.path.to_string(),
            list: Vec::new(),
        }
    }

    pub(crate) fn push(
        &mut self,
        source: &Source,
        span: Range<usize>,
        title: impl Into<String>,
        label: &str,
    ) -> &mut Mistake {
        let at = span.start;
        let quote = Quote::plain(source, &source.location(span), label);
        let mistake = Mistake {
            title: title.into(),
            quotes: vec![quote],
            helps: Vec::new(),
        };
        self.list.push((at, mistake));
        let last = self.list.len() - 1;
        &mut self.list[last].1
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// With a closing line, which says what could not be done with the file.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, could_not: &str) -> fmt::Result {
        let mut list: Vec<&(usize, Mistake)> = self.list.iter().collect();
        list.sort_by_key(|(at, _)| *at);
        for (_, mistake) in list {
            let drawn = draw(&Drawing {
                is_note: false,
                title: &mistake.title,
                quotes: &mistake.quotes,
                notes: &[],
                helps: &mistake.helps,
            });
            writeln!(f, "{drawn}\n")?;
        }
        let count = self.list.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(
            f,
            "error: could not {could_not} `{}` due to {count} previous error{plural}",
            self.file
        )
    }
}

impl Mistake {
    /// Shows the other party as well.
    pub(crate) fn other(&mut self, source: &Source, span: Range<usize>, label: &str) {
        let quote = Quote::plain(source, &source.location(span), label);
        self.quotes.push(quote);
    }

    pub(crate) fn help(&mut self, help: impl Into<String>) {
        self.helps.push(help.into());
    }
}
