//! What disagrees: every place is held against the map, and against the other files.

mod binding;
mod duplicate;
mod exposed;
mod help;
mod missing;
mod own;
mod reference;
mod rust;
mod side;
mod target;
mod text;
mod unopened;

pub(crate) use missing::has_key;
pub(super) use rust::literals;

use super::facts::Facts;
use super::finding::Finding;
use std::collections::HashSet;

/// Everything, in no order, and one at a time, as there can be very many.
pub(super) fn all<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = Finding> + 'a {
    let duplicates = duplicate::all(facts);
    // One mistake, one finding: who opens what another one opens too has the wrong number anyway.
    let doubled: HashSet<_> = duplicates.iter().map(|it| it.at.clone()).collect();
    let bindings = binding::all(facts, &doubled);
    let references = facts.scan.references.iter();
    let references = references.filter_map(|it| reference::of(facts, it));
    let found = duplicates.into_iter().chain(bindings).chain(references);
    found
        .chain(exposed::all(facts))
        .chain(text::all(facts))
        .chain(missing::all(facts))
        .chain(unopened::all(facts))
}
