//! Sorting, once for the whole crate: the standard library's costs the build of every user some thirty functions for
//! each type that it sorts, which was a fifth of this crate.

use std::cmp::Ordering;

/// The places 0 to `count` in the order of `compare`; equal ones stay as they are.
pub(crate) fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for at in 0..count {
        // Most lists are in order, or nearly: then its place is the last.
        let place = places.partition_point(|before| compare(*before, at).is_le());
        places.insert(place, at);
    }
    places
}

/// The items in the order of `compare`; equal ones stay as they are.
pub(crate) fn sorted<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    for at in 0..order.len() {
        // What belongs here was swapped away if its place was filled already.
        let mut from = order[at];
        while from < at {
            from = order[from];
        }
        items.swap(at, from);
    }
    items
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let expected = [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')];
        assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), expected);
        assert_eq!(sorted(Vec::<u8>::new(), u8::cmp), []);
    }
}
