//! What stands on the printed sheet only: whose it is, every answer with its grounds, and who signs.
//!
//! Invariant: an answer is said in the words of the instrument, with the code of its level.

use yew::prelude::*;

use crate::domain::assessment::Answer;
use crate::domain::rubric::Indicator;
use crate::domain::status::last_step;
use crate::format::wording::seen;
pub use crate::papers::answer::{chosen, held, level, said};
use crate::state::Work;
use crate::ui::markup::html;
use crate::ui::text::{common, hasil, home, number, verifikasi};

/// The heading of a view that is a sheet on paper, with what the sheet is of; an exercise has no sheet.
pub fn title(work: &Work, title: &'static str) -> Html {
    if work.assessment.practice {
        return html! {
            <>
                <h1 tabindex="-1" id="view-title">{ title }</h1>
                <p class="notice" data-kind="info">{ common::PRACTICE_NOTE }</p>
            </>
        };
    }
    html! {
        <>
            <h1 tabindex="-1" id="view-title">{ title }</h1>
            { head(work) }
        </>
    }
}

/// Whose sheet it is, and by what instrument: whether it is none of ours.
pub fn head(work: &Work) -> Html {
    let Work { rubric, assessment, .. } = work;
    let facts = [
        (home::UNIT_NAME, seen(&assessment.unit.name)),
        (home::UNIT_PEMDA, seen(&assessment.unit.pemda)),
        (home::UNIT_YEAR, assessment.assessment_year.map(|year| year.to_string()).unwrap_or_default()),
        (hasil::INSTRUMENT, rubric.name.to_string()),
        (hasil::VERSION, home::rubric_version(&rubric.id, &rubric.version)),
        (hasil::BASED_ON, rubric.legal_basis.to_string()),
        (hasil::CHANGED, number::date(&assessment.updated_at)),
        (
            verifikasi::STATUS,
            last_step(assessment).map_or_else(|| verifikasi::standing(assessment), verifikasi::step),
        ),
        (verifikasi::TITLE, verifikasi::verified(rubric, assessment)),
    ];
    html! {
        <div class="paper">
            <p><strong>{ common::NOT_OFFICIAL }{ " " }{ hasil::NOT_TO_QUOTE }</strong></p>
            if assessment.example {
                <p><strong>{ common::EXAMPLE }</strong></p>
            }
            if work.own {
                <p><strong>{ common::OWN_RUBRIC }</strong></p>
            }
            { lines_of(facts.into_iter().filter(|(_, said)| !said.is_empty()).collect()) }
        </div>
    }
}

/// Names with what is said of them.
fn lines_of(facts: Vec<(&str, String)>) -> Html {
    let mut lines = Vec::new();
    for (name, said) in facts {
        lines.push(html! { <><dt>{ name.to_owned() }</dt><dd>{ said }</dd></> });
    }
    html! { <dl class="form-head">{ for lines }</dl> }
}

/// An answer with everything it rests on; where asked for, with the fingerprints of files.
pub fn answer(work: &Work, indicator: &Indicator, answer: Option<&Answer>, prints: bool) -> Html {
    let (first, lines) = held(work, indicator, answer, prints);
    html! {
        <>
            if !first.is_empty() {
                <p><strong>{ first }</strong></p>
            }
            { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }
        </>
    }
}
