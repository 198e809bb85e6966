//! The parts of a file that are made, between markers: `<!-- deeplens-ports: begin table -->` and its end.

mod markers;
mod pairs;

pub(super) use markers::Comment;

use super::error::Kind;
use super::found::{end_of, with_ends};
use super::options::Options;
use super::written::Written;
use crate::source::Source;
use deeplens_ports::Map;

/// What can stand between markers in a file of some format.
#[derive(Clone, Copy)]
pub(super) struct Regions {
    pub(super) comment: Comment,
    /// What each is called.
    pub(super) names: fn() -> Vec<&'static str>,
    /// The text of the one with a name; the error says what is refused.
    pub(super) text: fn(Map, &Options, &str) -> Result<Written, String>,
    /// A file for those who have none, with its markers.
    pub(super) page: fn(Map) -> String,
}

/// The text of a file in which each region is made anew by `make`, with the line ends of its first marker.
pub(super) fn fill(
    source: &Source,
    regions: &Regions,
    make: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<String, Kind> {
    let comment = regions.comment;
    let names = (regions.names)();
    let markers = markers::all(source, comment);
    if markers.is_empty() {
        return Err(Kind::Refused(unmarked(source, comment, &names)));
    }
    let pairs = pairs::pairs(source, comment, &names, &markers).map_err(Kind::Marks)?;
    let mut text = String::with_capacity(source.text.len());
    let mut done = 0;
    for pair in pairs {
        let head = &source.text[done..pair.inner.start];
        let made = make(pair.name).map_err(Kind::Refused)?;
        text.push_str(head);
        text.push_str(&with_ends(&comment.spaced(&made), end_of(head)));
        done = pair.inner.end;
    }
    text.push_str(&source.text[done..]);
    Ok(text)
}

fn unmarked(source: &Source, comment: Comment, names: &[&str]) -> String {
    let name = names.first().copied().unwrap_or_default();
    let (begin, end) = (comment.marker("begin", name), comment.marker("end", name));
    let others = match names {
        [] | [_] => String::new(),
        names => format!("; there are {}", names.join(", ")),
    };
    format!(
        "no region in `{}`: add the lines `{begin}` and `{end}`{others}",
        source.path
    )
}
