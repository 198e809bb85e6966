//! Which begin and which end belong together, and what is wrong with those that do not.

use super::markers::{Comment, Marker};
use crate::mistakes::Mistakes;
use crate::source::Source;
use std::ops::Range;

/// A region of a file.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub(super) name: &'a str,
    /// What stands between the lines of its markers.
    pub(super) inner: Range<usize>,
    begin: &'a Marker<'a>,
}

/// In the order of the file, none in another; the error has all that is wrong.
pub(super) fn pairs<'a>(
    source: &Source,
    comment: Comment,
    names: &[&str],
    markers: &'a [Marker<'a>],
) -> Result<Vec<Pair<'a>>, Mistakes> {
    let mut reader = Reader {
        source,
        comment,
        mistakes: Mistakes::new(source),
    };
    let mut pairs = Vec::new();
    for (at, marker) in markers.iter().enumerate() {
        let is_first = markers[..at].iter().all(|it| it.name != marker.name);
        if !names.contains(&marker.name) {
            reader.unknown(marker, names);
        } else if is_first {
            let of_name = markers[at..].iter().filter(|it| it.name == marker.name);
            pairs.extend(reader.pair(&of_name.collect::<Vec<_>>()));
        }
    }
    pairs.sort_by_key(|pair| pair.inner.start);
    for (outer, inner) in pairs.iter().zip(pairs.iter().skip(1)) {
        reader.nested(outer, inner);
    }
    if reader.mistakes.is_empty() {
        Ok(pairs)
    } else {
        Err(reader.mistakes)
    }
}

struct Reader<'a> {
    source: &'a Source,
    comment: Comment,
    mistakes: Mistakes,
}

impl Reader<'_> {
    fn unknown(&mut self, it: &Marker<'_>, names: &[&str]) {
        let title = format!("unknown region `{}`", it.name);
        let label = "no region has this name";
        let mistake = self
            .mistakes
            .push(self.source, it.span.clone(), title, label);
        mistake.help(format!("known here: {}", names.join(", ")));
    }

    /// The markers of one name, which are to be a begin and an end.
    fn pair<'a>(&mut self, markers: &[&'a Marker<'a>]) -> Option<Pair<'a>> {
        let of_kind = |is_begin| markers.iter().filter(move |it| it.is_begin == is_begin);
        for is_begin in [true, false] {
            let mut same = of_kind(is_begin);
            if let (Some(first), Some(again)) = (same.next(), same.next()) {
                self.doubled(first, again);
                return None;
            }
        }
        match (of_kind(true).next(), of_kind(false).next()) {
            (Some(begin), Some(end)) if begin.line.end <= end.line.start => Some(Pair {
                name: begin.name,
                inner: begin.line.end..end.line.start,
                begin,
            }),
            (Some(begin), Some(end)) => {
                self.swapped(begin, end);
                None
            }
            (Some(one), None) | (None, Some(one)) => {
                self.alone(one);
                None
            }
            (None, None) => None,
        }
    }

    fn doubled(&mut self, first: &Marker<'_>, again: &Marker<'_>) {
        let (which, does) = words(again);
        let title = format!("doubled {which} of `{}`", again.name);
        let label = format!("it {does} again");
        let mistake = self
            .mistakes
            .push(self.source, again.span.clone(), title, &label);
        mistake.other(self.source, first.span.clone(), &format!("it {does} here"));
    }

    fn swapped(&mut self, begin: &Marker<'_>, end: &Marker<'_>) {
        let title = format!("end of `{}` before its begin", end.name);
        let mistake = self
            .mistakes
            .push(self.source, end.span.clone(), title, "it ends here");
        mistake.other(self.source, begin.span.clone(), "it begins here");
    }

    fn alone(&mut self, it: &Marker<'_>) {
        let (missing, side) = if it.is_begin {
            ("end", "below")
        } else {
            ("begin", "above")
        };
        let (_, does) = words(it);
        let title = format!("missing {missing} of `{}`", it.name);
        let label = format!("it {does} here");
        let marker = self.comment.marker(missing, it.name);
        let mistake = self
            .mistakes
            .push(self.source, it.span.clone(), title, &label);
        mistake.help(format!("add the line `{marker}` {side} it"));
    }

    fn nested(&mut self, outer: &Pair<'_>, inner: &Pair<'_>) {
        if inner.begin.line.start >= outer.inner.end {
            return;
        }
        let title = format!("`{}` begins within `{}`", inner.name, outer.name);
        let span = inner.begin.span.clone();
        let mistake = self
            .mistakes
            .push(self.source, span, title, "it begins here");
        let label = format!("`{}` begins here", outer.name);
        mistake.other(self.source, outer.begin.span.clone(), &label);
    }
}

fn words(it: &Marker<'_>) -> (&'static str, &'static str) {
    if it.is_begin {
        ("begin", "begins")
    } else {
        ("end", "ends")
    }
}
