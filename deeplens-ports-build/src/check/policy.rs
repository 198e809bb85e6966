//! Rules about where a port lies. An `allow` lifts each of them.

use super::allow::Allow;
use super::entries::Entries;
use super::entry::Entry;
use super::{port, values};
use crate::map::{Ports, Protocol};
use crate::raw::Raw;
use crate::report::{Other, Report};
use crate::rule::Rule;
use crate::source::Span;
use crate::text::{one_line, shortened};
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

/// How many characters of a reason are shown in a label.
const LONGEST_REASON: usize = 100;

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
    claimed: Vec<bool>,
}

#[derive(Debug)]
pub(super) struct Reserved {
    pub(super) ports: Ports,
    pub(super) reason: Option<String>,
    /// The place of its map in [`Report::upstreams`]; `None` for the map itself.
    pub(super) source: Option<usize>,
    span: Span,
}

/// The rules that the ports of an endpoint must keep.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Limits {
    protocol: Protocol,
    rules: Vec<Rule>,
}

/// A rule that a port breaks, and what to say of it.
pub(super) struct Broken {
    pub(super) rule: Rule,
    pub(super) title: &'static str,
    pub(super) label: String,
    pub(super) note: &'static str,
    pub(super) other: Option<Other>,
}

impl Policy {
    pub(super) fn read(
        raw: &Raw<'_>,
        entries: &Entries,
        upstream: &mut Vec<Reserved>,
        report: &mut Report,
    ) -> Self {
        let range = match raw.policy.range {
            Some(node) => port::range(node, report).ok(),
            None => Some(Ports {
                first: *USER.start(),
                last: *USER.end(),
                step: 1,
            }),
        };
        let mut reserved = reservations(raw, None, report);
        reserved.append(upstream);
        let mut claimed = vec![false; usize::from(u16::MAX) + 1];
        let mut claim = |port: u16| claimed[usize::from(port)] = true;
        for entry in &entries.listening {
            for alternative in entry.endpoint.alternatives() {
                claim(*alternative);
            }
        }
        for broken in &entries.broken {
            for alternative in &broken.alternatives {
                claim(*alternative);
            }
            if let Some(ports) = broken.ports {
                for port in ports.iter() {
                    claim(port);
                }
            }
        }
        Self {
            range,
            allow: Allow::read(&raw.policy.allow, report),
            reserved,
            claimed,
        }
    }

    /// The rules that the ports break, allowed or not.
    pub(super) fn broken(&self, protocol: Protocol, ports: Ports) -> Vec<Broken> {
        let mut broken = Vec::new();
        for rule in RULES {
            if let Some(port) = self.first(*rule, protocol, ports) {
                broken.push(self.describe(*rule, port));
            }
        }
        broken
    }

    /// The first of the ports that breaks the rule.
    pub(super) fn first(&self, rule: Rule, protocol: Protocol, ports: Ports) -> Option<u16> {
        let within = |range: &RangeInclusive<u16>| ports.first_within(*range.start(), *range.end());
        match rule {
            Rule::OutsidePolicy => {
                let range = self.range?;
                let below = ports.first_within(0, range.first - 1);
                below.or_else(|| ports.first_within(range.last.checked_add(1)?, u16::MAX))
            }
            Rule::BrowserBlocked if is_web(protocol) => {
                BLOCKED.iter().copied().find(|port| ports.contains(*port))
            }
            Rule::EphemeralPort => {
                let (first, last) = (*EPHEMERAL.start(), *EPHEMERAL.end());
                match self.range {
                    Some(range) => ports.first_within(first.max(range.first), last.min(range.last)),
                    None => ports.first_within(first, last),
                }
            }
            Rule::NodePort => within(&NODE_PORT),
            Rule::ReservedPort => {
                let mut lowest = None;
                for Reserved { ports: taken, .. } in &self.reserved {
                    if let Some(port) = ports.first_within(taken.first, taken.last)
                        && lowest.is_none_or(|lowest| port < lowest)
                    {
                        lowest = Some(port);
                    }
                }
                lowest
            }
            _ => None,
        }
    }

    /// What is said of a port that breaks the rule.
    pub(super) fn describe(&self, rule: Rule, port: u16) -> Broken {
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
            let why = match &reserved.reason {
                Some(reason) => format!(": {}", shortened(&one_line(reason), LONGEST_REASON)),
                None => String::new(),
            };
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

    /// What the policy asks of an endpoint.
    pub(super) fn limits_of(&self, entry: &Entry) -> Limits {
        let mut rules = Vec::new();
        for rule in RULES {
            if !entry.allow.has(*rule) && !self.allow.has(*rule) {
                rules.push(*rule);
            }
        }
        Limits {
            protocol: entry.endpoint.protocol,
            rules,
        }
    }

    /// Whether an endpoint could move to the port, which nobody else has.
    pub(super) fn permits(&self, limits: &Limits, port: u16) -> bool {
        let ports = Ports::single(port);
        let mut rules = limits.rules.iter();
        !self.claimed[usize::from(port)]
            && rules.all(|rule| self.first(*rule, limits.protocol, ports).is_none())
    }
}

/// Whether browsers and fetch look at the port.
pub(super) fn is_web(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::Http | Protocol::Https)
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
    let mut reservations = Vec::new();
    for reserved in &raw.reserved {
        if let Ok(node) = reserved.ports
            && let Ok(ports) = port::ports(node, report)
        {
            reservations.push(Reserved {
                ports,
                reason: values::text(&reserved.reason),
                source,
                span: node.span.clone(),
            });
        }
    }
    reservations
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
