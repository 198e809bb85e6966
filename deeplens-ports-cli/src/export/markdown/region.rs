//! The parts of a page that are made from the map.

use super::{check, conflicts, diagram, exposure, groups, ports};
use deeplens_ports::Map;

/// What of a page is made from the map, between two markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Region {
    /// The commands of the quick reference.
    Check,
    /// Who else is on a port, and the ways out.
    Conflicts,
    /// Groups, services and ports with who reaches them, drawn by Mermaid.
    Diagram,
    /// Who reaches what in production.
    Exposure,
    /// The endpoints of each group, with addresses between containers and where a port is set.
    Groups,
    /// The ranges of numbers, with those that the map takes or reserves.
    Ranges,
    /// Every endpoint, by port.
    Table,
}

impl Region {
    pub(in crate::export) const ALL: [Self; 7] = [
        Self::Check,
        Self::Conflicts,
        Self::Diagram,
        Self::Exposure,
        Self::Groups,
        Self::Ranges,
        Self::Table,
    ];

    /// Its name in a marker.
    pub(in crate::export) const fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Conflicts => "conflicts",
            Self::Diagram => "diagram",
            Self::Exposure => "exposure",
            Self::Groups => "groups",
            Self::Ranges => "ranges",
            Self::Table => "table",
        }
    }
}

/// What stands between its markers.
pub(in crate::export) fn region(map: Map, region: Region) -> String {
    let text = match region {
        Region::Check => check::check(map),
        Region::Conflicts => conflicts::conflicts(map),
        Region::Diagram => diagram::diagram(map),
        Region::Exposure => exposure::exposure(map),
        Region::Groups => groups::groups(map),
        Region::Ranges => ports::ranges(map),
        Region::Table => ports::by_port(map),
    };
    format!("{}\n", text.trim_end())
}
