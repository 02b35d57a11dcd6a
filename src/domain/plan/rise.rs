//! The ways in which one answer can rise.
//!
//! Invariant: every way raises the indicator's score, leaves what is *tidak relevan* alone, and stays below the
//! ceiling; ways rise in score as they rise in effort.

use std::rc::Rc;

use super::Goal;
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Choice, Met};
use crate::domain::number::{Decimal, Score};
use crate::domain::rubric::{Indicator, Mode, Rubric, Scale, ScaleKind};
use crate::domain::scorecard::item::{Item, Part};

/// Most effort one step may be given.
pub const MAX_EFFORT: u16 = 1_000;

/// One sample or criterion that rises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Id of the sample or criterion.
    pub id: Text,
    /// What it is now: a level, or percent of a criterion.
    pub from: Decimal,
    /// What it rises to.
    pub to: Decimal,
}

/// One way to raise an answer.
#[derive(Clone, Debug)]
pub struct Rise {
    /// The answer after it.
    pub answer: Rc<Answer>,
    /// The level now, the lowest of the samples; or the percentage of criteria met.
    pub from: Decimal,
    /// The level after it, likewise.
    pub to: Decimal,
    /// Samples or criteria that rise; empty where the indicator is answered once.
    pub pieces: Vec<Piece>,
    /// What it takes.
    pub effort: u32,
}

/// What an indicator is answered by.
pub enum Asked {
    /// It leaves.
    Leaves,
    /// The answers to its criteria count.
    Criteria,
    /// Each of these samples, where it does not leave.
    Samples(Vec<Text>),
    /// One answer.
    Once,
}

