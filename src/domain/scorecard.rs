//! The result: point, exact ranges, dimensions, and what they rest on.
//!
//! Invariant: each figure is rounded once, half up, at the very end. The full range holds the range of the
//! answers. That one holds the point where every scale begins at nought; where one begins above, blanks
//! counted at its lowest can lift the low end above a point that leaves them out.

use super::assessment::Assessment;
use super::extremes::{End, Ratio, ones, part, working};
use super::number::{Range, Score};
use super::rubric::{Group, Rubric};
use super::standing::Standing;

pub(super) mod alone;
mod brief;
mod exact;
pub mod item;
mod narrow;
mod side;

pub use brief::Brief;
use exact::Exact;
use item::Item;
pub use side::Side;

/// How much of a part is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Indicators with nothing left to answer.
    pub answered: usize,
    /// Indicators that count.
    pub total: usize,
}

impl Progress {
    /// Whether everything is answered.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.answered == self.total
    }
}

/// A figure with both ranges, on the result scale. Where every member leaves, the ranges are the whole scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Over what is answered, with working weights; none where nothing is.
    pub point: Option<Score>,
    /// Blanks at worst and best, working weights.
    pub answers: Range,
    /// The same with unpublished weights moving inside their bounds too.
    pub full: Range,
}

/// One dimension's part of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionScore {
    /// Its score on the result scale.
    pub score: Figure,
    /// What it adds to the whole, in points of the result scale: over the full range.
    pub points: Range,
    /// What it adds to the point.
    pub point: Option<Score>,
    /// How much is filled in.
    pub progress: Progress,
    /// Whether items that are *tidak relevan* carry over a quarter of it.
    pub rests_on_leaving: bool,
}

/// Everything the page and the files say about a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// The score with its ranges.
    pub score: Figure,
    /// What can be said of category and zone.
    pub standing: Standing,
    /// The dimensions, in order.
    pub dimensions: Vec<DimensionScore>,
    /// The subtotals, in order.
    pub subtotals: Vec<Figure>,
    /// What lies in the hands of the office.
    pub own: Side,
    /// What users and central data decide.
    pub outside: Side,
    /// *Didukung bukti*: the point with answers that lack complete evidence at their lowest. A document counts as
    /// it stood on the day of the last change: the result is the same whenever the file is read.
    pub supported: Option<Score>,
    /// Answers whose evidence is complete.
    pub supported_answers: usize,
    /// How much is filled in.
    pub progress: Progress,
    /// Answers that are assumptions.
    pub assumed: usize,
    /// Answers *tidak relevan*.
    pub not_applicable: usize,
    /// Answers that count, wholly or in part: all but blanks and *tidak relevan*.
    pub given: usize,
    /// Answers copied from an older assessment and not yet looked at.
    pub unconfirmed: usize,
}

/// One dimension, counted.
struct CountedPart {
    items: Vec<Item>,
    /// The same with unsupported answers at their lowest.
    supported: Vec<Item>,
    rests_on_leaving: bool,
}

impl CountedPart {
    fn progress(&self) -> Progress {
        let answered = self.items.iter().filter(|item| item.answered).count();
        Progress { answered, total: self.items.len() }
    }

    fn exact(&self, rubric: &Rubric, place: usize) -> Exact {
        rubric.group(place).map(|group| Exact::of(group, &self.items, &self.supported)).unwrap_or_default()
    }
}

/// All answers, counted dimension by dimension.
struct Counted {
    parts: Vec<CountedPart>,
    assumed: usize,
    not_applicable: usize,
    supported_answers: usize,
    unconfirmed: usize,
    given: usize,
}

impl Counted {
    fn of(rubric: &Rubric, assessment: &Assessment, change: &dyn Fn((usize, usize), Item) -> Item) -> Self {
        let mut counted = Self {
            parts: Vec::with_capacity(rubric.dimensions.len()),
            assumed: 0,
            not_applicable: 0,
            supported_answers: 0,
            unconfirmed: 0,
            given: 0,
        };
        for (place, dimension) in rubric.dimensions.iter().enumerate() {
            let empty = Group::default();
            let group = rubric.group(place).unwrap_or(&empty);
            let resolved = resolve(rubric, place, assessment, change);
            counted.supported_answers += resolved.supported_answers;
            for (indicator, item) in
                dimension.indicators.iter().filter(|i| i.is_scored()).zip(&resolved.items)
            {
                let given = assessment.answer(&indicator.id);
                let is_assumed = indicator.always_assumed || given.is_some_and(|answer| answer.assumed);
                counted.assumed += usize::from(is_assumed && item.point.is_some());
                counted.not_applicable += usize::from(item.leaves);
                counted.unconfirmed += usize::from(given.is_some_and(|answer| answer.unconfirmed));
                counted.given += usize::from(item.point.is_some());
            }
            counted.parts.push(CountedPart {
                rests_on_leaving: rests_on_leaving(group, &resolved.items),
                items: resolved.items,
                supported: resolved.supported,
            });
        }
        counted
    }
}

