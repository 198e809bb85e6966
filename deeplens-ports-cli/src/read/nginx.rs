//! Configurations of nginx: what it listens on, and what it passes requests to.

mod listen;
mod syntax;
mod target;

use crate::place::Names;
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::source::Source;
use crate::tree::{self, Tree};
use std::collections::HashSet;
use syntax::Directive;
use target::Known;

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()) || has_ending(source.name()) && is_one(&source.text),
    is_named,
    read: Read::Together(read),
};

fn is_named(name: &str) -> bool {
    name.starts_with("nginx") && name.contains(".conf") || name.ends_with(".nginx")
}

/// Whether a file with such a name can be a part of a configuration.
fn has_ending(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    matches!(
        end,
        "" | "conf" | "inc" | "j2" | "template" | "tmpl" | "tpl" | "vhost"
    )
}

fn is_one(text: &str) -> bool {
    let mut has_block = false;
    let mut has_place = false;
    for line in text.lines().map(str::trim_start) {
        let mut words = line.split_whitespace();
        let (first, last) = (
            words.next().unwrap_or_default(),
            line.trim_end().ends_with('{'),
        );
        has_block |= last
            && matches!(
                first,
                "server" | "server{" | "upstream" | "location" | "http" | "stream"
            );
        has_place |= matches!(
            first,
            "listen" | "proxy_pass" | "server_name" | "fastcgi_pass"
        ) || first == "server" && line.trim_end().ends_with(';');
    }
    has_block && has_place
}

fn read(_: &Tree, sources: &[Source], found: &mut Found) {
    let files: Vec<(&Source, Vec<Directive>)> = sources
        .iter()
        .map(|source| (source, syntax::directives(&source.text)))
        .collect();
    // A name that a request is passed to may be that of servers, in whatever file they are.
    let directives = files.iter().flat_map(|(_, directives)| directives);
    let upstreams: HashSet<String> = directives
        .filter(|it| it.name == "upstream")
        .filter_map(|it| Some(it.arguments.first()?.text.to_ascii_lowercase()))
        .collect();
    for (source, directives) in &files {
        let project = Some(tree::file_name(source.folder()).to_owned());
        let names = Names {
            project: project.filter(|name| !name.is_empty()),
            ..Names::default()
        };
        let known = Known::of(directives, &upstreams);
        for directive in directives {
            match directive.name.as_str() {
                "listen" => listen::read(source, &names, directive, found),
                _ => target::read(source, &names, directive, &known, found),
            }
        }
    }
}
