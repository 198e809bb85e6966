//! The nearest port, or range, that an endpoint could move to.

use super::entry::Entry;
use super::occupancy::{Occupancy, Place, in_container, on_host};
use super::policy::{Limits, Policy};
use crate::map::Ports;
use std::iter;

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
            let free = outwards(own.first).find(|port| is_free(*port))?;
            return Some(Ports::single(free));
        }
        // How many ports are free from each one on, in the steps of the range.
        let mut free = vec![0; COUNT];
        for port in (1..=u16::MAX).rev().filter(|port| is_free(*port)) {
            let next = usize::from(port) + usize::from(own.step);
            free[usize::from(port)] = 1 + free.get(next).copied().unwrap_or_default();
        }
        let count = (own.last - own.first) / own.step + 1;
        outwards(own.first).find_map(|first| {
            let last = first.checked_add(own.last - own.first)?;
            let step = own.step;
            (free[usize::from(first)] >= count).then_some(Ports { first, last, step })
        })
    }

    /// The single ports that pass every rule of the map, that of the endpoint and the nearest first; none for a range.
    pub(super) fn all(&mut self, entry: &Entry) -> Vec<u16> {
        let own = entry.endpoint.ports;
        if own.first != own.last {
            return Vec::new();
        }
        let is_free = self.is_free(entry);
        let ports = iter::once(own.first).chain(outwards(own.first));
        ports.filter(|port| is_free(*port)).collect()
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
                let ports = 0..=u16::MAX;
                ports
                    .map(|port| self.policy.permits(&limits, port))
                    .collect()
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

/// The other ports by their distance, of two the higher first.
fn outwards(from: u16) -> impl Iterator<Item = u16> {
    (1..=u16::MAX).flat_map(move |away| {
        let lower = from.checked_sub(away).filter(|port| *port > 0);
        [from.checked_add(away), lower].into_iter().flatten()
    })
}
