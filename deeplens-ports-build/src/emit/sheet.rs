//! What there is to say of an endpoint, a service or a group: one list for each, whoever shows it.

use crate::map::{Container, Endpoint, Group, Map, Service};

/// One fact; what the map does not say has no row.
pub(super) struct Row {
    pub(super) label: &'static str,
    pub(super) value: Value,
}

pub(super) enum Value {
    /// For people.
    Text(String),
    /// Names, numbers and addresses, as they are typed.
    Code(String),
}

pub(super) fn endpoint(map: &Map, endpoint: &Endpoint) -> Vec<Row> {
    let service = &map.services[endpoint.service];
    let mut sheet = Sheet::default();
    sheet.text("purpose", Some(&endpoint.purpose));
    sheet.code("name", Some(&endpoint.name));
    sheet.code("protocol", Some(&protocol(endpoint)));
    sheet.text("group", service.group.map(|at| &*map.groups[at].title));
    let inside = endpoint.container.as_ref().map(Container::authority);
    sheet.code("container", inside.as_deref());
    sheet.code("exposure", Some(endpoint.exposure.as_str()));
    sheet.text("note", endpoint.note.as_deref());
    if let Some(conflict) = &endpoint.conflict {
        let alternatives: Vec<String> = conflict.alternatives.iter().map(u16::to_string).collect();
        sheet.text("common for", Some(&conflict.with.join(", ")));
        sheet.text("mitigation", conflict.mitigation.as_deref());
        sheet.text("alternatives", Some(&alternatives.join(", ")));
    }
    for place in &endpoint.configured_in {
        let key = place.key.as_ref().map(|key| format!(" ({key})"));
        let place = format!("{}{}", place.file, key.unwrap_or_default());
        sheet.code("configured in", Some(&place));
    }
    sheet.code("same as", endpoint.same_as.as_deref());
    if !endpoint.is_range {
        let mut addresses = vec![
            map.addr_variable(endpoint),
            map.service_host_variable(service),
        ];
        if !endpoint.has_own_host {
            addresses.push(map.host_variable());
        }
        sheet.code("clients read", Some(&addresses.join(", ")));
        sheet.code("server reads", Some(&map.listen_variable(endpoint)));
    }
    sheet.rows
}

pub(super) fn service(map: &Map, service: &Service) -> Vec<Row> {
    let mut sheet = Sheet::default();
    sheet.text("group", service.group.map(|at| &*map.groups[at].title));
    sheet.code("container", service.container.as_deref());
    sheet.code("name", Some(&service.name));
    sheet.rows
}

pub(super) fn group(group: &Group) -> Vec<Row> {
    let mut sheet = Sheet::default();
    sheet.code("name", Some(&group.name));
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

/// Rows that have something to say.
#[derive(Default)]
struct Sheet {
    rows: Vec<Row>,
}

impl Sheet {
    fn text(&mut self, label: &'static str, text: Option<&str>) {
        self.row(label, text, Value::Text);
    }

    fn code(&mut self, label: &'static str, text: Option<&str>) {
        self.row(label, text, Value::Code);
    }

    fn row(&mut self, label: &'static str, text: Option<&str>, value: fn(String) -> Value) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            let value = value(text.to_owned());
            self.rows.push(Row { label, value });
        }
    }
}
