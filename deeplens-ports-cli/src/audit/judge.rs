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

use super::facts::Facts;
use super::finding::Finding;

/// Everything, in no order.
pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = duplicate::all(facts);
    // One mistake, one finding: who opens what another one opens too has the wrong number anyway.
    let doubled: Vec<_> = found.iter().map(|it| it.at.clone()).collect();
    found.extend(binding::all(facts, &doubled));
    found.extend(exposed::all(facts));
    let references = facts.scan.references.iter();
    found.extend(references.filter_map(|it| reference::of(facts, it)));
    found.extend(text::all(facts));
    found.extend(missing::all(facts));
    found.extend(unopened::all(facts));
    found.extend(rust::all(facts));
    found
}
