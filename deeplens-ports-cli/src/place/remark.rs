//! What is said where no port is known for sure.

use crate::place::location::{Location, Names};
use std::fmt;

/// What is to be said of a text, of which no port is known for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// Where the text stands.
    pub location: Location,
    /// The text, without what could be a secret.
    pub text: String,
    /// In plain words.
    pub why: String,
    /// The variable that is not set.
    pub variable: Option<String>,
    /// Whose it is.
    pub names: Names,
    /// Whether nothing of the file could be read.
    pub is_of_file: bool,
}

impl Remark {
    pub(crate) fn new(location: Location, text: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            location,
            text: text.into(),
            why: why.into(),
            variable: None,
            names: Names::default(),
            is_of_file: false,
        }
    }
}

/// ``compose.yaml:4: `8080`: why``; what cannot be shown of the text is left out.
impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.location.file, self.location.line)?;
        match self.text.as_str() {
            "" | "…" => f.write_str(&self.why),
            text => write!(f, "`{text}`: {}", self.why),
        }
    }
}
