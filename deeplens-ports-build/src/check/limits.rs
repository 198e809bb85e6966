//! The ports of every endpoint against every policy rule, and what is allowed for nothing.

use super::entries::Entries;
use super::entry::Entry;
use super::policy::{self, Broken, Policy, is_web};
use crate::map::{Kind, Ports};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;

pub(super) fn report(entries: &mut Entries, policy: &mut Policy, report: &mut Report) {
    // What policy rules are about are ports of hosts.
    let on_hosts = |entry: &&mut Entry| entry.endpoint.kind != Kind::Container;
    for entry in entries.listening.iter_mut().filter(on_hosts) {
        let ports = entry.endpoint.ports;
        for broken in forbidden(entry, policy, ports) {
            let noun = if ports.first == ports.last {
                "port"
            } else {
                "ports"
            };
            let title = format!("{noun} `{ports}` {}", broken.title);
            let mut diagnostic = Diagnostic::new(broken.rule, &entry.places.port, title)
                .label(broken.label)
                .note(broken.note)
                .help(policy::allow_help(broken.rule));
            if let Some(other) = broken.other {
                diagnostic = diagnostic.other_in(other.source, &other.span, other.label);
            }
            report.push(diagnostic);
        }
    }
    for entry in &mut entries.second {
        report_second_name(entry, &entries.listening, policy, report);
    }
}

/// A second name can be http where the first is not, and browsers look at that alone.
fn report_second_name(
    entry: &mut Entry,
    listening: &[Entry],
    policy: &mut Policy,
    report: &mut Report,
) {
    const RULE: Rule = Rule::BrowserBlocked;
    let (endpoint, places) = (&entry.endpoint, &entry.places);
    let (Some(target), Some(name)) = (&endpoint.same_as, &places.same_as) else {
        return;
    };
    let mut targets = listening.iter().map(|entry| &entry.endpoint);
    let target = targets.find(|it| it.name == *target);
    if target.is_some_and(|target| is_web(target.protocol) || target.kind == Kind::Container) {
        return;
    }
    let Some(port) = policy.first(RULE, endpoint.protocol, endpoint.ports) else {
        return;
    };
    if entry.allow.uses(RULE) || policy.allow.uses(RULE) {
        return;
    }
    let broken = policy.describe(RULE, port);
    report.push(
        Diagnostic::new(RULE, name, format!("port `{port}` {}", broken.title))
            .label(broken.label)
            .other(&places.port, "the port")
            .note(broken.note)
            .help(policy::allow_help(RULE)),
    );
}

/// The rules that the ports break, less those that an `allow` lifts.
pub(super) fn forbidden(entry: &mut Entry, policy: &mut Policy, ports: Ports) -> Vec<Broken> {
    let mut broken = policy.broken(entry.endpoint.protocol, ports);
    broken.retain(|broken| !entry.allow.uses(broken.rule) && !policy.allow.uses(broken.rule));
    broken
}

/// An `allow` is unneeded only where everything that it could allow was looked at.
pub(super) fn report_unneeded_allows(entries: &Entries, policy: &Policy, report: &mut Report) {
    if policy.range.is_none() {
        return;
    }
    for entry in entries.listening.iter().chain(&entries.second) {
        entry.allow.report_unneeded(report);
    }
    if entries.broken.is_empty() {
        policy.allow.report_unneeded(report);
    }
}
