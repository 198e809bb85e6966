//! What an endpoint says of itself, wherever it listens.

use super::inherited::Inherited;
use super::owners::Owner;
use super::{port, values};
use crate::map::{Conflict, Endpoint, Exposure, Kind, Ports, Protocol, Service, Transport};
use crate::raw::{RawConflict, RawEndpoint};
use crate::reader::{Maybe, Text, by_ref};
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::text::similar_help;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct Facts {
    pub(super) service: Arc<Service>,
    /// The name of its container.
    pub(super) container: Maybe<String>,
    /// `service.endpoint`, or `service`.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) purpose: String,
    pub(super) note: Option<String>,
    pub(super) protocol: Maybe<Protocol>,
    pub(super) transport: Maybe<Transport>,
    pub(super) scheme: Option<String>,
    pub(super) inherited: Inherited,
    pub(super) conflict: Option<Conflict>,
    /// The places of its alternatives.
    pub(super) alternatives: Vec<Span>,
    pub(super) deprecated: Option<String>,
}

/// Where an endpoint listens.
#[derive(Debug)]
pub(super) struct Listen {
    pub(super) protocol: Protocol,
    pub(super) transport: Transport,
    pub(super) host: String,
    pub(super) ports: Ports,
    pub(super) kind: Kind,
    /// Where the map says so.
    pub(super) position: (usize, usize),
}

impl Facts {
    pub(super) fn read(owner: &Owner<'_>, raw: &RawEndpoint<'_>, report: &mut Report) -> Self {
        let service = Arc::clone(&owner.service);
        let conflict = raw.conflict.as_ref().and_then(|found| found.as_ref().ok());
        let (conflict, alternatives) = match conflict {
            Some(raw) => {
                let (conflict, places) = read_conflict(raw, report);
                (Some(conflict), places)
            }
            None => (None, Vec::new()),
        };
        let protocol = raw.protocol.as_ref().map(|text| {
            let text = by_ref(text)?;
            Protocol::named(text.value).ok_or_else(|| report.push(unknown_protocol(text)))
        });
        let transport = values::one_of(
            &raw.transport,
            "transport",
            Transport::NAMES,
            Transport::named,
            report,
        );
        let scheme = values::valid(&raw.scheme, "scheme", values::scheme, report);
        let inherited = Inherited::read(&raw.inherited, report).within(&owner.inherited);
        Self {
            container: owner.container.clone(),
            name: super::names::of(owner.raw, raw),
            title: values::text(&raw.title).unwrap_or_else(|| default_title(&service, raw)),
            purpose: values::text(&raw.purpose).unwrap_or_default(),
            note: values::text(&raw.note),
            protocol,
            transport,
            scheme: scheme.and_then(Result::ok).map(str::to_owned),
            inherited,
            conflict,
            alternatives,
            deprecated: values::text(&raw.deprecated),
            service,
        }
    }

    /// The endpoint of the model, which listens there.
    pub(super) fn endpoint(self, listen: Listen) -> Endpoint {
        let scheme = self.scheme;
        let exposure = self.inherited.exposure.and_then(Result::ok);
        let (line, column) = listen.position;
        Endpoint {
            service: self.service,
            name: self.name,
            title: self.title,
            purpose: self.purpose,
            note: self.note,
            protocol: listen.protocol,
            transport: listen.transport,
            scheme: scheme.unwrap_or_else(|| listen.protocol.scheme().to_owned()),
            host: listen.host,
            has_own_host: self.inherited.host.is_some(),
            ports: listen.ports,
            kind: listen.kind,
            container: None,
            exposure: exposure.unwrap_or(Exposure::Internal),
            conflict: self.conflict,
            configured_in: self.inherited.configured_in.unwrap_or_default(),
            process: self.inherited.process.unwrap_or_default(),
            same_as: None,
            deprecated: self.deprecated,
            line,
            column,
        }
    }
}

/// The service's title and the endpoint's name.
fn default_title(service: &Service, endpoint: &RawEndpoint<'_>) -> String {
    match &endpoint.name {
        Some(name) => format!("{} {}", service.title, name.value),
        None => service.title.clone(),
    }
}

fn read_conflict(raw: &RawConflict<'_>, report: &mut Report) -> (Conflict, Vec<Span>) {
    let (mut alternatives, mut places) = (Vec::new(), Vec::new());
    for node in raw.alternatives {
        if let Ok(port) = port::port(node, report) {
            alternatives.push(port);
            places.push(node.span.clone());
        }
    }
    let conflict = Conflict {
        with: values::texts(&raw.with),
        mitigation: values::text(&raw.mitigation),
        alternatives,
    };
    (conflict, places)
}

fn unknown_protocol(text: &Text<'_>) -> Diagnostic {
    let Spanned { value, span } = text;
    let help = similar_help("a protocol", value, Protocol::NAMES);
    let other = values::scheme(value).is_none();
    let title = format!("unknown protocol {}", quoted(value));
    let names = listed(Protocol::NAMES, "or");
    Diagnostic::new(Rule::UnknownName, span, title)
        .label(format!("expected {names}"))
        .maybe_help(help.or_else(|| {
            other.then(|| {
                format!("another protocol is a `tcp` or `udp` with `scheme = \"{value}\"`")
            })
        }))
}
