//! Finding an endpoint or a range in the sorted tables of a compiled map.
//!
//! The compiler sorts; nothing is built here when a map's crate is compiled.

use crate::{AnyEndpoint, AnyPortRange};
use core::cmp::Ordering;

/// The first endpoint on `port` in `all`, which is sorted by port.
#[must_use]
pub const fn by_port(all: &[AnyEndpoint], port: u16) -> Option<AnyEndpoint> {
    let (mut low, mut high) = (0, all.len());
    while low < high {
        let middle = (low + high) / 2;
        if all[middle].port() < port {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < all.len() && all[low].port() == port {
        Some(all[low])
    } else {
        None
    }
}

/// The first range with `port` in `ranges`; they may overlap, where a step or a host keeps them apart.
#[must_use]
pub const fn range_by_port(ranges: &[AnyPortRange], port: u16) -> Option<AnyPortRange> {
    let mut at = 0;
    while at < ranges.len() {
        if ranges[at].contains(port) {
            return Some(ranges[at]);
        }
        at += 1;
    }
    None
}

/// The endpoint called `name` in `all`; `order` has the places in it, sorted by name.
#[must_use]
pub const fn by_name(all: &[AnyEndpoint], order: &[usize], name: &str) -> Option<AnyEndpoint> {
    let (mut low, mut high) = (0, order.len());
    while low < high {
        let middle = (low + high) / 2;
        let found = all[order[middle]];
        match compare(found.name(), name) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Some(found),
        }
    }
    None
}

/// `str::cmp`, which is not const.
const fn compare(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let (Some((a, left_rest)), Some((b, right_rest))) =
        (left.split_first(), right.split_first())
    {
        if *a < *b {
            return Ordering::Less;
        }
        if *a > *b {
            return Ordering::Greater;
        }
        (left, right) = (left_rest, right_rest);
    }
    match (left.is_empty(), right.is_empty()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        _ => Ordering::Greater,
    }
}
