//! Places that the map names and that are not there.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::map::Configured;
use crate::audit::rule::Rule;
use crate::tree::Unread;
use std::collections::BTreeSet;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let places = facts.map.configured.iter();
    let places = places.filter(|it| seen.insert((&it.file, &it.key)));
    let found: Vec<Finding> = places.filter_map(|it| of(facts, it)).collect();
    found
}

fn of(facts: &Facts<'_>, it: &Configured) -> Option<Finding> {
    let text = match (facts.tree.text(&it.file), &it.key) {
        (Err(Unread::Missing), _) => None,
        (Ok(text), Some(_)) => Some(text),
        _ => return None,
    };
    let endpoint = facts.endpoint(it.endpoint);
    let quoted = ['"', '\''].map(|mark| format!("{mark}{}{mark}", it.written));
    let at = quoted.iter().find_map(|quoted| facts.map.find(quoted));
    let at = at.map(|span| facts.map.source.location(span));
    let at = at.unwrap_or_else(|| endpoint.location.clone());
    let finding = match (text, &it.key) {
        (None, _) => Finding::new(
            Rule::MissingPlace,
            &at,
            format!("missing file `{}`", it.written),
        )
        .labelled(format!("no such file, for `{}`", endpoint.name))
        .about(&it.file, None),
        (Some(text), Some(key)) if !has_key(&text, key) => {
            Finding::new(Rule::MissingPlace, &at, format!("missing key `{key}`"))
                .labelled(format!("it has none of that name, for `{}`", endpoint.name))
                .about(format!("{} {key}", it.file), None)
        }
        _ => return None,
    };
    Some(Finding {
        endpoint: Some(endpoint.name.clone()),
        ..finding
    })
}

/// Whether each part of a key such as `Kestrel:Endpoints:Http:Url` is in the text.
pub(crate) fn has_key(text: &str, key: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let parts = key.split([':', '.', '/']).filter(|part| !part.is_empty());
    let mut parts = parts.map(str::to_ascii_lowercase);
    parts.all(|part| text.contains(&*part))
}
