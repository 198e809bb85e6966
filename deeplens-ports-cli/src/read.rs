//! The readers: each knows its files, and what they say of ports.

mod appsettings;
mod batch;
mod broken;
mod command;
mod compose;
mod dockerfile;
mod dotenv;
mod found;
mod keys;
mod known;
mod kubernetes;
mod launch_settings;
mod makefile;
mod mentions;
mod nginx;
mod otel;
mod other;
mod powershell;
mod prometheus;
mod prose;
mod reader;
mod script;
mod shell;
mod values;
mod variables;
mod vite;
mod workflow;

use crate::place::Remark;
use crate::source::Source;
use crate::tree::{self, Tree, Unread};
pub(crate) use found::{Found, Mount};
use reader::{Read, Reader};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

/// All of them. The first that claims a file reads it.
const READERS: &[Reader] = &[
    dotenv::READER,
    launch_settings::READER,
    appsettings::READER,
    compose::READER,
    prometheus::READER,
    otel::READER,
    kubernetes::READER,
    vite::READER,
    workflow::READER,
    other::READER,
    shell::READER,
    powershell::READER,
    batch::READER,
    makefile::READER,
    dockerfile::READER,
    nginx::READER,
    prose::READER,
];

/// Reads all files, and counts them. Each is shown to `see`, so that nobody has to read it again.
pub(crate) fn all(tree: &Tree, done: &AtomicUsize, see: &mut dyn FnMut(&Source)) -> Found {
    let mut found = Found::default();
    let mut together: Vec<Vec<Source>> = READERS.iter().map(|_| Vec::new()).collect();
    for path in tree.names() {
        done.fetch_add(1, Ordering::Relaxed);
        if is_generated(tree::file_name(path)) {
            continue;
        }
        let source = match Source::read(tree, path) {
            Ok(source) => source,
            Err(unread) => {
                not_read(path, &unread, &mut found);
                continue;
            }
        };
        see(&source);
        let Some(at) = READERS.iter().position(|reader| (reader.claims)(&source)) else {
            continue;
        };
        found.scan.files += 1;
        match READERS[at].read {
            Read::Each(read) => read(tree, &source, &mut found),
            Read::Together(_) => together[at].push(source),
        }
    }
    for (reader, sources) in READERS.iter().zip(&together) {
        if let Read::Together(read) = reader.read {
            read(tree, sources, &mut found);
        }
    }
    known::keep(&mut found);
    found
}

fn not_read(path: &Arc<str>, unread: &Unread, found: &mut Found) {
    let name = tree::file_name(path);
    if READERS.iter().any(|reader| (reader.is_named)(name)) {
        let location = Source::new(path, "".into()).location(0..0);
        let mut remark = Remark::new(location, "", format!("the file was not read: {unread}"));
        remark.is_of_file = true;
        found.cannot_know(remark);
    }
}

/// Files that nobody writes: large, and without a port of their own.
fn is_generated(name: &str) -> bool {
    const NAMES: [&str; 4] = [
        "npm-shrinkwrap.json",
        "package-lock.json",
        "packages.lock.json",
        "pnpm-lock.yaml",
    ];
    const ENDS: [&str; 5] = [".lock", ".map", ".min.css", ".min.js", ".svg"];
    NAMES.contains(&name) || ENDS.iter().any(|end| name.ends_with(end))
}
