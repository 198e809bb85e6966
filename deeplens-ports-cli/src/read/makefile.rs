//! Makefiles: the recipes, with make's own variables.

mod assign;
mod lines;
mod parser;

use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::script::{self, language::Language, scope::Stored, step::Script};
use crate::source::Source;
use crate::tree::{self, Tree};
use std::collections::HashSet;

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    matches!(name, "Makefile" | "makefile" | "GNUmakefile")
        || name.starts_with("Makefile.")
        || [".mk", ".mak"].iter().any(|end| name.ends_with(end))
}

fn read(tree: &Tree, source: &Source, found: &mut Found) {
    let parsed = parser::parse(&source.text);
    let mut seen = HashSet::from([source.path.to_string()]);
    let given = included(tree, source, &parsed.includes, &mut seen);
    let script = Script {
        given,
        ..parsed.script
    };
    script::read(source, &script, Language::Make, found);
}

/// More files include no other that people write.
const MOST: usize = 100;

/// The variables of the files that a Makefile includes.
fn included(
    tree: &Tree,
    source: &Source,
    names: &[String],
    seen: &mut HashSet<String>,
) -> Vec<(String, Stored)> {
    let mut given = Vec::new();
    for name in names {
        let path = tree::join(source.folder(), name);
        if seen.len() > MOST || !seen.insert(path.clone()) {
            continue;
        }
        let Ok(file) = Source::read(tree, &path.into()) else {
            continue;
        };
        let parsed = parser::parse(&file.text);
        let script = Script {
            given: included(tree, &file, &parsed.includes, seen),
            ..parsed.script
        };
        given.extend(script::variables(&file, &script, Language::Make));
    }
    given
}
