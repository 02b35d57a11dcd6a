//! What holds of every result, on thousands of random small instruments.
//!
//! Invariant: each property is stated as exactly as it holds; what does not hold has its counterexample
//! in `law`.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use swanilai::domain::assessment::{Assessment, Choice, Met};
use swanilai::domain::number::{Decimal, Range, Score};
use swanilai::domain::rubric::{Group, Indicator, Mode, Rubric, Scale, ScaleKind};
use swanilai::domain::scorecard::{Figure, Reckoned, Scorecard};
use swanilai::domain::standing::Span;

use super::oracle;
use super::random::{FROM_NOUGHT, SCALES, cases, drafts, on_scale};
use super::support::{decimal, edit, rubric};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() }
}

/// The figures of the whole, of dimensions and of subtotals.
fn figures(result: &Scorecard) -> Vec<Figure> {
    let dimensions = result.dimensions.iter().map(|dimension| dimension.score);
    dimensions.chain(result.subtotals.iter().copied()).chain([result.score]).collect()
}

/// Every number that may not fall when an answer rises. A category's place counts from the highest.
fn rising(result: &Scorecard) -> Vec<Option<i64>> {
    let mut found = vec![result.supported.map(Score::hundredths)];
    let points =
        result.dimensions.iter().map(|d| Figure { point: d.point, answers: d.points, full: d.points });
    for figure in figures(result).into_iter().chain(points) {
        let ends = [figure.answers.low, figure.answers.high, figure.full.low, figure.full.high];
        found.extend(ends.into_iter().chain(figure.point).map(|score| Some(score.hundredths())));
    }
    let (low, high) = result.standing.full_category.ends();
    found.extend([low, high].map(|place| i64::try_from(place).ok().map(|place| -place)));
    let zones = result.standing.full_zone.map(Span::ends);
    found.extend(zones.into_iter().flat_map(|(low, high)| [Some(low as i64), Some(high as i64)]));
    found
}

/// The answer one step higher: the next level, or half the way to the top.
fn higher(scale: &Scale, choice: Choice) -> Choice {
    match (&scale.kind, choice) {
        (ScaleKind::Levels(levels), Choice::Level(given)) if scale.takes(given) => Choice::Level(
            levels.iter().map(|level| level.value).find(|value| *value > given).unwrap_or(given),
        ),
        (ScaleKind::Continuous { maximum, .. }, Choice::Value(given)) if scale.takes(given) => {
            let half = (given.ten_thousandths() + maximum.ten_thousandths() + 1) / 2;
            Choice::Value(Decimal::from_ten_thousandths(half).min(*maximum))
        }
        _ => choice,
    }
}

/// Raises what is given for one indicator: its answer, one of its samples, one of its criteria.
fn raise(made: &Rubric, assessment: &mut Assessment, indicator: &Indicator, at: Index) {
    let Some(scale) = made.scale_of(indicator).cloned() else { return };
    if assessment.answer(&indicator.id).is_none() {
        return;
    }
    edit(assessment, &indicator.id, |answer| {
        answer.choice = answer.choice.map(|choice| higher(&scale, choice));
        let samples = answer.samples.len().max(1);
        if let Some(choice) = answer.samples.values_mut().nth(at.index(samples)) {
            *choice = higher(&scale, *choice);
        }
        let criteria = answer.criteria.len().max(1);
        if let Some(met) = answer.criteria.values_mut().nth(at.index(criteria)) {
            *met = if *met == Met::No { Met::Partly } else { Met::Yes };
        }
    });
}

