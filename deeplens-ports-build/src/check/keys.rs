//! Keys of an endpoint that do not go together. What such an endpoint surely claims is known all the same: the first
//! key of a pair decides.

use crate::map::Kind;
use crate::raw::{RawEndpoint, RawService};
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::Span;

/// The first decides the endpoint, so the second has no place in it.
const PAIRS: &[(&str, &str)] = &[
    ("same-as", "port"),
    ("same-as", "ports"),
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
    if endpoint.kind() == Some(Kind::Container) {
        report_of_hosts(endpoint, report);
    } else if let (None, Some(port)) = (&service.container, endpoint.key("container-port")) {
        report.push(no_container(endpoint, &port));
    }
}

/// Keys about a port on the host, of an endpoint that has none.
fn report_of_hosts(endpoint: &RawEndpoint<'_>, report: &mut Report) {
    for key in ["conflict", "host"] {
        // A service's host is for its other endpoints too.
        let is_of_service = key == "host" && endpoint.name.is_none();
        if let Some(place) = endpoint.key(key).filter(|_| !is_of_service) {
            let title = format!("`{key}` without `port`");
            report.push(
                Diagnostic::new(Rule::ConflictingKeys, &place, title)
                    .label("has no port on the host")
                    .note(
                        "with `container-port` alone it is reached on the container network alone",
                    ),
            );
        }
    }
}

/// A port in a container that is not there; `place` stands for the key where it cannot be found.
pub(super) fn no_container(endpoint: &RawEndpoint<'_>, place: &Span) -> Diagnostic {
    let key = endpoint.key("container-port");
    let title = "`container-port` without `container`";
    Diagnostic::new(Rule::ConflictingKeys, key.as_ref().unwrap_or(place), title)
        .label("has no container")
        .note("`container`, on the service, is its name on the container network")
}
