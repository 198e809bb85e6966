//! Scripts of any language: a parser of each makes steps of them, which are gone through in one way.

pub(super) mod cursor;
mod engine;
pub(super) mod fill;
pub(super) mod language;
mod launch;
mod output;
mod run;
pub(super) mod scope;
pub(super) mod shell;
mod split;
pub(super) mod step;
pub(super) mod text;
pub(super) mod word;

use crate::place::{Remark, Side};
use crate::read::found::Found;
use crate::read::mentions;
use crate::source::Source;
use language::Language;
use output::Output;
use run::Runner;
use scope::{At, Stored};
use step::Script;

/// What a script says: what it starts, and what else it mentions.
pub(super) fn read(source: &Source, script: &Script, language: Language, found: &mut Found) {
    let output = Output {
        source,
        found,
        read: script.comments.clone(),
    };
    let Output { found, read, .. } = Runner::new(language, script, output).run();
    if let Some(at) = script.given_up {
        let why = "the rest was not read: it is nested too deep";
        let mut remark = Remark::new(source.location(at..at), "", why);
        remark.is_of_file = true;
        found.cannot_know(remark);
    }
    mentions::read(source, read, Side::Host, found);
}

/// The variables that a file sets for one that reads it.
pub(super) fn variables(
    source: &Source,
    script: &Script,
    language: Language,
) -> Vec<(String, Stored)> {
    let output = Output {
        source,
        found: &mut Found::default(),
        read: Vec::new(),
    };
    let scope = Runner::new(language, script, output).set_all();
    let elsewhere = |stored: Stored| match &stored.at {
        At::Here(span) => Stored {
            at: At::Elsewhere(source.location(span.clone())),
            ..stored
        },
        At::Elsewhere(_) => stored,
    };
    let mut all: Vec<_> = scope
        .into_all()
        .map(|(name, stored)| (name, elsewhere(stored)))
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}
