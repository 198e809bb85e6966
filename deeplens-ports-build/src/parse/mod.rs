//! Text to a tree with the place of every key and value. Only this folder knows `toml`.

mod characters;
mod damage;
mod duplicate;
mod mended;
mod merge;
mod message;
mod statements;
mod tokens;
mod toml_1_0;
mod tree;

pub(crate) use tree::{Node, Table, Value};

use crate::order;
use crate::report::Report;
use crate::source::{Source, Span, begun};
use duplicate::Duplicates;
use mended::Mended;
use statements::Statements;
use toml::de::{DeTable, Error};

/// The tree of the text; what TOML refuses goes into the report.
pub(crate) fn parse(source: &Source, report: &mut Report) -> Table {
    if let Some(damage) = damage::find(&source.text) {
        report.push(damage);
        return Table::new();
    }
    let text = Text::read(source, report);
    let (document, errors) = DeTable::parse_recoverable(&text.closed.text);
    text.tell_errors(errors, report);
    tree::table(document.get_ref(), &|span| text.origin(span))
}

/// What is TOML 1.1, and not 1.0, goes into the report. The text is TOML.
pub(crate) fn require_toml_1_0(source: &Source, report: &mut Report) {
    let tokens = tokens::read(&source.text);
    toml_1_0::refuse(&source.text, &tokens, report);
}

/// A text on its way to the parser.
struct Text<'a> {
    source: &'a Source,
    /// With the characters that are meant by the stray ones.
    meant: Mended,
    statements: Statements,
    /// With the statements closed as far as they can be.
    closed: Mended,
    /// The lines with stray characters, and with statements that are not closed: what the parser says of them follows
    /// from that.
    strays: Vec<usize>,
    wrong: Vec<usize>,
}

impl<'a> Text<'a> {
    fn read(source: &'a Source, report: &mut Report) -> Self {
        let strays = characters::read(&source.text, &tokens::read(&source.text));
        characters::tell(&strays, report);
        let meant = Mended::new(&source.text, &characters::changes(&strays));
        let statements = statements::read(&meant.text);
        let end = statements.end.unwrap_or(meant.text.len());
        let closed = Mended::new(&meant.text[..end], &statements.changes);
        let mut text = Self {
            source,
            meant,
            statements,
            closed,
            strays: Vec::new(),
            wrong: Vec::new(),
        };
        for stray in &strays {
            text.strays.push(source.line(stray.span.start));
        }
        text.tell_statements(report);
        text
    }

    /// Where a place of the text that the parser reads is in the map.
    fn origin(&self, span: Span) -> Span {
        let span = self.meant.origin(self.closed.origin(span));
        inside(&self.source.text, span)
    }

    fn tell_statements(&mut self, report: &mut Report) {
        let last = self.statements.wrong.len();
        for (count, (wrong, span)) in (1..).zip(&self.statements.wrong) {
            let span = inside(&self.source.text, self.meant.origin(span.clone()));
            let line = self.source.line(span.start);
            self.wrong.push(line);
            let diagnostic = message::wrong(*wrong, &span);
            if count == last && self.statements.end.is_some() {
                report.push(diagnostic.note("what follows is not looked at until it is closed"));
            } else if !has(&self.strays, line) {
                report.push(diagnostic);
            }
        }
    }

    fn tell_errors(&self, errors: Vec<Error>, report: &mut Report) {
        let start = |error: &Error| error.span().map_or(0, |span| span.start);
        let mut duplicates = Duplicates::new(&self.meant.text, &self.statements.headers);
        let mut before = None;
        for error in &order::sorted(errors, |a, b| start(a).cmp(&start(b))) {
            let place = inside(&self.closed.text, error.span().unwrap_or_default());
            let span = self.origin(place.clone());
            let text = &self.source.text;
            if error.message() == message::DUPLICATE {
                let at = self.closed.origin(place.clone()).start;
                if !duplicates.are_told(at) {
                    let first = duplicates.first(&self.closed.text, &place);
                    let first = first.map(|first| self.origin(first));
                    report.push(message::duplicate(&span, first.as_ref(), text));
                }
                continue;
            }
            // What is said of one place a second time follows from the first.
            let is_told = before.replace(span.start) == Some(span.start);
            let line = self.source.line(span.start);
            if !is_told && !has(&self.strays, line) && !has(&self.wrong, line) {
                report.push(message::refused(error.message(), &span, text));
            }
        }
    }
}

fn has(lines: &[usize], line: usize) -> bool {
    lines[..begun(lines, line)].last() == Some(&line)
}

/// The span, moved into the text and onto character boundaries.
fn inside(text: &str, span: Span) -> Span {
    let mut start = span.start;
    if start >= text.len() {
        // What is missing at the end of the file is missing behind its last character.
        start = text.trim_end_matches(['\r', '\n']).len();
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
