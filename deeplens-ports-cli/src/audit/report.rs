//! What an audit found, for people and programs.

use super::finding::Finding;
use super::rule::{Level, Rule};
use crate::draw::{draw, Drawing};
use crate::place::Remark;
use std::collections::BTreeSet;
use std::fmt;

/// What an audit found. Prints the disagreements as rustc prints errors, with a closing line.
#[derive(Debug)]
pub struct Audit {
    pub(super) map: String,
    pub(super) findings: Vec<Finding>,
    pub(super) unread: Vec<Remark>,
    pub(super) files: usize,
    pub(super) read: usize,
    pub(super) with_ports: usize,
    pub(super) places: usize,
}

impl Audit {
    /// Whether the files and the map agree.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.errors().next().is_none()
    }

    /// What disagrees, in the order of files and lines.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.of_level(Level::Error)
    }

    /// What else is to be known, likewise.
    pub fn notes(&self) -> impl Iterator<Item = &Finding> {
        self.of_level(Level::Note)
    }

    fn of_level(&self, level: Level) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |it| it.level == level)
    }

    /// Both, in the order of files and lines.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The files that could not be read, with why.
    #[must_use]
    pub fn unread(&self) -> &[Remark] {
        &self.unread
    }

    /// How many files a reader took.
    #[must_use]
    pub const fn read(&self) -> usize {
        self.read
    }

    /// `3 places disagree with ports.toml; 4 of 283 files carry ports, 173 places read`.
    #[must_use]
    pub fn closing(&self) -> String {
        let wrong: usize = self.errors().map(|it| 1 + it.also.len()).sum();
        let wrong = match wrong {
            0 => "no place disagrees".to_owned(),
            1 => "1 place disagrees".to_owned(),
            _ => format!("{wrong} places disagree"),
        };
        let notes = match self.notes().count() {
            0 => String::new(),
            1 => ", 1 note".to_owned(),
            count => format!(", {count} notes"),
        };
        let (carry, files) = (self.with_ports, self.files);
        let carry = if carry == 1 {
            "1 of ".to_owned()
        } else {
            format!("{carry} of ")
        };
        let files = if files == 1 {
            "1 file carries".to_owned()
        } else {
            format!("{files} files carry")
        };
        let places = if self.places == 1 {
            "1 place".to_owned()
        } else {
            format!("{} places", self.places)
        };
        format!(
            "{wrong} with {}{notes}; {carry}{files} ports, {places} read",
            self.map
        )
    }

    /// The `[[audit.ignore]]` tables that silence everything that disagrees now; with `notes`, the notes as well.
    #[must_use]
    pub fn accepted(&self, reason: &str, notes: bool) -> String {
        let wanted = self
            .findings
            .iter()
            .filter(|it| notes || it.level == Level::Error);
        let wanted = wanted.filter(|it| it.rule != Rule::UnneededIgnore);
        let mut keys = BTreeSet::new();
        for finding in wanted {
            for at in std::iter::once(&finding.at).chain(&finding.peers) {
                keys.insert((&*at.file, finding.rule, finding.port));
            }
        }
        let mut text = String::new();
        for (file, rule, port) in keys {
            text.push_str(&format!(
                "\n[[audit.ignore]]\nfile   = {file:?}\nrule   = \"{rule}\"\n"
            ));
            if let Some(port) = port {
                text.push_str(&format!("port   = {port}\n"));
            }
            text.push_str(&format!("reason = {reason:?}\n"));
        }
        text
    }
}

impl Finding {
    /// As rustc draws it, without colours and without a newline at the end.
    #[must_use]
    pub fn drawn(&self) -> String {
        let also = self.also.iter();
        let also: Vec<String> = also.map(|at| format!("{}:{}", at.file, at.line)).collect();
        let mut notes = self.notes.clone();
        if !also.is_empty() {
            notes.insert(0, shortened(&also));
        }
        draw(&Drawing {
            is_note: self.level == Level::Note,
            title: &self.title,
            quotes: &self.quotes,
            notes: &notes,
            helps: &self.helps,
        })
    }
}

fn shortened(places: &[String]) -> String {
    const MOST: usize = 8;
    let (shown, more) = places.split_at(places.len().min(MOST));
    let more = match more.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    format!("also in {}{more}", shown.join(", "))
}

impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self.errors() {
            writeln!(f, "{}\n", finding.drawn())?;
        }
        f.write_str(&self.closing())
    }
}
