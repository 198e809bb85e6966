//! Prometheus: what it scrapes, what it has probed, and what it sends to.

mod probe;

use crate::grammar::address::{self, Address, Port};
use crate::grammar::shown::shown;
use crate::node::Node;
use crate::place::{Ports, Reference, Remark};
use crate::read::broken;
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::source::Source;
use crate::tree::Tree;
use probe::Address as Scraped;
use std::ops::Range;

pub(super) const READER: Reader = Reader {
    claims,
    is_named: |name| {
        name.starts_with("prometheus") && (name.ends_with(".yml") || name.ends_with(".yaml"))
    },
    read: Read::Each(read),
};

fn claims(source: &Source) -> bool {
    match source.documents() {
        None => false,
        Some(Err(_)) => broken::has_key(source, "scrape_configs"),
        Some(Ok(_)) => source
            .roots()
            .any(|root| root.get("scrape_configs").is_some() || is_list_of_targets(root)),
    }
}

/// A file of `file_sd_configs`.
fn is_list_of_targets(root: Node<'_>) -> bool {
    let mut items = root.items().peekable();
    items.peek().is_some() && items.all(|item| item.get("targets").is_some_and(Node::is_list))
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    if let Some(Err(mistake)) = source.documents() {
        broken::read(source, *mistake, found);
    }
    for root in source.roots() {
        let mut file = File { source, found };
        if root.is_list() {
            root.items()
                .for_each(|item| file.targets(item, &Scraped::Target, ("http", 80)));
        }
        configs(source, root, file.found);
        for manager in root
            .at(&["alerting", "alertmanagers"])
            .into_iter()
            .flat_map(Node::items)
        {
            let mut file = File { source, found };
            file.job(manager);
        }
        for key in ["remote_write", "remote_read"] {
            for it in root.get(key).into_iter().flat_map(Node::items) {
                let mut file = File { source, found };
                file.url(it, "url");
            }
        }
    }
}

/// The jobs below a `scrape_configs`, which the Collector has as well.
pub(super) fn configs(source: &Source, parent: Node<'_>, found: &mut Found) {
    for job in parent
        .get("scrape_configs")
        .into_iter()
        .flat_map(Node::items)
    {
        File { source, found }.job(job);
    }
}

/// The scheme of a job, and the port that it has where a target has none.
type Default = (&'static str, u16);

struct File<'a> {
    source: &'a Source,
    found: &'a mut Found,
}

impl File<'_> {
    fn job(&mut self, job: Node<'_>) {
        let scraped = Scraped::of(job);
        let default = match job.get("scheme").and_then(Node::text) {
            Some("https") => ("https", 443),
            _ => ("http", 80),
        };
        if let Scraped::Fixed(node) = scraped {
            self.target(node, default);
        }
        if let Scraped::Made(node) = scraped {
            let why = "the address is made of labels: what is scraped is not known";
            self.cannot_know(node, why);
        }
        for config in job.get("static_configs").into_iter().flat_map(Node::items) {
            self.targets(config, &scraped, default);
        }
        self.discovery(job);
    }

    fn targets(&mut self, config: Node<'_>, scraped: &Scraped<'_>, default: Default) {
        for target in config.get("targets").into_iter().flat_map(Node::items) {
            match scraped {
                Scraped::Target => self.target(target, default),
                Scraped::Fixed(_) => self.probed(target),
                Scraped::Made(_) => {}
            }
        }
    }

    /// What is scraped: `host:port`, or a host with the port of the scheme.
    fn target(&mut self, node: Node<'_>, (scheme, port): Default) {
        let text = node.text().unwrap_or_default().trim();
        if address::is_variable(text) {
            self.cannot_know(
                node,
                "a template: Prometheus itself fills in no variables here",
            );
            return;
        }
        match &address::find(text)[..] {
            [it] => self.address(node, it, Some(scheme)),
            [] if text.contains(':') || text.is_empty() => {
                self.cannot_know(node, "no port that can be read");
            }
            [] => self.reference(node, 0..text.len(), text, port, Some(scheme)),
            _ => self.cannot_know(node, "a target is one address"),
        }
    }

    /// What a prober asks: a URL, or whatever its module takes.
    fn probed(&mut self, node: Node<'_>) {
        let text = node.text().unwrap_or_default().trim();
        match &address::find(text)[..] {
            [it] if it.port == Port::None => {
                // The usual port of another machine is none of this system.
                if let Some(port) = it.number().filter(|_| !it.host.contains('.')) {
                    self.reference(node, it.span.clone(), it.host, port, it.scheme);
                }
            }
            [it] => self.address(node, it, None),
            _ => self.cannot_know(
                node,
                "probed without a port: which one is asked is the module's, and ICMP has none",
            ),
        }
    }

    fn address(&mut self, node: Node<'_>, it: &Address<'_>, scheme: Option<&str>) {
        match it.number() {
            Some(port @ 1..) => {
                let scheme = it.scheme.or(scheme);
                self.reference(node, it.span.clone(), it.host, port, scheme);
            }
            _ => self.cannot_know(node, "not a port: a number from 1 to 65535"),
        }
    }

    fn reference(
        &mut self,
        node: Node<'_>,
        span: Range<usize>,
        host: &str,
        port: u16,
        scheme: Option<&str>,
    ) {
        let location = self.source.location(node.part(&self.source.text, span));
        let mut reference = Reference::new(location, Ports::One(port));
        reference.host = Some(host.to_ascii_lowercase());
        reference.scheme = scheme.map(str::to_owned);
        self.found.reference(reference);
    }

    fn url(&mut self, parent: Node<'_>, key: &str) {
        if let Some(node) = parent.get(key) {
            for it in address::find(node.text().unwrap_or_default()) {
                if let (Port::Number(_), false) = (it.port, address::is_variable(it.host)) {
                    self.address(node, &it, None);
                }
            }
        }
    }

    /// Targets that somebody else knows.
    fn discovery(&mut self, job: Node<'_>) {
        for (key, list) in job.entries() {
            let Some(kind) = key.text().and_then(|key| key.strip_suffix("_sd_configs")) else {
                continue;
            };
            for it in list.items() {
                for address in ["server", "url", "host"] {
                    self.url(it, address);
                }
            }
            if kind != "dns" || !self.dns(list) {
                self.cannot_know(
                    key,
                    "targets that are discovered: their ports are not in this file",
                );
            }
        }
    }

    /// Names with a port for all of them. Whether it says everything.
    fn dns(&mut self, list: Node<'_>) -> bool {
        let mut is_whole = true;
        for it in list.items() {
            let port = it.get("port").and_then(crate::read::values::number);
            let names = it.get("names").into_iter().flat_map(Node::items);
            match port {
                Some(port @ 1..) => names.for_each(|name| {
                    let host = name.text().unwrap_or_default();
                    self.reference(name, 0..host.len(), host, port, Some("http"));
                }),
                _ => is_whole = false,
            }
        }
        is_whole
    }

    fn cannot_know(&mut self, node: Node<'_>, why: &str) {
        let text = node.text().unwrap_or_default();
        let text = if address::is_name(text) {
            text.to_owned()
        } else {
            shown(text)
        };
        self.found
            .cannot_know(Remark::new(self.source.location(node.span()), text, why));
    }
}
