//! Compose files, as Compose 2 reads them.

mod entry;
mod files;
mod include;
mod inside;
mod long;
mod mounts;
mod network;
mod project;
mod published;
mod service;

use crate::read::broken;
use crate::read::found::Found;
use crate::read::reader::{Read, Reader};
use crate::read::variables::EnvFiles;
use crate::source::Source;
use crate::tree::Tree;
use files::Files;
use project::Project;

pub(super) const READER: Reader = Reader {
    claims,
    is_named,
    read: Read::Together(read),
};

fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("compose") && (name.ends_with(".yaml") || name.ends_with(".yml"))
}

fn claims(source: &Source) -> bool {
    match source.documents() {
        None => false,
        Some(Err(_)) => is_named(source.name()) || broken::has_key(source, "services"),
        Some(Ok(_)) => source.roots().any(|root| {
            let has_services = root
                .get("services")
                .is_some_and(|it| it.is_map() || it.is_null());
            has_services
                || is_named(source.name())
                    && (root.get("include").is_some() || service::is_first_format(root))
        }),
    }
}

fn read(tree: &Tree, sources: &[Source], found: &mut Found) {
    for source in sources {
        if let Some(Err(mistake)) = source.documents() {
            broken::read(source, *mistake, found);
        }
        for root in source
            .roots()
            .filter(|root| service::is_first_format(*root))
        {
            service::say_first_format(source, root, found);
        }
    }
    let env = EnvFiles::new(tree);
    let more = files::named_by(tree, &env, sources);
    let files = Files::new(&env, sources, &more);
    let mut bindings = published::Bindings::default();
    for project in Project::all(&files, sources) {
        for service in project.services(found) {
            published::read(&service, &mut bindings, found);
            inside::read(&service, found);
            mounts::read(&service, found);
            network::read(&service, found);
        }
        project.say_variables(found);
        project.say_names(found);
    }
    bindings
        .into_iter()
        .for_each(|binding| found.binding(binding));
}
