//! What requests are passed to: `proxy_pass`, the servers of an `upstream`, and variables that hold an address.

use super::syntax::{Argument, Directive};
use crate::grammar::address::{self, Address, Port};
use crate::grammar::shown::shown;
use crate::place::{Names, Ports, Reference, Remark};
use crate::read::found::Found;
use crate::read::values;
use crate::source::Source;
use std::collections::{HashMap, HashSet};

/// What names stand for.
pub(super) struct Known<'a> {
    upstreams: &'a HashSet<String>,
    /// The variables that are set in the file; without a value where there are several.
    variables: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Known<'a> {
    pub(super) fn of(directives: &'a [Directive], upstreams: &'a HashSet<String>) -> Self {
        let mut variables: HashMap<&str, Option<&str>> = HashMap::new();
        for directive in directives {
            let words: Vec<&str> = directive
                .arguments
                .iter()
                .map(|it| it.text.as_str())
                .collect();
            match (directive.name.as_str(), &words[..]) {
                ("set", [name, value]) => {
                    let known = variables
                        .entry(name.trim_start_matches('$'))
                        .or_insert(Some(value));
                    *known = known.filter(|known| known == value);
                }
                ("map" | "geo" | "split_clients", [.., name]) => {
                    variables.insert(name.trim_start_matches('$'), None);
                }
                _ => {}
            }
        }
        Self {
            upstreams,
            variables,
        }
    }

    /// The host that a text with variables stands for.
    fn host(&self, host: &str) -> Option<String> {
        let name = host.trim_start_matches('$').trim_matches(['{', '}']);
        match self.variables.get(name) {
            Some(Some(value)) if host.starts_with('$') && !value.contains([':', '$']) => {
                Some((*value).to_ascii_lowercase())
            }
            _ => values::host(host),
        }
    }
}

pub(super) fn read(
    source: &Source,
    names: &Names,
    directive: &Directive,
    known: &Known<'_>,
    found: &mut Found,
) {
    let Some(first) = directive.arguments.first() else {
        return;
    };
    let mut target = Target {
        source,
        names,
        key: &directive.name,
        found,
    };
    match directive.name.as_str() {
        "fastcgi_pass" | "grpc_pass" | "memcached_pass" | "proxy_pass" | "scgi_pass"
        | "uwsgi_pass" => {
            target.passed(first, known);
        }
        "server" if directive.parent == "upstream" => target.server(first, known),
        "set" => {
            if let Some(value) = directive.arguments.get(1) {
                target.addresses(value, known);
            }
        }
        _ if directive.parent == "map" => target.addresses(first, known),
        _ => {}
    }
}

struct Target<'a> {
    source: &'a Source,
    names: &'a Names,
    key: &'a str,
    found: &'a mut Found,
}

impl Target<'_> {
    fn passed(&mut self, argument: &Argument, known: &Known<'_>) {
        let text = &argument.text;
        if let Some(name) = text.strip_prefix('$') {
            let name = name.trim_matches(['{', '}']);
            let is_name = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            // What it is set to is read there.
            if is_name && !known.variables.contains_key(name) {
                self.cannot_know(
                    argument,
                    "a variable that nothing sets here holds the address",
                );
            }
            if is_name {
                return;
            }
        }
        for it in address::find(text) {
            if it.port == Port::None && self.is_upstream(&it, known) {
                continue;
            }
            self.address(argument, &it, known);
        }
    }

    /// Whether a name stands for servers, or is of another machine, whose usual port is none of this system.
    fn is_upstream(&self, it: &Address<'_>, known: &Known<'_>) -> bool {
        let host = it.host.to_ascii_lowercase();
        known.upstreams.contains(&host) || host.contains(['.', '$', '{', ':'])
    }

    fn server(&mut self, argument: &Argument, known: &Known<'_>) {
        let text = &argument.text;
        if text.starts_with("unix:") {
            return;
        }
        match &address::find(text)[..] {
            [it] => self.address(argument, it, known),
            _ if text.contains(['.', '$', '{', ':']) => {}
            _ => self.reference(
                argument,
                0..text.len(),
                Some(text.to_ascii_lowercase()),
                80,
                None,
            ),
        }
    }

    fn addresses(&mut self, argument: &Argument, known: &Known<'_>) {
        for it in address::find(&argument.text) {
            if it.port != Port::None && (it.is_certain() || address::is_variable(it.host)) {
                self.address(argument, &it, known);
            }
        }
    }

    fn address(&mut self, argument: &Argument, it: &Address<'_>, known: &Known<'_>) {
        match (it.number(), it.port) {
            (Some(port @ 1..), _) => {
                let scheme = it.scheme.map(str::to_owned);
                self.reference(argument, it.span.clone(), known.host(it.host), port, scheme);
            }
            (_, Port::Other(text)) if address::is_variable(text) => {
                self.cannot_know(argument, "a variable stands in place of the port");
            }
            _ => {}
        }
    }

    fn reference(
        &mut self,
        argument: &Argument,
        part: std::ops::Range<usize>,
        host: Option<String>,
        port: u16,
        scheme: Option<String>,
    ) {
        let span = argument.span.start + part.start..argument.span.start + part.end;
        let mut reference = Reference::new(self.source.location(span), Ports::One(port));
        reference.host = host;
        reference.scheme = scheme;
        reference.key = Some(self.key.to_owned());
        reference.names = self.names.clone();
        self.found.reference(reference);
    }

    fn cannot_know(&mut self, argument: &Argument, why: &str) {
        let location = self.source.location(argument.span.clone());
        let mut remark = Remark::new(location, shown(&argument.text), why);
        remark.names = self.names.clone();
        self.found.cannot_know(remark);
    }
}
