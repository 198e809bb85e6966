//! What is found.

use super::rule::{Level, Rule};
use crate::place::Location;
use crate::quote::Quote;

/// A disagreement, or a note.
#[derive(Clone, Debug)]
pub struct Finding {
    pub(super) rule: Rule,
    pub(super) level: Level,
    pub(super) title: String,
    pub(super) port: Option<u16>,
    /// Who it is about: with rule and port, what makes two findings one.
    pub(super) subject: String,
    pub(super) endpoint: Option<String>,
    pub(super) at: Location,
    pub(super) label: String,
    pub(super) other: Option<Other>,
    pub(super) helps: Vec<String>,
    pub(super) notes: Vec<String>,
    /// Whether it says nothing by itself, and is one more place of another finding.
    pub(super) is_echo: bool,
    /// The other places that say the same, and with them those that go along.
    pub(super) peers: Vec<Location>,
    pub(super) also: Vec<Location>,
    pub(super) quotes: Vec<Quote>,
}

/// The other party: a place in the map or in a file.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) at: Location,
    pub(super) label: String,
}

impl Finding {
    pub(super) fn new(rule: Rule, at: &Location, title: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level(),
            title: clean(title.into()),
            port: None,
            subject: String::new(),
            endpoint: None,
            at: at.clone(),
            label: String::new(),
            other: None,
            helps: Vec::new(),
            notes: Vec::new(),
            is_echo: false,
            peers: Vec::new(),
            also: Vec::new(),
            quotes: Vec::new(),
        }
    }

    /// One more place of what is found elsewhere.
    pub(super) fn echo(at: &Location, subject: &str, port: u16) -> Self {
        Self {
            is_echo: true,
            ..Self::new(Rule::WrongPort, at, "").about(subject, Some(port))
        }
    }

    pub(super) fn about(mut self, subject: impl Into<String>, port: Option<u16>) -> Self {
        self.subject = subject.into();
        self.port = port;
        self
    }

    pub(super) fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = clean(label.into());
        self
    }

    pub(super) fn other(mut self, at: &Location, label: impl Into<String>) -> Self {
        let (at, label) = (at.clone(), clean(label.into()));
        self.other = Some(Other { at, label });
        self
    }

    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(clean(note.into()));
        self
    }

    pub(super) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.helps.extend(help.map(clean));
        self
    }

    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// How much it matters.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The first place that it is about.
    #[must_use]
    pub const fn location(&self) -> &Location {
        &self.at
    }

    /// The port that it is about.
    #[must_use]
    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    /// The name of the endpoint in the map.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }

    /// The other places.
    #[must_use]
    pub fn also(&self) -> &[Location] {
        &self.also
    }

    /// What is to be said at the place.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What to do.
    #[must_use]
    pub fn helps(&self) -> &[String] {
        &self.helps
    }
}

/// Names of files may hold anything, and a terminal obeys some of it.
fn clean(text: String) -> String {
    if text.contains(char::is_control) {
        text.chars()
            .map(|letter| {
                if letter.is_control() {
                    '\u{fffd}'
                } else {
                    letter
                }
            })
            .collect()
    } else {
        text
    }
}
