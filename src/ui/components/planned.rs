//! The steps of a plan as things to be done, for the list of Tindak lanjut.
//!
//! Invariant: what is found and what is to come of it stand in the instrument's own words.

use crate::domain::action::FollowUp;
use crate::domain::assessment::Assessment;
use crate::domain::plan::{Change, Search};
use crate::domain::rubric::{Mode, Rubric};
use crate::state::Work;
use crate::ui::components::sheet;
use crate::ui::text::{number, pengisian, tindak_lanjut as text};

/// How far a plan is searched when it is asked for: a moment, also on a phone.
const BUDGET: u64 = 10_000_000;

/// The steps of the present plan, as things to be done.
pub fn planned(work: &Work) -> Vec<FollowUp> {
    let wanted = work.assessment.wanted.as_ref();
    let goal = wanted.map(|wanted| wanted.goal(&work.rubric)).unwrap_or_default();
    let mut search = Search::new(&work.rubric, &work.assessment, &goal);
    search.advance(BUDGET);
    let changes = search.plan().changes;
    changes.iter().filter_map(|change| step(&work.rubric, &work.assessment, change)).collect()
}

/// One step: what is, what is to be done for citizens, and what the next level asks for.
fn step(rubric: &Rubric, assessment: &Assessment, change: &Change) -> Option<FollowUp> {
    let (dimension, indicator) = change.place;
    let indicator = rubric.dimensions.get(dimension)?.indicators.get(indicator)?;
    let by_criteria = assessment.mode == Mode::PerCriterion && !indicator.criteria.is_empty();
    let said = |value| {
        if by_criteria { text::met(&number::decimal(value)) } else { sheet::level(rubric, indicator, value) }
    };
    let now = if change.was_blank { pengisian::UNANSWERED.to_owned() } else { said(change.rise.from) };
    let gain = &indicator.step.gain;
    Some(FollowUp {
        finding: text::finding(&indicator.id, &now).into(),
        action: if gain.is_empty() { text::improve(&indicator.name).into() } else { gain.clone() },
        output: said(change.rise.to).into(),
        evidence: indicator.evidence.join("; ").into(),
        indicator: indicator.id.clone(),
        level: Some(change.rise.to),
        ..FollowUp::default()
    })
}
