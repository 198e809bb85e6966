//! What a reader is.

use crate::node::Node;
use crate::read::found::Found;
use crate::source::Source;
use crate::tree::Tree;

/// A format of files.
pub(crate) struct Reader {
    /// Whether a file is of this format, by its name or what is in it.
    pub(crate) claims: fn(&Source) -> bool,
    /// Whether the name of a file alone tells so: then it is said where the file cannot be read.
    pub(crate) is_named: fn(&str) -> bool,
    pub(crate) read: Read,
}

pub(crate) enum Read {
    /// Each file tells for itself.
    Each(fn(&Tree, &Source, &mut Found)),
    /// They belong together.
    Together(fn(&Tree, &[Source], &mut Found)),
}

/// The root of a file with one document. Where it cannot be read, that is said.
pub(super) fn root<'a>(source: &'a Source, found: &mut Found) -> Option<Node<'a>> {
    if let Some(Err(mistake)) = source.documents() {
        found.unreadable(source, *mistake);
    }
    source.roots().next()
}
