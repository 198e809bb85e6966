//! From what the engines say to the container that a port leads to.

use crate::doctor::claim::Claim;
use crate::doctor::engine::{Engines, Network, Published};
use crate::doctor::holder::Holder;
use crate::doctor::kin;
use crate::doctor::process::Role;
use crate::doctor::subject::Subject;
use std::borrow::ToOwned;
use std::iter;
use std::string::String;
use std::vec::Vec;

/// A process of this machine is who it is, whatever an engine believes; the engines are believed where a relay, or
/// nobody who is shown, is on the port.
pub(super) fn of(subject: Subject, holders: &[Holder], engines: &Engines) -> Option<Claim> {
    let mut listeners = holders.iter().filter(|it| it.is_listening()).peekable();
    let is_open = |it: &Holder| it.process().is_none_or(|it| it.role() == Role::Relay);
    if listeners.peek().is_none() || listeners.clone().any(is_open) {
        let published = published(subject, engines);
        if published.is_some() {
            return published;
        }
    }
    let ids = listeners.filter_map(|it| it.process()?.container());
    let mut known = ids.filter_map(|id| engines.by_id(id));
    known.next().map(|container| Claim {
        is_on_host: true,
        ..claim(subject, container, engines)
    })
}

/// Of the containers that publish the port, and those that share their network, the nearest to the service. One that
/// publishes it on another address beside the service's own is a stranger there.
fn published(subject: Subject, engines: &Engines) -> Option<Claim> {
    let publishers = engines.publishers(subject.place(), subject.ip());
    let own = nearest(subject, &publishers, engines)?;
    let is_apart = |it: &&Published| {
        let shares_network = |other: &Published| other == own;
        *it != own && !shares(it, own, subject) && !engines.with_network_of(it).any(shares_network)
    };
    let apart: Vec<&Published> = publishers.into_iter().filter(is_apart).collect();
    let shown = nearest(subject, &apart, engines).unwrap_or(own);
    Some(claim(subject, shown, engines))
}

/// Of containers and those with their networks, the nearest to the service.
fn nearest<'a>(
    subject: Subject,
    publishers: &[&'a Published],
    engines: &'a Engines,
) -> Option<&'a Published> {
    let publishers = publishers.iter().copied();
    let all = publishers.flat_map(|it| iter::once(it).chain(engines.with_network_of(it)));
    all.min_by_key(|it| (kin::of(subject, it), it.is_infra))
}

/// Whether both have the port on one address, which they can by one network alone.
fn shares(a: &Published, b: &Published, subject: Subject) -> bool {
    let on = |it: &Published| {
        let here = it.ports.iter().filter(|ports| ports.has(subject.place()));
        here.map(|ports| ports.ip()).collect::<Vec<_>>()
    };
    let (a, b) = (on(a), on(b));
    a.iter().any(|ip| b.contains(ip))
}

fn claim(subject: Subject, container: &Published, engines: &Engines) -> Claim {
    let publishers = engines.publishers(subject.place(), subject.ip());
    let twins = publishers
        .into_iter()
        .filter(|it| shares(it, container, subject));
    let lender = match &container.network {
        Network::Borrowed(Some(from)) => engines.by_id(from),
        _ => None,
    };
    let others = engines.with_network_of(container);
    let others = others.chain(twins).chain(lender);
    let mut sharing: Vec<String> = others
        .filter(|it| it.engine == container.engine && it.container != container.container)
        .map(|it| it.container.clone())
        .collect();
    sharing.sort();
    sharing.dedup();
    let is_open =
        |it: &Published| it.network == Network::Borrowed(None) && it.engine == container.engine;
    let is_of_pod = container.is_infra || container.pod.is_some();
    Claim {
        is_alone: sharing.is_empty() && !is_of_pod && !engines.containers.iter().any(is_open),
        kin: kin::of(subject, container),
        sharing,
        is_on_host: false,
        perhaps: without_network(subject, engines),
        container: container.clone(),
    }
}

/// The service's own container, if it runs and nothing is said of its network.
fn without_network(subject: Subject, engines: &Engines) -> Option<String> {
    let mut own = engines.containers.iter().filter(|it| {
        let is_open = matches!(it.network, Network::Borrowed(None) | Network::NotTold);
        is_open && it.ports.is_empty() && kin::of(subject, it).is_own()
    });
    own.next().map(|it| it.container.to_owned())
}

/// The service's own container, if it may hold ports of the host by itself.
pub(super) fn on_host(subject: Subject, engines: &Engines) -> Option<&Published> {
    let may_be = |it: &Published| match it.network {
        Network::Host => true,
        Network::NotTold => it.ports.is_empty(),
        Network::Borrowed(_) | Network::Own => false,
    };
    let mut own = engines.containers.iter();
    own.find(|it| may_be(it) && kin::of(subject, it).is_own())
}
