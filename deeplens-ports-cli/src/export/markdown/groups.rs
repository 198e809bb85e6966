//! `groups`: the endpoints of each group by service, with what is beside their ports.

use super::entry::{place, Entry};
use super::escape::{code, text};
use super::table::table;
use deeplens_ports::{ConfiguredIn, Group, Map};

pub(super) fn groups(map: Map) -> String {
    let mut all = Entry::all(map);
    if all.is_empty() {
        return "The map has no endpoints yet.\n".to_owned();
    }
    // By port within a service.
    all.sort_by_key(|it| it.service.name());
    if map.groups().is_empty() {
        return members(&all);
    }
    let groups = map.groups().iter().map(|it| Some(it.owner()));
    let sections = groups.chain([None]).filter_map(|group| {
        let of = |it: &&Entry| it.service.group() == group;
        let own: Vec<Entry> = all.iter().filter(of).copied().collect();
        (!own.is_empty()).then(|| format!("### {}\n\n{}", title(group), members(&own)))
    });
    sections.collect::<Vec<String>>().join("\n")
}

fn title(group: Option<Group>) -> String {
    match group {
        None => "In no group".to_owned(),
        Some(group) if text(group.title()).is_empty() => text(group.name()),
        Some(group) => text(group.title()),
    }
}

fn members(entries: &[Entry]) -> String {
    let row = |it: &Entry| {
        vec![
            it.title(),
            it.ports(),
            code(it.name),
            it.inside(),
            it.exposure.as_str().to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    let heads = [
        "Endpoint",
        ">Port",
        "Name in the map",
        "Between containers",
        "Exposure",
    ];
    format!("{}{}", table(&heads, &rows), set_in(entries))
}

/// Where a person changes their ports: each place once, with those that are set there.
fn set_in(entries: &[Entry]) -> String {
    let mut places: Vec<(ConfiguredIn, Vec<String>)> = Vec::new();
    for it in entries {
        for at in it.places {
            match places.iter_mut().find(|(known, _)| known == at) {
                Some((_, titles)) => titles.push(it.title()),
                None => places.push((*at, vec![it.title()])),
            }
        }
    }
    let is_for_all = |(_, titles): &(_, Vec<String>)| titles.len() == entries.len();
    if places.is_empty() {
        String::new()
    } else if places.iter().all(is_for_all) {
        let files: Vec<String> = places.iter().map(|(at, _)| place(at)).collect();
        format!("\nSet in {}.\n", files.join(", "))
    } else {
        let lines = places
            .iter()
            .map(|(at, titles)| format!("- {}: {}\n", place(at), titles.join(", ")));
        format!("\nSet in:\n\n{}", lines.collect::<String>())
    }
}
