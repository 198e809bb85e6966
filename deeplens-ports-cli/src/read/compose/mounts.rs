//! The files of the tree that a service has in its container: what they say is said inside.

use super::service::{Layer, Service};
use crate::node::Node;
use crate::read::found::{Found, Mount};
use crate::tree;

pub(super) fn read(service: &Service<'_>, found: &mut Found) {
    for (layer, list) in service.all("volumes") {
        for item in list.items() {
            let mount = match item.text() {
                Some(text) => short(layer, text),
                None => long(layer, item),
            };
            add(service, layer, mount, found);
        }
    }
    for (layer, list) in service.all("configs") {
        for item in list.items() {
            add(service, layer, config(layer, item), found);
        }
    }
}

/// A path of the file that says so, and where that is in the container.
type Pair = (String, String);

fn add(service: &Service<'_>, layer: &Layer<'_>, mount: Option<Pair>, found: &mut Found) {
    let Some((path, target)) = mount.filter(|(path, _)| path.starts_with('.')) else {
        return;
    };
    let path = tree::join(layer.source.folder(), path.trim_end_matches('/'));
    let names = service.names();
    found.mounts.push(Mount {
        path,
        target,
        names,
    });
}

/// `./prometheus.yml:/etc/prometheus/prometheus.yml:ro`
fn short(layer: &Layer<'_>, text: &str) -> Option<Pair> {
    let text = layer.variables.fill(text).ok()?.text;
    let (path, rest) = text.split_once(':')?;
    let target = rest.split(':').next()?;
    Some((path.to_owned(), target.to_owned()))
}

fn long(layer: &Layer<'_>, item: Node<'_>) -> Option<Pair> {
    let text = |key| Some(layer.variables.fill(item.get(key)?.text()?).ok()?.text);
    let is_bind = item.get("type").and_then(Node::text) == Some("bind");
    is_bind.then_some(())?;
    Some((text("source")?, text("target")?))
}

/// A name below the `configs` of the file, which has the path.
fn config(layer: &Layer<'_>, item: Node<'_>) -> Option<Pair> {
    let text = |node: Node<'_>| Some(layer.variables.fill(node.text()?).ok()?.text);
    let name = item.get("source").unwrap_or(item).text()?;
    let target = item.get("target").and_then(text);
    let mut roots = layer.source.roots();
    let file = roots.find_map(|root| root.at(&["configs", name, "file"]))?;
    let path = text(file)?;
    let path = if path.starts_with('.') {
        path
    } else {
        format!("./{path}")
    };
    Some((path, target.unwrap_or_else(|| format!("/{name}"))))
}
