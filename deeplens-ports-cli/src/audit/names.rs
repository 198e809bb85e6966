//! Which service of the map a name is: of a container, of a Compose service, of a project's folder.

use super::map::PortMap;
use crate::config::Config;
use std::collections::HashMap;

/// The services by their names, `None` where two have one.
#[derive(Debug)]
pub(crate) struct Services {
    services: HashMap<String, Option<usize>>,
    prefix: String,
}

/// What runs programs of many services is the name of none.
const RUNTIMES: [&str; 20] = [
    "bun",
    "cargo",
    "deno",
    "dotnet",
    "go",
    "gunicorn",
    "java",
    "next",
    "next-server",
    "node",
    "npm",
    "php",
    "pnpm",
    "python",
    "python3",
    "ruby",
    "uvicorn",
    "yarn",
    "docker",
    "podman",
];

impl Services {
    /// Of a map with this name, without any service.
    pub(crate) fn empty(map: &str) -> Self {
        Self {
            services: HashMap::new(),
            prefix: folded(map),
        }
    }

    pub(super) fn new(map: &PortMap, config: &Config) -> Self {
        let mut known = Self::empty(&map.prefix);
        for (at, service) in map.services.iter().enumerate() {
            known.add(&service.name, at);
            if let Some(container) = &service.container {
                known.add(container, at);
            }
            for (_, endpoint) in map.of_service(at) {
                let named = endpoint.processes.iter();
                let named = named.filter(|name| !RUNTIMES.contains(&&*name.to_ascii_lowercase()));
                for process in named {
                    known.add(process, at);
                }
            }
            for name in config.names_of(&service.name) {
                known.add(name, at);
            }
        }
        // A service's own name is its, whatever another one's container is called.
        for (at, service) in map.services.iter().enumerate() {
            known.services.insert(folded(&service.name), Some(at));
        }
        known
    }

    /// One more name of a service.
    pub(crate) fn add(&mut self, name: &str, service: usize) {
        let known = self.services.entry(folded(name)).or_insert(Some(service));
        if *known != Some(service) {
            *known = None;
        }
    }

    /// The service with a name; the map's prefix may be missing or extra.
    pub(crate) fn service(&self, name: &str) -> Option<usize> {
        let name = folded(name);
        if name.is_empty() {
            return None;
        }
        if let Some(found) = self.services.get(&name) {
            return *found;
        }
        let without = name
            .strip_prefix(&*self.prefix)
            .filter(|rest| !rest.is_empty());
        let found = without.and_then(|rest| self.services.get(rest));
        let with = || self.services.get(&format!("{}{name}", self.prefix));
        *found.or_else(with)?
    }
}

/// Case and `-_.` apart.
pub(crate) fn folded(name: &str) -> String {
    let kept = name.chars().filter(|letter| !"-_. ".contains(*letter));
    kept.flat_map(char::to_lowercase).collect()
}