/// Answers the first blank of one indicator, whatever it is answered by; false where nothing is blank.
fn fill(made: &Rubric, assessment: &mut Assessment, indicator: &Indicator, seed: i64) -> bool {
    let Some(scale) = made.scale_of(indicator).cloned() else { return false };
    let given = on_scale(&indicator.scale, seed);
    let blank = |choice: Option<Choice>| match choice {
        None => true,
        Some(Choice::NotApplicable) => !indicator.not_applicable,
        Some(Choice::Level(value)) => scale.is_continuous() || !scale.takes(value),
        Some(Choice::Value(value)) => !scale.is_continuous() || !scale.takes(value),
    };
    let panel = made.panel_of(indicator);
    let samples = panel.map(|panel| assessment.samples_of(made, panel).map(|s| s.id.clone()).collect());
    let samples: Vec<_> = samples.unwrap_or_default();
    let by_criteria = assessment.mode == Mode::PerCriterion && made.offers(Mode::PerCriterion);
    edit(assessment, &indicator.id, |answer| {
        if answer.choice == Some(Choice::NotApplicable) && indicator.not_applicable {
            false
        } else if by_criteria && !indicator.criteria.is_empty() {
            let open = indicator.criteria.iter().find(|c| !answer.criteria.contains_key(&c.id));
            let met = [Met::Yes, Met::Partly, Met::No][usize::try_from(seed % 3).unwrap_or(0)];
            open.map(|criterion| answer.criteria.insert(criterion.id.clone(), met)).is_some()
        } else if answer.choice.is_none() && !samples.is_empty() {
            let open = samples.into_iter().find(|id| blank(answer.samples.get(id).copied()));
            open.map(|id| answer.samples.insert(id, given)).is_some()
        } else {
            blank(answer.choice) && answer.choice.replace(given) != Some(given)
        }
    })
}

/// One scored indicator of an instrument.
fn pick(made: &Rubric, at: Index) -> Indicator {
    let scored: Vec<_> = made.indicators().map(|(_, i)| i).filter(|i| i.is_scored()).collect();
    at.get(&scored).to_owned().clone()
}

/// The latest of the states after a change of one kind or another, or an earlier one once more.
fn stepped(made: &Rubric, states: &[Assessment], at: Index, kind: u8, seed: i64) -> Assessment {
    let mut after = states[states.len() - 1].clone();
    let indicator = pick(made, at);
    match kind {
        0 | 1 => drop(fill(made, &mut after, &indicator, seed)),
        2 => raise(made, &mut after, &indicator, at),
        3 => drop(after.answers.remove(&indicator.id)),
        4 => edit(&mut after, &indicator.id, |answer| answer.assumed ^= true),
        5 => edit(&mut after, "unknown", |answer| answer.unconfirmed ^= true),
        // Some documents hold until one day, and some until the next.
        6 => after.updated_at = format!("2026-11-2{}T10:42:00+07:00", seed % 3).into(),
        7 => after.mode = if after.mode == Mode::PerLevel { Mode::PerCriterion } else { Mode::PerLevel },
        8 => drop(after.samples.pop()),
        _ => return at.get(states).clone(),
    }
    after
}

