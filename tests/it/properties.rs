//! What holds of every result, on thousands of random small instruments.
//!
//! Invariant: each property is stated as exactly as it holds; what does not hold has its counterexample.

use proptest::prelude::*;
use swanilai::domain::scorecard::Scorecard;

use super::oracle;
use super::random::{SCALES, cases};
use super::support::rubric;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_equals_the_oracle((draft, assessment) in cases(SCALES.len())) {
        let expected = oracle::scorecard(&draft, &assessment);
        prop_assert_eq!(Scorecard::of(&rubric(draft), &assessment), expected);
    }
}
