//! The names of the endpoints of one service.

use super::slug::slug;
use crate::import::ports::Port;
use crate::import::protocols::Spoken;
use crate::place::{Binding, Transport};
use std::collections::HashSet;

/// Told apart by the first of their names that is new.
pub(super) fn all(service: &str, ports: &[Port<'_>], spoken: &[Spoken]) -> Vec<Option<String>> {
    let mut taken = HashSet::new();
    let named = ports.iter().zip(spoken).map(|(port, spoken)| {
        let numbered = (2_usize..).map(|number| format!("endpoint-{number}"));
        let mut names = candidates(service, port, spoken)
            .into_iter()
            .chain(numbered);
        names.find(|name| taken.insert(name.replace('-', "")))
    });
    named.collect()
}

fn candidates(service: &str, port: &Port<'_>, spoken: &Spoken) -> Vec<String> {
    let bindings = port.bindings.iter();
    let mut names: Vec<String> = Vec::new();
    for binding in bindings {
        let called = binding.name.as_deref();
        let variable = binding.variable.as_ref();
        let variable = variable.and_then(|it| of_variable(service, &it.name));
        names.extend(called.map(slug).into_iter().chain(variable));
    }
    names.extend(spoken.name.map(str::to_owned));
    let is_known = !spoken.is_guessed && spoken.protocol != "tcp" && spoken.protocol != "udp";
    names.extend(is_known.then(|| spoken.protocol.to_owned()));
    names.extend(spoken.scheme.as_deref().map(slug));
    names.extend(port.bindings.iter().filter_map(|it| profile(it)));
    names.extend(numbered(port));
    names
}

/// The profile of a project, unless it is called for what is spoken, which others of it may be as well.
fn profile(it: &Binding) -> Option<String> {
    let name = it.names.project.as_ref().and(it.names.service.as_deref())?;
    let name = slug(name);
    (!matches!(&*name, "http" | "https")).then_some(name)
}

/// `port-8080`, by the port inside, else by that of the host.
fn numbered(port: &Port<'_>) -> Vec<String> {
    let udp = match port.transport {
        Transport::Udp => "-udp",
        _ => "",
    };
    let inside = port.inside.map(|inside| format!("port-{inside}{udp}"));
    let host = port.host.map(|(first, last)| match first == last {
        true => format!("port-{first}{udp}"),
        false => format!("ports-{first}-{last}{udp}"),
    });
    let is_range = port.host.is_some_and(|(first, last)| first != last);
    let inside = inside.filter(|_| !is_range);
    inside.into_iter().chain(host).collect()
}

/// What a variable such as `WEB_ADMIN_PORT` says beside the service: `admin`.
fn of_variable(service: &str, variable: &str) -> Option<String> {
    let words = slug(variable);
    let words = words.strip_suffix("-port")?;
    let words = words.strip_suffix("-host").unwrap_or(words);
    let words = words.strip_prefix(service)?.strip_prefix('-')?;
    let is_name = words.starts_with(|first: char| first.is_ascii_alphabetic());
    is_name.then(|| words.to_owned())
}
