//! A new year begun from an older one.
//!
//! Invariant: no answer comes along as looked at, and nothing of the old year's result stands for the new one.

use std::rc::Rc;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::history::Past;
use crate::domain::map::Map;
use crate::domain::official::{Gap, Official, gaps};
use crate::domain::part::Part;
use crate::domain::rubric::Rubric;

/// A new year's assessment begun from an older one: every answer copied and marked unconfirmed, and what is still
/// to be done; results, status, milestones and what was ticked stay behind. Where the published answer was below the
/// own one, what `say` says of it stands behind the note. The published score joins the results of other years.
#[must_use]
pub fn carried_over(
    rubric: &Rubric,
    old: &Assessment,
    id: Text,
    year: Option<u16>,
    at: &Text,
    say: &dyn Fn(&Gap) -> String,
) -> Assessment {
    let mut answers: Map<Rc<Answer>> = old
        .answers
        .iter()
        .map(|(id, held)| {
            let answer = Answer { unconfirmed: true, ticks: Vec::new(), ..(**held).clone() };
            (id.clone(), Rc::new(answer))
        })
        .collect();
    let none = Official::default();
    let official = old.official.as_ref().unwrap_or(&none);
    for gap in gaps(rubric, old, official).1.iter().filter(|gap| gap.by > 0) {
        let Some((_, indicator)) = gap.places(rubric) else { continue };
        let Some(held) = indicator.and_then(|indicator| answers.get_mut(&indicator.id)) else { continue };
        let answer = Rc::make_mut(held);
        let between = if answer.note.is_empty() { "" } else { "\n" };
        answer.note = format!("{}{between}{}", answer.note, say(gap)).into();
    }
    let mut history = old.history.clone();
    if let (Some(year), Some(score)) = (old.assessment_year, official.score) {
        let past = Past { year, rubric: old.rubric.id.clone(), score, ..Past::default() };
        if !history.contains(&past) {
            history.push(past);
        }
    }
    Assessment {
        id,
        rubric: old.rubric.clone(),
        unit: old.unit.clone(),
        assessment_year: year,
        mode: old.mode,
        samples: old.samples.clone(),
        actions: old.actions.iter().filter(|one| one.headway.is_open()).cloned().collect(),
        oversight: old.oversight.iter().filter(|one| one.is_open()).cloned().collect(),
        parts: old.parts.iter().map(Part::anew).collect(),
        practice: old.practice,
        example: old.example,
        answers,
        history,
        created_at: at.clone(),
        updated_at: at.clone(),
        ..Assessment::default()
    }
}
