//! The map that a command is about: the compiled one, or one from a file.

use crate::options::{Shared, Source};
use deeplens_ports::Map;
use deeplens_ports_build as build;
use deeplens_ports_build::Upstream;
use deeplens_ports_cli::{bridge, Config, Loaded, PortMap};
use std::collections::HashSet;
use std::error::Error;
use std::path::{Path, PathBuf};

/// The text that the compiled map was compiled from, for maps that stand beside it.
const DEEPLENS: Upstream<'_> = Upstream {
    name: "deeplens-ports",
    file: "deeplens-ports/ports.toml",
    text: deeplens_ports::__private::TEXT,
};

/// A map as it was given, and what is in its file.
pub(crate) struct Given {
    pub(crate) file: String,
    pub(crate) text: String,
}

impl Given {
    fn as_port_map(&self, map: &build::Map) -> PortMap {
        let name = self.file.strip_prefix("./").unwrap_or(&self.file);
        PortMap::new(name, &self.text, map)
    }
}

/// The maps that others name in `beside`.
pub(crate) struct Upstreams {
    named: Vec<(String, Given)>,
}

impl Upstreams {
    fn read(files: &[(String, PathBuf)]) -> Result<Self, String> {
        let mut named = Vec::new();
        for (name, file) in files {
            let upstream = text(file)?.map_err(|report| report.to_string())?;
            named.push((name.clone(), upstream));
        }
        Ok(Self { named })
    }

    /// With that of DeepLens, unless another has its name.
    pub(crate) fn list(&self) -> Vec<Upstream<'_>> {
        let mut list: Vec<Upstream<'_>> = self
            .named
            .iter()
            .map(|(name, Given { file, text })| Upstream { name, file, text })
            .collect();
        if !self.named.iter().any(|(name, _)| *name == DEEPLENS.name) {
            list.push(DEEPLENS);
        }
        list
    }
}

/// What the readers of a map read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toml {
    V1_0,
    V1_1,
}

pub(crate) fn map(source: &Source) -> Result<Loaded, String> {
    match &source.map {
        Some(file) => from_file(file, &source.shared),
        None => Ok(Loaded::compiled()),
    }
}

/// The map with its text: that of the current folder if there is one and no other is given.
pub(crate) fn port_map(
    file: Option<&Path>,
    beside: &[(String, PathBuf)],
) -> Result<PortMap, String> {
    match chosen(file) {
        Some(file) => one(file, beside).map(|(map, text)| text.as_port_map(&map)),
        None => PortMap::compiled().map_err(|report| report.to_string()),
    }
}

/// The same map with its text, and as the runtime has it.
pub(crate) fn both(
    file: Option<&Path>,
    beside: &[(String, PathBuf)],
) -> Result<(PortMap, Map), String> {
    match chosen(file) {
        Some(file) => one(file, beside).map(|(map, text)| (text.as_port_map(&map), bridge(&map))),
        None => Ok((port_map(file, beside)?, Loaded::compiled().map)),
    }
}

/// None is the compiled one.
fn chosen(file: Option<&Path>) -> Option<&Path> {
    let here = Path::new("ports.toml");
    match file {
        Some(file) if file == Path::new("deeplens") => None,
        None => here.is_file().then_some(here),
        file => file,
    }
}

fn one(file: &Path, beside: &[(String, PathBuf)]) -> Result<(build::Map, Given), String> {
    let mut results = read(&[file.to_owned()], Toml::V1_1, beside)?;
    let map = results.remove(0).map_err(|report| report.to_string())?;
    let given = text(file)?.map_err(|report| report.to_string())?;
    Ok((map, given))
}

/// What stands beside the map.
pub(crate) fn config(map: &PortMap) -> Result<Config, String> {
    let file = config_file(map);
    if !file.is_file() {
        return Ok(Config::default());
    }
    let name = file.display().to_string();
    let text = std::fs::read_to_string(&file)
        .map_err(|error| format!("failed to read `{name}`: {error}"))?;
    Config::parse(&name, &text, map).map_err(|error| error.to_string())
}

pub(crate) fn config_file(map: &PortMap) -> PathBuf {
    Path::new(map.file()).with_file_name("deeplens-ports.toml")
}

/// The text of the map, and those that it can stand beside.
pub(crate) fn text_of(source: &Source) -> Result<(Given, Upstreams), String> {
    let given = match &source.map {
        Some(file) => text(file)?.map_err(|report| report.to_string())?,
        None => Given {
            file: DEEPLENS.file.to_owned(),
            text: DEEPLENS.text.to_owned(),
        },
    };
    Ok((given, Upstreams::read(&source.shared.beside)?))
}

/// Reads the files together; the results are in their order.
pub(crate) fn read(
    files: &[PathBuf],
    toml: Toml,
    beside: &[(String, PathBuf)],
) -> Result<Vec<Result<build::Map, build::Report>>, String> {
    if let Some(twice) = given_twice(files) {
        return Err(format!("`{}` is given twice", twice.display()));
    }
    let mut given = Vec::new();
    for file in files {
        given.push(text(file)?.and_then(|given| required(given, toml)));
    }
    let upstreams = Upstreams::read(beside)?;
    let maps = given.iter().flatten();
    let maps: Vec<(&str, &str)> = maps.map(|map| (&*map.file, &*map.text)).collect();
    let mut results = build::read_together(&maps, &upstreams.list()).into_iter();
    let results = given.into_iter().filter_map(|given| match given {
        Ok(_) => results.next(),
        Err(report) => Some(Err(report)),
    });
    Ok(results.collect())
}

fn required(given: Given, toml: Toml) -> Result<Given, build::Report> {
    if toml == Toml::V1_0 {
        build::require_toml_1_0(&given.file, &given.text)?;
    }
    Ok(given)
}

fn given_twice(files: &[PathBuf]) -> Option<&PathBuf> {
    let mut seen = HashSet::new();
    // What is not there is said when it is read.
    files
        .iter()
        .find(|file| std::fs::canonicalize(file).is_ok_and(|real| !seen.insert(real)))
}

/// The map in a file, or the report of one that is no text; the error is that of a file that cannot be read.
fn text(file: &Path) -> Result<Result<Given, build::Report>, String> {
    match build::load(file) {
        Ok(text) => Ok(Ok(Given {
            file: file.display().to_string(),
            text,
        })),
        Err(error) => match (error.report(), error.source()) {
            (Some(report), _) => Ok(Err(report.clone())),
            (None, Some(cause)) => Err(format!("{error}: {cause}")),
            (None, None) => Err(error.to_string()),
        },
    }
}

fn from_file(file: &Path, shared: &Shared) -> Result<Loaded, String> {
    let mut results = read(&[file.to_owned()], Toml::V1_1, &shared.beside)?;
    let map = results.remove(0).map_err(|report| report.to_string())?;
    Ok(Loaded::new(&map, file.display().to_string()))
}
