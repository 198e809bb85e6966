//! The port of one side, where the other counts.

use crate::audit::finding::Finding;
use crate::audit::hosts::Container;
use crate::audit::map::Endpoint;
use crate::audit::rule::{Level, Rule};
use crate::place::Location;

/// A port of containers, asked on the host. Whose of them is meant, nobody knows.
pub(super) fn on_host(at: &Location, port: u16, meant: &[&Endpoint]) -> Finding {
    let title = format!("container port `{port}` used on the host");
    let label = match meant {
        [first, rest @ ..] => {
            let first = format!("`{}` is on {}", first.name, first.number());
            let rest = rest
                .iter()
                .map(|it| format!("`{}` on {}", it.name, it.number()));
            listed(&std::iter::once(first).chain(rest).collect::<Vec<_>>())
        }
        [] => String::new(),
    };
    let names: Vec<&str> = meant.iter().map(|it| it.name.as_str()).collect();
    let mut finding = Finding::new(Rule::WrongSide, at, title)
        .about(names.join(" "), Some(port))
        .labelled(format!("{label} there"));
    if let Some(first) = meant.first() {
        finding = finding.other(&first.location, "the host has this one");
    }
    finding.endpoint = match meant {
        [only] => Some(only.name.clone()),
        _ => None,
    };
    finding
}

/// The host's port of an endpoint, asked between containers or in one.
pub(super) fn in_container(at: &Location, port: u16, endpoint: &Endpoint, host: &str) -> Finding {
    let inside = endpoint.inside().map(|port| port.to_string());
    let mut finding = used_inside(at, port, host, &inside.unwrap_or_default());
    finding = finding.other(&endpoint.location, "this one is for the host");
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

/// Likewise, of a container that the files alone know.
pub(super) fn of_files(at: &Location, port: u16, host: &str, container: &Container) -> Finding {
    const MOST: usize = 4;
    let inside = container.inside.iter().take(MOST).map(u16::to_string);
    used_inside(at, port, host, &inside.collect::<Vec<_>>().join(", "))
}

fn used_inside(at: &Location, port: u16, host: &str, inside: &str) -> Finding {
    let title = format!("host port `{port}` used between containers");
    Finding::new(Rule::WrongSide, at, title)
        .about(host, Some(port))
        .labelled(format!("`{host}` is on {inside} there"))
}

/// A port that a container is asked for by what checks it, and that the map does not have: the container may have it all the same.
pub(super) fn unknown_inside(at: &Location, port: u16, endpoint: &Endpoint) -> Finding {
    let title = format!("health check of `{}` on port `{port}`", endpoint.name);
    let inside = endpoint.inside().map(|port| port.to_string());
    let inside = inside.unwrap_or_default();
    let mut finding = Finding::new(Rule::WrongPort, at, title)
        .about(&endpoint.name, Some(port))
        .labelled(format!("the map has {inside} inside"))
        .other(&endpoint.location, format!("this is `{}`", endpoint.name));
    finding.level = Level::Note;
    finding.endpoint = Some(endpoint.name.clone());
    finding
}

/// `a`, `a and b`, `a, b and c`.
fn listed(all: &[String]) -> String {
    match all.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
