//! A checked map as the syntax tree of a module.
//!
//! The module names the runtime by `deeplens_ports` alone, which `include_ports!` brings into scope, and carries
//! no attribute that relaxes a lint: its closing `used!` names every item that no other uses, so that nothing is
//! dead in a private module.

mod ast;
mod docs;
mod endpoint;
mod item;
mod more;
mod owners;

pub(crate) use docs::Docs;

use crate::map::{Endpoint, Map, constant};
use more::More;
use syn::{Expr, File, Item, Type};

/// The module, and the docs for the marks in it.
pub(crate) fn module(map: &Map) -> (File, Docs) {
    let texts = Docs::default();
    let more = More::new(map);
    let mut items = vec![item::import(&["deeplens_ports", "__private"], Some("new"))];
    let all = map.endpoints.iter().chain(&map.ranges);
    items.extend(all.map(|endpoint| endpoint::constant(map, endpoint, &more, &texts)));
    items.extend(tables(map));
    items.extend(functions(map));
    items.extend(owners::lists(map, &texts));
    items.push(numbers(map, &texts));
    items.extend(lists(map));
    items.extend(owners::facts(map));
    items.extend(deprecated(map, &more));
    items.extend(item::private_module("more", more.constants));
    items.push(uses(map));
    let file = File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    };
    (file, texts)
}

/// The tables of all endpoints and ranges.
fn tables(map: &Map) -> [Item; 2] {
    let endpoints = ast::slice(map.endpoints.iter().map(|it| erased(it, &[])));
    let ranges = ast::slice(map.ranges.iter().map(|it| erased(it, &[])));
    let table = |doc, name, of, items| {
        let ty = ast::slice_type(library(of));
        item::constant(vec![item::doc(doc)], item::public(), name, ty, items)
    };
    let doc = " Every range of ports, by first port, transport and name.";
    [
        table(
            " Every endpoint, by port, transport and name.",
            "ALL",
            "AnyEndpoint",
            endpoints,
        ),
        table(doc, "RANGES", "AnyPortRange", ranges),
    ]
}

/// What the map says of itself, and the lookups in it. The functions are inline: otherwise a crate with a map would
/// translate its tables to machine code, for a lookup that nobody calls.
fn functions(map: &Map) -> [Item; 3] {
    let list = |name| ast::path(&["lists", name]);
    let about = [
        ast::text(&map.name),
        ast::text(&map.host),
        ast::optional(map.network.as_deref()),
        ast::text(&map.project),
        ast::text(map.host_variable()),
        list("RESERVED"),
    ];
    let by_port = [
        ast::path(&["ALL"]),
        list("PORTS"),
        list("STARTS"),
        ast::path(&["port"]),
    ];
    let by_name = [
        ast::path(&["ALL"]),
        list("NAMES"),
        list("NAME_STARTS"),
        list("NAME_TEXT"),
        ast::path(&["name"]),
    ];
    let text = ast::reference_type(ast::ty(&["str"], None));
    [
        item::function(
            " What the map says of itself.",
            "map",
            None,
            library("Map"),
            ast::call(&["new", "map"], about),
        ),
        item::function(
            " The endpoint on a port; of several, the first by transport and name.",
            "by_port",
            Some(("port", ast::ty(&["u16"], None))),
            ast::optional_type(library("AnyEndpoint")),
            ast::call(&["new", "by_port"], by_port),
        ),
        item::function(
            " The endpoint with a name of the map, such as `service.endpoint`.",
            "by_name",
            Some(("name", text)),
            ast::optional_type(library("AnyEndpoint")),
            ast::call(&["new", "by_name"], by_name),
        ),
    ]
}

/// Bare numbers, for `match` on a `u16`.
fn numbers(map: &Map, texts: &Docs) -> Item {
    let constants = map.endpoints.iter().map(|it| {
        let mut attrs = vec![texts.lines(vec![format!("The port of `{}`.", it.name)])];
        attrs.extend(endpoint::deprecation(it));
        let port = ast::number(it.ports.first.into());
        let value = endpoint::used(it, port, &["super"]);
        let ty = ast::ty(&["u16"], None);
        item::constant(attrs, item::public(), &it.id(), ty, value)
    });
    item::public_module(
        " The bare port numbers, for `match` on a `u16`.",
        "numbers",
        constants.collect(),
    )
}

/// Lists that functions use, outside of them: a function may not be long.
fn lists(map: &Map) -> Option<Item> {
    let count = map.endpoints.len();
    // At most half full, so that a search ends soon.
    let slots = (2 * count).next_power_of_two();
    // About as many parts as endpoints; few are found as soon without.
    let parts = if count <= 64 {
        1
    } else {
        count.next_power_of_two().min(65536)
    };
    let index = |name, of, count, constructor, from: &[&str]| {
        let value = ast::reference(ast::call(&["new", constructor], [ast::path(from)]));
        let ty = ast::array_type(of, count);
        item::constant(Vec::new(), item::in_parent(), name, ty, value)
    };
    let reserved = map.reserved.iter().map(|reserved| {
        let ends = [reserved.first, reserved.last].map(|end| ast::number(end.into()));
        let reason = ast::optional(reserved.reason.as_deref());
        ast::call(&["new", "reserved"], ends.into_iter().chain([reason]))
    });
    let text = map.endpoints.iter().map(|it| it.name.len()).sum();
    let all = ["super", "ALL"];
    let constants = vec![
        index("NAMES", "u32", slots, "names", &all),
        index("NAME_STARTS", "u32", count + 1, "name_starts", &all),
        index("NAME_TEXT", "u8", text, "name_text", &all),
        index("PORTS", "u16", count, "ports", &all),
        index("STARTS", "u32", parts + 1, "starts", &["PORTS"]),
        item::constant(
            Vec::new(),
            item::in_parent(),
            "RESERVED",
            ast::slice_type(ast::ty(&["new", "Reserved"], None)),
            ast::slice(reserved),
        ),
    ];
    item::private_module("lists", constants)
}

/// The endpoints whose constants are deprecated, for the tables, which are not.
fn deprecated<'a>(map: &'a Map, more: &More<'a>) -> Option<Item> {
    let all = map.endpoints.iter().chain(&map.ranges);
    let constants = all
        .filter(|endpoint| endpoint.deprecated.is_some())
        .map(|endpoint| endpoint::plain(map, endpoint, more));
    item::private_module("deprecated", constants.collect())
}

/// Uses every item that no other uses, so that none is dead code in a private module. What is deprecated uses
/// itself, see [`endpoint::used`].
fn uses(map: &Map) -> Item {
    let whole = ["map", "by_port", "by_name", "RANGES"].map(|name| vec![name.to_owned()]);
    let services = map.services.iter().map(|it| ("services", it.id()));
    let groups = map.groups.iter().map(|it| ("groups", constant(&it.name)));
    let owners = services.chain(groups);
    let owners = owners.map(|(module, id)| vec![module.to_owned(), id]);
    item::uses(&[], whole.into_iter().chain(owners))
}

/// A type of the runtime.
fn library(name: &str) -> Type {
    ast::ty(&["deeplens_ports", name], None)
}

/// The endpoint in a table; `root` leads to the module of the map.
fn erased(endpoint: &Endpoint, root: &[&str]) -> Expr {
    let id = endpoint.id();
    let name: &[&str] = match endpoint.deprecated {
        Some(_) => &["deprecated", &id],
        None => &[&id],
    };
    ast::method(ast::path(&[root, name].concat()), "erase", [])
}
