//! Small repositories that are audited.

pub mod real;
pub mod written;

use deeplens_ports_cli::{Audit, Config, Finding, PortMap, Tree, audit};

/// The map of most tests.
pub const MAP: &str = include_str!("../ports.toml");

/// Audits files, of which `ports.toml` is the map, else [`MAP`], and `deeplens-ports.toml` the configuration.
///
/// # Panics
///
/// Where one of them does not compile.
#[must_use]
pub fn of(files: &[(&str, &str)]) -> Audit {
    let named = |name: &str| files.iter().find(|(path, _)| *path == name);
    let text = named("ports.toml").map_or(MAP, |(_, text)| text);
    let map = PortMap::parse("ports.toml", text).unwrap_or_else(|report| panic!("{report}"));
    let config = named("deeplens-ports.toml").map_or_else(Config::default, |(path, text)| {
        Config::parse(path, text, &map).unwrap_or_else(|error| panic!("{error}"))
    });
    audit(&files.iter().copied().collect::<Tree>(), &map, &config)
}

/// A finding in short: `wrong-port compose.yaml:4`.
#[must_use]
pub fn short(it: &Finding) -> String {
    let at = it.location();
    format!("{} {}:{}", it.rule(), at.file, at.line)
}

/// What disagrees in short.
#[must_use]
pub fn errors(files: &[(&str, &str)]) -> Vec<String> {
    of(files).errors().map(short).collect()
}

/// What is noted in short.
#[must_use]
pub fn notes(files: &[(&str, &str)]) -> Vec<String> {
    of(files).notes().map(short).collect()
}

/// Files of one text, each below a line `--- PATH`.
#[must_use]
pub fn split(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("--- ") {
            files.push((path, String::new()));
        } else if let Some((_, body)) = files.last_mut() {
            body.push_str(line);
            body.push('\n');
        }
    }
    files
}
