//! What is looked at.

use super::notes;
use crate::find::{self, Found};
use deeplens_ports::doctor::Subject;
use deeplens_ports::{AnyContainerEndpoint, Transport};
use deeplens_ports_cli::Loaded;

/// What was asked for.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) subjects: Vec<Subject>,
    /// What nobody on this machine can look at.
    pub(super) inside: Vec<AnyContainerEndpoint>,
}

/// All of the map that is on a host, or what the words name.
pub(super) fn named(map: &Loaded, what: &[String]) -> Result<Named, String> {
    let mut named = Named::default();
    if what.is_empty() {
        named.subjects = of(Found::all(map));
    }
    for word in what {
        if let Some(port) = find::port(word) {
            let (port, transport) = port?;
            named.subjects.extend(of_port(map, port, transport));
            continue;
        }
        let found = find::by_name(map, word)?;
        for inside in found.alone() {
            if !named.inside.contains(inside) {
                named.inside.push(*inside);
            }
        }
        named.subjects.extend(of(found));
    }
    named.subjects = once(named.subjects);
    Ok(named)
}

/// Without what was named before, be it by a second name of the same listener. Its own name is kept, wherever it
/// stands.
fn once(subjects: Vec<Subject>) -> Vec<Subject> {
    let mut kept: Vec<Subject> = Vec::new();
    for subject in subjects {
        let is_second = |it: Subject| it.endpoint().is_some_and(|it| it.same_as().is_some());
        let is_same = |it: &Subject| {
            let place = |it: Subject| (it.port(), it.transport(), listener(it));
            *it == subject || (listener(subject).is_some() && place(*it) == place(subject))
        };
        match kept.iter().position(is_same) {
            None => kept.push(subject),
            Some(at) if is_second(kept[at]) => kept[at] = subject,
            Some(_) => {}
        }
    }
    kept
}

/// The endpoint that listens there: of a second name, the one that it names.
fn listener(subject: Subject) -> Option<&'static str> {
    let endpoint = subject.endpoint()?;
    Some(endpoint.same_as().unwrap_or(endpoint.name()))
}

fn of(found: Found) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = found.endpoints.iter().map(Subject::from).collect();
    subjects.extend(found.ranges.into_iter().flat_map(Subject::of_range));
    subjects
}

/// What the map has on the port, else the port itself.
pub(crate) fn of_port(map: &Loaded, port: u16, transport: Option<Transport>) -> Vec<Subject> {
    let mut subjects = of(find::by_port(map, port, transport));
    subjects.retain(|subject| subject.port() == port);
    let moved = map
        .map
        .endpoints()
        .iter()
        .filter(|it| notes::moved_to(**it).is_ok_and(|to| to == Some(port)));
    subjects.extend(moved.map(|it| Subject::server(*it, port)));
    let transport = transport.unwrap_or(Transport::Tcp);
    // What the map has there may be on another machine, or over another transport.
    let is_asked = |it: &Subject| it.is_here() && it.transport() == transport;
    if !subjects.iter().any(is_asked) {
        subjects.push(Subject::any(port, transport).beside(map.map));
    }
    subjects
}
