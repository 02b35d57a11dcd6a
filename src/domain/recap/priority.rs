//! Which few improvements in which offices lift the mean into a better category.
//!
//! Invariant: an improvement is one indicator of one office raised as far as the office itself can raise it this year;
//! blanks count at their lowest. Where the answer says it is proved, no smaller number of improvements is enough.

use super::row::{Own, Row, scored};
use super::{Collection, NoPemdaScore, Recap, pemda_score};
use crate::domain::extremes::{Ratio, working};
use crate::domain::number::Score;
use crate::domain::office_weights::applied;
use crate::domain::order::sorted;
use crate::domain::rubric::Rubric;
use crate::domain::whole::Whole;
use crate::domain::zone::Comparison;

/// One indicator of one office that rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// The place of the office's file in the collection.
    pub place: usize,
    /// Places of the dimension and the indicator.
    pub at: (usize, usize),
    /// What it comes to now, in hundredths of a percent of full.
    pub from: u16,
    /// What it comes to then.
    pub to: u16,
    /// By how much the score of the office rises, after its improvements listed before.
    pub points: Score,
}

/// The least that lifts the mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priorities {
    /// Place of the category wanted.
    pub target: usize,
    /// The mean as it is, blanks at their lowest.
    pub before: Score,
    /// The mean after all improvements; where the target is out of reach, after everything that may rise.
    pub after: Score,
    /// Whether the target can be reached.
    pub reachable: bool,
    /// What rises, office by office, the most telling first; nothing where the target is out of reach or reached.
    pub steps: Vec<Improvement>,
    /// Whether fewer improvements are never enough.
    pub proved: bool,
    /// How many are needed at least.
    pub bound: usize,
}

/// Most work of the exact search, in places looked at.
const BUDGET: usize = 20_000_000;
/// Parts of a hundredth that gains are counted in, rounded up, for what is needed at least.
const FINE: u64 = 10_000;

/// One way up of one office.
struct Gain {
    column: usize,
    worth: Ratio,
}

/// One office: its ways up, the most telling first, and its score after so many of them.
struct Office<'a> {
    place: usize,
    rubric: std::borrow::Cow<'a, Rubric>,
    own: &'a Own,
    gains: Vec<Gain>,
    scores: Vec<i64>,
}

/// The least number of improvements that lift the mean of the offices that count into a category; none for the next
/// one up.
///
/// # Errors
/// [`NoPemdaScore`] where the rubric refuses to average or no office has answers.
pub fn priorities(
    rubric: &Rubric,
    collection: &Collection,
    recap: &Recap,
    target: Option<usize>,
) -> Result<Priorities, NoPemdaScore> {
    let rows = recap.counted.iter().filter_map(|at| Some((*at, collection.row(*at)?)));
    let mut offices: Vec<Office<'_>> = rows.filter_map(|(at, row)| Office::of(rubric, at, row)).collect();
    let mean = |scores: &dyn Fn(&Office<'_>) -> i64, offices: &[Office<'_>]| {
        let scores: Vec<Score> =
            offices.iter().map(|office| Score::from_hundredths(scores(office))).collect();
        pemda_score(rubric, &scores)
    };
    let before = mean(&|office| office.score(0), &offices)?;
    let present = rubric.categories.place(before);
    let target = target.unwrap_or_else(|| present.saturating_sub(1));
    let needed = needed(rubric, target, offices.len());
    let sum: i64 = offices.iter().map(|office| office.score(0)).sum();
    let none = |after, reachable| Priorities {
        target,
        before,
        after,
        reachable,
        steps: Vec::new(),
        proved: true,
        bound: 0,
    };
    if present <= target || sum >= needed {
        return Ok(none(before, true));
    }
    let Some(mut taken) = greedy(&mut offices, needed) else {
        let after = mean(&|office| office.reckoned(office.gains.len()), &offices)?;
        return Ok(none(after, false));
    };
    let most: usize = taken.iter().sum();
    let bound = at_least(&offices, needed - sum).min(most);
    let work: usize = offices.iter().map(|office| (office.gains.len().min(most) + 1) * (most + 1)).sum();
    let proved = bound == most || work <= BUDGET;
    if work <= BUDGET {
        for office in &mut offices {
            office.reckon(most);
        }
        taken = fewest(&offices, needed, bound, most).unwrap_or(taken);
    }
    let mut steps = Vec::new();
    for (office, count) in offices.iter_mut().zip(&taken) {
        office.reckon(*count);
        steps.extend((0..*count).filter_map(|at| office.step(rubric, at)));
    }
    let after: Vec<Score> = offices
        .iter()
        .zip(&taken)
        .map(|(office, count)| Score::from_hundredths(office.score(*count)))
        .collect();
    let found = steps.len();
    Ok(Priorities {
        target,
        before,
        after: pemda_score(rubric, &after)?,
        reachable: true,
        steps,
        proved,
        bound: if proved { found } else { bound },
    })
}

