//! Sorting.
//!
//! Invariant: what compares equal stays in its order. One sort serves every kind of item, because each
//! of its own would come to kilobytes of the page.

use std::cmp::Ordering;

/// The places below `count` as `compare` orders them.
#[must_use]
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
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
