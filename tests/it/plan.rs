//! The least plan, held against every plan there is, on thousands of random small instruments.
//!
//! Invariant: what a plan may do is told here once more, without the code under test; what it comes to is told by
//! the scorecard, which has an oracle of its own.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use swanilai::domain::assessment::{Assessment, Choice};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::plan::{Aim, By, Goal, Plan, Progress, Search, Why, lowest};
use swanilai::domain::rubric::{Assessed, Draft, Indicator, Rubric, StepKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::zone::Comparison;
use swanilai::format::json::{Json, read_text};
use swanilai::format::line;

use super::random::{SCALES, cases};
use super::shipped;
use super::support::{
    answered, bands, dimension, draft, edit, item, items, level, levels, published, rubric, unpublished,
    weight,
};

mod ways;

use ways::{Way, levels_of, ways};

/// Most plans tried for one case; indicators beyond are locked.
const MOST: usize = 80;

/// Blanks at the lowest, told once more: whatever the scorecard leaves open has one answer there.
fn filled(made: &Rubric, assessment: &Assessment) -> Assessment {
    let all = lowest(made, assessment);
    let (before, after) = (Scorecard::of(made, assessment), Scorecard::of(made, &all));
    assert!(after.progress.is_complete());
    assert_eq!(after.score.answers.low, before.score.answers.low, "blanks stood at their lowest before");
    assert_eq!(after.score.full.low, before.score.full.low);
    all
}

/// The figure that a goal aims at.
fn aimed(made: &Rubric, assessment: &Assessment, aim: Aim) -> Score {
    let score = Scorecard::of(made, assessment).score;
    match aim {
        Aim::Point => score.point.unwrap_or_default(),
        Aim::Low => score.full.low,
    }
}

/// Every plan there is: one way for each indicator.
fn all(made: &Rubric, base: &Assessment, goal: &Goal) -> Vec<Vec<Way>> {
    let mut plans: Vec<Vec<Way>> = vec![Vec::new()];
    for (_, indicator) in made.indicators() {
        let ways = ways(made, base, goal, indicator);
        let with = |before: &Vec<Way>| {
            ways.iter().map(|way| [&before[..], std::slice::from_ref(way)].concat()).collect::<Vec<_>>()
        };
        plans = plans.iter().flat_map(with).collect();
    }
    plans
}

/// The figure a plan comes to.
fn figure(made: &Rubric, base: &Assessment, plan: &[Way], aim: Aim) -> Score {
    let mut after = base.clone();
    for ((_, indicator), way) in made.indicators().zip(plan) {
        if let Some(answer) = &way.answer {
            after.answers.insert(indicator.id.clone(), Rc::new(answer.clone()));
        }
    }
    aimed(made, &after, aim)
}

/// What the least plan costs and gains, found by trying all; none where the target is out of reach.
fn least(made: &Rubric, base: &Assessment, goal: &Goal, target: usize) -> Option<(u64, u64, Vec<i64>)> {
    let count = |plan: &[Way]| plan.iter().filter(|way| way.gain > 0).count() as u64;
    let effort = |plan: &[Way]| plan.iter().map(|way| way.effort).sum::<u64>();
    let gains = |plan: &[Way]| plan.iter().map(|way| way.gain).collect::<Vec<_>>();
    let cost = |plan: &[Way]| match goal.by {
        By::Count => (count(plan), effort(plan)),
        By::Effort => (effort(plan), count(plan)),
    };
    let mut plans = all(made, base, goal);
    plans.sort_by(|one, other| cost(one).cmp(&cost(other)).then_with(|| gains(other).cmp(&gains(one))));
    let reaches = |plan: &&Vec<Way>| made.categories.place(figure(made, base, plan, goal.aim)) <= target;
    plans.iter().find(reaches).map(|plan| (count(plan), effort(plan), gains(plan)))
}

/// What a plan gains, indicator by indicator, by the answers it leaves behind.
fn gains(made: &Rubric, base: &Assessment, goal: &Goal, plan: &Plan) -> Vec<i64> {
    let after = plan.applied(made, base);
    let gain = |indicator: &Indicator| {
        let (before, after) = (base.answer(&indicator.id), after.answer(&indicator.id));
        if before == after {
            return 0;
        }
        let ways = ways(made, base, goal, indicator);
        let found = ways.iter().find(|way| way.answer.as_ref() == after);
        found.map_or_else(|| panic!("{}: {after:?} is no way up", indicator.id), |way| way.gain)
    };
    made.indicators().map(|(_, indicator)| gain(indicator)).collect()
}

/// Chance for a goal: locks, ceilings, efforts, and what is aimed at.
type GoalSeed = (Vec<(u8, u8, u16)>, (bool, bool, bool), usize, u8);

fn goal_seed() -> impl Strategy<Value = GoalSeed> {
    let each = (any::<u8>(), any::<u8>(), 1_u16..12);
    (vec(each, 20), any::<(bool, bool, bool)>(), 0_usize..7, any::<u8>())
}

/// A goal by chance, with no more ways in all than can be tried.
fn goal(made: &Rubric, base: &Assessment, (seeds, (low, effort, each), target, kinds): &GoalSeed) -> Goal {
    let mut goal = Goal {
        target: (*target < made.categories.items.len()).then_some(*target),
        aim: if *low { Aim::Low } else { Aim::Point },
        by: if *effort { By::Effort } else { By::Count },
        each: *each,
        ..Goal::default()
    };
    if kinds % 4 == 2 {
        goal.kinds = vec![StepKind::Administrative, StepKind::Decree];
    } else if kinds % 8 == 1 {
        goal.kinds = vec![StepKind::Administrative];
    }
    let mut plans = 1;
    for ((_, indicator), (lock, ceiling, effort)) in made.indicators().zip(seeds) {
        if lock.is_multiple_of(8) {
            goal.locked.push(indicator.id.clone());
        }
        let scale = levels_of(made, indicator);
        if ceiling.is_multiple_of(4) && !scale.is_empty() {
            let ceiling = scale[usize::from(*ceiling / 4) % scale.len()];
            goal.ceilings.insert(indicator.id.clone(), ceiling);
        }
        if effort.is_multiple_of(2) {
            goal.efforts.insert(indicator.id.clone(), *effort);
        }
        let ways = ways(made, base, &goal, indicator).len();
        if plans * ways > MOST {
            goal.locked.push(indicator.id.clone());
        } else {
            plans *= ways;
        }
    }
    goal
}

/// An instrument in which some steps need money and some answers are not in the office's hands.
fn with_kinds(mut draft: Draft, seeds: &GoalSeed) -> Draft {
    let indicators = draft.dimensions.iter_mut().flat_map(|dimension| &mut dimension.indicators);
    for (indicator, (seed, ..)) in indicators.zip(&seeds.0) {
        let kinds = [StepKind::Administrative, StepKind::Decree, StepKind::Physical, StepKind::Budget];
        indicator.step.kind = kinds.get(usize::from(seed / 8) % 6).copied();
        if seed.is_multiple_of(11) {
            indicator.assessed = Assessed::Survey;
        }
    }
    draft
}

/// The instrument with a bound that some plan just meets or just misses.
fn with_bound(draft: &Draft, assessment: &Assessment, seeds: &GoalSeed, which: Index) -> Draft {
    let made = rubric(draft.clone());
    let base = filled(&made, assessment);
    let goal = goal(&made, &base, seeds);
    let plans = all(&made, &base, &goal);
    let met = figure(&made, &base, &plans[which.index(plans.len())], goal.aim);
    let bound = met.hundredths() + i64::from(seeds.3.is_multiple_of(16));
    let comparison = if seeds.3.is_multiple_of(2) { Comparison::AtLeast } else { Comparison::Above };
    let highest = Score::rounded(draft.maximum).hundredths() - 1;
    let bound = bound.clamp(1, highest);
    Draft { categories: bands(comparison, &[("A", bound, None), ("B", 0, None)]), ..draft.clone() }
}

fn proven(
    draft: Draft,
    assessment: &Assessment,
    seeds: &GoalSeed,
    which: Index,
) -> Result<(), TestCaseError> {
    let draft = with_kinds(draft, seeds);
    // A bound between what is and what can be; now and then the bands of an instrument.
    let draft = if seeds.3 % 8 == 1 { draft } else { with_bound(&draft, assessment, seeds, which) };
    let made = rubric(draft);
    let base = filled(&made, assessment);
    let goal = goal(&made, &base, seeds);
    let plan = Plan::of(&made, assessment, &goal);
    let expected = least(&made, &base, &goal, plan.target);
    prop_assert!(plan.proved);
    prop_assert_eq!(plan.reachable, expected.is_some());

    if let Some((count, effort, expected)) = expected {
        prop_assert_eq!((plan.changes.len() as u64, plan.effort), (count, effort));
        prop_assert_eq!(gains(&made, &base, &goal, &plan), expected);
        let after = plan.applied(&made, assessment);
        prop_assert_eq!(plan.after, Scorecard::of(&made, &after).score);
        prop_assert!(made.categories.place(aimed(&made, &after, goal.aim)) <= plan.target);
        let gained = aimed(&made, &after, goal.aim).hundredths() - aimed(&made, &base, goal.aim).hundredths();
        prop_assert_eq!(plan.changes.iter().map(|change| change.points.hundredths()).sum::<i64>(), gained);
        let mut so_far = base.clone();
        for change in &plan.changes {
            let before = aimed(&made, &so_far, goal.aim).hundredths();
            let indicator = &made.dimensions[change.place.0].indicators[change.place.1];
            so_far.answers.insert(indicator.id.clone(), change.rise.answer.clone());
            let rise = aimed(&made, &so_far, goal.aim).hundredths() - before;
            prop_assert_eq!(change.points.hundredths(), rise);
        }
        let line = read_text(&line::plan(&made, &plan, goal.by)).unwrap();
        let points =
            line.member("changes").unwrap().items().iter().map(|change| match change.member("points") {
                Some(Json::Number(points)) => Decimal::parse(points.as_str()).unwrap().ten_thousandths(),
                other => panic!("{other:?}"),
            });
        prop_assert_eq!(points.sum::<i64>(), gained * 100, "as the command line says it");
    } else {
        prop_assert!(plan.short > Score::default() && plan.changes.is_empty());
    }
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 500, ..ProptestConfig::default() }
}

