//! The constant of one endpoint or range.

use super::docs::Docs;
use super::{docs, ident, number, optional};
use crate::map::{Conflict, Container, Endpoint, Exposure, Map, Protocol};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::hash::Hash;

pub(super) fn constant(map: &Map, endpoint: &Endpoint, more: &str, texts: &Docs) -> TokenStream {
    let id = ident(&endpoint.id());
    let doc = texts.lines(docs::endpoint(map, endpoint));
    let ty = ty(endpoint, &quote!(deeplens_ports));
    let deprecated = deprecation(endpoint);
    let value = match endpoint.deprecated {
        Some(_) => used(endpoint, &ty, quote!(deprecated::#id)),
        None => value(map, endpoint, more, &TokenStream::new()),
    };
    quote! {
        #doc
        #deprecated
        pub const #id: #ty = #value;
    }
}

/// The constant that a deprecated one is an alias of.
pub(super) fn plain(map: &Map, endpoint: &Endpoint, more: &str) -> TokenStream {
    let id = ident(&endpoint.id());
    let ty = ty(endpoint, &quote!(new));
    let value = value(map, endpoint, more, &quote!(super::));
    quote! {
        pub(super) const #id: #ty = #value;
    }
}

/// The value of a constant of the endpoint. A deprecated one can be used without a warning by itself alone, and must
/// be used somewhere, or it is dead code in a private module.
pub(super) fn used(endpoint: &Endpoint, ty: &TokenStream, value: TokenStream) -> TokenStream {
    if endpoint.deprecated.is_none() {
        return value;
    }
    let id = ident(&endpoint.id());
    quote! {
        {
            const _: fn() -> #ty = || #id;
            #value
        }
    }
}

pub(super) fn deprecation(endpoint: &Endpoint) -> Option<TokenStream> {
    let reason = docs::link_free(endpoint.deprecated.as_ref()?);
    Some(quote!(#[deprecated = #reason]))
}

fn ty(endpoint: &Endpoint, crate_name: &TokenStream) -> TokenStream {
    let protocol = protocol(endpoint.protocol);
    if endpoint.is_range {
        quote!(#crate_name::PortRange<#crate_name::#protocol>)
    } else {
        quote!(#crate_name::Endpoint<#crate_name::#protocol>)
    }
}

/// The type of the protocol.
fn protocol(protocol: Protocol) -> TokenStream {
    match protocol {
        Protocol::Grpc => quote!(Grpc),
        Protocol::Http => quote!(Http),
        Protocol::Https => quote!(Https),
        Protocol::Tcp => quote!(Tcp),
        Protocol::Udp => quote!(Udp),
    }
}

/// `new::endpoint(&new::grpc(…))`; `root` leads to the module of the map.
fn value(map: &Map, endpoint: &Endpoint, more: &str, root: &TokenStream) -> TokenStream {
    let new = if endpoint.is_range {
        quote!(range)
    } else {
        quote!(endpoint)
    };
    let service = &map.services[endpoint.service];
    let service = ident(&service.id());
    let more = ident(more);
    let protocol = ident(endpoint.protocol.as_str());
    let (name, title, purpose) = (&endpoint.name, &endpoint.title, &endpoint.purpose);
    let id = endpoint.id();
    // So the bare number is used, and no dead code in a private module.
    let port = if endpoint.is_range || endpoint.deprecated.is_some() {
        number(endpoint.ports.first).into_token_stream()
    } else {
        let id = ident(&id);
        quote!(numbers::#id)
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
    let range = endpoint.is_range.then(|| {
        let (last, step) = (number(endpoint.ports.last), number(endpoint.ports.step));
        quote!(.range(#last, #step))
    });
    // Only https runs over both transports.
    let over_udp =
        (endpoint.transport != endpoint.protocol.transport()).then(|| quote!(.over_udp()));
    let container = container(endpoint);
    quote! {
        new::#new(&new::#protocol(
            #root facts::#service, &#root more::#more, #port,
            #name, #id, #title, #purpose, #authority, #url, #addr, #listen
        ) #range #over_udp #container)
    }
}

fn container(endpoint: &Endpoint) -> Option<TokenStream> {
    let container = endpoint.container.as_ref()?;
    let Container { host, port } = container;
    let authority = container.authority();
    let url = format!("{}://{authority}", endpoint.scheme);
    let port = number(*port);
    Some(quote!(.container(#host, #port, #authority, #url)))
}

/// What two endpoints must have in common to share [`more`].
pub(super) fn shared(endpoint: &Endpoint) -> impl Eq + Hash {
    (
        (
            &endpoint.scheme,
            &endpoint.host,
            endpoint.has_own_host,
            endpoint.is_range,
        ),
        (&endpoint.note, &endpoint.exposure, &endpoint.conflict),
        (&endpoint.configured_in, &endpoint.process),
        (&endpoint.same_as, &endpoint.deprecated),
    )
}

/// The facts of an endpoint that others may share; what is left out has its default in the runtime.
pub(super) fn more(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let (scheme, host) = (&endpoint.scheme, &endpoint.host);
    let steps = [
        (!endpoint.is_range && !endpoint.has_own_host).then(|| {
            let variable = map.host_variable();
            quote!(.map_host(#variable))
        }),
        text("note", endpoint.note.as_ref()),
        exposure(endpoint),
        endpoint.conflict.as_ref().map(conflict),
        configured_in(endpoint),
        process(endpoint),
        text("same_as", endpoint.same_as.as_ref()),
        text("deprecated", endpoint.deprecated.as_ref()),
    ];
    let steps = steps.into_iter().flatten();
    quote!(new::more(#scheme, #host) #(#steps)*)
}

fn text(step: &str, text: Option<&String>) -> Option<TokenStream> {
    let (step, text) = (ident(step), text?);
    Some(quote!(.#step(#text)))
}

fn exposure(endpoint: &Endpoint) -> Option<TokenStream> {
    let exposure = match endpoint.exposure {
        Exposure::Internal => return None,
        Exposure::Proxied => quote!(Proxied),
        Exposure::Public => quote!(Public),
    };
    Some(quote!(.exposure(new::Exposure::#exposure)))
}

fn conflict(conflict: &Conflict) -> TokenStream {
    let with = &conflict.with;
    let mitigation = optional(conflict.mitigation.as_deref());
    let alternatives = conflict.alternatives.iter().map(|port| number(*port));
    quote!(.conflict(&[#(#with),*], #mitigation, &[#(#alternatives),*]))
}

fn configured_in(endpoint: &Endpoint) -> Option<TokenStream> {
    let places = endpoint.configured_in.iter().map(|place| {
        let (file, key) = (&place.file, optional(place.key.as_deref()));
        quote!(new::place(#file, #key))
    });
    (!endpoint.configured_in.is_empty()).then(|| quote!(.configured_in(&[#(#places),*])))
}

fn process(endpoint: &Endpoint) -> Option<TokenStream> {
    let names = &endpoint.process;
    (!names.is_empty()).then(|| quote!(.process(&[#(#names),*])))
}
