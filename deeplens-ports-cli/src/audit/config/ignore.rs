//! An exception.

use crate::audit::finding::Finding;
use crate::audit::rule::Rule;
use crate::place::Location;

#[derive(Debug)]
pub(in crate::audit) struct Ignore {
    pub(in crate::audit) file: String,
    pub(in crate::audit) rule: Rule,
    pub(super) port: Option<u16>,
    pub(in crate::audit) location: Location,
}

impl Ignore {
    pub(in crate::audit) fn covers(&self, it: &Finding) -> bool {
        let is_port = self.port.is_none_or(|port| it.port == Some(port));
        self.rule == it.rule && *self.file == *it.at.file && is_port
    }
}
