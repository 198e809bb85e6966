//! What of a scan can become an endpoint, in the order in which it counts: what stands in a project's main file before its
//! variants, and these before scripts and settings.

use crate::place::{Binding, Location, Ports, Remark, Role, Scan, Transport};
use crate::tree;

/// What was found, and what of it can be none.
#[derive(Default)]
pub(super) struct Found<'a> {
    pub(super) opened: Vec<Opened<'a>>,
    pub(super) inside: Vec<Inside<'a>>,
    pub(super) reported: Vec<Remark>,
    /// What is said at the end of the map.
    pub(super) rest: Vec<Remark>,
}

/// A port of the host, or as many as follow each other.
pub(super) struct Opened<'a> {
    /// The first of them.
    pub(super) binding: &'a Binding,
    pub(super) first: u16,
    pub(super) last: u16,
    /// The port inside of the first.
    pub(super) inside: Option<u16>,
}

/// A port inside of a container, to which no port of the host is known to lead.
pub(super) struct Inside<'a> {
    pub(super) binding: &'a Binding,
    pub(super) port: u16,
    /// Why no port of the host is known, where one leads to it.
    pub(super) why: Option<String>,
    /// Whether it is the image that says so, be it used or not.
    pub(super) is_of_image: bool,
}

/// Nobody writes down as many endpoints of one line.
const MOST_INSIDE: usize = 16;

/// Without what maps and their configuration say of themselves.
pub(super) fn wanted(mut scan: Scan, map: &str) -> Scan {
    let is_wanted = |at: &Location| {
        let name = tree::file_name(&at.file);
        *at.file != *map && !matches!(name, "ports.toml" | "deeplens-ports.toml")
    };
    scan.bindings.retain(|it| is_wanted(&it.location));
    scan.references.retain(|it| is_wanted(&it.location));
    scan.cannot_know.retain(|it| is_wanted(&it.location));
    scan.refused.retain(|it| is_wanted(&it.location));
    scan
}

pub(super) fn all(scan: &Scan) -> Found<'_> {
    let mut found = Found {
        rest: scan
            .cannot_know
            .iter()
            .chain(&scan.refused)
            .cloned()
            .collect(),
        ..Found::default()
    };
    let mut bindings: Vec<&Binding> = scan.bindings.iter().collect();
    bindings.sort_by_key(|it| rank(&it.location.file));
    for binding in bindings {
        match binding.role {
            _ if binding.transport == Transport::Sctp => found.rest.push(remark(binding, SCTP)),
            Role::Opens => found.opens(binding),
            // A project's own address, which is no container's.
            Role::Listens if binding.names.project.is_some() => found.listens(binding),
            Role::Exposes | Role::Listens => {
                found.inside(binding, None);
            }
        }
    }
    found
}

const SCTP: &str = "sctp, which a map does not have: tcp or udp";

/// The main file of a Compose project, its variants and other YAML, all else.
pub(super) fn rank(file: &str) -> (usize, usize) {
    let name = tree::file_name(file).to_ascii_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    let is_main = name.matches('.').count() == 1 && matches!(stem, "compose" | "docker-compose");
    let kind = match is_yaml(file) {
        true if is_main => 0,
        true => 1,
        false => 2,
    };
    (kind, file.matches('/').count())
}

/// Whether a file may be one of Compose, or of Kubernetes.
pub(super) fn is_yaml(file: &str) -> bool {
    let name = tree::file_name(file).to_ascii_lowercase();
    let mut endings = name.split('.').skip(1);
    endings.any(|ending| matches!(ending, "yaml" | "yml" | "json"))
        && !name.ends_with("settings.json")
}

impl<'a> Found<'a> {
    fn opens(&mut self, binding: &'a Binding) {
        let inside = match binding.container_port {
            Some(Ports::One(port)) => Some(port),
            _ => None,
        };
        match binding.host_port {
            Some(Ports::One(port)) if !self.goes_on(binding, port, inside) => {
                self.opened.push(Opened {
                    binding,
                    first: port,
                    last: port,
                    inside,
                });
            }
            Some(Ports::One(_)) => {}
            Some(Ports::Range(first, last)) => {
                let why = format!("the engine picks one of {first} to {last} of the host");
                self.picked(binding, why);
            }
            None => self.picked(binding, "the engine picks the port of the host".to_owned()),
        }
    }

    /// What the engine picks is told, beside the port inside if that is one of the map's.
    fn picked(&mut self, binding: &'a Binding, why: String) {
        let remark = remark(binding, &why);
        match self.inside(binding, Some(why)) {
            true => self.reported.push(remark),
            false => self.rest.push(remark),
        }
    }

    /// Whether it is the next of a range that the last one is of.
    fn goes_on(&mut self, binding: &Binding, port: u16, inside: Option<u16>) -> bool {
        let Some(last) = self.opened.last_mut() else {
            return false;
        };
        let is_one = last.binding.location == binding.location
            && last.binding.names == binding.names
            && last.binding.transport == binding.transport;
        let length = last.last - last.first + 1;
        let goes_on = last.last.checked_add(1) == Some(port)
            && last.inside.and_then(|first| first.checked_add(length)) == inside;
        if is_one && goes_on {
            last.last = port;
        }
        is_one && goes_on
    }

    fn listens(&mut self, binding: &'a Binding) {
        let port = binding.host_port.or(binding.container_port);
        // Without a scheme it is the configuration of a server, of which nobody knows where it runs.
        if let (Some(Ports::One(port)), Some(_)) = (port, &binding.scheme) {
            self.opened.push(Opened {
                binding,
                first: port,
                last: port,
                inside: None,
            });
        }
    }

    /// Whether it can be reached there: by a name, and as one of few.
    fn inside(&mut self, binding: &'a Binding, why: Option<String>) -> bool {
        let names = &binding.names;
        let is_of_image = names.project.is_some() && names.service.is_none();
        let is_named = names.service.is_some() || names.container.is_some() || is_of_image;
        let port = match binding.container_port {
            Some(Ports::One(port)) if is_named => port,
            _ => return false,
        };
        let of_line = self.inside.iter().rev();
        let of_line = of_line.take_while(|it| it.binding.location == binding.location);
        let count = of_line.count();
        if count < MOST_INSIDE {
            self.inside.push(Inside {
                binding,
                port,
                why,
                is_of_image,
            });
        } else if self.is_new(&binding.location) {
            let why = "more ports than a map lists one by one";
            self.rest.push(remark(binding, why));
        }
        count < MOST_INSIDE
    }

    fn is_new(&self, at: &Location) -> bool {
        self.rest.last().is_none_or(|it| it.location != *at)
    }
}

/// With the port that the place is about.
pub(super) fn remark(binding: &Binding, why: &str) -> Remark {
    let number = binding.host_port.or(binding.container_port);
    let text = number.map_or(String::new(), |number| number.to_string());
    let mut remark = Remark::new(binding.location.clone(), text, why);
    remark.names = binding.names.clone();
    remark
}
