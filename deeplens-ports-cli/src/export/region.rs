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
    /// What is to be told of a file that is filled.
    pub(super) remarks: fn(&str) -> Vec<String>,
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

#[cfg(test)]
mod tests {
    use super::{fill, Comment, Regions, Written};
    use crate::export::ExportError;
    use crate::source::Source;

    const REGIONS: Regions = Regions {
        comment: Comment::Html,
        names: || vec!["table", "groups"],
        text: |_, _, name| {
            Ok(Written {
                text: format!("a {name}\n"),
                remarks: Vec::new(),
            })
        },
        page: |_| String::new(),
        remarks: |_| Vec::new(),
    };

    fn filled(text: &str) -> String {
        let source = Source::new(&"page.md".into(), text.into());
        let mut make = |name: &str| Ok(format!("a {name}\nof two lines\n"));
        fill(&source, &REGIONS, &mut make).unwrap_or_else(|error| panic!("{error:?}"))
    }

    #[test]
    fn what_is_not_between_markers_stays() {
        let page = "# Ports \n<!-- deeplens-ports: begin table -->\nold\n<!-- deeplens-ports: end table -->\nrest";
        let expected =
            "# Ports \n<!-- deeplens-ports: begin table -->\n\na table\nof two lines\n\n\
                        <!-- deeplens-ports: end table -->\nrest";
        assert_eq!(filled(page), expected);
        assert_eq!(filled(expected), expected);
    }

    #[test]
    fn no_region_is_within_another() {
        let page = "<!-- deeplens-ports: begin table -->\n<!-- deeplens-ports: begin groups -->\n\
                    <!-- deeplens-ports: end table -->\n<!-- deeplens-ports: end groups -->\n";
        let source = Source::new(&"page.md".into(), page.into());
        let error = fill(&source, &REGIONS, &mut |_| Ok(String::new()));
        let error = ExportError::new("page.md", error.expect_err("it is wrong"));
        let expected = "\
error: `groups` begins within `table`
 --> page.md:2:1
  |
2 | <!-- deeplens-ports: begin groups -->
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it begins here
  |
 ::: page.md:1:1
  |
1 | <!-- deeplens-ports: begin table -->
  | ------------------------------------ `table` begins here

error: could not fill `page.md` due to 1 previous error";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn each_region_has_the_line_ends_of_its_marker() {
        let page =
            "<!-- deeplens-ports: begin groups -->\r\n<!-- deeplens-ports: end groups -->\r\nx\n\
                    <!-- deeplens-ports: begin table -->\n<!-- deeplens-ports: end table -->";
        let expected = "<!-- deeplens-ports: begin groups -->\r\n\r\na groups\r\nof two lines\r\n\r\n\
                        <!-- deeplens-ports: end groups -->\r\nx\n<!-- deeplens-ports: begin table -->\n\n\
                        a table\nof two lines\n\n<!-- deeplens-ports: end table -->";
        assert_eq!(filled(page), expected);
    }
}
