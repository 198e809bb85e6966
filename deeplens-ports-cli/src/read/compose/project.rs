//! What belongs to one project: a file with its override, and what they include.

use super::files::Files;
use super::include::{self, Include};
use super::service::{Layer, Service, Services};
use crate::node::Node;
use crate::place::Remark;
use crate::read::found::Found;
use crate::read::variables::Variables;
use crate::source::Source;
use crate::tree;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// The names that Compose looks for, in its order.
const DEFAULT: [&str; 4] = [
    "compose.yaml",
    "compose.yml",
    "docker-compose.yml",
    "docker-compose.yaml",
];
const OVERRIDE: [&str; 4] = [
    "compose.override.yml",
    "compose.override.yaml",
    "docker-compose.override.yml",
    "docker-compose.override.yaml",
];

/// How deep files include each other, and services extend each other, at most.
const DEEPEST: usize = 50;

pub(super) struct Project<'a> {
    files: &'a Files<'a>,
    /// The first has the project's folder; each is laid over those before it.
    sources: Vec<&'a Source>,
    variables: Rc<Variables>,
}

impl<'a> Project<'a> {
    /// All projects. What is an override of a file, or is included by one, is none of its own.
    pub(super) fn all(files: &'a Files<'a>, sources: &'a [Source]) -> Vec<Self> {
        let paths: HashSet<&str> = sources.iter().map(|source| &*source.path).collect();
        let beside = |source: &Source, name: &str| tree::join(source.folder(), name);
        let first_of = |source: &Source, names: &[&str]| {
            let all = names.iter().map(|name| beside(source, name));
            all.into_iter().find(|path| paths.contains(&**path))
        };
        let mut projects = Vec::new();
        let mut parts: HashSet<String> = HashSet::new();
        for source in sources {
            let mut own = vec![source];
            let base = first_of(source, &DEFAULT);
            if base.as_deref() == Some(&*source.path) {
                let over = first_of(source, &OVERRIDE);
                parts.extend(over.clone());
                own.extend(over.and_then(|path| files.get(&path)));
            }
            let variables = Rc::new(Variables::nearest(files.env, source.folder()));
            projects.push(Self {
                files,
                sources: own,
                variables,
            });
        }
        for project in &projects {
            parts.extend(project.included().into_iter().flat_map(|it| it.paths));
        }
        let (mut whole, inner): (Vec<Self>, Vec<Self>) = projects
            .into_iter()
            .partition(|project| !parts.contains(&*project.sources[0].path));
        let mut covered: BTreeSet<String> = whole.iter().flat_map(Self::reach).collect();
        // Of files that include each other, one has to be the first.
        for project in inner {
            if !covered.contains(&*project.sources[0].path) {
                covered.extend(project.reach());
                whole.push(project);
            }
        }
        whole
    }

    /// The files that it is made of, with all that they include.
    fn reach(&self) -> BTreeSet<String> {
        let own = self.sources.iter().map(|source| source.path.to_string());
        let mut reached: BTreeSet<String> = own.collect();
        let mut waiting: Vec<Include<'_>> = self.included();
        while let Some(include) = waiting.pop() {
            for path in include.paths {
                if reached.insert(path.clone()) {
                    let source = self.files.get(&path).into_iter();
                    waiting.extend(source.flat_map(|source| include::all(source, &self.variables)));
                }
            }
        }
        reached
    }

