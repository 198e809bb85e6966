//! A checked map as the syntax tree of a module.
//!
//! The module names the runtime by `deeplens_ports` alone, which `include_ports!` brings into scope, and carries
//! no attribute that relaxes a lint: its closing constant uses every item that no other uses, so that nothing is
//! dead in a private module.

mod ast;
mod docs;
mod endpoint;
mod more;
mod owners;

pub(crate) use docs::Docs;

use crate::map::{Endpoint, Map, constant};
use more::More;
use quote::quote;
use syn::{Expr, File, Item, parse_quote};

/// The module, and the docs for the marks in it.
pub(crate) fn module(map: &Map) -> (File, Docs) {
    let texts = Docs::default();
    let more = More::new(map);
    let mut file = functions(map);
    let functions = file.items.split_off(1);
    let all = map.endpoints.iter().chain(&map.ranges);
    let constants = all.map(|endpoint| endpoint::constant(map, endpoint, &more, &texts));
    file.items.extend(constants);
    file.items.extend(tables(map));
    file.items.extend(functions);
    file.items.extend(owners::lists(map, &texts));
    file.items.push(numbers(map, &texts));
    file.items.push(lists(map));
    file.items.extend(owners::facts(map));
    file.items.extend(deprecated(map, &more));
    file.items.extend(private_module("more", more.constants));
    file.items.push(uses(map));
    (file, texts)
}

/// An import, and what the map says of itself and the lookups in it. The functions are inline: otherwise a crate with
/// a map would translate its tables to machine code, for a lookup that nobody calls.
fn functions(map: &Map) -> File {
    let (name, host) = (&map.name, &map.host);
    let network = ast::optional(map.network.as_deref());
    let host_variable = map.host_variable();
    let tokens = quote! {
        use deeplens_ports::__private as new;

        /// What the map says of itself.
        #[inline]
        #[must_use]
        pub const fn map() -> deeplens_ports::Map {
            new::map(#name, #host, #network, #host_variable, lists::RESERVED)
        }

        /// The endpoint on a port; of several, the first by transport and name.
        #[inline]
        #[must_use]
        pub const fn by_port(port: u16) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            new::by_port(ALL, lists::PORTS, lists::STARTS, port)
        }

        /// The endpoint with a name of the map, such as `service.endpoint`.
        #[inline]
        #[must_use]
        pub const fn by_name(name: &str) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            new::by_name(ALL, lists::NAMES, name)
        }
    };
    // These tokens are Rust, whatever the map says.
    syn::parse2(tokens).unwrap_or_else(|error| {
        let text = format!("a fault of deeplens-ports-build: {error}");
        parse_quote!(::core::compile_error!(#text);)
    })
}

/// The tables of all endpoints and ranges.
fn tables(map: &Map) -> [Item; 2] {
    let endpoints = ast::slice(map.endpoints.iter().map(|it| erased(it, &[])));
    let ranges = ast::slice(map.ranges.iter().map(|it| erased(it, &[])));
    [
        ast::constant(
            vec![ast::doc(" Every endpoint, by port, transport and name.")],
            ast::public(),
            "ALL",
            parse_quote!(&[deeplens_ports::AnyEndpoint]),
            endpoints,
        ),
        ast::constant(
            vec![ast::doc(
                " Every range of ports, by first port, transport and name.",
            )],
            ast::public(),
            "RANGES",
            parse_quote!(&[deeplens_ports::AnyPortRange]),
            ranges,
        ),
    ]
}

/// Bare numbers, for `match` on a `u16`.
fn numbers(map: &Map, texts: &Docs) -> Item {
    let constants = map.endpoints.iter().map(|it| {
        let mut attrs = vec![texts.lines(vec![format!("The port of `{}`.", it.name)])];
        attrs.extend(endpoint::deprecation(it));
        let ty = ast::ty(&["u16"], None);
        let value = endpoint::used(it, &ty, ast::number(it.ports.first.into()));
        ast::constant(attrs, ast::public(), &it.id(), ty, value)
    });
    let module = parse_quote! {
        /// The bare port numbers, for `match` on a `u16`.
        pub mod numbers {}
    };
    ast::filled(module, constants.collect())
}

/// Lists that functions use, outside of them: a function may not be long.
fn lists(map: &Map) -> Item {
    let count = map.endpoints.len();
    // At most half full, so that a search ends soon.
    let slots = (2 * count).next_power_of_two();
    // About as many parts as endpoints; few are found as soon without.
    let parts = if count <= 64 {
        1
    } else {
        count.next_power_of_two().min(65536)
    };
    let [count, slots, starts] = [count, slots, parts + 1].map(ast::number);
    let reserved = ast::slice(map.reserved.iter().map(|reserved| {
        let ends = [reserved.first, reserved.last].map(|end| ast::number(end.into()));
        let reason = ast::optional(reserved.reason.as_deref());
        ast::call(&["new", "reserved"], ends.into_iter().chain([reason]))
    }));
    parse_quote! {
        mod lists {
            use super::new;
            pub(super) const NAMES: &[u32; #slots] = &new::names(super::ALL);
            pub(super) const PORTS: &[u16; #count] = &new::ports(super::ALL);
            pub(super) const STARTS: &[u32; #starts] = &new::starts(PORTS);
            pub(super) const RESERVED: &[new::Reserved] = #reserved;
        }
    }
}

fn private_module(name: &str, items: Vec<Item>) -> Option<Item> {
    if items.is_empty() {
        return None;
    }
    let name = ast::ident(name);
    let module = parse_quote! {
        mod #name {
            use super::new;
        }
    };
    Some(ast::filled(module, items))
}

/// The endpoints whose constants are deprecated, for the tables, which are not.
fn deprecated<'a>(map: &'a Map, more: &More<'a>) -> Option<Item> {
    let all = map.endpoints.iter().chain(&map.ranges);
    let constants = all
        .filter(|endpoint| endpoint.deprecated.is_some())
        .map(|endpoint| endpoint::plain(map, endpoint, more));
    private_module("deprecated", constants.collect())
}

/// Uses every item that no other uses, so that none is dead code in a private module. What is deprecated uses
/// itself, see [`endpoint::used`].
fn uses(map: &Map) -> Item {
    let services = map.services.iter();
    let services = ast::slice(services.map(|it| ast::path(&["services", &it.id()])));
    let groups = map.groups.iter();
    let groups = ast::slice(groups.map(|it| ast::path(&["groups", &constant(&it.name)])));
    let [service, group] = ["Service", "Group"].map(owners::members_type);
    parse_quote! {
        const _: () = {
            let _ = (ALL, RANGES, map, by_port, by_name);
            let _: &[#service] = #services;
            let _: &[#group] = #groups;
        };
    }
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
