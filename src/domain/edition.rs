//! The same answers read under another edition of an instrument, as far as the rubric file says what corresponds.
//!
//! Invariant: nothing is carried that the file does not map, nothing that the other scale does not take, and
//! whatever stays behind is named.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment};
use super::rubric::{Correspondence, Rubric};

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
            .and_then(|id| carried(other, id, held).map(|answer| (id, answer)))
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

/// An answer as it stands under another edition: the one answer with what was written about it. Evidence stays
/// behind, because the other edition asks for documents by names of its own, and so do answers per sample.
fn carried(other: &Rubric, id: &str, held: &Answer) -> Option<Answer> {
    let (_, indicator) = other.indicator(id)?;
    let choice = held.choice?;
    let fits = match choice.number() {
        Some(number) => other.scale_of(indicator).is_some_and(|scale| scale.takes(number)),
        None => indicator.not_applicable,
    };
    fits.then(|| Answer {
        choice: Some(choice),
        reason: held.reason.clone(),
        assumed: held.assumed,
        ground: held.ground.clone(),
        note: held.note.clone(),
        by: held.by.clone(),
        unconfirmed: true,
        ..Answer::default()
    })
}
