//! All other text: what it mentions outside of comments, of which nothing else is known.

mod comments;

use crate::place::Side;
use crate::read::found::Found;
use crate::read::mentions;
use crate::read::reader::{Read, Reader};
use crate::source::Source;
use crate::tree::Tree;

pub(super) const READER: Reader = Reader {
    claims: |_| true,
    is_named: |_| false,
    read: Read::Each(read),
};

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let comments = comments::find(source.name(), &source.text);
    mentions::read(source, comments, Side::Unknown, found);
}
