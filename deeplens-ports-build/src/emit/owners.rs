//! The services and groups: what the records refer to, and their lists of endpoints.

use super::{docs, endpoint};
use crate::map::{Endpoint, Kind, Map, constant};
use crate::table::Table;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

pub(super) fn services(map: &Map) -> TokenStream {
    let mut lists = Lists::of(map, &|it| Some(&it.service.name));
    let mut constants = Vec::new();
    for service in &map.services {
        constants.push(lists.take(&service.name).constant(
            &docs::service(service),
            &id(&service.name),
            &quote! { Service },
            &quote! { service },
        ));
    }
    public(
        " The services of the map, each with its endpoints.",
        &quote! { services },
        &constants,
    )
}

pub(super) fn groups(map: &Map) -> TokenStream {
    let mut lists = Lists::of(map, &|it| Some(&it.service.group.as_ref()?.name));
    let mut constants = Vec::new();
    for group in &map.groups {
        constants.push(lists.take(&group.name).constant(
            &docs::group(group),
            &id(&group.name),
            &quote! { Group },
            &quote! { group },
        ));
    }
    public(
        " The groups of the map, each with its endpoints.",
        &quote! { groups },
        &constants,
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
#[derive(Default)]
struct Members {
    endpoints: Vec<TokenStream>,
    ranges: Vec<TokenStream>,
    inside: Vec<TokenStream>,
}

impl Members {
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

/// The members of each owner.
#[derive(Default)]
struct Lists {
    owners: Table,
    members: Vec<Members>,
}

impl Lists {
    fn of<'a>(map: &'a Map, owner: &dyn Fn(&'a Endpoint) -> Option<&'a String>) -> Self {
        let mut lists = Self::default();
        for endpoint in &map.all() {
            if let Some(owner) = owner(endpoint) {
                lists.add(owner, endpoint);
            }
        }
        lists
    }

    fn add(&mut self, owner: &str, endpoint: &Endpoint) {
        let at = self.owners.add(owner.to_owned(), self.members.len());
        if at == self.members.len() {
            self.members.push(Members::default());
        }
        let members = &mut self.members[at];
        let list = match endpoint.kind {
            Kind::Container => &mut members.inside,
            Kind::Port => &mut members.endpoints,
            Kind::Range => &mut members.ranges,
        };
        list.push(endpoint::path(endpoint));
    }

    fn take(&mut self, owner: &str) -> Members {
        let at = self.owners.get(owner);
        let members = at.and_then(|at| self.members.get_mut(at));
        members.map_or_else(Members::default, std::mem::take)
    }
}

pub(super) fn service_records(map: &Map) -> Vec<TokenStream> {
    let mut records = Vec::new();
    for service in &map.services {
        let (id, name, title) = (id(&service.name), &service.name, &service.title);
        let (constant, host_variable) = (service.id(), map.service_host_variable(service));
        let group = service.group.iter().map(|group| self::id(&group.name));
        let (container, project) = (service.container.iter(), &map.project);
        records.push(quote! {
            pub(super) const #id: new::Service = new::service(
                &new::service_record(#name, #constant, #title, #host_variable, #project)
                    #(.group(super::group::#group))*
                    #(.container(#container))*
            );
        });
    }
    records
}

pub(super) fn group_records(map: &Map) -> Vec<TokenStream> {
    let mut records = Vec::new();
    for group in &map.groups {
        let (id, name, title) = (id(&group.name), &group.name, &group.title);
        records.push(quote! { pub(super) const #id: new::Group = new::group(#name, #title); });
    }
    records
}

/// The constant of a service or group.
pub(super) fn id(name: &str) -> Ident {
    format_ident!("{}", constant(name))
}
