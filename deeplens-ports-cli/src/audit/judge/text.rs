//! What the readers said of a text, and variables of which nobody knows what they do.

use super::reference;
use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::rule::{Level, Rule};
use crate::place::{Location, Ports, Remark, Setting};
use crate::tree;
use std::collections::HashMap;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let scan = facts.scan;
    let unknown = scan.cannot_know.iter().filter(|it| !it.is_of_file);
    let unknown = unknown.map(|it| match &it.variable {
        // Of a variable that is set, it is the text itself that says nothing.
        Some(name) if *name != it.text => {
            remark(Rule::UnsetVariable, format!("unset variable `{name}`"), it)
        }
        _ => remark(Rule::CannotKnow, "port that cannot be known".to_owned(), it),
    });
    let refused: HashMap<&Location, &Remark> =
        scan.refused.iter().map(|it| (&it.location, it)).collect();
    // Who refuses a text and who takes it is one mistake.
    let (taken, disagree): (Vec<&Remark>, Vec<&Remark>) = scan
        .readers_disagree
        .iter()
        .partition(|it| refused.contains_key(&it.location));
    let taken: HashMap<&Location, &Remark> =
        taken.into_iter().map(|it| (&it.location, it)).collect();
    let refused = scan.refused.iter().map(|it| {
        let finding = remark(Rule::Refused, "text that the engine refuses".to_owned(), it);
        match taken.get(&it.location) {
            Some(other) => finding.note(&*other.why),
            None => finding,
        }
    });
    let settings = scan.settings.iter().filter_map(|it| setting(facts, it));
    let disagree = disagree.into_iter().map(self::disagree);
    unknown
        .chain(refused)
        .chain(disagree)
        .chain(settings)
        .collect()
}

fn remark(rule: Rule, title: String, it: &Remark) -> Finding {
    // Each is a mistake of its own.
    let subject = format!("{}:{}", it.location.file, it.location.span.start);
    Finding::new(rule, &it.location, title)
        .about(subject, None)
        .labelled(&it.why)
}

/// A `.env` is read as Compose reads it, whatever others do.
fn disagree(it: &Remark) -> Finding {
    let mut finding = remark(
        Rule::ReadDifferently,
        "text that is read in two ways".to_owned(),
        it,
    );
    let name = tree::file_name(&it.location.file);
    if name.starts_with(".env") || name.ends_with(".env") {
        finding.level = Level::Note;
    }
    finding
}

fn setting(facts: &Facts<'_>, it: &Setting) -> Option<Finding> {
    if let Some(finding) = reference::setting(facts, it) {
        return Some(finding);
    }
    let service = facts.named(&it.names);
    let is_known = |port: u16| {
        let mut endpoints = service.into_iter().flat_map(|at| facts.map.of_service(at));
        endpoints.any(|(_, it)| it.is_at(port))
    };
    if matches!(it.port, Ports::One(port) if is_known(port)) {
        return None;
    }
    let who = it.names.service.as_deref().unwrap_or_default();
    let title = format!("setting `{}` that nothing links", it.variable);
    let finding = Finding::new(Rule::UnlinkedSetting, &it.location, title);
    let finding = finding.about(format!("{who} {}", it.variable), Some(it.port.first()));
    Some(finding.labelled(format!("{} may be a port of `{who}`", it.port)))
}
