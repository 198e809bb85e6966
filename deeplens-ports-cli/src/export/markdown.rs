//! The page: regions of Markdown, which are made from the map, in a page that people write.

mod check;
mod conflicts;
mod diagram;
mod entry;
mod escape;
mod exposure;
mod groups;
mod page;
mod ports;
mod region;
mod table;

pub(super) use page::page;

use super::written::Written;
use deeplens_ports::Map;
use region::Region;

/// What regions are called.
pub(super) fn names() -> Vec<&'static str> {
    Region::ALL.map(Region::name).to_vec()
}

/// What stands between the markers with a name.
pub(super) fn named(map: Map, name: &str) -> Result<Written, String> {
    let mut all = Region::ALL.into_iter();
    let of_name = all.find(|region| region.name() == name);
    let of_name = of_name.ok_or_else(|| format!("unknown region `{name}`"))?;
    Ok(Written {
        text: region::region(map, of_name),
        remarks: Vec::new(),
    })
}
