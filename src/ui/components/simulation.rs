//! A draft beside the answers: now and then, what would change, and the choices.
//!
//! Invariant: every choice here is an edit of the draft; the answers change by one edit, after what it changes was shown.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::edit::{AnswerEdit, Edit};
use crate::domain::map::Map;
use crate::domain::rubric::{Indicator, Rubric, Scale, ScaleKind};
use crate::domain::scorecard::Scorecard;
use crate::domain::simulation::{self, Change, is_by_criteria, is_tried};
use crate::state::{Action, Notice, Work};
use crate::ui::components::band::{Scale as Drawn, whole};
use crate::ui::components::card::Face;
use crate::ui::components::field::chosen;
use crate::ui::components::office::{has_open_weights, office};
use crate::ui::components::options::{options, read};
use crate::ui::components::sensitivity::sensitivity;
use crate::ui::components::sheet::said;
use crate::ui::components::survey::{Survey, is_offered};
use crate::ui::components::value;
use crate::ui::components::zone_mark::zone_mark;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, simulasi, standing};

/// The view.
pub fn simulation_view(
    work: &Work,
    locked: bool,
    held: Map<Text>,
    edit: &Callback<Edit>,
    dispatch: &Callback<Action>,
    ask: &Callback<Intent>,
) -> Html {
    let Work { rubric, assessment, scorecard, .. } = work;
    let changes = simulation::changes(rubric, assessment);
    let then = Scorecard::of(rubric, &simulation::applied(rubric, assessment));
    // Side by side, both say the same kind of thing loud.
    let firm = standing::is_firm(rubric, scorecard) && standing::is_firm(rubric, &then);
    // What a choice brings stands below the choices, or they would move away from the hand; its result stays in sight.
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ common::SIMULASI }</h1>
                <p class="measure">{ simulasi::LEAD }</p>
                { jumps(work, locked, ask) }
            </div>
            <section class="stack">
                <h2 class="visually-hidden">{ simulasi::COMPARED }</h2>
                <div class="shares">
                    { side(rubric, scorecard, firm, None) }
                    { side(rubric, &then, firm, Some(changes.is_empty())) }
                </div>
            </section>
            if !locked {
                { choices(work, edit) }
            }
            if !changes.is_empty() || !assessment.simulation.answers.is_empty() {
                { changed(work, &changes, locked, edit, dispatch) }
            }
            { sensitivity(work) }
            if !locked {
                <Survey rubric={rubric.clone()} answers={assessment.answers.clone()} {held} edit={edit.clone()} dispatch={dispatch.clone()} ask={ask.clone()} />
                { office(work, edit) }
            }
            if !changes.is_empty() {
                <p class="undo-dock screen" data-state="ready">{ simulasi::moves(scorecard.score, then.score, firm) }</p>
            }
        </div>
    }
}

/// Ways to the parts of a long view.
fn jumps(work: &Work, locked: bool, ask: &Callback<Intent>) -> Html {
    let parts = [
        ("try", simulasi::CHOOSE, !locked),
        ("sensitivity", simulasi::SENSITIVITY, true),
        ("survey", simulasi::SKM, !locked && is_offered(&work.rubric, &work.assessment.answers)),
        ("weights", simulasi::WEIGHTS, !locked && has_open_weights(work)),
    ];
    let mut links = Vec::new();
    for (id, name, _) in parts.into_iter().filter(|(_, _, shown)| *shown) {
        let go = ask.reform(move |event: MouseEvent| {
            event.prevent_default();
            Intent::Go(id.to_owned())
        });
        links.push(html! { <a class="place" href={format!("#{id}")} onclick={go}>{ name }</a> });
    }
    html! { <nav class="places screen" aria-label={simulasi::PARTS}>{ for links }</nav> }
}

/// One result: the loud line, its range drawn, and what can be said of it. `blank` says of the draft whether
/// there is none.
fn side(rubric: &Rubric, card: &Scorecard, firm: bool, blank: Option<bool>) -> Html {
    let live = blank.is_some().then_some("status");
    let title = if blank.is_some() { simulasi::THEN } else { simulasi::NOW };
    html! {
        <div class="outcome" role={live}>
            <h3>{ title }</h3>
            if blank == Some(true) {
                <p>{ simulasi::NOTHING_TRIED }{ " " }{ simulasi::HOW_TO_TRY }</p>
            } else {
                { reading(rubric, card, firm) }
            }
        </div>
    }
}

/// A result under its title, with what it rests on.
pub fn outcome(title: &str, rubric: &Rubric, card: &Scorecard, hint: &str) -> Html {
    html! {
        <div class="outcome">
            <h3>{ title.to_owned() }</h3>
            { reading(rubric, card, standing::is_firm(rubric, card)) }
            if !hint.is_empty() {
                <p class="hint">{ hint.to_owned() }</p>
            }
        </div>
    }
}

fn reading(rubric: &Rubric, card: &Scorecard, firm: bool) -> Html {
    let (loud, small) = simulasi::result(card.score, firm);
    html! {
        <>
            <p class="outcome-score">{ loud }</p>
            <p class="hint">{ small }</p>
            { whole(rubric, card.score, Drawn::Bare, None) }
            <p>{ for standing::marks(card).into_iter().map(zone_mark) }{ " " }{ standing::sentence(rubric, card) }</p>
        </>
    }
}

