//! The services and groups: what the records refer to, and their lists of endpoints.

use super::{docs, endpoint};
use crate::map::{Endpoint, Kind, Map, constant};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::HashMap;

pub(super) fn services(map: &Map) -> TokenStream {
    let mut lists = Members::by_owner(map, &|it| Some(&it.service.name));
    let constants = map.services.iter().map(|service| {
        let members = lists.remove(service.name.as_str()).unwrap_or_default();
        let docs = docs::service(service);
        members.constant(
            &docs,
            &id(&service.name),
            &quote! { Service },
            &quote! { service },
        )
    });
    public(
        " The services of the map, each with its endpoints.",
        &quote! { services },
        &constants.collect::<Vec<_>>(),
    )
}

pub(super) fn groups(map: &Map) -> TokenStream {
    let mut lists = Members::by_owner(map, &|it| Some(&it.service.group.as_ref()?.name));
    let constants = map.groups.iter().map(|group| {
        let members = lists.remove(group.name.as_str()).unwrap_or_default();
        let docs = docs::group(group);
        members.constant(
            &docs,
            &id(&group.name),
            &quote! { Group },
            &quote! { group },
        )
    });
    public(
        " The groups of the map, each with its endpoints.",
        &quote! { groups },
        &constants.collect::<Vec<_>>(),
    )
}

fn public(doc: &str, name: &TokenStream, constants: &[TokenStream]) -> TokenStream {
    // Without constants it would be unused.
    let import = (!constants.is_empty()).then(|| quote! { use super::{deeplens_ports, new}; });
    quote! {
        #[doc = #doc]
        pub mod #name {
            #import

            #(#constants)*
        }
    }
}

/// The endpoints of a service or group, of each kind, as they are found from the root of the module.
#[derive(Clone, Default)]
struct Members {
    endpoints: Vec<TokenStream>,
    ranges: Vec<TokenStream>,
    inside: Vec<TokenStream>,
}

impl Members {
    /// By the names of those that have any.
    fn by_owner<'a>(
        map: &'a Map,
        owner: &dyn Fn(&'a Endpoint) -> Option<&'a String>,
    ) -> HashMap<&'a str, Self> {
        let mut lists: HashMap<&str, Self> = HashMap::new();
        for endpoint in map.all() {
            let Some(owner) = owner(endpoint) else {
                continue;
            };
            let list = lists.entry(owner).or_default();
            let list = match endpoint.kind {
                Kind::Container => &mut list.inside,
                Kind::Port => &mut list.endpoints,
                Kind::Range => &mut list.ranges,
            };
            list.push(endpoint::path(endpoint));
        }
        lists
    }

    fn constant(
        self,
        docs: &TokenStream,
        id: &Ident,
        ty: &TokenStream,
        records: &TokenStream,
    ) -> TokenStream {
        let Self {
            endpoints,
            ranges,
            inside,
        } = self;
        let ranges = (!ranges.is_empty()).then_some(ranges).into_iter();
        let inside = (!inside.is_empty()).then_some(inside).into_iter();
        quote! {
            #docs
            pub const #id: deeplens_ports::Members<deeplens_ports::#ty> =
                new::members(super::#records::#id, &[#(super::#endpoints.erase()),*])
                    #(.with_ranges(&[#(super::#ranges.erase()),*]))*
                    #(.with_container_endpoints(&[#(super::#inside.erase()),*]))*;
        }
    }
}

pub(super) fn service_records(map: &Map) -> Vec<TokenStream> {
    let records = map.services.iter().map(|service| {
        let (id, name, title) = (id(&service.name), &service.name, &service.title);
        let (constant, host_variable) = (service.id(), map.service_host_variable(service));
        let group = service.group.iter().map(|group| self::id(&group.name));
        let (container, project) = (service.container.iter(), &map.project);
        quote! {
            pub(super) const #id: new::Service = new::service(
                &new::service_record(#name, #constant, #title, #host_variable, #project)
                    #(.group(super::group::#group))*
                    #(.container(#container))*
            );
        }
    });
    records.collect()
}

pub(super) fn group_records(map: &Map) -> Vec<TokenStream> {
    let records = map.groups.iter().map(|group| {
        let (id, name, title) = (id(&group.name), &group.name, &group.title);
        quote! { pub(super) const #id: new::Group = new::group(#name, #title); }
    });
    records.collect()
}

/// The constant of a service or group.
pub(super) fn id(name: &str) -> Ident {
    format_ident!("{}", constant(name))
}
