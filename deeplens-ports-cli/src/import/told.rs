//! A place in one line.

use crate::place::Location;

/// `compose.yaml:4`.
pub(super) fn at(location: &Location) -> String {
    format!("{}:{}", location.file, location.line)
}
