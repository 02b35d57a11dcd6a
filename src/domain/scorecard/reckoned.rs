//! What each dimension comes to, kept so that an edit costs one dimension and not all.
//!
//! Invariant: whatever was kept, the result is the one that is reckoned from the answers alone.

use std::rc::Rc;

use super::exact::Exact;
use super::{Change, CountedPart, Counts, DimensionScore, Progress, Scorecard, Side};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::extremes::{End, Ratio, ones, part, working};
use crate::domain::map::Map;
use crate::domain::number::Range;
use crate::domain::rubric::Rubric;
use crate::domain::standing::Standing;

/// One dimension: its figures, exact and rounded, before it is held against the others.
#[derive(Debug)]
struct Own {
    exact: Exact,
    score: DimensionScore,
    counts: Counts,
}

/// All dimensions of a result.
#[derive(Clone, Debug)]
pub struct Reckoned(Vec<Rc<Own>>);

impl PartialEq for Reckoned {
    /// It follows from the instrument and the answers: where they are equal, so is this.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Reckoned {}

impl Reckoned {
    /// Of an assessment.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment) -> Self {
        Self::with(rubric, assessment, &|_, item| item)
    }

    /// As if each answer came to what `change` makes of it.
    pub(super) fn with(rubric: &Rubric, assessment: &Assessment, change: Change<'_>) -> Self {
        let places = 0..rubric.dimensions.len();
        Self(places.map(|place| Rc::new(Own::of(rubric, place, assessment, change))).collect())
    }

    /// Of an assessment that came to be from `before`, of which this was reckoned with the same instrument: dimensions
    /// none of whose answers changed are taken as they are.
    #[must_use]
    pub fn after(&self, rubric: &Rubric, before: &Assessment, after: &Assessment) -> Self {
        let same = |one: &Assessment, other: &Assessment| {
            one.mode == other.mode && one.samples == other.samples && one.day() == other.day()
        };
        if !same(before, after) {
            return Self::of(rubric, after);
        }
        let Some((first, last)) = changed(&before.answers, &after.answers) else { return self.clone() };
        let is_touched = |place: usize| {
            let own = rubric.dimensions.get(place);
            own.is_some_and(|own| own.indicators.iter().any(|one| *first <= one.id && one.id <= *last))
        };
        let own = |(place, own): (usize, &Rc<Own>)| {
            if is_touched(place) {
                Rc::new(Own::of(rubric, place, after, &|_, item| item))
            } else {
                own.clone()
            }
        };
        Self(self.0.iter().enumerate().map(own).collect())
    }

    /// The result.
    #[must_use]
    pub fn scorecard(&self, rubric: &Rubric) -> Scorecard {
        let exact: Vec<Exact> = self.0.iter().map(|own| own.exact.clone()).collect();
        let mut scores: Vec<DimensionScore> = self.0.iter().map(|own| own.score.clone()).collect();
        let mut counts = Counts::default();
        for own in &self.0 {
            counts.add(own.counts);
        }
        let whole = Exact::over(rubric.whole(), &exact, &|_| true);
        add_points(rubric, &exact, &mut scores);
        let subtotals = rubric
            .subtotals
            .iter()
            .map(|subtotal| {
                let inside = |at: usize| {
                    rubric.dimensions.get(at).is_some_and(|d| subtotal.dimensions.contains(&d.id))
                };
                Exact::over(rubric.whole(), &exact, &inside).rounded(rubric)
            })
            .collect();
        let progress = Progress {
            answered: scores.iter().map(|d| d.progress.answered).sum(),
            total: scores.iter().map(|d| d.progress.total).sum(),
        };
        let score = whole.rounded(rubric);
        let rests_on = scores.iter().enumerate().filter(|(_, d)| d.rests_on_leaving).map(|(at, _)| at);
        let (own, outside) = Side::both(rubric, &exact);
        let Counts { assumed, not_applicable, supported_answers, unconfirmed, given } = counts;
        let standing = Standing::of(rubric, &score, assumed, not_applicable, rests_on.collect());
        Scorecard {
            score,
            standing,
            dimensions: scores,
            subtotals,
            own,
            outside,
            supported: whole.supported.as_ref().map(|ratio| ratio.points(rubric.maximum)),
            supported_answers,
            progress,
            assumed,
            not_applicable,
            given,
            unconfirmed,
        }
    }
}

impl Own {
    fn of(rubric: &Rubric, place: usize, assessment: &Assessment, change: Change<'_>) -> Self {
        let counted = CountedPart::of(rubric, place, assessment, change);
        let exact = counted.exact(rubric, place);
        let score = DimensionScore {
            score: exact.rounded(rubric),
            points: Range::default(),
            point: None,
            progress: counted.progress(),
            rests_on_leaving: counted.rests_on_leaving,
        };
        Self { exact, score, counts: counted.counts }
    }
}

/// Between which ids, both among them, answers differ: those before and those behind are shared.
fn changed<'a>(before: &'a Map<Rc<Answer>>, after: &'a Map<Rc<Answer>>) -> Option<(&'a Text, &'a Text)> {
    let shared = |pair: &(Member<'_>, Member<'_>)| Rc::ptr_eq(pair.0.1, pair.1.1) && pair.0.0 == pair.1.0;
    let lead = before.iter().zip(after.iter()).take_while(shared).count();
    let least = before.len().min(after.len()) - lead;
    let tail = before.iter().rev().zip(after.iter().rev()).take(least).take_while(shared).count();
    let between = |map: &'a Map<Rc<Answer>>| map.keys().take(map.len() - tail).skip(lead);
    let all = || between(before).chain(between(after));
    Some((all().min()?, all().max()?))
}

/// An answer with its id.
type Member<'a> = (&'a Text, &'a Rc<Answer>);

/// Fills in what each dimension adds to the whole: its part of the staying weight times its score.
fn add_points(rubric: &Rubric, exact: &[Exact], scores: &mut [DimensionScore]) {
    let group = rubric.whole();
    let stays: Vec<bool> = exact.iter().map(|d| d.low.is_some()).collect();
    let answered: Vec<bool> = exact.iter().map(|d| d.point.is_some()).collect();
    for (at, (figure, score)) in exact.iter().zip(scores).enumerate() {
        let end = |end: End, value: &Option<Ratio>| {
            let share = part(group, &stays, at, end)?;
            Some(share.times(value.as_ref()?).points(rubric.maximum))
        };
        score.points = Range {
            low: end(End::Low, &figure.lowest).unwrap_or_default(),
            high: end(End::High, &figure.highest).unwrap_or_default(),
        };
        score.point = figure.point.as_ref().and_then(|point| {
            let share = working(group, &ones(&answered, |other| other == at))?;
            Some(share.times(point).points(rubric.maximum))
        });
    }
}
