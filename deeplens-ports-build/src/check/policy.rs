//! Rules about where a port lies. An `allow` lifts each of them.

use super::allow::Allow;
use super::candidate::Candidate;
use super::occupancy::{Occupancy, listeners};
use super::{alternative, port};
use crate::map::{Ports, Protocol};
use crate::raw::{Raw, RawReserved};
use crate::report::{Diagnostic, Other, Report, one_line};
use crate::rule::Rule;
use crate::source::Span;
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// RFC 6335, section 6.
const SYSTEM: RangeInclusive<u16> = 0..=1023;
const USER: RangeInclusive<u16> = 1024..=49151;

/// Linux gives these to outgoing connections: the default of `net.ipv4.ip_local_port_range`.
const EPHEMERAL: RangeInclusive<u16> = 32768..=60999;

/// Kubernetes gives these to services of type `NodePort`: the default of `--service-node-port-range`.
const NODE_PORT: RangeInclusive<u16> = 30000..=32767;

/// WHATWG fetch, "port blocking", as of 2026-07-02: <https://fetch.spec.whatwg.org/#port-blocking>.
const BLOCKED: &[u16] = &[
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080,
];

/// The rules of this file, in the order of their reports.
const RULES: &[Rule] = &[
    Rule::OutsidePolicy,
    Rule::BrowserBlocked,
    Rule::EphemeralPort,
    Rule::NodePort,
    Rule::ReservedPort,
];

/// What the map says about where ports may lie.
#[derive(Debug)]
pub(super) struct Policy {
    /// `None`: what the map says is no range.
    pub(super) range: Option<Ports>,
    pub(super) allow: Allow,
    pub(super) reserved: Vec<Reserved>,
    /// Numbers that an endpoint may move to, or that a broken endpoint names: nobody is sent there.
    claimed: HashSet<u16>,
}

#[derive(Debug)]
pub(super) struct Reserved {
    pub(super) ports: Ports,
    pub(super) reason: Option<String>,
    /// The place of its map in [`Report::upstreams`]; `None` for the map itself.
    pub(super) source: Option<usize>,
    span: Span,
}

/// A rule that a port breaks, and what to say of it.
pub(super) struct Broken {
    rule: Rule,
    title: &'static str,
    pub(super) label: String,
    pub(super) note: &'static str,
    pub(super) other: Option<Other>,
}

impl Policy {
    pub(super) fn read(
        raw: &Raw<'_>,
        candidates: &[Candidate<'_>],
        upstream: Vec<Reserved>,
        report: &mut Report,
    ) -> Self {
        let everything = Ports {
            first: 1024,
            last: 49151,
            step: 1,
        };
        let range = match raw.policy.range {
            Some(node) => port::range(node, report),
            None => Some(everything),
        };
        let mut reserved = reservations(raw, None, report);
        reserved.extend(upstream);
        Self {
            range,
            allow: Allow::read(raw.policy.allow.as_ref(), report),
            reserved,
            claimed: candidates.iter().flat_map(claims).collect(),
        }
    }

    /// The rules that the ports break, allowed or not.
    fn broken(&self, protocol: Option<Protocol>, ports: Ports) -> Vec<Broken> {
        let first = |rule: Rule| ports.iter().find(|port| self.breaks(rule, protocol, *port));
        let broken = RULES.iter().filter_map(|rule| Some((*rule, first(*rule)?)));
        broken
            .map(|(rule, port)| self.describe(rule, port))
            .collect()
    }

    fn breaks(&self, rule: Rule, protocol: Option<Protocol>, port: u16) -> bool {
        match rule {
            Rule::OutsidePolicy => !self.includes(port),
            Rule::BrowserBlocked => is_web(protocol) && BLOCKED.binary_search(&port).is_ok(),
            Rule::EphemeralPort => EPHEMERAL.contains(&port) && self.includes(port),
            Rule::NodePort => NODE_PORT.contains(&port),
            Rule::ReservedPort => self.reservation(port).is_some(),
            _ => false,
        }
    }

    /// What is said of a port that breaks the rule.
    fn describe(&self, rule: Rule, port: u16) -> Broken {
        let (title, label, note) = match rule {
            Rule::OutsidePolicy => (
                "outside the policy range",
                match self.range {
                    Some(range) => format!("{port} is not in {range}"),
                    None => String::new(),
                },
                class(port),
            ),
            Rule::BrowserBlocked => (
                "blocked by browsers",
                format!("browsers and fetch do not connect to {port}"),
                "it is a bad port of the WHATWG fetch standard",
            ),
            Rule::EphemeralPort => (
                "in the ephemeral range",
                format!("{port} can be taken by an outgoing connection"),
                "Linux takes 32768 to 60999 for outgoing connections",
            ),
            Rule::NodePort => (
                "in the NodePort range",
                format!("{port} can be taken by a Kubernetes service"),
                "Kubernetes takes 30000 to 32767 for services of type NodePort",
            ),
            _ => (
                "reserved",
                format!("{port} may not be taken"),
                "nothing takes a number that a map reserves",
            ),
        };
        let reservation = self
            .reservation(port)
            .filter(|_| rule == Rule::ReservedPort);
        let other = reservation.map(|reserved| {
            let why = reserved.reason.as_ref();
            let why = why.map_or_else(String::new, |reason| format!(": {}", one_line(reason)));
            Other {
                source: reserved.source,
                span: reserved.span.clone(),
                label: format!("reserved here{why}"),
            }
        });
        Broken {
            rule,
            title,
            label,
            note,
            other,
        }
    }

    fn reservation(&self, port: u16) -> Option<&Reserved> {
        self.reserved
            .iter()
            .find(|reserved| reserved.ports.contains(port))
    }

    /// Whether an endpoint could move to the port, which nobody else has.
    pub(super) fn permits(&self, candidate: &Candidate<'_>, port: u16) -> bool {
        let mut broken = RULES
            .iter()
            .filter(|rule| self.breaks(**rule, candidate.protocol, port));
        !self.claimed.contains(&port)
            && broken.all(|rule| candidate.allow.has(*rule) || self.allow.has(*rule))
    }

    /// Whether the port is in the range of the policy; every port is, where the range itself is wrong.
    fn includes(&self, port: u16) -> bool {
        self.range.is_none_or(|range| range.contains(port))
    }
}

/// Whether browsers and fetch look at the port.
pub(super) fn is_web(protocol: Option<Protocol>) -> bool {
    matches!(protocol, Some(Protocol::Http | Protocol::Https))
}

fn class(port: u16) -> &'static str {
    if SYSTEM.contains(&port) {
        "it is a system port: 0 to 1023 (RFC 6335)"
    } else if USER.contains(&port) {
        "it is a user port: 1024 to 49151 (RFC 6335)"
    } else {
        "it is a dynamic port: 49152 to 65535, not for services (RFC 6335)"
    }
}

