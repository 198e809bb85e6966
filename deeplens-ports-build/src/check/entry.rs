//! An endpoint that listens, with its values, each read once: as in the model, and where the map says it.

use super::allow::Allow;
use super::facts::{Facts, Listen};
use super::header::Header;
use super::{keys, port, values};
use crate::map::{Container, Endpoint, Kind, Ports, Protocol, Transport};
use crate::raw::{RawEndpoint, RawPorts};
use crate::reader::{Maybe, Text, by_ref, required};
use crate::report::{Diagnostic, Report, Reported};
use crate::rule::Rule;
use crate::source::Span;

/// An endpoint of which everything is known that rules ask for.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) endpoint: Endpoint,
    /// Equal for equal hosts.
    pub(super) host: String,
    /// Its ports in the container; `None` where it has none, or they were reported.
    pub(super) inside: Option<Ports>,
    pub(super) places: Places,
    pub(super) allow: Allow,
}

/// Where the map says it.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// Of the port or ports; of a second name, of those of the endpoint that it names.
    pub(super) port: Span,
    pub(super) protocol: Span,
    /// Of the port in the container, where the map gives one.
    pub(super) container_port: Option<Span>,
    /// Of each alternative.
    pub(super) alternatives: Vec<Span>,
    /// Of the endpoint that a second name names.
    pub(super) same_as: Option<Span>,
}

/// An endpoint with a mistake that keeps it from the rules, and what it names all the same.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) name: String,
    pub(super) ports: Option<Ports>,
    pub(super) is_range: bool,
    pub(super) alternatives: Vec<u16>,
    pub(super) reported: Reported,
}

impl Broken {
    pub(super) fn of(
        facts: Facts,
        raw: &RawEndpoint<'_>,
        ports: Option<Ports>,
        reported: Reported,
    ) -> Self {
        Self {
            name: facts.name,
            ports,
            is_range: raw.kind() == Some(Kind::Range),
            alternatives: facts.conflict.map_or_else(Vec::new, |it| it.alternatives),
            reported,
        }
    }
}

impl Entry {
    /// The endpoint, unless a mistake in what decides where it listens was reported.
    pub(super) fn read(
        facts: Facts,
        raw: &RawEndpoint<'_>,
        place: &Span,
        header: &Header,
        report: &mut Report,
    ) -> Result<Self, Broken> {
        let ports = raw.ports.map(|ports| read_ports(ports, report));
        let ports = required(ports, raw.finished, "port", place, report);
        let container_port = match raw.kind() {
            Some(Kind::Container) => None,
            _ => raw.container_port.map(|node| {
                let port = port::port(node, report);
                port.map(|port| (port, node.span.clone()))
            }),
        };
        let container = match (&facts.container, raw.kind()) {
            (Some(name), _) => name.clone(),
            (None, Some(Kind::Container)) => Err(report.push(keys::no_container(raw, place))),
            (None, _) => Ok(String::new()),
        };
        let allow = Allow::read(&raw.allow, report);
        let spoken = spoken(&facts, raw, place, report);
        let listen = || -> Result<(Listen, Span), Reported> {
            let (protocol, transport) = spoken?;
            let (ports, port) = by_ref(&ports)?.clone();
            let kind = raw.kind().unwrap_or(Kind::Port);
            let host = match kind {
                Kind::Container => &container,
                Kind::Port | Kind::Range => facts.inherited.host.as_ref().unwrap_or(&header.host),
            };
            let listen = Listen {
                protocol,
                transport,
                host: by_ref(host)?.clone(),
                ports,
                kind,
                position: report.source.position(port.start),
            };
            Ok((listen, port))
        };
        let (listen, port) = match listen() {
            Ok(listen) => listen,
            Err(reported) => {
                let ports = ports.ok().map(|(ports, _)| ports);
                return Err(Broken::of(facts, raw, ports, reported));
            }
        };
        let places = Places {
            port,
            protocol: match &raw.protocol {
                Some(Ok(text)) => text.span.clone(),
                _ => place.clone(),
            },
            container_port: None,
            alternatives: facts.alternatives.clone(),
            same_as: None,
        };
        let mut entry = Self {
            host: values::host_key(&listen.host),
            endpoint: facts.endpoint(listen),
            inside: None,
            places,
            allow,
        };
        entry.put_inside(container_port);
        Ok(entry)
    }

    /// Where it is in its container, if it has one.
    fn put_inside(&mut self, port: Maybe<(u16, Span)>) {
        let Some(host) = self.endpoint.service.container.clone() else {
            return;
        };
        let ports = self.endpoint.ports;
        self.inside = match port {
            Some(Ok((port, place))) => {
                self.places.container_port = Some(place);
                Some(Ports::single(port))
            }
            Some(Err(_)) => None,
            None => Some(ports),
        };
        if self.endpoint.kind != Kind::Range {
            let port = self.inside.map_or(ports.first, |inside| inside.first);
            self.endpoint.container = Some(Container { host, port });
        }
    }
}

/// The ports that an endpoint names, and where.
fn read_ports(ports: RawPorts<'_>, report: &mut Report) -> Result<(Ports, Span), Reported> {
    match ports {
        RawPorts::Port(node) | RawPorts::Container(node) => {
            Ok((Ports::single(port::port(node, report)?), node.span.clone()))
        }
        RawPorts::Range { ports, step } => {
            let step = step.map_or(Ok(1), |step| port::step(step, report));
            let range = port::ports(ports, report)?;
            let step = step?;
            Ok((Ports { step, ..range }, ports.span.clone()))
        }
    }
}

/// What is spoken, and over what.
fn spoken(
    facts: &Facts,
    raw: &RawEndpoint<'_>,
    place: &Span,
    report: &mut Report,
) -> Result<(Protocol, Transport), Reported> {
    let protocol = required(facts.protocol, raw.finished, "protocol", place, report)?;
    let transport = facts
        .transport
        .unwrap_or_else(|| Ok(protocol.transport()))?;
    if protocol.runs_over(transport) {
        return Ok((protocol, transport));
    }
    let place = |key| raw.key(key).unwrap_or_else(|| place.clone());
    let value = |text: &Maybe<Text<'_>>, key| match text {
        Some(Ok(text)) => text.span.clone(),
        _ => place(key),
    };
    let title = format!("protocol `{protocol}` over transport `{transport}`");
    let diagnostic = Diagnostic::new(
        Rule::ConflictingKeys,
        &value(&raw.transport, "transport"),
        title,
    );
    Err(report.push(
        diagnostic
            .label(format!("`{protocol}` does not run over `{transport}`"))
            .other(&value(&raw.protocol, "protocol"), "the protocol")
            .note("only `https` runs over both: over `udp` it is HTTP/3"),
    ))
}
