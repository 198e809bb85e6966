//! Who the ports are of: one service for all places that an audit takes for one.

use super::collect::{self, Found};
use super::judge;
use crate::audit::names::Services as ByName;
use crate::place::{Binding, Container, Names, Scan};
use crate::tree;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What will be a service of the map.
#[derive(Debug, Default)]
pub(super) struct Service {
    /// As the files call it.
    pub(super) called: String,
    /// Its name on the container network, if it has one that can be in a map.
    pub(super) container: Option<String>,
    pub(super) image: Option<String>,
    /// The programs that it is, run without a container.
    pub(super) process: BTreeSet<String>,
    /// The files that start it.
    pub(super) files: BTreeSet<String>,
    pub(super) profiles: BTreeSet<String>,
}

/// All of them, by every name.
pub(super) struct Services {
    pub(super) all: Vec<Service>,
    /// As it is written: to Compose, case and marks matter.
    exact: HashMap<String, usize>,
    /// As an audit finds them.
    by_name: ByName,
    /// What they answer to between containers.
    hosts: HashMap<String, usize>,
    /// The names of containers that are given away.
    containers: HashSet<String>,
}

pub(super) fn all(scan: &Scan, found: &Found<'_>, map: &str) -> Services {
    let mut services = Services {
        all: Vec::new(),
        exact: HashMap::new(),
        by_name: ByName::empty(map),
        hosts: HashMap::new(),
        containers: HashSet::new(),
    };
    let mut containers: Vec<&Container> = scan.containers.iter().collect();
    containers.sort_by_key(|it| collect::rank(&it.location.file));
    containers.into_iter().for_each(|it| services.start(it));
    let opened = found.opened.iter().map(|it| it.binding);
    // What an image shows is that of a container only if something starts it.
    let inside = found.inside.iter().filter(|it| !it.is_of_image);
    opened
        .chain(inside.map(|it| it.binding))
        .for_each(|it| services.add(it));
    services
}

impl Services {
    /// Whose a place is.
    pub(super) fn of(&self, binding: &Binding) -> Option<usize> {
        let is_unnamed = binding.names.service.is_none() && binding.names.container.is_none();
        self.named(&binding.names).or_else(|| {
            let known = self.exact.get(called(binding));
            known.filter(|_| is_unnamed).copied()
        })
    }

    /// As an audit looks for it: by the container, the project, the service.
    pub(super) fn named(&self, names: &Names) -> Option<usize> {
        let exact = names.service.as_ref().filter(|_| names.project.is_none());
        let exact = exact.and_then(|name| self.exact.get(name)).copied();
        exact.or_else(|| {
            let mut known = [&names.container, &names.project, &names.service]
                .into_iter()
                .flatten();
            known.find_map(|name| self.by_name.service(name))
        })
    }

    /// Who answers to a name between containers.
    pub(super) fn at_host(&self, host: &str) -> Option<usize> {
        self.hosts.get(&host.to_ascii_lowercase()).copied()
    }

    fn start(&mut self, it: &Container) {
        let names = &it.names;
        let Some(called) = name(names) else {
            return;
        };
        // Two services of Compose are two, whatever their names have in common.
        let exact = self.exact.get(called).copied();
        let known = exact.or_else(|| match collect::is_yaml(&it.location.file) {
            true => None,
            false => self.named(names),
        });
        let at = known.unwrap_or_else(|| self.new_service(called));
        let service = &mut self.all[at];
        service.files.insert(it.location.file.to_string());
        service.profiles.extend(it.profiles.iter().cloned());
        service.image = service.image.take().or_else(|| names.image.clone());
        let hosts = [&names.container, &names.service];
        self.put_container(at, hosts.into_iter().flatten());
    }

    fn add(&mut self, it: &Binding) {
        let names = &it.names;
        let at = self.of(it).unwrap_or_else(|| self.new_service(called(it)));
        let Some(project) = &names.project else {
            let host = names.service.as_ref().or(names.container.as_ref());
            return self.put_container(at, host.into_iter());
        };
        self.by_name.add(project, at);
        // What `dotnet run` starts is called like the project.
        if it
            .location
            .file
            .to_ascii_lowercase()
            .ends_with("settings.json")
        {
            self.all[at].process.insert(project.clone());
        }
    }

    fn new_service(&mut self, called: &str) -> usize {
        let at = self.all.len();
        self.all.push(Service {
            called: called.to_owned(),
            ..Service::default()
        });
        self.exact.insert(called.to_owned(), at);
        self.by_name.add(called, at);
        at
    }

    /// The container has the first of its names that nobody else has.
    fn put_container<'n>(&mut self, at: usize, names: impl Iterator<Item = &'n String>) {
        for name in names {
            let lower = name.to_ascii_lowercase();
            self.by_name.add(name, at);
            self.hosts.entry(lower.clone()).or_insert(at);
            let container = &mut self.all[at].container;
            let is_free = container.is_none() && !self.containers.contains(&lower);
            if is_free && judge::is_container(name) {
                self.containers.insert(lower);
                *container = Some(name.clone());
            }
        }
    }
}

/// What the files call it; what nobody names is called by its folder.
fn called(it: &Binding) -> &str {
    const NAMELESS: &str = "unnamed";
    let folder = tree::file_name(tree::folder(&it.location.file));
    let folder = Some(folder).filter(|name| !name.is_empty());
    name(&it.names).or(folder).unwrap_or(NAMELESS)
}

fn name(names: &Names) -> Option<&str> {
    let image = names.image.as_deref();
    let image = image.map(|image| image.rsplit('/').next().unwrap_or(image));
    let known = [&names.project, &names.service, &names.container];
    let mut known = known.into_iter().flatten();
    known.next().map(String::as_str).or(image)
}
