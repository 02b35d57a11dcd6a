//! Indicators across offices: where all are weak, and which documents most lack.
//!
//! Invariant: means are exact and compared as fractions; what is blank or *tidak relevan* weighs in none.

use super::row::{Cell, asked, scored};
use super::{Collection, Recap};
use crate::domain::extremes::Ratio;
use crate::domain::order::sorted;
use crate::domain::rubric::Rubric;
use crate::domain::whole::Whole;

/// One indicator over the offices that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// Places of its dimension and itself.
    pub at: (usize, usize),
    /// The mean of the answered, in hundredths of a percent of full, half up; none where nobody answered.
    pub mean: Option<u16>,
    /// How many answered.
    pub answered: usize,
    /// How many left it out as *tidak relevan*.
    pub leaving: usize,
    /// What each office that counts comes to, in the order of `Recap::counted`; none where its file has no answers.
    pub cells: Vec<Option<Cell>>,
}

/// The scored indicators, the weakest mean first; of equal ones in the order of the form, unanswered ones last.
#[must_use]
pub fn heat(rubric: &Rubric, collection: &Collection, recap: &Recap) -> Vec<Heat> {
    let rows: Vec<_> =
        recap.counted.iter().map(|at| collection.row(*at).and_then(|row| row.own.as_ref())).collect();
    let mut all: Vec<(Heat, Ratio)> = Vec::new();
    for (column, (at, _)) in scored(rubric).into_iter().enumerate() {
        let cells: Vec<Option<Cell>> =
            rows.iter().map(|own| own.and_then(|own| own.cells.get(column)).copied()).collect();
        let sum = sum(&cells);
        let answered = cells.iter().flatten().filter(|cell| cell.point.is_some()).count();
        let count = Whole::from(u64::try_from(answered.max(1)).unwrap_or(u64::MAX));
        let mean = Ratio { num: sum.num, den: &sum.den * &count };
        let heat = Heat {
            at,
            mean: (answered > 0).then(|| hundredths(&mean)),
            answered,
            leaving: cells.iter().flatten().filter(|cell| cell.leaves).count(),
            cells,
        };
        all.push((heat, mean));
    }
    let weakest = sorted(&all, |one, other| {
        let unanswered = |heat: &Heat| heat.answered == 0;
        unanswered(&one.0).cmp(&unanswered(&other.0)).then_with(|| one.1.order(&other.1))
    });
    weakest.into_iter().map(|(heat, _)| heat.clone()).collect()
}

/// The sum of what is answered, over one denominator for each there is.
fn sum(cells: &[Option<Cell>]) -> Ratio {
    let mut sums: Vec<(u64, u64)> = Vec::new();
    for part in cells.iter().flatten().filter_map(|cell| cell.point) {
        match sums.iter_mut().find(|(den, _)| *den == part.den) {
            Some((_, num)) => *num = num.saturating_add(part.num),
            None => sums.push((part.den, part.num)),
        }
    }
    sums.sort_unstable();
    let ratios = sums.into_iter().map(|(den, num)| Ratio { num: num.into(), den: den.into() });
    ratios.reduce(|sum, other| sum.plus(&other)).unwrap_or_else(|| Ratio::one_if(false))
}

/// A part of full in hundredths of a percent, half up.
fn hundredths(mean: &Ratio) -> u16 {
    let score = mean.points(crate::domain::number::Decimal::whole(100));
    u16::try_from(score.hundredths()).unwrap_or(u16::MAX)
}

/// A document that offices lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Its place in [`asked`].
    pub place: usize,
    /// How many offices lack it.
    pub units: usize,
}

/// The documents that offices lack, those that most lack first; of equal ones in the order of the form.
#[must_use]
pub fn lacking(rubric: &Rubric, collection: &Collection, recap: &Recap) -> Vec<Lacking> {
    let mut counts = vec![0_usize; asked(rubric).len()];
    let rows = recap.counted.iter().filter_map(|at| collection.row(*at)?.own.as_ref());
    for place in rows.flat_map(|own| &own.missing) {
        if let Some(count) = counts.get_mut(usize::from(*place)) {
            *count += 1;
        }
    }
    let found: Vec<Lacking> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, units)| *units > 0)
        .map(|(place, units)| Lacking { place, units })
        .collect();
    sorted(&found, |one, other| other.units.cmp(&one.units)).into_iter().cloned().collect()
}