    /// The services, each with all that is laid over it.
    pub(super) fn services(&self, found: &mut Found) -> Vec<Service<'a>> {
        let mut services = Services::default();
        let own = self.sources.iter().map(|source| source.path.to_string());
        self.gather(&mut services, &mut own.collect(), 0, found);
        services.all
    }

    /// `above` are the files that are read already.
    fn gather(
        &self,
        services: &mut Services<'a>,
        above: &mut BTreeSet<String>,
        depth: usize,
        found: &mut Found,
    ) {
        if depth > DEEPEST {
            let location = self.sources[0].location(0..0);
            let why = "files include each other deeper than 50: its ports are not known";
            found.cannot_know(Remark::new(location, "include", why));
            return;
        }
        for include in self.included() {
            let sources: Vec<&Source> = include
                .paths
                .iter()
                .filter_map(|path| self.files.get(path))
                .filter(|source| above.insert(source.path.to_string()))
                .collect();
            if let Some(first) = sources.first() {
                let folder = self.sources[0].folder();
                let variables = include.variables(self.files.env, folder, &self.variables, first);
                let project = Project {
                    files: self.files,
                    sources,
                    variables: Rc::new(variables),
                };
                project.gather(services, above, depth + 1, found);
            }
            self.say_missing(&include, found);
        }
        for source in &self.sources {
            for all in source.roots().filter_map(|root| root.get("services")) {
                say_twice(source, all, found);
                for (name, body) in all.entries() {
                    let Some(name) = name.text() else { continue };
                    say_twice(source, body, found);
                    let layer = self.layer(source, body);
                    services.put(name, self.extended(layer, name, 0, found));
                }
            }
        }
    }

    fn layer(&self, source: &'a Source, body: Node<'a>) -> Layer<'a> {
        Layer {
            source,
            body,
            variables: Rc::clone(&self.variables),
            inherited_from: None,
        }
    }

    /// The layer, on those of the service that it extends.
    fn extended(
        &self,
        layer: Layer<'a>,
        name: &str,
        depth: usize,
        found: &mut Found,
    ) -> Vec<Layer<'a>> {
        let Some(extends) = layer.body.get("extends") else {
            return vec![layer];
        };
        let base = self.base(&layer, extends);
        let Some((source, base_name, body)) = base.filter(|_| depth < DEEPEST) else {
            let location = layer.source.location(extends.span());
            let why = "the service that it extends was not found: its ports are not known";
            found.cannot_know(Remark::new(location, "extends", why));
            return vec![layer];
        };
        let mut layers = self.extended(self.layer(source, body), base_name, depth + 1, found);
        if base_name != name {
            for layer in &mut layers {
                layer
                    .inherited_from
                    .get_or_insert_with(|| base_name.to_owned());
            }
        }
        layers.push(layer);
        layers
    }

    fn base(
        &self,
        layer: &Layer<'a>,
        extends: Node<'a>,
    ) -> Option<(&'a Source, &'a str, Node<'a>)> {
        let name = extends.text().or_else(|| extends.get("service")?.text())?;
        let named = match extends.get("file").and_then(Node::text) {
            None => vec![layer.source],
            Some(file) => {
                let file = self.variables.fill(file).ok()?.text;
                vec![self.files.get(&tree::join(layer.source.folder(), &file))?]
            }
        };
        // What a file does not have may be in the one that it is laid over.
        let all = named.into_iter().chain(self.sources.iter().copied());
        all.into_iter().find_map(|source| {
            let body = source
                .roots()
                .find_map(|root| root.at(&["services", name]))?;
            let is_itself = std::ptr::eq(source, layer.source) && body.id() == layer.body.id();
            (!is_itself).then_some((source, name, body))
        })
    }

    fn included(&self) -> Vec<Include<'a>> {
        let sources = self.sources.iter();
        sources
            .flat_map(|source| include::all(source, &self.variables))
            .collect()
    }

    fn say_missing(&self, include: &Include<'a>, found: &mut Found) {
        if include
            .paths
            .iter()
            .any(|path| self.files.get(path).is_none())
        {
            let location = include.source.location(include.item.span());
            let why = "the file that it includes was not found: its ports are not known";
            found.cannot_know(Remark::new(location, "include", why));
        }
    }

    /// What it is called, and its networks, as far as the files have the whole name.
    pub(super) fn say_names(&self, found: &mut Found) {
        for root in self.sources.iter().flat_map(|source| source.roots()) {
            let known = |node: Node<'_>| self.variables.fill(node.text()?).ok();
            let known = |node: Node<'_>| known(node).filter(|it| it.unknown().is_none());
            if let Some(name) = root.get("name").and_then(known) {
                found.project(&name.text);
            }
            for (key, network) in root.get("networks").into_iter().flat_map(Node::entries) {
                let external = network.get("external");
                let is_external = external.and_then(Node::text) == Some("true");
                let named = [network.get("name"), external.and_then(|it| it.get("name"))];
                let named = named.into_iter().flatten().next();
                if let Some(name) = named.or_else(|| is_external.then_some(key)).and_then(known) {
                    found.network(&name.text);
                }
            }
        }
    }

    /// The files that have its variables, whatever else they are.
    pub(super) fn say_variables(&self, found: &mut Found) {
        found
            .compose_env_files
            .extend(self.variables.files().cloned());
    }
}

/// Compose takes no file with a key that is there twice.
fn say_twice(source: &Source, map: Node<'_>, found: &mut Found) {
    let mut seen = HashSet::new();
    for (key, _) in map.entries() {
        if key.text().is_some_and(|text| !seen.insert(text)) {
            let why = "the key is there twice: Compose takes no such file";
            found.refused(Remark::new(source.location(key.span()), "…", why));
        }
    }
}
