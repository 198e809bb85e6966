//! Two services that run together and open one port of the host.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::judge::binding::who;
use crate::audit::rule::Rule;
use crate::audit::say;
use crate::place::{Binding, Names, Transport};
use crate::tree;

pub(super) fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let all = facts.opened.iter();
    all.flat_map(|((port, transport), bindings)| of_port(facts, *port, *transport, bindings))
        .collect()
}

/// No port is opened by as many that do not clash.
const MOST: usize = 64;

fn of_port(facts: &Facts<'_>, port: u16, transport: Transport, all: &[&Binding]) -> Vec<Finding> {
    let is_owner = |it: &Binding| {
        let owners = facts.map.owners(port, transport);
        let own = facts.service(it);
        owners
            .iter()
            .any(|at| own == Some(facts.endpoint(*at).service))
    };
    // Whose port it is comes first, and is the one that stays.
    let mut ordered: Vec<&Binding> = all.to_vec();
    ordered.sort_by_key(|it| !is_owner(it));
    let mut apart: Vec<&Binding> = Vec::new();
    let mut found = Vec::new();
    for binding in ordered {
        match apart.iter().find(|other| clash(other, binding)) {
            Some(first) => found.push(finding(facts, port, first, binding)),
            None if apart.len() < MOST => apart.push(binding),
            None => {}
        }
    }
    found
}

fn finding(facts: &Facts<'_>, port: u16, first: &Binding, second: &Binding) -> Finding {
    let (name, other) = (who(facts, second).name, who(facts, first).name);
    let owners = facts.map.owners(port, second.transport);
    let mut finding = Finding::new(
        Rule::DuplicateBinding,
        &second.location,
        format!("duplicate binding of port `{port}`"),
    )
    .about(say::subject_of(second, name), Some(port))
    .labelled(format!("opened by `{name}`"))
    .other(&first.location, format!("opened by `{other}` too"));
    finding.endpoint = owners.first().map(|at| facts.endpoint(*at).name.clone());
    finding
}

/// Whether two bindings of one port and transport cannot be had together.
fn clash(a: &Binding, b: &Binding) -> bool {
    are_other(&a.names, &b.names)
        && run_together(a, b)
        && meet(a.host_ip.as_deref(), b.host_ip.as_deref())
}

/// Profiles of one project are one service, and what has no name may be any.
fn are_other(a: &Names, b: &Names) -> bool {
    let name = |it: &Names| {
        it.project
            .clone()
            .or_else(|| it.service.clone())
            .or_else(|| it.container.clone())
    };
    matches!((name(a), name(b)), (Some(a), Some(b)) if a != b)
}

/// Of one project, and not in profiles that need not run together.
fn run_together(a: &Binding, b: &Binding) -> bool {
    let (one, other) = (&a.location.file, &b.location.file);
    let is_override = |file: &str| tree::file_name(file).contains("override");
    let is_one_project = one == other
        || tree::folder(one) == tree::folder(other) && (is_override(one) || is_override(other));
    let share = a.profiles.is_empty()
        || b.profiles.is_empty()
        || a.profiles
            .iter()
            .any(|profile| b.profiles.contains(profile));
    is_one_project && share
}

fn meet(a: Option<&str>, b: Option<&str>) -> bool {
    let is_all =
        |ip: Option<&str>| ip.is_none_or(|ip| matches!(ip, "0.0.0.0" | "::" | "*" | "+" | "[::]"));
    let plain = |ip: Option<&str>| {
        ip.map(|ip| {
            if ip == "localhost" {
                "127.0.0.1".to_owned()
            } else {
                ip.to_owned()
            }
        })
    };
    is_all(a) || is_all(b) || plain(a) == plain(b)
}
