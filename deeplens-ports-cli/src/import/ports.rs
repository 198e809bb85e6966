//! The ports of each service: what is one endpoint, and what cannot be one beside another.

mod port;
mod taken;

pub(super) use port::Port;
pub(super) use taken::{is_all, own_address};

use super::collect::{self, Found, Inside, Opened};
use super::services::Services;
use crate::place::{Ports as Number, Reference, Remark, Scan};
use taken::Taken;

/// The ports, in the order of the services, and what is said of others.
pub(super) struct Ports<'a> {
    pub(super) of_services: Vec<Vec<Port<'a>>>,
    pub(super) reported: Vec<Remark>,
    /// What is said at the end of the map.
    pub(super) rest: Vec<Remark>,
}

pub(super) fn all<'a>(scan: &'a Scan, services: &Services, found: Found<'a>) -> Ports<'a> {
    let none = services.all.iter().map(|_| Vec::new());
    let mut ports = Ports {
        of_services: none.collect(),
        reported: found.reported,
        rest: found.rest,
    };
    let mut taken = Taken::default();
    for opened in &found.opened {
        if let Some(service) = services.of(opened.binding) {
            ports.open(services, service, opened, &mut taken);
        }
    }
    let (of_image, inside): (Vec<_>, Vec<_>) =
        found.inside.into_iter().partition(|it| it.is_of_image);
    for it in inside {
        if let Some(service) = services.of(it.binding) {
            ports.add_inside(services, service, &it);
        }
    }
    for reference in scan
        .references
        .iter()
        .filter(|it| !it.is_prose && !it.listens)
    {
        ports.reach(services, reference);
    }
    // What an image shows need not be used: it counts where nothing else is known.
    let is_unknown = ports.of_services.iter().map(Vec::is_empty);
    let is_unknown: Vec<bool> = is_unknown.collect();
    for it in of_image {
        let service = services.of(it.binding);
        if let Some(service) = service.filter(|at| is_unknown[*at]) {
            ports.add_inside(services, service, &it);
        }
    }
    ports
}

impl<'a> Ports<'a> {
    fn report(&mut self, it: &Opened<'_>, why: &str) {
        let remark = collect::remark(it.binding, why);
        let text = match it.first == it.last {
            true => it.first.to_string(),
            false => format!("{}-{}", it.first, it.last),
        };
        self.reported.push(Remark { text, ..remark });
    }

    fn open(&mut self, services: &Services, service: usize, it: &Opened<'a>, taken: &mut Taken) {
        let own = &mut self.of_services[service];
        let same = own.iter_mut().find(|port| port.is_host(it));
        if let Some(port) = same {
            let why = port.join(it).or_else(|| port.meets.clone());
            if let Some(why) = why {
                self.report(it, &why);
            }
            return;
        }
        let holder = taken.by(it, &self.of_services);
        if let Some((holder, first)) = holder {
            let name = &services.all[holder].called;
            let why = match holder == service {
                true => format!("among the ports of `{name}` already: {first}"),
                false => format!("taken by `{name}`: {first}"),
            };
            self.report(it, &why);
            self.of_services[service].push(Port::meeting(it, why));
            return;
        }
        let own = &mut self.of_services[service];
        let beside = own.iter_mut().find(|port| port.leads_inside(it));
        if let Some(port) = beside {
            let why = port.add_second(it);
            return self.report(it, &why);
        }
        taken.add(service, own.len(), it);
        let mut port = Port::open(it);
        if let Some(why) = port.note_moved() {
            self.report(it, &why);
        }
        self.of_services[service].push(port);
    }

    fn add_inside(&mut self, services: &Services, service: usize, it: &Inside<'a>) {
        let own = &mut self.of_services[service];
        let known = own
            .iter_mut()
            .find(|port| port.transport == it.binding.transport && port.is_inside(it.port));
        if let Some(port) = known {
            return port.also_inside(it);
        }
        if services.all[service].container.is_none() {
            let why = it.why.as_deref().unwrap_or(NO_CONTAINER);
            self.rest.push(collect::remark(it.binding, why));
            return;
        }
        own.push(Port::inside(it));
    }

    /// What is reached between containers listens there, unless it is a port of the host.
    fn reach(&mut self, services: &Services, it: &'a Reference) {
        let (Some(host), Number::One(port)) = (&it.host, it.port) else {
            return;
        };
        let Some(service) = services.at_host(host) else {
            return;
        };
        let own = &mut self.of_services[service];
        let mut known = own.iter_mut();
        if let Some(known) = known.find(|own| own.transport == it.transport && own.is_at(port)) {
            return known.also_reached(it, port);
        }
        if services.all[service].container.is_some() {
            own.push(Port::reached(it, port));
        }
    }
}

const NO_CONTAINER: &str = "its container has no name that can be in a map";
