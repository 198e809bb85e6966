//! What `[map]` says.

use crate::grammar::shown;
use crate::import::collect;
use crate::import::judge;
use crate::import::text::is_plain;
use crate::place::Scan;
use crate::tree::{self, Tree};
use std::collections::BTreeSet;

#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) name: String,
    /// Where the name gives none.
    pub(crate) env_prefix: Option<String>,
    pub(crate) network: Option<String>,
    /// Where it is not what the name gives.
    pub(crate) project: Option<String>,
    /// Whether the schema of maps is beside the map.
    pub(crate) has_schema: bool,
}

impl Header {
    pub(crate) fn of(tree: &Tree, scan: &Scan, file: &str, name: Option<&str>) -> Self {
        let project = only(&scan.projects).filter(|it| judge::is_project(it));
        let folder = tree::folder(file);
        let of_folder = || tree.name_of(folder);
        let name = name.map(str::to_owned).or_else(|| project.clone());
        let name: String = name
            .or_else(of_folder)
            .unwrap_or_default()
            .chars()
            .filter(|letter| is_plain(*letter))
            .collect();
        let name = match name.trim() {
            "" => "system".to_owned(),
            name => name.to_owned(),
        };
        let project = project.or_else(|| folder_of_compose(tree, scan));
        Self {
            env_prefix: env_prefix(&name),
            network: only(&scan.networks).filter(|it| judge::is_network(it)),
            project: project.filter(|it| *it != judge::project(&name)),
            has_schema: tree.text(&tree::join(folder, "ports.schema.json")).is_ok(),
            name,
        }
    }
}

fn only(names: &BTreeSet<String>) -> Option<String> {
    names.first().filter(|_| names.len() == 1).cloned()
}

/// What Compose calls a project that no file names: the folder of its files.
fn folder_of_compose(tree: &Tree, scan: &Scan) -> Option<String> {
    let files = scan.containers.iter().map(|it| &*it.location.file);
    let files = files.filter(|file| collect::rank(file).0 == 0);
    let folders: BTreeSet<&str> = files.map(tree::folder).collect();
    let folder = folders.first().filter(|_| folders.len() == 1)?;
    // Compose makes a name of it as a map does of its own.
    let name = judge::project(&shown::name(&tree.name_of(folder)?));
    Some(name).filter(|name| judge::is_project(name))
}

/// What variables start with, where the name is not such a text itself.
fn env_prefix(name: &str) -> Option<String> {
    if judge::gives_prefix(name) {
        return None;
    }
    let upper = name.to_ascii_uppercase().replace([' ', '-'], "_");
    let kept: String = upper
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
        .collect();
    let kept = kept.trim_matches('_');
    let prefixes = [kept.to_owned(), format!("SYSTEM_{kept}")];
    let prefix = prefixes.into_iter().find(|it| judge::is_prefix(it));
    Some(prefix.unwrap_or_else(|| "SYSTEM".to_owned()))
}