fn holds(outer: Range, inner: Range) -> bool {
    outer.contains(inner.low) && outer.contains(inner.high)
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn every_figure_equals_the_oracle((draft, assessment) in cases(SCALES.len())) {
        let expected = oracle::scorecard(&draft, &assessment);
        prop_assert_eq!(Scorecard::of(&rubric(draft), &assessment), expected);
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn raising_one_answer_lowers_nothing(
        (draft, before) in cases(SCALES.len()),
        at in any::<Index>(),
        which in any::<Index>(),
    ) {
        let made = rubric(draft);
        let mut after = before.clone();
        raise(&made, &mut after, &pick(&made, at), which);
        let (before, after) = (Scorecard::of(&made, &before), Scorecard::of(&made, &after));
        prop_assert_eq!(before.progress, after.progress);
        let (before, after) = (rising(&before), rising(&after));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before <= after, "{before:?} fell to {after:?}");
        }
    }

    #[test]
    fn what_is_kept_of_dimensions_between_edits_changes_no_result(
        (draft, first) in cases(SCALES.len()),
        steps in vec((any::<Index>(), 0_u8..10, 0_i64..100_000), 1..12),
    ) {
        let made = rubric(draft);
        let mut states = vec![first];
        let mut kept = Reckoned::of(&made, &states[0]);
        for (at, kind, seed) in steps {
            let before = &states[states.len() - 1];
            let after = stepped(&made, &states, at, kind, seed);
            kept = kept.after(&made, before, &after);
            prop_assert_eq!(kept.scorecard(&made), Scorecard::of(&made, &after));
            states.push(after);
        }
    }

    #[test]
    fn answering_a_blank_only_narrows_ranges(
        (draft, before) in cases(SCALES.len()),
        at in any::<Index>(),
        seed in 0_i64..100_000,
    ) {
        let made = rubric(draft);
        let mut after = before.clone();
        let filled = fill(&made, &mut after, &pick(&made, at), seed);
        let (before, after) = (Scorecard::of(&made, &before), Scorecard::of(&made, &after));
        prop_assert!(after.score.point.is_some() || !filled);
        for (before, after) in figures(&before).iter().zip(figures(&after)) {
            prop_assert!(holds(before.answers, after.answers) && holds(before.full, after.full));
        }
        for (before, after) in before.dimensions.iter().zip(&after.dimensions) {
            prop_assert!(holds(before.points, after.points));
        }
    }

    #[test]
    fn leaving_out_a_blank_only_narrows_the_result_where_scales_begin_at_nought(
        (draft, mut before) in cases(FROM_NOUGHT),
        at in any::<Index>(),
    ) {
        let mut draft = draft;
        draft.dimensions.iter_mut().flat_map(|d| &mut d.indicators).for_each(|i| i.not_applicable = true);
        let made = rubric(draft);
        let id = pick(&made, at).id;
        before.answers.remove(&id);
        let mut after = before.clone();
        edit(&mut after, &id, |answer| answer.choice = Some(Choice::NotApplicable));
        let (before, after) = (Scorecard::of(&made, &before).score, Scorecard::of(&made, &after).score);
        prop_assert!(holds(before.answers, after.answers) && holds(before.full, after.full));
        prop_assert_eq!(before.point, after.point);
    }

    #[test]
    fn the_full_range_holds_the_range_of_answers((draft, assessment) in cases(SCALES.len())) {
        let maximum = Score::rounded(draft.maximum);
        for figure in figures(&Scorecard::of(&rubric(draft), &assessment)) {
            prop_assert!(holds(figure.full, figure.answers));
            prop_assert!(figure.full.low.hundredths() >= 0 && figure.full.high <= maximum);
        }
    }

    #[test]
    fn the_range_of_answers_holds_the_point_where_scales_begin_at_nought(
        (draft, assessment) in cases(FROM_NOUGHT),
    ) {
        let result = Scorecard::of(&rubric(draft), &assessment);
        for figure in figures(&result) {
            prop_assert!(figure.point.is_none_or(|point| figure.answers.contains(point)));
        }
        prop_assert!(result.supported <= result.score.point);
    }

    #[test]
    fn with_nothing_blank_the_answers_are_one_number_and_the_point_is_it(
        (draft, mut assessment) in cases(SCALES.len()),
        seed in 0_i64..100_000,
    ) {
        let made = rubric(draft);
        for (_, indicator) in made.indicators() {
            while fill(&made, &mut assessment, indicator, seed) {}
        }
        let result = Scorecard::of(&made, &assessment);
        prop_assert!(result.progress.is_complete());
        for figure in figures(&result).into_iter().filter(|figure| figure.point.is_some()) {
            prop_assert_eq!(Some(figure.answers.low), figure.point);
            prop_assert_eq!(Some(figure.answers.high), figure.point);
        }
    }

    #[test]
    fn a_blank_form_has_neither_point_nor_zone(
        (draft, mut assessment) in cases(SCALES.len()),
        leaves in any::<bool>(),
    ) {
        assessment.answers.clear();
        for indicator in draft.dimensions.iter().flat_map(|d| &d.indicators).filter(|_| leaves) {
            edit(&mut assessment, &indicator.id, |answer| answer.choice = Some(Choice::NotApplicable));
        }
        let result = Scorecard::of(&rubric(draft), &assessment);
        prop_assert_eq!((result.score.point, result.supported, result.standing.zone), (None, None, None));
        prop_assert!(result.dimensions.iter().all(|d| d.point.is_none() && d.score.point.is_none()));
    }

    #[test]
    fn working_weights_sum_to_the_whole_exactly_and_lie_inside_their_bounds(draft in drafts(SCALES.len())) {
        let made = rubric(draft);
        let groups: Vec<&Group> = (0..made.dimensions.len()).filter_map(|at| made.group(at)).collect();
        for group in groups.into_iter().chain([made.whole()]) {
            let sum: i64 = group.shares().iter().map(|share| share.working).sum();
            prop_assert_eq!(sum, group.total());
            prop_assert!(group.shares().iter().all(|s| 0 < s.low && s.low <= s.working && s.working <= s.high));
        }
    }
}

#[test]
fn decimals_read_back_as_written() {
    for text in ["0.0001", "99.9999", "12.22", "-3.5"] {
        assert_eq!(decimal(text).to_string(), text);
    }
}
