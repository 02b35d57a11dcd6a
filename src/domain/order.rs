//! Sorting.
//!
//! Invariant: what compares equal stays in its order. One sort serves every kind of item, because each
//! of its own would come to kilobytes of the page.

use std::cmp::Ordering;

/// The places below `count` as `compare` orders them: sorted runs are merged to runs of twice the length.
#[must_use]
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([one, ones @ ..], [other, others @ ..]) = (left, right) {
                if compare(*one, *other).is_gt() {
                    merged.push(*other);
                    right = others;
                } else {
                    merged.push(*one);
                    left = ones;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// The items as `compare` orders them.
pub fn sorted<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<&T> {
    let by_place = |one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    places(items.len(), &by_place).into_iter().filter_map(|place| items.get(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items: Vec<(usize, usize)> = (0..200).map(|at| (at * 7 % 5, at)).collect();
        let mut expected: Vec<_> = items.iter().collect();
        expected.sort_by_key(|item| item.0);
        assert_eq!(sorted(&items, |one, other| one.0.cmp(&other.0)), expected);
    }
}
