//! The ports of real projects, from maps that were made by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// An endpoint of a map that was made by hand, with the lines that it has there.
#[derive(Debug)]
pub struct Entry {
    service: String,
    first: u16,
    last: u16,
    is_udp: bool,
    /// As they are in the map.
    pub lines: String,
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

    /// Whether the two cannot be on one host.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.is_udp == other.is_udp && self.first <= other.last && other.first <= self.last
    }
}

/// The head of the map of a project, and its endpoints; a service that has the same port once more is another one.
///
/// # Panics
///
/// Where the map is not there.
#[must_use]
pub fn map(project: &str) -> (String, Vec<Entry>) {
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

/// All of them in one file.
#[must_use]
pub fn compose(entries: &[Entry]) -> String {
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
