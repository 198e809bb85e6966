//! YAML: the one file that names `granit-parser`.

use crate::node::document::{Data, Document, Kind, Mistake};
use granit_parser::{Event, Parser, ScalarStyle, Span, Tag};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How many keys `<<` may copy in one file. What people write has dozens.
const MOST_MERGED: usize = 100_000;

pub(super) fn parse(text: &str) -> Result<Vec<Document>, Mistake> {
    let mut documents = Vec::new();
    let mut open = Open::default();
    let mut merged = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Mistake {
            at: error
                .marker()
                .byte_offset()
                .unwrap_or_default()
                .min(text.len()),
            why: "it is no YAML",
        })?;
        let at = range(&span);
        match event {
            Event::DocumentStart(..) => open = Open::default(),
            Event::DocumentEnd => documents.push(std::mem::take(&mut open.document)),
            Event::Scalar(text, style, anchor, tag) => {
                let kind = Kind::Scalar {
                    text: text.into(),
                    is_plain: style == ScalarStyle::Plain,
                };
                let id = open.add(at, tag, kind, anchor);
                open.put(id);
            }
            Event::Alias(anchor) => {
                let Some(id) = open.anchors.get(&anchor).copied() else {
                    return Err(Mistake {
                        at: at.start,
                        why: "an alias without an anchor",
                    });
                };
                open.put(id);
            }
            Event::SequenceStart(_, anchor, tag) => {
                open.enter(at, tag, Kind::List(Vec::new()), anchor);
            }
            Event::MappingStart(_, anchor, tag) => {
                open.enter(at, tag, Kind::Map(Vec::new()), anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let id = open.leave(at.end);
                merged += open.merge(id);
                if merged > MOST_MERGED {
                    return Err(Mistake {
                        at: at.start,
                        why: "its aliases merge more than 100,000 keys",
                    });
                }
                open.put(id);
            }
            _ => {}
        }
    }
    Ok(documents)
}

fn range(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or_default()
}

/// A document in the making.
#[derive(Default)]
struct Open {
    document: Document,
    /// The lists and maps that are not at their end, with the key that waits for its value.
    stack: Vec<(usize, Option<usize>)>,
    anchors: HashMap<usize, usize>,
}

impl Open {
    fn add(
        &mut self,
        span: Range<usize>,
        tag: Option<Cow<'_, Tag>>,
        kind: Kind,
        anchor: usize,
    ) -> usize {
        let tag = tag.map(|tag| tag.original().into());
        let id = self.document.add(Data { span, tag, kind });
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        id
    }

    fn enter(&mut self, span: Range<usize>, tag: Option<Cow<'_, Tag>>, kind: Kind, anchor: usize) {
        let id = self.add(span, tag, kind, anchor);
        self.stack.push((id, None));
    }

    fn leave(&mut self, end: usize) -> usize {
        let (id, _) = self.stack.pop().unwrap_or_default();
        let span = &mut self.document.nodes[id].span;
        span.end = end.max(span.start);
        id
    }

    /// Puts a finished value where it stands.
    fn put(&mut self, id: usize) {
        let Some((parent, key)) = self.stack.last_mut() else {
            self.document.root = id;
            return;
        };
        match (&mut self.document.nodes[*parent].kind, key.take()) {
            (Kind::List(items), _) => items.push(id),
            (Kind::Map(entries), Some(key)) => entries.push((key, id)),
            (Kind::Map(_), None) => *key = Some(id),
            (Kind::Scalar { .. }, _) => {}
        }
    }

    /// Puts the entries of what `<<` names behind a map's own, and says how many.
    fn merge(&mut self, id: usize) -> usize {
        let Kind::Map(own) = &self.document.nodes[id].kind else {
            return 0;
        };
        let is_merge = |(key, _): &&(usize, usize)| matches!(&self.document.nodes[*key].kind, Kind::Scalar { text, is_plain: true } if &**text == "<<");
        let named: Vec<usize> = own
            .iter()
            .filter(is_merge)
            .map(|(_, value)| *value)
            .collect();
        if named.is_empty() {
            return 0;
        }
        let mut entries: Vec<_> = own
            .iter()
            .filter(|entry| !is_merge(entry))
            .copied()
            .collect();
        let own = entries.len();
        let mut keys: HashSet<&str> = entries
            .iter()
            .filter_map(|(key, _)| self.text(*key))
            .collect();
        for value in named {
            let each = match &self.document.nodes[value].kind {
                Kind::List(items) => &items[..],
                _ => std::slice::from_ref(&value),
            };
            for map in each {
                let Kind::Map(more) = &self.document.nodes[*map].kind else {
                    continue;
                };
                let new = |entry: &&(usize, usize)| {
                    self.text(entry.0).is_some_and(|key| keys.insert(key))
                };
                entries.extend(more.iter().filter(new).copied());
                if entries.len() > MOST_MERGED {
                    return entries.len();
                }
            }
        }
        let count = entries.len() - own;
        self.document.nodes[id].kind = Kind::Map(entries);
        count
    }

    fn text(&self, id: usize) -> Option<&str> {
        match &self.document.nodes[id].kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }
}