/// One or two groups of moving weights of which some members leave; results in thousandths of the whole.
fn moving() -> impl Strategy<Value = (Draft, Assessment)> {
    let bounds = prop_oneof![Just(("0.5", "2")), Just(("0.2", "3")), Just(("1", "1.5")), Just(("0.9", "1"))];
    let one = (0_usize..3, 0_usize..6, bounds, prop::bool::weighted(0.35));
    vec(vec(one, 2..=6), 1..=2).prop_map(|groups| {
        let mut assessment = Assessment::default();
        let mut dimensions = Vec::new();
        for (place, members) in groups.into_iter().enumerate() {
            let mut indicators = Vec::new();
            for (at, (scale, now, bounds, leaves)) in members.into_iter().enumerate() {
                let id = format!("d{place}i{at}");
                let (scale, values) =
                    [("0-2", &["0", "1", "2"][..]), ("0-1", &["0", "1"]), ("1-9", &["1", "3", "9"])][scale];
                let now = if leaves { Choice::NotApplicable } else { level(values[now % values.len()]) };
                edit(&mut assessment, &id, |answer| answer.choice = Some(now));
                indicators.push(item(&id, weight(None, Some(bounds)), scale));
            }
            dimensions.push(dimension(&format!("d{place}"), unpublished(), indicators));
        }
        let scales = vec![
            levels("0-2", &["0", "1", "2"]),
            levels("0-1", &["0", "1"]),
            levels("1-9", &["1", "3", "9"]),
        ];
        let made = Draft { maximum: Decimal::whole(1_000), ..draft(scales, dimensions) };
        (made, assessment)
    })
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn no_plan_is_smaller_than_the_one_proved_and_ties_fall_to_the_earliest(
        (draft, assessment) in cases(SCALES.len()),
        seeds in goal_seed(),
        which in any::<Index>(),
    ) {
        proven(draft, &assessment, &seeds, which)?;
    }

    #[test]
    fn the_low_end_is_met_exactly_where_weights_move_and_members_leave(
        (draft, assessment) in moving(),
        mut seeds in goal_seed(),
        which in any::<Index>(),
    ) {
        seeds.1.0 = true;
        seeds.3 = seeds.3 & 0xf0 | 4;
        seeds.0.iter_mut().for_each(|seed| *seed = (seed.0 | 1, 1, seed.2));
        proven(draft, &assessment, &seeds, which)?;
    }
}

