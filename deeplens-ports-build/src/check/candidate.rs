//! Endpoints whose values are read, before it is known whether they get along with each other.

use super::allow::Allow;
use super::{Header, alias, port, values};
use crate::map::{Ports, Protocol, Transport};
use crate::order;
use crate::raw::{Raw, RawEndpoint, RawService};
use crate::reader::Text;
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::text::similar_help;
use std::collections::HashMap;

#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) raw: &'a RawEndpoint<'a>,
    /// The place of its service in [`Raw::services`].
    pub(super) service: usize,
    /// `service.endpoint`, or `service`.
    pub(super) name: String,
    pub(super) protocol: Option<Protocol>,
    /// The ports that it names, be it broken.
    pub(super) claims: Option<Ports>,
    /// Where it listens, unless a mistake in it was reported.
    pub(super) listen: Option<Listen>,
    /// The host, as the map writes it.
    pub(super) host: String,
    /// Whether the host is not the map's.
    pub(super) has_own_host: bool,
    pub(super) container: Option<&'a str>,
    pub(super) container_port: Option<Spanned<u16>>,
    /// The endpoint that it is a second name for.
    pub(super) target: Option<usize>,
    pub(super) alternatives: Vec<Spanned<u16>>,
    pub(super) allow: Allow,
}

#[derive(Clone, Debug)]
pub(super) struct Listen {
    /// Equal for equal hosts, see [`values::host_key`].
    pub(super) host: String,
    pub(super) transport: Transport,
    pub(super) ports: Ports,
    /// The place of the port or range.
    pub(super) span: Span,
}

pub(super) fn read<'a>(
    raw: &'a Raw<'a>,
    header: &Header,
    report: &mut Report,
) -> Vec<Candidate<'a>> {
    let group_hosts: HashMap<&str, Option<Option<&str>>> = raw
        .groups
        .iter()
        .map(|group| {
            let host = group.inherited.host.as_ref();
            let host = host.map(|host| values::valid(Some(host), "host", values::host, report));
            (group.name.value, host)
        })
        .collect();
    let mut candidates = Vec::new();
    for (at, service) in raw.services.iter().enumerate() {
        let container = values::valid(
            service.container.as_ref(),
            "container name",
            values::container,
            report,
        );
        let own_host = service.inherited.host.as_ref();
        let own_host = own_host.map(|host| values::valid(Some(host), "host", values::host, report));
        let group = service.group.as_ref().map(|group| group.value);
        let group_host = group.and_then(|group| group_hosts.get(group).copied().flatten());
        let own_host = own_host.or(group_host);
        let host = own_host.unwrap_or(header.host.as_deref());
        for endpoint in &service.endpoints {
            let mut candidate = candidate(service, endpoint, host, report);
            candidate.has_own_host |= own_host.is_some();
            candidate.service = at;
            candidate.container = container;
            candidates.push(candidate);
        }
    }
    // From here on, the place of an endpoint is its order in the file.
    let start = |it: &Candidate<'_>| it.listen.as_ref().map(|listen| listen.span.start);
    let mut candidates = order::sorted(candidates, |a, b| start(a).cmp(&start(b)));
    alias::resolve(&mut candidates, report);
    candidates
}

fn candidate<'a>(
    service: &'a RawService<'a>,
    raw: &'a RawEndpoint<'a>,
    inherited_host: Option<&str>,
    report: &mut Report,
) -> Candidate<'a> {
    let mut fits = conflicting_keys(service, raw, report);
    let protocol = raw
        .protocol
        .as_ref()
        .and_then(|text| protocol(text, report));
    let transport = values::one_of(
        raw.transport.as_ref(),
        "transport",
        Transport::NAMES,
        Transport::named,
        report,
    );
    let transport = match &raw.transport {
        Some(_) => transport,
        None => protocol.map(Protocol::transport),
    };
    if let (Some(protocol), Some(transport)) = (protocol, transport)
        && !protocol.runs_over(transport)
    {
        report.push(unfit_transport(raw, protocol, transport));
        fits = false;
    }
    values::valid(raw.scheme.as_ref(), "scheme", values::scheme, report);
    let own_host = raw.inherited.host.as_ref();
    let own_host = own_host.map(|host| values::valid(Some(host), "host", values::host, report));
    let host = own_host.unwrap_or(inherited_host);
    let ports = ports(raw, report);
    let container_port = raw.container_port.and_then(|node| port::port(node, report));
    let claims = ports.as_ref().map(|(ports, _)| *ports);
    let listen = match (host, transport, ports) {
        (Some(host), Some(transport), Some((ports, span))) if fits && !raw.broken => Some(Listen {
            host: values::host_key(host),
            transport,
            ports,
            span,
        }),
        _ => None,
    };
    let alternatives = raw
        .conflict
        .iter()
        .flat_map(|conflict| &conflict.alternatives);
    Candidate {
        raw,
        service: 0,
        name: super::endpoint_name(service, raw),
        protocol,
        claims,
        listen,
        host: host.unwrap_or_default().to_owned(),
        has_own_host: own_host.is_some(),
        container: None,
        container_port,
        target: None,
        alternatives: alternatives
            .filter_map(|node| port::port(node, report))
            .collect(),
        allow: Allow::read(raw.allow.as_ref(), report),
    }
}

