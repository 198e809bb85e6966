//! Mistakes in the configuration, shown as those of a map are.

use crate::audit::draw::{draw, Drawing};
use crate::audit::quote::Quote;
use crate::source::Source;
use std::fmt;
use std::ops::Range;

/// All mistakes of a `deeplens-ports.toml`, in file order; prints as those of a map.
#[derive(Clone)]
pub struct ConfigError {
    file: String,
    mistakes: Vec<Mistake>,
}

#[derive(Clone, Debug)]
struct Mistake {
    title: String,
    quote: Quote,
    at: usize,
    help: Option<String>,
}

impl ConfigError {
    pub(super) fn new(source: &Source) -> Self {
        Self {
            file: source.path.to_string(),
            mistakes: Vec::new(),
        }
    }

    pub(super) fn push(
        &mut self,
        source: &Source,
        span: Range<usize>,
        title: impl Into<String>,
        label: &str,
        help: Option<String>,
    ) {
        let at = span.start;
        let location = source.location(span);
        self.mistakes.push(Mistake {
            title: title.into(),
            quote: Quote::plain(source, &location, label),
            at,
            help,
        });
    }

    /// Itself, if there is any mistake.
    pub(super) fn barrier(&mut self) -> Result<(), Self> {
        if self.mistakes.is_empty() {
            return Ok(());
        }
        self.mistakes.sort_by_key(|mistake| mistake.at);
        Err(self.clone())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mistake in &self.mistakes {
            let help: Vec<String> = mistake.help.iter().cloned().collect();
            let drawn = draw(&Drawing {
                is_note: false,
                title: &mistake.title,
                quotes: std::slice::from_ref(&mistake.quote),
                notes: &[],
                helps: &help,
            });
            writeln!(f, "{drawn}\n")?;
        }
        let count = self.mistakes.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(
            f,
            "error: could not read `{}` due to {count} previous error{plural}",
            self.file
        )
    }
}

/// The same, so that a test that fails with it shows it.
impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mistakes in `{}`\n\n{self}", self.file)
    }
}

impl std::error::Error for ConfigError {}
