//! `next`: a port for a new endpoint, and the endpoint in the map.

mod edit;
mod file;
mod machine;
mod print;
mod wanted;

pub(crate) use wanted::Wanted;

use crate::load::{self, Given, Upstreams};
use crate::options::Source;
use crate::output::Output;
use deeplens_ports_build as build;
use deeplens_ports_cli::Loaded;
use edit::Edited;

/// The port that was found, and the map with the endpoint on it.
#[derive(Debug)]
struct Found {
    port: u16,
    edited: Edited,
    /// The line of the port in the edited map.
    line: usize,
    transport: build::Transport,
    /// What was passed over, or why nothing was looked at.
    notes: Vec<String>,
}

pub(crate) fn run(wanted: &Wanted, add: bool, source: &Source) -> Result<Output, String> {
    let file = match (&source.map, add) {
        (Some(file), true) => Some(file::writable(file)?),
        (None, true) => return Err(COMPILED.into()),
        (_, false) => None,
    };
    let (given, upstreams) = load::text_of(source)?;
    let map = compiled(&given.file, &given.text, &upstreams)?;
    wanted.agree_with(&map, &given.file)?;
    let format = source.shared.format();
    let Some(found) = find(wanted, &map, &given, &upstreams)? else {
        return print::none(wanted, &given.file, format);
    };
    if let Some(file) = file {
        file.replace(&given.text, &found.edited.text)?;
    }
    print::found(wanted, &found, add.then_some(&*given.file), format)
}

const COMPILED: &str =
    "the map of DeepLens is compiled into this command; `--map FILE` names the one to write to";

/// The nearest port that passes every rule and is free here.
fn find(
    wanted: &Wanted,
    map: &build::Map,
    given: &Given,
    upstreams: &Upstreams,
) -> Result<Option<Found>, String> {
    let name = wanted.name(map);
    let with = |port| edit::add(&given.text, &wanted.endpoint(&name, port));
    let text = with(wanted.near(map))?.text;
    let ports = build::free_ports(&text, &upstreams.list(), &name.to_string());
    let Some(first) = ports.first() else {
        // It may be the name that is wrong.
        return compiled(&given.file, &text, upstreams).map(|_| None);
    };
    let edited = with(*first)?;
    let candidate = Loaded::new(
        &compiled(&given.file, &edited.text, upstreams)?,
        given.file.clone(),
    );
    let name_in_map = name.to_string();
    let endpoints = candidate.map.endpoints().iter();
    let Some(endpoint) = endpoints.copied().find(|it| it.name() == name_in_map) else {
        return Err(format!("failed to put `{name_in_map}` into `{}`", given.file));
    };
    let (port, notes) = machine::first_free(&ports, endpoint, candidate.map);
    let Some(port) = port else {
        return Ok(None);
    };
    let edited = with(port)?;
    let map = compiled(&given.file, &edited.text, upstreams)?;
    let endpoints = map.endpoints().iter();
    let added = endpoints.filter(|it| it.name() == name_in_map && it.ports().first() == port);
    let found = added.map(|it| (it.line(), it.transport())).next();
    Ok(found.map(|(line, transport)| Found {
        port,
        edited,
        line,
        transport,
        notes,
    }))
}

fn compiled(file: &str, text: &str, upstreams: &Upstreams) -> Result<build::Map, String> {
    let mut results = build::read_together(&[(file, text)], &upstreams.list());
    results.remove(0).map_err(|report| report.to_string())
}
