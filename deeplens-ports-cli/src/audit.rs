//! Do the files of a repository agree with the map: tree → scan → link → judge → fold → silence → report.

mod facts;
mod finding;
mod fold;
mod hosts;
mod judge;
mod key;
mod link;
pub(crate) mod map;
pub(crate) mod names;
mod report;
pub(crate) mod rule;
mod say;
mod silence;

pub use finding::Finding;
pub use map::PortMap;
pub use report::Audit;
pub use rule::{Level, Rule};

pub(crate) use judge::has_key;

use crate::config::Config;
use crate::place::{Location, Scan};
use crate::quote::Quote;
use crate::scan::scan_seeing;
use crate::source::Source;
use crate::tree::{self, Tree};
use facts::Facts;
use silence::Comments;
use std::collections::HashSet;
use std::sync::atomic::AtomicUsize;
use std::sync::Arc;

/// Holds the files of a tree against a map.
///
/// ```
/// use deeplens_ports_cli::{audit, Config, PortMap, Tree};
///
/// let map = "[map]\nname = 'shop'\n[services.web]\ncontainer = 'web'\nport = 8080\ncontainer-port = 80\nprotocol = 'http'\n";
/// let map = PortMap::parse("ports.toml", map)?;
/// let tree = Tree::from_iter([("compose.yaml", "services:\n  web:\n    ports: ['8081:80']\n")]);
/// let audit = audit(&tree, &map, &Config::default());
/// assert!(audit.to_string().starts_with("error: wrong port `8081` of `web`"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn audit(tree: &Tree, map: &PortMap, config: &Config) -> Audit {
    audit_counting(tree, map, config, &AtomicUsize::new(0))
}

/// As [`audit`], and counts the files that are done, for who shows a user how far it is.
#[must_use]
pub fn audit_counting(tree: &Tree, map: &PortMap, config: &Config, done: &AtomicUsize) -> Audit {
    let mut comments = Comments::default();
    let mut literals = Vec::new();
    let scan = scan_seeing(tree, done, &mut |source| {
        if !config.skips(&source.path) {
            comments.add(source);
            literals.extend(judge::literals(map, source));
        }
    });
    let scan = wanted(scan, map, config);
    let facts = Facts::new(tree, &scan, map, config);
    let (groups, echoes) = fold::groups(judge::all(&facts).chain(literals));
    let groups = silence::silence(tree, config, comments, groups);
    let mut findings = fold::join(groups, &echoes);
    for finding in &mut findings {
        quote(tree, map, config, finding);
    }
    Audit {
        map: map.file().to_owned(),
        findings,
        unread: scan.unread().cloned().collect(),
        files: tree.paths().count(),
        read: scan.files,
        with_ports: with_ports(&scan),
        places: scan.places(),
    }
}

/// What is not left out; a map says nothing of itself.
fn wanted(mut scan: Scan, map: &PortMap, config: &Config) -> Scan {
    let is_wanted = |at: &Location| {
        let name = tree::file_name(&at.file);
        let is_map =
            *at.file == *map.file() || matches!(name, "ports.toml" | "deeplens-ports.toml");
        !is_map && !config.skips(&at.file)
    };
    scan.bindings.retain(|it| is_wanted(&it.location));
    scan.references.retain(|it| is_wanted(&it.location));
    scan.settings.retain(|it| is_wanted(&it.location));
    for remarks in [
        &mut scan.cannot_know,
        &mut scan.refused,
        &mut scan.readers_disagree,
    ] {
        remarks.retain(|it| is_wanted(&it.location));
    }
    scan
}

fn with_ports(scan: &Scan) -> usize {
    let files = scan.bindings.iter().map(|it| &it.location.file);
    let files = files.chain(scan.references.iter().map(|it| &it.location.file));
    let files = files.chain(scan.settings.iter().map(|it| &it.location.file));
    files.collect::<HashSet<_>>().len()
}

/// Adds the lines that the finding is about.
fn quote(tree: &Tree, map: &PortMap, config: &Config, finding: &mut Finding) {
    let of = |at: &Location, label: &str| {
        let own = [Some(&map.source), config.source.as_ref()];
        let own = own.into_iter().flatten().find(|own| own.path == at.file);
        if let Some(source) = own {
            return Some(Quote::plain(source, at, label));
        }
        let source = Source::read(tree, &Arc::clone(&at.file)).ok()?;
        Some(Quote::hidden(&source, at, label))
    };
    let other = finding.other.as_ref();
    let quotes = [
        of(&finding.at, &finding.label),
        other.and_then(|it| of(&it.at, &it.label)),
    ];
    finding.quotes = quotes.into_iter().flatten().collect();
}
