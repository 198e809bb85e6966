//! Why a file is not as it should be, or cannot be made.

use crate::mistakes::Mistakes;
use std::fmt;

/// Why a file is not what the map says, or could not be made of it. It names the file.
#[derive(Clone)]
pub struct ExportError {
    file: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// The diff.
    Stale(String),
    /// What it is in place of a text, of a file that is made as a whole.
    Useless(&'static str),
    /// The same, of a file that is its owner's.
    Unread(&'static str),
    Refused(String),
    Marks(Mistakes),
}

impl ExportError {
    pub(super) fn new(file: &str, kind: Kind) -> Self {
        let file = file.to_owned();
        Self { file, kind }
    }

    /// Whether the file is there and differs from what the map says, which is mended by making it anew.
    #[must_use]
    pub const fn is_stale(&self) -> bool {
        matches!(self.kind, Kind::Stale(_) | Kind::Useless(_))
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        match &self.kind {
            Kind::Stale(diff) => write!(f, "`{file}` is not what the map says\n\n{diff}"),
            Kind::Useless(found) | Kind::Unread(found) => write!(f, "`{file}` is {found}"),
            Kind::Refused(why) => f.write_str(why),
            Kind::Marks(mistakes) => mistakes.write(f, "fill"),
        }
    }
}

/// The same, so that a test that fails with it shows it.
impl fmt::Debug for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl std::error::Error for ExportError {}
