//! Groups and services: what endpoints belong to, with what they have in common.

use super::inherited::Inherited;
use super::names::Usable;
use super::values;
use crate::map::{Group, Service};
use crate::order;
use crate::raw::{Raw, RawService};
use crate::reader::{Maybe, Text};
use crate::report::{DRAWN, Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::table::Table;
use crate::text::similar_help;
use std::sync::Arc;

/// A service of the map, and what its endpoints inherit.
#[derive(Debug)]
pub(super) struct Owner<'a> {
    pub(super) raw: &'a RawService<'a>,
    pub(super) service: Arc<Service>,
    /// The name of its container.
    pub(super) container: Maybe<String>,
    pub(super) inherited: Inherited,
}

pub(super) struct Owners<'a> {
    /// In file order.
    pub(super) services: Vec<Owner<'a>>,
    /// By the names of their constants.
    pub(super) groups: Vec<Arc<Group>>,
}

pub(super) fn read<'a>(raw: &'a Raw<'a>, usable: &Usable, report: &mut Report) -> Owners<'a> {
    let mut table = Table::default();
    let mut groups: Vec<(Arc<Group>, Inherited)> = Vec::new();
    for group in &raw.groups {
        let name = group.name.value.to_owned();
        let title = values::text(&group.title).unwrap_or_else(|| name.clone());
        let inherited = Inherited::read(&group.inherited, report);
        table.add(name.clone(), groups.len());
        groups.push((Arc::new(Group { name, title }), inherited));
    }
    let mut services = Vec::new();
    let mut unknown = Vec::new();
    for raw in &raw.services {
        let named = raw.group.as_ref().and_then(|group| group.as_ref().ok());
        let group = named.and_then(|group| groups.get(table.get(group.value)?));
        if let (Some(named), None) = (named, group) {
            unknown.push(named);
        }
        let name = raw.name.value;
        let title = values::text(&raw.title).unwrap_or_else(|| name.to_owned());
        let container = values::valid(&raw.container, "container name", values::container, report);
        let container = container.map(|name| name.map(str::to_owned));
        let own = Inherited::read(&raw.inherited, report);
        services.push(Owner {
            raw,
            service: Arc::new(Service {
                name: name.to_owned(),
                title,
                group: group.map(|(group, _)| Arc::clone(group)),
                container: container.clone().and_then(Result::ok),
            }),
            container,
            inherited: match group {
                Some((_, inherited)) => own.within(inherited),
                None => own,
            },
        });
    }
    report_unknown(&unknown, raw, report);
    let mut known = Vec::new();
    for (group, _) in &groups {
        if usable.group(&group.name) {
            known.push(Arc::clone(group));
        }
    }
    let groups = order::sorted(known, |a: &Arc<Group>, b| a.id().cmp(&b.id()));
    Owners { services, groups }
}

fn report_unknown(unknown: &[&Text<'_>], raw: &Raw<'_>, report: &mut Report) {
    let mut known = Vec::new();
    for group in &raw.groups {
        known.push(group.name.value);
    }
    for (at, group) in unknown.iter().enumerate() {
        let similar = (at < DRAWN).then(|| similar_help("a group", group.value, &known));
        let title = format!("unknown group {}", quoted(group.value));
        report.push(
            Diagnostic::new(Rule::UnknownName, &group.span, title)
                .label("no group has this name")
                .help(
                    similar
                        .flatten()
                        .unwrap_or_else(|| "a group has a table `[groups.NAME]`".to_owned()),
                ),
        );
    }
}
