//! What is told beside the map.

use super::compile::Settled;
use super::imported::Imported;
use crate::audit::{audit, PortMap};
use crate::config::Config;
use crate::place::{Location, Remark, Scan};
use crate::tree::Tree;
use std::collections::HashSet;
use std::sync::Arc;

/// With what an audit of the same files finds beside it, where they disagree among themselves.
pub(super) fn of(tree: &Tree, scan: &Scan, file: &str, settled: Settled) -> Imported {
    let Settled { draft, text, map } = settled;
    let mut reported = draft.reported;
    reported.extend(draft.rest);
    if let Some(map) = map {
        let map = PortMap::new(file, &text, &map);
        let lines = reported.iter().map(|it| line(&it.location));
        let told: HashSet<(Arc<str>, usize)> = lines.collect();
        let audit = audit(tree, &map, &Config::default());
        let errors = audit
            .errors()
            .filter(|it| !told.contains(&line(it.location())));
        let remarks = errors.map(|it| {
            let why = match it.label() {
                "" => it.title().to_owned(),
                label => format!("{}: {label}", it.title()),
            };
            Remark::new(it.location().clone(), "", why)
        });
        reported.extend(remarks);
    }
    reported.sort_by(|a, b| (&a.location, &a.why).cmp(&(&b.location, &b.why)));
    reported.dedup_by(|a, b| a.location == b.location && a.why == b.why);
    let services = draft.services.iter();
    let counts = services.map(|it| {
        it.endpoints
            .iter()
            .filter(|it| it.why_not.is_none())
            .count()
    });
    let counts: Vec<usize> = counts.filter(|count| *count > 0).collect();
    Imported {
        map: text,
        reported,
        services: counts.len(),
        endpoints: counts.iter().sum(),
        files: scan.files,
    }
}

fn line(at: &Location) -> (Arc<str>, usize) {
    (Arc::clone(&at.file), at.line)
}
