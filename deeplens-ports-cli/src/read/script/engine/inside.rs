//! What a command line says of the inside of a container: its environment, its command and what checks it.

use super::arguments::Arguments;
use crate::grammar::port_entry::{self, Reader};
use crate::place::{Binding, Names, Ports, Reference, Role, Setting, Side, HEALTH_CHECK};
use crate::read::command;
use crate::read::script::output::Output;
use crate::read::script::split::{self, By};
use crate::read::script::text::Text;
use crate::read::values::{self, Said};
use std::ops::Range;

pub(super) fn read(arguments: &Arguments<'_>, names: &Names, out: &mut Output<'_>) {
    let mut inside = Inside {
        names,
        key: None,
        out,
    };
    for text in &arguments.expose {
        inside.exposed(text);
    }
    for text in &arguments.env {
        inside.variable(text);
    }
    inside.words(arguments.rest);
    inside.key = Some(HEALTH_CHECK);
    for text in &arguments.health {
        inside.words(&split::words(text, By::Words));
    }
}

struct Inside<'a, 'o> {
    names: &'a Names,
    key: Option<&'a str>,
    out: &'a mut Output<'o>,
}

impl Inside<'_, '_> {
    fn exposed(&mut self, text: &Text) {
        let known = text.known().filter(|text| !text.contains(':'));
        let entry = known.and_then(|text| port_entry::parse(&text, Reader::Docker).ok());
        let room = self.out.found.room();
        for (_, port) in entry.iter().flat_map(|entry| entry.pairs()).take(room) {
            let location = self.out.source.location(text.span.clone());
            let mut binding = Binding::new(location, Role::Exposes);
            binding.container_port = Some(Ports::One(port));
            binding.transport = entry
                .as_ref()
                .map_or_else(Default::default, |entry| entry.transport);
            binding.names = self.names.clone();
            self.out.found.binding(binding);
        }
    }

    /// `NAME=value`; without a value it is that of the environment.
    fn variable(&mut self, text: &Text) {
        let Some(known) = text.known() else {
            return;
        };
        let Some((name, value)) = known.split_once('=') else {
            return;
        };
        for said in values::read(name, value) {
            if let Said::Port(it) = said {
                let start = name.len() + 1;
                let part = start + it.span.start..start + it.span.end;
                let is_address = it.host.is_some() || it.scheme.is_some();
                self.place(
                    text,
                    part,
                    name,
                    it.port,
                    is_address.then_some((it.host, it.scheme)),
                );
            }
        }
    }

    /// The command of the container.
    fn words(&mut self, words: &[Text]) {
        let known: Vec<String> = words
            .iter()
            .map(|word| word.known().unwrap_or_default())
            .collect();
        for it in command::ports(&known) {
            let host = it.host.map(|host| (Some(host), it.scheme));
            self.place(&words[it.word], it.span, &it.option, it.port, host);
        }
    }

    fn place(
        &mut self,
        text: &Text,
        part: Range<usize>,
        variable: &str,
        port: Ports,
        address: Option<(Option<String>, Option<String>)>,
    ) {
        let (span, _) = text.place(part);
        let location = self.out.source.location(span);
        let Some((host, scheme)) = address else {
            return self.out.found.setting(Setting {
                location,
                variable: variable.to_owned(),
                port,
                names: self.names.clone(),
            });
        };
        let mut reference = Reference::new(location, port);
        reference.host = host;
        reference.scheme = scheme;
        reference.variable = Some(variable.to_owned()).filter(|name| !name.is_empty());
        reference.key = self.key.map(str::to_owned);
        reference.names = self.names.clone();
        reference.side = Side::Container;
        self.out.found.reference(reference);
    }
}
