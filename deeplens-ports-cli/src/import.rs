//! A first map out of what files say: collect → services → ports → protocols → names → draft → write, until it compiles.

mod collect;
mod compile;
mod conflict;
mod draft;
mod groups;
mod imported;
mod judge;
mod known;
mod names;
mod paths;
mod ports;
mod protocols;
mod report;
mod services;
mod text;
mod title;
mod told;
mod write;

pub use imported::Imported;

use crate::scan::scan;
use crate::tree::{self, Tree};

/// Writes a first map from the files of a tree. Nothing is renumbered: what cannot be in a map stands in it as a comment that
/// says why.
///
/// `file` is where the map will be, relative to what the paths of the tree are relative to. Without a `name` it has that of the
/// one Compose project, else that of its folder.
///
/// ```
/// use deeplens_ports_cli::{import, PortMap, Tree};
///
/// let compose = "services:\n  web:\n    image: nginx\n    ports: ['8080:80']\n";
/// let tree = Tree::from_iter([("compose.yaml", compose)]);
/// let imported = import(&tree, "ports.toml", Some("shop"));
/// assert!(imported.map.contains("port           = 8080\ncontainer-port = 80\nprotocol       = \"http\"\n"));
/// assert!(imported.reported.is_empty());
/// PortMap::parse("ports.toml", &imported.map)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn import(tree: &Tree, file: &str, name: Option<&str>) -> Imported {
    let scan = collect::wanted(scan(tree), file);
    let header = draft::Header::of(tree, &scan, file, name);
    let found = collect::all(&scan);
    let services = services::all(&scan, &found, &header.name);
    let ports = ports::all(&scan, &services, found);
    let spoken = protocols::all(&scan, &services, &ports.of_services);
    let names = names::all(&services, &ports.of_services, &spoken, &header.name);
    let groups = groups::all(&services);
    let paths = paths::Paths::new(tree, tree::folder(file), &ports.of_services);
    let draft = draft::of(header, &services, ports, spoken, names, groups, &paths);
    report::of(tree, &scan, file, compile::settle(file, draft))
}
