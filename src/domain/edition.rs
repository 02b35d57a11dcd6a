//! The same answers read under another edition of an instrument, as far as the rubric file says what corresponds.
//!
//! Invariant: nothing is carried that the file does not map, nothing that the other scale does not take, and
//! whatever stays behind is named.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Choice};
use super::rubric::{Correspondence, Indicator, Rubric};

/// What the answers are under another edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The office with its answers there, each still to be confirmed; without id, instrument and times.
    pub assessment: Assessment,
    /// How many answers were carried.
    pub carried: usize,
    /// Own indicators whose answer has no place there.
    pub behind: Vec<Text>,
    /// Scored indicators there that stay blank.
    pub open: Vec<Text>,
}

/// Reads the answers to one edition under another.
#[must_use]
pub fn read_under(map: &Correspondence, own: &Rubric, other: &Rubric, assessment: &Assessment) -> Reading {
    let mut reading = Reading {
        assessment: Assessment {
            unit: assessment.unit.clone(),
            assessment_year: assessment.assessment_year,
            data_year: assessment.data_year,
            practice: assessment.practice,
            example: assessment.example,
            ..Assessment::default()
        },
        ..Reading::default()
    };
    for (_, indicator) in own.indicators() {
        let Some(held) = assessment.answer(&indicator.id) else { continue };
        if held.choice.is_none() && held.samples.is_empty() && held.criteria.is_empty() {
            continue;
        }
        match map
            .indicators
            .get(&indicator.id)
            .and_then(|id| carried(indicator, other, id, held).map(|answer| (id, answer)))
        {
            Some((id, answer)) => {
                reading.carried += 1;
                reading.assessment.answers.insert(id.clone(), Rc::new(answer));
            }
            None => reading.behind.push(indicator.id.clone()),
        }
    }
    for (_, indicator) in other.indicators().filter(|(_, indicator)| indicator.is_scored()) {
        if !reading.assessment.answers.contains_key(&indicator.id) {
            reading.open.push(indicator.id.clone());
        }
    }
    reading
}

/// An answer as it stands under another edition: the one answer with what was written about it, an assumption where
/// either the office or its instrument calls it one. Evidence stays behind, because the other edition asks for
/// documents by names of its own, and so do answers per sample.
fn carried(own: &Indicator, other: &Rubric, id: &str, held: &Answer) -> Option<Answer> {
    let (_, indicator) = other.indicator(id)?;
    let choice = held.choice?;
    // A level is no number of a continuous scale, nor the other way round, even where both count alike.
    let fits = |continuous: bool, number| {
        let scale = other.scale_of(indicator);
        scale.is_some_and(|scale| scale.is_continuous() == continuous && scale.takes(number))
    };
    let fits = match choice {
        Choice::Level(number) => fits(false, number),
        Choice::Value(number) => fits(true, number),
        Choice::NotApplicable => indicator.not_applicable,
    };
    fits.then(|| Answer {
        choice: Some(choice),
        reason: held.reason.clone(),
        assumed: held.assumed || own.always_assumed,
        ground: held.ground.clone(),
        note: held.note.clone(),
        by: held.by.clone(),
        unconfirmed: true,
        ..Answer::default()
    })
}
