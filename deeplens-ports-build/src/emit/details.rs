//! What endpoints share, or few have: one constant for each kind, with the name of the first endpoint that has it.

use crate::map::{ConfiguredIn, Conflict, Endpoint, Exposure, Kind, Map};
use crate::table::Table;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// The constants, and the name of the one for each of [`Map::all`].
pub(super) fn constants(map: &Map) -> (Vec<TokenStream>, Vec<Ident>) {
    let mut known = Table::default();
    let (mut constants, mut ids) = (Vec::new(), Vec::new());
    let mut names = Vec::new();
    for endpoint in &map.all() {
        let at = known.add(common(endpoint), ids.len());
        if at == ids.len() {
            let id = format_ident!("{}", endpoint.id());
            let value = value(map, endpoint);
            constants.push(quote! { pub(super) const #id: new::Details = #value; });
            ids.push(id);
        }
        names.push(ids[at].clone());
    }
    (constants, names)
}

/// What two endpoints must have in common to share a constant, as a text.
fn common(endpoint: &Endpoint) -> String {
    let Endpoint {
        scheme,
        host,
        note,
        exposure,
        conflict,
        configured_in,
        process,
        same_as,
        deprecated,
        ..
    } = endpoint;
    let has_map_host = has_map_host(endpoint);
    format!(
        "{scheme:?} {host:?} {has_map_host} {note:?} {exposure} {conflict:?} {configured_in:?} {process:?} \
         {same_as:?} {deprecated:?}"
    )
}

/// Whether the host of the whole map moves it.
fn has_map_host(endpoint: &Endpoint) -> bool {
    endpoint.kind == Kind::Port && !endpoint.has_own_host
}

/// What is left out has its default in the runtime.
fn value(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let Endpoint {
        scheme,
        host,
        configured_in,
        process,
        ..
    } = endpoint;
    let map_host = has_map_host(endpoint).then(|| map.host_variable());
    let map_host = map_host.into_iter();
    let note = endpoint.note.iter();
    let exposure = match endpoint.exposure {
        Exposure::Internal => None,
        Exposure::Proxied => Some(quote! { Proxied }),
        Exposure::Public => Some(quote! { Public }),
    };
    let exposure = exposure.into_iter();
    let conflict = endpoint.conflict.iter().map(conflict);
    let mut places = Vec::new();
    for it in configured_in {
        places.push(place(it));
    }
    let places = (!places.is_empty()).then_some(places).into_iter();
    let process = (!process.is_empty()).then_some(process).into_iter();
    let same_as = endpoint.same_as.iter();
    let deprecated = endpoint.deprecated.iter();
    quote! {
        new::details(#scheme, #host)
            #(.map_host(#map_host))*
            #(.note(#note))*
            #(.exposure(new::Exposure::#exposure))*
            #(.conflict(#conflict))*
            #(.configured_in(&[#(#places),*]))*
            #(.process(&[#(#process),*]))*
            #(.same_as(#same_as))*
            #(.deprecated(#deprecated))*
    }
}

fn conflict(conflict: &Conflict) -> TokenStream {
    let with = &conflict.with;
    let mitigation = conflict.mitigation.iter();
    let mut alternatives = Vec::new();
    for port in &conflict.alternatives {
        alternatives.push(Literal::u16_unsuffixed(*port));
    }
    quote! {
        new::conflict(&[#(#with),*], &[#(#alternatives),*]) #(.with_mitigation(#mitigation))*
    }
}

fn place(place: &ConfiguredIn) -> TokenStream {
    let file = &place.file;
    let key = place.key.iter();
    quote! { new::file(#file) #(.with_key(#key))* }
}
