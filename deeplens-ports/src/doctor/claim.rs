//! The container that a port leads to.

use super::engine::Published;
use super::kin::Kin;
use std::string::String;
use std::vec::Vec;

/// The container that a port leads to, and what it is to the service of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) container: Published,
    pub(super) kin: Kin,
    /// The containers that share its network, and lose it with it.
    pub(super) sharing: Vec<String>,
    /// Whether no other can share its network.
    pub(super) is_alone: bool,
    /// Whether its process holds the port itself, on the network of the host.
    pub(super) is_on_host: bool,
    /// The service's own container, of which the engine does not say whose network it has.
    pub(super) perhaps: Option<String>,
}
