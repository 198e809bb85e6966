//! Finding an endpoint in the sorted tables of a compiled map.
//!
//! The indexes are made from the table of all endpoints when a map's crate is compiled, and hold places in it.

use crate::AnyEndpoint;

/// The ports of `all`, in its order: in one piece of memory, which the records are not.
#[must_use]
pub const fn ports<const N: usize>(all: &[AnyEndpoint]) -> [u16; N] {
    let mut ports = [0; N];
    let mut at = 0;
    while at < N {
        ports[at] = all[at].port();
        at += 1;
    }
    ports
}

/// Where the ports with each value of their upper bits start in `ports`, and where the last of them end. `N` is one more
/// than there are such values, a power of two up to 65536.
#[must_use]
pub const fn starts<const N: usize>(ports: &[u16]) -> [u32; N] {
    let mut starts = [0; N];
    let (mut at, mut value) = (0, 1);
    while value < N {
        while at < ports.len() && (ports[at] as usize) < value * (65536 / (N - 1)) {
            at += 1;
        }
        starts[value] = at as u32;
        value += 1;
    }
    starts
}

/// The first endpoint on `port` in `all`, which is sorted by port.
#[must_use]
pub const fn by_port<const N: usize, const S: usize>(
    all: &[AnyEndpoint],
    ports: &[u16; N],
    starts: &[u32; S],
    port: u16,
) -> Option<AnyEndpoint> {
    let value = port as usize / (65536 / (S - 1));
    let (mut low, mut end) = (starts[value] as usize, starts[value + 1] as usize);
    while low < end {
        let middle = low + (end - low) / 2;
        if ports[middle] < port {
            low = middle + 1;
        } else {
            end = middle;
        }
    }
    if low < N && ports[low] == port {
        Some(all[low])
    } else {
        None
    }
}

const EMPTY: u32 = u32::MAX;

/// A hash table of the names in `all`; `N` is a power of two, and more than there are.
#[must_use]
pub const fn names<const N: usize>(all: &[AnyEndpoint]) -> [u32; N] {
    let mut table = [EMPTY; N];
    let mut at = 0;
    while at < all.len() {
        let mut slot = hash(all[at].name().as_bytes()) as usize % N;
        while table[slot] != EMPTY {
            slot = (slot + 1) % N;
        }
        table[slot] = at as u32;
        at += 1;
    }
    table
}

/// The endpoint called `name` in `all`.
#[must_use]
pub const fn by_name<const N: usize>(
    all: &[AnyEndpoint],
    table: &[u32; N],
    name: &str,
) -> Option<AnyEndpoint> {
    let name = name.as_bytes();
    let mut slot = hash(name) as usize % N;
    while table[slot] != EMPTY {
        let endpoint = all[table[slot] as usize];
        if is_equal(endpoint.name().as_bytes(), name) {
            return Some(endpoint);
        }
        slot = (slot + 1) % N;
    }
    None
}

/// Eight bytes at a time, each mixed in by a multiplication whose upper half is used.
const fn hash(mut bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    while let Some((first, rest)) = bytes.split_first_chunk() {
        hash = (hash ^ u64::from_le_bytes(*first)).wrapping_mul(FACTOR);
        hash ^= hash >> 32;
        bytes = rest;
    }
    let mut last = 0;
    while let Some((first, rest)) = bytes.split_first() {
        last = last << 8 | *first as u64;
        bytes = rest;
    }
    hash = (hash ^ last).wrapping_mul(FACTOR);
    (hash >> 32) as u32
}

/// `==` of slices is not const.
const fn is_equal(mut left: &[u8], mut right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    while let (Some((a, left_rest)), Some((b, right_rest))) =
        (left.split_first_chunk(), right.split_first_chunk())
    {
        if u64::from_le_bytes(*a) != u64::from_le_bytes(*b) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    while let (Some((a, left_rest)), Some((b, right_rest))) =
        (left.split_first(), right.split_first())
    {
        if *a != *b {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    true
}
