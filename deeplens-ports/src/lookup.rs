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
    let (mut low, end) = (starts[value] as usize, starts[value + 1] as usize);
    let mut count = end - low;
    // Halves without a branch on the ports, which no processor could foresee.
    while count > 1 {
        let half = count / 2;
        low = if ports[low + half - 1] < port {
            low + half
        } else {
            low
        };
        count -= half;
    }
    if low < N && ports[low] == port {
        Some(all[low])
    } else {
        None
    }
}

const EMPTY: u32 = u32::MAX;

/// How many bits of a slot hold the place; the others hold bits of the hash, so that few names are looked at in vain.
/// A map has less than 2¹⁷ endpoints, two for each port.
const PLACE_BITS: u32 = 17;

/// What the slot of a name with this hash holds, if its place is `at`.
const fn slot_of(hash: u64, at: usize) -> u32 {
    let tag = (hash as u32) >> PLACE_BITS << PLACE_BITS;
    tag | at as u32
}

/// A hash table of the names in `all`; `N` is a power of two, and more than there are.
#[must_use]
pub const fn names<const N: usize>(all: &[AnyEndpoint]) -> [u32; N] {
    let mut table = [EMPTY; N];
    let mut at = 0;
    while at < all.len() {
        let hash = hash(all[at].name().as_bytes());
        let mut slot = (hash >> 32) as usize % N;
        while table[slot] != EMPTY {
            slot = (slot + 1) % N;
        }
        table[slot] = slot_of(hash, at);
        at += 1;
    }
    table
}

/// Where the name of each of `all` starts in their [`name_text`], and where the last of them ends.
#[must_use]
pub const fn name_starts<const N: usize>(all: &[AnyEndpoint]) -> [u32; N] {
    let mut starts = [0; N];
    let mut at = 0;
    while at < all.len() {
        starts[at + 1] = starts[at] + all[at].name().len() as u32;
        at += 1;
    }
    starts
}

/// The names of `all`, one after the other: in one piece of memory, which the records and their texts are not.
#[must_use]
pub const fn name_text<const N: usize>(all: &[AnyEndpoint]) -> [u8; N] {
    let mut text = [0; N];
    let (mut at, mut end) = (0, 0);
    while at < all.len() {
        let mut name = all[at].name().as_bytes();
        while let Some((first, rest)) = name.split_first() {
            text[end] = *first;
            end += 1;
            name = rest;
        }
        at += 1;
    }
    text
}

/// The endpoint called `name` in `all`.
#[must_use]
pub const fn by_name<const N: usize>(
    all: &[AnyEndpoint],
    table: &[u32; N],
    starts: &[u32],
    text: &[u8],
    name: &str,
) -> Option<AnyEndpoint> {
    let name = name.as_bytes();
    let hash = hash(name);
    let mut slot = (hash >> 32) as usize % N;
    while table[slot] != EMPTY {
        let at = table[slot] as usize % (1 << PLACE_BITS);
        if table[slot] == slot_of(hash, at) {
            let (start, end) = (starts[at] as usize, starts[at + 1] as usize);
            let (before, _) = text.split_at(end);
            let (_, found) = before.split_at(start);
            if is_equal(found, name) {
                return Some(all[at]);
            }
        }
        slot = (slot + 1) % N;
    }
    None
}

/// Eight bytes at a time, each mixed in by a multiplication whose upper half is used.
const fn hash(mut bytes: &[u8]) -> u64 {
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
    hash ^ hash >> 32
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
