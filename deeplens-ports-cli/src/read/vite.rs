//! The settings of vite, which are a program: the ports of its servers, and where they send requests on.

mod tokens;

use crate::grammar::{address, number};
use crate::place::{Binding, Names, Ports, Reference, Remark, Role, Side};
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::values;
use crate::source::Source;
use crate::tree::{self, Tree};
use tokens::{Kind, Token};

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    let rest = name.strip_prefix("vite.config.");
    rest.is_some_and(|end| ["ts", "js", "mts", "mjs", "cts", "cjs"].contains(&end))
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let tokens: Vec<Token<'_>> = tokens::of(&source.text).collect();
    let project = Some(tree::file_name(source.folder()).to_owned());
    let names = Names {
        project: project.filter(|name| !name.is_empty()),
        ..Names::default()
    };
    // The keys of the objects around a place.
    let mut keys: Vec<&str> = Vec::new();
    let mut hosts: Vec<(usize, Option<String>)> = Vec::new();
    let mut bindings: Vec<(usize, Binding)> = Vec::new();
    let mut object = 0;
    for (at, token) in tokens.iter().enumerate() {
        let key = key_before(&tokens, at);
        match token.kind {
            Kind::Mark if token.text == "{" => {
                keys.push(key.unwrap_or_default());
                object += 1;
            }
            Kind::Mark if token.text == "}" => {
                keys.pop();
            }
            Kind::Text => asked(source, token, &names, found),
            _ => {}
        }
        let is_server = matches!(keys.last(), Some(&("server" | "preview")));
        match key.filter(|_| is_server) {
            Some("port") => {
                let next = tokens.get(at + 1).map(|token| token.text);
                let port = number::port(token.text)
                    .filter(|port| *port > 0 && matches!(next, Some("," | "}")));
                let location = source.location(token.span.clone());
                match port {
                    Some(port) => {
                        let mut binding = Binding::new(location, Role::Opens);
                        binding.host_port = Some(Ports::One(port));
                        binding.names = names.clone();
                        bindings.push((object, binding));
                    }
                    None => {
                        let why = "the port is computed: what it is is not known";
                        found.cannot_know(Remark::new(location, "port", why));
                    }
                }
            }
            Some("host") => {
                let is_all = token.text == "true";
                let host = (token.kind == Kind::Text)
                    .then(|| values::host(token.text))
                    .flatten();
                if is_all || host.is_some() {
                    hosts.push((object, host));
                }
            }
            _ => {}
        }
    }
    for (object, mut binding) in bindings {
        let host = hosts.iter().find(|(of, _)| *of == object);
        // What vite takes where nothing is said.
        let default = || Some("localhost".to_owned());
        binding.host_ip = host.map_or_else(default, |(_, host)| host.clone());
        found.binding(binding);
    }
}

/// The key of which a token begins the value.
fn key_before<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    let colon = at.checked_sub(1).and_then(|at| tokens.get(at))?;
    let key = at.checked_sub(2).and_then(|at| tokens.get(at))?;
    let is_key = matches!(key.kind, Kind::Word | Kind::Text);
    (colon.text == ":" && colon.kind == Kind::Mark && is_key).then_some(key.text)
}

/// The addresses of a text, such as the target of a proxy.
fn asked(source: &Source, token: &Token<'_>, names: &Names, found: &mut Found) {
    for it in address::find(token.text)
        .iter()
        .filter(|it| it.is_certain())
    {
        if let address::Port::Number(port @ 1..) = it.port {
            let span = token.span.start + it.span.start..token.span.start + it.span.end;
            let mut reference = Reference::new(source.location(span), Ports::One(port));
            reference.host = values::host(it.host);
            reference.scheme = it.scheme.map(str::to_owned);
            reference.names = names.clone();
            reference.side = Side::Host;
            found.reference(reference);
        }
    }
}
