//! Lines and columns of a text: those of a line of a megabyte as fast as any other's.

#[derive(Debug)]
pub(super) struct Lines {
    /// Where each line starts.
    starts: Vec<usize>,
    /// How many characters stand before each block of bytes, and before the end.
    blocks: Vec<usize>,
}

const BLOCK: usize = 1024;

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1));
        let mut count = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            count += characters(block);
            count
        });
        Self {
            blocks: std::iter::once(0).chain(blocks).collect(),
            starts: starts.collect(),
        }
    }

    /// The line and the column of a place, both from 1.
    pub(super) fn place(&self, text: &str, at: usize) -> (usize, usize) {
        let at = at.min(text.len());
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let column = self.before(text, at) - self.before(text, start) + 1;
        (line, column)
    }

    /// How many characters stand before a place.
    fn before(&self, text: &str, at: usize) -> usize {
        let block = at / BLOCK;
        self.blocks[block] + characters(&text.as_bytes()[block * BLOCK..at])
    }
}

/// Bytes that start a character.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
