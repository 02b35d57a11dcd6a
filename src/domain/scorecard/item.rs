//! What one answer comes to: a part of its scale, at worst, at best, and as far as answered.
//!
//! Invariant: total for every answer; one that its scale does not take, or *tidak relevan* where the
//! instrument does not allow it, counts as blank.

use crate::domain::assessment::{Answer, Assessment, Choice, Met, Sample};
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Mode, Rubric, Scale};

/// A part of the scale's maximum, `num / den`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Above the line, from 0.
    pub num: u64,
    /// Below the line, above nought.
    pub den: u64,
}

/// One indicator's answer, resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Blanks at their worst.
    pub low: Part,
    /// Blanks at their best.
    pub high: Part,
    /// Blanks left out; none where nothing is answered.
    pub point: Option<Part>,
    /// The lowest answer there is.
    pub lowest: Part,
    /// *Tidak relevan*: leaves both sides.
    pub leaves: bool,
    /// Nothing is left to answer.
    pub answered: bool,
}

/// Single values of an item before their mean is taken, in ten-thousandths of its scale. A criterion counts 1 (yes),
/// one half (partly) or 0 (no).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The lowest there is.
    pub minimum: u64,
    /// The highest there is.
    pub maximum: u64,
    /// Those that are answered.
    pub known: Vec<u64>,
    /// How many are blank.
    pub blank: usize,
    /// How many are *tidak relevan*.
    pub leaving: usize,
}

impl Item {
    /// Resolves the answer to an indicator.
    #[must_use]
    pub fn of(rubric: &Rubric, indicator: &Indicator, scale: &Scale, assessment: &Assessment) -> Self {
        Values::of(rubric, indicator, scale, assessment).resolve()
    }

    /// The same item with its answered part at the lowest answer: what an unsupported claim counts.
    #[must_use]
    pub fn unsupported(self) -> Self {
        Self { point: self.point.map(|_| self.lowest), ..self }
    }
}

impl Values {
    /// What is given for an indicator, value by value.
    #[must_use]
    pub fn of(rubric: &Rubric, indicator: &Indicator, scale: &Scale, assessment: &Assessment) -> Self {
        let answer = assessment.answer(&indicator.id);
        let choice = answer.and_then(|answer| answer.choice);
        let leaves = choice == Some(Choice::NotApplicable) && indicator.not_applicable;
        let by_criteria = assessment.mode == Mode::PerCriterion && rubric.offers(Mode::PerCriterion);
        if by_criteria && !leaves && !indicator.criteria.is_empty() {
            return per_criterion(indicator, answer);
        }
        if let Some(panel) = rubric.panel_of(indicator) {
            let samples: Vec<_> = assessment.samples_of(rubric, panel).collect();
            if !samples.is_empty() && choice.is_none() {
                return per_sample(indicator, scale, &samples, answer);
            }
        }
        let mut values = Self::new(scale);
        values.take(indicator, scale, choice);
        values
    }

    /// One number of the scale, which may lie between its levels.
    #[must_use]
    pub fn exactly(scale: &Scale, value: Decimal) -> Self {
        Self { known: vec![units(value)], ..Self::new(scale) }
    }

    fn new(scale: &Scale) -> Self {
        let (minimum, maximum) = (units(scale.minimum()), units(scale.maximum()).max(1));
        Self { minimum, maximum, known: Vec::new(), blank: 0, leaving: 0 }
    }

    fn take(&mut self, indicator: &Indicator, scale: &Scale, choice: Option<Choice>) {
        match choice {
            Some(Choice::NotApplicable) if indicator.not_applicable => self.leaving += 1,
            Some(Choice::Level(value)) if !scale.is_continuous() && scale.takes(value) => {
                self.known.push(units(value));
            }
            Some(Choice::Value(value)) if scale.is_continuous() && scale.takes(value) => {
                self.known.push(units(value));
            }
            _ => self.blank += 1,
        }
    }

    /// Their mean, at worst, at best, and as far as answered.
    #[must_use]
    pub fn resolve(&self) -> Item {
        let count = |size: usize| u64::try_from(size).unwrap_or(u64::MAX);
        let sum: u64 = self.known.iter().sum();
        let staying = count(self.known.len() + self.blank).max(1);
        let part = |blank: u64| Part { num: sum + blank * count(self.blank), den: self.maximum * staying };
        let point =
            (!self.known.is_empty()).then(|| Part { num: sum, den: self.maximum * count(self.known.len()) });
        let leaves = self.leaving > 0 && self.known.is_empty() && self.blank == 0;
        Item {
            low: part(self.minimum),
            high: part(self.maximum),
            point,
            lowest: Part { num: self.minimum, den: self.maximum },
            leaves,
            answered: self.blank == 0 && (leaves || point.is_some()),
        }
    }
}

fn per_criterion(indicator: &Indicator, answer: Option<&Answer>) -> Values {
    let mut values = Values { minimum: 0, maximum: 10_000, known: Vec::new(), blank: 0, leaving: 0 };
    for criterion in &indicator.criteria {
        match answer.and_then(|answer| answer.criteria.get(&criterion.id)) {
            Some(Met::Yes) => values.known.push(10_000),
            Some(Met::Partly) => values.known.push(5_000),
            Some(Met::No) => values.known.push(0),
            None => values.blank += 1,
        }
    }
    values
}

fn per_sample(indicator: &Indicator, scale: &Scale, samples: &[&Sample], answer: Option<&Answer>) -> Values {
    let mut values = Values::new(scale);
    for sample in samples {
        values.take(indicator, scale, answer.and_then(|answer| answer.samples.get(&sample.id).copied()));
    }
    values
}

/// Whether every document asked for is *sesuai* and holds on that day; where none is asked for, whether the answer is
/// no assumption.
#[must_use]
pub fn is_supported(indicator: &Indicator, answer: &Answer, day: Option<Date>) -> bool {
    if indicator.evidence.is_empty() {
        return !(answer.assumed || indicator.always_assumed)
            || answer.evidence.iter().any(|evidence| evidence.is_complete(day));
    }
    let (ready, asked) = answer.evidence_ready(indicator, day);
    ready == asked
}

/// Ten-thousandths of a number that is never negative on a checked scale.
pub fn units(value: Decimal) -> u64 {
    u64::try_from(value.ten_thousandths()).unwrap_or(0)
}