/// Two dimensions of three items at 1 of 4, the second twice as heavy.
fn small() -> (Rubric, Assessment) {
    let dimensions = vec![
        dimension("a", published("40"), items("a", 2, "0-4")),
        dimension("b", published("60"), items("b", 2, "0-4")),
    ];
    let made = rubric(draft(vec![levels("0-4", &["0", "1", "2", "3", "4"])], dimensions));
    let given = made.indicators().map(|(_, i)| (i.id.to_string(), level("1"))).collect::<Vec<_>>();
    let given: Vec<_> = given.iter().map(|(id, choice)| (&**id, *choice)).collect();
    (made, answered(&given))
}

/// Ids and levels of a plan.
fn said(made: &Rubric, plan: &Plan) -> Vec<(String, String, String)> {
    let id = |(dimension, at): (usize, usize)| made.dimensions[dimension].indicators[at].id.to_string();
    let each = plan.changes.iter();
    each.map(|c| (id(c.place), c.rise.from.to_string(), c.rise.to.to_string())).collect()
}

#[test]
fn without_a_target_it_is_the_next_category_and_one_reached_needs_nothing() {
    let (made, assessment) = small();
    let plan = Plan::of(&made, &assessment, &Goal::default());
    assert_eq!((plan.target, plan.before.point), (3, Some(Score::from_hundredths(2_500))));
    assert_eq!(said(&made, &plan), [("b1".to_owned(), "1".to_owned(), "2".to_owned())]);
    assert_eq!(plan.after.point, Some(Score::from_hundredths(3_250)));
    assert_eq!(plan.changes[0].points, Score::from_hundredths(750));
    let reached = Plan::of(&made, &assessment, &Goal { target: Some(4), ..Goal::default() });
    assert!(reached.reachable && reached.proved && reached.changes.is_empty());
}

