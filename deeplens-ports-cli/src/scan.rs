//! What the files of a tree say about ports.

mod mounted;

use crate::place::{Scan, Setting, Side};
use crate::read::{self, Found};
use crate::source::Source;
use crate::tree::Tree;
use std::sync::atomic::AtomicUsize;

/// Reads the files.
///
/// ```
/// use deeplens_ports_cli::{scan, Ports, Tree};
///
/// let compose = "services:\n  web:\n    ports: ['${WEB_PORT:-8080}:80']\n";
/// let tree = Tree::from_iter([("compose.yaml", compose), (".env", "WEB_PORT=8081")]);
/// let found = scan(&tree);
/// assert_eq!(found.bindings[0].host_port, Some(Ports::One(8081)));
/// assert_eq!(found.bindings[0].names.service.as_deref(), Some("web"));
/// ```
#[must_use]
pub fn scan(tree: &Tree) -> Scan {
    scan_counting(tree, &AtomicUsize::new(0))
}

/// As [`scan`], and counts the files that are done, for who shows a user how far it is.
#[must_use]
pub fn scan_counting(tree: &Tree, done: &AtomicUsize) -> Scan {
    scan_seeing(tree, done, &mut |_| {})
}

/// As [`scan_counting`], and shows each file that is read.
pub(crate) fn scan_seeing(tree: &Tree, done: &AtomicUsize, see: &mut dyn FnMut(&Source)) -> Scan {
    let mut found = read::all(tree, done, see);
    seen_from_inside(&mut found);
    mounted::see_from_inside(&mut found);
    sort(&mut found.scan);
    found.scan
}

/// What stands in the environment of a container alone is no variable of the Compose file.
fn seen_from_inside(found: &mut Found) {
    let of_compose = &found.compose_env_files;
    let inside = &found.env_files;
    let settings = &mut found.scan.settings;
    found.scan.references.retain_mut(|reference| {
        let file = &reference.location.file;
        let Some(services) = inside.get(file).filter(|_| !of_compose.contains(file)) else {
            return true;
        };
        if let (Some(service), 1) = (services.first(), services.len()) {
            reference.names.service = Some(service.clone());
        }
        reference.side = Side::Container;
        let variable = reference.variable.take_if(|_| reference.host.is_none());
        let setting = variable.map(|variable| Setting {
            variable,
            location: reference.location.clone(),
            port: reference.port,
            names: reference.names.clone(),
        });
        let is_reference = setting.is_none();
        settings.extend(setting);
        is_reference
    });
}

fn sort(scan: &mut Scan) {
    scan.bindings.sort_by(|a, b| {
        (&a.location, &a.names, a.container_port).cmp(&(&b.location, &b.names, b.container_port))
    });
    scan.references
        .sort_by(|a, b| (&a.location, &a.host, a.port).cmp(&(&b.location, &b.host, b.port)));
    scan.settings
        .sort_by(|a, b| (&a.location, a.port).cmp(&(&b.location, b.port)));
    scan.containers
        .sort_by(|a, b| (&a.location, &a.names).cmp(&(&b.location, &b.names)));
    scan.containers.dedup();
    for remarks in [
        &mut scan.cannot_know,
        &mut scan.refused,
        &mut scan.readers_disagree,
    ] {
        remarks.sort_by(|a, b| (&a.location, &a.why).cmp(&(&b.location, &b.why)));
        remarks.dedup();
    }
}
