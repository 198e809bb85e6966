//! Ports to move to: each must be a way out.

use super::entry::Entry;
use super::limits::forbidden;
use super::meetings::{self, Meetings};
use super::occupancy::on_host;
use super::policy::Policy;
use super::upstream::Upstreams;
use crate::map::Ports;
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;

pub(super) fn report(
    entries: &mut [Entry],
    upstreams: &Upstreams,
    meetings: &Meetings,
    policy: &mut Policy,
    report: &mut Report,
) {
    for at in 0..entries.len() {
        for alternative in 0..entries[at].places.alternatives.len() {
            let problem = problem(at, alternative, entries, upstreams, meetings, policy);
            if let Some(diagnostic) = problem {
                report.push(diagnostic);
            }
        }
    }
}

/// What is wrong with an alternative of the endpoint at `at`; both are places in their lists.
fn problem(
    at: usize,
    alternative: usize,
    entries: &mut [Entry],
    upstreams: &Upstreams,
    meetings: &Meetings,
    policy: &mut Policy,
) -> Option<Diagnostic> {
    let entry = &entries[at];
    let alternatives = &entry.endpoint.conflict.as_ref()?.alternatives;
    let number = *alternatives.get(alternative)?;
    let place = entry.places.alternatives.get(alternative)?;
    let title = format!("alternative `{number}` is no way out");
    let diagnostic = Diagnostic::new(Rule::TakenAlternative, place, title);
    let earlier = alternatives.iter().position(|other| *other == number)?;
    if earlier < alternative {
        let earlier = &entry.places.alternatives[earlier];
        return Some(
            diagnostic
                .label("named twice")
                .other(earlier, "first named here"),
        );
    }
    if entry.endpoint.ports.contains(number) {
        let port = &entry.places.port;
        return Some(
            diagnostic
                .label("is the port itself")
                .other(port, "the port"),
        );
    }
    let ports = Ports::single(number);
    let taken = meetings.occupancy.at(&on_host(entry));
    if let Some(holder) = taken.and_then(|taken| taken.first_on(ports)) {
        let by = meetings::shown(holder, entries, upstreams);
        let diagnostic = diagnostic.label(format!("used by {}", by.name));
        return Some(diagnostic.other_in(by.source, &by.entry.places.port, "used here"));
    }
    let broken = forbidden(&mut entries[at], policy, ports).pop()?;
    let diagnostic = diagnostic.label(broken.label).note(broken.note);
    Some(match broken.other {
        Some(other) => diagnostic.other_in(other.source, &other.span, other.label),
        None => diagnostic,
    })
}
