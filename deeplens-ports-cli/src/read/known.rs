//! References that count only if the host is the name of something that is found.

use crate::place::Reference;
use crate::read::found::{Found, MOST};
use std::collections::HashSet;

pub(super) fn add(reference: Reference, found: &mut Found) {
    if found.uncertain.len() < MOST {
        found.uncertain.push(reference);
    }
}

/// Once all is found, keeps those to what has a name.
pub(super) fn keep(found: &mut Found) {
    let bindings = found.scan.bindings.iter().map(|it| &it.names);
    let settings = found.scan.settings.iter().map(|it| &it.names);
    let names = bindings
        .chain(settings)
        .flat_map(|it| [&it.service, &it.container]);
    let names = names.flatten().chain(&found.scan.hosts);
    let names = names.map(|name| name.to_ascii_lowercase());
    let known: HashSet<String> = names.collect();
    for reference in std::mem::take(&mut found.uncertain) {
        if reference
            .host
            .as_ref()
            .is_some_and(|host| known.contains(host))
        {
            found.reference(reference);
        }
    }
}
