//! The whole result once more, reckoned another way from the draft alone.
//!
//! Invariant: nothing here calls the arithmetic of the domain. Weights come from the draft's own numbers,
//! ends from trying every corner of the weights' polytope, numbers are reduced fractions.

use swanilai::domain::assessment::Assessment;
use swanilai::domain::number::{Range, Score};
use swanilai::domain::rubric::{Assessed, Dimension, Draft, Indicator};
use swanilai::domain::scorecard::{DimensionScore, Figure, Progress, Scorecard, Side};
use swanilai::domain::standing::{Resting, Span, Standing};
use swanilai::domain::zone::Comparison;

mod answers;
mod exact;

use answers::{Resolved, resolve};
use exact::{Frac, Weights, ends, mean, sum};

/// A figure before rounding, as parts of 1.
#[derive(Clone)]
struct Exact {
    point: Option<Frac>,
    supported: Option<Frac>,
    answers: Option<(Frac, Frac)>,
    full: Option<(Frac, Frac)>,
}

impl Exact {
    fn rounded(&self, draft: &Draft) -> Figure {
        let points = |part: &Frac| round(draft, part);
        let range = |ends: &Option<(Frac, Frac)>| {
            let unknown = (Frac::whole(0), Frac::whole(1));
            let (low, high) = ends.as_ref().unwrap_or(&unknown);
            Range { low: points(low), high: points(high) }
        };
        Figure {
            point: self.point.as_ref().map(points),
            answers: range(&self.answers),
            full: range(&self.full),
        }
    }
}

fn round(draft: &Draft, part: &Frac) -> Score {
    Score::from_hundredths((part * &Frac::of(draft.maximum)).hundredths())
}

fn figure(weights: &Weights, corners: &[Vec<Frac>], scores: [Vec<Option<Frac>>; 6]) -> Exact {
    let [point, supported, low, high, lowest, highest] = scores;
    let working = weights.working();
    let over = |scores: &[Option<Frac>]| mean(&working, scores);
    Exact {
        point: over(&point),
        supported: over(&supported),
        answers: over(&low).zip(over(&high)),
        full: ends(corners, &lowest, &highest),
    }
}

/// The result by the law, for instruments small enough to try every corner.
pub fn scorecard(draft: &Draft, assessment: &Assessment) -> Scorecard {
    reckon(draft, assessment, Weights::corners)
}

/// The same for instruments of any size, without what rests on corners: full ranges and points of dimensions.
pub fn simple(draft: &Draft, assessment: &Assessment) -> Scorecard {
    reckon(draft, assessment, |_| Vec::new())
}

fn reckon(draft: &Draft, assessment: &Assessment, corners: fn(&Weights) -> Vec<Vec<Frac>>) -> Scorecard {
    let mut exact = Vec::new();
    let mut dimensions = Vec::new();
    let (mut assumed, mut left_out, mut supported_answers) = (0, 0, 0);
    let mut given = 0;
    for dimension in &draft.dimensions {
        let scored: Vec<_> = dimension.indicators.iter().filter(|i| i.weight.is_some()).collect();
        let items: Vec<_> = scored.iter().map(|i| resolve(draft, i, assessment)).collect();
        let weights = Weights::of(scored.iter().filter_map(|i| i.weight.as_ref()));
        let stay = |pick: fn(&Resolved) -> Option<Frac>| -> Vec<_> {
            items.iter().map(|item| pick(item).filter(|_| !item.leaves)).collect()
        };
        let (low, high) = (stay(|item| Some(item.low.clone())), stay(|item| Some(item.high.clone())));
        let (point, supported) = (stay(|item| item.point.clone()), stay(|item| item.supported.clone()));
        let of =
            figure(&weights, &corners(&weights), [point, supported, low.clone(), high.clone(), low, high]);
        let leaving = weights.working().into_iter().zip(&items).filter(|(_, item)| item.leaves);
        dimensions.push(DimensionScore {
            score: of.rounded(draft),
            points: Range::default(),
            point: None,
            progress: Progress { answered: items.iter().filter(|i| !i.blank).count(), total: items.len() },
            rests_on_leaving: sum(leaving.map(|(weight, _)| weight)) > Frac::whole(25),
        });
        exact.push(of);
        assumed += items.iter().filter(|item| item.assumed).count();
        supported_answers += items.iter().filter(|item| item.counts).count();
        left_out += items.iter().filter(|item| item.leaves).count();
        given += items.iter().filter(|item| item.point.is_some()).count();
    }
    let weights = Weights::of(draft.dimensions.iter().map(|dimension| &dimension.weight));
    let outer = corners(&weights);
    let over = |inside: &dyn Fn(usize) -> bool| {
        let pick = |of: fn(&Exact) -> Option<Frac>| -> Vec<_> {
            exact.iter().enumerate().map(|(at, d)| of(d).filter(|_| inside(at))).collect()
        };
        let scores = [
            pick(|d| d.point.clone()),
            pick(|d| d.supported.clone()),
            pick(|d| Some(d.answers.clone()?.0)),
            pick(|d| Some(d.answers.clone()?.1)),
            pick(|d| Some(d.full.clone()?.0)),
            pick(|d| Some(d.full.clone()?.1)),
        ];
        figure(&weights, &outer, scores)
    };
    for (at, dimension) in dimensions.iter_mut().enumerate() {
        let only = |here: usize| if here == at { Frac::whole(1) } else { Frac::whole(0) };
        let part = |stays: fn(&Exact) -> bool| -> Vec<_> {
            exact.iter().enumerate().map(|(here, d)| stays(d).then(|| only(here))).collect()
        };
        if let Some((low, high)) = &exact[at].full {
            let part = part(|d| d.full.is_some());
            let (least, most) = ends(&outer, &part, &part).expect("this one stays");
            dimension.points =
                Range { low: round(draft, &(&least * low)), high: round(draft, &(&most * high)) };
        }
        dimension.point = exact[at].point.as_ref().map(|point| {
            let share = mean(&weights.working(), &part(|d| d.point.is_some())).expect("this one is answered");
            round(draft, &(&share * point))
        });
    }
    let (own, outside) =
        (side(draft, &outer, &weights, &exact, false), side(draft, &outer, &weights, &exact, true));
    let whole = over(&|_| true);
    let score = whole.rounded(draft);
    let rests_on = dimensions.iter().enumerate().filter(|(_, d)| d.rests_on_leaving).map(|(at, _)| at);
    Scorecard {
        score,
        standing: standing(draft, &score, assumed, left_out, rests_on.collect()),
        subtotals: draft
            .subtotals
            .iter()
            .map(|s| over(&|at| s.dimensions.contains(&draft.dimensions[at].id)).rounded(draft))
            .collect(),
        supported_answers,
        supported: whole.supported.as_ref().map(|part| round(draft, part)),
        progress: Progress {
            answered: dimensions.iter().map(|d| d.progress.answered).sum(),
            total: dimensions.iter().map(|d| d.progress.total).sum(),
        },
        dimensions,
        own,
        outside,
        assumed,
        not_applicable: left_out,
        given,
        unconfirmed: draft
            .dimensions
            .iter()
            .flat_map(|dimension| &dimension.indicators)
            .filter(|i| i.weight.is_some() && assessment.answer(&i.id).is_some_and(|held| held.unconfirmed))
            .count(),
    }
}

