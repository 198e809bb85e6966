//! The marks that a merge leaves where it could not be made.

use super::tokens::{self, Kind, Token};
use crate::report::Diagnostic;
use crate::rule::Rule;
use crate::source::Span;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Ours,
    Base,
    Between,
    Theirs,
}

/// All marks of the text in one; what stands around them is not TOML, and is not looked at.
pub(super) fn conflict(text: &str) -> Option<Diagnostic> {
    const MOST: usize = 24;
    let marks = marks(text);
    let (first, others) = marks.split_first()?;
    if !is_conflict(text, &marks) {
        return None;
    }
    let mut diagnostic = Diagnostic::new(Rule::Syntax, &first.1, "unresolved merge conflict")
        .label(first.0.label())
        .help("keep what is right, and remove the lines with the marks");
    for (mark, span) in others.iter().take(MOST) {
        diagnostic = diagnostic.other(span, mark.label());
    }
    if let Some(more @ 1..) = others.len().checked_sub(MOST) {
        diagnostic = diagnostic.note(format!("{more} more marks follow"));
    }
    Some(diagnostic)
}

impl Mark {
    /// A line is one if it starts with seven of its characters, and with nothing else but a blank and a name.
    fn of(line: &str) -> Option<Self> {
        let (mark, c) = match line.bytes().next()? {
            b'<' => (Self::Ours, '<'),
            b'|' => (Self::Base, '|'),
            b'=' => (Self::Between, '='),
            b'>' => (Self::Theirs, '>'),
            _ => return None,
        };
        let rest = line.trim_start_matches(c);
        let is_mark = line.len() - rest.len() >= 7 && (rest.is_empty() || rest.starts_with(' '));
        is_mark.then_some(mark)
    }

    fn label(self) -> &'static str {
        match self {
            Self::Ours => "from here on, one side",
            Self::Base => "from here on, what both were made from",
            Self::Between => "from here on, the other side",
            Self::Theirs => "to here",
        }
    }
}

fn marks(text: &str) -> Vec<(Mark, Span)> {
    let mut marks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim_end();
        if let Some(mark) = Mark::of(written) {
            marks.push((mark, start..start + written.len()));
        }
        start += line.len();
    }
    marks
}

/// In a string of several lines, and there alone, a line may look like a mark: then all of a conflict must be there.
fn is_conflict(text: &str, marks: &[(Mark, Span)]) -> bool {
    const WHOLE: [Mark; 3] = [Mark::Ours, Mark::Between, Mark::Theirs];
    let mut seen = 0;
    for (mark, _) in marks {
        if WHOLE.get(seen) == Some(mark) {
            seen += 1;
        }
    }
    seen == WHOLE.len() || !are_in_strings(marks, &tokens::read(text))
}

fn are_in_strings(marks: &[(Mark, Span)], tokens: &[Token]) -> bool {
    let mut at = 0;
    for (_, mark) in marks {
        while tokens[at].end <= mark.start {
            at += 1;
        }
        if !matches!(tokens[at].kind, Kind::MlBasicString | Kind::MlLiteralString) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Mark, conflict};

    #[test]
    fn lines_that_are_marks() {
        for line in [
            "<<<<<<< HEAD",
            "<<<<<<<",
            ">>>>>>> a b",
            "=======",
            "|||||||||",
        ] {
            assert!(Mark::of(line).is_some(), "{line}");
        }
        for line in [
            "",
            "<<<<<<",
            "<<<<<<<HEAD",
            " =======",
            "=======x",
            "-------",
        ] {
            assert!(Mark::of(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_line_of_a_string_is_no_mark_by_itself() {
        let map = |text: &str| format!("[map]\nname = 'x'\nnote = \"\"\"\n{text}\n\"\"\"\n");
        assert!(conflict(&map("Title\n=======\ntext")).is_none());
        assert!(conflict(&map(">>>>>>> a\n=======\n<<<<<<< b")).is_none());
        assert!(conflict(&map("<<<<<<< a\nx\n=======\ny\n>>>>>>> b")).is_some());
        assert!(conflict("[map]\nname = 'x'\n=======\n").is_some());
    }
}
