//! The parts of a page that are made from the map.

use super::{check, conflicts, diagram, exposure, groups, ports};
use crate::export::written::Written;
use deeplens_ports::Map;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
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
    /// As they stand on a page.
    const ALL: [Self; 7] = [
        Self::Table,
        Self::Diagram,
        Self::Groups,
        Self::Conflicts,
        Self::Ranges,
        Self::Check,
        Self::Exposure,
    ];

    /// Its name in a marker.
    pub(super) const fn name(self) -> &'static str {
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

    fn text(self, map: Map) -> String {
        match self {
            Self::Check => check::check(map),
            Self::Conflicts => conflicts::conflicts(map),
            Self::Diagram => diagram::diagram(map),
            Self::Exposure => exposure::exposure(map),
            Self::Groups => groups::groups(map),
            Self::Ranges => ports::ranges(map),
            Self::Table => ports::by_port(map),
        }
    }
}

pub(in crate::export) fn names() -> Vec<&'static str> {
    Region::ALL.map(Region::name).to_vec()
}

/// What stands between the markers of a region.
pub(in crate::export) fn text(map: Map, name: &str) -> Result<Written, String> {
    let mut all = Region::ALL.into_iter();
    let region = all.find(|it| it.name() == name);
    let region = region.ok_or_else(|| format!("no region is called `{name}`"))?;
    Ok(Written {
        text: region.text(map),
        remarks: Vec::new(),
    })
}
