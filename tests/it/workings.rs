//! The arithmetic shown on demand is the arithmetic of the result.
//!
//! Invariant: products are added up here before anything is rounded.

use proptest::prelude::*;
use swanilai::domain::assessment::Assessment;
use swanilai::domain::extremes::Ratio;
use swanilai::domain::number::Score;
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::workings::{self, Mean, Reading};

use super::random::{FROM_NOUGHT, SCALES, cases};
use super::support::rubric;

/// The sum of some ratios, over one denominator.
fn sum<'a>(ratios: impl Iterator<Item = &'a Ratio>) -> Ratio {
    let none = Ratio { num: 0_u64.into(), den: 1_u64.into() };
    ratios.fold(none, |sum, ratio| Ratio {
        num: &(&sum.num * &ratio.den) + &(&ratio.num * &sum.den),
        den: &sum.den * &ratio.den,
    })
}

fn equal(one: &Ratio, other: &Ratio) -> bool {
    &one.num * &other.den == &other.num * &one.den
}

fn rounded(ratio: &Ratio) -> Score {
    Score::from_ratio(&ratio.num, &ratio.den)
}

/// Every mean of a result: of its dimensions, then of the whole.
fn means(made: &Rubric, assessment: &Assessment) -> Vec<Mean> {
    let mut means: Vec<_> = (0..made.dimensions.len())
        .map(|place| workings::dimension(made, place, assessment, Reading::Point))
        .collect();
    means.push(workings::whole(made, &means, Reading::Point));
    means
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn products_sum_to_what_is_shown_before_it_is_rounded((draft, assessment) in cases(SCALES.len())) {
        let made = rubric(draft);
        let result = Scorecard::of(&made, &assessment);
        let shown = result.dimensions.iter().map(|dimension| dimension.score.point).chain([result.score.point]);
        for (mean, shown) in means(&made, &assessment).into_iter().zip(shown) {
            prop_assert_eq!(mean.sum.as_ref().map(rounded), shown);
            let Some(total) = &mean.sum else {
                prop_assert!(mean.rows.iter().all(|row| row.product.is_none()));
                continue;
            };
            let products = mean.rows.iter().chain(&mean.open).filter_map(|row| row.product.as_ref());
            prop_assert!(equal(&sum(products), total));
            let filled = mean.rows.iter().filter(|row| row.score.is_some()).map(|row| &row.weight);
            let weights = filled.chain(mean.open.iter().map(|row| &row.weight));
            let one = sum(weights);
            prop_assert_eq!(one.num, one.den);
        }
    }

    #[test]
    fn what_a_side_has_lies_in_its_range_and_below_its_most((draft, assessment) in cases(FROM_NOUGHT)) {
        let result = Scorecard::of(&rubric(draft), &assessment);
        for side in [result.own, result.outside] {
            let (full, answers) = (side.figure.full, side.figure.answers);
            prop_assert!(Score::default() <= full.low && full.low <= answers.low);
            prop_assert!(answers.high <= full.high);
            if let Some(point) = side.figure.point {
                prop_assert!(answers.contains(point));
                prop_assert!(full.high <= side.maximum);
            }
        }
    }
}
