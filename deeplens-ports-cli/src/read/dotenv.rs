//! `.env` files.

use crate::grammar::dotenv::{self, Assignment};
use crate::place::{Reference, Remark};
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::values::{self, Said};
use crate::source::Source;
use crate::tree::{self, Tree};

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    name == ".env" || name.starts_with(".env.") || name.ends_with(".env")
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let (assignments, broken) = dotenv::parse(&source.text);
    for assignment in &assignments {
        of(source, assignment, found);
    }
    for broken in broken {
        let line = source.text[broken.at..].lines().next().unwrap_or_default();
        let why = format!("Compose does not read the file: {}", broken.why);
        let location = source.location(broken.at..broken.at + line.len());
        found.cannot_know(Remark::new(location, "…", why));
    }
}

fn of(source: &Source, it: &Assignment, found: &mut Found) {
    let project = tree::file_name(source.folder()).to_owned();
    let name_location = source.location(it.key_span.clone());
    let Some(value) = &it.value else {
        let why = "Compose does not take the variables in its value";
        found.refused(Remark::new(name_location, &it.key, why));
        return;
    };
    let written = source.text.get(it.span.clone()).unwrap_or_default();
    let listens = it.key.starts_with("ASPNETCORE_") && !it.key.ends_with("HTTPS_PORT");
    let mut has_port = false;
    for said in values::read(&it.key, value) {
        match said {
            Said::Port(mention) => {
                // A value with escapes or variables stands otherwise in the file.
                let span = if written == value {
                    it.span.start + mention.span.start..it.span.start + mention.span.end
                } else {
                    it.span.clone()
                };
                let mut reference = Reference::new(source.location(span), mention.port);
                reference.host = mention.host;
                reference.scheme = mention.scheme;
                reference.variable = Some(it.key.clone());
                reference.names.project = (!project.is_empty()).then(|| project.clone());
                reference.listens = listens;
                found.reference(reference);
                has_port = true;
            }
            Said::Unknown(_, why) => {
                let mut remark = Remark::new(name_location.clone(), &it.key, why);
                remark.variable = Some(it.key.clone());
                found.cannot_know(remark);
            }
        }
    }
    if has_port && it.quote.is_none() && it.has_comment {
        let why = "Compose 2 cuts the comment; `docker run --env-file` and Compose 1 take it as part of the value";
        found.readers_disagree(Remark::new(name_location, &it.key, why));
    }
}
