//! How the low end with working weights moves when one item alone becomes another.
//!
//! Invariant: what it says is what reckoning everything anew with that item comes to. The sums are made once, and each
//! question exchanges one member of them: two thousand items take two thousand exchanges, and no full reckonings.

use super::exact::Common;
use super::item::Item;
use crate::domain::extremes::{Ratio, mean, working};
use crate::domain::number::Score;
use crate::domain::rubric::{Group, Rubric};
use crate::domain::whole::Whole;

/// The sum of one dimension over one denominator.
struct Sum {
    common: Common,
    /// What each item adds, by its place among those that are scored; none where it leaves.
    parts: Vec<Option<Whole>>,
    num: Whole,
    /// The weight of what stays.
    weight: i64,
    /// The mean of the other dimensions, and their weight.
    others: (Option<Ratio>, i64),
}

/// The low end of a result, ready for one item to be exchanged.
pub struct Alone<'a> {
    rubric: &'a Rubric,
    sums: Vec<Sum>,
}

impl<'a> Alone<'a> {
    /// From the scored items of each dimension, as they are and as one or the other may become.
    pub fn of(rubric: &'a Rubric, items: &[Vec<(Item, Item)>]) -> Self {
        let mut sums: Vec<Sum> = Vec::with_capacity(items.len());
        for (place, items) in items.iter().enumerate() {
            let common = Common::of(items.iter().flat_map(|(old, new)| [old.low, new.low]));
            let mut sum =
                Sum { common, parts: Vec::new(), num: Whole::default(), weight: 0, others: (None, 0) };
            for (at, (item, _)) in items.iter().enumerate() {
                let weight = weight_of(rubric.group(place), at);
                let part = sum.part(weight, *item);
                if let Some(part) = &part {
                    sum.num = &sum.num + part;
                    sum.weight += weight;
                }
                sum.parts.push(part);
            }
            sums.push(sum);
        }
        let means: Vec<Option<Ratio>> =
            sums.iter().map(|sum| sum.mean(sum.num.clone(), sum.weight)).collect();
        for (place, sum) in sums.iter_mut().enumerate() {
            let mut others = means.clone();
            if let Some(own) = others.get_mut(place) {
                *own = None;
            }
            let stays = others.iter().enumerate().filter(|(_, mean)| mean.is_some());
            let weight = stays.map(|(other, _)| weight_of(Some(rubric.whole()), other)).sum();
            sum.others = (working(rubric.whole(), &others), weight);
        }
        Self { rubric, sums }
    }

    /// The low end with one item exchanged, by the place of its dimension and its place among those that are scored.
    pub fn with(&self, (place, at): (usize, usize), item: Item) -> Score {
        let Some(sum) = self.sums.get(place) else { return Score::default() };
        let weight = weight_of(self.rubric.group(place), at);
        let (mut num, mut staying) = (sum.num.clone(), sum.weight);
        if let Some(Some(part)) = sum.parts.get(at) {
            num = num.less(part);
            staying -= weight;
        }
        if let Some(part) = sum.part(weight, item) {
            num = &num + &part;
            staying += weight;
        }
        let (others, beside) = &sum.others;
        let own = weight_of(Some(self.rubric.whole()), place);
        let low = mean(&[others.clone(), sum.mean(num, staying)], &[*beside, own]);
        low.map_or(Score::default(), |low| low.points(self.rubric.maximum))
    }
}

impl Sum {
    /// What an item adds with its weight; none where it leaves.
    fn part(&self, weight: i64, item: Item) -> Option<Whole> {
        let part = self.common.over(item.low).filter(|_| !item.leaves)?;
        Some(&part.num * &Whole::from(weight))
    }

    fn mean(&self, num: Whole, weight: i64) -> Option<Ratio> {
        (weight > 0).then(|| Ratio { num, den: self.common.times(weight) })
    }
}

fn weight_of(group: Option<&Group>, at: usize) -> i64 {
    group.and_then(|group| group.shares().get(at)).map_or(0, |share| share.working)
}
