//! What a container has of the tree is seen from inside of it.

use crate::place::{Names, Role, Side};
use crate::read::{Found, Mount};
use crate::tree;
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) fn see_from_inside(found: &mut Found) {
    let mounts = Mounts::new(&found.mounts);
    let references = found.scan.references.iter_mut();
    for it in references {
        let all = mounts.of(&it.location.file);
        if !all.is_empty() {
            it.side = Side::Container;
        }
        if let Some(names) = only(&all) {
            it.names.service.clone_from(&names.service);
            it.names.container.clone_from(&names.container);
        }
    }
    let bindings = found.scan.bindings.iter_mut();
    let listening = bindings.filter(|it| it.role == Role::Listens);
    let mut linked: Vec<_> = listening
        .filter_map(|it| {
            let all = mounts.of(&it.location.file);
            let is_whole = it.usual.is_some() || all.iter().all(|it| is_whole(it));
            let names = only(&all).filter(|_| is_whole)?;
            Some((it, names))
        })
        .collect();
    // Of several that one server reads, nobody knows which is the one that the world sees.
    let mut files: HashMap<&Names, HashSet<String>> = HashMap::new();
    for (it, names) in &linked {
        let own = files.entry(*names).or_default();
        own.insert(it.location.file.to_string());
    }
    linked.retain(|(_, names)| files.get(names).is_some_and(|own| own.len() == 1));
    for (it, names) in linked {
        it.names = names.clone();
    }
}

/// The mounts by their paths.
struct Mounts<'a> {
    by_path: HashMap<&'a str, Vec<&'a Mount>>,
}

impl<'a> Mounts<'a> {
    fn new(all: &'a [Mount]) -> Self {
        let mut by_path: HashMap<&str, Vec<&Mount>> = HashMap::new();
        for mount in all {
            by_path.entry(&mount.path).or_default().push(mount);
        }
        Self { by_path }
    }

    /// Those that have a file: of a folder, if it is one of settings. That of a project has what is run on the host too.
    fn of(&self, file: &str) -> Vec<&'a Mount> {
        let own = self.by_path.get(file).cloned().unwrap_or_default();
        let folders = std::iter::successors(Some(tree::folder(file)), |folder| {
            Some(tree::folder(folder))
        });
        let folders = folders.take_while(|folder| !folder.is_empty());
        let above = folders.filter_map(|folder| self.by_path.get(folder));
        let above = above
            .flatten()
            .copied()
            .filter(|it| is_of_settings(&it.target));
        own.into_iter().chain(above).collect()
    }
}

/// The names of the container, where it is one alone.
fn only<'a>(all: &[&'a Mount]) -> Option<&'a Names> {
    let names: BTreeSet<&Names> = all.iter().map(|it| &it.names).collect();
    names.first().copied().filter(|_| names.len() == 1)
}

fn is_of_settings(target: &str) -> bool {
    let mut parts = target.split('/');
    target.starts_with("/etc/")
        || parts.any(|part| part.starts_with("conf") || matches!(part, "etc" | "provisioning"))
}

/// Whether a configuration of nginx is all of it, and not one more beside what the image has.
fn is_whole(mount: &Mount) -> bool {
    const NAMES: [&str; 7] = [
        "conf.d",
        "default.conf",
        "default.conf.template",
        "http.d",
        "nginx",
        "nginx.conf",
        "templates",
    ];
    let target = mount.target.trim_end_matches('/');
    target.contains("nginx") && NAMES.contains(&tree::file_name(target))
}
