//! A checked map as the tokens of a module.
//!
//! The module names the runtime by `deeplens_ports` alone, which `include_ports!` brings into scope, and carries
//! no attribute that relaxes a lint: its closing constants use every item, so that nothing is dead in a private
//! module.

mod docs;
mod endpoint;

pub(crate) use docs::Docs;

use crate::map::{Endpoint, Map, constant};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use std::collections::HashMap;

/// The tokens, and the docs for the marks in them.
pub(crate) fn module(map: &Map) -> (TokenStream, Docs) {
    let texts = Docs::default();
    let about = about(map);
    let more = More::of(map);
    let endpoints = map.endpoints.iter().zip(&more.of_endpoints);
    let ranges = map.ranges.iter().zip(&more.of_ranges);
    let constants = endpoints
        .chain(ranges)
        .map(|(endpoint, more)| endpoint::constant(map, endpoint, more, &texts));
    let tables = tables(map);
    let members = [services(map, &texts), groups(map, &texts)];
    let numbers = numbers(map, &texts);
    let lists = lists(map);
    let deprecated = deprecated(map, &more);
    let facts = facts(map);
    let shared = private_module("more", more.constants.into_iter());
    let uses = uses(map);
    let tokens = quote! {
        use deeplens_ports::__private as new;
        #about
        #(#constants)*
        #tables
        #(#members)*
        #numbers
        #lists
        #facts
        #shared
        #deprecated
        #uses
    };
    (tokens, texts)
}

/// The facts that endpoints share: one constant for each kind, with the name of the first endpoint that has it.
struct More {
    constants: Vec<TokenStream>,
    of_endpoints: Vec<String>,
    of_ranges: Vec<String>,
}

impl More {
    fn of(map: &Map) -> Self {
        let mut names: HashMap<_, String> = HashMap::new();
        let mut constants = Vec::new();
        let mut name = |endpoint| {
            let name = names.entry(endpoint::shared(endpoint)).or_insert_with(|| {
                let id = ident(&endpoint.id());
                let value = endpoint::more(map, endpoint);
                constants.push(quote!(pub(super) const #id: new::More = #value;));
                endpoint.id()
            });
            name.clone()
        };
        let of_endpoints = map.endpoints.iter().map(&mut name).collect();
        let of_ranges = map.ranges.iter().map(&mut name).collect();
        Self {
            constants,
            of_endpoints,
            of_ranges,
        }
    }
}

/// What the map says of itself.
fn about(map: &Map) -> TokenStream {
    let (name, host) = (&map.name, &map.host);
    let network = optional(map.network.as_deref());
    let host_variable = map.host_variable();
    quote! {
        /// What the map says of itself.
        #[inline]
        #[must_use]
        pub const fn map() -> deeplens_ports::Map {
            new::map(#name, #host, #network, #host_variable, lists::RESERVED)
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
        #[inline]
        #[must_use]
        pub const fn by_port(port: u16) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            new::by_port(ALL, port)
        }

        /// The endpoint with a name of the map, such as `service.endpoint`.
        #[inline]
        #[must_use]
        pub const fn by_name(name: &str) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
            new::by_name(ALL, lists::BY_NAME, name)
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
        quote!(new::reserved(#first, #last, #reason))
    });
    quote! {
        mod lists {
            use super::new;
            pub(super) const BY_NAME: &[u32] = &[#(#by_name),*];
            pub(super) const RESERVED: &[new::Reserved] = &[#(#reserved),*];
        }
    }
}

fn services(map: &Map, texts: &Docs) -> TokenStream {
    let mut of_service = members(map, map.services.len(), |endpoint| Some(endpoint.service));
    let constants = map.services.iter().enumerate().map(|(at, service)| {
        let id = ident(&service.id());
        let doc = texts.lines(docs::service(map, at));
        let (endpoints, ranges) = std::mem::take(&mut of_service[at]);
        let ranges = with_ranges(&ranges);
        quote! {
            #doc
            pub const #id: deeplens_ports::Members<deeplens_ports::Service> =
                new::service_members(super::facts::#id, &[#(#endpoints),*]) #ranges;
        }
    });
    let constants: Vec<TokenStream> = constants.collect();
    let import = (!constants.is_empty()).then(|| {
        quote!(
            use super::{deeplens_ports, new};
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

fn groups(map: &Map, texts: &Docs) -> TokenStream {
    let mut of_group = members(map, map.groups.len(), |endpoint| {
        map.services[endpoint.service].group
    });
    let constants = map.groups.iter().enumerate().map(|(at, group)| {
        let id = ident(&constant(&group.name));
        let doc = texts.lines(docs::group(map, at));
        let (endpoints, ranges) = std::mem::take(&mut of_group[at]);
        let ranges = with_ranges(&ranges);
        quote! {
            #doc
            pub const #id: deeplens_ports::Members<deeplens_ports::Group> =
                new::group_members(super::group_facts::#id, &[#(#endpoints),*]) #ranges;
        }
    });
    let constants: Vec<TokenStream> = constants.collect();
    let import = (!constants.is_empty()).then(|| {
        quote!(
            use super::{deeplens_ports, new};
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

fn with_ranges(ranges: &[TokenStream]) -> Option<TokenStream> {
    (!ranges.is_empty()).then(|| quote!(.with_ranges(&[#(#ranges),*])))
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
fn numbers(map: &Map, texts: &Docs) -> TokenStream {
    let constants = map.endpoints.iter().map(|endpoint| {
        let id = ident(&endpoint.id());
        let port = number(endpoint.ports.first);
        let doc = texts.lines(vec![format!("The port of `{}`.", endpoint.name)]);
        let deprecated = endpoint::deprecation(endpoint);
        let value = endpoint::used(endpoint, &quote!(u16), quote!(#port));
        quote! {
            #doc
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
        let container = service.container.as_deref().unwrap_or_default();
        let group = match service.group {
            Some(at) => {
                let id = ident(&constant(&map.groups[at].name));
                quote!(super::group_facts::#id)
            }
            None => quote!(new::NO_GROUP),
        };
        quote! {
            pub(super) const #id: new::Service = new::service(
                &new::facts(#name, #id_text, #title, #host_variable, #container, #group)
            );
        }
    });
    let groups = map.groups.iter().map(|group| {
        let id = ident(&constant(&group.name));
        let (name, title) = (&group.name, &group.title);
        quote! {
            pub(super) const #id: ::core::option::Option<new::Group> = new::group(#name, #title);
        }
    });
    let services = private_module("facts", services);
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
            use super::new;
            #(#items)*
        }
    }
}

/// The endpoints whose constants are deprecated, for the tables, which are not.
fn deprecated(map: &Map, more: &More) -> TokenStream {
    let endpoints = map.endpoints.iter().zip(&more.of_endpoints);
    let ranges = map.ranges.iter().zip(&more.of_ranges);
    let constants = endpoints
        .chain(ranges)
        .filter(|(endpoint, _)| endpoint.deprecated.is_some())
        .map(|(endpoint, more)| endpoint::plain(map, endpoint, more));
    private_module("deprecated", constants)
}

/// Uses every item that no other uses, so that none is dead code in a private module. What is deprecated uses itself, see
/// [`endpoint::used`].
fn uses(map: &Map) -> TokenStream {
    let services = map.services.iter().map(|service| ident(&service.id()));
    let groups = map.groups.iter().map(|group| ident(&constant(&group.name)));
    quote! {
        const _: () = {
            let _ = (ALL, RANGES, map, by_port, by_name);
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
