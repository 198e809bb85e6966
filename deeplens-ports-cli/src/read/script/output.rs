//! Where it goes what a script says.

use super::text::Text;
use crate::grammar::shown::shown;
use crate::place::Remark;
use crate::read::found::Found;
use crate::source::Source;
use std::ops::Range;

pub(crate) struct Output<'a> {
    pub(crate) source: &'a Source,
    pub(crate) found: &'a mut Found,
    /// The parts of the file that were understood.
    pub(crate) read: Vec<Range<usize>>,
}

impl Output<'_> {
    pub(crate) fn remark(&self, span: &Range<usize>, why: &str) -> Remark {
        let text = self.source.text.get(span.clone()).unwrap_or_default();
        Remark::new(self.source.location(span.clone()), shown(text), why)
    }

    pub(crate) fn is_read(&mut self, text: &Text) {
        self.read
            .extend(text.pieces.iter().map(|piece| piece.span.clone()));
    }
}
