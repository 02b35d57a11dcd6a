//! The result: point, exact ranges, dimensions, and what they rest on.
//!
//! Invariant: each figure is rounded once, half up, at the very end. The full range holds the range of the
//! answers. That one holds the point where every scale begins at nought; where one begins above, blanks
//! counted at its lowest can lift the low end above a point that leaves them out.

use super::assessment::Assessment;
use super::number::{Range, Score};
use super::rubric::{Group, Rubric};
use super::standing::{Standing, zones};

pub(super) mod alone;
mod brief;
mod exact;
pub mod item;
mod narrow;
mod reckoned;
mod side;

pub use brief::Brief;
use exact::Exact;
use item::Item;
pub use reckoned::Reckoned;
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

/// What is counted of answers.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    assumed: usize,
    not_applicable: usize,
    /// Answered items with complete evidence.
    supported_answers: usize,
    unconfirmed: usize,
    given: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.assumed += other.assumed;
        self.not_applicable += other.not_applicable;
        self.supported_answers += other.supported_answers;
        self.unconfirmed += other.unconfirmed;
        self.given += other.given;
    }
}

/// One dimension, counted: its scored indicators only.
#[derive(Default)]
struct CountedPart {
    items: Vec<Item>,
    /// The same with unsupported answers at their lowest.
    supported: Vec<Item>,
    rests_on_leaving: bool,
    counts: Counts,
}

impl CountedPart {
    /// Resolves the scored items of a dimension, once as answered and once with unsupported answers at their lowest.
    fn of(rubric: &Rubric, place: usize, assessment: &Assessment, change: Change<'_>) -> Self {
        let mut part = Self::default();
        let Some(dimension) = rubric.dimensions.get(place) else { return part };
        let day = assessment.day();
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            let Some(scale) = rubric.scale_at(place, at) else { continue };
            let item = change((place, at), Item::of(rubric, indicator, scale, assessment));
            let given = assessment.answer(&indicator.id);
            let supported = given.is_some_and(|answer| item::is_supported(indicator, answer, day));
            let counts = item.point.is_some();
            let is_assumed = indicator.always_assumed || given.is_some_and(|answer| answer.assumed);
            part.counts.add(Counts {
                assumed: usize::from(is_assumed && counts),
                not_applicable: usize::from(item.leaves),
                supported_answers: usize::from(supported && counts),
                unconfirmed: usize::from(given.is_some_and(|answer| answer.unconfirmed)),
                given: usize::from(counts),
            });
            part.items.push(item);
            part.supported.push(if supported { item } else { item.unsupported() });
        }
        part.rests_on_leaving = rubric.group(place).is_some_and(|group| rests_on_leaving(group, &part.items));
        part
    }

    fn progress(&self) -> Progress {
        let answered = self.items.iter().filter(|item| item.answered).count();
        Progress { answered, total: self.items.len() }
    }

    fn exact(&self, rubric: &Rubric, place: usize) -> Exact {
        rubric.group(place).map(|group| Exact::of(group, &self.items, &self.supported)).unwrap_or_default()
    }
}

/// What stands in the place of an answer, told by the places of its dimension and itself.
type Change<'a> = &'a dyn Fn((usize, usize), Item) -> Item;

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
    pub(super) fn with_items(rubric: &Rubric, assessment: &Assessment, change: Change<'_>) -> Self {
        Reckoned::with(rubric, assessment, change).scorecard(rubric)
    }
}

impl Figure {
    /// The ends of the full range, to be read as categories and zones: none where nothing is answered and both read the
    /// same, for there the scale has spoken and not the office.
    #[must_use]
    pub fn ends(&self, rubric: &Rubric) -> Option<Range> {
        let Range { low, high } = self.full;
        let same = match zones(rubric, self.full) {
            Some(zones) => zones.one().is_some(),
            None => rubric.categories.place(low) == rubric.categories.place(high),
        };
        Some(self.full).filter(|_| self.point.is_some() || !same)
    }

    /// The place of the point's category; given only when everything is answered.
    #[must_use]
    pub fn category_of_point(&self, rubric: &Rubric, progress: Progress) -> Option<usize> {
        self.point.filter(|_| progress.is_complete()).map(|point| rubric.categories.place(point))
    }
}

/// Whether leaving items carry over a quarter of the working weight.
fn rests_on_leaving(group: &Group, items: &[Item]) -> bool {
    let leaving = group.shares().iter().zip(items).filter(|(_, item)| item.leaves);
    let leaving: i64 = leaving.map(|(share, _)| share.working).sum();
    leaving * 4 > group.total()
}
