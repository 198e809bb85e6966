//! A document as a tree, in which every value knows its place.

use crate::node::scalar::Value;
use std::ops::Range;

/// Where a text is no YAML or JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mistake {
    pub(crate) at: usize,
    pub(crate) why: &'static str,
}

/// All values of a document. Where an alias stands, its anchor's value stands once more, under the same number.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(super) nodes: Vec<Data>,
    pub(super) root: usize,
}

#[derive(Debug)]
pub(super) struct Data {
    pub(super) span: Range<usize>,
    /// Such as `!reset`.
    pub(super) tag: Option<Box<str>>,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Scalar {
        text: Box<str>,
        is_plain: bool,
    },
    List(Vec<usize>),
    /// Keys and values: its own, and those that it merges.
    Map(Vec<(usize, usize)>),
}

impl Document {
    pub(crate) fn root(&self) -> Node<'_> {
        self.node(self.root)
    }

    fn node(&self, id: usize) -> Node<'_> {
        Node { document: self, id }
    }

    pub(super) fn add(&mut self, data: Data) -> usize {
        self.nodes.push(data);
        self.nodes.len() - 1
    }

    /// Every value once, however many aliases it has.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// A value of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    document: &'a Document,
    id: usize,
}

impl<'a> Node<'a> {
    fn data(self) -> &'a Data {
        &self.document.nodes[self.id]
    }

    /// The same for two of the same place.
    pub(crate) fn id(self) -> usize {
        self.id
    }

    pub(crate) fn document(self) -> &'a Document {
        self.document
    }

    pub(crate) fn span(self) -> Range<usize> {
        self.data().span.clone()
    }

    pub(crate) fn tag(self) -> Option<&'a str> {
        self.data().tag.as_deref()
    }

    /// The text of a scalar, be it a number.
    pub(crate) fn text(self) -> Option<&'a str> {
        match &self.data().kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What a scalar is to a reader of YAML 1.2, with the numbers that go-yaml knows.
    pub(crate) fn value(self) -> Option<Value<'a>> {
        match &self.data().kind {
            Kind::Scalar { text, is_plain } => Some(Value::of(text, *is_plain, self.tag())),
            _ => None,
        }
    }

    /// Whether a scalar stands without quotes.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self.data().kind, Kind::Scalar { is_plain: true, .. })
    }

    pub(crate) fn is_null(self) -> bool {
        matches!(self.value(), Some(Value::Null))
    }

    pub(crate) fn is_map(self) -> bool {
        matches!(self.data().kind, Kind::Map(_))
    }

    pub(crate) fn is_list(self) -> bool {
        matches!(self.data().kind, Kind::List(_))
    }

    /// The values of a list; of anything else none.
    pub(crate) fn items(self) -> impl Iterator<Item = Node<'a>> {
        let items = match &self.data().kind {
            Kind::List(items) => &items[..],
            _ => &[],
        };
        items.iter().map(move |id| self.document.node(*id))
    }

    /// The keys and values of a map, merged ones after its own; of anything else none.
    pub(crate) fn entries(self) -> impl Iterator<Item = (Node<'a>, Node<'a>)> {
        let entries = match &self.data().kind {
            Kind::Map(entries) => &entries[..],
            _ => &[],
        };
        let document = self.document;
        entries
            .iter()
            .map(move |(key, value)| (document.node(*key), document.node(*value)))
    }

    /// The value of a key; nothing where this is no map.
    pub(crate) fn get(self, key: &str) -> Option<Node<'a>> {
        self.entry(key).map(|(_, value)| value)
    }

    pub(crate) fn entry(self, key: &str) -> Option<(Node<'a>, Node<'a>)> {
        self.entries().find(|(found, _)| found.text() == Some(key))
    }

    /// As [`get`](Self::get), one key after the other.
    pub(crate) fn at(self, keys: &[&str]) -> Option<Node<'a>> {
        keys.iter().try_fold(self, |node, key| node.get(key))
    }

    /// Where a part of a scalar's text stands in the file: the whole scalar, if its text is written in another way.
    pub(crate) fn part(self, source: &str, part: Range<usize>) -> Range<usize> {
        let whole = self.span();
        let written = source.get(whole.clone()).unwrap_or_default();
        let inside = written.trim_start_matches(['"', '\'']);
        let start = whole.start + (written.len() - inside.len()).min(1);
        let text = self.text().unwrap_or_default();
        if source.get(start..start + text.len()) == Some(text) {
            start + part.start..start + part.end
        } else {
            whole
        }
    }
}