/// The least sum of so many scores whose mean, rounded half up, lies in the category or above.
fn needed(rubric: &Rubric, target: usize, units: usize) -> i64 {
    let bound = rubric.categories.items.get(target).map_or(0, |band| band.bound.hundredths());
    let least = match rubric.categories.comparison {
        Comparison::AtLeast => bound,
        Comparison::Above => bound + 1,
    };
    let units = i64::try_from(units).unwrap_or(0);
    // sum / units + 1/2 >= least
    (units * (2 * least - 1) + 1).div_euclid(2)
}

impl<'a> Office<'a> {
    fn of(rubric: &'a Rubric, place: usize, row: &'a Row) -> Option<Self> {
        let own = row.own.as_ref()?;
        let rubric = applied(rubric, &row.weights);
        let gains = gains(&rubric, own);
        let mut office = Self { place, rubric, own, gains, scores: Vec::new() };
        office.reckon(0);
        Some(office)
    }

    /// The score after so many ways up, in hundredths, as far as it was reckoned.
    fn score(&self, count: usize) -> i64 {
        self.scores.get(count).or(self.scores.last()).copied().unwrap_or_default()
    }

    /// Reckons the scores up to so many ways up.
    fn reckon(&mut self, count: usize) {
        for count in self.scores.len()..=count.min(self.gains.len()) {
            self.scores.push(self.reckoned(count));
        }
    }

    /// The score after so many ways up: the mean with working weights.
    fn reckoned(&self, count: usize) -> i64 {
        let raised: Vec<usize> = self.gains.iter().take(count).map(|gain| gain.column).collect();
        let mut column = 0;
        let mut dimensions = Vec::new();
        for (place, _) in self.rubric.dimensions.iter().enumerate() {
            let Some(group) = self.rubric.group(place) else { continue };
            let scores: Vec<Option<Ratio>> = (0..group.shares().len())
                .map(|_| {
                    let cell = self.own.cells.get(column).filter(|cell| !cell.leaves);
                    let part = cell.map(|cell| if raised.contains(&column) { cell.top } else { cell.low });
                    column += 1;
                    part.map(|part| Ratio { num: part.num.into(), den: part.den.into() })
                })
                .collect();
            dimensions.push(working(group, &scores));
        }
        let whole = working(self.rubric.whole(), &dimensions);
        whole.map_or(0, |ratio| ratio.points(self.rubric.maximum).hundredths())
    }

    fn step(&self, rubric: &Rubric, at: usize) -> Option<Improvement> {
        let gain = self.gains.get(at)?;
        let cell = self.own.cells.get(gain.column)?;
        let share = |part| super::Cell { point: Some(part), ..*cell }.share().unwrap_or_default();
        Some(Improvement {
            place: self.place,
            at: scored(rubric).get(gain.column)?.0,
            from: share(cell.low),
            to: share(cell.top),
            points: Score::from_hundredths(self.score(at + 1) - self.score(at)),
        })
    }
}

/// What each indicator adds to the whole when it rises, as a part of it, the most first; of equal ones the first of the
/// form. What leaves stays out, so the gains of one office never hang on each other.
fn gains(rubric: &Rubric, own: &Own) -> Vec<Gain> {
    let mut gains = Vec::new();
    let mut column = 0;
    let mut columns = Vec::new();
    for (place, _) in rubric.dimensions.iter().enumerate() {
        let Some(group) = rubric.group(place) else { continue };
        let inside: Vec<(usize, i64)> =
            group.shares().iter().enumerate().map(|(at, share)| (column + at, share.working)).collect();
        column += inside.len();
        let stays = |(column, _): &&(usize, i64)| own.cells.get(*column).is_some_and(|cell| !cell.leaves);
        let staying: Vec<(usize, i64)> = inside.iter().filter(stays).copied().collect();
        let sum: i64 = staying.iter().map(|(_, weight)| weight).sum();
        let outer = rubric.whole().shares().get(place).map_or(0, |share| share.working);
        if sum > 0 {
            columns.push((outer, sum, staying));
        }
    }
    let whole: i64 = columns.iter().map(|(outer, ..)| outer).sum();
    for (outer, sum, staying) in columns {
        for (column, weight) in staying {
            let Some(cell) = own.cells.get(column) else { continue };
            let part = |one: u64, other: u64| &Whole::from(one) * &Whole::from(other);
            let rise = part(cell.top.num, cell.low.den).less(&part(cell.low.num, cell.top.den));
            if rise == Whole::default() || weight <= 0 || outer <= 0 {
                continue;
            }
            let num = &(&rise * &Whole::from(weight)) * &Whole::from(outer);
            let den = &part(cell.top.den, cell.low.den) * &(&Whole::from(sum) * &Whole::from(whole));
            gains.push(Gain { column, worth: Ratio { num, den } });
        }
    }
    let order: Vec<usize> = sorted(&(0..gains.len()).collect::<Vec<_>>(), |one, other| {
        match (gains.get(*one), gains.get(*other)) {
            (Some(one), Some(other)) => other.worth.order(&one.worth),
            _ => std::cmp::Ordering::Equal,
        }
    })
    .into_iter()
    .copied()
    .collect();
    let mut slots: Vec<Option<Gain>> = gains.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots.get_mut(at).and_then(Option::take)).collect()
}

