//! What the environment, the command and the health check of a service say of ports, as seen from inside.

use super::files;
use super::service::{Layer, Service};
use crate::grammar::port_entry::{self, Reader};
use crate::grammar::shown::{self, shown};
use crate::node::Node;
use crate::place::{Binding, Ports, Reference, Remark, Role, Setting, Side, HEALTH_CHECK};
use crate::read::command;
use crate::read::found::Found;
use crate::read::values::{self, Said};
use crate::tree;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) fn read(service: &Service<'_>, found: &mut Found) {
    exposed(service, found);
    env_files(service, found);
    for (key, (layer, node, value)) in environment(service) {
        said(service, layer, node, &key, &value, found);
    }
    for key in ["command", "entrypoint"] {
        if let Some((layer, node)) = service.last(key) {
            words(service, layer, node, None, found);
        }
    }
    for (layer, check) in service.all("healthcheck") {
        if let Some(test) = check.get("test") {
            words(service, layer, test, Some(HEALTH_CHECK), found);
        }
    }
}

/// Ports that the network sees, and the host does not.
fn exposed(service: &Service<'_>, found: &mut Found) {
    for (layer, list) in service.all("expose") {
        for item in list.items() {
            let text = item.text().unwrap_or_default();
            let Ok(filled) = layer.variables.fill(text) else {
                continue;
            };
            match port_entry::parse(&filled.text, Reader::Compose) {
                Ok(entry) if !filled.text.contains(':') => {
                    for (_, port) in entry.pairs() {
                        let mut binding = Binding::new(layer.location(item.span()), Role::Exposes);
                        binding.container_port = Some(Ports::One(port));
                        binding.transport = entry.transport;
                        binding.names = service.names();
                        binding.profiles = service.profiles();
                        binding.inherited_from.clone_from(&layer.inherited_from);
                        found.binding(binding);
                    }
                }
                _ if filled.unknown().is_some() => {}
                _ => {
                    let why = "not a port to expose: a number or a range, and a protocol";
                    found.refused(Remark::new(layer.location(item.span()), shown(text), why));
                }
            }
        }
    }
}

fn env_files(service: &Service<'_>, found: &mut Found) {
    for (layer, node) in service.all("env_file") {
        let listed = node.items().filter_map(|item| item.get("path")?.text());
        for path in files::texts(node).into_iter().chain(listed) {
            if let Ok(filled) = layer.variables.fill(path) {
                let path = tree::join(layer.source.folder(), &filled.text);
                let services = found.env_files.entry(path.into()).or_default();
                services.insert(service.name.to_owned());
            }
        }
    }
}

type Value<'a, 's> = (&'s Layer<'a>, Node<'a>, Range<usize>);

/// The variables, the topmost layer's of each, with where the value stands in its scalar.
fn environment<'a, 's>(service: &'s Service<'a>) -> BTreeMap<String, Value<'a, 's>> {
    let mut all = BTreeMap::new();
    for (layer, node) in service.all("environment") {
        for (key, value) in node.entries() {
            if let (Some(key), Some(text)) = (key.text(), value.text()) {
                all.insert(key.to_owned(), (layer, value, 0..text.len()));
            }
        }
        for item in node.items() {
            if let Some((text, (key, _))) = item
                .text()
                .and_then(|text| Some((text, text.split_once('=')?)))
            {
                all.insert(key.to_owned(), (layer, item, key.len() + 1..text.len()));
            }
        }
    }
    all
}

fn said(
    service: &Service<'_>,
    layer: &Layer<'_>,
    node: Node<'_>,
    key: &str,
    part: &Range<usize>,
    found: &mut Found,
) {
    let written = node
        .text()
        .and_then(|text| text.get(part.clone()))
        .unwrap_or_default();
    let Ok(filled) = layer.variables.fill(written) else {
        return;
    };
    let location = |span: Range<usize>| {
        let is_same = filled.text == written;
        let span = if is_same {
            part.start + span.start..part.start + span.end
        } else {
            part.clone()
        };
        layer.location(node.part(&layer.source.text, span))
    };
    if let Some(unknown) = filled
        .unknown()
        .filter(|_| filled.text.is_empty() || filled.text.contains(':'))
    {
        if crate::grammar::key::is_of_port(key) || filled.text.contains("://") {
            let mut remark =
                Remark::new(location(0..written.len()), shown::name(key), unknown.why());
            remark.variable = Some(unknown.name.clone());
            remark.names = service.names();
            found.cannot_know(remark);
        }
        return;
    }
    for said in values::read(key, &filled.text) {
        match said {
            Said::Port(it) if it.host.is_none() && it.scheme.is_none() => found.setting(Setting {
                location: location(it.span),
                variable: key.to_owned(),
                port: it.port,
                names: service.names(),
            }),
            Said::Port(it) => {
                let mut reference = Reference::new(location(it.span), it.port);
                reference.host = it.host;
                reference.scheme = it.scheme;
                reference.variable = Some(key.to_owned());
                reference.names = service.names();
                reference.side = Side::Container;
                found.reference(reference);
            }
            Said::Unknown(_, why) => {
                let mut remark = Remark::new(location(0..written.len()), shown::name(key), why);
                remark.names = service.names();
                found.cannot_know(remark);
            }
        }
    }
}

/// The words of a command, be it a text or a list.
fn words(
    service: &Service<'_>,
    layer: &Layer<'_>,
    node: Node<'_>,
    key: Option<&str>,
    found: &mut Found,
) {
    let scalars: Vec<Node<'_>> = match node.text() {
        Some(_) => vec![node],
        None => node.items().collect(),
    };
    let mut words = Vec::new();
    for scalar in scalars {
        let text = scalar.text().unwrap_or_default();
        if node.is_list() {
            words.push((scalar, text, 0));
        } else {
            words.extend(command::words(text).map(|(at, word)| (scalar, word, at)));
        }
    }
    let texts: Vec<String> = words
        .iter()
        .map(|(_, word, _)| {
            layer
                .variables
                .fill(word)
                .map_or(String::new(), |it| it.text)
        })
        .collect();
    for mention in command::ports(&texts) {
        let (scalar, word, at) = words[mention.word];
        let span = if texts[mention.word] == word {
            mention.span
        } else {
            0..word.len()
        };
        let location =
            layer.location(scalar.part(&layer.source.text, at + span.start..at + span.end));
        match mention.host {
            Some(host) => {
                let mut reference = Reference::new(location, mention.port);
                reference.host = Some(host);
                reference.scheme = mention.scheme;
                reference.key = key.map(str::to_owned);
                reference.names = service.names();
                reference.side = Side::Container;
                found.reference(reference);
            }
            None => found.setting(Setting {
                location,
                variable: mention.option,
                port: mention.port,
                names: service.names(),
            }),
        }
    }
}
