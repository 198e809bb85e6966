//! The facts that endpoints share, or few have: one constant for each kind, with the name of the first endpoint that
//! has it.

use super::{ast, item};
use crate::map::{ConfiguredIn, Conflict, Endpoint, Exposure, Map};
use std::collections::HashMap;
use syn::{Expr, Item};

/// What two endpoints must have in common to share a constant.
type Key<'a> = (
    (&'a str, &'a str, bool, bool),
    (Option<&'a str>, Exposure, Option<&'a Conflict>),
    (&'a [ConfiguredIn], &'a [String]),
    (Option<&'a str>, Option<&'a str>),
);

pub(super) struct More<'a> {
    names: HashMap<Key<'a>, String>,
    pub(super) constants: Vec<Item>,
}

impl<'a> More<'a> {
    pub(super) fn new(map: &'a Map) -> Self {
        let mut names = HashMap::new();
        let mut constants = Vec::new();
        for endpoint in map.endpoints.iter().chain(&map.ranges) {
            names.entry(key(endpoint)).or_insert_with(|| {
                let id = endpoint.id();
                let ty = ast::ty(&["new", "More"], None);
                let value = value(map, endpoint);
                constants.push(item::constant(
                    Vec::new(),
                    item::in_parent(),
                    &id,
                    ty,
                    value,
                ));
                id
            });
        }
        Self { names, constants }
    }

    /// The name of the constant for the endpoint, which is one of the map.
    pub(super) fn of(&self, endpoint: &'a Endpoint) -> &str {
        &self.names[&key(endpoint)]
    }
}

fn key(endpoint: &Endpoint) -> Key<'_> {
    (
        (
            &endpoint.scheme,
            &endpoint.host,
            endpoint.has_own_host,
            endpoint.is_range,
        ),
        (
            endpoint.note.as_deref(),
            endpoint.exposure,
            endpoint.conflict.as_ref(),
        ),
        (&endpoint.configured_in, &endpoint.process),
        (endpoint.same_as.as_deref(), endpoint.deprecated.as_deref()),
    )
}

/// What is left out has its default in the runtime.
fn value(map: &Map, endpoint: &Endpoint) -> Expr {
    let mut value = ast::call(
        &["new", "more"],
        [&endpoint.scheme, &endpoint.host].map(ast::text),
    );
    let mut add = |name: &str, arguments: Vec<Expr>| {
        let before = std::mem::replace(&mut value, Expr::PLACEHOLDER);
        value = ast::method(before, name, arguments);
    };
    if !endpoint.is_range && !endpoint.has_own_host {
        add("map_host", vec![ast::text(map.host_variable())]);
    }
    if let Some(note) = &endpoint.note {
        add("note", vec![ast::text(note)]);
    }
    match endpoint.exposure {
        Exposure::Internal => {}
        Exposure::Proxied => add("exposure", vec![ast::path(&["new", "Exposure", "Proxied"])]),
        Exposure::Public => add("exposure", vec![ast::path(&["new", "Exposure", "Public"])]),
    }
    if let Some(conflict) = &endpoint.conflict {
        add("conflict", of_conflict(conflict));
    }
    if !endpoint.configured_in.is_empty() {
        let places = endpoint.configured_in.iter().map(place);
        add("configured_in", vec![ast::slice(places)]);
    }
    if !endpoint.process.is_empty() {
        let names = endpoint.process.iter().map(ast::text);
        add("process", vec![ast::slice(names)]);
    }
    if let Some(name) = &endpoint.same_as {
        add("same_as", vec![ast::text(name)]);
    }
    if let Some(reason) = &endpoint.deprecated {
        add("deprecated", vec![ast::text(reason)]);
    }
    value
}

fn of_conflict(conflict: &Conflict) -> Vec<Expr> {
    let alternatives = conflict.alternatives.iter();
    vec![
        ast::slice(conflict.with.iter().map(ast::text)),
        ast::optional(conflict.mitigation.as_deref()),
        ast::slice(alternatives.map(|port| ast::number(usize::from(*port)))),
    ]
}

fn place(place: &ConfiguredIn) -> Expr {
    let key = ast::optional(place.key.as_deref());
    ast::call(&["new", "place"], [ast::text(&place.file), key])
}
