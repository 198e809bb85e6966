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
    /// Before a number came behind it.
    pub(super) called: String,
    pub(super) endpoints: Vec<Option<String>>,
}

impl Named {
    fn of(called: &str, service: String, endpoints: Vec<Option<String>>) -> Self {
        Self {
            service,
            called: called.to_owned(),
            endpoints,
        }
    }
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
        let endpoints = endpoint::all(called, &ports[at], &spoken[at]);
        let own = endpoints.iter().map(|_| None).collect();
        let is_alone = alike.get(&folded(called)) == Some(&1);
        match endpoints.len() {
            0 => Named::of(called, called.clone(), endpoints),
            // One endpoint is the service's own, unless its constant is another's.
            1 => taken.name(called, is_alone, &[own, endpoints]),
            _ => taken.name(called, is_alone, &[endpoints]),
        }
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
    /// The name if it is free with the first endpoints that are, else with a number behind it.
    fn name(&mut self, called: &str, is_alone: bool, endpoints: &[Vec<Option<String>>]) -> Named {
        let numbered = (1_usize..).map(|number| format!("{called}-{number}"));
        let plain = is_alone.then(|| called.to_owned());
        let mut names = plain.into_iter().chain(numbered);
        let free = |name: String| {
            let is_free = |own: &&Vec<Option<String>>| {
                let mut ids = own.iter().map(|own| id(&name, own.as_deref()));
                ids.all(|id| self.is_free(&id))
            };
            let is_new = !self.services.contains(&constant(&name));
            let own = endpoints.iter().find(is_free).filter(|_| is_new)?;
            Some((name, own.clone()))
        };
        let (service, own) = names.find_map(free).unwrap_or_default();
        self.services.insert(constant(&service));
        let ids = own.iter().map(|own| id(&service, own.as_deref()));
        self.endpoints.extend(ids);
        Named::of(called, service, own)
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
