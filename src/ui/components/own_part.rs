//! Bagian saya: the indicators of one share, how far it is, and the way back.
//!
//! Invariant: no score, range, category or zone stands here: a share says nothing of the office.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::assessment::Sample;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::part::{Part, progress};
use crate::domain::proposal::meant_for_others;
use crate::domain::rubric::Indicator;
use crate::state::{Action, Work};
use crate::ui::components::card::Card;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi as words, common};

/// What [`own_part`] is given.
pub struct OwnPartProps<'a> {
    /// The share.
    pub work: &'a Work,
    /// Its samples, the same pointer while they stay the same.
    pub samples: &'a Rc<Vec<Sample>>,
    /// Whether it can only be read.
    pub locked: bool,
    /// The day documents are held against.
    pub today: Option<Date>,
    /// Told every change.
    pub edit: &'a Callback<Edit>,
    /// Told what happened.
    pub dispatch: &'a Callback<Action>,
    /// Asked for what needs effects.
    pub ask: &'a Callback<Intent>,
}

/// The view.
pub fn own_part(props: &OwnPartProps<'_>) -> Html {
    let work = props.work;
    let nobody = Part::default();
    let part = work.assessment.share().unwrap_or(&nobody);
    let filled = progress(&work.rubric, &work.assessment, part);
    let undo = props.dispatch.reform(|_: MouseEvent| Action::Undone);
    // Never `disabled`: a button that is loses the focus with the last undo.
    let idle = (work.undoable() == 0 || props.locked).then_some("true");
    let mut groups = Vec::new();
    for (place, dimension) in work.rubric.dimensions.iter().enumerate() {
        let mut cards = Vec::new();
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            if part.indicators.contains(&indicator.id) {
                cards.push(card(props, (place, at), indicator));
            }
        }
        if !cards.is_empty() {
            groups.push(html! {
                <section class="stack" key={&*dimension.id}>
                    <h2 tabindex="-1">{ dimension.name.clone() }</h2>
                    { for cards }
                </section>
            });
        }
    }
    let none = groups.is_empty();
    html! {
        <div class="stack own-part">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title"><span class="caption">{ words::share(&part.by) }</span>{ words::OWN }</h1>
                <p class="lead" id="own-progress">{ words::filled(filled) }</p>
                <progress max={filled.total.to_string()} value={filled.answered.to_string()} aria-labelledby="own-progress"></progress>
                <p class="notice" data-kind="info">{ words::NO_SCORE }</p>
                <p class="measure">{ if none { words::NO_INDICATORS } else { words::OWN_LEAD } }</p>
            </div>
            <div class="actions">
                { ways_back(props.ask) }
                <button class="button" data-kind="quiet" type="button" onclick={undo} aria-disabled={idle}>{ common::UNDO }</button>
            </div>
            { for groups }
            if !none {
                <div class="actions">{ ways_back(props.ask) }</div>
            }
        </div>
    }
}

/// Hands the share on, or to the browser.
fn ways_back(ask: &Callback<Intent>) -> Html {
    html! {
        <>
            <button class="button" data-kind="primary" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Send)}>{ words::SEND_BACK }</button>
            <button class="button" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Download)}>{ words::SAVE_BACK }</button>
        </>
    }
}

fn card(props: &OwnPartProps<'_>, (dimension, at): (usize, usize), indicator: &Indicator) -> Html {
    let Work { rubric, assessment, .. } = props.work;
    html! {
        <div class="card-place" key={&*indicator.id}>
            <Card rubric={rubric.clone()} {dimension} indicator={at}
                answer={assessment.answers.get(&indicator.id).cloned()} samples={props.samples.clone()}
                mode={assessment.mode} locked={props.locked} today={props.today} edit={props.edit.clone()} ask={props.ask.clone()}
                verdict={AttrValue::default()} too_high={None::<crate::domain::Text>} for_others={meant_for_others(indicator, &assessment.unit.kind)} />
        </div>
    }
}
