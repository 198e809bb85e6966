//! The maps that a map stands beside: of these, ports and reservations are read and no more.

use super::entry::Entry;
use super::policy::{self, Reserved};
use super::{entries, header, names, owners};
use crate::report::Report;
use crate::source::Source;
use crate::{parse, raw};

/// What the upstream maps have, in their order.
#[derive(Debug, Default)]
pub(super) struct Upstreams {
    pub(super) endpoints: Vec<Upstream>,
    pub(super) reserved: Vec<Reserved>,
}

/// An endpoint of an upstream map.
#[derive(Debug)]
pub(super) struct Upstream {
    /// The name of its map.
    pub(super) map: String,
    /// The number of its map among the upstream ones.
    pub(super) source: usize,
    pub(super) entry: Entry,
}

/// What is wrong with an upstream map is its own crate's business, and was reported there.
pub(super) fn read(sources: &[Source]) -> Upstreams {
    let mut upstreams = Upstreams::default();
    for (at, source) in sources.iter().enumerate() {
        let mut ignored = Report::new(source.clone(), &[]);
        let tree = parse::parse(source, &mut ignored);
        let raw = raw::read(&tree, &mut ignored);
        let header = header::read(&raw.map, &mut ignored);
        let usable = names::read(&raw, &mut ignored);
        let owners = owners::read(&raw, &usable, &mut ignored);
        let entries = entries::read(&owners.services, &header, &mut ignored);
        let mut reserved = policy::reservations(&raw, Some(at), &mut ignored);
        upstreams.reserved.append(&mut reserved);
        for entry in entries.listening {
            upstreams.endpoints.push(Upstream {
                map: header.name.clone(),
                source: at,
                entry,
            });
        }
    }
    upstreams
}
