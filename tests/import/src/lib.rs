//! What holds of every first map.

pub mod written;

use deeplens_ports_build::{Endpoint, Map};
use deeplens_ports_cli::{
    Config, Finding, Imported, PortMap, Rule, Scan, Tree, audit, import, scan,
};
use std::collections::HashSet;

/// A first map with what it is to the compiler.
#[derive(Debug)]
pub struct Made {
    /// What was made.
    pub imported: Imported,
    /// The map of it.
    pub map: Map,
    /// What the files say.
    pub scan: Scan,
}

/// Imports files, and sees to it that what is promised of every import is kept.
///
/// # Panics
///
/// Where it is not.
#[must_use]
#[track_caller]
pub fn of(files: &[(&str, &str)]) -> Made {
    let tree: Tree = files.iter().copied().collect();
    let imported = import(&tree, "ports.toml", Some("shop"));
    let again = import(&tree, "ports.toml", Some("shop"));
    assert_eq!(imported, again, "it is the same each time");
    let map = deeplens_ports_build::read("ports.toml", &imported.map)
        .unwrap_or_else(|report| panic!("{report}\n{}", imported.map));
    let scan = scan(&tree);
    agrees(&tree, &imported);
    tells_everything(&scan, &imported);
    Made {
        imported,
        map,
        scan,
    }
}

/// An audit finds nothing but what was reported, and no port that no file opens.
#[track_caller]
fn agrees(tree: &Tree, imported: &Imported) {
    let ports = PortMap::parse("ports.toml", &imported.map).expect("it compiles");
    let audit = audit(tree, &ports, &Config::default());
    let reported = imported.reported.iter().map(|it| &it.location);
    let reported: HashSet<(&str, usize)> = reported.map(|at| (&*at.file, at.line)).collect();
    let is_new = |it: &&Finding| {
        let at = it.location();
        let is_told = reported.contains(&(&*at.file, at.line));
        it.rule() == Rule::NotOpened || it.level() == Rule::WrongPort.level() && !is_told
    };
    let new: Vec<String> = audit
        .findings()
        .iter()
        .filter(is_new)
        .map(Finding::drawn)
        .collect();
    assert!(new.is_empty(), "{}\n{}", new.join("\n\n"), imported.map);
}

/// Each number of the host is in the text: of an endpoint, or of a comment.
#[track_caller]
fn tells_everything(scan: &Scan, imported: &Imported) {
    for binding in &scan.bindings {
        let Some(ports) = binding.host_port else {
            continue;
        };
        let of_range = |line: &str| {
            let (_, range) = line.split_once("ports")?;
            let (first, last) = range.trim_matches([' ', '=', '"']).split_once('-')?;
            let range = first.parse::<u16>().ok()?..=last.parse().ok()?;
            range.contains(&ports.first()).then_some(())
        };
        let (first, last) = (ports.first().to_string(), ports.last().to_string());
        let mut lines = imported.map.lines();
        let is_there = lines
            .any(|line| line.contains(&first) && line.contains(&last) || of_range(line).is_some());
        assert!(is_there, "{ports} is not in it:\n{}", imported.map);
    }
}

impl Made {
    /// All endpoints: of the host, ranges, and those inside.
    pub fn endpoints(&self) -> impl Iterator<Item = &Endpoint> {
        let on_host = self.map.endpoints().iter().chain(self.map.ranges());
        on_host.chain(self.map.container_endpoints())
    }

    /// An endpoint in short: `web.http 8080->80 http`, with `*` where no port of the host leads to it.
    #[must_use]
    pub fn short(&self) -> Vec<String> {
        self.endpoints().map(short).collect()
    }

    /// What was reported in short: `compose.yaml:4 taken by …`.
    #[must_use]
    pub fn reported(&self) -> Vec<String> {
        let reported = self.imported.reported.iter();
        reported
            .map(|it| format!("{}:{} {}", it.location.file, it.location.line, it.why))
            .collect()
    }
}

fn short(it: &Endpoint) -> String {
    let outside = match it.kind() {
        deeplens_ports_build::Kind::Container => "*".to_owned(),
        _ => it.ports().to_string(),
    };
    let inside = it.container().map(|inside| inside.port().to_string());
    let inside = inside.filter(|inside| *inside != outside);
    let inside = inside.map_or(String::new(), |inside| format!("->{inside}"));
    format!("{} {outside}{inside} {}", it.name(), it.scheme())
}
