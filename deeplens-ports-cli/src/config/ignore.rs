//! An exception.

use crate::audit::rule::Rule;
use crate::place::Location;

#[derive(Debug)]
pub(crate) struct Ignore {
    pub(crate) file: String,
    pub(crate) rule: Rule,
    pub(crate) port: Option<u16>,
    pub(crate) location: Location,
}
