//! Ports to move to: each must be a way out.

use super::candidate::Candidate;
use super::occupancy::Occupancy;
use super::policy::{Policy, forbidden};
use super::port;
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::Spanned;

/// One alternative of the endpoint at `at`.
pub(super) fn check(
    at: usize,
    alternative: &Spanned<u16>,
    candidates: &mut [Candidate<'_>],
    occupancy: &Occupancy,
    policy: &mut Policy,
    report: &mut Report,
) {
    let Some(listen) = candidates[at].listen.clone() else {
        return;
    };
    let number = alternative.value;
    let diagnostic = |label: String| {
        let title = format!("alternative `{number}` is no way out");
        Diagnostic::new(Rule::TakenAlternative, &alternative.span, title).label(label)
    };
    let earlier = candidates[at]
        .alternatives
        .iter()
        .find(|other| other.value == number && other.span.start < alternative.span.start);
    if let Some(earlier) = earlier {
        report.push(diagnostic("named twice".to_owned()).other(&earlier.span, "first named here"));
    } else if listen.ports.iter().any(|port| port == number) {
        let label = "is the port itself".to_owned();
        report.push(diagnostic(label).other(&listen.span, "the port"));
    } else if let Some(by) = occupancy
        .on(&listen, number)
        .and_then(|by| occupancy.shown(by, candidates))
    {
        let label = format!("used by {}", by.name);
        report.push(diagnostic(label).other_in(by.source, &by.listen.span, "used here"));
    } else if let Some(broken) = forbidden(&mut candidates[at], policy, port::single(number)).pop()
    {
        let mut diagnostic = diagnostic(broken.label).note(broken.note);
        if let Some(other) = broken.other {
            diagnostic = diagnostic.other_in(other.source, &other.span, other.label);
        }
        report.push(diagnostic);
    }
}
