//! Second names: an endpoint with `same-as` has the place of another one.

use super::allow::Allow;
use super::entry::{Broken, Entry, Places};
use super::facts::{Facts, Listen};
use super::values;
use crate::map::{Endpoint, Kind, Protocol};
use crate::raw::RawEndpoint;
use crate::reader::Text;
use crate::report::{DRAWN, Diagnostic, Report, Reported, quoted};
use crate::rule::Rule;
use crate::table::Table;
use crate::text::similar_help;

/// An endpoint that names another one.
pub(super) struct Second<'a> {
    pub(super) facts: Facts,
    pub(super) raw: &'a RawEndpoint<'a>,
    pub(super) target: Text<'a>,
}

/// What a name stands for.
enum Target<'a> {
    Listens(&'a Entry),
    /// A range, in order or not.
    Range,
    /// It was reported; what it is a second name for is not known.
    Broken(Reported),
    /// A second name itself, for what this text names.
    Second(Text<'a>),
}

/// The second names that are in order; the others were reported.
pub(super) fn resolve(
    seconds: Vec<Second<'_>>,
    listening: &[Entry],
    broken: &mut Vec<Broken>,
    report: &mut Report,
) -> Vec<Entry> {
    if seconds.is_empty() {
        return Vec::new();
    }
    let (mut known, mut targets) = (Vec::new(), Vec::new());
    for entry in listening {
        known.push(entry.endpoint.name.clone());
        targets.push(match entry.endpoint.kind {
            Kind::Range => Target::Range,
            Kind::Container | Kind::Port => Target::Listens(entry),
        });
    }
    for broken in &*broken {
        known.push(broken.name.clone());
        targets.push(match broken.is_range {
            true => Target::Range,
            false => Target::Broken(broken.reported),
        });
    }
    for second in &seconds {
        known.push(second.facts.name.clone());
        targets.push(Target::Second(second.target.clone()));
    }
    let mut table = Table::default();
    for (at, name) in known.iter().enumerate() {
        table.add(name.clone(), at);
    }
    let mut unknown = 0;
    let mut resolved = Vec::new();
    for second in seconds {
        let found = match table
            .get(second.target.value)
            .and_then(|at| targets.get(at))
        {
            Some(target) => listening_target(&second, target, report)
                .and_then(|target| Ok((target, spoken(&second, target, report)?))),
            None => {
                unknown += 1;
                let known = if unknown > DRAWN { &[] } else { &known[..] };
                Err(report.push(unknown_target(&second, known)))
            }
        };
        match found {
            Ok((target, protocol)) => resolved.push(entry(second, target, protocol, report)),
            Err(reported) => broken.push(Broken::of(second.facts, second.raw, None, reported)),
        }
    }
    resolved
}

fn unknown_target(second: &Second<'_>, known: &[String]) -> Diagnostic {
    let name = &second.target;
    let mut others: Vec<&str> = Vec::new();
    for known in known {
        if *known != second.facts.name {
            others.push(known);
        }
    }
    let title = format!("unknown endpoint {}", quoted(name.value));
    Diagnostic::new(Rule::UnknownName, &name.span, title)
        .label("no endpoint has this name")
        .help(
            similar_help("an endpoint", name.value, &others).unwrap_or_else(|| {
                "an endpoint is called `service.endpoint`, or `service` for the service's own"
                    .to_owned()
            }),
        )
}

/// The endpoint that is named, if it can have a second name.
fn listening_target<'a>(
    second: &Second<'_>,
    target: &Target<'a>,
    report: &mut Report,
) -> Result<&'a Entry, Reported> {
    let name = &second.target;
    let invalid = |label: &str| {
        let title = format!("invalid `same-as` {}", quoted(name.value));
        Diagnostic::new(Rule::InvalidValue, &name.span, title).label(label)
    };
    match target {
        Target::Broken(reported) => Err(*reported),
        Target::Second(_) if second.facts.name == name.value => {
            Err(report.push(invalid("an endpoint is no second name for itself")))
        }
        Target::Second(next) => Err(report.push(
            invalid("is a second name itself")
                .other(&next.span, "for this one")
                .help("name the endpoint that has the port"),
        )),
        Target::Range => Err(report.push(invalid("is a range of ports, not one endpoint"))),
        Target::Listens(target) => Ok(target),
    }
}

