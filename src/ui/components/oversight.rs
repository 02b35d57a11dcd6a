//! What supervisors demand: its part of Tindak lanjut, and the line above the score.
//!
//! Invariant: it stands beside the score and never in it.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::action::Headway;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::oversight::{self, Kind, Oversight, OversightEdit, Part};
use crate::state::{Route, Work};
use crate::ui::components::actions::{
    ActionsProps, Entry, date_problem, entry, field_id, listed, picked, select,
};
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::tindak_lanjut as text;

/// The list.
pub fn products(props: &ActionsProps, order: &[usize], add: &Callback<MouseEvent>) -> Html {
    let list = &props.work.assessment.oversight;
    if list.is_empty() && props.locked {
        return Html::default();
    }
    let mut entries = Vec::new();
    for at in order {
        entries.extend(list.get(*at).map(|one| product(props, *at, one)));
    }
    html! {
        <section class="stack screen" data-gap="small">
            <h2>{ text::OVERSIGHT }</h2>
            <p class="hint">{ text::OVERSIGHT_LEAD }</p>
            { listed(entries) }
            if !props.locked {
                <div class="actions"><button class="button" type="button" onclick={add.clone()}>{ text::OVERSIGHT_ADD }</button></div>
            }
        </section>
    }
}

fn product(props: &ActionsProps, place: usize, one: &Oversight) -> Html {
    let on = |change: fn(Text) -> OversightEdit| {
        let id = one.id.clone();
        props.edit.reform(move |given: Text| Edit::Oversight(id.clone(), change(given)))
    };
    let id = |field: usize| field_id("product", place, field);
    let be = on(|given| OversightEdit::Be(picked(&Kind::ALL, &given)));
    let come = on(|given| OversightEdit::Come(picked(&Headway::ALL, &given)));
    let mut fields = vec![select(&id(0), text::OVERSIGHT_KIND, &text::KINDS, one.kind as usize, &be)];
    for (at, (part, label, hint)) in text::POINTS.into_iter().enumerate() {
        let value = match part {
            Part::Number => &one.number,
            Part::Date => &one.date,
            Part::Due => &one.due,
            Part::Note => &one.note,
        };
        let id_of = one.id.clone();
        let write = move |given| Edit::Oversight(id_of.clone(), OversightEdit::Write(part, given));
        let mut field = Field::new(id(at + 1), label, value, props.edit.reform(write)).guarded();
        if matches!(part, Part::Date | Part::Due) {
            field = field.hint(hint).problem(date_problem(value));
        }
        if part == Part::Note {
            field = field.long();
        }
        fields.push(field.view());
    }
    fields.push(select(&id(5), text::HEADWAY, &text::HEADWAYS, one.headway as usize, &come));
    let remove = {
        let id = one.id.clone();
        props.edit.reform(move |_: MouseEvent| Edit::Oversight(id.clone(), OversightEdit::Remove))
    };
    entry(&Entry {
        key: &one.id,
        title: title(one).into(),
        headway: one.headway,
        due: &one.due,
        left: one.days_left(props.today),
        code: "",
        more: "",
        blank: one.number.is_empty() && one.due.is_empty(),
        locked: props.locked,
        fields,
        remove,
        end: Html::default(),
    })
}

/// What a product is called: what it is, and its number.
pub fn title(one: &Oversight) -> String {
    let kind = text::KINDS.get(one.kind as usize).copied().unwrap_or_default();
    format!("{kind} {}", one.number).trim_end().to_owned()
}

/// How many products are open, and how many of them past their end.
pub fn counts(work: &Work, today: Option<Date>) -> (usize, usize) {
    let list = &work.assessment.oversight;
    (oversight::open(list), oversight::late(list, today))
}

/// The line above the score, while something is open.
pub fn above_score((open, late): (usize, usize)) -> Html {
    if open == 0 {
        return Html::default();
    }
    html! {
        <p class="remark oversight-open">{ text::open(open) }
            if late > 0 {
                <span class="tag" data-kind="late">{ text::late(late) }</span>
            }
            { " " }<a class="screen" href={Route::TindakLanjut.hash()}>{ text::OVERSIGHT_LINK }</a></p>
    }
}
