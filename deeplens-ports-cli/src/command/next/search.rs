//! The port of a new endpoint, by the rules of the map and on this machine.

use super::edit::{self, Edited};
use super::machine;
use super::wanted::Wanted;
use crate::load::{self, Given, Upstreams};
use deeplens_ports_build as build;

/// The port that was found, and the map with the endpoint on it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) edited: Edited,
    pub(super) port: u16,
    /// The line of the port in the edited map.
    pub(super) line: usize,
    pub(super) transport: build::Transport,
}

/// The nearest port that passes every rule and is free here, and notes on those that are not.
pub(super) fn nearest(
    wanted: &Wanted,
    map: &build::Map,
    given: &Given,
    upstreams: &Upstreams,
) -> Result<(Option<Found>, Vec<String>), String> {
    let name = wanted.name(map);
    let on = |port| {
        let edited = edit::add(&given.text, &wanted.endpoint(&name, port))?;
        let map = load::compiled(&given.file, &edited.text, upstreams)?;
        Ok::<_, String>((edited, map))
    };
    let anywhere = edit::add(&given.text, &wanted.endpoint(&name, wanted.near(map)))?.text;
    let name = name.to_string();
    let ports = build::free_ports(&anywhere, &upstreams.list(), &name);
    let Some(first) = ports.first() else {
        return Ok((None, Vec::new()));
    };
    let (_, candidate) = on(*first)?;
    let (port, notes) = machine::first_free(&ports, &name, &candidate);
    let Some(port) = port else {
        return Ok((None, notes));
    };
    let (edited, map) = on(port)?;
    let endpoint = map.endpoints().iter().find(|it| it.name() == name);
    let found = endpoint.map(|it| Found {
        edited,
        port,
        line: it.line(),
        transport: it.transport(),
    });
    Ok((found, notes))
}
