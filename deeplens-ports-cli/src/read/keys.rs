//! The keys and values of any YAML or JSON: what ends in `port`, and addresses.

use crate::grammar::{address, key};
use crate::node::{Node, Value};
use crate::place::{Names, Ports, Reference};
use crate::read::command;
use crate::read::found::Found;
use crate::read::values::{self, Mention, Said};
use crate::source::Source;

/// How deep keys are nested at most.
const DEEPEST: usize = 100;

/// A key without its case, as .NET takes them.
pub(super) fn get<'a>(map: Node<'a>, name: &str) -> Option<Node<'a>> {
    let is_it = |key: &Node<'_>| key.text().is_some_and(|key| key.eq_ignore_ascii_case(name));
    map.entries()
        .find(|(key, _)| is_it(key))
        .map(|(_, value)| value)
}

/// Everything below a value, but not what was read already.
pub(super) fn read(
    source: &Source,
    root: Node<'_>,
    names: &Names,
    but: &[Node<'_>],
    found: &mut Found,
) {
    let mut seen = vec![false; root.document().len()];
    for node in but {
        seen[node.id()] = true;
    }
    let mut walk = Walk {
        source,
        names,
        seen,
        path: Vec::new(),
        found,
    };
    walk.node(root, None);
}

struct Walk<'a> {
    source: &'a Source,
    names: &'a Names,
    /// What has aliases is read once.
    seen: Vec<bool>,
    path: Vec<String>,
    found: &'a mut Found,
}

impl Walk<'_> {
    fn node(&mut self, node: Node<'_>, parent: Option<Node<'_>>) {
        let was_seen = std::mem::replace(&mut self.seen[node.id()], true);
        if was_seen || self.path.len() > DEEPEST {
            return;
        }
        for (key, value) in node.entries() {
            self.path.push(key.text().unwrap_or_default().to_owned());
            self.node(value, Some(node));
            self.path.pop();
        }
        for item in node.items() {
            self.node(item, None);
        }
        if let Some(text) = node.text() {
            self.scalar(node, text, parent);
        }
    }

    fn scalar(&mut self, node: Node<'_>, text: &str, parent: Option<Node<'_>>) {
        let name = self.path.last().map(String::as_str).unwrap_or_default();
        match node.value() {
            Some(Value::Integer(number)) => {
                let port = u16::try_from(number).ok().filter(|port| *port > 0);
                if let Some(port) = port.filter(|_| key::is_of_port(name)) {
                    let host = parent.and_then(host_beside);
                    self.found(
                        node,
                        Mention {
                            host,
                            scheme: None,
                            port: Ports::One(port),
                            span: 0..text.len(),
                        },
                    );
                }
            }
            Some(Value::Text(text)) if address::may_be_in(text) || key::is_of_port(name) => {
                for said in values::read(name, text) {
                    // Where a text is no port, it is something else.
                    if let Said::Port(mut mention) = said {
                        if mention.host.is_none() && mention.scheme.is_none() {
                            mention.host = parent.and_then(host_beside);
                        }
                        self.found(node, mention);
                    }
                }
            }
            Some(Value::Text(text)) if text.contains("port") || text.contains(" -p ") => {
                self.command(node, text);
            }
            _ => {}
        }
    }

    /// A script of `package.json`, a task of an editor.
    fn command(&mut self, node: Node<'_>, text: &str) {
        let words: Vec<(usize, &str)> = command::words(text).collect();
        let texts: Vec<String> = words.iter().map(|(_, word)| (*word).to_owned()).collect();
        for it in command::ports(&texts) {
            let at = words[it.word].0;
            let span = at + it.span.start..at + it.span.end;
            self.found(
                node,
                Mention {
                    host: it.host,
                    scheme: it.scheme,
                    port: it.port,
                    span,
                },
            );
        }
    }

    fn found(&mut self, node: Node<'_>, mention: Mention) {
        let span = node.part(&self.source.text, mention.span);
        let mut reference = Reference::new(self.source.location(span), mention.port);
        reference.host = mention.host;
        reference.scheme = mention.scheme;
        reference.key = Some(self.path.join(":"));
        reference.names = self.names.clone();
        self.found.reference(reference);
    }
}

/// The host that stands in the same map as a port.
fn host_beside(map: Node<'_>) -> Option<String> {
    const NAMES: [&str; 6] = ["host", "hostname", "server", "address", "addr", "ip"];
    let node = NAMES.iter().find_map(|name| get(map, name))?;
    let Some(Value::Text(text)) = node.value() else {
        return None;
    };
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || ".-_:".contains(letter);
    (!text.is_empty() && text.chars().all(is_host))
        .then(|| values::host(text))
        .flatten()
}
