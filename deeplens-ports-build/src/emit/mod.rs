//! A checked map as the tokens of a module.
//!
//! The module names the runtime by `deeplens_ports` alone, which `include_ports!` brings into scope, and carries
//! no attribute that relaxes a lint: its closing constants use every item, so that nothing is dead in a private
//! module.

mod docs;
mod endpoint;

use crate::map::{Endpoint, Map, constant};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

pub(crate) fn module(map: &Map) -> TokenStream {
    let about = about(map);
    let endpoints = map
        .endpoints
        .iter()
        .map(|endpoint| endpoint::constant(map, endpoint));
    let ranges = map
        .ranges
        .iter()
        .map(|range| endpoint::constant(map, range));
    let tables = tables(map);
    let members = [services(map), groups(map)];
    let numbers = numbers(map);
    let lists = lists(map);
    let deprecated = deprecated(map);
    let facts = facts(map);
    let uses = uses(map);
    quote! {
        #about
        #(#endpoints)*
        #(#ranges)*
        #tables
        #(#members)*
        #numbers
        #lists
        #facts
        #deprecated
        #uses
    }
}

/// What the map says of itself.
fn about(map: &Map) -> TokenStream {
    let (name, host) = (&map.name, &map.host);
    let network = optional(map.network.as_deref());
    let host_variable = map.host_variable();
    quote! {
        /// What the map says of itself.
        #[must_use]
        pub const fn map() -> deeplens_ports::Map {
            deeplens_ports::__private::map(#name, #host, #network, #host_variable, lists::RESERVED)
        }
    }
}

/// The tables of all endpoints, and the lookups in them.
fn tables(map: &Map) -> TokenStream {
    let endpoints = map.endpoints.iter().map(erased);
    let ranges = map.ranges.iter().map(erased);
    quote! {
        /// Every endpoint, by port, transport and name.
        pub const ALL: &[deeplens_ports::AnyEndpoint] = &[#(#endpoints),*];

        /// Every range of ports, by first port, transport and name.
        pub const RANGES: &[deeplens_ports::AnyPortRange] = &[#(#ranges),*];

        /// The endpoint on a port; of several, the first by transport and name.
        #[must_use]
        pub const fn by_port(port: u16) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            deeplens_ports::__private::by_port(ALL, port)
        }

        /// The endpoint with a name of the map, such as `service.endpoint`.
        #[must_use]
        pub const fn by_name(name: &str) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            deeplens_ports::__private::by_name(ALL, lists::BY_NAME, name)
        }
    }
}

/// Lists that functions use, outside of them: a function may not be long.
fn lists(map: &Map) -> TokenStream {
    let mut by_name: Vec<usize> = (0..map.endpoints.len()).collect();
    by_name.sort_by_key(|at| &map.endpoints[*at].name);
    let by_name = by_name.into_iter().map(Literal::usize_unsuffixed);
    let reserved = map.reserved.iter().map(|reserved| {
        let (first, last) = (number(reserved.first), number(reserved.last));
        let reason = optional(reserved.reason.as_deref());
        quote!(deeplens_ports::__private::reserved(#first, #last, #reason))
    });
    quote! {
        mod lists {
            use super::deeplens_ports;
            pub(super) const BY_NAME: &[u32] = &[#(#by_name),*];
            pub(super) const RESERVED: &[deeplens_ports::Reserved] = &[#(#reserved),*];
        }
    }
}

fn services(map: &Map) -> TokenStream {
    let mut of_service = members(map, map.services.len(), |endpoint| Some(endpoint.service));
    let constants = map.services.iter().enumerate().map(|(at, service)| {
        let id = ident(&service.id());
        let doc = docs::lines(&docs::service(map, at));
        let (endpoints, ranges) = std::mem::take(&mut of_service[at]);
        quote! {
            #doc
            pub const #id: deeplens_ports::Members<deeplens_ports::Service> =
                deeplens_ports::__private::members(super::service_facts::#id, &[#(#endpoints),*], &[#(#ranges),*]);
        }
    });
    let constants: Vec<TokenStream> = constants.collect();
    let import = (!constants.is_empty()).then(|| {
        quote!(
            use super::deeplens_ports;
        )
    });
    quote! {
        /// The services of the map, each with its endpoints.
        pub mod services {
            #import
            #(#constants)*
        }
    }
}

fn groups(map: &Map) -> TokenStream {
    let mut of_group = members(map, map.groups.len(), |endpoint| {
        map.services[endpoint.service].group
    });
    let constants = map.groups.iter().enumerate().map(|(at, group)| {
        let id = ident(&constant(&group.name));
        let doc = docs::lines(&docs::group(map, at));
        let (endpoints, ranges) = std::mem::take(&mut of_group[at]);
        quote! {
            #doc
            pub const #id: deeplens_ports::Members<deeplens_ports::Group> =
                deeplens_ports::__private::members(super::group_facts::#id, &[#(#endpoints),*], &[#(#ranges),*]);
        }
    });
    let constants: Vec<TokenStream> = constants.collect();
    let import = (!constants.is_empty()).then(|| {
        quote!(
            use super::deeplens_ports;
        )
    });
    quote! {
        /// The groups of the map, each with its endpoints.
        pub mod groups {
            #import
            #(#constants)*
        }
    }
}

/// The endpoints and ranges of each of `count` owners.
fn members(
    map: &Map,
    count: usize,
    owner: impl Fn(&Endpoint) -> Option<usize>,
) -> Vec<(Vec<TokenStream>, Vec<TokenStream>)> {
    let mut members = vec![(Vec::new(), Vec::new()); count];
    let inside = |endpoint: &Endpoint| {
        let erased = erased(endpoint);
        quote!(super::#erased)
    };
    for endpoint in &map.endpoints {
        if let Some(at) = owner(endpoint) {
            members[at].0.push(inside(endpoint));
        }
    }
    for range in &map.ranges {
        if let Some(at) = owner(range) {
            members[at].1.push(inside(range));
        }
    }
    members
}

/// Bare numbers, for `match` on a `u16`.
fn numbers(map: &Map) -> TokenStream {
    let constants = map.endpoints.iter().map(|endpoint| {
        let id = ident(&endpoint.id());
        let port = number(endpoint.ports.first);
        let doc = format!(" The port of `{}`.", endpoint.name);
        let deprecated = endpoint::deprecation(endpoint);
        let value = endpoint::used(endpoint, &quote!(u16), quote!(#port));
        quote! {
            #[doc = #doc]
            #deprecated
            pub const #id: u16 = #value;
        }
    });
    quote! {
        /// The bare port numbers, for `match` on a `u16`.
        pub mod numbers {
            #(#constants)*
        }
    }
}

/// The services and groups without their endpoints, which the records refer to.
fn facts(map: &Map) -> TokenStream {
    let services = map.services.iter().map(|service| {
        let id_text = service.id();
        let id = ident(&id_text);
        let (name, title) = (&service.name, &service.title);
        let host_variable = map.service_host_variable(service);
        let group = service.group.map(|at| {
            let id = ident(&constant(&map.groups[at].name));
            quote!(.group(super::group_facts::#id))
        });
        let container = service.container.as_ref().map(|name| quote!(.container(#name)));
        quote! {
            pub(super) const #id: deeplens_ports::Service = deeplens_ports::__private::service(
                &deeplens_ports::__private::ServiceRecord::new(#name, #id_text, #title, #host_variable)
                    #group #container
            );
        }
    });
    let groups = map.groups.iter().map(|group| {
        let id = ident(&constant(&group.name));
        let (name, title) = (&group.name, &group.title);
        quote! {
            pub(super) const #id: deeplens_ports::Group = deeplens_ports::__private::group(#name, #title);
        }
    });
    let services = private_module("service_facts", services);
    let groups = private_module("group_facts", groups);
    quote! {
        #services
        #groups
    }
}

fn private_module(name: &str, items: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return TokenStream::new();
    }
    let name = ident(name);
    quote! {
        mod #name {
            use super::deeplens_ports;
            #(#items)*
        }
    }
}

/// The endpoints whose constants are deprecated, for the tables, which are not.
fn deprecated(map: &Map) -> TokenStream {
    let constants = map
        .endpoints
        .iter()
        .chain(&map.ranges)
        .filter(|endpoint| endpoint.deprecated.is_some())
        .map(|endpoint| endpoint::plain(map, endpoint));
    private_module("deprecated", constants)
}

/// Uses every item, so that none is dead code in a private module. What is deprecated uses itself, see
/// [`endpoint::used`].
fn uses(map: &Map) -> TokenStream {
    let current = map
        .endpoints
        .iter()
        .filter(|endpoint| endpoint.deprecated.is_none());
    let numbers = current.map(|endpoint| ident(&endpoint.id()));
    let services = map.services.iter().map(|service| ident(&service.id()));
    let groups = map.groups.iter().map(|group| ident(&constant(&group.name)));
    quote! {
        const _: () = {
            let _ = (ALL, RANGES, map, by_port, by_name);
            let _: &[u16] = &[#(numbers::#numbers),*];
            let _: &[deeplens_ports::Members<deeplens_ports::Service>] = &[#(services::#services),*];
            let _: &[deeplens_ports::Members<deeplens_ports::Group>] = &[#(groups::#groups),*];
        };
    }
}

/// The endpoint in a table.
fn erased(endpoint: &Endpoint) -> TokenStream {
    let id = ident(&endpoint.id());
    if endpoint.deprecated.is_some() {
        quote!(deprecated::#id.erase())
    } else {
        quote!(#id.erase())
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn number(port: u16) -> Literal {
    Literal::u16_unsuffixed(port)
}

fn optional(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}
