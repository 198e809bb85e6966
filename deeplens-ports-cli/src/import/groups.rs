//! Groups, where files make them: one profile of a service, or a file that is called for one, as `compose.infra.yaml`.

use super::collect;
use super::names::slug;
use super::services::{Service, Services};
use crate::tree;
use std::collections::BTreeSet;

/// The group of each service, in their order.
pub(super) fn all(services: &Services) -> Vec<Option<String>> {
    let files = services.all.iter().flat_map(|it| &it.files);
    let files: BTreeSet<&String> = files.filter(|file| collect::is_yaml(file)).collect();
    let folders: BTreeSet<&str> = files.iter().map(|file| tree::folder(file)).collect();
    let by_file = |service| by_file(service, folders.len() > 1).filter(|_| files.len() > 1);
    let of = |service| by_profile(service).or_else(|| by_file(service));
    services.all.iter().map(of).collect()
}

fn by_profile(service: &Service) -> Option<String> {
    let mut profiles = service.profiles.iter();
    let profile = profiles.next().filter(|_| service.profiles.len() == 1)?;
    is_group(profile).then(|| slug(profile))
}

/// By the name of its only Compose file, else by the folder of it where there are several.
fn by_file(service: &Service, has_folders: bool) -> Option<String> {
    let mut files = service.files.iter().filter(|file| collect::is_yaml(file));
    let (file, None) = (files.next()?, files.next()) else {
        return None;
    };
    let name = tree::file_name(file).to_ascii_lowercase();
    let mut parts = name.split(['.', '-', '_']);
    let own = parts.find(|part| !OF_COMPOSE.contains(part) && is_group(part));
    let folder = tree::file_name(tree::folder(file));
    let folder = Some(folder).filter(|name| has_folders && is_group(name));
    own.or(folder).map(slug)
}

/// What every file may be called.
const OF_COMPOSE: [&str; 8] = [
    "compose",
    "container",
    "docker",
    "json",
    "podman",
    "stack",
    "yaml",
    "yml",
];

/// Whether a word is no more than where or when something runs.
fn is_group(word: &str) -> bool {
    const OTHERS: [&str; 22] = [
        "all",
        "base",
        "ci",
        "common",
        "default",
        "deploy",
        "deployment",
        "dev",
        "development",
        "e2e",
        "example",
        "full",
        "local",
        "main",
        "override",
        "prod",
        "production",
        "sample",
        "staging",
        "test",
        "tests",
        "testing",
    ];
    let word = word.to_ascii_lowercase();
    word.starts_with(|first: char| first.is_ascii_alphabetic()) && !OTHERS.contains(&&*word)
}
