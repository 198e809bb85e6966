//! Where it goes what a script says.

use super::text::Text;
use crate::grammar::shown::shown;
use crate::place::Remark;
use crate::read::found::Found;
use crate::source::Source;
use std::ops::Range;

pub(in crate::read) struct Output<'a> {
    pub(in crate::read) source: &'a Source,
    pub(in crate::read) found: &'a mut Found,
    /// The parts of the file that were understood.
    pub(in crate::read) read: Vec<Range<usize>>,
}

impl Output<'_> {
    pub(in crate::read) fn remark(&self, span: &Range<usize>, why: &str) -> Remark {
        let text = self.source.text.get(span.clone()).unwrap_or_default();
        Remark::new(self.source.location(span.clone()), shown(text), why)
    }

    pub(in crate::read) fn is_read(&mut self, text: &Text) {
        self.read
            .extend(text.pieces.iter().map(|piece| piece.span.clone()));
    }
}
