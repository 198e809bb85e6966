//! What a text mentions.

use crate::place::{Ports, Transport};
use std::ops::Range;

/// A port in a text.
#[derive(Clone, Debug)]
pub(super) struct Mention<'a> {
    pub(super) host: Option<&'a str>,
    pub(super) scheme: Option<&'a str>,
    pub(super) port: Ports,
    pub(super) transport: Transport,
    pub(super) variable: Option<&'a str>,
    pub(super) span: Range<usize>,
    /// Whether it counts only if the host is the name of something.
    pub(super) is_uncertain: bool,
}
