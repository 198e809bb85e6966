//! Who takes which port: on a host, and in a container.

use super::entry::Entry;
use crate::map::{Ports, Transport};
use std::collections::HashMap;

/// Who has a port: an endpoint of an upstream map or of the map itself, by its place in the list of these. What is
/// upstream came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Holder {
    Upstream(usize),
    Own(usize),
}

/// The host or container, and the transport.
pub(super) type Place = (String, Transport);

/// The host of an endpoint.
pub(super) fn on_host(entry: &Entry) -> Place {
    (entry.host.clone(), entry.endpoint.transport)
}

/// The container of an endpoint, if it has one.
pub(super) fn in_container(entry: &Entry) -> Option<Place> {
    let container = entry.endpoint.service.container.clone()?;
    Some((container, entry.endpoint.transport))
}

/// Who has which port of each place.
#[derive(Debug, Default)]
pub(super) struct Occupancy {
    places: HashMap<Place, Taken>,
}

/// Who has which port of one place. A range is not spread out over its ports.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The first on each port that is no range.
    singles: HashMap<u16, Holder>,
    ranges: Vec<(Ports, Holder)>,
    all: Vec<Ports>,
}

impl Occupancy {
    /// Takes the ports; the first holder that has one of them already.
    pub(super) fn take(&mut self, place: Place, ports: Ports, by: Holder) -> Option<Holder> {
        let taken = self.places.entry(place).or_default();
        let first = taken.first_on(ports);
        taken.all.push(ports);
        if ports.first == ports.last {
            taken.singles.entry(ports.first).or_insert(by);
        } else {
            taken.ranges.push((ports, by));
        }
        first
    }

    pub(super) fn at(&self, place: &Place) -> Option<&Taken> {
        self.places.get(place)
    }
}

impl Taken {
    /// The first holder of one of the ports.
    pub(super) fn first_on(&self, ports: Ports) -> Option<Holder> {
        let mut first = if ports.first == ports.last {
            self.singles.get(&ports.first).copied()
        } else {
            let inside = self
                .singles
                .iter()
                .filter(|(port, _)| ports.contains(**port));
            inside.map(|(_, holder)| *holder).min()
        };
        for (range, holder) in &self.ranges {
            let is_earlier = first.is_none_or(|first| *holder < first);
            if is_earlier && range.meet(ports).is_some() {
                first = Some(*holder);
            }
        }
        first
    }

    /// How many have each port, from 0 to 65535.
    pub(super) fn counts(&self) -> Vec<u16> {
        let mut counts = vec![0_u16; usize::from(u16::MAX) + 1];
        for ports in &self.all {
            for port in ports.iter() {
                counts[usize::from(port)] = counts[usize::from(port)].saturating_add(1);
            }
        }
        counts
    }
}
