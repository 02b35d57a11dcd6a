//! What was agreed to be done, and what supervisors demand: a list to edit in place, and its sheet on paper.
//!
//! Invariant: nothing is changed here but by an edit; the order is that of the ends when something last came or
//! went, so that nothing moves away under the hand that writes in it.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::action::{self, FollowUp, FollowUpEdit, Headway, Part, Source};
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::oversight;
use crate::domain::rubric::Rubric;
use crate::state::{Action, Route, Work};
use crate::ui::components::asides::Fold;
use crate::ui::components::field::Field;
use crate::ui::components::oversight::products;
use crate::ui::components::planned::planned;
use crate::ui::components::{plan, sheet};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, tindak_lanjut as text};

/// What [`ActionsView`] is given.
#[derive(Properties, PartialEq)]
pub struct ActionsProps {
    /// What is worked on.
    pub work: Work,
    /// The day it is.
    pub today: Option<Date>,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Told of changes to the assessment.
    pub edit: Callback<Edit>,
    /// Told what happened.
    pub dispatch: Callback<Action>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view.
#[component]
pub fn ActionsView(props: &ActionsProps) -> Html {
    let told = use_state(String::new);
    let awaited = use_mut_ref(String::new);
    let assessment = &props.work.assessment;
    let ids = (action::ids(&assessment.actions), oversight::ids(&assessment.oversight));
    let order =
        use_memo(ids, |_| (action::by_due(&assessment.actions), oversight::by_due(&assessment.oversight)));
    {
        let (awaited, ask) = (awaited.clone(), props.ask.clone());
        use_effect(move || {
            let id = std::mem::take(&mut *awaited.borrow_mut());
            if !id.is_empty() {
                ask.emit(Intent::Go(id));
            }
        });
    }
    // What is added is written in next: its first field gets the focus once it is there.
    let add = |edit: Edit, id: String| {
        let (awaited, told, then) = (awaited.clone(), told.clone(), props.edit.clone());
        Callback::from(move |_: MouseEvent| {
            awaited.replace(id.clone());
            told.set(String::new());
            then.emit(edit.clone());
        })
    };
    let take = {
        let (work, edit, told) = (props.work.clone(), props.edit.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            let steps = planned(&work);
            let none = steps.is_empty();
            let new = action::missing(&work.assessment.actions, steps);
            told.set(match new.len() {
                _ if none => text::EMPTY_PLAN.to_owned(),
                0 => text::ALL_TAKEN.to_owned(),
                count => text::taken(count),
            });
            if !new.is_empty() {
                edit.emit(Edit::AddFollowUps(new));
            }
        })
    };
    let idle = (props.work.undoable() == 0 || props.locked).then_some("true");
    let practice = assessment.practice;
    let add_follow_up =
        add(Edit::AddFollowUps(vec![FollowUp::default()]), field_id("todo", assessment.actions.len(), 0));
    let add_product = add(Edit::AddOversight, field_id("product", assessment.oversight.len(), 0));
    let mut entries = Vec::new();
    for at in &order.0 {
        entries.extend(assessment.actions.get(*at).map(|one| follow_up(props, *at, one)));
    }
    html! {
        <div class="stack sheet" data-gap="large" data-kind={practice.then_some("practice")}>
            <div class="stack" data-gap="small">
                { sheet::title(&props.work, common::TINDAK_LANJUT) }
                <p class="lead screen">{ text::LEAD }</p>
            </div>
            <div class="actions">
                if !props.locked {
                    <button class="button" data-kind="primary" type="button" onclick={add_follow_up}>{ text::ADD }</button>
                    <button class="button" type="button" onclick={take}>{ text::TAKE }</button>
                    <button class="button" type="button" onclick={props.dispatch.reform(|_: MouseEvent| Action::Undone)} aria-disabled={idle}>{ common::UNDO }</button>
                }
                if !practice {
                    <a class="button" href={Route::Lembar("rencana".into()).hash()}>{ text::PRINT }</a>
                }
            </div>
            <p class="screen" role="status">{ (*told).clone() }</p>
            <section class="stack screen" data-gap="small" aria-labelledby="view-title">
                if assessment.actions.is_empty() {
                    <p>{ text::NONE }</p>
                }
                { listed(entries) }
            </section>
            { products(props, &order.1, &add_product) }
        </div>
    }
}

/// The id of a field: what it belongs to, the place of that on its list, and its own.
pub fn field_id(kind: &str, place: usize, field: usize) -> String {
    format!("{kind}-{place}-{field}")
}

