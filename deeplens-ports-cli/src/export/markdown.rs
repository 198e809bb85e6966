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
pub(super) use region::{names, text};
