//! Where a place is, and what is around it.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

/// Where something stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Location {
    /// The path of the file in its [`Tree`](crate::Tree), with `/`.
    pub file: Arc<str>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// In bytes of the text, a byte order mark not counted.
    pub span: Range<usize>,
}

/// As in the tree, and in the file.
impl Ord for Location {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (it.span.start, it.span.end);
        self.file
            .cmp(&other.file)
            .then_with(|| key(self).cmp(&key(other)))
    }
}

impl PartialOrd for Location {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The names around a place, by which it may belong to a service of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Names {
    /// Of a Compose service, of a profile of launch settings, and the like.
    pub service: Option<String>,
    /// What the file calls its container.
    pub container: Option<String>,
    /// The folder of the project that it configures.
    pub project: Option<String>,
    /// The image of its container, without the tag.
    pub image: Option<String>,
}
