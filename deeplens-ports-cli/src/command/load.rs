//! The map that a command is about: the compiled one, or one from a file.

use crate::options::{Shared, Source};
use deeplens_ports_build as build;
use deeplens_ports_build::Upstream;
use deeplens_ports_cli::{Config, Loaded, PortMap};
use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The text that the compiled map was compiled from, for maps that stand beside it.
const DEEPLENS: Upstream<'_> = Upstream {
    name: "deeplens-ports",
    file: "deeplens-ports/ports.toml",
    text: deeplens_ports::__private::TEXT,
};

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
    let here = Path::new("ports.toml");
    let file = match file {
        Some(file) if file == Path::new("deeplens") => None,
        None => here.is_file().then_some(here),
        file => file,
    };
    let Some(file) = file else {
        return PortMap::compiled().map_err(|report| report.to_string());
    };
    let mut results = read(&[file.to_owned()], beside)?;
    let map = results.remove(0).map_err(|report| report.to_string())?;
    let (name, text) = text(file)?;
    let name = name.strip_prefix("./").unwrap_or(&name);
    Ok(PortMap::new(name, &text, &map))
}

/// What stands beside the map.
pub(crate) fn config(map: &PortMap) -> Result<Config, String> {
    let file = config_file(map);
    if !file.is_file() {
        return Ok(Config::default());
    }
    let (name, text) = text(&file)?;
    Config::parse(&name, &text, map).map_err(|error| error.to_string())
}

pub(crate) fn config_file(map: &PortMap) -> PathBuf {
    Path::new(map.file()).with_file_name("deeplens-ports.toml")
}

/// Reads the files together; the results are in their order.
pub(crate) fn read(
    files: &[PathBuf],
    beside: &[(String, PathBuf)],
) -> Result<Vec<Result<build::Map, build::Report>>, String> {
    if let Some(twice) = given_twice(files) {
        return Err(format!("`{}` is given twice", twice.display()));
    }
    let maps: Vec<(String, String)> = files
        .iter()
        .map(|file| text(file))
        .collect::<Result<_, _>>()?;
    let named = beside.iter().map(|(name, file)| Ok((name, text(file)?)));
    let named: Vec<(&String, (String, String))> = named.collect::<Result<_, String>>()?;
    let mut upstreams: Vec<Upstream<'_>> = named
        .iter()
        .map(|(name, (file, text))| Upstream { name, file, text })
        .collect();
    if !named.iter().any(|(name, _)| *name == DEEPLENS.name) {
        upstreams.push(DEEPLENS);
    }
    let maps: Vec<(&str, &str)> = maps.iter().map(|(name, text)| (&**name, &**text)).collect();
    Ok(build::read_together(&maps, &upstreams))
}

fn given_twice(files: &[PathBuf]) -> Option<&PathBuf> {
    let mut seen = HashSet::new();
    // What is not there is said when it is read.
    files
        .iter()
        .find(|file| std::fs::canonicalize(file).is_ok_and(|real| !seen.insert(real)))
}

/// The path as it was given, and what is in the file.
fn text(file: &Path) -> Result<(String, String), String> {
    // No map is as large, and `/dev/zero` has no end.
    const LARGEST: u64 = 64 << 20;
    let name = file.display().to_string();
    let fail = |error: &dyn std::fmt::Display| format!("failed to read `{name}`: {error}");
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| fail(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(fail(&"it is larger than 64 MiB"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            Err(fail(&format_args!("line {line} is not UTF-8")))
        }
    }
}

fn from_file(file: &Path, shared: &Shared) -> Result<Loaded, String> {
    let mut results = read(&[file.to_owned()], &shared.beside)?;
    let map = results.remove(0).map_err(|report| report.to_string())?;
    Ok(Loaded::new(&map, file.display().to_string()))
}
