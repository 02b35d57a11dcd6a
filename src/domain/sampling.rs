//! One answer for all, or one for each product or person: the way there and back.
//!
//! Invariant: going there keeps every answer; going back keeps each one that all samples share, and names the rest.

use super::Text;
use super::assessment::{Answer, Assessment, Choice};
use super::edit::{AnswerEdit, Edit};
use super::rubric::{Indicator, Panel, Rubric};

/// Answers a panel one by one: samples of these names are made, and what was answered for all becomes the
/// answer for the first of them.
#[must_use]
pub fn apart(rubric: &Rubric, assessment: &Assessment, panel: &Panel, names: Vec<Text>) -> Edit {
    let taken = |id: &str| assessment.samples.iter().any(|sample| *sample.id == *id);
    let mut ids = (1_u32..).map(|number| format!("{}-{number}", panel.id)).filter(|id| !taken(id));
    let mut edits = Vec::new();
    let mut first = None;
    for (name, id) in names.into_iter().zip(&mut ids) {
        let id = Text::from(id);
        first.get_or_insert_with(|| id.clone());
        edits.push(Edit::AddSample(id, panel.kind, panel.id.clone(), name));
    }
    if let Some(first) = first {
        for (indicator, answer) in asked(rubric, assessment, panel) {
            if let Some(choice @ Choice::Level(_)) = answer.choice {
                edits.push(change(indicator, AnswerEdit::ChooseFor(first.clone(), Some(choice))));
            }
        }
    }
    Edit::Several(edits)
}

/// Answers a panel once again, and the ids of the indicators whose answers differ and so are lost.
#[must_use]
pub fn together(rubric: &Rubric, assessment: &Assessment, panel: &Panel) -> (Edit, Vec<Text>) {
    let own: Vec<&Text> = assessment.samples_of(rubric, panel).map(|sample| &sample.id).collect();
    let mut edits = Vec::new();
    let mut lost = Vec::new();
    for (indicator, answer) in asked(rubric, assessment, panel) {
        let mut given = own.iter().filter_map(|id| answer.samples.get(id).copied());
        match given.next().filter(|_| answer.choice.is_none()) {
            Some(choice) if given.all(|other| other == choice) => {
                edits.push(change(indicator, AnswerEdit::Choose(choice)));
            }
            Some(_) => lost.push(indicator.id.clone()),
            None => {}
        }
    }
    edits.extend(own.into_iter().map(|id| Edit::RemoveSample(id.clone())));
    (Edit::Several(edits), lost)
}

/// How many samples of its panel an indicator is answered for, and how many there are; none where it is
/// answered once.
#[must_use]
pub fn progress(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<(usize, usize)> {
    let panel = rubric.panel_of(indicator)?;
    let answer = assessment.answer(&indicator.id)?;
    let mut counts = (0, 0);
    for sample in assessment.samples_of(rubric, panel) {
        counts.0 += usize::from(answer.samples.contains_key(&sample.id));
        counts.1 += 1;
    }
    (answer.choice.is_none() && counts.1 > 0).then_some(counts)
}

/// The indicators asked of a panel that anything is held for.
fn asked<'a>(
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    panel: &'a Panel,
) -> impl Iterator<Item = (&'a Indicator, &'a Answer)> {
    rubric
        .indicators()
        .filter(|(_, indicator)| indicator.panel == panel.id)
        .filter_map(|(_, indicator)| Some((indicator, assessment.answer(&indicator.id)?)))
}

fn change(indicator: &Indicator, change: AnswerEdit) -> Edit {
    Edit::Answer(indicator.id.clone(), change)
}
