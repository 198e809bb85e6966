//! Variables that `.env` files set. The environment of this process is none of them, so that a laptop and CI agree.

use crate::grammar::template::{self, Filled, Invalid, State, Use};
use crate::grammar::{dotenv, number};
use crate::place::{Location, Variable};
use crate::source::Source;
use crate::tree::{self, Tree};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// What is known of variables in one place: that of the first file that sets one holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables {
    files: Vec<Rc<EnvFile>>,
}

#[derive(Debug)]
struct EnvFile {
    path: Arc<str>,
    values: HashMap<String, (String, Location)>,
}

impl Variables {
    /// Those of the `.env` in the folder, else of the nearest folder above that has one.
    pub(super) fn nearest(known: &EnvFiles<'_>, folder: &str) -> Self {
        let mut folder = Some(folder.to_owned());
        while let Some(here) = folder {
            if let Some(file) = known.get(tree::join(&here, ".env")) {
                return Self { files: vec![file] };
            }
            folder = known.tree.above(&here);
        }
        Self::default()
    }

    /// And those of other files, of which a later one holds before an earlier one.
    pub(super) fn and(&self, known: &EnvFiles<'_>, paths: Vec<String>) -> Self {
        let more = paths.into_iter().rev().filter_map(|path| known.get(path));
        Self {
            files: self.files.iter().cloned().chain(more).collect(),
        }
    }

    /// The files that were read.
    pub(super) fn files(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.iter().map(|file| &file.path)
    }

    fn get(&self, name: &str) -> Option<&(String, Location)> {
        self.files.iter().find_map(|file| file.values.get(name))
    }

    /// The text with its variables filled in.
    pub(super) fn fill(&self, text: &str) -> Result<Filled, Invalid> {
        template::fill(text, &|name| self.get(name).map(|(value, _)| value.clone()))
    }

    pub(super) fn variable(&self, it: &Use) -> Variable {
        let set = (it.state == State::Set)
            .then(|| self.get(&it.name))
            .flatten();
        Variable {
            name: it.name.clone(),
            default: it.default.as_deref().and_then(number::ports),
            set_at: set.map(|(_, location)| location.clone()),
        }
    }
}

/// The `.env` files of a tree, each of which is read once.
pub(super) struct EnvFiles<'a> {
    tree: &'a Tree,
    known: RefCell<HashMap<String, Option<Rc<EnvFile>>>>,
}

impl<'a> EnvFiles<'a> {
    pub(super) fn new(tree: &'a Tree) -> Self {
        Self {
            tree,
            known: RefCell::default(),
        }
    }

    fn get(&self, path: String) -> Option<Rc<EnvFile>> {
        let mut known = self.known.borrow_mut();
        let entry = known.entry(path);
        let path = entry.key().as_str().into();
        let file = entry.or_insert_with(|| EnvFile::read(self.tree, &path).map(Rc::new));
        file.clone()
    }
}

impl EnvFile {
    fn read(tree: &Tree, path: &Arc<str>) -> Option<Self> {
        let source = Source::read(tree, path).ok()?;
        let (assignments, _) = dotenv::parse(&source.text);
        let values = assignments.into_iter().filter_map(|it| {
            let location = source.location(it.span);
            Some((it.key, (it.value?, location)))
        });
        Some(Self {
            values: values.collect(),
            path: Arc::clone(&source.path),
        })
    }
}
