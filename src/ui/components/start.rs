//! Mulai: who is assessed, before the first question.
//!
//! Invariant: nothing but the year is checked, and nothing at all is required. It is no form of HTML, which
//! some frames forbid to submit: a button and the Enter key do the same everywhere.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Unit;
use crate::domain::rubric::{Rubric, RubricStatus};
use crate::state::{Mode, Route};
use crate::ui::components::field::{Field, chosen};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home};

/// What [`Start`] is given.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The year to propose.
    pub year: u16,
    /// What the page is used for.
    pub mode: Mode,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// What was given so far.
#[derive(Clone, Default, PartialEq)]
struct Given {
    unit: Unit,
    year: Text,
    /// Whether it was to be begun already: then a year that is none is named.
    tried: bool,
}

/// The form before the first question.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let rubric = &props.rubric;
    let proposed = props.year.clamp(rubric.year_from, rubric.year_to.unwrap_or(u16::MAX));
    let given = use_state(|| Given { year: proposed.to_string().into(), ..Given::default() });
    let Given { unit, year, tried } = &*given;
    let read = read_year(year);
    let outside = read
        .ok()
        .flatten()
        .is_some_and(|year| year < rubric.year_from || rubric.year_to.is_some_and(|to| year > to));
    let problem = (*tried && read.is_err()).then_some(AttrValue::Static(home::YEAR_PROBLEM));
    let begin = {
        let (given, ask, id) = (given.clone(), props.ask.clone(), rubric.id.clone());
        Callback::from(move |()| {
            if let Ok(year) = read {
                ask.emit(Intent::Begin(id.clone(), given.unit.clone(), year));
            } else {
                given.set(Given { tried: true, ..(*given).clone() });
                ask.emit(Intent::Go("unit-year".to_owned()));
            }
        })
    };
    let on_enter = {
        let begin = begin.clone();
        Callback::from(move |event: KeyboardEvent| {
            let in_field = event.target_dyn_into::<HtmlInputElement>().is_some();
            if in_field && event.key() == "Enter" {
                begin.emit(());
            }
        })
    };
    let set = |change: fn(&mut Given, Text)| {
        let given = given.clone();
        Callback::from(move |text: Text| {
            let mut next = (*given).clone();
            change(&mut next, text);
            given.set(next);
        })
    };
    let kind = chosen(&set(|given, text| given.unit.kind = text));
    if props.mode == Mode::Practice {
        return practice(rubric, begin.reform(|_: MouseEvent| ()));
    }
    html! {
        <div class="stack measure" onkeydown={on_enter}>
            <h1 tabindex="-1" id="view-title"><span class="caption">{ rubric.short_name.clone() }</span>{ home::UNIT_TITLE }</h1>
            if rubric.status != RubricStatus::Current {
                <p class="notice" data-kind="info">{ rubric.use_note.clone() }</p>
            }
            { Field::new("unit-name".to_owned(), home::UNIT_NAME, &unit.name, set(|given, text| given.unit.name = text)).hint(home::UNIT_NAME_HINT).view() }
            { Field::new("unit-pemda".to_owned(), home::UNIT_PEMDA, &unit.pemda, set(|given, text| given.unit.pemda = text)).hint(home::UNIT_PEMDA_HINT).view() }
            <div class="field">
                <label for="unit-kind">{ home::UNIT_KIND }</label>
                <p class="hint" id="unit-kind-hint">{ home::UNIT_KIND_HINT }</p>
                <select id="unit-kind" aria-describedby="unit-kind-hint" onchange={kind}>
                    <option value="" selected={unit.kind.is_empty()}>{ home::UNIT_KIND_NONE }</option>
                    { for home::KINDS.into_iter().map(|kind| html! {
                        <option key={kind} value={kind} selected={&*unit.kind == kind}>{ kind }</option>
                    }) }
                </select>
            </div>
            { Field::new("unit-year".to_owned(), home::UNIT_YEAR, year, set(|given, text| given.year = text))
                .hint(home::years(rubric.year_from, rubric.year_to)).problem(problem).digits("numeric", None).view() }
            if outside {
                <p class="remark">{ home::YEAR_OUTSIDE }</p>
            }
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={begin.reform(|_: MouseEvent| ())}>{ home::BEGIN }</button>
                <a class="button" data-kind="quiet" href={Route::Beranda.hash()}>{ common::CANCEL }</a>
            </div>
        </div>
    }
}

/// What stands before the first question of an exercise: nothing is asked, and the proposed year is taken.
fn practice(rubric: &Rubric, begin: Callback<MouseEvent>) -> Html {
    html! {
        <div class="stack measure">
            <h1 tabindex="-1" id="view-title"><span class="caption">{ rubric.short_name.clone() }</span>{ home::PRACTICE_TITLE }</h1>
            <p class="lead">{ home::PRACTICE_LEAD }</p>
            if rubric.status != RubricStatus::Current {
                <p class="notice" data-kind="info">{ rubric.use_note.clone() }</p>
            }
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={begin}>{ home::PRACTICE_BEGIN }</button>
            </div>
        </div>
    }
}

/// A year of four digits, or none where the box is empty.
pub fn read_year(text: &str) -> Result<Option<u16>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|year| (1900..=2999).contains(year)).map(Some).ok_or(())
}
