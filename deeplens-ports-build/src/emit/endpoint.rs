//! The constant of one endpoint or range.

use super::{docs, ident, number, optional};
use crate::map::{Conflict, Container, Endpoint, Exposure, Map, Protocol};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn constant(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let id = ident(&endpoint.id());
    let doc = docs::lines(&docs::endpoint(map, endpoint));
    let ty = ty(endpoint);
    let deprecated = deprecation(endpoint);
    let value = match endpoint.deprecated {
        Some(_) => used(endpoint, &ty, quote!(deprecated::#id)),
        None => value(map, endpoint, &quote!(service_facts)),
    };
    quote! {
        #doc
        #deprecated
        pub const #id: #ty = #value;
    }
}

/// The constant that a deprecated one is an alias of.
pub(super) fn plain(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let id = ident(&endpoint.id());
    let ty = ty(endpoint);
    let value = value(map, endpoint, &quote!(super::service_facts));
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

fn ty(endpoint: &Endpoint) -> TokenStream {
    let protocol = protocol(endpoint.protocol);
    if endpoint.is_range {
        quote!(deeplens_ports::PortRange<deeplens_ports::#protocol>)
    } else {
        quote!(deeplens_ports::Endpoint<deeplens_ports::#protocol>)
    }
}

/// The name of the protocol, both of its type and of its value.
fn protocol(protocol: Protocol) -> TokenStream {
    match protocol {
        Protocol::Grpc => quote!(Grpc),
        Protocol::Http => quote!(Http),
        Protocol::Https => quote!(Https),
        Protocol::Tcp => quote!(Tcp),
        Protocol::Udp => quote!(Udp),
    }
}

fn value(map: &Map, endpoint: &Endpoint, facts: &TokenStream) -> TokenStream {
    let new = if endpoint.is_range {
        quote!(range)
    } else {
        quote!(endpoint)
    };
    let record = record(map, endpoint, facts);
    quote!(deeplens_ports::__private::#new(&#record))
}

/// The record with the facts that the map gives; what is left out has its default in the runtime.
fn record(map: &Map, endpoint: &Endpoint, facts: &TokenStream) -> TokenStream {
    let service = &map.services[endpoint.service];
    let service_id = ident(&service.id());
    let (name, id) = (&endpoint.name, endpoint.id());
    let port = number(endpoint.ports.first);
    let protocol = protocol(endpoint.protocol);
    let steps = [
        endpoint.is_range.then(|| {
            let (last, step) = (number(endpoint.ports.last), number(endpoint.ports.step));
            quote!(.range(#last, #step))
        }),
        (endpoint.transport != endpoint.protocol.transport()).then(|| {
            // Only https runs over both transports.
            quote!(.transport(deeplens_ports::Transport::Udp))
        }),
        text(
            "title",
            Some(&endpoint.title).filter(|title| **title != service.title),
        ),
        text(
            "purpose",
            Some(&endpoint.purpose).filter(|purpose| !purpose.is_empty()),
        ),
        text("note", endpoint.note.as_ref()),
        Some(address(endpoint)),
        inside(endpoint),
        exposure(endpoint),
        endpoint.conflict.as_ref().map(conflict),
        configured_in(endpoint),
        process(endpoint),
        (!endpoint.is_range).then(|| {
            let addr = map.addr_variable(endpoint);
            let listen = map.listen_variable(endpoint);
            quote!(.variables(#addr, #listen))
        }),
        (!endpoint.is_range && !endpoint.has_own_host).then(|| {
            let variable = map.host_variable();
            quote!(.map_host(#variable))
        }),
        text("same_as", endpoint.same_as.as_ref()),
        text("deprecated", endpoint.deprecated.as_ref()),
    ];
    let steps = steps.into_iter().flatten();
    quote! {
        deeplens_ports::__private::record(
            #facts::#service_id, #name, #id, deeplens_ports::ProtocolKind::#protocol, #port
        )
        #(#steps)*
    }
}

fn text(step: &str, text: Option<&String>) -> Option<TokenStream> {
    let (step, text) = (ident(step), text?);
    Some(quote!(.#step(#text)))
}

fn address(endpoint: &Endpoint) -> TokenStream {
    let (scheme, host) = (&endpoint.scheme, &endpoint.host);
    let (authority, url) = if endpoint.is_range {
        (String::new(), String::new())
    } else {
        (endpoint.authority(), endpoint.url())
    };
    quote!(.at(#scheme, #host, #authority, #url))
}

fn inside(endpoint: &Endpoint) -> Option<TokenStream> {
    let container = endpoint.container.as_ref()?;
    let Container { host, port } = container;
    let authority = container.authority();
    let url = format!("{}://{authority}", endpoint.scheme);
    let port = number(*port);
    Some(quote!(.container(#host, #port, #authority, #url)))
}

fn exposure(endpoint: &Endpoint) -> Option<TokenStream> {
    let exposure = match endpoint.exposure {
        Exposure::Internal => return None,
        Exposure::Proxied => quote!(Proxied),
        Exposure::Public => quote!(Public),
    };
    Some(quote!(.exposure(deeplens_ports::Exposure::#exposure)))
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
        quote!(deeplens_ports::__private::place(#file, #key))
    });
    (!endpoint.configured_in.is_empty()).then(|| quote!(.configured_in(&[#(#places),*])))
}

fn process(endpoint: &Endpoint) -> Option<TokenStream> {
    let names = &endpoint.process;
    (!names.is_empty()).then(|| quote!(.process(&[#(#names),*])))
}
