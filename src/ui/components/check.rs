//! Cek: what is still missing, each line a way to its card.
//!
//! Invariant: lists are made from the answers alone; nothing is stored about them.

use yew::prelude::*;

use crate::domain::assessment::{Answer, Choice};
use crate::domain::privacy::points_to_a_person;
use crate::domain::proposal::exceeded;
use crate::domain::rubric::Indicator;
use crate::domain::scorecard::item::{Item, is_backed};
use crate::state::{Route, Work};
use crate::ui::text::cek;

/// The view of what is missing.
pub fn check(work: &Work) -> Html {
    let answered = |indicator: &Indicator, test: &dyn Fn(&Answer) -> bool| {
        work.assessment.answer(&indicator.id).is_some_and(test)
    };
    let given = |answer: &Answer| {
        answer.choice.is_some() || !answer.samples.is_empty() || !answer.criteria.is_empty()
    };
    let applies = |answer: &Answer| given(answer) && answer.choice != Some(Choice::NotApplicable);
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ cek::TITLE }</h1>
                <p class="lead">{ cek::lead(work.scorecard.progress) }</p>
            </div>
            <div class="columns">
                <div class="stack" data-gap="large">
                    { blank(work) }
                    { list(work, cek::UNCONFIRMED, cek::UNCONFIRMED_HINT, &|i| answered(i, &|a| a.unconfirmed)) }
                </div>
                <div class="stack" data-gap="large">
                    { list(work, cek::UNGROUNDED, cek::UNGROUNDED_HINT, &|i| {
                        answered(i, &|a| applies(a) && (a.assumed || i.always_assumed) && a.ground.trim().is_empty())
                    }) }
                    { list(work, cek::UNBACKED, cek::UNBACKED_HINT, &|i| {
                        i.is_scored() && !i.evidence.is_empty() && answered(i, &|a| applies(a) && !is_backed(i, a))
                    }) }
                    { list(work, cek::UNREASONED, "", &|i| {
                        answered(i, &|a| a.choice == Some(Choice::NotApplicable) && a.reason.trim().is_empty())
                    }) }
                    { list(work, cek::EXCEEDED, cek::EXCEEDED_HINT, &|i| {
                        let scale = work.rubric.scale_of(i);
                        answered(i, &|a| scale.is_some_and(|scale| exceeded(i, scale, a).is_some()))
                    }) }
                    { list(work, cek::ASKED, "", &|i| answered(i, &|a| a.ask)) }
                    { list(work, cek::PERSONAL, cek::PERSONAL_HINT, &|i| answered(i, &personal)) }
                </div>
            </div>
            <div class="actions"><a class="button" data-kind="primary" href={Route::Hasil.hash()}>{ cek::TO_RESULT }</a></div>
        </div>
    }
}

fn personal(answer: &Answer) -> bool {
    let documents = answer.evidence.iter().flat_map(|e| [&e.title, &e.where_kept, &e.date, &e.valid_until]);
    [&answer.note, &answer.reason, &answer.ground, &answer.by]
        .into_iter()
        .chain(documents)
        .any(|text| points_to_a_person(text))
}

fn blank(work: &Work) -> Html {
    let rubric = &work.rubric;
    list(work, cek::BLANK, "", &|indicator| {
        let scale = rubric.scale_of(indicator);
        indicator.is_scored()
            && scale.is_some_and(|scale| !Item::of(rubric, indicator, scale, &work.assessment).answered)
    })
}

fn list(work: &Work, title: &'static str, hint: &'static str, wanted: &dyn Fn(&Indicator) -> bool) -> Html {
    let rubric = &work.rubric;
    let found: Vec<_> = rubric.indicators().filter(|(_, indicator)| wanted(indicator)).collect();
    html! {
        <section class="stack" data-gap="small">
            <h2>{ title }{ " " }<span class="code">{ found.len() }</span></h2>
            if found.is_empty() {
                <p class="hint">{ cek::NONE }</p>
            } else {
                if !hint.is_empty() {
                    <p class="hint">{ hint }</p>
                }
                <ul class="plain checklist">
                    { for found.into_iter().map(|(place, indicator)| {
                        let dimension = rubric.dimensions.get(place).map(|d| d.id.clone()).unwrap_or_default();
                        html! {
                            <li key={&*indicator.id}>
                                <a href={Route::Pengisian(dimension, indicator.id.clone()).hash()}>
                                    <span class="code">{ indicator.id.clone() }</span>{ " " }{ indicator.name.clone() }
                                </a>
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}
