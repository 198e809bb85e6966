//! Dockerfiles: what an image shows, and what is said inside of it.

mod inside;
mod instructions;
mod stages;

use crate::grammar::port_entry::{self, Reader as Entries};
use crate::grammar::shown::shown;
use crate::place::{Binding, Names, Ports, Remark, Role, HEALTH_CHECK};
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::script::text::Text;
use crate::source::Source;
use crate::tree::{self, Tree};
use instructions::Instruction;
use stages::Stages;

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["dockerfile", "containerfile"].iter().any(|kind| {
        let rest = name.strip_prefix(kind);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '_']))
            || name
                .strip_suffix(kind)
                .is_some_and(|before| before.ends_with(['.', '-', '_']))
    })
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let project = Some(tree::file_name(source.folder()).to_owned());
    let names = Names {
        project: project.filter(|name| !name.is_empty()),
        ..Names::default()
    };
    let mut stages = Stages::new(source);
    for instruction in instructions::all(&source.text) {
        match instruction.name.as_str() {
            "from" => stages.from(&instruction.words),
            "arg" => {
                for (name, value) in stages.argument(&instruction.words) {
                    inside::default(source, &names, &name, &value, found);
                }
            }
            "env" => {
                for (name, value) in stages.environment(&instruction.words) {
                    inside::variable(source, &names, &name, &value, found);
                }
            }
            "expose" => {
                for text in stages.words(&instruction.words) {
                    expose(source, &names, &text, found);
                }
            }
            "cmd" | "entrypoint" | "healthcheck" => {
                let words = command(&mut stages, &instruction);
                let key = Some(HEALTH_CHECK).filter(|key| instruction.name == *key);
                inside::command(source, &names, &words, key, found);
            }
            _ => {}
        }
    }
}

/// The words of a command, without what belongs to the instruction.
fn command(stages: &mut Stages<'_>, instruction: &Instruction) -> Vec<Text> {
    let mut words = stages.words(&instruction.words);
    if instruction.name == "healthcheck" {
        let is_own = |word: &Text| {
            word.start().starts_with("--") || word.lossy().eq_ignore_ascii_case("cmd")
        };
        let own = words.iter().take_while(|word| is_own(word)).count();
        words.drain(..own);
    }
    words
}

fn expose(source: &Source, names: &Names, text: &Text, found: &mut Found) {
    let remark = |why: &str| {
        let written = source.text.get(text.span.clone()).unwrap_or_default();
        let mut remark = Remark::new(source.location(text.span.clone()), shown(written), why);
        remark.names = names.clone();
        remark.variable = text.unknown().and_then(|unknown| unknown.name.clone());
        remark
    };
    let known = match (text.unknown(), text.known()) {
        (None, Some(known)) => known,
        (unknown, _) => {
            let why = unknown
                .map(|unknown| unknown.sentence())
                .unwrap_or_default();
            return found.cannot_know(remark(&why));
        }
    };
    match port_entry::parse(&known, Entries::Docker) {
        Ok(entry) if entry.has_zero_inside() => {
            found.cannot_know(remark("port 0 of a container: what is meant is not known"));
        }
        Ok(entry) => {
            let (span, variable) = text.place(0..known.len());
            for (_, port) in entry.pairs().take(found.room()) {
                let mut binding = Binding::new(source.location(span.clone()), Role::Exposes);
                binding.container_port = Some(Ports::One(port));
                binding.transport = entry.transport;
                binding.names = names.clone();
                binding.variable.clone_from(&variable);
                found.binding(binding);
            }
        }
        Err(why) => found.refused(remark(why)),
    }
}
