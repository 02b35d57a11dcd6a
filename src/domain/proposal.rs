//! The level that the criteria of an indicator point to.
//!
//! Invariant: a proposal only; blanks count as not met, and levels without a limit are never proposed.

use super::Text;
use super::assessment::{Answer, Assessment, Choice, Met};
use super::number::{Decimal, Score};
use super::rubric::{Indicator, Rubric, Scale, ScaleKind, ScaleLevel};
use super::scorecard::item::Item;

/// How far the criteria of an indicator are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// Halves met: yes 2, partly 1, no 0.
    halves: i64,
    /// Criteria judged.
    pub judged: usize,
    /// Criteria in all.
    pub total: usize,
}

impl Fulfilment {
    /// Counts the criteria of an indicator.
    #[must_use]
    pub fn of(indicator: &Indicator, answer: &Answer) -> Self {
        let judged: Vec<Met> = indicator
            .criteria
            .iter()
            .filter_map(|criterion| answer.criteria.get(&criterion.id).copied())
            .collect();
        let halves = judged.iter().map(|met| match met {
            Met::Yes => 2,
            Met::Partly => 1,
            Met::No => 0,
        });
        Self { halves: halves.sum(), judged: judged.len(), total: indicator.criteria.len() }
    }

    /// Percent met of all criteria, blanks as not met.
    #[must_use]
    pub fn percent(self) -> Score {
        percent(self.halves, self.total)
    }

    /// Percent met of the criteria judged.
    #[must_use]
    pub fn percent_of_judged(self) -> Score {
        percent(self.halves, self.judged)
    }

    /// The level it points to; none where nothing is judged or the scale proposes none.
    #[must_use]
    pub fn level(self, scale: &Scale) -> Option<&ScaleLevel> {
        let ScaleKind::Levels(levels) = &scale.kind else { return None };
        let doubled = i64::try_from(self.total).unwrap_or(i64::MAX / 4) * 2;
        // Not rounded: halves / doubled of 100 percent at most `up_to`.
        let within = |up_to: Decimal| self.halves * 1_000_000 <= up_to.ten_thousandths() * doubled;
        levels.iter().filter(|_| self.judged > 0).find(|level| level.up_to.is_some_and(within))
    }
}

fn percent(halves: i64, criteria: usize) -> Score {
    Score::from_ratio(&(halves * 100).into(), &i64::try_from(criteria * 2).unwrap_or(i64::MAX).into())
}

/// The level that the criteria point to, where the answer claims more than it.
#[must_use]
pub fn exceeded<'a>(indicator: &Indicator, scale: &'a Scale, answer: &Answer) -> Option<&'a ScaleLevel> {
    let level = Fulfilment::of(indicator, answer).level(scale)?;
    let Some(Choice::Level(chosen)) = answer.choice else { return None };
    // Where all criteria are met, levels above rest on what criteria do not ask.
    let ScaleKind::Levels(levels) = &scale.kind else { return None };
    let top = levels.iter().rfind(|level| level.up_to.is_some())?;
    (chosen > level.value && level.value < top.value).then_some(level)
}

/// The level that the criteria point to, where the answer is another one that criteria can give, or one above what
/// they give, and no note says why.
#[must_use]
pub fn differing<'a>(indicator: &Indicator, scale: &'a Scale, answer: &Answer) -> Option<&'a ScaleLevel> {
    let level = Fulfilment::of(indicator, answer).level(scale)?;
    let Some(Choice::Level(chosen)) = answer.choice else { return None };
    let ScaleKind::Levels(levels) = &scale.kind else { return None };
    let below = chosen < level.value;
    let differs = below || exceeded(indicator, scale, answer).is_some();
    let known = levels.iter().any(|other| other.value == chosen);
    (differs && known && answer.note.trim().is_empty()).then_some(level)
}

/// The indicator that this one seldom passes, where its answer does: a warning, never a block.
#[must_use]
pub fn too_high<'a>(
    rubric: &'a Rubric,
    indicator: &Indicator,
    assessment: &Assessment,
) -> Option<&'a Indicator> {
    if indicator.not_above.is_empty() {
        return None;
    }
    let (_, other) = rubric.indicator(&indicator.not_above)?;
    let part = |of: &Indicator| Item::of(rubric, of, rubric.scale_of(of)?, assessment).point;
    let (own, most) = (part(indicator)?, part(other)?);
    (u128::from(own.num) * u128::from(most.den) > u128::from(most.num) * u128::from(own.den)).then_some(other)
}

/// Whether the answer is a level that criteria alone never give, and no note says why it was chosen.
#[must_use]
pub fn unreasoned(scale: &Scale, answer: &Answer) -> bool {
    let ScaleKind::Levels(levels) = &scale.kind else { return false };
    let proposed = levels.iter().any(|level| level.up_to.is_some());
    let above =
        |level: &ScaleLevel| level.up_to.is_none() && answer.choice == Some(Choice::Level(level.value));
    proposed && levels.iter().any(above) && answer.note.trim().is_empty()
}

/// Whether an indicator is meant for other kinds of office than this one, as far as the kind is known.
#[must_use]
pub fn meant_for_others(indicator: &Indicator, kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    // The first word is telling: offices write *pekerjaan umum* and *pekerjaan umum dan penataan ruang*.
    let names = |word: &Text| {
        let first = word.split([' ', ',']).next().unwrap_or_default();
        kind.contains(&first.to_ascii_lowercase())
    };
    !indicator.applies_to.is_empty() && !kind.trim().is_empty() && !indicator.applies_to.iter().any(names)
}