fn ports(raw: &RawEndpoint<'_>, report: &mut Report) -> Option<(Ports, Span)> {
    let step = raw.step.map(|node| port::step(node, report));
    let single = raw.port.map(|node| port::port(node, report));
    let range = raw
        .ports
        .map(|node| (port::ports(node, report), node.span.clone()));
    match (single, range) {
        (Some(port), None) => port.map(|port| (port::single(port.value), port.span)),
        (None, Some((ports, span))) => {
            let step = step.map_or(Some(1), |step| step.map(|step| step.value))?;
            Some((Ports { step, ..ports? }, span))
        }
        _ => None,
    }
}

fn protocol(text: &Text<'_>, report: &mut Report) -> Option<Protocol> {
    let found = Protocol::named(text.value);
    if found.is_none() {
        let names = || Protocol::NAMES.iter().copied();
        let help = similar_help("a protocol", text.value, names());
        let other = values::scheme(text.value).is_none();
        report.push(
            Diagnostic::new(
                Rule::UnknownName,
                &text.span,
                format!("unknown protocol {}", quoted(text.value)),
            )
            .label(format!("expected {}", listed(names(), "or")))
            .maybe_help(help.or_else(|| {
                other.then(|| {
                    format!(
                        "another protocol is a `tcp` or `udp` with `scheme = \"{}\"`",
                        text.value
                    )
                })
            })),
        );
    }
    found
}

fn unfit_transport(raw: &RawEndpoint<'_>, protocol: Protocol, transport: Transport) -> Diagnostic {
    let place = |text: &Option<Text<'_>>| text.as_ref().map_or(0..0, |text| text.span.clone());
    Diagnostic::new(
        Rule::ConflictingKeys,
        &place(&raw.transport),
        format!("protocol `{protocol}` over transport `{transport}`"),
    )
    .label(format!("`{protocol}` does not run over `{transport}`"))
    .other(&place(&raw.protocol), "the protocol")
    .note("only `https` runs over both: over `udp` it is HTTP/3")
}

/// Whether the keys of the endpoint go together.
fn conflicting_keys(service: &RawService<'_>, raw: &RawEndpoint<'_>, report: &mut Report) -> bool {
    /// The first decides the endpoint, so the second has no place in it.
    const PAIRS: &[(&str, &str)] = &[
        ("same-as", "port"),
        ("same-as", "ports"),
        ("same-as", "host"),
        ("same-as", "transport"),
        ("same-as", "container-port"),
        ("same-as", "step"),
        ("same-as", "conflict"),
        ("port", "ports"),
        ("ports", "container-port"),
    ];
    let mut fits = true;
    let mut conflict = |at: &Span, title: String, label: &str, other: Option<&Span>, note: &str| {
        let diagnostic = Diagnostic::new(Rule::ConflictingKeys, at, title)
            .label(label)
            .note(note);
        report.push(match other {
            Some(other) => diagnostic.other(other, "it is decided here"),
            None => diagnostic,
        });
        fits = false;
    };
    for (decides, other) in PAIRS {
        if *other == "host" && raw.name.is_none() {
            continue; // It is the service's, for its other endpoints.
        }
        if let (Some(decides_at), Some(other_at)) = (raw.key(decides), raw.key(other)) {
            let note = match *decides {
                "same-as" => "a second name has the place of the endpoint that it names",
                "port" => "an endpoint has one port, or a range of ports",
                _ => "the ports of a range are the same in the container",
            };
            let title = format!("`{other}` together with `{decides}`");
            conflict(
                &other_at,
                title,
                "has no place here",
                Some(&decides_at),
                note,
            );
        }
    }
    let has_range = raw.ports.is_some() || raw.same_as.is_some();
    if let (false, Some(step)) = (has_range, raw.key("step")) {
        let note = "a step is the distance between the ports of a range";
        conflict(
            &step,
            "`step` without `ports`".to_owned(),
            "has no range",
            None,
            note,
        );
    }
    let is_bare = service.container.is_none() && raw.ports.is_none() && raw.same_as.is_none();
    if let (true, Some(port)) = (
        is_bare && !service.container_is_bad,
        raw.key("container-port"),
    ) {
        let title = "`container-port` without `container`".to_owned();
        let note = "`container`, on the service, is its name on the container network";
        conflict(&port, title, "has no container", None, note);
    }
    fits
}
