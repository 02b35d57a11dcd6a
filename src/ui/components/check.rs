//! Cek: what is still missing, each line a way to its card.
//!
//! Invariant: lists are made from the answers and the day alone; nothing is stored about them. Only lists with something
//! on them are shown.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice, EvidenceState};
use crate::domain::date::Date;
use crate::domain::privacy::points_to_a_person;
use crate::domain::proposal::{differing, too_high, unreasoned};
use crate::domain::rubric::{Indicator, Mode};
use crate::domain::scorecard::item::{Item, is_supported};
use crate::state::{Route, Work};
use crate::ui::components::conflicts::waiting;
use crate::ui::components::ratl;
use crate::ui::markup::html;
use crate::ui::text::{bagi, cek, tindak_lanjut, verifikasi};

/// The view of what is missing.
pub fn check(work: &Work, today: Option<Date>) -> Html {
    let indicators: Vec<_> = work
        .rubric
        .indicators()
        .map(|(place, indicator)| (place, indicator, faults(work, indicator, today)))
        .collect();
    let mut lists = Vec::new();
    let mut calm = Vec::new();
    let open: Vec<Html> = indicators
        .iter()
        .filter(|(_, one, _)| work.assessment.is_open(&one.id))
        .map(|(place, one, _)| line(work, *place, one, false))
        .collect();
    if !open.is_empty() {
        lists.push(section(&cek::CHOOSE, open, to_choose()));
    }
    for (at, list) in cek::LISTS.iter().enumerate() {
        let mut lines = Vec::new();
        for (place, indicator, faults) in &indicators {
            if faults.get(at) == Some(&true) {
                lines.push(line(work, *place, indicator, at == 1));
            }
        }
        if lines.is_empty() {
            calm.push(list.calm);
        } else {
            let sheet = if list.title == cek::MARKED { questions(lines.len()) } else { Html::default() };
            lists.push(section(list, lines, sheet));
        }
    }
    lists.extend(ratl::lists(work, today));
    calm.retain(|name| !name.is_empty());
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ cek::TITLE }</h1>
                <p class="lead">{ cek::lead(work.scorecard.progress) }</p>
                if work.scorecard.score.point.is_some() && !calm.is_empty() {
                    <p>{ cek::calm(&calm) }</p>
                }
                { waiting(work) }
            </div>
            <div class="lists">{ for lists }</div>
            <div class="actions"><a class="button" data-kind="primary" href={Route::Hasil.hash()}>{ cek::TO_RESULT }</a>
                if !work.assessment.practice {
                    <a class="button" href={Route::Verifikasi(Text::default()).hash()}>{ verifikasi::LINK }</a>
                    <a class="button" href={Route::Bagi.hash()}>{ bagi::TITLE }</a>
                }
            </div>
        </div>
    }
}

/// One list, with what leads on from it.
pub fn section(list: &cek::List, lines: Vec<Html>, onward: Html) -> Html {
    html! {
        <section class="stack" data-gap="small">
            <h2>{ list.title }{ " " }<span class="code">{ lines.len() }</span></h2>
            if !list.hint.is_empty() {
                <p class="hint">{ list.hint }</p>
            }
            <ul class="plain checklist">{ for lines }</ul>
            { onward }
        </section>
    }
}

/// The way to where one of several answers is chosen.
fn to_choose() -> Html {
    html! { <p><a class="button" href={Route::Bagi.hash()}>{ cek::TO_CHOOSE }</a></p> }
}

/// The way to the sheet of what is to be asked.
fn questions(count: usize) -> Html {
    html! { <p><a class="button" href={Route::Tanya.hash()}>{ tindak_lanjut::questions(count) }</a></p> }
}

/// Which of the lists an indicator stands on, in their order.
fn faults(work: &Work, indicator: &Indicator, today: Option<Date>) -> [bool; cek::LISTS.len()] {
    let none = Answer::default();
    let answer = work.assessment.answer(&indicator.id).unwrap_or(&none);
    let Some(scale) = work.rubric.scale_of(indicator) else { return [false; cek::LISTS.len()] };
    let given = answer.choice.is_some() || !answer.samples.is_empty() || !answer.criteria.is_empty();
    let leaves = answer.choice == Some(Choice::NotApplicable);
    let applies = given && !leaves;
    let scored = indicator.is_scored();
    let by_levels = work.assessment.mode == Mode::PerLevel;
    let differs = by_levels && differing(indicator, scale, answer).is_some();
    let open = scored && !Item::of(&work.rubric, indicator, scale, &work.assessment).answered;
    [
        open && !given,
        open && given,
        differs,
        by_levels && !differs && unreasoned(scale, answer),
        too_high(&work.rubric, indicator, &work.assessment).is_some(),
        applies && (answer.assumed || indicator.always_assumed) && answer.ground.trim().is_empty(),
        scored && applies && !indicator.evidence.is_empty() && !is_supported(indicator, answer, today),
        answer
            .evidence
            .iter()
            .any(|held| held.state != EvidenceState::None && (held.is_expired(today) || held.is_undated())),
        leaves && answer.reason.trim().is_empty(),
        answer.unconfirmed,
        answer.ask,
        personal(answer),
    ]
}

fn personal(answer: &Answer) -> bool {
    let documents = answer.evidence.iter().flat_map(|e| [&e.title, &e.where_kept, &e.date, &e.valid_until]);
    [&answer.note, &answer.reason, &answer.ground, &answer.by]
        .into_iter()
        .chain(documents)
        .any(|text| points_to_a_person(text))
}

fn line(work: &Work, place: usize, indicator: &Indicator, partly: bool) -> Html {
    let dimension = work.rubric.dimensions.get(place).map(|d| d.id.clone()).unwrap_or_default();
    html! {
        <li key={&*indicator.id}>
            <a href={Route::Pengisian(dimension, indicator.id.clone()).hash()}>
                <span class="code">{ indicator.id.clone() }</span><span>{ " " }{ indicator.name.clone() }{ if partly { how_far(work, indicator) } else { String::new() } }</span>
            </a>
        </li>
    }
}

/// How many of the products, persons or criteria have an answer.
fn how_far(work: &Work, indicator: &Indicator) -> String {
    let Some(answer) = work.assessment.answer(&indicator.id) else { return String::new() };
    match work.rubric.panel_of(indicator) {
        Some(panel) if !answer.samples.is_empty() => {
            let all = work.assessment.samples_of(&work.rubric, panel).count();
            cek::partly(answer.samples.len(), all, &panel.name)
        }
        _ => cek::partly(answer.criteria.len(), indicator.criteria.len(), cek::CRITERIA),
    }
}
