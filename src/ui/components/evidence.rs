//! Documents asked for, and how far each is ready.
//!
//! Invariant: a document is never uploaded; only what is known of it is noted, its fingerprint at the most.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Evidence, EvidenceState};
use crate::domain::date::Date;
use crate::domain::edit::{AnswerEdit, EvidenceField};
use crate::ui::components::card::Face;
use crate::ui::components::field::Field;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bukti, common, pengisian};

const STATES: [EvidenceState; 4] =
    [EvidenceState::None, EvidenceState::Prepared, EvidenceState::Mismatch, EvidenceState::Good];

/// The checklist above the levels.
pub fn view(face: &Face) -> Html {
    if face.indicator.evidence.is_empty() {
        return Html::default();
    }
    let id = format!("{}-evidence", face.indicator.id);
    let (ready, asked) = face.answer.evidence_ready(face.indicator, face.today);
    html! {
        <div class="evidence">
            <p class="evidence-title" id={id.clone()}>{ pengisian::evidence(ready, asked) }</p>
            <ul class="plain" aria-labelledby={id}>
                { for face.indicator.evidence.iter().enumerate().map(|(at, asked)| item(face, at, asked)) }
            </ul>
        </div>
    }
}

fn item(face: &Face, at: usize, asked: &Text) -> Html {
    let id = format!("{}-evidence-{at}", face.indicator.id);
    let blank = Evidence::default();
    let held = face.answer.evidence.iter().find(|evidence| evidence.asked == *asked).unwrap_or(&blank);
    let state = held.state;
    let lapsed = bukti::lapsed(held.is_expired(face.today), held.is_undated());
    let expired = state != EvidenceState::None && !lapsed.is_empty();
    let change = {
        let asked = asked.clone();
        face.on(move |event: Event| {
            let select: Option<HtmlSelectElement> = event.target_dyn_into();
            let chosen = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            let state = chosen.and_then(|at| STATES.get(at)).copied().unwrap_or_default();
            AnswerEdit::Ready(asked.clone(), state)
        })
    };
    html! {
        <li class="evidence-item" data-state={if expired { "expired" } else { word(state) }} key={at}>
            <label for={id.clone()}>
                { asked.clone() }
                if expired {
                    { " " }<span class="tag" data-kind="expired">{ lapsed }</span>
                }
            </label>
            <select id={id.clone()} onchange={change}>
                { for STATES.into_iter().map(|choice| html! {
                    <option key={word(choice)} value={word(choice)} selected={choice == state}>{ common::evidence_state(choice) }</option>
                }) }
            </select>
            if state != EvidenceState::None {
                { details(face, &id, asked, held) }
            }
        </li>
    }
}

const fn word(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::None => "missing",
        EvidenceState::Prepared => "preparing",
        EvidenceState::Mismatch => "unfit",
        EvidenceState::Good => "fits",
    }
}

fn details(face: &Face, id: &str, asked: &Text, held: &Evidence) -> Html {
    let field = |name: &str, label: &'static str, which: EvidenceField, value: &Text| {
        let asked = asked.clone();
        let onedit = face.on(move |text| AnswerEdit::Describe(asked.clone(), which, text));
        Field::new(format!("{id}-{name}"), label, value, onedit).guarded()
    };
    let day = |field: Field, value: &Text| {
        let unread = !value.trim().is_empty() && Date::read(value).is_none();
        field.hint(bukti::DATE_HINT).problem(unread.then_some(bukti::DATE_PROBLEM.into())).view()
    };
    let ahead = held.is_ahead(face.today).then_some(bukti::DATE_AHEAD);
    let over = held.ends_before_date().then_some(bukti::UNTIL_BEFORE_DATE);
    html! {
        <details class="evidence-details">
            <summary>{ pengisian::ABOUT_DOCUMENT }<span class="visually-hidden">{ ": " }{ asked.clone() }</span></summary>
            <div class="stack" data-gap="small">
                { field("title", pengisian::DOCUMENT_TITLE, EvidenceField::Title, &held.title).view() }
                { field("where", pengisian::DOCUMENT_WHERE, EvidenceField::Where, &held.where_kept).view() }
                { day(field("date", pengisian::DOCUMENT_DATE, EvidenceField::Date, &held.date).remark(ahead), &held.date) }
                { day(field("until", pengisian::DOCUMENT_UNTIL, EvidenceField::ValidUntil, &held.valid_until).remark(over), &held.valid_until) }
                { fingerprint(face, id, asked, held) }
            </div>
        </details>
    }
}

/// The fingerprint of the office's own file: made here, forgotten here.
fn fingerprint(face: &Face, id: &str, asked: &Text, held: &Evidence) -> Html {
    let id = format!("{id}-file");
    let take = {
        let (ask, indicator, asked) = (face.ask.clone(), face.indicator.id.clone(), asked.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                ask.emit(Intent::Fingerprint(indicator.clone(), asked.clone(), file));
            }
            input.set_value("");
        })
    };
    let forget = {
        let asked = asked.clone();
        face.on(move |_: MouseEvent| {
            AnswerEdit::Describe(asked.clone(), EvidenceField::Sha256, Text::default())
        })
    };
    html! {
        <div class="stack fingerprint" data-gap="small">
            <p>{ bukti::FINGERPRINT }</p>
            <p class="hint">{ bukti::FINGERPRINT_HINT }</p>
            if !held.sha256.is_empty() {
                <p class="code">{ held.sha256.clone() }</p>
            }
            if held.is_of_nothing() {
                <p class="remark">{ bukti::EMPTY_FILE }</p>
            }
            <div class="actions">
                <span class="file">
                    <input class="visually-hidden" type="file" id={id.clone()} onchange={take} />
                    <label class="button" for={id}>{ bukti::FINGERPRINT_TAKE }<span class="visually-hidden">{ ": " }{ asked.clone() }</span></label>
                </span>
                if !held.sha256.is_empty() {
                    <button class="button" data-kind="quiet" type="button" onclick={forget}>{ bukti::FINGERPRINT_FORGET }</button>
                }
            </div>
        </div>
    }
}
