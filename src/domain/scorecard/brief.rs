//! The result without its parts: what a list of many offices shows of each.
//!
//! Invariant: every figure is the one that [`Scorecard::of`](super::Scorecard::of) gives.

use super::exact::Exact;
use super::item::Item;
use super::{CountedPart, Counts, Figure, Progress, narrow};
use crate::domain::assessment::Assessment;
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;

/// A result without dimensions, subtotals and sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The score with its ranges.
    pub score: Figure,
    /// *Didukung bukti*.
    pub supported: Option<Score>,
    /// How much is filled in.
    pub progress: Progress,
    /// Answers that are assumptions.
    pub assumed: usize,
    /// Answers *tidak relevan*.
    pub not_applicable: usize,
    /// Places of dimensions that rest on items left out.
    pub rests_on: Vec<usize>,
    /// What each scored indicator comes to, in the order of the form.
    pub items: Vec<Item>,
}

impl Brief {
    /// Reckons the result of an assessment.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment) -> Self {
        let places = 0..rubric.dimensions.len();
        let parts: Vec<CountedPart> =
            places.map(|place| CountedPart::of(rubric, place, assessment, &|_, item| item)).collect();
        let mut counts = Counts::default();
        let mut progress = Progress::default();
        let mut rests_on = Vec::new();
        for (place, part) in parts.iter().enumerate() {
            let own = part.progress();
            counts.add(part.counts);
            progress.answered += own.answered;
            progress.total += own.total;
            if part.rests_on_leaving {
                rests_on.push(place);
            }
        }
        let (score, supported) = narrow::figure(rubric, &parts).unwrap_or_else(|| whole(rubric, &parts));
        Self {
            score,
            supported,
            progress,
            assumed: counts.assumed,
            not_applicable: counts.not_applicable,
            rests_on,
            items: parts.into_iter().flat_map(|part| part.items).collect(),
        }
    }
}

/// The figure and the supported score, in numbers of any size.
fn whole(rubric: &Rubric, parts: &[CountedPart]) -> (Figure, Option<Score>) {
    let exact: Vec<Exact> = parts.iter().enumerate().map(|(place, part)| part.exact(rubric, place)).collect();
    let whole = Exact::over(rubric.whole(), &exact, &|_| true);
    (whole.rounded(rubric), whole.supported.as_ref().map(|ratio| ratio.points(rubric.maximum)))
}