/// The resolved items of one dimension, scored indicators only.
struct Resolved {
    items: Vec<Item>,
    supported: Vec<Item>,
    /// Answered items with complete evidence.
    supported_answers: usize,
}

impl Scorecard {
    /// Reckons the result of an assessment. Answers to indicators the instrument lacks count nothing.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment) -> Self {
        Self::with_items(rubric, assessment, &|_, item| item)
    }

    /// The result as if the answer to one indicator came to something else. `at` gives the places of its
    /// dimension and itself.
    #[must_use]
    pub(super) fn with(
        rubric: &Rubric,
        assessment: &Assessment,
        at: (usize, usize),
        change: fn(Item) -> Item,
    ) -> Self {
        Self::with_items(rubric, assessment, &|here, item| if here == at { change(item) } else { item })
    }

    /// The result as if the answer to one indicator, by the places of its dimension and itself, came to `item`.
    #[must_use]
    pub(super) fn with_item(
        rubric: &Rubric,
        assessment: &Assessment,
        at: (usize, usize),
        item: Item,
    ) -> Self {
        Self::with_items(rubric, assessment, &|here, own| if here == at { item } else { own })
    }

    /// The result as if each answer came to what `change` makes of it, told by the places of its dimension and itself.
    #[must_use]
    pub(super) fn with_items(
        rubric: &Rubric,
        assessment: &Assessment,
        change: &dyn Fn((usize, usize), Item) -> Item,
    ) -> Self {
        let Counted { parts, assumed, not_applicable, supported_answers, unconfirmed, given } =
            Counted::of(rubric, assessment, change);
        let mut scores = Vec::with_capacity(parts.len());
        let mut exact = Vec::with_capacity(parts.len());
        for (place, part) in parts.iter().enumerate() {
            let figure = part.exact(rubric, place);
            scores.push(DimensionScore {
                score: figure.rounded(rubric),
                points: Range::default(),
                point: None,
                progress: part.progress(),
                rests_on_leaving: part.rests_on_leaving,
            });
            exact.push(figure);
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
            answered: scores.iter().map(|d: &DimensionScore| d.progress.answered).sum(),
            total: scores.iter().map(|d: &DimensionScore| d.progress.total).sum(),
        };
        let score = whole.rounded(rubric);
        let rests_on = scores.iter().enumerate().filter(|(_, d)| d.rests_on_leaving).map(|(at, _)| at);
        let (own, outside) = Side::both(rubric, &exact);
        let standing = Standing::of(rubric, &score, assumed, not_applicable, rests_on.collect());
        Self {
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

impl Figure {
    /// The place of the point's category; given only when everything is answered.
    #[must_use]
    pub fn category_of_point(&self, rubric: &Rubric, progress: Progress) -> Option<usize> {
        self.point.filter(|_| progress.is_complete()).map(|point| rubric.categories.place(point))
    }
}

/// Resolves the scored items of a dimension, once as answered and once with unsupported answers at their lowest.
fn resolve(
    rubric: &Rubric,
    place: usize,
    assessment: &Assessment,
    change: &dyn Fn((usize, usize), Item) -> Item,
) -> Resolved {
    let mut resolved = Resolved { items: Vec::new(), supported: Vec::new(), supported_answers: 0 };
    let Some(dimension) = rubric.dimensions.get(place) else { return resolved };
    let day = assessment.day();
    for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
        let Some(scale) = rubric.scale_at(place, at) else { continue };
        let item = change((place, at), Item::of(rubric, indicator, scale, assessment));
        let supported =
            assessment.answer(&indicator.id).is_some_and(|answer| item::is_supported(indicator, answer, day));
        resolved.supported_answers += usize::from(supported && item.point.is_some());
        resolved.items.push(item);
        resolved.supported.push(if supported { item } else { item.unsupported() });
    }
    resolved
}

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

/// Whether leaving items carry over a quarter of the working weight.
fn rests_on_leaving(group: &Group, items: &[Item]) -> bool {
    let leaving = group.shares().iter().zip(items).filter(|(_, item)| item.leaves);
    let leaving: i64 = leaving.map(|(share, _)| share.working).sum();
    leaving * 4 > group.total()
}
