//! The services and groups: their facts, which the records refer to, and their lists of endpoints.

use super::docs::{self, Docs};
use super::{ast, item};
use crate::map::{Endpoint, Map, constant};
use syn::{Expr, Item, Type};

/// The public modules `services` and `groups`.
pub(super) fn lists(map: &Map, texts: &Docs) -> [Item; 2] {
    let mut of_service = members(map, map.services.len(), |endpoint| {
        map.services.iter().position(|it| *it == endpoint.service)
    });
    let services = map.services.iter().enumerate().map(|(at, service)| {
        let doc = texts.lines(docs::service(map, at));
        let members = std::mem::take(&mut of_service[at]);
        let id = service.id();
        let value = members.of("service_members", "facts", &id);
        let attrs = vec![doc];
        item::constant(attrs, item::public(), &id, members_type("Service"), value)
    });
    let services = with_imports(services.collect());
    let mut of_group = members(map, map.groups.len(), |endpoint| {
        let group = endpoint.service.group.as_ref()?;
        map.groups.iter().position(|it| it == group)
    });
    let groups = map.groups.iter().enumerate().map(|(at, group)| {
        let doc = texts.lines(docs::group(map, at));
        let members = std::mem::take(&mut of_group[at]);
        let id = constant(&group.name);
        let value = members.of("group_members", "group_facts", &id);
        item::constant(vec![doc], item::public(), &id, members_type("Group"), value)
    });
    let groups = with_imports(groups.collect());
    [
        item::public_module(
            " The services of the map, each with its endpoints.",
            "services",
            services,
        ),
        item::public_module(
            " The groups of the map, each with its endpoints.",
            "groups",
            groups,
        ),
    ]
}

/// What the constants use, if there are any.
fn with_imports(mut constants: Vec<Item>) -> Vec<Item> {
    if !constants.is_empty() {
        let imports = ["deeplens_ports", "new"].map(|name| item::import(&["super", name], None));
        constants.splice(0..0, imports);
    }
    constants
}

/// `deeplens_ports::Members<deeplens_ports::Service>`.
fn members_type(of: &str) -> Type {
    let argument = ast::ty(&["deeplens_ports", of], None);
    ast::ty(&["deeplens_ports", "Members"], Some(argument))
}

/// The endpoints and ranges of an owner.
#[derive(Default)]
struct Members {
    endpoints: Vec<Expr>,
    ranges: Vec<Expr>,
}

impl Members {
    fn of(self, constructor: &str, facts: &str, id: &str) -> Expr {
        let owner = ast::path(&["super", facts, id]);
        let members = ast::call(&["new", constructor], [owner, ast::slice(self.endpoints)]);
        if self.ranges.is_empty() {
            members
        } else {
            ast::method(members, "with_ranges", [ast::slice(self.ranges)])
        }
    }
}

/// The endpoints and ranges of each of `count` owners.
fn members(map: &Map, count: usize, owner: impl Fn(&Endpoint) -> Option<usize>) -> Vec<Members> {
    let mut members: Vec<Members> = (0..count).map(|_| Members::default()).collect();
    for endpoint in &map.endpoints {
        if let Some(at) = owner(endpoint) {
            let erased = super::erased(endpoint, &["super"]);
            members[at].endpoints.push(erased);
        }
    }
    for range in &map.ranges {
        if let Some(at) = owner(range) {
            members[at].ranges.push(super::erased(range, &["super"]));
        }
    }
    members
}

/// The private modules `facts`, of services, and `group_facts`.
pub(super) fn facts(map: &Map) -> impl Iterator<Item = Item> {
    let services = map.services.iter().map(|service| {
        let (id, none) = (service.id(), String::new());
        let texts = [
            &service.name,
            &id,
            &service.title,
            &map.service_host_variable(service),
            service.container.as_ref().unwrap_or(&none),
            &map.project,
        ];
        let texts = texts.map(ast::text);
        let group = match &service.group {
            Some(group) => ast::path(&["super", "group_facts", &group.id()]),
            None => ast::path(&["new", "NO_GROUP"]),
        };
        let facts = ast::call(&["new", "facts"], texts.into_iter().chain([group]));
        let value = ast::call(&["new", "service"], [ast::reference(facts)]);
        let ty = ast::ty(&["new", "Service"], None);
        item::constant(Vec::new(), item::in_parent(), &id, ty, value)
    });
    let groups = map.groups.iter().map(|group| {
        let value = ast::call(
            &["new", "group"],
            [&group.name, &group.title].map(ast::text),
        );
        let ty = ast::optional_type(ast::ty(&["new", "Group"], None));
        let id = constant(&group.name);
        item::constant(Vec::new(), item::in_parent(), &id, ty, value)
    });
    let services = item::private_module("facts", services.collect());
    let groups = item::private_module("group_facts", groups.collect());
    services.into_iter().chain(groups)
}
