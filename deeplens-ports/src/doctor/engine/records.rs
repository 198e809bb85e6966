//! What the engines print of their containers, as JSON.
//!
//! podman prints one list with an object for each container, docker one object on each line. Names, labels, networks
//! and ports are lists and objects, or texts. Either is taken from both, since podman also stands in for docker under
//! its name.

use super::container::{Network, Published};
use super::{labels, ports};
use serde_json::Value;
use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

/// The containers; what cannot be read is passed over, so that an engine's new form hides nothing else.
pub(super) fn read(engine: &'static str, text: &str) -> Vec<Published> {
    let objects = objects(text);
    let containers = objects.iter().filter_map(|object| {
        Some(Published {
            engine,
            id: first_text(object, &["Id", "ID"]).unwrap_or_default(),
            container: name(object)?,
            labels: labels::read(object.get("Labels")),
            pod: first_text(object, &["PodName", "Pod"]),
            is_infra: object.get("IsInfra").and_then(Value::as_bool) == Some(true),
            network: network(object),
            ports: ports::read(object.get("Ports")),
        })
    });
    containers.collect()
}

/// A list, or an object on each line.
fn objects(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap_or_else(|_| {
        let lines = text.lines();
        lines
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect()
    })
}

/// A linked container has several names; its own is the first without a slash.
fn name(container: &Value) -> Option<String> {
    let name = match container.get("Names")? {
        Value::String(names) => names.split(',').find(|name| !name.contains('/'))?,
        Value::Array(names) => names.first()?.as_str()?,
        _ => return None,
    };
    Some(name.to_owned())
}

/// The first of the keys with a text that says something.
fn first_text(object: &Value, keys: &[&str]) -> Option<String> {
    let mut texts = keys.iter().filter_map(|key| object.get(key)?.as_str());
    texts.find(|text| !text.is_empty()).map(ToOwned::to_owned)
}

/// docker names every network, and none for a borrowed one; podman names none either for those that it sets up without
/// a name.
fn network(container: &Value) -> Network {
    match container.get("Networks") {
        Some(Value::String(name)) if name == "host" => Network::Host,
        Some(Value::String(name)) if name.is_empty() => Network::Borrowed(None),
        Some(Value::String(_)) => Network::Own,
        Some(Value::Array(names)) if !names.is_empty() => Network::Own,
        Some(_) => Network::NotTold,
        None => Network::Own,
    }
}

/// What `inspect` says of networks: the number of the container, and whose network it has.
pub(super) fn networks(text: &str) -> Vec<(String, Network)> {
    let objects = objects(text);
    let networks = objects.iter().filter_map(|object| {
        let id = first_text(object, &["Id", "ID"])?;
        let mode = object.get("HostConfig")?.get("NetworkMode")?.as_str()?;
        let network = match mode.split_once(':') {
            Some(("container", other)) => Network::Borrowed(Some(other.to_owned())),
            _ if mode == "host" => Network::Host,
            _ => Network::Own,
        };
        Some((id, network))
    });
    networks.collect()
}