fn entry(mut second: Second<'_>, target: &Entry, protocol: Protocol, report: &mut Report) -> Entry {
    let allow = Allow::read(&second.raw.allow, report);
    let name = &second.target;
    let of = &target.endpoint;
    if second.facts.protocol.is_none() && second.facts.scheme.is_none() {
        second.facts.scheme = Some(of.scheme.clone());
    }
    let (line, column) = report.source.position(name.span.start);
    let own_host = own_host(&second, target, report);
    let endpoint = second.facts.endpoint(Listen {
        protocol,
        transport: of.transport,
        host: own_host.clone().unwrap_or_else(|| of.host.clone()),
        ports: of.ports,
        kind: of.kind,
        position: (line, column),
    });
    Entry {
        endpoint: Endpoint {
            has_own_host: of.has_own_host || own_host.is_some(),
            container: of.container.clone(),
            conflict: of.conflict.clone(),
            same_as: Some(of.name.clone()),
            ..endpoint
        },
        host: target.host.clone(),
        inside: None,
        places: Places {
            same_as: Some(name.span.clone()),
            alternatives: Vec::new(),
            ..target.places.clone()
        },
        allow,
    }
}

/// The host of the second name, where it has one of its own: as of names behind one reverse proxy, both are this machine.
fn own_host(second: &Second<'_>, target: &Entry, report: &mut Report) -> Option<String> {
    let place = second.raw.key("host")?;
    let host = second.facts.inherited.host.as_ref()?.as_ref().ok()?;
    if values::is_loopback(host) && values::is_loopback(&target.endpoint.host) {
        return Some(host.clone());
    }
    // A service's host is for its other endpoints too.
    if second.raw.name.is_some() {
        let diagnostic = Diagnostic::new(
            Rule::ConflictingKeys,
            &place,
            "`host` together with `same-as`",
        );
        report.push(
            diagnostic
                .label("has no place here")
                .other(&second.target.span, "it is decided here")
                .note("a second name has the host of the endpoint that it names; where that is `localhost`, it may be a name under `.localhost`"),
        );
    }
    None
}

/// What is spoken under the second name: the same, unless it says otherwise and that can be.
fn spoken(second: &Second<'_>, target: &Entry, report: &mut Report) -> Result<Protocol, Reported> {
    let (of, transport) = (target.endpoint.protocol, target.endpoint.transport);
    let Some(protocol) = second.facts.protocol else {
        return Ok(of);
    };
    let protocol = protocol?;
    let place = match &second.raw.protocol {
        Some(Ok(text)) => &text.span,
        _ => &second.target.span,
    };
    let unfit = |title: String| Diagnostic::new(Rule::ConflictingKeys, place, title);
    if !protocol.runs_over(transport) {
        return Err(report.push(
            unfit(format!(
                "protocol `{protocol}` over transport `{transport}`"
            ))
            .label(format!("`{protocol}` does not run over `{transport}`"))
            .other(
                &second.target.span,
                format!("this endpoint is reached over `{transport}`"),
            ),
        ));
    }
    if protocol.is_beside(of) || second.raw.scheme.is_some() {
        return Ok(protocol);
    }
    Err(report.push(
        unfit(format!("protocol `{protocol}` for an endpoint of `{of}`"))
            .label(format!("`{}` speaks `{of}`", target.endpoint.name))
            .other(&target.places.protocol, "it is decided here")
            .note("few servers speak both on one port, and a client of the wrong one fails at run time")
            .help(format!(
                "leave `protocol` out for `{of}`; where the server speaks both, say `scheme` as well"
            )),
    ))
}
