//! Names for languages that run words together: what two constants would share, and what means something there already.
//!
//! Upper-case names with underscores need nothing of this: the map has them as they are, no two alike, and no language
//! keeps one for itself.

use super::constants::Constants;
use super::words::{pascal, pascal_apart};
use deeplens_ports::Map;
use std::collections::BTreeMap;

/// What the constants of a map are called in a language.
pub(super) struct Names {
    names: BTreeMap<&'static str, String>,
    pub(super) remarks: Vec<String>,
}

impl Names {
    /// `QdrantGrpc` for `qdrant.grpc`. Where several would be called the same, large and small letters being the same, none
    /// is, so that a new one never takes the name of an old one; nor is one called what is `kept`.
    pub(super) fn pascal(constants: &Constants, language: &str, kept: &[&str]) -> Self {
        let folded = |name| pascal(name).to_ascii_lowercase();
        let mut sharers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for name in constants.all().map(|it| it.name) {
            sharers.entry(folded(name)).or_default().push(name);
        }
        let mut names = BTreeMap::new();
        let mut remarks = Vec::new();
        for name in constants.all().map(|it| it.name) {
            let short = pascal(name);
            let others = sharers.get(&folded(name)).into_iter().flatten();
            let others = others.filter(|other| **other != name);
            let others: Vec<String> = others.map(|other| format!("`{other}`")).collect();
            let (given, why) = if !others.is_empty() {
                let others = others.join(", ");
                let why = format!("{others} would be `{short}` too");
                (pascal_apart(name), Some(why))
            } else if kept.iter().any(|word| short.eq_ignore_ascii_case(word)) {
                let why = format!("`{short}` means something else there");
                (format!("{short}_"), Some(why))
            } else {
                (short, None)
            };
            if let Some(why) = why {
                remarks.push(format!("`{name}` is `{given}` in {language}: {why}"));
            }
            names.insert(name, given);
        }
        Self { names, remarks }
    }

    pub(super) fn of(&self, name: &str) -> &str {
        self.names.get(name).map_or("", String::as_str)
    }
}

/// The name of a map: that for people where it has ASCII letters and digits alone beside what stands between words,
/// else what its environment variables start with.
pub(super) fn of_map(map: Map) -> String {
    let name = map.name();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || !c.is_alphanumeric();
    let is_name = name.chars().all(is_plain) && name.contains(|c: char| c.is_ascii_alphabetic());
    if !is_name {
        let prefix = map.host_variable().trim_end_matches("_HOST");
        return pascal(&prefix.to_ascii_lowercase());
    }
    let name = pascal(name);
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}
