//! A service of a project: the bodies that are laid over each other.

use crate::node::Node;
use crate::place::{Location, Names, Remark};
use crate::read::found::Found;
use crate::read::variables::Variables;
use crate::source::Source;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// One body of a service, in one file.
#[derive(Clone)]
pub(super) struct Layer<'a> {
    pub(super) source: &'a Source,
    pub(super) body: Node<'a>,
    pub(super) variables: Rc<Variables>,
    /// The service that this is the body of, where another one extends it.
    pub(super) inherited_from: Option<String>,
}

impl Layer<'_> {
    pub(super) fn location(&self, span: Range<usize>) -> Location {
        self.source.location(span)
    }
}

pub(super) struct Service<'a> {
    pub(super) name: &'a str,
    /// From the lowest up.
    layers: Vec<Layer<'a>>,
}

impl Service<'_> {
    /// Where its first body is.
    pub(super) fn location(&self) -> Option<Location> {
        let first = self.layers.first()?;
        Some(first.location(first.body.span()))
    }
}

impl<'a> Service<'a> {
    /// What the layers have for a key, without what `!reset` and `!override` take away.
    pub(super) fn all(&self, key: &str) -> Vec<(&Layer<'a>, Node<'a>)> {
        let mut all = Vec::new();
        for layer in &self.layers {
            let Some(value) = layer.body.get(key) else {
                continue;
            };
            match value.tag() {
                Some("!reset") => all.clear(),
                Some("!override") => all = vec![(layer, value)],
                _ => all.push((layer, value)),
            }
        }
        all
    }

    /// What the topmost layer has for a key.
    pub(super) fn last(&self, key: &str) -> Option<(&Layer<'a>, Node<'a>)> {
        self.all(key).pop()
    }

    /// A text that is not a list, with its variables filled in.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let (layer, value) = self.last(key)?;
        Some(layer.variables.fill(value.text()?).ok()?.text)
    }

    pub(super) fn names(&self) -> Names {
        Names {
            service: Some(self.name.to_owned()),
            container: self.text("container_name"),
            project: None,
            image: self.text("image"),
        }
    }

    pub(super) fn profiles(&self) -> Vec<String> {
        let all = self.all("profiles").into_iter();
        all.flat_map(|(_, value)| value.items())
            .filter_map(|it| Some(it.text()?.to_owned()))
            .collect()
    }
}

/// The services of a project, in the order of its files.
#[derive(Default)]
pub(super) struct Services<'a> {
    pub(super) all: Vec<Service<'a>>,
    by_name: HashMap<&'a str, usize>,
}

impl<'a> Services<'a> {
    /// Lays bodies over what a service has, or begins it.
    pub(super) fn put(&mut self, name: &'a str, layers: Vec<Layer<'a>>) {
        let at = *self.by_name.entry(name).or_insert(self.all.len());
        if at == self.all.len() {
            self.all.push(Service {
                name,
                layers: Vec::new(),
            });
        }
        let own = &mut self.all[at].layers;
        match layers.last().and_then(|layer| layer.body.tag()) {
            Some("!reset") => own.clear(),
            Some("!override") => *own = layers,
            _ => own.extend(layers),
        }
    }
}

/// Whether a root is a file of the first format: services, with no `services` above them.
pub(super) fn is_first_format(root: Node<'_>) -> bool {
    let is_service = |(_, body): (Node<'_>, Node<'_>)| {
        body.get("image").is_some() || body.get("build").is_some()
    };
    root.get("services").is_none() && root.entries().any(is_service)
}

pub(super) fn say_first_format(source: &Source, root: Node<'_>, found: &mut Found) {
    let first = root
        .entries()
        .next()
        .map_or(root.span(), |(key, _)| key.span());
    let why = "no `services`: a file of the first format, which Compose 2 refuses; its ports were not read";
    let mut remark = Remark::new(source.location(first), "", why);
    remark.is_of_file = true;
    found.cannot_know(remark);
}