#[test]
fn the_points_of_steps_add_up_to_what_the_plan_gains_though_each_is_rounded() {
    // Three thirds of a dimension: 8,33 each would come to 24,99 of 25,00.
    let scale = vec![levels("0-4", &["0", "1", "2", "3", "4"])];
    let made = draft(scale, vec![dimension("a", published("100"), items("a", 3, "0-4"))]);
    let categories = bands(Comparison::AtLeast, &[("A", 5_000, None), ("B", 0, None)]);
    let made = rubric(Draft { categories, ..made });
    let assessment = answered(&[("a1", level("1")), ("a2", level("1")), ("a3", level("1"))]);
    let mut goal = Goal::default();
    for id in ["a1", "a2", "a3"] {
        goal.ceilings.insert(id.into(), Decimal::whole(2));
    }
    let plan = Plan::of(&made, &assessment, &goal);
    let points: Vec<i64> = plan.changes.iter().map(|change| change.points.hundredths()).collect();
    assert_eq!(plan.after.point, Some(Score::from_hundredths(5_000)));
    assert_eq!(points, [833, 834, 833]);
}

#[test]
fn what_blocks_the_way_is_named_by_its_reason_the_weightiest_first() {
    let (made, mut assessment) = small();
    edit(&mut assessment, "a1", |answer| answer.choice = Some(Choice::NotApplicable));
    let mut goal = Goal { target: Some(0), locked: vec!["b2".into()], ..Goal::default() };
    goal.ceilings.insert("b1".into(), Decimal::whole(3));
    let plan = Plan::of(&made, &assessment, &goal);
    assert!(!plan.reachable && plan.changes.is_empty());
    // 40 for the first dimension, and 60 times the mean of 3 and 1 of 4.
    assert_eq!(plan.after.point, Some(Score::from_hundredths(7_000)));
    assert_eq!(plan.short, Score::from_hundredths(1_800));
    let found: Vec<_> = plan.blocks.iter().map(|b| (b.place, b.why, b.worth.hundredths())).collect();
    assert_eq!(found, [((1, 1), Why::Locked, 2_250), ((1, 0), Why::Ceiling, 750)]);
}

