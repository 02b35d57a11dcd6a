//! The shares of one assessment put together, where the office itself did not.
//!
//! Invariant: it is done as the office does it: what contradicts stands side by side and counts for nothing until one is
//! chosen; the order of the shares changes nothing.

use crate::domain::assessment::Assessment;
use crate::domain::map::Map;
use crate::domain::merge::{fits, merge};
use crate::domain::order::sorted;

/// The assessment that shares come to, into the whole where there is one; and the places of those that do not fit.
/// None where there is no share.
#[must_use]
pub fn together(whole: Option<&Assessment>, shares: &[Assessment]) -> Option<(Assessment, Vec<usize>)> {
    let by_time = |one: &&Assessment, other: &&Assessment| {
        let told = |share: &Assessment| {
            let unit = &share.unit;
            [&share.updated_at, &share.part, &unit.pemda, &unit.name, &unit.kind].map(Clone::clone)
        };
        told(other).cmp(&told(one))
    };
    let all: Vec<&Assessment> = shares.iter().collect();
    let all: Vec<&Assessment> = sorted(&all, by_time).into_iter().copied().collect();
    let mut made = match whole {
        Some(whole) => whole.clone(),
        None => base(&all)?,
    };
    for share in all {
        // What does not fit is told apart, and changes nothing.
        let _ = merge(&mut made, share);
    }
    let misfits = shares.iter().enumerate().filter(|(_, share)| fits(&made, share).is_err());
    let misfits = misfits.map(|(place, _)| place).collect();
    Some((made, misfits))
}

/// An assessment without answers, as far as shares tell of it; the latest tells most.
fn base(shares: &[&Assessment]) -> Option<Assessment> {
    let latest = *shares.first()?;
    let mut made = latest.clone();
    (made.part, made.answers, made.conflicts) = (crate::domain::Text::default(), Map::new(), Map::new());
    made.parts.clear();
    for share in shares.iter().filter(|share| share.id == latest.id && share.rubric.id == latest.rubric.id) {
        if let Some(own) = share.share().filter(|own| made.parts.iter().all(|known| known.id != own.id)) {
            made.parts.push(own.clone());
        }
        for sample in &share.samples {
            if made.samples.iter().all(|known| known.id != sample.id) {
                made.samples.push(sample.clone());
            }
        }
    }
    made.parts = sorted(&made.parts, |one, other| one.id.cmp(&other.id)).into_iter().cloned().collect();
    Some(made)
}
