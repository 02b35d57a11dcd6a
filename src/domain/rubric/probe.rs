//! What can be named or seen of an indicator, and the level that it points to.
//!
//! Invariant: a proposal only; nothing here enters a score.

use super::{Indicator, Scale, ScaleKind};
use crate::domain::Text;
use crate::domain::number::Decimal;

/// Parts to be named by whom one asks, or found where one looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Components {
    /// The parts.
    pub items: Vec<Text>,
    /// How many of them each level of the scale asks at least, lowest level first.
    pub least: Vec<usize>,
}

/// The levels that seeing something published points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Seen, but somewhere not as decided or not legible.
    pub flawed: Decimal,
    /// Sound, in print only or online only.
    pub one: Decimal,
    /// Sound, in print and online.
    pub both: Decimal,
}

/// Where one looks: in print at the first two, online at the others.
pub const PLACES: [&str; 4] = ["counter", "waitingRoom", "site", "socialMedia"];
/// What one looks for.
pub const LOOKS: [&str; 3] = ["there", "asDecided", "legible"];

/// How a tick of a walk is kept: place and look.
#[must_use]
pub fn tick(place: &str, look: &str) -> Text {
    [place, ".", look].concat().into()
}

impl Indicator {
    /// The level that so many of its components point to.
    #[must_use]
    pub fn by_components(&self, scale: &Scale, ticks: &[Text]) -> Option<Decimal> {
        let ScaleKind::Levels(levels) = &scale.kind else { return None };
        let found = self.found(ticks);
        let reached = levels.iter().zip(&self.components.least).rfind(|(_, least)| found >= **least);
        reached.map(|(level, _)| level.value)
    }

    /// How many of its components are ticked.
    #[must_use]
    pub fn found(&self, ticks: &[Text]) -> usize {
        self.components.items.iter().filter(|item| ticks.contains(item)).count()
    }
}

impl Walk {
    /// The level that what was seen points to; none where nothing was.
    #[must_use]
    pub fn level(self, ticks: &[Text]) -> Option<Decimal> {
        let is = |place: &str, look: &str| ticks.iter().any(|own| **own == *tick(place, look));
        let seen = |place: &&str| is(place, LOOKS[0]);
        let [counter, waiting, site, social] = PLACES;
        let printed = seen(&counter) || seen(&waiting);
        let online = seen(&site) || seen(&social);
        let sound =
            PLACES.iter().filter(|place| seen(place)).all(|place| is(place, LOOKS[1]) && is(place, LOOKS[2]));
        (printed || online).then_some(match (sound, printed && online) {
            (false, _) => self.flawed,
            (true, false) => self.one,
            (true, true) => self.both,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(ticks: &[(usize, usize)]) -> Option<i64> {
        let [flawed, one, both] = [2, 3, 4].map(Decimal::whole);
        let ticks: Vec<Text> = ticks.iter().map(|(place, look)| tick(PLACES[*place], LOOKS[*look])).collect();
        Walk { flawed, one, both }.level(&ticks).map(|level| level.ten_thousandths() / 10_000)
    }

    #[test]
    fn what_is_seen_points_to_a_level_by_where_it_is_and_how() {
        let at = |place| [(place, 0), (place, 1), (place, 2)];
        assert_eq!(level(&[]), None);
        assert_eq!(level(&[(0, 1), (0, 2)]), None, "nothing was seen there");
        assert_eq!(level(&[(0, 0)]), Some(2));
        assert_eq!(level(&at(0)), Some(3));
        assert_eq!(level(&[at(0), at(1)].concat()), Some(3), "twice in print is still only in print");
        assert_eq!(level(&[at(1), at(3)].concat()), Some(4));
        assert_eq!(level(&[&at(1)[..], &[(3, 0), (3, 1)]].concat()), Some(2), "one flaw is enough");
    }
}
