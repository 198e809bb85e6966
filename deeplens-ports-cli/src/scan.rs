//! What the files of a tree say about ports.

use crate::place::{Reference, Scan, Setting};
use crate::read;
use crate::tree::Tree;
use std::collections::BTreeSet;
use std::sync::Arc;

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
    let found = read::all(tree);
    let mut scan = found.scan;
    as_settings(&mut scan, &found.env_files);
    sort(&mut scan);
    scan
}

/// What stands in the environment of a container alone is no variable of the Compose file.
fn as_settings(scan: &mut Scan, env_files: &BTreeSet<Arc<str>>) {
    let is_setting = |it: &Reference| {
        it.host.is_none() && it.variable.is_some() && env_files.contains(&it.location.file)
    };
    let references = std::mem::take(&mut scan.references);
    for reference in references {
        if is_setting(&reference) {
            scan.settings.push(Setting {
                variable: reference.variable.unwrap_or_default(),
                location: reference.location,
                port: reference.port,
                names: reference.names,
            });
        } else {
            scan.references.push(reference);
        }
    }
}

fn sort(scan: &mut Scan) {
    scan.bindings.sort_by(|a, b| {
        (&a.location, &a.names, a.container_port).cmp(&(&b.location, &b.names, b.container_port))
    });
    scan.references
        .sort_by(|a, b| (&a.location, &a.host, a.port).cmp(&(&b.location, &b.host, b.port)));
    scan.settings
        .sort_by(|a, b| (&a.location, a.port).cmp(&(&b.location, b.port)));
    for remarks in [
        &mut scan.cannot_know,
        &mut scan.refused,
        &mut scan.readers_disagree,
    ] {
        remarks.sort_by(|a, b| (&a.location, &a.why).cmp(&(&b.location, &b.why)));
        remarks.dedup();
    }
}
