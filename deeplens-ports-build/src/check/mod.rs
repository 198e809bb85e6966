//! The sections of a map as a map without mistakes, or a report. A [`Map`] is built here and nowhere else.

mod alias;
mod allow;
mod alternative;
mod build;
mod candidate;
mod names;
mod occupancy;
mod policy;
mod port;
mod upstream;
mod values;

use crate::Lookup;
use crate::error::Mistakes;
use crate::map::Map;
use crate::raw::{Raw, RawEndpoint, RawMap, RawService};
use crate::reader::Text;
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Source;
use crate::text::similar_help;
use candidate::Candidate;
use occupancy::Occupancy;
use policy::Policy;
use std::collections::HashSet;

/// What `[map]` says, with its defaults.
#[derive(Debug)]
struct Header {
    name: String,
    env_prefix: String,
    network: Option<String>,
    project: String,
    /// `None`: invalid, so that nothing is said of the ports on it.
    host: Option<String>,
}

pub(crate) fn check(
    raw: &Raw<'_>,
    others: &[Source],
    lookup: Lookup<'_>,
    report: &mut Report,
) -> Result<Map, Box<Mistakes>> {
    let header = header(raw.map.as_ref(), report);
    let usable = names::check(raw, report);
    check_groups(raw, report);
    let mut candidates = candidate::read(raw, &header, report);
    let upstreams = upstream::read(raw.map.as_ref(), others, lookup, report);
    let mut policy = Policy::read(raw, &candidates, upstreams.reserved, report);
    let mut occupancy = Occupancy::of(&candidates, upstreams.taken);
    occupancy.report_inside(&mut candidates, &mut policy, report);
    occupancy.report_duplicates(&candidates, &policy, report);
    policy::check(&mut candidates, &occupancy, &mut policy, report);
    check_allows(&candidates, &policy, report);
    let exposures = build::exposures(raw, report);
    let map = build::map(raw, header, &candidates, &policy, &exposures, &usable);
    match report.barrier() {
        Ok(()) => Ok(map),
        Err(report) => Err(Box::new(Mistakes {
            report,
            known: Some(map),
        })),
    }
}

fn header(raw: Option<&RawMap<'_>>, report: &mut Report) -> Header {
    let localhost = || Some("localhost".to_owned());
    let Some(raw) = raw else {
        return Header {
            name: String::new(),
            env_prefix: String::new(),
            network: None,
            project: String::new(),
            host: localhost(),
        };
    };
    let is_empty = |name: &&Text<'_>| name.value.trim().is_empty();
    if let Some(name) = raw.name.as_ref().filter(is_empty) {
        report.push(
            Diagnostic::new(Rule::InvalidValue, &name.span, "empty name").label("a map has a name"),
        );
    }
    let network = values::valid(
        raw.network.as_ref(),
        "network name",
        values::container,
        report,
    );
    let host = match &raw.host {
        Some(host) => values::valid(Some(host), "host", values::host, report).map(str::to_owned),
        None => localhost(),
    };
    Header {
        name: raw
            .name
            .as_ref()
            .map_or_else(String::new, |name| name.value.to_owned()),
        env_prefix: env_prefix(raw, report),
        network: network.map(str::to_owned),
        project: project(raw, report),
        host,
    }
}

/// The prefix, by default the name in upper case, with an underscore for a space or a hyphen.
fn env_prefix(raw: &RawMap<'_>, report: &mut Report) -> String {
    if raw.env_prefix.is_some() {
        let prefix = values::valid(raw.env_prefix.as_ref(), "prefix", values::prefix, report);
        return prefix.unwrap_or_default().to_owned();
    }
    let Some(name) = &raw.name else {
        return String::new();
    };
    let prefix = name.value.to_ascii_uppercase().replace([' ', '-'], "_");
    if values::prefix(&prefix).is_some() && !prefix.trim_matches('_').is_empty() {
        report.push(
            Diagnostic::new(
                Rule::InvalidValue,
                &name.span,
                format!("name {} gives no prefix", quoted(name.value)),
            )
            .label("environment variables cannot start with it")
            .help("set `env-prefix` to upper-case letters, digits and `_`, a letter first"),
        );
    }
    prefix
}

/// The Compose project, by default the name as Compose makes one of it: in lower case, without what it does not take.
fn project(raw: &RawMap<'_>, report: &mut Report) -> String {
    if raw.project.is_some() {
        let project = values::valid(
            raw.project.as_ref(),
            "project name",
            values::project,
            report,
        );
        return project.unwrap_or_default().to_owned();
    }
    let name = raw.name.as_ref().map_or("", |name| name.value);
    let mut project = name.to_ascii_lowercase();
    project.retain(values::is_of_project);
    project.trim_start_matches(['-', '_']).to_owned()
}

fn check_groups(raw: &Raw<'_>, report: &mut Report) {
    let known = || raw.groups.iter().map(|group| group.name.value);
    let names: HashSet<&str> = known().collect();
    for group in raw
        .services
        .iter()
        .filter_map(|service| service.group.as_ref())
    {
        if !names.contains(group.value) {
            report.push(
                Diagnostic::new(
                    Rule::UnknownName,
                    &group.span,
                    format!("unknown group {}", quoted(group.value)),
                )
                .label("no group has this name")
                .help(
                    similar_help("a group", group.value, known())
                        .unwrap_or_else(|| "a group has a table `[groups.NAME]`".to_owned()),
                ),
            );
        }
    }
}

/// An `allow` is unneeded only where everything that it could allow was looked at.
fn check_allows(candidates: &[Candidate<'_>], policy: &Policy, report: &mut Report) {
    let whole = candidates
        .iter()
        .filter(|candidate| candidate.listen.is_some());
    for candidate in whole.filter(|_| policy.range.is_some()) {
        candidate.allow.report_unneeded(report);
    }
    let is_whole = candidates
        .iter()
        .all(|candidate| candidate.listen.is_some());
    if is_whole && policy.range.is_some() {
        policy.allow.report_unneeded(report);
    }
}

/// The name of an endpoint in messages and lookups.
fn endpoint_name(service: &RawService<'_>, endpoint: &RawEndpoint<'_>) -> String {
    match &endpoint.name {
        Some(name) => format!("{}.{}", service.name.value, name.value),
        None => service.name.value.to_owned(),
    }
}
