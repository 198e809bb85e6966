//! `appsettings.json` of .NET: what Kestrel listens on, and what the application asks.

use crate::grammar::url;
use crate::node::Node;
use crate::place::{Binding, Names, Ports, Remark, Role};
use crate::read::found::Found;
use crate::read::keys;
use crate::read::reader::{self, Read, Reader};
use crate::source::Source;
use crate::tree::{self, Tree};

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("appsettings") && name.ends_with(".json")
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let Some(root) = reader::root(source, found) else {
        return;
    };
    let project = Some(tree::file_name(source.folder()).to_owned()).filter(|name| !name.is_empty());
    let names = Names {
        project,
        ..Names::default()
    };
    // The keys of a configuration have no case.
    let mut listening = Vec::new();
    for (key, value) in root.entries() {
        let is = |name: &str| key.text().is_some_and(|key| key.eq_ignore_ascii_case(name));
        if is("urls") {
            listening.push(value);
        }
        if is("Kestrel") {
            listening.push(value);
            let endpoints = keys::get(value, "Endpoints")
                .into_iter()
                .flat_map(Node::entries);
            for (_, endpoint) in endpoints {
                if let Some(url) = keys::get(endpoint, "Url") {
                    listen(source, url, &names, found);
                }
            }
        } else if is("urls") {
            listen(source, value, &names, found);
        }
    }
    keys::read(source, root, &names, &listening, found);
}

/// Addresses to listen on, with `;` between them.
fn listen(source: &Source, node: Node<'_>, names: &Names, found: &mut Found) {
    let text = node.text().unwrap_or_default();
    for (at, part) in url::parts(text) {
        if url::is_socket(part) {
            continue;
        }
        match url::listen(part) {
            Ok(it) => {
                let span = node.part(&source.text, at + it.span.start..at + it.span.end);
                let mut binding = Binding::new(source.location(span), Role::Listens);
                binding.host_ip = it.host;
                binding.container_port = it.port.map(Ports::One);
                binding.scheme = Some(it.scheme);
                binding.names = names.clone();
                found.binding(binding);
            }
            Err(why) => {
                let span = node.part(&source.text, at..at + part.len());
                found.cannot_know(Remark::new(source.location(span), "…", why));
            }
        }
    }
}