/// What dimensions of one side add to the result: those that the office answers, or those from outside.
fn side(draft: &Draft, outer: &[Vec<Frac>], weights: &Weights, exact: &[Exact], outside: bool) -> Side {
    let inside = |at: usize| is_outside(&draft.dimensions[at]) == outside;
    let pick = |of: fn(&Exact) -> Option<Frac>| -> Vec<_> {
        let value = |at: usize, d| of(d).map(|v| if inside(at) { v } else { Frac::whole(0) });
        exact.iter().enumerate().map(|(at, d)| value(at, d)).collect()
    };
    let low = pick(|d| Some(d.answers.clone()?.0));
    let high = pick(|d| Some(d.answers.clone()?.1));
    let (lowest, highest) = (pick(|d| Some(d.full.clone()?.0)), pick(|d| Some(d.full.clone()?.1)));
    // What nothing is answered of counts at its lowest; it does not leave.
    let point = pick(|d| d.point.clone().or_else(|| Some(d.answers.clone()?.0)));
    let scores = [point, pick(|_| None), low, high, lowest, highest];
    let ones: Vec<_> = exact
        .iter()
        .enumerate()
        .map(|(at, d)| d.full.is_some().then(|| Frac::whole(i64::from(inside(at)))))
        .collect();
    Side {
        dimensions: (0..exact.len()).filter(|at| inside(*at)).collect(),
        figure: figure(weights, outer, scores).rounded(draft),
        maximum: ends(outer, &ones, &ones).map_or(Score::default(), |(_, most)| round(draft, &most)),
    }
}

/// Whether users or central data answer all that counts.
fn is_outside(dimension: &Dimension) -> bool {
    let scored = |i: &&Indicator| i.weight.is_some();
    dimension
        .indicators
        .iter()
        .filter(scored)
        .all(|i| matches!(i.assessed, Assessed::Survey | Assessed::Secondary))
}

/// The place of the category: climb from the lowest while the next bound is reached.
pub fn category(draft: &Draft, score: Score) -> usize {
    let bands = &draft.categories;
    let reached = |bound: Score| match bands.comparison {
        Comparison::AtLeast => score.hundredths() >= bound.hundredths(),
        Comparison::Above => score.hundredths() > bound.hundredths(),
    };
    let mut place = bands.items.len() - 1;
    while place > 0 && reached(bands.items[place - 1].bound) {
        place -= 1;
    }
    place
}

fn standing(
    draft: &Draft,
    score: &Figure,
    assumed: usize,
    not_relevant: usize,
    rests_on: Vec<usize>,
) -> Standing {
    let categories = |range: Range| {
        let (low, high) = (category(draft, range.low), category(draft, range.high));
        if low == high { Span::One(low) } else { Span::Between(low, high) }
    };
    let zones = |range: Range| {
        let zone = |score| draft.categories.items[category(draft, score)].zone;
        let (low, high) = (zone(range.low)?, zone(range.high)?);
        Some(if low == high { Span::One(low) } else { Span::Between(low, high) })
    };
    let settled = |range| match (zones(range), categories(range)) {
        (Some(Span::One(_)), _) | (None, Span::One(_)) => true,
        (Some(Span::Between(..)), _) | (None, Span::Between(..)) => false,
    };
    let resting = match (score.point.is_some(), settled(score.full), settled(score.answers)) {
        (true, true, _) => Resting::Full,
        (true, false, true) => Resting::Answers,
        _ => Resting::Neither,
    };
    let range = if resting == Resting::Answers { score.answers } else { score.full };
    Standing {
        category: categories(range),
        zone: zones(range).filter(|_| score.point.is_some()),
        full_category: categories(score.full),
        full_zone: zones(score.full),
        resting,
        assumed,
        not_relevant,
        rests_on,
    }
}
