//! The nearest port, or range, that an endpoint could move to.

use super::entry::Entry;
use super::occupancy::{Occupancy, Place, in_container, on_host};
use super::policy::{Limits, Policy};
use crate::map::Ports;

const COUNT: usize = u16::MAX as usize + 1;

/// A search in one map, which keeps what the next one needs again.
pub(super) struct Search<'a> {
    hosts: &'a Occupancy,
    containers: &'a Occupancy,
    policy: &'a Policy,
    /// How many have each port of the place that was asked for last.
    counts: Option<(Place, Vec<u16>)>,
    /// Whether the policy permits each port, within the limits that were asked for last.
    permitted: Option<(Limits, Vec<bool>)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(hosts: &'a Occupancy, containers: &'a Occupancy, policy: &'a Policy) -> Self {
        Self {
            hosts,
            containers,
            policy,
            counts: None,
            permitted: None,
        }
    }

    /// The nearest port, or range of the same shape, that passes every rule of the map; the higher on a tie.
    pub(super) fn nearest(&mut self, entry: &Entry) -> Option<Ports> {
        let own = entry.endpoint.ports;
        let is_free = self.is_free(entry);
        if own.first == own.last {
            return nearest(own.first, &is_free).map(Ports::single);
        }
        // How many ports are free from each one on, in the steps of the range.
        let mut free = vec![0; COUNT];
        for port in (1..=u16::MAX).rev() {
            if is_free(port) {
                let next = usize::from(port) + usize::from(own.step);
                free[usize::from(port)] = 1 + free.get(next).copied().unwrap_or_default();
            }
        }
        let length = own.last - own.first;
        let count = length / own.step + 1;
        let is_first = |first| free[usize::from(first)] >= count && first <= u16::MAX - length;
        let first = nearest(own.first, &is_first)?;
        Some(Ports {
            first,
            last: first + length,
            step: own.step,
        })
    }

    /// The single ports that pass every rule of the map, that of the endpoint and the nearest first; none for a range.
    pub(super) fn all(&mut self, entry: &Entry) -> Vec<u16> {
        let own = entry.endpoint.ports;
        if own.first != own.last {
            return Vec::new();
        }
        let is_free = self.is_free(entry);
        let mut ports = Vec::new();
        for turn in 0..=LAST_TURN {
            if let Some(port) = outwards(own.first, turn)
                && is_free(port)
            {
                ports.push(port);
            }
        }
        ports
    }

    /// Whether the endpoint could have a port, be it one that it has.
    fn is_free(&mut self, entry: &Entry) -> impl Fn(u16) -> bool {
        let own = entry.endpoint.ports;
        let inside = self.inside(entry);
        let (counts, permitted) = self.tables(entry);
        move |port| {
            let (at, itself) = (usize::from(port), u16::from(own.contains(port)));
            let is_taken = |counts: &Vec<u16>| counts[at] > itself;
            permitted[at] && !is_taken(counts) && !inside.as_ref().is_some_and(is_taken)
        }
    }

    /// How many have each port of the endpoint's place, and whether the policy permits it.
    fn tables(&mut self, entry: &Entry) -> (&Vec<u16>, &Vec<bool>) {
        let place = on_host(entry);
        let counts = match self.counts.take() {
            Some((known, counts)) if known == place => counts,
            _ => match self.hosts.at(&place) {
                Some(taken) => taken.counts(),
                None => vec![0; COUNT],
            },
        };
        let limits = self.policy.limits_of(entry);
        let permitted = match self.permitted.take() {
            Some((known, permitted)) if known == limits => permitted,
            _ => {
                let mut permitted = Vec::with_capacity(COUNT);
                for port in 0..=u16::MAX {
                    permitted.push(self.policy.permits(&limits, port));
                }
                permitted
            }
        };
        let counts = &self.counts.insert((place, counts)).1;
        (counts, &self.permitted.insert((limits, permitted)).1)
    }

    /// How many have each port of the container; `None` where its ports there stay when it moves.
    fn inside(&self, entry: &Entry) -> Option<Vec<u16>> {
        if entry.places.container_port.is_some() {
            return None;
        }
        let taken = self.containers.at(&in_container(entry)?)?;
        Some(taken.counts())
    }
}

/// The first of the other ports that will do, on the way [outwards].
fn nearest(from: u16, will_do: &dyn Fn(u16) -> bool) -> Option<u16> {
    for turn in 1..=LAST_TURN {
        if let Some(port) = outwards(from, turn)
            && will_do(port)
        {
            return Some(port);
        }
    }
    None
}

/// By then the way has been at every port.
const LAST_TURN: i32 = 2 * u16::MAX as i32;

/// The port at a turn of the way that leads from one port, by their distance, to all others, of two the higher first.
fn outwards(from: u16, turn: i32) -> Option<u16> {
    let away = match turn % 2 {
        0 => -turn / 2,
        _ => turn / 2 + 1,
    };
    let port = u16::try_from(i32::from(from) + away).ok()?;
    (port > 0).then_some(port)
}
