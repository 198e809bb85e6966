//! The environment and the commands of an image.

use crate::grammar::{key, shown};
use crate::place::{Names, Reference, Remark, Setting, Side};
use crate::read::command;
use crate::read::found::Found;
use crate::read::script::text::Text;
use crate::read::values::{self, Mention, Said};
use crate::source::Source;

/// A variable of the environment.
pub(super) fn variable(
    source: &Source,
    names: &Names,
    name: &str,
    value: &Text,
    found: &mut Found,
) {
    if let Some(unknown) = value.unknown().filter(|_| key::is_of_port(name)) {
        let location = source.location(value.span.clone());
        let mut remark = Remark::new(location, shown::name(name), unknown.sentence());
        remark.variable.clone_from(&unknown.name);
        remark.names = names.clone();
        found.cannot_know(remark);
    }
    default(source, names, name, value, found);
}

/// A variable of the build, of which it is not known what it is for.
pub(super) fn default(source: &Source, names: &Names, name: &str, value: &Text, found: &mut Found) {
    let name = &*shown::name(name);
    for said in values::read(name, &value.known().unwrap_or_default()) {
        if let Said::Port(mention) = said {
            let place = Place {
                source,
                names,
                variable: name,
                key: None,
            };
            place.add(value, mention, found);
        }
    }
}

/// What is started, or checks the container.
pub(super) fn command(
    source: &Source,
    names: &Names,
    words: &[Text],
    key: Option<&str>,
    found: &mut Found,
) {
    let known: Vec<String> = words
        .iter()
        .map(|word| word.known().unwrap_or_default())
        .collect();
    for it in command::ports(&known) {
        let mention = Mention {
            scheme: it.scheme.filter(|_| it.host.is_some()),
            host: it.host,
            port: it.port,
            span: it.span,
        };
        let place = Place {
            source,
            names,
            variable: &it.option,
            key,
        };
        place.add(&words[it.word], mention, found);
    }
}

struct Place<'a> {
    source: &'a Source,
    names: &'a Names,
    /// The variable or the option.
    variable: &'a str,
    key: Option<&'a str>,
}

impl Place<'_> {
    fn add(&self, text: &Text, it: Mention, found: &mut Found) {
        let (span, _) = text.place(it.span);
        let location = self.source.location(span);
        if it.host.is_none() && it.scheme.is_none() {
            return found.setting(Setting {
                location,
                variable: self.variable.to_owned(),
                port: it.port,
                names: self.names.clone(),
            });
        }
        let mut reference = Reference::new(location, it.port);
        reference.host = it.host;
        reference.scheme = it.scheme;
        reference.listens = self.variable.starts_with("ASPNETCORE_");
        reference.variable = Some(self.variable.to_owned()).filter(|name| !name.is_empty());
        reference.key = self.key.map(str::to_owned);
        reference.names = self.names.clone();
        reference.side = Side::Container;
        found.reference(reference);
    }
}
