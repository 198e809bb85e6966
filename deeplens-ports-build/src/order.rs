//! Sorting, once for the whole crate: the standard library's costs the build of every user some thirty functions for
//! each type that it sorts, which was a fifth of this crate.

use std::cmp::Ordering;

/// The places 0 to `count` in the order of `compare`; equal ones stay as they are. Runs of one, two, four and so on are
/// merged in pairs.
pub(crate) fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for place in 0..count {
        places.push(place);
    }
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        while merged.len() < count {
            let mut left = merged.len();
            let middle = count.min(left + run);
            let (mut right, end) = (middle, count.min(middle + run));
            while left < middle || right < end {
                let is_left =
                    right == end || left < middle && compare(places[left], places[right]).is_le();
                let next = if is_left { &mut left } else { &mut right };
                merged.push(places[*next]);
                *next += 1;
            }
        }
        places = merged;
        run *= 2;
    }
    places
}

/// The items in the order of `compare`; equal ones stay as they are.
pub(crate) fn sorted<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    for start in 0..order.len() {
        // Each takes what belongs in its place, until the one that was at the start is needed.
        let mut at = start;
        while order[at] != start {
            let from = order[at];
            items.swap(at, from);
            order[at] = at;
            at = from;
        }
        order[at] = at;
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

    #[test]
    fn many_are_sorted_as_the_standard_library_does() {
        for count in 0..70_u32 {
            // Each number up to 10 many times, in no order.
            let items: Vec<(u32, u32)> = (0..count).map(|at| (at * 7919 % 1009 % 11, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), expected, "{count}");
        }
    }
}
