//! Who takes which port: on a host, and in a container.

use super::entry::Entry;
use crate::map::Ports;
use crate::table::Table;

/// Who has a port: an endpoint of an upstream map or of the map itself, by its place in the list of these. What is
/// upstream came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Holder {
    Upstream(usize),
    Own(usize),
}

/// The host or container, and the transport, as one text.
pub(super) type Place = String;

/// The host of an endpoint.
pub(super) fn on_host(entry: &Entry) -> Place {
    format!("{}/{}", entry.host, entry.endpoint.transport)
}

/// The container of an endpoint, if it has one.
pub(super) fn in_container(entry: &Entry) -> Option<Place> {
    let container = entry.endpoint.service.container.as_ref()?;
    Some(format!("{container}/{}", entry.endpoint.transport))
}

/// Who has which port of each place.
#[derive(Debug, Default)]
pub(super) struct Occupancy {
    table: Table,
    places: Vec<Taken>,
}

/// Who has which port of one place. A range is not spread out over its ports.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The places in `first` of the ports that are no range.
    singles: Table,
    first: Vec<(u16, Holder)>,
    ranges: Vec<(Ports, Holder)>,
    all: Vec<Ports>,
}

impl Occupancy {
    /// Takes the ports; the first holder that has one of them already.
    pub(super) fn take(&mut self, place: Place, ports: Ports, by: Holder) -> Option<Holder> {
        let at = self.table.add(place, self.places.len());
        if at == self.places.len() {
            self.places.push(Taken::default());
        }
        let taken = self.places.get_mut(at)?;
        let first = taken.first_on(ports);
        taken.take(ports, by);
        first
    }

    pub(super) fn at(&self, place: &Place) -> Option<&Taken> {
        self.places.get(self.table.get(place)?)
    }
}

impl Taken {
    fn take(&mut self, ports: Ports, by: Holder) {
        self.all.push(ports);
        if ports.first != ports.last {
            self.ranges.push((ports, by));
        } else if self.singles.add(ports.first.to_string(), self.first.len()) == self.first.len() {
            self.first.push((ports.first, by));
        }
    }

    /// The first holder of one of the ports.
    pub(super) fn first_on(&self, ports: Ports) -> Option<Holder> {
        let mut first = None;
        if ports.first == ports.last {
            let at = self.singles.get(&ports.first.to_string());
            first = at
                .and_then(|at| self.first.get(at))
                .map(|(_, holder)| *holder);
        } else {
            // They came in the order of their holders.
            for (port, holder) in &self.first {
                if ports.contains(*port) {
                    first = Some(*holder);
                    break;
                }
            }
        }
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
