//! What a format makes of a map.

/// A text with `\n` line ends, the last one included, and what its reader should be told beside it.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) text: String,
    /// One sentence each, such as of a name that had to be another in that language.
    pub(super) remarks: Vec<String>,
}
