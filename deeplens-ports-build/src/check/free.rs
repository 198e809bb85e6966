//! The nearest port, or range, that an endpoint could move to.

use super::entry::Entry;
use super::occupancy::{Occupancy, Place};
use super::policy::{Limits, Policy};
use super::{containers, meetings};
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
        let Ports { first, last, step } = entry.endpoint.ports;
        let free = self.free_from(entry);
        let count = usize::from((last - first) / step) + 1;
        let fits = |start: u16| {
            let last = start.checked_add(last - first)?;
            let is_free = free[usize::from(start)] >= count;
            is_free.then_some(Ports {
                first: start,
                last,
                step,
            })
        };
        for away in 1..=u16::MAX {
            let higher = first.checked_add(away).and_then(fits);
            let lower = first.checked_sub(away).filter(|port| *port > 0);
            if let Some(ports) = higher.or_else(|| lower.and_then(fits)) {
                return Some(ports);
            }
        }
        None
    }

    /// How many ports are free from each one on, in the steps of the endpoint's range.
    fn free_from(&mut self, entry: &Entry) -> Vec<usize> {
        let own = entry.endpoint.ports;
        let place = meetings::place(entry);
        if self
            .counts
            .as_ref()
            .is_none_or(|(known, _)| *known != place)
        {
            let taken = self.hosts.at(&place);
            let counts = taken.map_or_else(|| vec![0; COUNT], |taken| taken.counts());
            self.counts = Some((place, counts));
        }
        let limits = self.policy.limits_of(entry);
        if self
            .permitted
            .as_ref()
            .is_none_or(|(known, _)| *known != limits)
        {
            let ports = 0..=u16::MAX;
            let permitted = ports
                .map(|port| self.policy.permits(&limits, port))
                .collect();
            self.permitted = Some((limits, permitted));
        }
        // A container port that is the port moves with it.
        let inside = match entry.places.container_port {
            Some(_) => None,
            None => containers::place(entry).and_then(|place| self.containers.at(&place)),
        };
        let inside = inside.map(|taken| taken.counts());
        let (Some((_, counts)), Some((_, permitted))) = (&self.counts, &self.permitted) else {
            return vec![0; COUNT];
        };
        let mut free = vec![0; COUNT];
        for port in (1..=u16::MAX).rev() {
            let at = usize::from(port);
            let itself = u16::from(own.contains(port));
            let is_taken =
                counts[at] > itself || inside.as_ref().is_some_and(|inside| inside[at] > itself);
            if permitted[at] && !is_taken {
                let next = at + usize::from(own.step);
                free[at] = 1 + free.get(next).copied().unwrap_or_default();
            }
        }
        free
    }
}
