//! What is found as data.

use crate::output::List;
use deeplens_ports_cli::{Binding, Location, Ports, Reference, Remark, Scan, Setting, Variable};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{json, Map, Value};

pub(super) struct Data<'a>(pub(super) &'a Scan);

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(scan) = self;
        let mut lists = serializer.serialize_map(None)?;
        lists.serialize_entry("bindings", &List(&scan.bindings, binding))?;
        lists.serialize_entry("cannot_know", &List(&scan.cannot_know, remark))?;
        lists.serialize_entry("readers_disagree", &List(&scan.readers_disagree, remark))?;
        lists.serialize_entry("references", &List(&scan.references, reference))?;
        lists.serialize_entry("refused", &List(&scan.refused, remark))?;
        lists.serialize_entry("settings", &List(&scan.settings, setting))?;
        lists.end()
    }
}

fn binding(it: &Binding) -> Value {
    let variable = it.variable.as_ref();
    at(
        &it.location,
        json!({
            "role": it.role.as_str(),
            "host_ip": it.host_ip,
            "host_port": it.host_port.map(ports),
            "container_port": it.container_port.map(ports),
            "protocol": it.transport.as_str(),
            "service": it.names.service,
            "container": it.names.container,
            "profiles": it.profiles,
            "variable": variable.map(|it| &it.name),
            "is_default": variable.is_some_and(Variable::is_default),
            "inherited_from": it.inherited_from,
            "also": it.also.iter().map(|it| at(it, json!({}))).collect::<Vec<_>>(),
        }),
    )
}

fn reference(it: &Reference) -> Value {
    at(
        &it.location,
        json!({
            "host": it.host,
            "port": ports(it.port),
            "protocol": it.transport.as_str(),
            "service": it.names.service,
            "variable": it.variable,
            "key": it.key,
        }),
    )
}

fn setting(it: &Setting) -> Value {
    at(
        &it.location,
        json!({ "variable": it.variable, "port": ports(it.port), "service": it.names.service }),
    )
}

fn remark(it: &Remark) -> Value {
    at(
        &it.location,
        json!({ "text": it.text, "why": it.why, "variable": it.variable }),
    )
}

/// A range is a text.
fn ports(ports: Ports) -> Value {
    match ports {
        Ports::One(port) => port.into(),
        range => range.to_string().into(),
    }
}

/// An object with where it stands.
fn at(location: &Location, rest: Value) -> Value {
    let mut all = Map::new();
    all.insert("file".into(), (*location.file).into());
    all.insert("line".into(), location.line.into());
    all.insert("column".into(), location.column.into());
    if let Value::Object(rest) = rest {
        all.extend(rest);
    }
    Value::Object(all)
}
