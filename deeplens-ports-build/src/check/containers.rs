//! Two endpoints of one container with one container port and transport.

use super::entry::Entry;
use super::meetings::Meetings;
use super::occupancy::{Holder, Occupancy, in_container};
use super::policy::{self, Policy};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::Span;

/// Reports the container ports that meet, unless the ports do; who takes which.
pub(super) fn report(
    entries: &mut [Entry],
    meetings: &Meetings,
    policy: &mut Policy,
    report: &mut Report,
) -> Occupancy {
    const RULE: Rule = Rule::DuplicateContainerPort;
    let mut occupancy = Occupancy::default();
    for at in 0..entries.len() {
        let (Some(place), Some(ports)) = (in_container(&entries[at]), entries[at].inside) else {
            continue;
        };
        let Some(Holder::Own(earlier)) = occupancy.take(place, ports, Holder::Own(at)) else {
            continue;
        };
        if meetings.has(earlier, at) {
            continue;
        }
        let is_earlier_allowed = entries[earlier].allow.uses(RULE);
        let is_allowed = entries[at].allow.uses(RULE);
        if is_earlier_allowed || is_allowed || policy.allow.uses(RULE) {
            continue;
        }
        let (own, first) = (&entries[at], &entries[earlier]);
        let container = own.endpoint.service.container().unwrap_or_default();
        let title = format!("duplicate container port `{ports}`");
        report.push(
            Diagnostic::new(RULE, inside_place(own), title)
                .label(format!("also used by `{}`", own.endpoint.name))
                .other(
                    inside_place(first),
                    format!("first used here, by `{}`", first.endpoint.name),
                )
                .note(format!("both are in the container `{container}`"))
                .help(policy::allow_help(RULE)),
        );
    }
    occupancy
}

fn inside_place(entry: &Entry) -> &Span {
    let places = &entry.places;
    places.container_port.as_ref().unwrap_or(&places.port)
}
