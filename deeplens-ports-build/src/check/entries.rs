//! All endpoints of a map.

use super::alias::{self, Second};
use super::entry::{Broken, Entry};
use super::facts::Facts;
use super::header::Header;
use super::keys;
use super::owners::Owner;
use crate::order;
use crate::report::Report;

/// The endpoints of a map, in file order.
#[derive(Debug)]
pub(super) struct Entries {
    /// Those that listen.
    pub(super) listening: Vec<Entry>,
    /// Second names for these.
    pub(super) second: Vec<Entry>,
    pub(super) broken: Vec<Broken>,
}

pub(super) fn read(owners: &[Owner<'_>], header: &Header, report: &mut Report) -> Entries {
    let (mut listening, mut seconds, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    for owner in owners {
        for raw in &owner.raw.endpoints {
            keys::report_conflicts(owner.raw, raw, report);
            let facts = Facts::read(owner, raw, report);
            match &raw.same_as {
                Some(Ok(target)) => seconds.push(Second {
                    facts,
                    raw,
                    target: target.clone(),
                }),
                Some(Err(reported)) => broken.push(Broken::of(facts, raw, None, *reported)),
                None => {
                    let place = &raw.name.as_ref().unwrap_or(&owner.raw.name).span;
                    match Entry::read(facts, raw, place, header, report) {
                        Ok(entry) => listening.push(entry),
                        Err(found) => broken.push(found),
                    }
                }
            }
        }
    }
    let start = |entry: &Entry| entry.places.port.start;
    let listening = order::sorted(listening, |a, b| start(a).cmp(&start(b)));
    let second = alias::resolve(seconds, &listening, &mut broken, report);
    Entries {
        listening,
        second,
        broken,
    }
}
