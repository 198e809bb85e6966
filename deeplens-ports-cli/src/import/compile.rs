//! What the compiler says of a draft is mended in it, until it says nothing: the only judge of what a map can have.

use super::draft::{Draft, Drafted, Endpoint};
use super::write::{self, Owner, Written};
use crate::place::Remark;
use deeplens_ports_build::{self as build, Diagnostic, Report, Rule};

/// A draft that compiles.
pub(super) struct Settled {
    pub(super) draft: Draft,
    pub(super) text: String,
    /// What the text is to the compiler.
    pub(super) map: Option<build::Map>,
}

/// Rules that yield are allowed where they are broken. What cannot be in a map becomes a comment.
pub(super) fn settle(file: &str, mut draft: Draft) -> Settled {
    // Each turn allows a rule or takes an endpoint out, of all that are reported at once.
    const MOST: usize = 8;
    for turn in 0..=MOST {
        let written = write::text(&draft);
        match build::read(file, &written.text) {
            Err(report) if turn < MOST => mend(&mut draft, &written, &report),
            result => {
                return Settled {
                    map: result.ok(),
                    text: written.text,
                    draft,
                }
            }
        }
    }
    Settled {
        map: None,
        text: String::new(),
        draft,
    }
}

fn mend(draft: &mut Draft, written: &Written, report: &Report) {
    for diagnostic in report.diagnostics() {
        let line = diagnostic.line().checked_sub(1);
        let owner = line.and_then(|line| written.owners.get(line)).copied();
        let Some(Owner { service, endpoint }) = owner.flatten() else {
            continue;
        };
        let Drafted { endpoints, .. } = &mut draft.services[service];
        let all = endpoints.iter_mut().enumerate();
        for (_, it) in all.filter(|(at, _)| endpoint.is_none_or(|own| own == *at)) {
            draft.reported.extend(judge(it, diagnostic));
        }
    }
}

/// What is to be said of it, where it cannot be an endpoint.
fn judge(it: &mut Endpoint, diagnostic: &Diagnostic) -> Option<Remark> {
    let rule = diagnostic.rule();
    if rule == Rule::UnneededAllow {
        it.allow.clear();
        return None;
    }
    if rule.is_policy() && !it.allow.contains(&rule) {
        it.allow.push(rule);
        return None;
    }
    if it.why_not.is_some() {
        return None;
    }
    let why = format!("a map cannot have it: {}", diagnostic.title());
    it.why_not = Some(why.clone());
    let number = it.host_ports.map(|(first, _)| first).or(it.container_port);
    let number = number.map_or(String::new(), |number| number.to_string());
    Some(Remark::new(it.at.clone(), number, why))
}
