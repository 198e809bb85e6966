//! A checked map as the items of a module.
//!
//! The templates read as the module that they write. It names the runtime by `deeplens_ports` alone, which
//! `include_ports!` brings into scope, and carries no attribute that relaxes a lint: its last item, `used!`, names what no other
//! names, so that nothing is dead in a private module.

mod details;
mod docs;
mod endpoint;
mod markdown;
mod owners;
mod sheet;

use crate::map::{Endpoint, Map};
use crate::order;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The items, in their order; each is one of Rust's.
pub(crate) fn module(map: &Map) -> Vec<TokenStream> {
    let (details, details_of) = details::constants(map);
    let mut aliases = Vec::new();
    let mut items = vec![quote! { use deeplens_ports::__private as new; }];
    for (at, it) in map.all().iter().enumerate() {
        items.push(endpoint::constant(map, it, &details_of[at]));
        if it.deprecated.is_some() {
            aliases.push(endpoint::alias(map, it, &details_of[at]));
        }
    }
    items.extend(tables(map));
    items.push(itself(map));
    items.extend(lookups());
    items.push(owners::services(map));
    items.push(owners::groups(map));
    items.push(numbers(map));
    items.push(lists(map));
    let new = quote! { new };
    items.extend(hidden("service", &new, &owners::service_records(map)));
    items.extend(hidden("group", &new, &owners::group_records(map)));
    let used = quote! { deeplens_ports, details, new, service };
    items.extend(hidden("deprecated", &used, &aliases));
    items.extend(hidden("details", &new, &details));
    items.push(uses());
    items
}

fn paths(endpoints: &[Endpoint]) -> Vec<TokenStream> {
    let mut paths = Vec::new();
    for it in endpoints {
        paths.push(endpoint::path(it));
    }
    paths
}

fn tables(map: &Map) -> Vec<TokenStream> {
    let endpoints = paths(&map.endpoints);
    let ranges = paths(&map.ranges);
    let inside = paths(&map.container_endpoints);
    vec![
        quote! {
            /// Every endpoint, by port, transport and name.
            pub const ALL: &[deeplens_ports::AnyEndpoint] = &[#(#endpoints.erase()),*];
        },
        quote! {
            /// Every range of ports, by first port, transport and name.
            pub const RANGES: &[deeplens_ports::AnyPortRange] = &[#(#ranges.erase()),*];
        },
        quote! {
            /// Every endpoint that is reached on the container network alone, by container, port, transport and name.
            pub const CONTAINER_ENDPOINTS: &[deeplens_ports::AnyContainerEndpoint] =
                &[#(#inside.erase()),*];
        },
    ]
}

/// The functions are inline: otherwise a crate with a map would translate its tables to machine code, for a call that
/// nobody makes.
fn itself(map: &Map) -> TokenStream {
    let (name, host, host_variable) = (&map.name, &map.host, map.host_variable());
    let (project, network) = (&map.project, map.network.iter());
    quote! {
        /// The whole map.
        #[inline]
        #[must_use]
        pub const fn map() -> deeplens_ports::Map {
            new::map(#name, #host, #host_variable, #project)
                #(.with_network(#network))*
                .with_reserved(lists::RESERVED)
                .with_endpoints(ALL, RANGES, CONTAINER_ENDPOINTS)
                .with_owners(lists::SERVICES, lists::GROUPS)
        }
    }
}

fn lookups() -> Vec<TokenStream> {
    vec![
        quote! {
            /// The endpoint on a port; of several, the first by transport and name.
            #[inline]
            #[must_use]
            pub const fn by_port(port: u16) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
                new::by_port(ALL, port)
            }
        },
        quote! {
            /// The range that a port is in; of several, the first by first port, transport and name.
            #[inline]
            #[must_use]
            pub const fn range_by_port(port: u16) -> ::core::option::Option<deeplens_ports::AnyPortRange> {
                new::range_by_port(RANGES, port)
            }
        },
        quote! {
            /// The endpoint with a port on the host and a name of the map, such as `service.endpoint`.
            #[inline]
            #[must_use]
            pub const fn by_name(name: &str) -> ::core::option::Option<deeplens_ports::AnyEndpoint> {
                new::by_name(ALL, lists::BY_NAME, name)
            }
        },
    ]
}

fn numbers(map: &Map) -> TokenStream {
    let mut constants = Vec::new();
    for it in &map.endpoints {
        constants.push(endpoint::number(it));
    }
    quote! {
        /// The bare port numbers, for `match` on a `u16`.
        pub mod numbers {
            #(#constants)*
        }
    }
}

/// What the functions use; in one of them it would be a long function.
fn lists(map: &Map) -> TokenStream {
    let names = &map.endpoints;
    let places = order::places(names.len(), &|a, b| names[a].name.cmp(&names[b].name));
    let mut by_name = Vec::new();
    for place in &places {
        by_name.push(Literal::usize_unsuffixed(*place));
    }
    let mut reserved = Vec::new();
    for it in &map.reserved {
        let first = Literal::u16_unsuffixed(it.first);
        let last = Literal::u16_unsuffixed(it.last);
        let reason = it.reason.iter();
        reserved.push(quote! { new::reserved(#first, #last) #(.with_reason(#reason))* });
    }
    let (mut services, mut groups) = (Vec::new(), Vec::new());
    for it in &map.services {
        services.push(owners::id(&it.name));
    }
    for it in &map.groups {
        groups.push(owners::id(&it.name));
    }
    quote! {
        #[doc(hidden)]
        mod lists {
            use super::new;

            /// The places in `ALL`, by the names of the endpoints.
            pub(super) const BY_NAME: &[usize] = &[#(#by_name),*];

            pub(super) const RESERVED: &[new::Reserved] = &[#(#reserved),*];

            pub(super) const SERVICES: &[new::Members<new::Service>] =
                &[#(super::services::#services),*];

            pub(super) const GROUPS: &[new::Members<new::Group>] = &[#(super::groups::#groups),*];
        }
    }
}

/// A module of constants that others are made of, and what they use of the outer one; none where there are none.
fn hidden(name: &str, used: &TokenStream, constants: &[TokenStream]) -> Option<TokenStream> {
    let name = format_ident!("{name}");
    (!constants.is_empty()).then(|| {
        quote! {
            #[doc(hidden)]
            mod #name {
                use super::{#used};

                #(#constants)*
            }
        }
    })
}

/// Names what nothing else does. What is deprecated names itself, see [`endpoint::constant`].
fn uses() -> TokenStream {
    quote! {
        new::used!(map, by_port, range_by_port, by_name);
    }
}

/// An error of the compiler, with the text in a file beside the module.
pub(crate) fn error(file: &str) -> TokenStream {
    quote! { ::core::compile_error!(::core::include_str!(#file)); }
}
