//! What a container is to a service of the map: its own, or whose.

use super::engine::Published;
use super::subject::Subject;
use std::format;
use std::string::String;
use std::vec::Vec;

/// What a container is to a service of a map, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kin {
    /// The container of the map, or its service in the Compose project of the map.
    Own,
    /// The container of the map by its name, in another Compose project.
    OwnElsewhere,
    /// A service of that name in another Compose project.
    Namesake,
    /// Another container of the map's own project.
    Sibling,
    Stranger,
}

impl Kin {
    pub(super) fn is_own(self) -> bool {
        matches!(self, Self::Own | Self::OwnElsewhere)
    }
}

/// By name, and by the labels of Compose and podman-compose; without labels by the names that these make.
pub(super) fn of(subject: Subject, container: &Published) -> Kin {
    let own = subject.project().filter(|project| !project.is_empty());
    let project = container.project();
    let is_named = subject.container() == Some(container.container());
    if is_named && (project.is_none() || own.is_none() || project == own) {
        return Kin::Own;
    }
    if is_named {
        return Kin::OwnElsewhere;
    }
    let names = [subject.container(), subject.service()];
    let is_its = |service: &str| names.iter().flatten().any(|name| *name == service);
    let Some(own) = own else {
        return Kin::Stranger;
    };
    match (project, container.service()) {
        (Some(project), Some(service)) if is_its(service) => {
            if project == own {
                Kin::Own
            } else {
                Kin::Namesake
            }
        }
        (Some(project), _) if project == own => Kin::Sibling,
        (Some(_), _) => Kin::Stranger,
        (None, _) => {
            let made = names
                .iter()
                .flatten()
                .flat_map(|name| made_names(own, name));
            let name = container.container();
            let is_made = made.into_iter().any(|start| {
                let number = name.strip_prefix(&start);
                number.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
            });
            let rest = name.strip_prefix(own);
            if is_made {
                Kin::Own
            } else if rest.is_some_and(|rest| rest.starts_with(['-', '_'])) {
                Kin::Sibling
            } else {
                Kin::Stranger
            }
        }
    }
}

/// `shop-redis-` of Compose 2, `shop_redis_` of podman-compose and Compose 1; a number follows.
fn made_names(project: &str, service: &str) -> Vec<String> {
    let of = |sign: char| format!("{project}{sign}{service}{sign}");
    Vec::from([of('-'), of('_')])
}

/// What people are told of a container that is not simply the map's own.
pub(super) fn reason(subject: Subject, container: &Published, kin: Kin) -> Option<String> {
    let own = subject.project().unwrap_or_default();
    let project = container.project().unwrap_or_default();
    match kin {
        Kin::Own | Kin::Stranger => None,
        Kin::OwnElsewhere => Some(format!(
            "it is of the Compose project {project}, and the map's is {own}; `[map] project` says which is its own"
        )),
        Kin::Namesake => {
            let service = container.service().unwrap_or_default();
            Some(format!(
                "it is {service} of the Compose project {project}, and the map's is {own}; `[map] project` says which is its own"
            ))
        }
        Kin::Sibling => Some(format!(
            "it is of {own} itself, and not on the port that the map has for it"
        )),
    }
}
