//! Who takes which port: two endpoints with one host, transport and port, on the host or in a container.

use super::candidate::{Candidate, Listen};
use super::policy::Policy;
use crate::map::{Ports, Transport};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use std::collections::{HashMap, HashSet};

/// The first endpoint on each port of each host.
#[derive(Debug, Default)]
pub(super) struct Occupancy {
    ports: HashMap<(String, Transport), HashMap<u16, usize>>,
    /// Container, transport and container port.
    inside: HashMap<(String, Transport), HashMap<u16, usize>>,
    /// The pairs of endpoints that a duplicate port was reported of.
    reported: HashSet<(usize, usize)>,
    /// The endpoints whose port is taken by an earlier one.
    pub(super) duplicates: Vec<(usize, usize)>,
}

/// The places in `candidates` of the endpoints that listen, in file order; second names do not.
pub(super) fn listeners(candidates: &[Candidate<'_>]) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.target.is_none())
        .filter_map(|(at, candidate)| Some((candidate.listen.as_ref()?.span.start, at)))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

impl Occupancy {
    pub(super) fn of(candidates: &[Candidate<'_>]) -> Self {
        let mut occupancy = Self::default();
        for at in listeners(candidates) {
            let Some(listen) = &candidates[at].listen else {
                continue;
            };
            let key = (listen.host.clone(), listen.transport);
            if let Some(first) = take(occupancy.ports.entry(key).or_default(), listen.ports, at) {
                occupancy.duplicates.push((first, at));
                occupancy.reported.insert((first, at));
            }
        }
        occupancy
    }

    /// The first endpoint on a port of a host.
    pub(super) fn on(&self, listen: &Listen, port: u16) -> Option<usize> {
        let key = (listen.host.clone(), listen.transport);
        self.ports.get(&key)?.get(&port).copied()
    }

    pub(super) fn report_duplicates(
        &self,
        candidates: &[Candidate<'_>],
        policy: &Policy<'_>,
        report: &mut Report,
    ) {
        for &(first, at) in &self.duplicates {
            let (Some(listen), Some(taken)) = (&candidates[at].listen, &candidates[first].listen)
            else {
                continue;
            };
            let what = if listen.ports.first == listen.ports.last {
                "port"
            } else {
                "ports"
            };
            let mut diagnostic = Diagnostic::new(
                Rule::DuplicatePort,
                &listen.span,
                format!("duplicate {what} `{}`", listen.ports),
            )
            .label(format!("also used by `{}`", candidates[at].name))
            .other(
                &taken.span,
                format!("first used here, by `{}`", candidates[first].name),
            )
            .note(meeting(
                listen,
                &candidates[at].host,
                taken,
                &candidates[first].host,
            ));
            if let Some(free) = self.nearest(at, candidates, policy) {
                let verb = if free.first == free.last { "is" } else { "are" };
                diagnostic = diagnostic.help(format!("{free} {verb} free"));
            }
            report.push(diagnostic);
        }
    }

    /// The nearest port, or range of the same shape, that passes every rule of the map; the higher on a tie.
    fn nearest(
        &self,
        at: usize,
        candidates: &[Candidate<'_>],
        policy: &Policy<'_>,
    ) -> Option<Ports> {
        let listen = candidates[at].listen.as_ref()?;
        let length = listen.ports.last - listen.ports.first;
        let mut taken_inside = HashMap::new();
        if let (Some(key), None) = (inside_key(&candidates[at]), &candidates[at].container_port) {
            taken_inside = self.inside.get(&key).cloned().unwrap_or_default();
            taken_inside.retain(|_, by| *by != at);
        }
        let passes = |ports: Ports| {
            ports.iter().all(|port| {
                self.on(listen, port).is_none_or(|by| by == at)
                    && !taken_inside.contains_key(&port)
                    && policy.permits(&candidates[at], port)
            })
        };
        (1..=u16::MAX).find_map(|away| {
            let higher = listen.ports.first.checked_add(away);
            let lower = listen
                .ports
                .first
                .checked_sub(away)
                .filter(|port| *port > 0);
            [higher, lower].into_iter().flatten().find_map(|first| {
                let last = first.checked_add(length)?;
                let ports = Ports {
                    first,
                    last,
                    ..listen.ports
                };
                passes(ports).then_some(ports)
            })
        })
    }

    /// Fills in the container ports and reports those that meet, unless their ports did.
    pub(super) fn report_inside(
        &mut self,
        candidates: &mut [Candidate<'_>],
        policy: &mut Policy<'_>,
        report: &mut Report,
    ) {
        for at in listeners(candidates) {
            let (Some(key), Some(ports)) =
                (inside_key(&candidates[at]), inside_ports(&candidates[at]))
            else {
                continue;
            };
            let Some(first) = take(self.inside.entry(key).or_default(), ports, at) else {
                continue;
            };
            if self.reported.contains(&(first, at)) {
                continue;
            }
            let rule = Rule::DuplicateContainerPort;
            let allowed = [first, at].map(|endpoint| candidates[endpoint].allow.uses(rule));
            if allowed.contains(&true) || policy.allow.uses(rule) {
                continue;
            }
            let container = candidates[at].container.unwrap_or_default();
            let (Some(place), Some(other)) = (
                inside_place(&candidates[at]),
                inside_place(&candidates[first]),
            ) else {
                continue;
            };
            report.push(
                Diagnostic::new(rule, &place, format!("duplicate container port `{ports}`"))
                    .label(format!("also used by `{}`", candidates[at].name))
                    .other(
                        &other,
                        format!("first used here, by `{}`", candidates[first].name),
                    )
                    .note(format!("both are in the container `{container}`"))
                    .help(super::policy::allow_help(rule)),
            );
        }
    }
}

/// Takes the ports for an endpoint; the earliest endpoint that has one of them already.
fn take(taken: &mut HashMap<u16, usize>, ports: Ports, at: usize) -> Option<usize> {
    let mut earliest: Option<usize> = None;
    for port in ports.iter() {
        let by = *taken.entry(port).or_insert(at);
        if by != at {
            earliest = Some(earliest.map_or(by, |earliest| earliest.min(by)));
        }
    }
    earliest
}

fn inside_key(candidate: &Candidate<'_>) -> Option<(String, Transport)> {
    let listen = candidate.listen.as_ref()?;
    Some((candidate.container?.to_owned(), listen.transport))
}

fn inside_ports(candidate: &Candidate<'_>) -> Option<Ports> {
    match &candidate.container_port {
        Some(port) => Some(super::port::single(port.value)),
        None if candidate.raw.container_port.is_some() => None,
        None => Some(candidate.listen.as_ref()?.ports),
    }
}

fn inside_place(candidate: &Candidate<'_>) -> Option<crate::source::Span> {
    match &candidate.container_port {
        Some(port) => Some(port.span.clone()),
        None => Some(candidate.listen.as_ref()?.span.clone()),
    }
}

/// Why two endpoints cannot listen.
fn meeting(listen: &Listen, host: &str, taken: &Listen, other_host: &str) -> String {
    let transport = listen.transport.as_str().to_ascii_uppercase();
    let place = if host == other_host {
        format!("on `{host}`")
    } else {
        format!("on `{other_host}` and `{host}`, which are one host,")
    };
    if listen.ports.first == listen.ports.last && taken.ports.first == taken.ports.last {
        return format!("two {transport} endpoints {place} cannot listen on the same port");
    }
    let shared = listen
        .ports
        .iter()
        .find(|port| taken.ports.iter().any(|other| other == *port));
    let shared = shared.unwrap_or(listen.ports.first);
    format!("two {transport} endpoints {place} cannot listen on the same port, here {shared}")
}
