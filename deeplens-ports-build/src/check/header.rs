//! What `[map]` says, with its defaults.

use super::values;
use crate::raw::RawMap;
use crate::report::{Diagnostic, Report, Reported, quoted};
use crate::rule::Rule;

#[derive(Debug)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) env_prefix: String,
    pub(super) network: Option<String>,
    pub(super) project: String,
    pub(super) host: Result<String, Reported>,
}

/// Where endpoints are reached from a developer's machine, unless the map says otherwise.
const HOST: &str = "localhost";

pub(super) fn read(raw: &Result<RawMap<'_>, Reported>, report: &mut Report) -> Header {
    let Ok(raw) = raw else {
        return Header {
            name: String::new(),
            env_prefix: String::new(),
            network: None,
            project: String::new(),
            host: Ok(HOST.to_owned()),
        };
    };
    let name = raw.name.as_ref().map_or("", |name| name.value);
    if let Ok(text) = &raw.name
        && name.trim().is_empty()
    {
        report.push(
            Diagnostic::new(Rule::InvalidValue, &text.span, "empty name").label("a map has a name"),
        );
    }
    let mut read = |text, what, problem| values::valid(text, what, problem, report);
    let network = read(&raw.network, "network name", values::network as _);
    let project = read(&raw.project, "project name", values::project);
    let host = read(&raw.host, "host", values::host).unwrap_or(Ok(HOST));
    Header {
        name: name.to_owned(),
        env_prefix: env_prefix(raw, report),
        network: network.and_then(Result::ok).map(str::to_owned),
        project: match project {
            Some(project) => project.unwrap_or_default().to_owned(),
            None => default_project(name),
        },
        host: host.map(str::to_owned),
    }
}

/// The prefix, by default the name in upper case, with an underscore for a space or a hyphen.
fn env_prefix(raw: &RawMap<'_>, report: &mut Report) -> String {
    if let Some(prefix) = values::valid(&raw.env_prefix, "prefix", values::prefix, report) {
        return prefix.unwrap_or_default().to_owned();
    }
    let Ok(name) = &raw.name else {
        return String::new();
    };
    let prefix = name.value.to_ascii_uppercase().replace([' ', '-'], "_");
    if values::prefix(&prefix).is_some() && !name.value.trim().is_empty() {
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

/// The name as Compose makes a project of it: in lower case, without what it does not take.
fn default_project(name: &str) -> String {
    let mut project = name.to_ascii_lowercase();
    project.retain(values::is_of_project);
    project.trim_start_matches(['-', '_']).to_owned()
}
