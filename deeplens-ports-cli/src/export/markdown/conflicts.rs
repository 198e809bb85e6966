//! `conflicts`: who else is commonly on a port, and the way out.

use super::entry::{place, Entry};
use super::escape::text;
use deeplens_ports::{Conflict, Map};

pub(super) fn conflicts(map: Map) -> String {
    let mut all = Entry::all(map);
    // A second name is on the port of the first.
    all.retain(|it| it.outside.is_some() && it.same_as.is_none());
    let sheets = all.iter().filter_map(|it| Some(sheet(it, it.conflict?)));
    let mut shown: String = sheets.collect();
    let others = all.iter().filter(|it| it.conflict.is_none());
    let others: Vec<String> = others.map(Entry::numbered).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        shown.push_str(&format!("### None known\n\n{others}\n"));
    }
    if shown.is_empty() {
        shown.push_str("The map has no ports on a host yet.\n");
    }
    shown
}

fn sheet(it: &Entry, conflict: Conflict) -> String {
    let also = conflict.with().iter().map(|it| text(it));
    let alternatives = conflict.alternatives().iter().map(u16::to_string);
    let facts = [
        ("Also used by", list(also)),
        ("Mitigation", list(conflict.mitigation().map(text))),
        ("Alternatives", list(alternatives)),
        ("Set in", list(it.places.iter().map(place))),
        ("Note", list(it.note.map(text))),
    ];
    let facts = facts.iter().filter(|(_, fact)| !fact.is_empty());
    let facts: String = facts
        .map(|(name, fact)| format!("- {name}: {fact}\n"))
        .collect();
    let facts = if facts.is_empty() {
        "- Others commonly use it.\n".to_owned()
    } else {
        facts
    };
    format!("### {} {}\n\n{facts}\n", it.ports(), it.title())
}

/// Those of the texts in which something stands.
fn list(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(", ")
}
