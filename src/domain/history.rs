//! Results of earlier years, as their assessors published them.
//!
//! Invariant: a result is read by the rule it was published under, never by today's, and is never averaged
//! or compared across rules.

use super::Text;
use super::assessment::Kept;
use super::number::Score;
use super::order::sorted;
use super::rubric::Rubric;
use super::zone::Category;

/// One published result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Year it is of.
    pub year: u16,
    /// Id of the instrument whose rule it was published under.
    pub rubric: Text,
    /// The score, on that instrument's scale, in hundredths.
    pub score: Score,
    /// Unknown members.
    pub kept: Kept,
}

impl Past {
    /// The category it falls into by its own rule; none where the score is beyond that rule's maximum or the
    /// rule is another's.
    #[must_use]
    pub fn category<'a>(&self, rule: &'a Rubric) -> Option<&'a Category> {
        let fits = rule.id == self.rubric && self.score.decimal() <= rule.maximum;
        fits.then(|| rule.categories.of(self.score)).flatten()
    }

    /// Whether its year lies outside the years the instrument was in use, so that the rule is only a likeness.
    #[must_use]
    pub fn is_outside_years(&self, from: u16, to: Option<u16>) -> bool {
        self.year < from || to.is_some_and(|to| self.year > to)
    }
}

/// The results in order of their years, each with its place in the list; those of one year as they were noted.
#[must_use]
pub fn by_year(history: &[Past]) -> Vec<(usize, &Past)> {
    let placed: Vec<(usize, &Past)> = history.iter().enumerate().collect();
    sorted(&placed, |(_, one), (_, other)| one.year.cmp(&other.year)).into_iter().copied().collect()
}

/// Whether a line may be drawn from one result to the next: only within one rule.
#[must_use]
pub fn is_comparable(earlier: &Past, later: &Past) -> bool {
    earlier.rubric == later.rubric
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(year: u16, rubric: &str) -> Past {
        Past { year, rubric: rubric.into(), ..Past::default() }
    }

    #[test]
    fn results_stand_in_order_of_years_and_as_noted_within_one() {
        let history = [past(2023, "b"), past(2021, "a"), past(2023, "a")];
        let places: Vec<usize> = by_year(&history).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [1, 0, 2]);
    }

    #[test]
    fn a_change_of_rule_breaks_the_trend() {
        assert!(is_comparable(&past(2021, "a"), &past(2022, "a")));
        assert!(!is_comparable(&past(2021, "a"), &past(2022, "b")));
    }

    #[test]
    fn a_year_may_lie_outside_those_of_the_rule() {
        assert!(past(2019, "a").is_outside_years(2021, Some(2021)));
        assert!(past(2022, "a").is_outside_years(2021, Some(2021)));
        assert!(!past(2030, "a").is_outside_years(2021, None));
    }
}
