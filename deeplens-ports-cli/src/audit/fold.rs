//! One finding for each rule, port and subject.

use super::finding::Finding;
use crate::place::Location;
use std::collections::BTreeMap;

/// Findings that are one, in the order of their places.
pub(super) struct Group {
    pub(super) findings: Vec<Finding>,
}

/// The groups, and the places that say nothing by themselves.
pub(super) fn groups(findings: impl Iterator<Item = Finding>) -> (Vec<Group>, Vec<Finding>) {
    let mut echoes = Vec::new();
    let mut groups: BTreeMap<_, Group> = BTreeMap::new();
    for finding in findings {
        if finding.is_echo {
            echoes.push(finding);
            continue;
        }
        let key = (finding.rule, finding.port, finding.subject.clone());
        let group = groups.entry(key).or_insert_with(|| Group {
            findings: Vec::new(),
        });
        group.findings.push(finding);
    }
    for group in groups.values_mut() {
        group.findings.sort_by(|a, b| a.at.cmp(&b.at));
    }
    (groups.into_values().collect(), echoes)
}

/// Each group as its first finding, with the other places beside it.
pub(super) fn join(groups: Vec<Group>, echoes: &[Finding]) -> Vec<Finding> {
    let mut more: BTreeMap<(&str, Option<u16>), Vec<&Finding>> = BTreeMap::new();
    for echo in echoes {
        more.entry((&echo.subject, echo.port))
            .or_default()
            .push(echo);
    }
    let joined = groups.into_iter().filter_map(|group| {
        let mut places = group.findings.into_iter();
        let mut first = places.next()?;
        let echoes = more
            .get(&(&*first.subject, first.port))
            .into_iter()
            .flatten();
        first.peers = places.map(|it| it.at).collect();
        let echoes = echoes.map(|it| it.at.clone());
        first.also = first.peers.iter().cloned().chain(echoes).collect();
        first.also.sort();
        first.also.dedup_by(|a, b| is_same_line(a, b));
        first.also.retain(|at| !is_same_line(at, &first.at));
        Some(first)
    });
    let mut joined: Vec<Finding> = joined.collect();
    joined.sort_by(|a, b| (&a.at, a.rule).cmp(&(&b.at, b.rule)));
    joined
}

fn is_same_line(a: &Location, b: &Location) -> bool {
    a.line == b.line && a.file == b.file
}
