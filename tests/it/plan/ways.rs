//! What may be done with one indicator, told without the code under test.
//!
//! Invariant: staying as it is stands first.

use swanilai::domain::assessment::{Answer, Assessment, Choice, Met};
use swanilai::domain::number::Decimal;
use swanilai::domain::plan::Goal;
use swanilai::domain::rubric::{Assessed, Indicator, Mode, Rubric, ScaleKind, StepKind};

/// One indicator raised in one way: what it gains, what that takes, and the answer after it.
#[derive(Clone)]
pub struct Way {
    pub gain: i64,
    pub effort: u64,
    pub answer: Option<Answer>,
}

/// The levels of an indicator, in order; none on a continuous scale.
pub fn levels_of(made: &Rubric, indicator: &Indicator) -> Vec<Decimal> {
    match &made.scale_of(indicator).expect("a scale").kind {
        ScaleKind::Levels(levels) => levels.iter().map(|level| level.value).collect(),
        ScaleKind::Continuous { .. } => Vec::new(),
    }
}

/// Everything that may be done with one indicator, staying as it is first. Blanks stand at the lowest level.
pub fn ways(made: &Rubric, assessment: &Assessment, goal: &Goal, indicator: &Indicator) -> Vec<Way> {
    let held = assessment.answer(&indicator.id).cloned().unwrap_or_default();
    let stay = Way { gain: 0, effort: 0, answer: None };
    let outside = matches!(indicator.assessed, Assessed::Survey | Assessed::Secondary);
    let light = goal.efforts.get(&indicator.id).copied().unwrap_or(indicator.step_effort()) <= 2;
    let kind_fits = match goal.kinds[..] {
        [] => true,
        [StepKind::Administrative] => indicator.step.kind == Some(StepKind::Administrative) && light,
        _ => goal.kinds.contains(&indicator.step_kind()),
    };
    let locked = goal.locked.contains(&indicator.id) || outside || indicator.always_assumed || !kind_fits;
    let leaves = indicator.not_applicable && held.choice == Some(Choice::NotApplicable);
    if indicator.weight.is_none() || locked || leaves {
        return vec![stay];
    }
    let effort = goal.efforts.get(&indicator.id).copied().unwrap_or(indicator.step_effort());
    let effort = u64::from(effort);
    let ceiling = goal.ceilings.get(&indicator.id).copied();
    if assessment.mode == Mode::PerCriterion && !made.modes.is_empty() && !indicator.criteria.is_empty() {
        return by_criteria(made, indicator, &held, ceiling, effort);
    }
    let scale = levels_of(made, indicator);
    if scale.is_empty() {
        return vec![stay];
    }
    let place = |choice: Option<&Choice>| match choice {
        Some(Choice::Level(now)) => scale.iter().position(|level| level == now).unwrap_or(0),
        _ => 0,
    };
    let allowed = |from: usize| {
        let top = scale.iter().rposition(|level| ceiling.is_none_or(|ceiling| *level <= ceiling));
        top.map_or(from, |top| top.max(from))
    };
    let panel = made.panel_of(indicator).filter(|_| held.choice.is_none());
    let samples: Vec<_> = panel
        .map(|panel| assessment.samples_of(made, panel).map(|sample| sample.id.clone()).collect())
        .unwrap_or_default();
    if samples.is_empty() {
        let now = place(held.choice.as_ref());
        let to = |to: usize| {
            let answer = Answer { choice: Some(Choice::Level(scale[to])), ..held.clone() };
            way(&answer, to - now, scale[to].ten_thousandths() - scale[now].ten_thousandths(), effort)
        };
        return (now..=allowed(now)).map(to).collect();
    }
    let leaves = |id| indicator.not_applicable && held.samples.get(id) == Some(&Choice::NotApplicable);
    let staying: Vec<_> = samples.iter().filter(|id| !leaves(id)).collect();
    let now: Vec<usize> = staying.iter().map(|id| place(held.samples.get(id))).collect();
    let mut targets: Vec<Vec<usize>> = vec![Vec::new()];
    if goal.each {
        for now in &now {
            let onto = |before: &Vec<usize>| {
                (*now..=allowed(*now)).map(|to| [&before[..], &[to]].concat()).collect::<Vec<_>>()
            };
            targets = targets.iter().flat_map(onto).collect();
        }
    } else {
        let least = now.iter().copied().min().unwrap_or(0);
        let raised =
            |to: usize| now.iter().map(|now| if allowed(*now) >= to { to.max(*now) } else { *now }).collect();
        targets =
            if now.is_empty() { vec![now.clone()] } else { (least..=allowed(least)).map(raised).collect() };
    }
    let each = |to: &Vec<usize>| {
        let pairs = || now.iter().zip(to);
        let steps = if goal.each {
            pairs().map(|(now, to)| to - now).sum()
        } else {
            to.iter().min().map_or(0, |to| to - now.iter().min().unwrap())
        };
        let gain =
            pairs().map(|(now, to)| scale[*to].ten_thousandths() - scale[*now].ten_thousandths()).sum();
        let mut answer = held.clone();
        for (id, to) in staying.iter().zip(to) {
            answer.samples.insert((*id).clone(), Choice::Level(scale[*to]));
        }
        way(&answer, steps, gain, effort)
    };
    targets.iter().map(each).collect()
}

/// One way of so many steps.
fn way(answer: &Answer, steps: usize, gain: i64, effort: u64) -> Way {
    Way { gain, effort: effort * steps as u64, answer: (steps > 0).then(|| answer.clone()) }
}

/// Criteria rise by halves, the first ones first.
fn by_criteria(
    made: &Rubric,
    indicator: &Indicator,
    held: &Answer,
    ceiling: Option<Decimal>,
    effort: u64,
) -> Vec<Way> {
    let maximum = made.scale_of(indicator).expect("a scale").maximum().ten_thousandths();
    let ceiling = ceiling.map_or(maximum, |ceiling| ceiling.ten_thousandths().min(maximum));
    let halves: Vec<i64> = indicator
        .criteria
        .iter()
        .map(|criterion| match held.criteria.get(&criterion.id) {
            Some(Met::Yes) => 2,
            Some(Met::Partly) => 1,
            _ => 0,
        })
        .collect();
    let sum: i64 = halves.iter().sum();
    let total = i64::try_from(halves.len() * 2).unwrap();
    let most = (0..=total).rev().find(|half| half * maximum <= ceiling * total).unwrap();
    let mut found = vec![way(held, 0, 0, 0)];
    for more in 1..=(most - sum).max(0) {
        let mut answer = held.clone();
        let mut left = more;
        for (criterion, now) in indicator.criteria.iter().zip(&halves) {
            let to = (now + left).min(2);
            left -= to - now;
            let met = [Met::No, Met::Partly, Met::Yes][usize::try_from(to).unwrap()];
            answer.criteria.insert(criterion.id.clone(), met);
        }
        found.push(way(&answer, usize::try_from(more).unwrap(), more, effort));
    }
    found
}
