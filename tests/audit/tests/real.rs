//! The ports of four real projects, written as one compose file each and held against their maps: what they have twice is found,
//! and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use test_audit::of;

/// An endpoint of a map that was made by hand, with the lines that it has there.
struct Entry {
    service: String,
    first: u16,
    last: u16,
    is_udp: bool,
    lines: String,
}

impl Entry {
    fn new(lines: &str) -> Option<Self> {
        let (_, name) = lines.lines().next()?.split_once("[services.")?;
        let (service, _) = name.trim_end_matches(']').split_once(".endpoints.")?;
        let value = |key: &str| {
            let mut lines = lines.lines().filter_map(|line| line.split_once('='));
            let (_, value) = lines.find(|(name, _)| name.trim() == key)?;
            Some(value.trim().trim_matches('"').to_owned())
        };
        let ports = value("port").or_else(|| value("ports"))?;
        let (first, last) = ports.split_once('-').unwrap_or((&ports, &ports));
        Some(Self {
            service: service.to_owned(),
            first: first.parse().ok()?,
            last: last.parse().ok()?,
            is_udp: value("protocol")? == "udp",
            lines: format!("{lines}\n\n"),
        })
    }

    fn meets(&self, other: &Self) -> bool {
        self.is_udp == other.is_udp && self.first <= other.last && other.first <= self.last
    }
}

/// The head of a map, its endpoints that have a port first, and all of them.
fn map(project: &str) -> (String, Vec<Entry>) {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../reports/real/{project}.toml"));
    let text = fs::read_to_string(file)
        .expect("the map is there")
        .replace("\r\n", "\n");
    let (entries, head): (Vec<_>, Vec<_>) = text
        .split("\n\n")
        .partition(|part| part.contains("[services."));
    let mut all: Vec<Entry> = Vec::new();
    for part in entries {
        let mut entry = Entry::new(part).expect("an endpoint has a port");
        // The same service on another node or in another file is another one here.
        let again = |it: &Entry| {
            let own = all.iter().filter(|other| other.service == it.service);
            own.into_iter().any(|other| other.meets(it))
        };
        let name = entry.service.clone();
        for number in 2.. {
            if !again(&entry) {
                break;
            }
            entry.service = format!("{name}-{number}");
        }
        all.push(entry);
    }
    (head.join("\n\n") + "\n\n", all)
}

fn compose(entries: &[Entry]) -> String {
    let mut services: BTreeMap<&str, String> = BTreeMap::new();
    for it in entries {
        let ports = match it.last - it.first {
            0 => it.first.to_string(),
            _ => format!("{}-{}", it.first, it.last),
        };
        let transport = if it.is_udp { "udp" } else { "tcp" };
        let line = format!("      - \"{ports}:{ports}/{transport}\"\n");
        services.entry(&it.service).or_default().push_str(&line);
    }
    let services = services.iter();
    let services = services.map(|(name, ports)| format!("  {name}:\n    ports:\n{ports}"));
    format!("services:\n{}", services.collect::<String>())
}

#[track_caller]
fn has_twice(project: &str, count: usize) {
    let (mut map, entries) = map(project);
    for (at, entry) in entries.iter().enumerate() {
        if !entries[..at].iter().any(|earlier| earlier.meets(entry)) {
            map.push_str(&entry.lines);
        }
    }
    let audit = of(&[("ports.toml", &map), ("compose.yaml", &compose(&entries))]);
    assert_eq!(audit.errors().count(), count, "{audit}");
    let mut rules = audit.errors().map(|it| it.rule().as_str());
    assert!(rules.all(|rule| rule == "duplicate-binding"), "{audit}");
}

#[test]
fn consul() {
    has_twice("consul", 8);
}

#[test]
fn kubernetes() {
    has_twice("kubernetes", 2);
}

#[test]
fn the_demo_of_opentelemetry() {
    has_twice("otel-demo", 2);
}

#[test]
fn confluent() {
    has_twice("confluent-cp-all-in-one", 15);
}