fn follow_up(props: &ActionsProps, place: usize, one: &FollowUp) -> Html {
    let on = |change: fn(Text) -> FollowUpEdit| {
        let id = one.id.clone();
        props.edit.reform(move |given: Text| Edit::FollowUp(id.clone(), change(given)))
    };
    let rubric = &props.work.rubric;
    let id = |field: usize| field_id("todo", place, field);
    let write = |part: Part| {
        let id = one.id.clone();
        props.edit.reform(move |given| Edit::FollowUp(id.clone(), FollowUpEdit::Write(part, given)))
    };
    let mut fields = Vec::new();
    for (at, (part, label, hint)) in text::FIELDS.into_iter().enumerate() {
        let value = one.text(part);
        let problem = match part {
            Part::Due => date_problem(value),
            Part::Indicator if !value.is_empty() && rubric.indicator(value).is_none() => {
                Some(text::INDICATOR_PROBLEM.into())
            }
            _ => None,
        };
        let mut field = Field::new(id(at), label, value, write(part)).problem(problem).guarded();
        if !hint.is_empty() {
            field = field.hint(hint);
        }
        if matches!(part, Part::Finding | Part::Action | Part::Output | Part::Evidence) {
            field = field.long();
        }
        fields.push(field.view());
    }
    let from = on(|given| FollowUpEdit::From(picked(&Source::ALL, &given)));
    fields.push(select(&id(7), text::SOURCE, &text::SOURCES, one.source as usize, &from));
    let come = on(|given| FollowUpEdit::Come(picked(&Headway::ALL, &given)));
    fields.push(select(&id(8), text::HEADWAY, &text::HEADWAYS, one.headway as usize, &come));
    if one.headway == Headway::Barred {
        let missing = one.reason.trim().is_empty().then_some(text::REASON_MISSING.into());
        let reason = Field::new(id(9), text::REASON, &one.reason, write(Part::Reason));
        fields.push(reason.long().guarded().problem(missing).view());
    }
    let remove = {
        let id = one.id.clone();
        props.edit.reform(move |_: MouseEvent| Edit::FollowUp(id.clone(), FollowUpEdit::Remove))
    };
    entry(&Entry {
        key: &one.id,
        title: title(one),
        headway: one.headway,
        due: &one.due,
        left: one.days_left(props.today),
        code: &one.indicator,
        more: &one.responsible,
        blank: one.action.is_empty() && one.finding.is_empty(),
        locked: props.locked,
        fields,
        remove,
        end: raise(rubric, one),
    })
}

/// What a follow-up is called.
pub fn title(one: &FollowUp) -> Text {
    let texts = [&one.action, &one.finding];
    texts.into_iter().find(|text| !text.trim().is_empty()).map_or_else(|| text::UNNAMED.into(), Text::clone)
}

/// What one entry of a list is drawn from.
pub struct Entry<'a> {
    /// Its id.
    pub key: &'a str,
    /// What it is called.
    pub title: Text,
    /// How far it has come.
    pub headway: Headway,
    /// Until when, as typed.
    pub due: &'a str,
    /// How many days that is off, where it matters.
    pub left: Option<i64>,
    /// The indicator it is about; may be empty.
    pub code: &'a str,
    /// What else stands on its line.
    pub more: &'a str,
    /// Whether it is to be open from the start.
    pub blank: bool,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Its fields.
    pub fields: Vec<Html>,
    /// Takes it off the list.
    pub remove: Callback<MouseEvent>,
    /// What stands beneath.
    pub end: Html,
}

/// A list in an element of its own, without which its items would not be told apart by their keys.
pub fn listed(entries: Vec<Html>) -> Html {
    html! { <div class="stack" data-gap="small">{ for entries }</div> }
}

/// One line of a list, with its fields folded into it.
pub fn entry(entry: &Entry<'_>) -> Html {
    let status = text::HEADWAYS.get(entry.headway as usize).copied().unwrap_or_default();
    let late = entry.left.is_some_and(|days| days < 0);
    let summary = html! {
        <>
            <span class="entry-title">{ entry.title.clone() }</span>
            <span class="entry-facts">
                if !entry.code.is_empty() {
                    <span class="code">{ entry.code.to_owned() }</span>{ " " }
                }
                <span class="tag">{ status }</span>
                if !entry.due.is_empty() {
                    { " " }<span>{ entry.due.to_owned() }</span>
                }
                if let Some(days) = entry.left {
                    { " " }<span class="tag" data-kind={late.then_some("late")}>{ text::left(days) }</span>
                }
                if !entry.more.is_empty() {
                    { " " }<span>{ entry.more.to_owned() }</span>
                }
            </span>
        </>
    };
    html! {
        <article class="panel entry" key={entry.key} data-state={late.then_some("late")}>
            <Fold open={entry.blank} {summary}>
                <fieldset disabled={entry.locked}>
                    <legend class="visually-hidden">{ entry.title.clone() }</legend>
                    <div class="entry-fields">{ for entry.fields.iter().cloned() }</div>
                    if !entry.locked {
                        <button class="button" data-kind="quiet" type="button" onclick={entry.remove.clone()}>
                            { text::REMOVE }<span class="visually-hidden">{ " " }{ entry.title.clone() }</span>
                        </button>
                    }
                </fieldset>
            </Fold>
            { entry.end.clone() }
        </article>
    }
}

/// The offer to look at the answer again, once what was to be done about it is done.
fn raise(rubric: &Rubric, one: &FollowUp) -> Html {
    let found = rubric.indicator(&one.indicator).filter(|_| one.headway == Headway::Done);
    let Some((place, indicator)) = found else { return Html::default() };
    let dimension = rubric.dimensions.get(place).map(|d| d.id.clone()).unwrap_or_default();
    let href = Route::Pengisian(dimension, indicator.id.clone()).hash();
    html! {
        <div class="suggestion">
            <p>{ text::RAISE }</p>
            <a class="button" {href}>{ text::to_card(&indicator.id) }</a>
        </div>
    }
}

/// What is wrong with a day, if anything.
pub fn date_problem(typed: &str) -> Option<AttrValue> {
    let wrong = !typed.trim().is_empty() && Date::read(typed).is_none();
    wrong.then_some(text::DATE_PROBLEM.into())
}

/// A choice of one word.
pub fn select(
    id: &str,
    label: &'static str,
    words: &[&'static str],
    at: usize,
    onedit: &Callback<Text>,
) -> Html {
    let mut options = Vec::new();
    for (place, word) in words.iter().enumerate() {
        options.push((Text::from(place.to_string()), AttrValue::Static(word)));
    }
    plan::select(id, label, options, &at.to_string(), onedit)
}

/// What was chosen there.
pub fn picked<T: Copy + Default>(all: &[T], given: &str) -> T {
    given.parse().ok().and_then(|at: usize| all.get(at)).copied().unwrap_or_default()
}
