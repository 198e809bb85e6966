//! All that was found.

use crate::place::binding::Binding;
use crate::place::container::Container;
use crate::place::reference::{Reference, Setting};
use crate::place::remark::Remark;
use std::collections::BTreeSet;

/// What was found, in the order of files and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scan {
    /// Who takes a port.
    pub bindings: Vec<Binding>,
    /// Who expects to find one.
    pub references: Vec<Reference>,
    /// Variables and options of containers with a port in them.
    pub settings: Vec<Setting>,
    /// Where a port must be, and is not known.
    pub cannot_know: Vec<Remark>,
    /// What the engine does not take.
    pub refused: Vec<Remark>,
    /// What Compose 2 reads in one way and another reader in another.
    pub readers_disagree: Vec<Remark>,
    /// The names that containers and the like answer to, be it with no port that is known.
    pub hosts: BTreeSet<String>,
    /// The containers that the files start, be it with no port.
    pub containers: Vec<Container>,
    /// What Compose projects are called, where a file says it.
    pub projects: BTreeSet<String>,
    /// The networks of containers, where a file has their whole name.
    pub networks: BTreeSet<String>,
    /// How many files a reader took.
    pub files: usize,
}

impl Scan {
    /// How many places there are in all.
    #[must_use]
    pub fn places(&self) -> usize {
        self.bindings.len() + self.references.len() + self.settings.len()
    }

    /// The files of which nothing could be read, with why.
    pub fn unread(&self) -> impl Iterator<Item = &Remark> {
        self.cannot_know.iter().filter(|remark| remark.is_of_file)
    }
}
