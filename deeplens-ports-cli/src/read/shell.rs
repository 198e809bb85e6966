//! Scripts of sh, bash and their like.

use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::script::{self, language::Language, shell};
use crate::source::Source;
use crate::tree::Tree;

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()) || is_run_by_shell(&source.text),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    [".sh", ".bash", ".zsh", ".ksh", ".command"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Whether the first line names a shell.
fn is_run_by_shell(text: &str) -> bool {
    let program = text.strip_prefix("#!").and_then(|rest| rest.lines().next());
    let mut words = program.into_iter().flat_map(|line| line.split([' ', '/']));
    words.any(|word| matches!(word, "ash" | "bash" | "dash" | "ksh" | "sh" | "zsh"))
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    script::read(source, &shell::parse(&source.text), Language::Shell, found);
}