#[test]
fn a_search_in_slices_comes_to_what_one_run_comes_to_and_can_be_left_at_any_time() {
    let made = shipped::rubric("pekppp-2023-luring");
    for (aim, by) in [(Aim::Point, By::Effort), (Aim::Low, By::Count)] {
        let goal = Goal { target: Some(4), aim, by, ..Goal::default() };
        let mut assessment = Assessment::default();
        edit(&mut assessment, "F03", |answer| answer.choice = Some(Choice::Value(Decimal::whole(4))));
        let whole = Plan::of(&made, &assessment, &goal);
        assert!(whole.proved && whole.reachable);
        let mut search = Search::new(&made, &assessment, &goal);
        let mut slices = 0;
        while search.advance(2_000) == Progress::Working {
            slices += 1;
            if slices % 20 == 1 {
                let early = search.plan();
                assert!(
                    early.reachable
                        && made.categories.place(aimed(&made, &early.applied(&made, &assessment), aim)) <= 4
                );
                let (own, least) = match by {
                    By::Count => (early.changes.len(), whole.changes.len()),
                    By::Effort => {
                        (usize::try_from(early.effort).unwrap(), usize::try_from(whole.effort).unwrap())
                    }
                };
                assert!(early.proved || own as u64 - early.gap(by) <= least as u64, "the gap is honest");
                assert!(own >= least);
            }
        }
        assert!(slices > 5, "{slices}");
        let sliced = search.plan();
        assert_eq!(said(&made, &sliced), said(&made, &whole));
        assert_eq!((sliced.proved, sliced.after), (true, whole.after));
    }
}

#[test]
fn too_large_a_search_ends_unproved_with_a_plan_and_its_gap() {
    let part =
        |at: usize| dimension(&format!("d{at}"), weight(None, None), items(&format!("d{at}i"), 60, "0-5"));
    let scales = vec![levels("0-5", &["0", "1", "2", "3", "4", "5"])];
    let made = rubric(draft(scales, (0..10).map(part).collect()));
    let assessment = Assessment::default();
    let goal = Goal { target: Some(1), aim: Aim::Low, by: By::Effort, ..Goal::default() };
    let mut search = Search::new(&made, &assessment, &goal);
    search.advance(2_000_000);
    let plan = search.plan();
    assert!(plan.reachable && !plan.proved && plan.bound > 0 && plan.gap(By::Effort) > 0);
    assert!(made.categories.place(aimed(&made, &plan.applied(&made, &assessment), Aim::Low)) <= 1);
}

#[test]
fn users_and_central_data_are_never_to_be_raised_and_every_shipped_step_says_what_it_needs() {
    for made in shipped::rubrics().into_iter().filter(|made| made.fillable) {
        let mut kinds = Vec::new();
        for (_, indicator) in made.indicators().filter(|(_, indicator)| indicator.is_scored()) {
            let outside = matches!(indicator.assessed, Assessed::Survey | Assessed::Secondary);
            assert_eq!(
                indicator.is_in_hand(),
                !(outside || indicator.always_assumed),
                "{} {}",
                made.id,
                indicator.id
            );
            kinds.extend(indicator.is_in_hand().then(|| indicator.step_kind()));
            let raised = indicator.step.gain.to_lowercase();
            assert!(!["naikkan", "jawaban", "nilai"].iter().any(|word| raised.contains(word)), "{raised}");
        }
        assert!(kinds.contains(&StepKind::Decree), "{}", made.id);
        let low = Goal { target: Some(0), ..Goal::default() };
        let plan = Plan::of(&made, &Assessment::default(), &low);
        for change in &plan.changes {
            assert!(made.dimensions[change.place.0].indicators[change.place.1].is_in_hand());
        }
    }
    let made = shipped::rubric("ombudsman-kepatuhan-2023");
    let paper = made.indicators().filter(|(_, i)| i.step.paper_only).map(|(_, i)| i.id.to_string());
    assert_eq!(paper.collect::<Vec<_>>(), ["PR08", "PR09"]);
}
