//! Results of earlier years, as their assessors published them.
//!
//! Invariant: a result is read by the rule it was published under, never by today's, and is never averaged
//! or compared across rules.

use super::Text;
use super::assessment::{Assessment, Kept};
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

    /// The first word of the id of its instrument, by which a rule and the one that took its place are known.
    fn series(&self) -> &str {
        self.rubric.split('-').next().unwrap_or_default()
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

/// What a result is held against, of those in order, with its place among them: the latest of an earlier year under
/// its own rule, else the latest of its series. Results of other instruments may lie between.
#[must_use]
pub fn before<'a>(results: &[(usize, &'a Past)], past: &Past) -> Option<(usize, &'a Past)> {
    let (series, mut found) = (past.series(), None);
    for (at, (_, one)) in results.iter().enumerate().rev() {
        if one.year < past.year && one.series() == series {
            if is_comparable(one, past) {
                return Some((at, one));
            }
            found = found.or(Some((at, *one)));
        }
    }
    found
}

/// Another score of the same year and rule, noted among the results or as what was published of this year.
#[must_use]
pub fn rival(assessment: &Assessment, past: &Past) -> Option<Score> {
    let this = assessment.assessment_year == Some(past.year) && assessment.rubric.id == past.rubric;
    let mut found = assessment.official.as_ref().filter(|_| this).and_then(|official| official.score);
    for one in assessment.history.iter().filter(|one| one.year == past.year && is_comparable(one, past)) {
        if found.is_none_or(|found| found == past.score) {
            found = Some(one.score);
        }
    }
    found.filter(|found| *found != past.score)
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
    fn a_result_is_held_against_the_last_of_its_own_series() {
        let history = [past(2022, "a-2022"), past(2023, "a-2023"), past(2023, "b"), past(2024, "a-2023")];
        let results = by_year(&history);
        let year = |of: &Past| before(&results, of).map(|(_, one)| (one.year, one.rubric.to_string()));
        assert_eq!(year(&history[0]), None, "the first of all");
        assert_eq!(year(&history[1]), Some((2022, "a-2022".to_owned())), "the rule it took the place of");
        assert_eq!(year(&history[2]), None, "the first of its series");
        assert_eq!(year(&history[3]), Some((2023, "a-2023".to_owned())), "another series lies between");
        assert_eq!(year(&past(2024, "b")), Some((2023, "b".to_owned())));
    }

    #[test]
    fn an_own_rule_goes_before_a_later_one_of_its_series() {
        let history = [past(2023, "p-luring"), past(2023, "p-daring"), past(2024, "p-luring")];
        let results = by_year(&history);
        assert_eq!(before(&results, &history[2]).map(|(_, one)| &*one.rubric), Some("p-luring"));
    }

    #[test]
    fn two_scores_of_one_year_and_rule_contradict_each_other() {
        let with = |year, hundredths| Past { score: Score::from_hundredths(hundredths), ..past(year, "a") };
        let mut own = Assessment {
            history: vec![with(2024, 9064), with(2024, 7000), with(2023, 1)],
            ..Assessment::default()
        };
        let rivals = |own: &Assessment| -> Vec<_> {
            own.history.iter().map(|one| rival(own, one).map(Score::hundredths)).collect()
        };
        assert_eq!(rivals(&own), [Some(7000), Some(9064), None]);
        own.history = vec![with(2024, 8706), with(2023, 8706)];
        assert_eq!(rivals(&own), [None, None]);
        own.rubric.id = "a".into();
        own.assessment_year = Some(2024);
        let score = Some(Score::from_hundredths(6481));
        own.official = Some(super::super::official::Official { score, ..Default::default() });
        assert_eq!(rivals(&own), [Some(6481), None], "what was published of this year counts too");
        own.history = vec![with(2024, 6481)];
        assert_eq!(rivals(&own), [None], "the same number is no contradiction");
    }

    #[test]
    fn a_year_may_lie_outside_those_of_the_rule() {
        assert!(past(2019, "a").is_outside_years(2021, Some(2021)));
        assert!(past(2022, "a").is_outside_years(2021, Some(2021)));
        assert!(!past(2030, "a").is_outside_years(2021, None));
    }
}
