//! Workflows of GitHub: what the services of a job publish is on the machine of the job, as all that asks for it.

use crate::grammar::port_entry::{self, Reader as Entries};
use crate::node::Node;
use crate::place::{Names, Ports, Reference};
use crate::read::found::Found;
use crate::read::keys;
use crate::read::reader::{Read, Reader};
use crate::source::Source;
use crate::tree::Tree;
use std::collections::BTreeSet;

pub(super) const READER: Reader = Reader {
    claims: |source| {
        source.path.contains(".github/workflows/")
            && source.documents().is_some_and(Result::is_ok)
            && source.roots().any(|root| root.get("jobs").is_some())
    },
    is_named: |_| false,
    read: Read::Each(read),
};

fn read(_: &Tree, source: &Source, found: &mut Found) {
    for root in source.roots() {
        let mut own = Published::default();
        for (_, job) in root.get("jobs").into_iter().flat_map(Node::entries) {
            let services = job.get("services").into_iter().flat_map(Node::entries);
            services.for_each(|(name, service)| own.service(name, service));
        }
        let mut all = Found::default();
        keys::read(source, root, &Names::default(), &own.nodes, &mut all);
        let others = all.scan.references.into_iter().filter(|it| !own.has(it));
        others.for_each(|it| found.reference(it));
    }
}

/// What the services of the jobs are called, and the ports by which they are reached.
#[derive(Default)]
struct Published<'a> {
    names: BTreeSet<String>,
    ports: BTreeSet<u16>,
    nodes: Vec<Node<'a>>,
}

impl<'a> Published<'a> {
    fn service(&mut self, name: Node<'a>, service: Node<'a>) {
        self.names.extend(name.text().map(str::to_ascii_lowercase));
        let ports = service.get("ports").into_iter();
        for item in ports.flat_map(Node::items) {
            self.nodes.push(item);
            let entry = port_entry::parse(item.text().unwrap_or_default(), Entries::Docker);
            let pairs = entry.iter().flat_map(|entry| entry.pairs());
            let outside = pairs.filter_map(|(outside, _)| Some(outside?.first()));
            self.ports.extend(outside);
        }
    }

    fn has(&self, it: &Reference) -> bool {
        let is_named = it
            .host
            .as_ref()
            .is_some_and(|host| self.names.contains(host));
        is_named || matches!(it.port, Ports::One(port) if self.ports.contains(&port))
    }
}
