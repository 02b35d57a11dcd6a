//! What to do about an indicator, in a sentence.
//!
//! Invariant: what was agreed comes first; what the office cannot raise by itself is left to others.

use crate::domain::assessment::{Answer, Assessment, Choice};
use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::format::number::show;

/// What is open among the things to be done; else the next level, and what citizens gain by it.
pub fn advice(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> String {
    let open = assessment.actions.iter().filter(|one| one.indicator == indicator.id && one.headway.is_open());
    let agreed: Vec<String> = open
        .map(|one| {
            let said = [&one.action, &one.responsible, &one.due].into_iter().filter(|part| !part.is_empty());
            said.map(|part| &**part).collect::<Vec<_>>().join("; ")
        })
        .filter(|said| !said.is_empty())
        .collect();
    if !agreed.is_empty() {
        return agreed.join("\n");
    }
    let answer = assessment.answer(&indicator.id);
    answer.and_then(|answer| next(rubric, indicator, answer)).unwrap_or_default()
}

fn next(rubric: &Rubric, indicator: &Indicator, answer: &Answer) -> Option<String> {
    let Some(Choice::Level(own)) = answer.choice.filter(|_| indicator.is_in_hand()) else { return None };
    let ScaleKind::Levels(levels) = &rubric.scale_of(indicator)?.kind else { return None };
    let level = levels.iter().find(|level| level.value > own)?;
    let worded = indicator.levels.iter().find(|one| one.value == level.value).map(|one| &one.text);
    let mut said = format!("Ke {}: {}", show(level.value), worded.unwrap_or(&level.text));
    if !indicator.step.gain.is_empty() {
        said.push('\n');
        said.push_str(&indicator.step.gain);
    }
    Some(said)
}
