//! What `[map]` says.

use crate::grammar::shown;
use crate::import::collect;
use crate::import::paths::is_plain;
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
        let project = only(&scan.projects).filter(|it| is_project(it));
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
            network: only(&scan.networks).filter(|it| is_network(it)),
            project: project.filter(|it| *it != default_project(&name)),
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
    let name = default_project(&shown::name(&tree.name_of(folder)?));
    Some(name).filter(|name| is_project(name))
}

/// As the map makes one of its name.
fn default_project(name: &str) -> String {
    let mut project = name.to_ascii_lowercase();
    project.retain(is_of_project);
    project.trim_start_matches(['-', '_']).to_owned()
}

fn is_of_project(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter)
}

fn is_project(name: &str) -> bool {
    !name.is_empty() && !name.starts_with(['-', '_']) && name.chars().all(is_of_project)
}

fn is_network(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter);
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphanumeric());
    starts_well && name.len() <= 63 && name.chars().all(is_letter)
}

/// What variables start with, where the name is not such a text itself.
fn env_prefix(name: &str) -> Option<String> {
    let default = name.to_ascii_uppercase().replace([' ', '-'], "_");
    let is_letter =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_';
    let starts_well = |text: &str| text.starts_with(|first: char| first.is_ascii_uppercase());
    if starts_well(&default) && default.chars().all(is_letter) {
        return None;
    }
    let kept: String = default
        .chars()
        .filter(|letter| is_letter(*letter))
        .collect();
    let kept = kept.trim_matches('_');
    Some(match kept {
        "" => "SYSTEM".to_owned(),
        kept if starts_well(kept) => kept.to_owned(),
        kept => format!("SYSTEM_{kept}"),
    })
}
