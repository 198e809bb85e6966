//! What is said of each disagreement: titles, labels, helps. One function for each rule that many places can break.

use super::facts::Facts;
use super::finding::Finding;
use super::map::Endpoint;
use super::rule::Rule;
use crate::place::{Binding, Location, Ports, Transport};

/// `service` has the number of `owner`.
pub(super) fn wrong_owner(
    facts: &Facts<'_>,
    at: &Location,
    port: impl Into<Ports>,
    who: &Who<'_>,
    owner: usize,
) -> Finding {
    let port = port.into();
    let endpoint = facts.endpoint(owner);
    let mut finding = Finding::new(
        Rule::WrongOwner,
        at,
        format!("wrong owner of port `{port}`"),
    )
    .about(who.name, Some(port.first()))
    .labelled(format!("taken by `{}`", who.name))
    .other(&endpoint.location, format!("this is `{}`", endpoint.name))
    .maybe_help(who.help(facts));
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

/// A place of an endpoint, or of one of a service's, has another number.
pub(super) fn wrong_port(
    facts: &Facts<'_>,
    at: &Location,
    port: impl Into<Ports>,
    service: usize,
    endpoint: Option<usize>,
) -> Finding {
    let port = port.into();
    let name = facts.service_name(service);
    let Some(endpoint) = endpoint.map(|at| facts.endpoint(at)) else {
        return Finding::new(
            Rule::WrongPort,
            at,
            format!("wrong port `{port}` of `{name}`"),
        )
        .about(name, Some(port.first()))
        .labelled(format!("expected {}", facts.ports_of(service)));
    };
    let title = format!("wrong port `{port}` of `{}`", endpoint.name);
    let mut finding = Finding::new(Rule::WrongPort, at, title)
        .about(name, Some(port.first()))
        .labelled(format!("expected {}", endpoint.number()))
        .other(&endpoint.location, format!("this is `{}`", endpoint.name));
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

pub(super) fn wrong_container_port(
    at: &Location,
    port: u16,
    endpoint: &Endpoint,
    inside: u16,
) -> Finding {
    let title = format!("wrong container port `{port}` of `{}`", endpoint.name);
    let mut finding = Finding::new(Rule::WrongContainerPort, at, title)
        .about(&endpoint.name, Some(port))
        .labelled(format!("expected {inside}"))
        .other(
            &endpoint.location,
            format!("`{}` is {inside} inside", endpoint.name),
        );
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

/// An endpoint has the number, over another transport.
pub(super) fn wrong_transport(it: &Binding, port: Ports, endpoint: &Endpoint) -> Finding {
    let own = it.transport.as_str();
    let title = format!("port `{port}` is published over {own}");
    let name = &endpoint.name;
    let mut finding = Finding::new(Rule::WrongPort, &it.location, title)
        .about(subject(name, it.transport), Some(port.first()))
        .labelled(format!("`{name}` is over {}", endpoint.transport.as_str()))
        .other(&endpoint.location, format!("this is `{name}`"));
    finding.endpoint = Some(name.clone());
    finding
}

pub(super) fn unlisted_port(
    facts: &Facts<'_>,
    it: &Binding,
    port: impl Into<Ports>,
    who: &Who<'_>,
) -> Finding {
    let port = port.into();
    let label = match who.name {
        "" => "opened here".to_owned(),
        name => format!("opened by `{name}`"),
    };
    let title = format!("unlisted port `{port}`");
    Finding::new(Rule::UnlistedPort, &it.location, title)
        .about(subject_of(it, who.name), Some(port.first()))
        .labelled(label)
        .note(format!("no endpoint of {} has it", facts.map.file()))
        .maybe_help(who.help(facts))
}

/// Who opens a port: where that is not known, the file does.
pub(super) fn subject_of(it: &Binding, name: &str) -> String {
    let name = if name.is_empty() {
        &*it.location.file
    } else {
        name
    };
    subject(name, it.transport)
}

/// Who it is about: TCP and UDP are two.
fn subject(name: &str, transport: Transport) -> String {
    match transport {
        Transport::Tcp => name.to_owned(),
        other => format!("{name}/{}", other.as_str()),
    }
}

/// Somebody, as the map calls it, else as the file does.
pub(super) struct Who<'a> {
    pub(super) name: &'a str,
    pub(super) service: Option<usize>,
}

impl Who<'_> {
    /// Where the map has it.
    fn help(&self, facts: &Facts<'_>) -> Option<String> {
        let service = self.service?;
        Some(format!(
            "`{}` is on {}",
            facts.service_name(service),
            facts.ports_of(service)
        ))
    }
}
