//! Finding an endpoint in the sorted tables of a compiled map.

use crate::AnyEndpoint;

/// The first endpoint on `port` in `all`, which is sorted by port.
#[must_use]
pub const fn by_port(all: &[AnyEndpoint], port: u16) -> Option<AnyEndpoint> {
    let (mut low, mut high) = (0, all.len());
    while low < high {
        let middle = low + (high - low) / 2;
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

/// The endpoint called `name` in `all`; `order` holds the places in `all` by name.
#[must_use]
pub const fn by_name(all: &[AnyEndpoint], order: &[u32], name: &str) -> Option<AnyEndpoint> {
    let (mut low, mut high) = (0, order.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let endpoint = all[order[middle] as usize];
        match compare(endpoint.name().as_bytes(), name.as_bytes()) {
            0 => return Some(endpoint),
            1 => high = middle,
            _ => low = middle + 1,
        }
    }
    None
}

/// -1, 0 or 1, as bytes compare; `Ord` is not const.
const fn compare(left: &[u8], right: &[u8]) -> i8 {
    let mut at = 0;
    while at < left.len() && at < right.len() {
        if left[at] != right[at] {
            return if left[at] < right[at] { -1 } else { 1 };
        }
        at += 1;
    }
    if left.len() == right.len() {
        0
    } else if left.len() < right.len() {
        -1
    } else {
        1
    }
}
