//! The steps of a plan, what stands in its way, and what can be set for each indicator.
//!
//! Invariant: indicators that others decide are never listed among what can be set.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Assessment, Evidence};
use crate::domain::edit::Edit;
use crate::domain::number::Decimal;
use crate::domain::order::places;
use crate::domain::plan::{Change, Plan};
use crate::domain::proposal::too_high;
use crate::domain::rubric::{Dimension, Indicator, Scale, ScaleKind};
use crate::domain::wanted::{Wanted, WantedEdit, effort};
use crate::format::wording::seen;
use crate::state::{Route, Work};
use crate::ui::components::field::Field;
use crate::ui::components::plan::select;
use crate::ui::components::sheet::level;
use crate::ui::markup::html;
use crate::ui::text::{common, number, perbaikan};

/// How many blocks are named.
const MOST: usize = 8;

fn at(work: &Work, place: (usize, usize)) -> Option<(&Dimension, &Indicator)> {
    let dimension = work.rubric.dimensions.get(place.0)?;
    Some((dimension, dimension.indicators.get(place.1)?))
}

/// The way to the card of an indicator.
fn link(dimension: &Dimension, indicator: &Indicator) -> Html {
    let href = Route::Pengisian(dimension.id.clone(), indicator.id.clone()).hash();
    html! { <a {href}>{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</a> }
}

/// The steps, the lightest first.
pub fn steps(work: &Work, wanted: &Wanted, plan: &Plan, locked: bool, edit: &Callback<Edit>) -> Html {
    let changes = &plan.changes;
    let after = plan.applied(&work.rubric, &work.assessment);
    let effort = |at: usize| changes.get(at).map_or(0, |change| change.rise.effort);
    let mut lines = Vec::new();
    for place in places(changes.len(), &|one, other| effort(one).cmp(&effort(other))) {
        lines.extend(changes.get(place).and_then(|change| step(work, wanted, change, &after, locked, edit)));
    }
    html! {
        <>
            if changes.len() > 1 {
                <p class="hint">{ perbaikan::POINTS_ADD_UP }</p>
            }
            <ol class="plain steps">{ for lines }</ol>
        </>
    }
}

fn step(
    work: &Work,
    wanted: &Wanted,
    change: &Change,
    after: &Assessment,
    locked: bool,
    edit: &Callback<Edit>,
) -> Option<Html> {
    let (dimension, indicator) = at(work, change.place)?;
    let gain = if indicator.step.gain.is_empty() { &indicator.why } else { &indicator.step.gain };
    let id = indicator.id.clone();
    let lock = edit.reform(move |_: MouseEvent| Edit::Wanted(WantedEdit::Lock(id.clone(), true)));
    Some(html! {
        <li class="panel stack" data-gap="small" key={&*indicator.id}>
            <h3>{ link(dimension, indicator) }</h3>
            <p>{ gain.clone() }</p>
            { reached(work, indicator, change) }
            { evidence(work, indicator) }
            if change.was_blank {
                <p class="hint">{ perbaikan::WAS_BLANK }</p>
            }
            if indicator.step.paper_only {
                <p class="remark">{ perbaikan::PAPER }</p>
            }
            if let Some(other) = too_high(&work.rubric, indicator, after) {
                <p class="remark">{ perbaikan::passes(other) }</p>
            }
            <p class="tags">
                <span class="tag">{ perbaikan::points(change.points, wanted.aim) }</span>{ " " }
                if indicator.step.kind.is_some() {
                    <span class="tag">{ perbaikan::kind(indicator.step.kind) }</span>{ " " }
                }
                <span class="tag">{ perbaikan::efforts(change.rise.effort, wanted.effort_of(indicator)) }</span>
                if !locked {
                    { " " }<button class="button screen" data-kind="quiet" type="button" onclick={lock}>{ perbaikan::LOCK_STEP }<span class="visually-hidden">{ " " }{ indicator.id.clone() }</span></button>
                }
            </p>
        </li>
    })
}

/// What is true once the step is taken: the level in the instrument's words, or what is met by then.
fn reached(work: &Work, indicator: &Indicator, change: &Change) -> Html {
    let mut lines = Vec::new();
    let mut of_criteria = false;
    for piece in &change.rise.pieces {
        let text = if let Some(criterion) = indicator.criteria.iter().find(|own| own.id == piece.id) {
            of_criteria = true;
            let partly = if piece.to < Decimal::whole(100) { perbaikan::PARTLY } else { "" };
            format!("{}{partly}", criterion.text)
        } else {
            let sample = work.assessment.samples.iter().find(|sample| sample.id == piece.id);
            let name = sample.map(|sample| seen(&sample.name)).unwrap_or_default();
            format!("{name}: {}", level(&work.rubric, indicator, piece.to))
        };
        lines.push(html! { <li>{ text }</li> });
    }
    if of_criteria {
        return html! { <div><p>{ perbaikan::CRITERIA }</p><ul>{ for lines }</ul></div> };
    }
    html! {
        <div>
            <p><strong>{ perbaikan::TO_REACH }</strong>{ level(&work.rubric, indicator, change.rise.to) }</p>
            if !lines.is_empty() {
                <ul>{ for lines }</ul>
            }
        </div>
    }
}

/// The documents asked for, each with how far it is ready.
fn evidence(work: &Work, indicator: &Indicator) -> Html {
    if indicator.evidence.is_empty() {
        return Html::default();
    }
    let none = Evidence::default();
    let answer = work.assessment.answer(&indicator.id);
    let mut lines = Vec::new();
    for asked in &indicator.evidence {
        let held = answer.and_then(|answer| answer.evidence.iter().find(|own| own.asked == *asked));
        let state = common::evidence_state(held.unwrap_or(&none).state);
        lines.push(html! { <li>{ asked.clone() }{ " " }<span class="code">{ state }</span></li> });
    }
    html! { <div><p>{ perbaikan::EVIDENCE }</p><ul>{ for lines }</ul></div> }
}

/// What stands in the way, the weightiest first.
pub fn blocks(work: &Work, plan: &Plan) -> Html {
    let mut lines = Vec::new();
    for block in plan.blocks.iter().take(MOST) {
        let Some((dimension, indicator)) = at(work, block.place) else { continue };
        lines.push(html! {
            <li>
                <span>{ link(dimension, indicator) }{ ": " }{ perbaikan::why(block.why) }</span>{ " " }
                <strong class="number">{ perbaikan::worth(block.worth) }</strong>
            </li>
        });
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! { <div><h3>{ perbaikan::BLOCKS }</h3><ol class="ranking">{ for lines }</ol></div> }
}

/// What is locked this year, each with the way to unlock it.
pub fn locks(work: &Work, wanted: &Wanted, locked: bool, edit: &Callback<Edit>) -> Html {
    let mut lines = Vec::new();
    for (place, indicator) in work.rubric.indicators().filter(|(_, own)| wanted.locked.contains(&own.id)) {
        let Some(dimension) = work.rubric.dimensions.get(place) else { continue };
        let id = indicator.id.clone();
        let unlock = edit.reform(move |_: MouseEvent| Edit::Wanted(WantedEdit::Lock(id.clone(), false)));
        lines.push(html! {
            <li key={&*indicator.id}>
                { link(dimension, indicator) }
                if !locked {
                    { " " }<button class="button screen" data-kind="quiet" type="button" onclick={unlock}>{ perbaikan::UNLOCK }<span class="visually-hidden">{ " " }{ indicator.id.clone() }</span></button>
                }
            </li>
        });
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! { <div><h3>{ perbaikan::LOCKED }</h3><ul class="plain">{ for lines }</ul></div> }
}

/// What can be set for each indicator, folded by dimension.
pub fn settings(work: &Work, wanted: &Wanted, locked: bool, edit: &Callback<Edit>) -> Html {
    let mut folds = Vec::new();
    for (place, dimension) in work.rubric.dimensions.iter().enumerate() {
        let mut rows = Vec::new();
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, own)| own.is_in_hand()) {
            let scale = work.rubric.scale_at(place, at).filter(|scale| !scale.is_continuous());
            rows.extend(scale.map(|scale| setting(wanted, indicator, scale, edit)));
        }
        if !rows.is_empty() {
            folds.push(html! {
                <details key={&*dimension.id}>
                    <summary>{ dimension.name.clone() }</summary>
                    { for rows }
                </details>
            });
        }
    }
    html! {
        <section class="stack screen" data-gap="small">
            <h2>{ perbaikan::SETTINGS }</h2>
            <p class="hint">{ perbaikan::SETTINGS_HINT }</p>
            <fieldset disabled={locked} aria-label={perbaikan::SETTINGS}>{ for folds }</fieldset>
        </section>
    }
}

fn setting(wanted: &Wanted, indicator: &Indicator, scale: &Scale, edit: &Callback<Edit>) -> Html {
    let id = &indicator.id;
    let name = format!("plan-{id}");
    let locked = wanted.locked.contains(id);
    let on = |change: fn(Text, Text) -> WantedEdit| {
        let id = id.clone();
        edit.reform(move |text| Edit::Wanted(change(id.clone(), text)))
    };
    let lock = {
        let id = id.clone();
        edit.reform(move |_: Event| Edit::Wanted(WantedEdit::Lock(id.clone(), !locked)))
    };
    let mut ceilings = vec![(Text::default(), AttrValue::Static(perbaikan::CEILING_NONE))];
    if let ScaleKind::Levels(levels) = &scale.kind {
        for level in levels {
            let words =
                if level.code.is_empty() { number::decimal(level.value) } else { level.code.to_string() };
            ceilings.push((level.value.to_string().into(), words.into()));
        }
    }
    let ceiling = wanted.ceilings.get(id).map(ToString::to_string).unwrap_or_default();
    let typed = wanted.efforts.get(id).cloned().unwrap_or_default();
    let read = effort(&typed);
    let problem =
        (!typed.is_empty() && read.is_none()).then_some(AttrValue::Static(perbaikan::EFFORT_PROBLEM));
    let counts = u32::from(read.unwrap_or_else(|| indicator.step_effort()));
    let lock_id = format!("{name}-lock");
    html! {
        <div class="setting" role="group" aria-labelledby={name.clone()} key={&**id}>
            <p id={name.clone()}>{ id.clone() }{ " · " }{ indicator.name.clone() }</p>
            <div class="check">
                <input type="checkbox" id={lock_id.clone()} checked={locked} onchange={lock} />
                <label for={lock_id}>{ perbaikan::LOCK }</label>
            </div>
            { select(&format!("{name}-ceiling"), perbaikan::CEILING, ceilings, &ceiling, &on(|id, text| {
                WantedEdit::Ceiling(id, Decimal::parse(&text).ok())
            })) }
            { Field::new(format!("{name}-effort"), perbaikan::EFFORT, &typed, on(WantedEdit::Effort))
                .problem(problem).digits("numeric", Some(perbaikan::effort(counts).into())).view() }
        </div>
    }
}
