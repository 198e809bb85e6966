//! The comments that say where a region begins and ends.

use crate::source::Source;
use std::ops::Range;

/// How comments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comment {
    /// `# …`.
    Hash,
    /// `<!-- … -->`, in Markdown.
    Html,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker<'a> {
    pub(super) name: &'a str,
    pub(super) is_begin: bool,
    /// Its line, with its end.
    pub(super) line: Range<usize>,
    /// The comment itself.
    pub(super) span: Range<usize>,
}

impl Comment {
    /// `<!-- deeplens-ports: begin table -->`.
    pub(in crate::export) fn marker(self, which: &str, name: &str) -> String {
        match self {
            Self::Hash => format!("# deeplens-ports: {which} {name}"),
            Self::Html => format!("<!-- deeplens-ports: {which} {name} -->"),
        }
    }

    /// A text as it stands between the lines of markers: in Markdown with an empty line on either side.
    pub(super) fn spaced(self, text: &str) -> String {
        match self {
            Self::Hash => text.to_owned(),
            Self::Html => format!("\n{}\n\n", text.trim_matches('\n')),
        }
    }

    /// Whether it is a begin, and what it is called.
    fn read(self, line: &str) -> Option<(bool, &str)> {
        let line = line.trim();
        let said = match self {
            Self::Hash => line.strip_prefix('#')?,
            Self::Html => line.strip_prefix("<!--")?.strip_suffix("-->")?,
        };
        let said = said.trim().strip_prefix("deeplens-ports:")?.trim_start();
        let (which, name) = said.split_once(' ').unwrap_or((said, ""));
        match which {
            "begin" => Some((true, name.trim())),
            "end" => Some((false, name.trim())),
            _ => None,
        }
    }
}

/// Those of a file, in order. In a block of code they are an example.
pub(super) fn all(source: &Source, comment: Comment) -> Vec<Marker<'_>> {
    let mut markers = Vec::new();
    let mut fence: Option<&str> = None;
    let starts: Vec<usize> = source.lines().map(|(start, _)| start).collect();
    for (at, (start, line)) in source.lines().enumerate() {
        if comment == Comment::Html {
            match (fence, fence_of(line)) {
                (None, Some((mark, _))) => fence = Some(mark),
                (Some(open), Some((mark, ""))) if mark.starts_with(open) => fence = None,
                _ => {}
            }
        }
        let Some((is_begin, name)) = comment.read(line).filter(|_| fence.is_none()) else {
            continue;
        };
        let from = start + (line.len() - line.trim_start().len());
        let next = starts.get(at + 1).copied();
        markers.push(Marker {
            name,
            is_begin,
            line: start..next.unwrap_or(source.text.len()),
            span: from..from + line.trim().len(),
        });
    }
    markers
}

/// The backticks or tildes that a line starts with, if they open or close a block, and what stands behind them.
fn fence_of(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start_matches(' ');
    let mark = text.chars().next().filter(|mark| "`~".contains(*mark))?;
    let length = text.len() - text.trim_start_matches(mark).len();
    let (fence, behind) = text.split_at(length);
    let is_fence = line.len() - text.len() < 4 && length >= 3;
    // Else it is code within a line.
    let is_block = mark == '~' || !behind.contains('`');
    (is_fence && is_block).then(|| (fence, behind.trim()))
}

#[cfg(test)]
mod tests {
    use super::{all, Comment};
    use crate::source::Source;

    #[track_caller]
    fn found(comment: Comment, text: &str, expected: &[(&str, bool)]) {
        let source = Source::new(&"page".into(), text.into());
        let markers = all(&source, comment);
        let found = markers.iter().map(|it| (it.name, it.is_begin));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn markers_are_lines_of_their_own() {
        let page = "<!-- deeplens-ports: begin table -->\r\n  <!--deeplens-ports:end table-->  \n";
        found(Comment::Html, page, &[("table", true), ("table", false)]);
        let words =
            "See <!-- deeplens-ports: begin table --> there.\n# deeplens-ports: begin table\n";
        found(Comment::Html, words, &[]);
        let env = "#deeplens-ports: begin env\nA=1 # deeplens-ports: end env\n# deeplens-ports: ignore[x]\n";
        found(Comment::Hash, env, &[("env", true)]);
        found(Comment::Hash, "# deeplens-ports: begin\n", &[("", true)]);
    }

    #[test]
    fn those_in_a_block_of_code_are_examples() {
        let marker = "<!-- deeplens-ports: begin table -->";
        let of = |before: &str, after: &str| format!("{before}\n{marker}\n{after}\n{marker}\n");
        for (before, after) in [
            ("```md", "```"),
            ("~~~~ x `y`", "~~~\n~~~~~"),
            ("   ```", "``` not\n ```"),
        ] {
            found(Comment::Html, &of(before, after), &[("table", true)]);
        }
        for (before, after) in [("``` a `code`", ""), ("    ```", ""), ("``", "")] {
            found(
                Comment::Html,
                &of(before, after),
                &[("table", true), ("table", true)],
            );
        }
    }
}