/// The numbers that a map reserves; `source` is the place of an upstream map.
pub(super) fn reservations(
    raw: &Raw<'_>,
    source: Option<usize>,
    report: &mut Report,
) -> Vec<Reserved> {
    let read = |reserved: &RawReserved<'_>| {
        let node = reserved.ports?;
        Some(Reserved {
            ports: port::ports(node, report)?,
            reason: reserved
                .reason
                .as_ref()
                .map(|reason| reason.value.to_owned()),
            source,
            span: node.span.clone(),
        })
    };
    raw.reserved.iter().filter_map(read).collect()
}

fn claims(candidate: &Candidate<'_>) -> impl Iterator<Item = u16> {
    let broken = candidate.claims.filter(|_| candidate.listen.is_none());
    let alternatives = candidate.alternatives.iter().map(|port| port.value);
    alternatives.chain(broken.into_iter().flat_map(Ports::iter))
}

/// The ports and the alternatives of every endpoint, each against every policy rule.
pub(super) fn check(
    candidates: &mut [Candidate<'_>],
    occupancy: &Occupancy,
    policy: &mut Policy,
    report: &mut Report,
) {
    for at in listeners(candidates) {
        let Some(listen) = candidates[at].listen.clone() else {
            continue;
        };
        for broken in forbidden(&mut candidates[at], policy, listen.ports) {
            let what = if listen.ports.first == listen.ports.last {
                "port"
            } else {
                "ports"
            };
            let title = format!("{what} `{}` {}", listen.ports, broken.title);
            let mut diagnostic = Diagnostic::new(broken.rule, &listen.span, title)
                .label(broken.label)
                .note(broken.note)
                .help(allow_help(broken.rule));
            if let Some(other) = broken.other {
                diagnostic = diagnostic.other_in(other.source, &other.span, other.label);
            }
            report.push(diagnostic);
        }
        for alternative in candidates[at].alternatives.clone() {
            alternative::check(at, &alternative, candidates, occupancy, policy, report);
        }
    }
    check_second_names(candidates, policy, report);
}

/// A second name can be http where the first is not, and browsers look at that alone.
fn check_second_names(candidates: &mut [Candidate<'_>], policy: &mut Policy, report: &mut Report) {
    for at in 0..candidates.len() {
        let candidate = &candidates[at];
        let first = candidate.target.map(|target| candidates[target].protocol);
        let (Some(first), Some(listen), Some(name)) =
            (first, &candidate.listen, &candidate.raw.same_as)
        else {
            continue;
        };
        let (ports, place, rule) = (listen.ports, listen.span.clone(), Rule::BrowserBlocked);
        let is_broken = !is_web(first) && policy.breaks(rule, candidate.protocol, ports.first);
        if !is_broken || candidates[at].allow.uses(rule) || policy.allow.uses(rule) {
            continue;
        }
        let broken = policy.describe(rule, ports.first);
        report.push(
            Diagnostic::new(rule, &name.span, format!("port `{ports}` {}", broken.title))
                .label(broken.label)
                .other(&place, "the port")
                .note(broken.note)
                .help(allow_help(rule)),
        );
    }
}

/// The rules that the ports break, less those that an `allow` lifts.
pub(super) fn forbidden(
    candidate: &mut Candidate<'_>,
    policy: &mut Policy,
    ports: Ports,
) -> Vec<Broken> {
    let mut broken = policy.broken(candidate.protocol, ports);
    broken.retain(|broken| !candidate.allow.uses(broken.rule) && !policy.allow.uses(broken.rule));
    broken
}

pub(super) fn allow_help(rule: Rule) -> String {
    format!("`allow = [\"{rule}\"]` on the endpoint, or in `[policy]`, accepts it")
}

#[cfg(test)]
mod tests {
    use super::BLOCKED;

    #[test]
    fn the_blocked_ports_are_sorted_for_the_search() {
        assert_eq!(BLOCKED.len(), 83);
        assert!(BLOCKED.is_sorted());
    }
}
