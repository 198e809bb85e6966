//! Who takes which port: two endpoints with one host, transport and port, on the host or in a container.

use super::candidate::{Candidate, Listen};
use super::policy::Policy;
use super::upstream::Taken;
use crate::map::{Ports, Transport};
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use std::collections::{HashMap, HashSet};

/// Who has a port: an endpoint by its place in the candidates, or one of an upstream map, which came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Holder {
    Upstream(usize),
    Own(usize),
}

/// What a message says of a holder.
pub(super) struct Shown<'a> {
    pub(super) name: String,
    pub(super) host: &'a str,
    pub(super) listen: &'a Listen,
    pub(super) source: Option<usize>,
}

/// The first endpoint on each port of each host.
#[derive(Debug, Default)]
pub(super) struct Occupancy {
    ports: HashMap<(String, Transport), HashMap<u16, Holder>>,
    /// Container, transport and container port.
    inside: HashMap<(String, Transport), HashMap<u16, Holder>>,
    /// The pairs of endpoints that a duplicate port was reported of.
    reported: HashSet<(Holder, usize)>,
    /// The endpoints whose port is taken by an earlier one, and by which.
    duplicates: Vec<(Holder, usize)>,
    upstream: Vec<Taken>,
}

/// The places in `candidates` of the endpoints that listen, in file order; second names do not.
pub(super) fn listeners(candidates: &[Candidate<'_>]) -> Vec<usize> {
    let listens =
        |candidate: &Candidate<'_>| candidate.target.is_none() && candidate.listen.is_some();
    (0..candidates.len())
        .filter(|at| listens(&candidates[*at]))
        .collect()
}

impl Occupancy {
    pub(super) fn of(candidates: &[Candidate<'_>], upstream: Vec<Taken>) -> Self {
        let mut occupancy = Self::default();
        for (at, taken) in upstream.iter().enumerate() {
            occupancy.take(&taken.listen, Holder::Upstream(at));
        }
        for at in listeners(candidates) {
            let first = candidates[at].listen.as_ref();
            if let Some(first) = first.and_then(|listen| occupancy.take(listen, Holder::Own(at))) {
                occupancy.duplicates.push((first, at));
                occupancy.reported.insert((first, at));
            }
        }
        occupancy.upstream = upstream;
        occupancy
    }

    /// Takes the ports of an endpoint; the first endpoint that has one of them already.
    fn take(&mut self, listen: &Listen, by: Holder) -> Option<Holder> {
        let key = (listen.host.clone(), listen.transport);
        take(self.ports.entry(key).or_default(), listen.ports, by)
    }

    /// The first endpoint on a port of a host.
    pub(super) fn on(&self, listen: &Listen, port: u16) -> Option<Holder> {
        let key = (listen.host.clone(), listen.transport);
        self.ports.get(&key)?.get(&port).copied()
    }

    pub(super) fn shown<'a>(
        &'a self,
        holder: Holder,
        candidates: &'a [Candidate<'_>],
    ) -> Option<Shown<'a>> {
        match holder {
            Holder::Own(at) => Some(Shown {
                name: format!("`{}`", candidates[at].name),
                host: &candidates[at].host,
                listen: candidates[at].listen.as_ref()?,
                source: None,
            }),
            Holder::Upstream(at) => {
                let taken = &self.upstream[at];
                Some(Shown {
                    name: format!("`{}` of {}", taken.name, quoted(&taken.map)),
                    host: &taken.host,
                    listen: &taken.listen,
                    source: Some(taken.source),
                })
            }
        }
    }

    pub(super) fn report_duplicates(
        &self,
        candidates: &[Candidate<'_>],
        policy: &Policy,
        report: &mut Report,
    ) {
        for &(first, at) in &self.duplicates {
            let (Some(own), Some(first)) = (
                self.shown(Holder::Own(at), candidates),
                self.shown(first, candidates),
            ) else {
                continue;
            };
            let ports = own.listen.ports;
            let what = if ports.first == ports.last {
                "port"
            } else {
                "ports"
            };
            let title = format!("duplicate {what} `{ports}`");
            let mut diagnostic = Diagnostic::new(Rule::DuplicatePort, &own.listen.span, title)
                .label(format!("also used by {}", own.name))
                .other_in(
                    first.source,
                    &first.listen.span,
                    format!("first used here, by {}", first.name),
                )
                .note(meeting(&own, &first));
            if let Some(free) = self.nearest(at, candidates, policy) {
                let verb = if free.first == free.last { "is" } else { "are" };
                diagnostic = diagnostic.help(format!("{free} {verb} free"));
            }
            report.push(diagnostic);
        }
    }

    /// The nearest port, or range of the same shape, that passes every rule of the map; the higher on a tie.
    fn nearest(&self, at: usize, candidates: &[Candidate<'_>], policy: &Policy) -> Option<Ports> {
        let candidate = &candidates[at];
        let listen = candidate.listen.as_ref()?;
        let taken = self.ports.get(&(listen.host.clone(), listen.transport))?;
        // A container port that is the port moves with it.
        let inside = match &candidate.container_port {
            Some(_) => None,
            None => inside_key(candidate).and_then(|key| self.inside.get(&key)),
        };
        let is_free = |port: &u16| {
            let others = [Some(taken), inside].into_iter().flatten();
            let mut holders = others.filter_map(|taken| taken.get(port));
            holders.all(|by| *by == Holder::Own(at)) && policy.permits(candidate, *port)
        };
        let Ports { first, last, step } = listen.ports;
        let starts = (1..=u16::MAX).flat_map(|away| {
            let lower = first.checked_sub(away).filter(|port| *port > 0);
            [first.checked_add(away), lower].into_iter().flatten()
        });
        let mut starts = starts.filter_map(|start| {
            let last = start.checked_add(last - first)?;
            Some(Ports {
                first: start,
                last,
                step,
            })
        });
        if first == last {
            return starts.find(|ports| is_free(&ports.first));
        }
        // How many ports are free from each one on, in the steps of the range.
        let mut free = vec![0_usize; usize::from(u16::MAX) + 1];
        for port in (1..=u16::MAX).rev().filter(is_free) {
            let next = usize::from(port) + usize::from(step);
            free[usize::from(port)] = 1 + free.get(next).copied().unwrap_or_default();
        }
        let count = listen.ports.iter().count();
        starts.find(|ports| free[usize::from(ports.first)] >= count)
    }

    /// Fills in the container ports and reports those that meet, unless their ports did.
    pub(super) fn report_inside(
        &mut self,
        candidates: &mut [Candidate<'_>],
        policy: &mut Policy,
        report: &mut Report,
    ) {
        for at in listeners(candidates) {
            let (Some(key), Some(ports)) =
                (inside_key(&candidates[at]), inside_ports(&candidates[at]))
            else {
                continue;
            };
            let taken = self.inside.entry(key).or_default();
            let Some(first @ Holder::Own(earlier)) = take(taken, ports, Holder::Own(at)) else {
                continue;
            };
            if self.reported.contains(&(first, at)) {
                continue;
            }
            let rule = Rule::DuplicateContainerPort;
            let allowed = [earlier, at].map(|endpoint| candidates[endpoint].allow.uses(rule));
            if allowed.contains(&true) || policy.allow.uses(rule) {
                continue;
            }
            let container = candidates[at].container.unwrap_or_default();
            let (Some(place), Some(other)) = (
                inside_place(&candidates[at]),
                inside_place(&candidates[earlier]),
            ) else {
                continue;
            };
            report.push(
                Diagnostic::new(rule, &place, format!("duplicate container port `{ports}`"))
                    .label(format!("also used by `{}`", candidates[at].name))
                    .other(
                        &other,
                        format!("first used here, by `{}`", candidates[earlier].name),
                    )
                    .note(format!("both are in the container `{container}`"))
                    .help(super::policy::allow_help(rule)),
            );
        }
    }
}

/// Takes the ports; the earliest holder that has one of them already.
fn take(taken: &mut HashMap<u16, Holder>, ports: Ports, by: Holder) -> Option<Holder> {
    let earlier = ports.iter().filter_map(|port| {
        let holder = *taken.entry(port).or_insert(by);
        (holder != by).then_some(holder)
    });
    earlier.min()
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
fn meeting(own: &Shown<'_>, first: &Shown<'_>) -> String {
    let transport = own.listen.transport.as_str().to_ascii_uppercase();
    let place = if own.host == first.host {
        format!("on `{}`", own.host)
    } else {
        format!(
            "on `{}` and `{}`, which are one host,",
            first.host, own.host
        )
    };
    let all = format!("two {transport} endpoints {place} cannot listen on the same port");
    let (ports, others) = (own.listen.ports, first.listen.ports);
    let shared = ports.iter().find(|port| others.contains(*port));
    match shared {
        Some(port) if ports.first != ports.last || others.first != others.last => {
            format!("{all}, here {port}")
        }
        _ => all,
    }
}