/// What an indicator is answered by, as [`Item::of`] counts it.
pub fn asked(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Asked {
    let choice = assessment.answer(&indicator.id).and_then(|answer| answer.choice);
    if indicator.not_applicable && choice == Some(Choice::NotApplicable) {
        return Asked::Leaves;
    }
    let by_criteria = assessment.mode == Mode::PerCriterion && rubric.offers(Mode::PerCriterion);
    if by_criteria && !indicator.criteria.is_empty() {
        return Asked::Criteria;
    }
    match rubric.panel_of(indicator).filter(|_| choice.is_none()) {
        None => Asked::Once,
        Some(panel) => {
            let samples: Vec<Text> = assessment.samples_of(rubric, panel).map(|s| s.id.clone()).collect();
            if samples.is_empty() { Asked::Once } else { Asked::Samples(samples) }
        }
    }
}

/// The assessment with every blank at the lowest answer there is.
pub fn lowest(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    let mut all = assessment.clone();
    for (_, indicator) in rubric.indicators().filter(|(_, indicator)| indicator.is_scored()) {
        let Some(scale) = rubric.scale_of(indicator) else { continue };
        let bottom = if scale.is_continuous() { Choice::Value } else { Choice::Level }(scale.minimum());
        let held = assessment.answer(&indicator.id).cloned().unwrap_or_default();
        let mut answer = held.clone();
        let blank = |choice: Option<Choice>| match choice {
            None => true,
            Some(Choice::NotApplicable) => !indicator.not_applicable,
            Some(Choice::Level(value)) => scale.is_continuous() || !scale.takes(value),
            Some(Choice::Value(value)) => !scale.is_continuous() || !scale.takes(value),
        };
        match asked(rubric, assessment, indicator) {
            Asked::Leaves => {}
            Asked::Criteria => {
                for criterion in &indicator.criteria {
                    if !answer.criteria.contains_key(&criterion.id) {
                        answer.criteria.insert(criterion.id.clone(), Met::No);
                    }
                }
            }
            Asked::Samples(samples) => {
                for id in samples {
                    if blank(answer.samples.get(&id).copied()) {
                        answer.samples.insert(id, bottom);
                    }
                }
            }
            Asked::Once => {
                if blank(answer.choice) {
                    answer.choice = Some(bottom);
                    answer.typed = Text::default();
                }
            }
        }
        if answer != held {
            all.answers.insert(indicator.id.clone(), Rc::new(answer));
        }
    }
    all
}

/// What an indicator counts with a given answer; none where it leaves. `frame` holds mode and samples.
pub fn counted(
    rubric: &Rubric,
    indicator: &Indicator,
    scale: &Scale,
    frame: &mut Assessment,
    answer: &Rc<Answer>,
) -> Option<Part> {
    frame.answers.clear();
    frame.answers.insert(indicator.id.clone(), answer.clone());
    let item = Item::of(rubric, indicator, scale, frame);
    item.point.filter(|_| !item.leaves)
}

/// Every way to raise the answer to an indicator without blanks, whatever forbids it.
pub fn rises(
    rubric: &Rubric,
    indicator: &Indicator,
    scale: &Scale,
    assessment: &Assessment,
    goal: &Goal,
) -> Vec<Rise> {
    let effort = u32::from(goal.effort_of(indicator));
    let Some(answer) = assessment.answer(&indicator.id) else { return Vec::new() };
    let ceiling = goal.ceilings.get(&indicator.id).copied();
    match asked(rubric, assessment, indicator) {
        Asked::Leaves => Vec::new(),
        Asked::Criteria => by_criteria(indicator, answer, scale, ceiling, effort),
        Asked::Samples(samples) if goal.each => {
            by_each(answer, &ladders(&samples, answer, scale, ceiling), effort)
        }
        Asked::Samples(samples) => together(answer, &ladders(&samples, answer, scale, ceiling), effort),
        Asked::Once => {
            let Some(Choice::Level(now)) = answer.choice else { return Vec::new() };
            let above = above(scale, now, ceiling).into_iter().enumerate();
            let rise = |(at, to): (usize, Decimal)| {
                let answer = Answer { choice: Some(Choice::Level(to)), ..answer.clone() };
                made(answer, now, to, Vec::new(), effort, at + 1)
            };
            above.map(rise).collect()
        }
    }
}

fn made(answer: Answer, from: Decimal, to: Decimal, pieces: Vec<Piece>, effort: u32, steps: usize) -> Rise {
    let effort = u32::try_from(steps).unwrap_or(u32::MAX).saturating_mul(effort);
    Rise { answer: Rc::new(answer), from, to, pieces, effort }
}

/// The levels above `now` up to the ceiling, rising.
fn above(scale: &Scale, now: Decimal, ceiling: Option<Decimal>) -> Vec<Decimal> {
    let ScaleKind::Levels(levels) = &scale.kind else { return Vec::new() };
    let values = levels.iter().map(|level| level.value);
    values.filter(|value| *value > now && ceiling.is_none_or(|ceiling| *value <= ceiling)).collect()
}

/// A sample, its level, and the levels above it.
type Ladder = (Text, Decimal, Vec<Decimal>);

/// The ladders of the samples that stay.
fn ladders(samples: &[Text], answer: &Answer, scale: &Scale, ceiling: Option<Decimal>) -> Vec<Ladder> {
    let ladder = |id: &Text| match answer.samples.get(id) {
        Some(Choice::Level(now)) => Some((id.clone(), *now, above(scale, *now, ceiling))),
        _ => None,
    };
    samples.iter().filter_map(ladder).collect()
}

/// The answer with samples raised to the places given on their ladders; nought leaves a sample alone.
fn climbed(answer: &Answer, ladders: &[Ladder], places: &[usize]) -> (Answer, Vec<Piece>) {
    let mut answer = answer.clone();
    let mut pieces = Vec::new();
    for ((id, now, above), place) in ladders.iter().zip(places) {
        if let Some(to) = place.checked_sub(1).and_then(|place| above.get(place)) {
            answer.samples.insert(id.clone(), Choice::Level(*to));
            answer.copied.retain(|copied| copied != id);
            pieces.push(Piece { id: id.clone(), from: *now, to: *to });
        }
    }
    (answer, pieces)
}

/// All samples below a level rise to it.
fn together(answer: &Answer, ladders: &[Ladder], effort: u32) -> Vec<Rise> {
    let Some(lowest) = ladders.iter().min_by_key(|(_, now, _)| *now) else { return Vec::new() };
    let rise = |(at, to): (usize, &Decimal)| {
        let places: Vec<usize> =
            ladders.iter().map(|(.., above)| above.iter().filter(|value| *value <= to).count()).collect();
        let (answer, pieces) = climbed(answer, ladders, &places);
        made(answer, lowest.1, *to, pieces, effort, at + 1)
    };
    lowest.2.iter().enumerate().map(rise).collect()
}

/// For every number of steps, the samples that gain most by them; of equal ones the first.
fn by_each(answer: &Answer, ladders: &[Ladder], effort: u32) -> Vec<Rise> {
    let Some(lowest) = ladders.iter().map(|(_, now, _)| *now).min() else { return Vec::new() };
    let mut best: Vec<(i64, Vec<usize>)> = vec![(0, Vec::new())];
    for (_, now, above) in ladders {
        let mut with: Vec<(i64, Vec<usize>)> = Vec::new();
        for steps in 0..best.len() + above.len() {
            // Fewer steps of this sample first, so that earlier samples go ahead.
            let mut most: Option<(i64, &[usize], usize)> = None;
            for own in 0..=above.len().min(steps) {
                let Some((gain, others)) = best.get(steps - own) else { continue };
                let to = own.checked_sub(1).and_then(|at| above.get(at)).unwrap_or(now);
                let gain = gain + to.ten_thousandths() - now.ten_thousandths();
                if most.is_none_or(|(least, ..)| gain > least) {
                    most = Some((gain, others, own));
                }
            }
            with.extend(most.map(|(gain, others, own)| (gain, [others, &[own]].concat())));
        }
        best = with;
    }
    let rise = |(steps, (_, places)): (usize, &(i64, Vec<usize>))| {
        let (answer, pieces) = climbed(answer, ladders, places);
        let after = ladders.iter().zip(places).map(|((_, now, above), place)| {
            place.checked_sub(1).and_then(|at| above.get(at)).copied().unwrap_or(*now)
        });
        let to = after.min().unwrap_or(lowest);
        made(answer, lowest, to, pieces, effort, steps)
    };
    best.iter().enumerate().skip(1).map(rise).collect()
}

/// Criteria rise by halves, in their order, up to the part of them that the ceiling is of its scale.
fn by_criteria(
    indicator: &Indicator,
    answer: &Answer,
    scale: &Scale,
    ceiling: Option<Decimal>,
    effort: u32,
) -> Vec<Rise> {
    let maximum = scale.maximum().ten_thousandths();
    let most = ceiling.map_or(maximum, Decimal::ten_thousandths).clamp(0, maximum);
    let halves = |met: Option<&Met>| match met {
        Some(Met::Yes) => 2,
        Some(Met::Partly) => 1,
        Some(Met::No) | None => 0,
    };
    let total = i64::try_from(indicator.criteria.len() * 2).unwrap_or(i64::MAX / 10_000);
    let now: i64 = indicator.criteria.iter().map(|own| halves(answer.criteria.get(&own.id))).sum();
    let percent = |halves: i64| Score::from_ratio(&(halves * 100).into(), &total.into()).decimal();
    let mut found = Vec::new();
    let mut after = answer.clone();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut steps = 0;
    for criterion in &indicator.criteria {
        let from = halves(answer.criteria.get(&criterion.id));
        for half in from + 1..=2 {
            steps += 1;
            let sum = now + steps;
            if sum * maximum > most * total {
                return found;
            }
            after.criteria.insert(criterion.id.clone(), if half == 2 { Met::Yes } else { Met::Partly });
            pieces.retain(|piece| piece.id != criterion.id);
            let part = |halves: i64| Decimal::from_ten_thousandths(halves * 500_000);
            pieces.push(Piece { id: criterion.id.clone(), from: part(from), to: part(half) });
            let taken = usize::try_from(steps).unwrap_or(usize::MAX);
            found.push(made(after.clone(), percent(now), percent(sum), pieces.clone(), effort, taken));
        }
    }
    found
}
