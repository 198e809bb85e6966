//! `table` and `ranges`: the map by its numbers.

use super::entry::Entry;
use super::escape::text;
use super::table::table;
use deeplens_ports::Map;
use std::collections::BTreeSet;

/// Every endpoint in a row.
pub(super) fn by_port(map: Map) -> String {
    let row = |it: &Entry| {
        let group = it.service.group();
        vec![
            it.ports(),
            it.title(),
            it.protocol(),
            group.map_or_else(String::new, |group| text(group.title())),
            it.purpose(map),
            risk(it).to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = Entry::all(map).iter().map(row).collect();
    if rows.is_empty() {
        return "The map has no endpoints yet.\n".to_owned();
    }
    let heads = [
        ">Port",
        "Endpoint",
        "Protocol",
        "Group",
        "Purpose",
        "Conflicts",
    ];
    table(&heads, &rows)
}

fn risk(it: &Entry) -> &'static str {
    match (it.outside, it.conflict) {
        (None, _) => "",
        (_, None) => "none",
        (_, Some(_)) => "**common**",
    }
}

/// What is special about numbers: RFC 6335, `--service-node-port-range` of Kubernetes, and Linux's
/// `net.ipv4.ip_local_port_range`.
const KINDS: [(u16, u16, &str); 5] = [
    (0, 1023, "system ports, for root alone on most systems"),
    (1024, 49151, "user ports, for services with a fixed number"),
    (30000, 32767, "node ports of Kubernetes"),
    (32768, 60999, "outgoing connections of Linux"),
    (
        49152,
        65535,
        "dynamic ports; outgoing connections of Windows and macOS",
    ),
];

/// The ranges of the system, of the endpoints that have many ports, and what is reserved.
pub(super) fn ranges(map: Map) -> String {
    let all = Entry::all(map);
    let taken = all.iter().filter_map(|it| it.outside);
    let taken: BTreeSet<u16> = taken.flat_map(|ports| ports.numbers()).collect();
    let rows = KINDS.map(|(first, last, what)| {
        let within: Vec<u16> = taken.range(first..=last).copied().collect();
        vec![format!("{first}–{last}"), what.to_owned(), some_of(&within)]
    });
    let mut shown = table(&[">Numbers", "What they are for", "In this map"], &rows);
    let many: Vec<String> = all.iter().filter_map(many_ports).collect();
    section(&mut shown, "Endpoints with many ports", &many);
    let reserved = map.reserved().iter().map(|it| {
        let numbers = match (it.first(), it.last()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        match it.reason().map(text) {
            Some(reason) if !reason.is_empty() => format!("{numbers}: {reason}"),
            _ => numbers,
        }
    });
    let reserved: Vec<String> = reserved.collect();
    section(&mut shown, "Numbers that nothing may take", &reserved);
    shown
}

fn many_ports(it: &Entry) -> Option<String> {
    let ports = it.outside.filter(|ports| !ports.is_one())?;
    let count = ports.numbers().count();
    Some(format!("{}, {count} ports: {}", ports.shown(), it.title()))
}

fn section(shown: &mut String, title: &str, items: &[String]) {
    if !items.is_empty() {
        let items = items.join("\n- ");
        shown.push_str(&format!("\n{title}:\n\n- {items}\n"));
    }
}

/// All of a few numbers; how many it is, and from where to where, of more.
fn some_of(numbers: &[u16]) -> String {
    match numbers {
        [] => "none".to_owned(),
        [first, .., last] if numbers.len() > 4 => {
            format!("{} from {first} to {last}", numbers.len())
        }
        few => few
            .iter()
            .map(u16::to_string)
            .collect::<Vec<_>>()
            .join(", "),
    }
}
