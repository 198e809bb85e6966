//! What is wrong with a map.

use crate::order;
use crate::rule::Rule;
use crate::source::{Source, Span};
use std::ops::Range;

/// All mistakes of a map, in file order.
///
/// Prints as rustc prints errors, without colours, with a closing line that counts them. The first hundred are drawn.
///
/// ```
/// let report = deeplens_ports_build::generate("ports.toml", "[map]\nname = 5\n").unwrap_err();
/// assert_eq!(report.diagnostics().len(), 1);
/// assert!(report.to_string().starts_with("error: "));
/// ```
#[derive(Clone)]
pub struct Report {
    pub(crate) source: Source,
    /// The maps that it stands beside, as far as they were read.
    pub(crate) upstreams: Vec<Source>,
    diagnostics: Vec<Diagnostic>,
}

/// One mistake.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    rule: Rule,
    pub(crate) title: String,
    pub(crate) span: Span,
    pub(crate) label: String,
    pub(crate) others: Vec<Other>,
    pub(crate) notes: Vec<String>,
    pub(crate) helps: Vec<String>,
    position: (usize, usize),
    mark: usize,
}

/// Says that a mistake was reported. Only reporting one makes it, so nothing is left out of a map without a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported(());

/// How many mistakes of a report are drawn. Of each rule, more need no help that takes time to find.
pub(crate) const DRAWN: usize = 100;

/// Another place that has to do with a mistake.
#[derive(Clone, Debug)]
pub(crate) struct Other {
    /// The place of its map in [`Report::upstreams`]; `None` for the map itself.
    pub(crate) source: Option<usize>,
    pub(crate) span: Span,
    pub(crate) label: String,
}

impl Report {
    pub(crate) fn new(source: Source, upstreams: &[Source]) -> Self {
        Self {
            source,
            upstreams: upstreams.to_vec(),
            diagnostics: Vec::new(),
        }
    }

    /// A report of one mistake.
    pub(crate) fn of(source: Source, diagnostic: Diagnostic) -> Self {
        let mut report = Self::new(source, &[]);
        report.push(diagnostic);
        match report.barrier() {
            Ok(()) => report,
            Err(report) => report,
        }
    }

    /// The mistakes, at least one, in file order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The name of the map, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.source.name
    }

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) -> Reported {
        self.diagnostics.push(diagnostic);
        Reported(())
    }

    /// The barrier after a phase: what was found so far ends the run.
    pub(crate) fn barrier(&mut self) -> Result<(), Self> {
        if self.diagnostics.is_empty() {
            return Ok(());
        }
        let key = |d: &Diagnostic| (d.span.start, d.span.end, d.rule);
        let found = std::mem::take(&mut self.diagnostics);
        let mut diagnostics = order::sorted(found, |a, b| key(a).cmp(&key(b)));
        let mut position = self.source.positions();
        for diagnostic in &mut diagnostics {
            diagnostic.position = position(diagnostic.span.start);
            diagnostic.mark = self.source.mark;
        }
        Err(Self {
            source: self.source.clone(),
            upstreams: self.upstreams.clone(),
            diagnostics,
        })
    }
}

impl Diagnostic {
    pub(crate) fn new(rule: Rule, span: &Span, title: impl Into<String>) -> Self {
        Self {
            rule,
            title: title.into(),
            span: span.clone(),
            label: String::new(),
            others: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            position: (1, 1),
            mark: 0,
        }
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn other(self, span: &Span, label: impl Into<String>) -> Self {
        self.other_in(None, span, label)
    }

    /// A place in the map or, with its number, in an upstream map.
    pub(crate) fn other_in(
        mut self,
        source: Option<usize>,
        span: &Span,
        label: impl Into<String>,
    ) -> Self {
        self.others.push(Other {
            source,
            span: span.clone(),
            label: label.into(),
        });
        self
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    pub(crate) fn maybe_help(self, help: Option<impl Into<String>>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.position.0
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.position.1
    }

    /// The bytes of the text that are wrong.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.start + self.mark..self.span.end + self.mark
    }
}

/// A text of the map in backticks, fit for one line of a terminal.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::from("`");
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        if crate::text::is_unsafe(c) || c.is_control() {
            shown.push_str(&c.escape_unicode().to_string());
        } else {
            shown.push(c);
        }
    }
    shown.push('`');
    shown
}

/// `a`, `b` and `c`.
pub(crate) fn listed(names: &[&str], last: &str) -> String {
    let mut list = String::new();
    for (at, name) in names.iter().enumerate() {
        match names.len() - at {
            _ if at == 0 => {}
            1 => list.push_str(&format!(" {last} ")),
            _ => list.push_str(", "),
        }
        list.push_str(&quoted(name));
    }
    list
}
