//! What there is to say of an endpoint, a service or a group: one list for each, whoever shows it.

use crate::map::{Endpoint, Group, Kind, Map, Service};
use crate::text::with_commas;

/// One fact; what the map does not say has no row.
pub(super) struct Row {
    pub(super) label: &'static str,
    pub(super) value: Value,
}

pub(super) enum Value {
    /// For people.
    Text(String),
    /// Names, numbers and addresses, as they are typed.
    Code(Vec<String>),
}

/// The first row is the kind and the name.
pub(super) fn endpoint(map: &Map, endpoint: &Endpoint) -> Vec<Row> {
    let service = &endpoint.service;
    let mut sheet = Sheet::default();
    let name = vec![endpoint.name.clone()];
    match endpoint.kind {
        Kind::Container => {
            sheet.code("container endpoint", name);
            sheet.text("port", Some("none on the host"));
        }
        Kind::Port => {
            sheet.code("endpoint", name);
            sheet.code("port", vec![endpoint.ports.to_string()]);
        }
        Kind::Range => {
            sheet.code("range", name);
            sheet.text("ports", Some(&ports(endpoint)));
        }
    }
    sheet.text("purpose", Some(&endpoint.purpose));
    sheet.text("protocol", Some(&protocol(endpoint)));
    sheet.text("group", service.group().map(Group::title));
    if let Some(inside) = &endpoint.container {
        sheet.code("container", vec![inside.authority()]);
    }
    sheet.code("exposure", vec![endpoint.exposure.to_string()]);
    sheet.text("note", endpoint.note.as_deref());
    if let Some(conflict) = &endpoint.conflict {
        let mut alternatives = Vec::new();
        for port in &conflict.alternatives {
            alternatives.push(port.to_string());
        }
        sheet.text("others here", Some(&with_commas(&conflict.with)));
        sheet.text("mitigation", conflict.mitigation.as_deref());
        sheet.code("alternatives", alternatives);
    }
    for place in &endpoint.configured_in {
        let key = place.key.as_ref().map(|key| format!(" ({key})"));
        let place = format!("{}{}", place.file, key.unwrap_or_default());
        sheet.code("set in", vec![place]);
    }
    sheet.code("process", endpoint.process.clone());
    sheet.code("same as", endpoint.same_as.as_slice().to_vec());
    match endpoint.kind {
        Kind::Container => sheet.code("clients read", vec![map.addr_variable(endpoint)]),
        Kind::Port => {
            let of_service = map.service_host_variable(service);
            let mut addresses = vec![map.addr_variable(endpoint), of_service];
            if !endpoint.has_own_host {
                addresses.push(map.host_variable());
            }
            sheet.code("clients read", addresses);
            sheet.code("server reads", vec![map.listen_variable(endpoint)]);
        }
        Kind::Range => {}
    }
    sheet.rows
}

pub(super) fn service(service: &Service) -> Vec<Row> {
    let mut sheet = Sheet::default();
    sheet.code("service", vec![service.name.clone()]);
    sheet.text("group", service.group().map(Group::title));
    sheet.code("container", service.container.as_slice().to_vec());
    sheet.rows
}

pub(super) fn group(group: &Group) -> Vec<Row> {
    let mut sheet = Sheet::default();
    sheet.code("group", vec![group.name.clone()]);
    sheet.rows
}

/// The protocol, and the transport where the name does not tell.
fn protocol(endpoint: &Endpoint) -> String {
    let (protocol, transport) = (endpoint.protocol.as_str(), endpoint.transport.as_str());
    if protocol == transport {
        protocol.to_owned()
    } else {
        format!("{protocol} over {transport}")
    }
}

/// The ports of a range, as a phrase.
pub(super) fn ports(range: &Endpoint) -> String {
    match range.ports.step {
        1 => range.ports.to_string(),
        step => format!("{} in steps of {step}", range.ports),
    }
}

/// Rows that have something to say.
#[derive(Default)]
struct Sheet {
    rows: Vec<Row>,
}

impl Sheet {
    fn text(&mut self, label: &'static str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            let value = Value::Text(text.to_owned());
            self.rows.push(Row { label, value });
        }
    }

    fn code(&mut self, label: &'static str, mut texts: Vec<String>) {
        texts.retain(|text| !text.trim().is_empty());
        if !texts.is_empty() {
            let value = Value::Code(texts);
            self.rows.push(Row { label, value });
        }
    }
}
