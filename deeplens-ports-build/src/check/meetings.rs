//! Two endpoints with one host, transport and port.

use super::entry::Entry;
use super::free;
use super::occupancy::{Holder, Occupancy, on_host};
use super::policy::Policy;
use super::upstream::Upstreams;
use super::values;
use crate::map::Kind;
use crate::report::{DRAWN, Diagnostic, Report, quoted};
use crate::rule::Rule;

/// Who takes which port of which host.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    pub(super) occupancy: Occupancy,
    /// The endpoints whose port is taken by an earlier one, and by which.
    duplicates: Vec<(Holder, usize)>,
    /// Of each endpoint, the earlier one that has its port.
    earlier: Vec<Option<Holder>>,
}

/// What a message says of a holder.
pub(super) struct Shown<'a> {
    pub(super) entry: &'a Entry,
    pub(super) name: String,
    /// The number of its map among the upstream ones.
    pub(super) source: Option<usize>,
}

impl Meetings {
    pub(super) fn of(entries: &[Entry], upstreams: &Upstreams) -> Self {
        let mut meetings = Self::default();
        for (at, upstream) in upstreams.endpoints.iter().enumerate() {
            let (entry, holder) = (&upstream.entry, Holder::Upstream(at));
            if entry.endpoint.kind == Kind::Container {
                continue;
            }
            meetings
                .occupancy
                .take(on_host(entry), entry.endpoint.ports, holder);
        }
        for (at, entry) in entries.iter().enumerate() {
            let (ports, holder) = (entry.endpoint.ports, Holder::Own(at));
            let first = match entry.endpoint.kind {
                Kind::Container => None,
                Kind::Port | Kind::Range => meetings.occupancy.take(on_host(entry), ports, holder),
            };
            meetings.earlier.push(first);
            if let Some(first) = first {
                meetings.duplicates.push((first, at));
            }
        }
        meetings
    }

    /// Whether it is said already that the first of the two has the port of the other.
    pub(super) fn has(&self, first: usize, other: usize) -> bool {
        self.earlier.get(other) == Some(&Some(Holder::Own(first)))
    }

    pub(super) fn report(
        &self,
        entries: &[Entry],
        upstreams: &Upstreams,
        inside: &Occupancy,
        policy: &Policy,
        report: &mut Report,
    ) {
        let mut free = free::Search::new(&self.occupancy, inside, policy);
        for (count, &(first, at)) in self.duplicates.iter().enumerate() {
            let own = shown(Holder::Own(at), entries, upstreams);
            let first = shown(first, entries, upstreams);
            let ports = own.entry.endpoint.ports;
            let noun = if ports.first == ports.last {
                "port"
            } else {
                "ports"
            };
            let title = format!("duplicate {noun} `{ports}`");
            let places = (&own.entry.places.port, &first.entry.places.port);
            let mut diagnostic = Diagnostic::new(Rule::DuplicatePort, places.0, title)
                .label(format!("also used by {}", own.name))
                .other_in(
                    first.source,
                    places.1,
                    format!("first used here, by {}", first.name),
                )
                .note(why(own.entry, first.entry));
            let nearest = (count < DRAWN).then(|| free.nearest(own.entry));
            if let Some(free) = nearest.flatten() {
                let verb = if free.first == free.last { "is" } else { "are" };
                diagnostic = diagnostic.help(format!("{free} {verb} free"));
            }
            if first.source.is_none() {
                diagnostic = with_names_help(diagnostic, own.entry, first.entry);
            }
            report.push(diagnostic);
        }
    }
}

pub(super) fn shown<'a>(
    holder: Holder,
    entries: &'a [Entry],
    upstreams: &'a Upstreams,
) -> Shown<'a> {
    match holder {
        Holder::Own(at) => Shown {
            entry: &entries[at],
            name: format!("`{}`", entries[at].endpoint.name),
            source: None,
        },
        Holder::Upstream(at) => {
            let upstream = &upstreams.endpoints[at];
            let (name, map) = (&upstream.entry.endpoint.name, quoted(&upstream.map));
            Shown {
                entry: &upstream.entry,
                name: format!("`{name}` of {map}"),
                source: Some(upstream.source),
            }
        }
    }
}

/// One proxy often has several names, which look like several hosts.
fn with_names_help(diagnostic: Diagnostic, own: &Entry, first: &Entry) -> Diagnostic {
    let (own, first) = (&own.endpoint, &first.endpoint);
    let has_name = values::is_under_localhost(&own.host) || values::is_under_localhost(&first.host);
    let are_ports = own.kind == Kind::Port && first.kind == Kind::Port;
    if own.host == first.host || !has_name || !are_ports {
        return diagnostic;
    }
    diagnostic.help(format!(
        "a second name for one listener says `same-as = \"{}\"`, and may have a `host` of its own",
        first.name
    ))
}

/// Why two endpoints cannot listen.
fn why(own: &Entry, first: &Entry) -> String {
    let (own, first) = (&own.endpoint, &first.endpoint);
    let transport = own.transport.as_str().to_ascii_uppercase();
    let place = if own.host == first.host {
        format!("on `{}`", own.host)
    } else {
        format!(
            "on `{}` and `{}`, which are one host,",
            first.host, own.host
        )
    };
    let all = format!("two {transport} endpoints {place} cannot listen on the same port");
    let is_range = own.ports.first != own.ports.last || first.ports.first != first.ports.last;
    match own.ports.meet(first.ports) {
        Some(port) if is_range => format!("{all}, here {port}"),
        _ => all,
    }
}
