//! The constants of endpoints, ranges and endpoints on the container network alone.

use super::{docs, markdown};
use crate::map::{Container, Endpoint, Kind, Map, Ports, Protocol};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

pub(super) fn constant(map: &Map, endpoint: &Endpoint, details: &Ident) -> TokenStream {
    let docs = docs::endpoint(map, endpoint);
    let deprecated = deprecation(endpoint);
    let (id, ty) = (id(endpoint), ty(endpoint));
    let value = match endpoint.deprecated {
        Some(_) => path(endpoint),
        None => value(map, endpoint, details),
    };
    let value = used(endpoint, &quote! { new }, &value);
    quote! {
        #docs
        #deprecated
        pub const #id: #ty = #value;
    }
}

/// The constant that a deprecated one is an alias of, for the tables, which are not deprecated.
pub(super) fn alias(map: &Map, endpoint: &Endpoint, details: &Ident) -> TokenStream {
    let (id, ty) = (id(endpoint), ty(endpoint));
    let value = value(map, endpoint, details);
    quote! { pub(super) const #id: #ty = #value; }
}

/// The bare number of an endpoint.
pub(super) fn number(endpoint: &Endpoint) -> TokenStream {
    let doc = format!(" The port of `{}`.", endpoint.name);
    let deprecated = deprecation(endpoint);
    let id = id(endpoint);
    let port = Literal::u16_unsuffixed(endpoint.ports.first);
    let value = used(endpoint, &quote! { super::new }, &quote! { #port });
    quote! {
        #[doc = #doc]
        #deprecated
        pub const #id: u16 = #value;
    }
}

fn deprecation(endpoint: &Endpoint) -> Option<TokenStream> {
    let reason = markdown::link_free(endpoint.deprecated.as_ref()?);
    Some(quote! { #[deprecated = #reason] })
}

/// The value of a constant of the endpoint. A deprecated one can be used without a warning by itself alone, and must
/// be used somewhere, or it is dead code in a private module.
fn used(endpoint: &Endpoint, new: &TokenStream, value: &TokenStream) -> TokenStream {
    let id = id(endpoint);
    match endpoint.deprecated {
        None => quote! { #value },
        Some(_) => quote! {{
            #new::used!(#id);
            #value
        }},
    }
}

/// Where the endpoint is found from the root of the module without a warning.
pub(super) fn path(endpoint: &Endpoint) -> TokenStream {
    let id = id(endpoint);
    match endpoint.deprecated {
        None => quote! { #id },
        Some(_) => quote! { deprecated::#id },
    }
}

fn id(endpoint: &Endpoint) -> Ident {
    format_ident!("{}", endpoint.id())
}

fn ty(endpoint: &Endpoint) -> TokenStream {
    let protocol = match endpoint.protocol {
        Protocol::Grpc => quote! { Grpc },
        Protocol::Http => quote! { Http },
        Protocol::Https => quote! { Https },
        Protocol::Tcp => quote! { Tcp },
        Protocol::Udp => quote! { Udp },
    };
    let kind = match endpoint.kind {
        Kind::Container => quote! { ContainerEndpoint },
        Kind::Port => quote! { Endpoint },
        Kind::Range => quote! { PortRange },
    };
    quote! { deeplens_ports::#kind<deeplens_ports::#protocol> }
}

fn value(map: &Map, endpoint: &Endpoint, details: &Ident) -> TokenStream {
    let kind = match endpoint.kind {
        Kind::Container => quote! { container_endpoint },
        Kind::Port => quote! { endpoint },
        Kind::Range => quote! { range },
    };
    let protocol = format_ident!("{}", endpoint.protocol.as_str());
    let service = format_ident!("{}", endpoint.service.id());
    let port = port(endpoint);
    let (id, name) = (endpoint.id(), &endpoint.name);
    let (title, purpose) = (&endpoint.title, &endpoint.purpose);
    let reach = reach(map, endpoint);
    // Only https runs over both transports.
    let over_udp = endpoint.transport != endpoint.protocol.transport();
    let over_udp = over_udp.then(|| quote! { .over_udp() });
    let inside = endpoint.container.as_ref();
    let container = inside.map(|inside| container(endpoint, inside));
    quote! {
        new::#kind(
            &new::#protocol(service::#service, &details::#details, #port)
                .named(#name, #id, #title, #purpose)
                #reach
                #over_udp
                #container
        )
    }
}

/// The bare number is used where it can be, and so no dead code in a private module.
fn port(endpoint: &Endpoint) -> TokenStream {
    if endpoint.kind != Kind::Port || endpoint.deprecated.is_some() {
        let port = Literal::u16_unsuffixed(endpoint.ports.first);
        quote! { #port }
    } else {
        let id = id(endpoint);
        quote! { numbers::#id }
    }
}

fn reach(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let addr = map.addr_variable(endpoint);
    match endpoint.kind {
        Kind::Container => quote! { .moved_inside_by(#addr) },
        Kind::Port => {
            let (authority, url) = (endpoint.authority(), endpoint.url());
            let listen = map.listen_variable(endpoint);
            quote! { .at(#authority, #url).moved_by(#addr, #listen) }
        }
        Kind::Range => {
            let Ports { last, step, .. } = endpoint.ports;
            let (last, step) = (Literal::u16_unsuffixed(last), Literal::u16_unsuffixed(step));
            quote! { .up_to(#last, #step) }
        }
    }
}

fn container(endpoint: &Endpoint, inside: &Container) -> TokenStream {
    let (host, port) = (&inside.host, Literal::u16_unsuffixed(inside.port));
    let authority = inside.authority();
    let url = format!("{}://{authority}", endpoint.scheme);
    quote! { .container(#host, #port, #authority, #url) }
}
