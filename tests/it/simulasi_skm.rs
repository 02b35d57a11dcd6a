//! What a survey of public satisfaction proposes: inside its scale, inside its interval, wider with fewer answers.

use proptest::prelude::*;
use swanilai::domain::number::Decimal;
use swanilai::domain::skm::{element, index, of_elements, proposal, respondents};

use super::support::{continuous, decimal};

#[test]
fn nine_elements_weigh_alike_on_either_scale() {
    let four = ["3.2", "3.1", "3.05", "4", "3.3", "3.25", "3.4", "3.9", "2.75"].map(decimal);
    assert_eq!(of_elements(&four), Some(decimal("83.19")));
    let hundred = four.map(|value| element(value).unwrap());
    assert_eq!(hundred[0], decimal("80"));
    assert_eq!(of_elements(&hundred), Some(decimal("83.19")));
    assert_eq!(of_elements(&four[1..]), None);
}

#[test]
fn what_is_no_element_and_no_index_is_refused() {
    for odd in ["0.9", "4.1", "24.99", "100.01", "0", "-3"] {
        assert_eq!(element(decimal(odd)), None, "{odd}");
        assert_eq!(index(decimal(odd)), None, "{odd}");
    }
    assert_eq!(index(decimal("25")), Some(decimal("25")));
    assert_eq!(index(decimal("3")), None);
}

#[test]
fn an_index_becomes_its_share_of_the_scale_with_a_wide_interval() {
    let percent = proposal(decimal("82.5"), 100, &continuous("persen", "0", "100"));
    assert_eq!(percent.value, decimal("82.5"));
    // From (82,5 - 25) / 0,75 - 7,35 to 82,5 + 7,35, outwards.
    assert_eq!(percent.within, (decimal("69.31"), decimal("89.86")));
    let five = proposal(decimal("82.5"), 100, &continuous("f03", "0", "5"));
    assert_eq!((five.value, five.within), (decimal("4.13"), (decimal("3.46"), decimal("4.5"))));
}

proptest! {
    #[test]
    fn a_proposal_lies_in_its_interval_and_fewer_answers_never_narrow_it(
        index in 2_500_i64..=10_000, fewer in 1_u32..2_000, more in 0_u32..2_000, high in 1_i32..=1_000,
    ) {
        let scale = continuous("s", "0", &high.to_string());
        let index = Decimal::from_ten_thousandths(index * 100);
        let (few, many) = (proposal(index, fewer, &scale), proposal(index, fewer + more, &scale));
        for made in [few, many] {
            prop_assert!(made.within.0 <= made.value && made.value <= made.within.1);
            prop_assert!(scale.takes(made.within.0) && scale.takes(made.within.1));
        }
        prop_assert!(few.within.0 <= many.within.0 && many.within.1 <= few.within.1);
        prop_assert_eq!(few.value, many.value);
    }
}

#[test]
fn respondents_are_read_with_points_or_without_and_only_where_they_mean_one_number() {
    for (typed, count) in [("150", 150), (" 1200 ", 1_200), ("1.200", 1_200), ("12.345.678", 12_345_678)] {
        assert_eq!(respondents(typed), Some(count), "{typed}");
    }
    for typed in
        ["", "0", "1,200", "1.20", "1200.000", ".200", "1.2000", "1 200", "-5", "+5", "seribu", "1.+20"]
    {
        assert_eq!(respondents(typed), None, "{typed}");
    }
}
