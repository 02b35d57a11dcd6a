//! What stands folded away beneath a card: note, reason for asking, question to a companion.
//!
//! Invariant: nothing here is needed to answer; all of it is printed where it holds words.

use yew::prelude::*;

use crate::domain::edit::{AnswerEdit, Field as AnswerField};
use crate::domain::rubric::{Assessed, Indicator};
use crate::state::Route;
use crate::ui::components::card::Face;
use crate::ui::components::walk;
use crate::ui::markup::html;
use crate::ui::text::{common, pengisian};

/// The three folds.
pub fn view(face: &Face) -> Html {
    let (indicator, answer) = (face.indicator, face.answer);
    let id = &indicator.id;
    let for_id = html! { <span class="visually-hidden">{ " " }{ id }</span> };
    let for_card = for_id.clone();
    let ask = answer.ask;
    let ask_id = format!("{id}-ask");
    html! {
        <fieldset class="asides" disabled={face.locked}>
            <Fold open={!answer.note.is_empty() || !answer.by.is_empty()} summary={html! { <>{ pengisian::NOTE }{ for_id.clone() }</> }}>
                <div class="stack" data-gap="small">
                    { face.text("note", pengisian::NOTE_LABEL, &answer.note, AnswerField::Note).long().view() }
                    { face.text("by", pengisian::BY, &answer.by, AnswerField::By).view() }
                </div>
            </Fold>
            <details>
                <summary>{ pengisian::WHY }{ for_id.clone() }</summary>
                <div class="stack" data-gap="small">
                    <p>{ indicator.why.clone() }</p>
                    if !indicator.note.is_empty() {
                        <p>{ indicator.note.clone() }</p>
                    }
                </div>
            </details>
            <Fold open={ask} summary={html! { <>{ pengisian::ASK }{ for_id }</> }}>
                <div class="check">
                    <input type="checkbox" id={ask_id.clone()} checked={ask}
                        onchange={face.on(move |_: Event| AnswerEdit::Ask(!ask))} />
                    <label for={ask_id}>{ pengisian::ASK_LABEL }<span class="hint">{ " · " }{ pengisian::ASK_HINT }</span></label>
                </div>
            </Fold>
            if let Some((route, name)) = way(indicator) {
                <a class="way" href={route.hash()}>{ name }{ for_card }</a>
            }
        </fieldset>
    }
}

/// Another way to the answer than reading: asking or looking.
fn way(indicator: &Indicator) -> Option<(Route, &'static str)> {
    if indicator.assessed == Assessed::Interview {
        return Some((Route::Wawancara(indicator.id.clone()), common::WAWANCARA));
    }
    walk::place_of(indicator).map(|place| (Route::Keliling(place.into()), common::KELILING))
}

/// What [`Fold`] is given.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// Whether it is open when it first appears.
    pub open: bool,
    /// What it is opened by.
    pub summary: Html,
    /// What is in it.
    pub children: Html,
}

/// A fold that is open when it first appears with something in it, and never closes by itself afterwards.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = use_state(|| props.open);
    html! {
        <details open={*open}>
            <summary>{ props.summary.clone() }</summary>
            { props.children.clone() }
        </details>
    }
}
