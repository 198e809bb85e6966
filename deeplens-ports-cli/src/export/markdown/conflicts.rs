//! `conflicts`: who else is commonly on a port, and the way out.

use super::entry::{place, Entry};
use super::escape::text;
use deeplens_ports::{Conflict, Map, Transport};

pub(super) fn conflicts(map: Map) -> String {
    let all = Entry::all(map);
    let mut shown = String::new();
    for it in &all {
        if let Some(conflict) = it.conflict {
            shown.push_str(&sheet(it, conflict));
        }
    }
    let is_safe =
        |it: &&Entry| it.outside.is_some() && it.conflict.is_none() && it.same_as.is_none();
    let safe: Vec<&Entry> = all.iter().filter(is_safe).collect();
    match (safe.is_empty(), shown.is_empty()) {
        (true, true) => shown.push_str("The map has no ports on a host.\n"),
        (true, false) => {}
        (false, true) => {
            shown.push_str("Of no port of this map it is known that others commonly take it.\n")
        }
        (false, false) => {
            let ports: Vec<String> = safe
                .iter()
                .map(|it| format!("{} ({})", number(it), it.title()))
                .collect();
            shown.push_str("### No others known\n\n");
            shown.push_str(&format!("{}.\n", ports.join(", ")));
        }
    }
    shown
}

fn sheet(it: &Entry, conflict: Conflict) -> String {
    let mut lines = Vec::new();
    let with: Vec<String> = conflict
        .with()
        .iter()
        .map(|it| text(it))
        .filter(|it| !it.is_empty())
        .collect();
    if !with.is_empty() {
        lines.push(format!("Also taken by: {}", with.join(", ")));
    }
    if let Some(mitigation) = conflict.mitigation().map(text).filter(|it| !it.is_empty()) {
        lines.push(format!("What keeps them apart: {mitigation}"));
    }
    let alternatives: Vec<String> = conflict.alternatives().iter().map(u16::to_string).collect();
    if !alternatives.is_empty() {
        lines.push(format!("Ports to move to: {}", alternatives.join(", ")));
    }
    let places: Vec<String> = it.places.iter().map(place).collect();
    if !places.is_empty() {
        lines.push(format!("Where to change it: {}", places.join(", ")));
    }
    if let Some(note) = it.note.map(text).filter(|it| !it.is_empty()) {
        lines.push(format!("Note: {note}"));
    }
    if lines.is_empty() {
        lines.push("Others commonly take it.".to_owned());
    }
    format!(
        "### {}: {}\n\n- {}\n\n",
        number(it),
        it.title(),
        lines.join("\n- ")
    )
}

fn number(it: &Entry) -> String {
    match it.transport {
        Transport::Udp => format!("{} over UDP", it.ports()),
        Transport::Tcp => it.ports(),
    }
}
