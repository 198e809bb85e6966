//! YAML and JSON of no known format.

use crate::place::Names;
use crate::read::found::Found;
use crate::read::keys;
use crate::read::reader::{Read, Reader};
use crate::source::Source;
use crate::tree::{self, Tree};

pub(super) const READER: Reader = Reader {
    claims: |source| source.documents().is_some_and(Result::is_ok),
    is_named: |_| false,
    read: Read::Each(read),
};

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let project = Some(tree::file_name(source.folder()).to_owned()).filter(|name| !name.is_empty());
    let names = Names {
        project,
        ..Names::default()
    };
    for root in source.roots() {
        keys::read(source, root, &names, &[], found);
    }
}