/// What taking over would change, and the two ways out.
fn changed(
    work: &Work,
    changes: &[Change<'_>],
    locked: bool,
    edit: &Callback<Edit>,
    dispatch: &Callback<Action>,
) -> Html {
    let Work { rubric, assessment, .. } = work;
    let none = Answer::default();
    let mut lines = Vec::new();
    for Change { indicator, to, points } in changes {
        let now = assessment.answer(&indicator.id).unwrap_or(&none);
        let then = Answer { choice: Some(*to), ..Answer::default() };
        let id = indicator.id.clone();
        let forget = edit.reform(move |_: MouseEvent| Edit::Simulate(id.clone(), AnswerEdit::Clear));
        lines.push(html! {
            <li key={&*indicator.id}>
                <div>
                    <p><strong>{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</strong></p>
                    <p class="hint">{ simulasi::FROM }{ said(rubric, indicator, now) }</p>
                    <p>{ simulasi::TO }{ said(rubric, indicator, &then) }</p>
                </div>
                <div>
                    <strong class="number">{ simulasi::moved(*points) }</strong>
                    if !locked {
                        <button class="button screen" data-kind="quiet" type="button" onclick={forget}>{ simulasi::FORGET }<span class="visually-hidden">{ " " }{ indicator.id.clone() }</span></button>
                    }
                </div>
            </li>
        });
    }
    let count = changes.len();
    let apply = {
        let (rubric, assessment) = (rubric.clone(), assessment.clone());
        end(edit, dispatch, Notice::Applied(count), move || {
            Edit::Several(simulation::edits(&rubric, &assessment))
        })
    };
    let drop = end(edit, dispatch, Notice::Dropped, || Edit::EndSimulation);
    html! {
        <section class="stack" data-gap="small">
            if count > 0 {
                <h2>{ simulasi::CHANGED }</h2>
                <ol class="ranking changes">{ for lines }</ol>
            }
            if count > 1 {
                <p class="hint">{ simulasi::ALONE }</p>
            }
            if !locked {
                <div class="actions screen">
                    if count > 0 {
                        <button class="button" data-kind="primary" type="button" onclick={apply}>{ simulasi::apply(count) }</button>
                    }
                    <button class="button" type="button" onclick={drop}>{ simulasi::DROP }</button>
                </div>
            }
        </section>
    }
}

/// Ends the draft by an edit, and says what that did.
fn end(
    edit: &Callback<Edit>,
    dispatch: &Callback<Action>,
    notice: Notice,
    by: impl Fn() -> Edit + 'static,
) -> Callback<MouseEvent> {
    let (edit, dispatch) = (edit.clone(), dispatch.clone());
    Callback::from(move |_: MouseEvent| {
        edit.emit(by());
        dispatch.emit(Action::Noticed(Some(notice.clone())));
    })
}

/// The choices, a fold a dimension.
fn choices(work: &Work, edit: &Callback<Edit>) -> Html {
    let Work { rubric, assessment, .. } = work;
    let edit = edit.reform(|edit: Edit| match edit {
        Edit::Answer(id, change) => Edit::Simulate(id, change),
        other => other,
    });
    let mut folds = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        let mut fields = Vec::new();
        let mut tried = 0;
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            tried += usize::from(is_tried(rubric, assessment, indicator));
            if let Some(scale) = rubric.scale_at(place, at) {
                fields.push(choice(rubric, assessment, indicator, scale, &edit));
            }
        }
        folds.push(html! {
            <details key={&*dimension.id}>
                <summary>{ dimension.name.clone() }<span class="code">{ simulasi::tried(tried) }</span></summary>
                <div class="tries">{ for fields }</div>
            </details>
        });
    }
    html! {
        <section class="stack screen" data-gap="small">
            <h2 id="try">{ simulasi::CHOOSE }</h2>
            { for folds }
        </section>
    }
}

/// One indicator: its levels in a list to choose from, or a box for its number.
fn choice(
    rubric: &Rc<Rubric>,
    assessment: &Assessment,
    indicator: &Indicator,
    scale: &Scale,
    edit: &Callback<Edit>,
) -> Html {
    let none = Answer::default();
    let drafted = assessment.simulation.answers.get(&indicator.id).map_or(&none, |answer| answer);
    let now = assessment.answer(&indicator.id).unwrap_or(&none);
    let label = format!("{} · {}", indicator.id, indicator.name);
    let id = format!("try-{}", indicator.id);
    if is_by_criteria(rubric, assessment, indicator) {
        return html! { <div class="field"><p>{ label }</p><p class="hint">{ simulasi::BY_CRITERIA }</p></div> };
    }
    let ScaleKind::Levels(levels) = &scale.kind else {
        let face = Face {
            rubric,
            indicator,
            scale,
            answer: drafted,
            samples: Vec::new(),
            mode: assessment.mode,
            today: None,
            locked: false,
            ask: &Callback::noop(),
            edit,
        };
        return html! {
            <div role="group" aria-labelledby={id.clone()}>
                <p id={id.clone()}><strong>{ label }</strong></p>
                <p class="hint">{ simulasi::NOW }{ ": " }{ said(rubric, indicator, now) }</p>
                { value::view(&face) }
            </div>
        };
    };
    let options = options(rubric, indicator, levels, simulasi::AS_NOW, drafted.choice);
    let own = indicator.id.clone();
    let onchange = chosen(&edit.reform(move |value: Text| Edit::Answer(own.clone(), read(&value))));
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <p class="hint" id={format!("{id}-now")}>{ simulasi::NOW }{ ": " }{ said(rubric, indicator, now) }</p>
            <select id={id.clone()} aria-describedby={format!("{id}-now")} {onchange}>{ for options }</select>
            if drafted.choice.is_some() {
                <p>{ simulasi::TO }{ said(rubric, indicator, drafted) }</p>
            }
        </div>
    }
}
