//! What each cost can reach at best.
//!
//! Invariant: along a front cost and value both rise strictly; what another entry beats on both is not kept.

/// The best that can be had for a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it costs.
    pub cost: u64,
    /// What it comes to.
    pub value: i128,
    /// How fast the value falls as the multiplier rises.
    pub slope: i64,
}

/// Entries by rising cost.
pub type Front = Vec<Entry>;

/// What costs nothing and comes to nothing.
pub const NOTHING: Entry = Entry { cost: 0, value: 0, slope: 0 };

/// The entries of a front with one more choice, up to the cost `cap`.
pub fn shifted(front: &[Entry], choice: Entry, cap: u64) -> Front {
    joined(&[], front, choice, cap)
}

/// Everything on `front` together with each of the choices, up to the cost `cap`.
pub fn extended(front: &[Entry], choices: &[Entry], cap: u64) -> Front {
    let mut all = Front::new();
    for choice in choices {
        all = joined(&all, front, *choice, cap);
    }
    all
}

/// The better entries of two lists whose costs rise.
pub fn merged(one: &[Entry], other: &[Entry]) -> Front {
    joined(one, other, NOTHING, u64::MAX)
}

/// The better entries of two lists whose costs rise, the second with one more choice and up to the cost `cap`. Most of
/// a search is spent here, so nothing is put down in between.
pub fn joined(one: &[Entry], other: &[Entry], choice: Entry, cap: u64) -> Front {
    let mut all = Front::with_capacity(one.len() + other.len());
    let mut best = None;
    let mut put = |entry: Entry| {
        if best.is_none_or(|best| best < entry.value) {
            best = Some(entry.value);
            all.push(entry);
        }
    };
    let mut one = one;
    for entry in other {
        let entry = Entry {
            cost: entry.cost + choice.cost,
            value: entry.value + choice.value,
            slope: entry.slope + choice.slope,
        };
        if entry.cost > cap {
            break;
        }
        while let [before, ones @ ..] = one
            && is_before(before, &entry)
        {
            put(*before);
            one = ones;
        }
        put(entry);
    }
    for entry in one {
        put(*entry);
    }
    all
}

/// Cheaper first; of the same cost the better, then the one that falls more slowly.
fn is_before(a: &Entry, b: &Entry) -> bool {
    (a.cost, b.value, a.slope) <= (b.cost, a.value, b.slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(entries: &[(u64, i128)]) -> Front {
        entries.iter().map(|(cost, value)| Entry { cost: *cost, value: *value, slope: 0 }).collect()
    }

    #[test]
    fn what_is_dearer_and_no_better_is_dropped() {
        let both = merged(&front(&[(0, 0), (2, 5), (4, 6)]), &front(&[(1, 1), (2, 4), (3, 5), (5, 9)]));
        assert_eq!(both, front(&[(0, 0), (1, 1), (2, 5), (4, 6), (5, 9)]));
    }

    #[test]
    fn choices_add_up_to_the_cap() {
        let all = extended(&front(&[(0, 0), (1, 4)]), &front(&[(0, 0), (1, 3), (3, 9)]), 3);
        assert_eq!(all, front(&[(0, 0), (1, 4), (2, 7), (3, 9)]));
    }
}
