//! Scripts of PowerShell.

mod command;
mod dollar;
mod keyword;
mod parser;
mod statement;
mod string;
mod value;

use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::script::{self, language::Language, step::Script};
use crate::source::Source;
use crate::tree::Tree;
use parser::Parser;

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".ps1", ".psm1"].iter().any(|end| name.ends_with(end))
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let mut parser = Parser::new(&source.text);
    let mut steps = Vec::new();
    parser.statements(&mut steps, None);
    let script = Script {
        steps,
        ..parser.script
    };
    script::read(source, &script, Language::PowerShell, found);
}
