//! The constant of one endpoint or range.

use super::docs::{self, Docs};
use super::more::More;
use super::{ast, item};
use crate::map::{Container, Endpoint, Map, Protocol};
use syn::{Attribute, Expr, Item, Stmt, Type};

pub(super) fn constant<'a>(
    map: &Map,
    endpoint: &'a Endpoint,
    more: &More<'a>,
    texts: &Docs,
) -> Item {
    let id = endpoint.id();
    let ty = || ty(endpoint, "deeplens_ports");
    let mut attrs = vec![texts.lines(docs::endpoint(map, endpoint))];
    attrs.extend(deprecation(endpoint));
    let value = match endpoint.deprecated {
        Some(_) => used(endpoint, ast::path(&["deprecated", &id]), &[]),
        None => value(map, endpoint, more, &[]),
    };
    item::constant(attrs, item::public(), &id, ty(), value)
}

/// The constant that a deprecated one is an alias of.
pub(super) fn plain<'a>(map: &Map, endpoint: &'a Endpoint, more: &More<'a>) -> Item {
    let value = value(map, endpoint, more, &["super"]);
    let ty = ty(endpoint, "new");
    item::constant(Vec::new(), item::in_parent(), &endpoint.id(), ty, value)
}

/// The value of a constant of the endpoint. A deprecated one can be used without a warning by itself alone, and must
/// be used somewhere, or it is dead code in a private module. `root` leads to the module of the map.
pub(super) fn used(endpoint: &Endpoint, value: Expr, root: &[&str]) -> Expr {
    if endpoint.deprecated.is_none() {
        return value;
    }
    let using = item::uses(root, [vec![endpoint.id()]]);
    ast::block(vec![Stmt::Item(using)], value)
}

pub(super) fn deprecation(endpoint: &Endpoint) -> Option<Attribute> {
    let reason = docs::link_free(endpoint.deprecated.as_ref()?);
    Some(item::named("deprecated", &reason))
}

fn ty(endpoint: &Endpoint, library: &str) -> Type {
    let name = if endpoint.is_range {
        "PortRange"
    } else {
        "Endpoint"
    };
    let protocol = match endpoint.protocol {
        Protocol::Grpc => "Grpc",
        Protocol::Http => "Http",
        Protocol::Https => "Https",
        Protocol::Tcp => "Tcp",
        Protocol::Udp => "Udp",
    };
    let argument = ast::ty(&[library, protocol], None);
    ast::ty(&[library, name], Some(argument))
}

/// `new::endpoint(&new::grpc(…))`; `root` leads to the module of the map.
fn value<'a>(map: &Map, endpoint: &'a Endpoint, more: &More<'a>, root: &[&str]) -> Expr {
    let from_root = |names: &[&str]| ast::path(&[root, names].concat());
    let id = endpoint.id();
    let service = endpoint.service.id();
    // So the bare number is used, and no dead code in a private module.
    let port = if endpoint.is_range || endpoint.deprecated.is_some() {
        ast::number(endpoint.ports.first.into())
    } else {
        from_root(&["numbers", &id])
    };
    let [authority, url, addr, listen] = if endpoint.is_range {
        [const { String::new() }; 4]
    } else {
        [
            endpoint.authority(),
            endpoint.url(),
            map.addr_variable(endpoint),
            map.listen_variable(endpoint),
        ]
    };
    let (name, title, purpose) = (&endpoint.name, &endpoint.title, &endpoint.purpose);
    let texts = [name, &id, title, purpose, &authority, &url, &addr, &listen];
    let first = [
        from_root(&["facts", &service]),
        ast::reference(from_root(&["more", more.of(endpoint)])),
        port,
    ];
    let arguments = first.into_iter().chain(texts.map(ast::text));
    let mut record = ast::call(&["new", endpoint.protocol.as_str()], arguments);
    if endpoint.is_range {
        let ends = [endpoint.ports.last, endpoint.ports.step];
        let ends = ends.map(|end| ast::number(end.into()));
        record = ast::method(record, "range", ends);
    }
    if endpoint.transport != endpoint.protocol.transport() {
        // Only https runs over both transports.
        record = ast::method(record, "over_udp", []);
    }
    if let Some(container) = &endpoint.container {
        record = ast::method(record, "container", inside(endpoint, container));
    }
    let new = if endpoint.is_range {
        "range"
    } else {
        "endpoint"
    };
    ast::call(&["new", new], [ast::reference(record)])
}

fn inside(endpoint: &Endpoint, container: &Container) -> [Expr; 4] {
    let authority = container.authority();
    let url = format!("{}://{authority}", endpoint.scheme);
    [
        ast::text(&container.host),
        ast::number(container.port.into()),
        ast::text(authority),
        ast::text(url),
    ]
}
