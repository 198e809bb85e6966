//! Where a person changes a port: `configured-in`.

use super::collect;
use super::ports::Port;
use super::text::is_plain;
use crate::audit::has_key;
use crate::place::{Binding, Location, Role, Variable};
use crate::tree::{self, Tree};
use std::collections::{BTreeSet, HashMap};

/// A file, relative to the folder of the map, and what is to be changed in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) key: Option<String>,
}

pub(super) struct Paths<'t> {
    tree: &'t Tree,
    /// Of the map.
    folder: &'t str,
    /// The services that a variable of a file is for: that of several belongs to none.
    owners: HashMap<(String, String), BTreeSet<usize>>,
}

impl<'t> Paths<'t> {
    pub(super) fn new(tree: &'t Tree, folder: &'t str, ports: &[Vec<Port<'_>>]) -> Self {
        let mut owners: HashMap<_, BTreeSet<usize>> = HashMap::new();
        for (service, ports) in ports.iter().enumerate() {
            for binding in ports.iter().flat_map(|port| &port.bindings) {
                if let Some(it) = &binding.variable {
                    let owner = owners.entry((variable_file(binding, it), it.name.clone()));
                    owner.or_default().insert(service);
                }
            }
        }
        Self {
            tree,
            folder,
            owners,
        }
    }

    /// Each file that sets the port, in the order of its bindings.
    pub(super) fn of(&self, port: &Port<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for binding in &port.bindings {
            for place in self.of_binding(binding) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        places
    }

    fn of_binding(&self, it: &Binding) -> Vec<Place> {
        let mut places = Vec::new();
        let mut is_set_elsewhere = false;
        if let Some(variable) = &it.variable {
            let file = variable_file(it, variable);
            let owners = self.owners.get(&(file.clone(), variable.name.clone()));
            let is_own = owners.is_none_or(|owners| owners.len() == 1);
            let is_script = !collect::is_yaml(&file);
            is_set_elsewhere = file != *it.location.file && variable.default.is_none();
            if is_script && is_own {
                places.extend(self.place(&file, Some(variable.name.clone())));
            }
        }
        let locations = std::iter::once(&it.location).chain(&it.also);
        for at in locations.filter(|_| !is_set_elsewhere) {
            let is_known = places
                .iter()
                .any(|place| place.file == self.relative(&at.file));
            if !is_known {
                places.extend(self.place(&at.file, key(it, at)));
            }
        }
        places
    }

    /// Nothing where the name of the file cannot be in a map.
    fn place(&self, file: &str, key: Option<String>) -> Option<Place> {
        let is_plain = |text: &str| text.chars().all(is_plain);
        let text = self.tree.text(file).ok()?;
        Some(Place {
            file: Some(self.relative(file)).filter(|file| is_plain(file))?,
            key: key.filter(|key| is_plain(key) && has_key(&text, key)),
        })
    }

    fn relative(&self, file: &str) -> String {
        let mut from = self.folder;
        let mut up = String::new();
        if file.starts_with('/') != from.starts_with('/') {
            return file.to_owned();
        }
        while !from.is_empty() {
            let inside = file
                .strip_prefix(from)
                .and_then(|rest| rest.strip_prefix('/'));
            if let Some(rest) = inside {
                return format!("{up}{rest}");
            }
            up.push_str("../");
            from = tree::folder(from);
        }
        format!("{up}{file}")
    }
}

/// Where a variable is set, else where its default stands.
fn variable_file(binding: &Binding, it: &Variable) -> String {
    let at = it.set_at.as_ref().unwrap_or(&binding.location);
    at.file.to_string()
}

/// What is to be changed in a file of Compose or of .NET.
fn key(it: &Binding, at: &Location) -> Option<String> {
    if it.names.project.is_some() {
        let is_launch = at
            .file
            .to_ascii_lowercase()
            .ends_with("launchsettings.json");
        return is_launch.then(|| "applicationUrl".to_owned());
    }
    let key = if it.role == Role::Opens {
        "ports"
    } else {
        "expose"
    };
    let own = it
        .inherited_from
        .as_ref()
        .filter(|_| at.file == it.location.file);
    let service = own.or(it.names.service.as_ref())?;
    collect::is_yaml(&at.file).then(|| format!("services.{service}.{key}"))
}
