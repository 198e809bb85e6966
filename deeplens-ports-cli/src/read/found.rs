//! What readers find.

use crate::node::Mistake;
use crate::place::{Binding, Location, Reference, Remark, Scan, Setting};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// All of it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) scan: Scan,
    /// The environments of containers, with the services that have them.
    pub(crate) env_files: BTreeMap<Arc<str>, BTreeSet<String>>,
    /// The files that have the variables of Compose files.
    pub(crate) compose_env_files: BTreeSet<Arc<str>>,
    /// References that count only if the host is the name of something that is found.
    uncertain: Vec<Reference>,
}

/// How much one tree can hold; a hostile file is not worth more.
const MOST: usize = 1_000_000;

impl Found {
    pub(crate) fn binding(&mut self, binding: Binding) {
        if self.has_room(&binding.location) {
            self.scan.bindings.push(binding);
        }
    }

    pub(crate) fn reference(&mut self, reference: Reference) {
        if self.has_room(&reference.location) {
            self.scan.references.push(reference);
        }
    }

    pub(crate) fn if_known(&mut self, reference: Reference) {
        if self.uncertain.len() < MOST {
            self.uncertain.push(reference);
        }
    }

    /// Once all is found, keeps the references to what has a name.
    pub(crate) fn keep_known(&mut self) {
        let bindings = self.scan.bindings.iter().map(|it| &it.names);
        let settings = self.scan.settings.iter().map(|it| &it.names);
        let names = bindings
            .chain(settings)
            .flat_map(|it| [&it.service, &it.container]);
        let names = names.flatten().map(|name| name.to_ascii_lowercase());
        let known: HashSet<String> = names.collect();
        for reference in std::mem::take(&mut self.uncertain) {
            if reference
                .host
                .as_ref()
                .is_some_and(|host| known.contains(host))
            {
                self.reference(reference);
            }
        }
    }

    pub(crate) fn setting(&mut self, setting: Setting) {
        if self.has_room(&setting.location) {
            self.scan.settings.push(setting);
        }
    }

    pub(crate) fn cannot_know(&mut self, remark: Remark) {
        self.scan.cannot_know.push(remark);
    }

    pub(crate) fn refused(&mut self, remark: Remark) {
        self.scan.refused.push(remark);
    }

    pub(crate) fn readers_disagree(&mut self, remark: Remark) {
        self.scan.readers_disagree.push(remark);
    }

    /// Names a file that a reader claims and cannot read.
    pub(crate) fn unreadable(&mut self, source: &Source, mistake: Mistake) {
        let location = source.location(mistake.at..mistake.at);
        let why = format!("the file was not read: {} from here on", mistake.why);
        let mut remark = Remark::new(location, "", why);
        remark.is_of_file = true;
        self.cannot_know(remark);
    }

    /// Says once that there is too much.
    fn has_room(&mut self, location: &Location) -> bool {
        let count = self.scan.places();
        if count == MOST {
            let why = "more than a million ports were found before; the rest was not read";
            let mut remark = Remark::new(location.clone(), "", why);
            remark.is_of_file = true;
            let is_said = self.scan.cannot_know.iter().any(|said| said.why == why);
            if !is_said {
                self.cannot_know(remark);
            }
        }
        count < MOST
    }
}
