//! What comes of it.

use crate::place::Remark;

/// What [`import`](crate::import()) made of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// The text of a map that compiles.
    pub map: String,
    /// What of the files is no endpoint of the map, and where they disagree among themselves; in the order of files and
    /// lines. An audit of the same files finds nothing else.
    pub reported: Vec<Remark>,
    /// How many services the map has.
    pub services: usize,
    /// How many endpoints it has, ranges among them.
    pub endpoints: usize,
    /// How many files a reader took.
    pub files: usize,
}
