//! The Compose files of a tree, with those that others name.

use crate::node::Node;
use crate::read::variables::{EnvFiles, Variables};
use crate::source::Source;
use crate::tree::{self, Tree};
use std::collections::{HashMap, HashSet};

/// All files that a project can be made of.
pub(super) struct Files<'a> {
    pub(super) env: &'a EnvFiles<'a>,
    by_path: HashMap<&'a str, &'a Source>,
}

impl<'a> Files<'a> {
    pub(super) fn new(env: &'a EnvFiles<'a>, sources: &'a [Source], more: &'a [Source]) -> Self {
        let all = sources.iter().chain(more);
        Self {
            env,
            by_path: all.map(|source| (&*source.path, source)).collect(),
        }
    }

    pub(super) fn get(&self, path: &str) -> Option<&'a Source> {
        self.by_path.get(path).copied()
    }
}

/// The files that `extends` and `include` name and that are not among the sources.
pub(super) fn named_by(tree: &Tree, env: &EnvFiles<'_>, sources: &[Source]) -> Vec<Source> {
    let mut more: Vec<Source> = Vec::new();
    let mut seen: HashSet<String> = sources.iter().map(|it| it.path.to_string()).collect();
    let mut waiting: Vec<String> = sources
        .iter()
        .flat_map(|source| names(env, source))
        .collect();
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        if let Ok(source) = Source::read(tree, &path.into()) {
            waiting.extend(names(env, &source));
            more.push(source);
        }
    }
    more
}

fn names(env: &EnvFiles<'_>, source: &Source) -> Vec<String> {
    let mut names = Vec::new();
    for root in source.roots() {
        let services = root.get("services").into_iter().flat_map(Node::entries);
        let extended = services.filter_map(|(_, service)| service.at(&["extends", "file"])?.text());
        let included = root.get("include").into_iter().flat_map(paths);
        names.extend(extended.chain(included));
    }
    if names.is_empty() {
        return Vec::new();
    }
    let variables = Variables::nearest(env, source.folder());
    let filled = names
        .into_iter()
        .filter_map(|name| variables.fill(name).ok());
    filled
        .map(|name| tree::join(source.folder(), &name.text))
        .collect()
}

/// The files that an `include` names.
fn paths(include: Node<'_>) -> Vec<&str> {
    include
        .items()
        .flat_map(|item| texts(item.get("path").unwrap_or(item)))
        .collect()
}

/// A text, or a list of them.
pub(super) fn texts(node: Node<'_>) -> Vec<&str> {
    match node.text() {
        Some(text) => vec![text],
        None => node.items().filter_map(Node::text).collect(),
    }
}
