//! The names of services and endpoints in the map: what the files call them, as far as a map takes it.

mod endpoint;
mod slug;

pub(super) use slug::slug;

use super::ports::Port;
use super::protocols::Spoken;
use super::services::Services;
use crate::audit::names::folded;
use std::collections::{HashMap, HashSet};

/// How a service is called, and its endpoints, of which one can be the service's own.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) service: String,
    pub(super) endpoints: Vec<Option<String>>,
}

/// Constants that every compiled map has.
const OF_THE_MODULE: [&str; 3] = ["ALL", "CONTAINER_ENDPOINTS", "RANGES"];

/// In the order of the services.
pub(super) fn all(
    services: &Services,
    ports: &[Vec<Port<'_>>],
    spoken: &[Vec<Spoken>],
    map: &str,
) -> Vec<Named> {
    let mut taken = Taken::default();
    let with_ports = |at: &usize| !ports[*at].is_empty();
    let all = 0..services.all.len();
    let called: Vec<String> = all
        .map(|at| without(&slug(&services.all[at].called), map))
        .collect();
    // Names that an audit takes for one are numbered, so that none of them is it.
    let mut alike: HashMap<String, usize> = HashMap::new();
    for at in (0..called.len()).filter(with_ports) {
        *alike.entry(folded(&called[at])).or_default() += 1;
    }
    let named = called.iter().enumerate().map(|(at, called)| {
        if ports[at].is_empty() {
            return Named {
                service: called.clone(),
                endpoints: Vec::new(),
            };
        }
        let is_alone = alike.get(&folded(called)) == Some(&1);
        let endpoints = endpoint::all(called, &ports[at], &spoken[at]);
        taken.name(called, is_alone, endpoints)
    });
    named.collect()
}

/// The name without that of the map before it.
fn without(name: &str, map: &str) -> String {
    let prefix = format!("{}-", slug(map));
    let rest = name.strip_prefix(&prefix);
    let rest = rest.filter(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic()));
    rest.unwrap_or(name).to_owned()
}

/// The constants that are there already.
#[derive(Default)]
struct Taken {
    services: HashSet<String>,
    endpoints: HashSet<String>,
}

impl Taken {
    /// The name if it is free, else with a number behind it.
    fn name(&mut self, called: &str, is_alone: bool, endpoints: Vec<Option<String>>) -> Named {
        let numbered = (1_usize..).map(|number| format!("{called}-{number}"));
        let plain = is_alone.then(|| called.to_owned());
        let mut names = plain.into_iter().chain(numbered);
        let is_free = |name: &String| {
            let mut ids = endpoints.iter().map(|own| id(name, own.as_deref()));
            !self.services.contains(&constant(name)) && ids.all(|id| self.is_free(&id))
        };
        let service = names.find(is_free).unwrap_or_default();
        self.services.insert(constant(&service));
        let ids = endpoints.iter().map(|own| id(&service, own.as_deref()));
        self.endpoints.extend(ids);
        Named { service, endpoints }
    }

    fn is_free(&self, id: &str) -> bool {
        !self.endpoints.contains(id) && !OF_THE_MODULE.contains(&id)
    }
}

fn id(service: &str, endpoint: Option<&str>) -> String {
    match endpoint {
        Some(endpoint) => constant(&format!("{service}-{endpoint}")),
        None => constant(service),
    }
}

fn constant(name: &str) -> String {
    name.to_ascii_uppercase().replace('-', "_")
}
