//! Keys of an endpoint that do not go together. What such an endpoint surely claims is known all the same: the first
//! key of a pair decides.

use crate::raw::{RawEndpoint, RawService};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;

/// The first decides the endpoint, so the second has no place in it.
const PAIRS: &[(&str, &str)] = &[
    ("same-as", "port"),
    ("same-as", "ports"),
    ("same-as", "host"),
    ("same-as", "transport"),
    ("same-as", "container-port"),
    ("same-as", "step"),
    ("same-as", "conflict"),
    ("port", "ports"),
    ("ports", "container-port"),
];

pub(super) fn report_conflicts(
    service: &RawService<'_>,
    endpoint: &RawEndpoint<'_>,
    report: &mut Report,
) {
    for (decides, other) in PAIRS {
        if *other == "host" && endpoint.name.is_none() {
            continue; // It is the service's, for its other endpoints.
        }
        if let (Some(decides_at), Some(other_at)) = (endpoint.key(decides), endpoint.key(other)) {
            let title = format!("`{other}` together with `{decides}`");
            report.push(
                Diagnostic::new(Rule::ConflictingKeys, &other_at, title)
                    .label("has no place here")
                    .other(&decides_at, "it is decided here")
                    .note(match *decides {
                        "same-as" => "a second name has the place of the endpoint that it names",
                        "port" => "an endpoint has one port, or a range of ports",
                        _ => "the ports of a range are the same in the container",
                    }),
            );
        }
    }
    report_lonely(service, endpoint, report);
}

/// Keys that say something of another one, which is not there.
fn report_lonely(service: &RawService<'_>, endpoint: &RawEndpoint<'_>, report: &mut Report) {
    if endpoint.key("ports").is_some() || endpoint.key("same-as").is_some() {
        return;
    }
    if let Some(step) = endpoint.key("step") {
        report.push(
            Diagnostic::new(Rule::ConflictingKeys, &step, "`step` without `ports`")
                .label("has no range")
                .note("a step is the distance between the ports of a range"),
        );
    }
    if let (None, Some(port)) = (&service.container, endpoint.key("container-port")) {
        let title = "`container-port` without `container`";
        report.push(
            Diagnostic::new(Rule::ConflictingKeys, &port, title)
                .label("has no container")
                .note("`container`, on the service, is its name on the container network"),
        );
    }
}