/// How many ways up each office takes where the most telling one left is always next; none where all are not enough.
fn greedy(offices: &mut [Office<'_>], needed: i64) -> Option<Vec<usize>> {
    let mut taken = vec![0; offices.len()];
    let mut sum: i64 = offices.iter().map(|office| office.score(0)).sum();
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (office, at) in offices.iter().zip(0..) {
        all.extend((0..office.gains.len()).map(|gain| (at, gain)));
    }
    let order: Vec<(usize, usize)> = {
        let worth = |(at, gain): &(usize, usize)| {
            let office = offices.get(*at)?;
            Some((office.gains.get(*gain)?, office.rubric.maximum))
        };
        let by_worth = |one: &(usize, usize), other: &(usize, usize)| match (worth(one), worth(other)) {
            (Some((one, _)), Some((other, _))) => other.worth.order(&one.worth),
            _ => std::cmp::Ordering::Equal,
        };
        sorted(&all, by_worth).into_iter().copied().collect()
    };
    for (at, _) in order {
        if sum >= needed {
            break;
        }
        if let (Some(office), Some(count)) = (offices.get_mut(at), taken.get_mut(at)) {
            office.reckon(*count + 1);
            sum += office.score(*count + 1) - office.score(*count);
            *count += 1;
        }
    }
    (sum >= needed).then_some(taken)
}

/// How many ways up are needed at least for so many hundredths: the most telling ones of all offices, each rounded up,
/// and one hundredth more for each office that can be among them, because rounding may help it by less than that.
fn at_least(offices: &[Office<'_>], short: i64) -> usize {
    let mut all: Vec<u64> = Vec::new();
    for office in offices {
        for gain in &office.gains {
            // Parts of FINE of a hundredth.
            let maximum = Whole::from(office.rubric.maximum.ten_thousandths());
            let num = &(&gain.worth.num * &maximum) * &Whole::from(FINE);
            let den = &gain.worth.den * &Whole::from(100_u64);
            all.push(num.times_of(&den).map_or(u64::MAX, |fine| fine.saturating_add(1)));
        }
    }
    all.sort_unstable_by(|one, other| other.cmp(one));
    let mut left = u128::from(u64::try_from(short).unwrap_or(0)) * u128::from(FINE);
    for (count, gain) in all.into_iter().enumerate() {
        if left == 0 {
            return count;
        }
        let rounding = if count < offices.len() { FINE } else { 0 };
        left = left.saturating_sub(u128::from(gain) + u128::from(rounding));
    }
    usize::MAX
}

/// The ways up of the least number, from `least` to `most`, that reach the sum; of as many those that reach furthest,
/// and of equal ones those of earlier offices.
fn fewest(offices: &[Office<'_>], needed: i64, least: usize, most: usize) -> Option<Vec<usize>> {
    // The best sum for each number of ways up, office by office, and what the office took for it.
    let mut best: Vec<Option<i64>> = vec![None; most + 1];
    if let Some(first) = best.first_mut() {
        *first = Some(0);
    }
    let mut choices: Vec<Vec<usize>> = Vec::with_capacity(offices.len());
    // From the last office to the first, so that going back through them begins with the first.
    for office in offices.iter().rev() {
        let mut next: Vec<Option<i64>> = vec![None; most + 1];
        let mut choice = vec![0; most + 1];
        for (total, (slot, chosen)) in next.iter_mut().zip(&mut choice).enumerate() {
            for own in (0..=office.gains.len().min(total)).rev() {
                let others = best.get(total - own).copied().flatten();
                let sum = others.map(|others| others + office.score(own));
                if sum > *slot {
                    (*slot, *chosen) = (sum, own);
                }
            }
        }
        best = next;
        choices.push(choice);
    }
    let mut total = (least..=most).find(|total| best.get(*total).copied().flatten() >= Some(needed))?;
    let mut taken = Vec::with_capacity(offices.len());
    for choice in choices.iter().rev() {
        let own = choice.get(total).copied().unwrap_or_default();
        taken.push(own);
        total -= own;
    }
    Some(taken)
}
