//! What readers find.

use crate::grammar::{image, shown};
use crate::node::Mistake;
use crate::place::{Binding, Container, Location, Names, Reference, Remark, Scan, Setting};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All of it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) scan: Scan,
    /// The environments of containers, with the services that have them.
    pub(crate) env_files: BTreeMap<Arc<str>, BTreeSet<String>>,
    /// The files and folders that containers have.
    pub(crate) mounts: Vec<Mount>,
    /// The files that have the variables of Compose files.
    pub(crate) compose_env_files: BTreeSet<Arc<str>>,
    /// References that count only if the host is the name of something.
    pub(crate) uncertain: Vec<Reference>,
    /// Whether there is more than is read.
    is_full: bool,
}

/// A file or a folder of the tree that a container has.
#[derive(Debug)]
pub(crate) struct Mount {
    pub(crate) path: String,
    /// Where it is in the container.
    pub(crate) target: String,
    pub(crate) names: Names,
}

/// How much one tree can hold; a hostile file is not worth more.
pub(crate) const MOST: usize = 300_000;

impl Found {
    pub(crate) fn binding(&mut self, mut binding: Binding) {
        clean(&mut binding.names);
        binding.profiles.iter_mut().for_each(clean_name);
        binding.inherited_from.as_mut().map(clean_name);
        binding.name.as_mut().map(clean_name);
        binding.scheme.as_mut().map(clean_name);
        if self.has_room(&binding.location) {
            self.scan.bindings.push(binding);
        }
    }

    pub(crate) fn reference(&mut self, mut reference: Reference) {
        clean(&mut reference.names);
        reference.variable.as_mut().map(clean_name);
        reference.key.as_mut().map(clean_name);
        if self.has_room(&reference.location) {
            self.scan.references.push(reference);
        }
    }

    pub(crate) fn setting(&mut self, mut setting: Setting) {
        clean(&mut setting.names);
        clean_name(&mut setting.variable);
        if self.has_room(&setting.location) {
            self.scan.settings.push(setting);
        }
    }

    pub(crate) fn container(&mut self, mut container: Container) {
        clean(&mut container.names);
        container.profiles.iter_mut().for_each(clean_name);
        if self.scan.containers.len() < MOST {
            self.scan.containers.push(container);
        }
    }

    /// What a Compose project is called.
    pub(crate) fn project(&mut self, name: &str) {
        self.scan.projects.insert(shown::name(name));
    }

    /// A network of containers.
    pub(crate) fn network(&mut self, name: &str) {
        self.scan.networks.insert(shown::name(name));
    }

    /// A name that something answers to between containers.
    pub(crate) fn host(&mut self, name: &str) {
        if self.scan.hosts.len() < MOST {
            self.scan.hosts.insert(shown::name(name));
        }
    }

    pub(crate) fn cannot_know(&mut self, mut remark: Remark) {
        clean(&mut remark.names);
        self.scan.cannot_know.push(remark);
    }

    pub(crate) fn refused(&mut self, mut remark: Remark) {
        clean(&mut remark.names);
        self.scan.refused.push(remark);
    }

    pub(crate) fn readers_disagree(&mut self, mut remark: Remark) {
        clean(&mut remark.names);
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

    /// How many places there is room for, and one more to say so.
    pub(crate) fn room(&self) -> usize {
        (MOST + 1).saturating_sub(self.scan.places())
    }

    fn has_room(&mut self, location: &Location) -> bool {
        let has_room = self.scan.places() < MOST;
        if !has_room {
            self.say_full(location);
        }
        has_room
    }

    /// Says once that there is too much.
    pub(crate) fn say_full(&mut self, location: &Location) {
        if !std::mem::replace(&mut self.is_full, true) {
            let why = "more than 300,000 ports: the rest was not read";
            let mut remark = Remark::new(location.clone(), "", why);
            remark.is_of_file = true;
            self.cannot_know(remark);
        }
    }
}

/// Where a name is expected, somebody may have put a whole URL with its password.
fn clean(names: &mut Names) {
    let all = [&mut names.service, &mut names.container, &mut names.project];
    all.into_iter().flatten().for_each(clean_name);
    names.image = names.image.as_deref().and_then(image::without_tag);
}

fn clean_name(name: &mut String) {
    *name = shown::name(name);
}
