//! What differs, as `diff -u` shows it. The one file of this crate that knows the diff.

use super::compare::Line;
use similar::{capture_diff_slices, group_diff_ops, Algorithm, DiffOp, DiffTag};
use std::fmt::Write as _;
use std::ops::Range;

/// How many lines are shown around a difference.
const AROUND: usize = 3;

/// Nothing where nothing that counts differs.
pub(super) fn unified(file: &str, found: &[Line<'_>], wanted: &[Line<'_>]) -> Option<String> {
    let counts = |lines: &[Line<'_>]| -> Vec<String> {
        lines.iter().map(|line| line.counts.to_string()).collect()
    };
    let (old, new) = (counts(found), counts(wanted));
    if old == new {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut text = format!("--- {file}\n+++ {file}, as the map says\n");
    for hunk in group_diff_ops(ops, AROUND) {
        text.push_str(&head(&hunk));
        for op in &hunk {
            let (tag, old, new) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                push(&mut text, ' ', &found[old]);
            } else {
                push(&mut text, '-', &found[old]);
                push(&mut text, '+', &wanted[new]);
            }
        }
    }
    Some(text)
}

fn push(text: &mut String, mark: char, lines: &[Line<'_>]) {
    for line in lines {
        text.push(mark);
        text.push_str(line.text);
        text.push('\n');
    }
}

/// `@@ -12,7 +12,8 @@`.
fn head(hunk: &[DiffOp]) -> String {
    let span = |range: fn(&DiffOp) -> Range<usize>| {
        let start = hunk.first().map_or(0, |op| range(op).start);
        let length = hunk.last().map_or(0, |op| range(op).end) - start;
        // Of no lines, the one before is named.
        format!("{},{length}", start + usize::from(length > 0))
    };
    let mut head = String::new();
    // A text takes all that is written.
    let _ = writeln!(
        head,
        "@@ -{} +{} @@",
        span(DiffOp::old_range),
        span(DiffOp::new_range)
    );
    head
}
