//! Second names: an endpoint with `same-as` has the place of another one.

use super::candidate::Candidate;
use crate::order;
use crate::reader::Text;
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::text::similar_help;
use std::collections::HashMap;

/// Gives every second name the place of the endpoint that it names.
pub(super) fn resolve(candidates: &mut [Candidate<'_>], report: &mut Report) {
    if candidates
        .iter()
        .all(|candidate| candidate.raw.same_as.is_none())
    {
        return;
    }
    let by_name: HashMap<String, usize> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| (candidate.name.clone(), at))
        .collect();
    for at in 0..candidates.len() {
        let Some(name) = &candidates[at].raw.same_as else {
            continue;
        };
        let Some(target) = by_name.get(name.value).copied() else {
            let known = by_name.keys().map(String::as_str);
            let known: Vec<&str> = known
                .filter(|known| *known != candidates[at].name)
                .collect();
            let known = order::sorted(known, Ord::cmp);
            report.push(
                Diagnostic::new(
                    Rule::UnknownName,
                    &name.span,
                    format!("unknown endpoint {}", quoted(name.value)),
                )
                .label("no endpoint has this name")
                .help(similar_help("an endpoint", name.value, known).unwrap_or_else(|| {
                    "an endpoint is called `service.endpoint`, or `service` for the service's own".to_owned()
                })),
            );
            continue;
        };
        match unfit_target(&candidates[at], &candidates[target], name) {
            Some(diagnostic) => report.push(diagnostic),
            None => {
                candidates[at].listen = candidates[target].listen.clone();
                candidates[at].host = candidates[target].host.clone();
                candidates[at].container = candidates[target].container;
                candidates[at].container_port = candidates[target].container_port.clone();
                if candidates[at].raw.protocol.is_none() {
                    candidates[at].protocol = candidates[target].protocol;
                }
                candidates[at].target = Some(target);
            }
        }
    }
}

fn unfit_target(
    alias: &Candidate<'_>,
    target: &Candidate<'_>,
    name: &Text<'_>,
) -> Option<Diagnostic> {
    let invalid = |label: String| {
        let title = format!("invalid `same-as` {}", quoted(name.value));
        Diagnostic::new(Rule::InvalidValue, &name.span, title).label(label)
    };
    if alias.name == target.name {
        return Some(invalid(
            "an endpoint is no second name for itself".to_owned(),
        ));
    }
    if let Some(next) = &target.raw.same_as {
        return Some(
            invalid("is a second name itself".to_owned())
                .other(&next.span, "for this one")
                .help("name the endpoint that has the port"),
        );
    }
    if target.raw.ports.is_some() {
        return Some(invalid("is a range of ports, not one endpoint".to_owned()));
    }
    unfit_protocol(alias, target, name)
}

/// Without a protocol of its own, it has that of the endpoint that it names.
fn unfit_protocol(
    alias: &Candidate<'_>,
    target: &Candidate<'_>,
    name: &Text<'_>,
) -> Option<Diagnostic> {
    let place = &alias.raw.protocol.as_ref()?.span;
    let (protocol, transport) = (alias.protocol?, target.listen.as_ref()?.transport);
    let unfit = |title: String| Diagnostic::new(Rule::ConflictingKeys, place, title);
    if !protocol.runs_over(transport) {
        return Some(
            unfit(format!(
                "protocol `{protocol}` over transport `{transport}`"
            ))
            .label(format!("`{protocol}` does not run over `{transport}`"))
            .other(
                &name.span,
                format!("this endpoint is reached over `{transport}`"),
            ),
        );
    }
    let (spoken, first) = (target.protocol?, target.raw.protocol.as_ref()?);
    if protocol.is_beside(spoken) || alias.raw.scheme.is_some() {
        return None;
    }
    Some(
        unfit(format!("protocol `{protocol}` for an endpoint of `{spoken}`"))
            .label(format!("`{}` speaks `{spoken}`", target.name))
            .other(&first.span, "it is decided here")
            .note("few servers speak both on one port, and a client of the wrong one fails at run time")
            .help(format!(
                "leave `protocol` out for `{spoken}`; where the server speaks both, say `scheme` as well"
            )),
    )
}
