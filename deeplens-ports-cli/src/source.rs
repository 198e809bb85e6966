//! A file while it is read: its text, places in it, and what it is as YAML or JSON.

use crate::node::{self, Document, Node};
use crate::place::Location;
use crate::tree::{self, Tree, Unread};
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: Arc<str>,
    /// Without a byte order mark.
    pub(crate) text: Arc<str>,
    /// Where each line starts.
    lines: OnceCell<Vec<usize>>,
    documents: OnceCell<Option<Documents>>,
}

/// The documents of a file, or why it has none.
pub(crate) type Documents = Result<Vec<Document>, node::Mistake>;

impl Source {
    pub(crate) fn read(tree: &Tree, path: &Arc<str>) -> Result<Self, Unread> {
        Ok(Self::new(path, tree.text(path)?))
    }

    pub(crate) fn new(path: &Arc<str>, text: Arc<str>) -> Self {
        Self {
            path: Arc::clone(path),
            text,
            lines: OnceCell::new(),
            documents: OnceCell::new(),
        }
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        tree::file_name(&self.path)
    }

    /// The folder that it is in, as a path.
    pub(crate) fn folder(&self) -> &str {
        tree::folder(&self.path)
    }

    /// What it is as YAML or JSON, if it looks like that.
    pub(crate) fn documents(&self) -> Option<&Documents> {
        let documents = self.documents.get_or_init(|| {
            let syntax = node::Syntax::of(self.name(), &self.text)?;
            Some(node::parse(&self.text, syntax))
        });
        documents.as_ref()
    }

    /// The roots of the documents that were read.
    pub(crate) fn roots(&self) -> impl Iterator<Item = Node<'_>> {
        let documents = self
            .documents()
            .and_then(|documents| documents.as_ref().ok());
        documents.into_iter().flatten().map(Document::root)
    }

    /// Where bytes of the text are.
    pub(crate) fn location(&self, span: Range<usize>) -> Location {
        let lines = self.lines.get_or_init(|| {
            let newlines = self
                .text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(newlines.map(|(at, _)| at + 1))
                .collect()
        });
        let line = lines.partition_point(|start| *start <= span.start);
        let before = self
            .text
            .get(lines[line - 1]..span.start)
            .unwrap_or_default();
        Location {
            file: Arc::clone(&self.path),
            line,
            column: before.chars().count() + 1,
            span,
        }
    }

    /// The lines with where each starts, without their ends.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let at = start;
            start += line.len();
            (at, line.trim_end_matches(['\n', '\r']))
        })
    }
}
