//! A model as the text of a map, in any arrangement.

use crate::model::{Endpoint, Model};
use proptest::prelude::*;
use std::fmt::Write;

/// What does not change the meaning of a map.
#[derive(Clone, Copy, Debug)]
pub struct Arrangement {
    /// Lines end with CR LF.
    pub crlf: bool,
    /// The text starts with a byte order mark.
    pub mark: bool,
    /// Tabs stand before keys and around `=`.
    pub tabs: bool,
    /// The tables stand in the opposite order.
    pub reversed: bool,
    /// Comments with wide characters stand between.
    pub comments: bool,
}

/// Any arrangement.
pub fn arrangement() -> impl Strategy<Value = Arrangement> {
    any::<[bool; 5]>().prop_map(|[crlf, mark, tabs, reversed, comments]| Arrangement {
        crlf,
        mark,
        tabs,
        reversed,
        comments,
    })
}

/// The text of the map.
#[must_use]
pub fn write(model: &Model, arrangement: Arrangement) -> String {
    let mut tables = vec![format!(
        "[map]\nname = {}\nenv-prefix = \"PROP\"\n",
        quoted(&model.name)
    )];
    for (name, title) in &model.groups {
        tables.push(format!("[groups.{name}]\ntitle = {}\n", quoted(title)));
    }
    for service in &model.services {
        let mut head = format!("[services.{}]\n", service.name);
        key(&mut head, "title", service.title.as_deref().map(quoted));
        let group = service.group.map(|at| quoted(&model.groups[at].0));
        key(&mut head, "group", group);
        key(
            &mut head,
            "container",
            service.container.as_deref().map(quoted),
        );
        if let Some(own) = service.endpoints.iter().find(|it| it.name.is_none()) {
            head.push_str(&keys(own));
        }
        tables.push(head);
        for endpoint in &service.endpoints {
            if let Some(name) = &endpoint.name {
                let head = format!("[services.{}.endpoints.{name}]\n", service.name);
                tables.push(head + &keys(endpoint));
            }
        }
    }
    arranged(tables, arrangement)
}

fn arranged(mut tables: Vec<String>, arrangement: Arrangement) -> String {
    if arrangement.reversed {
        tables.reverse();
    }
    let between = if arrangement.comments {
        "\n# 日本語 🦀 \" ' [x]\n\n"
    } else {
        "\n"
    };
    let mut text = tables.join(between);
    if arrangement.tabs {
        text = text.replace(" = ", "\t=\t");
    }
    if arrangement.crlf {
        text = text.replace('\n', "\r\n");
    }
    if arrangement.mark {
        text.insert(0, '\u{feff}');
    }
    text
}

fn keys(endpoint: &Endpoint) -> String {
    let port = if endpoint.is_inside {
        "container-port"
    } else {
        "port"
    };
    let mut keys = format!(
        "{port} = {}\nprotocol = \"{}\"\n",
        endpoint.port, endpoint.protocol
    );
    key(
        &mut keys,
        "purpose",
        endpoint.purpose.as_deref().map(quoted),
    );
    key(&mut keys, "note", endpoint.note.as_deref().map(quoted));
    key(&mut keys, "exposure", endpoint.exposure.map(quoted));
    let process = endpoint.process.iter().map(|name| quoted(name));
    key(&mut keys, "process", list(process));
    let places = endpoint.configured_in.iter().map(|(file, key)| {
        let key = key
            .as_ref()
            .map_or(String::new(), |key| format!(", key = {}", quoted(key)));
        format!("{{ file = {}{key} }}", quoted(file))
    });
    key(&mut keys, "configured-in", list(places));
    if let Some(conflict) = &endpoint.conflict {
        let mut parts = Vec::new();
        let with = conflict.with.iter().map(|text| quoted(text));
        parts.extend(list(with).map(|list| format!("with = {list}")));
        let mitigation = conflict.mitigation.as_deref().map(quoted);
        parts.extend(mitigation.map(|text| format!("mitigation = {text}")));
        let ports = conflict.alternatives.iter().map(u16::to_string);
        parts.extend(list(ports).map(|list| format!("alternatives = {list}")));
        let table = format!("{{ {} }}", parts.join(", "));
        key(&mut keys, "conflict", Some(table));
    }
    key(
        &mut keys,
        "deprecated",
        endpoint.deprecated.as_deref().map(quoted),
    );
    keys
}

fn key(text: &mut String, name: &str, value: Option<String>) {
    if let Some(value) = value {
        let _ = writeln!(text, "{name} = {value}");
    }
}

/// `None` for an empty list, which says nothing.
fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

/// A basic string; everything but letters and digits as an escape.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == ' ' || !c.is_ascii() && !c.is_control() {
            quoted.push(c);
        } else {
            let _ = write!(quoted, "\\u{:04x}", u32::from(c));
        }
    }
    quoted.push('"');
    quoted
}
