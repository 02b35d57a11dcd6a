//! What stands on the printed sheet only: whose it is, every answer with its grounds, and who signs.
//!
//! Invariant: an answer is said in the words of the instrument, with the code of its level.

use yew::prelude::*;

use crate::domain::assessment::{Answer, Choice, EvidenceState, Met};
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Mode, Rubric, ScaleKind};
use crate::format::json::seen;
use crate::state::Work;
use crate::ui::text::{common, hasil, home, number, pengisian};

/// Whose sheet it is.
pub fn head(work: &Work) -> Html {
    let Work { rubric, assessment, .. } = work;
    let year = assessment.assessment_year.map(|year| year.to_string()).unwrap_or_default();
    let facts = [
        (home::UNIT_NAME, seen(&assessment.unit.name)),
        (home::UNIT_PEMDA, seen(&assessment.unit.pemda)),
        (home::UNIT_YEAR, year),
        (
            hasil::INSTRUMENT,
            format!("{}, {}", rubric.name, home::rubric_version(&rubric.id, &rubric.version)),
        ),
        (hasil::BASED_ON, rubric.legal_basis.to_string()),
        (hasil::CHANGED, number::date(&assessment.updated_at)),
    ];
    html! {
        <div class="paper">
            <p><strong>{ common::NOT_OFFICIAL }{ " " }{ hasil::NOT_TO_QUOTE }</strong></p>
            if assessment.example {
                <p><strong>{ common::EXAMPLE }</strong></p>
            }
            <dl class="form-head">
                { for facts.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| html! { <><dt>{ name }</dt><dd>{ said }</dd></> }) }
            </dl>
        </div>
    }
}

/// Who made it and who has looked at it, to be written by hand.
pub fn signatures() -> Html {
    html! {
        <div class="paper signatures">
            <dl class="form-head">
                { for [hasil::MADE_BY, hasil::SEEN_BY, home::FORM_DATE].into_iter().map(|name| html! { <><dt>{ name }</dt><dd></dd></> }) }
            </dl>
            <p><strong>{ common::NOT_OFFICIAL }{ " " }{ hasil::NOT_TO_QUOTE }</strong></p>
        </div>
    }
}

/// An answer with everything it rests on.
pub fn answer(work: &Work, indicator: &Indicator, answer: Option<&Answer>) -> Html {
    let Work { rubric, assessment, .. } = work;
    let Some(answer) = answer else { return html! { <p>{ pengisian::UNANSWERED }</p> } };
    let line = |label: &str, text: &str| {
        if text.is_empty() {
            Html::default()
        } else {
            html! { <p>{ label }{ ": " }{ seen(text) }</p> }
        }
    };
    let by_criteria = assessment.mode == Mode::PerCriterion && !indicator.criteria.is_empty();
    let asked_each = answer.choice.is_none() && !answer.samples.is_empty();
    let date = |label: &str, date: &str| {
        if date.is_empty() { String::new() } else { format!("{label}{}", number::date(date)) }
    };
    html! {
        <>
            if asked_each {
                { for assessment.samples.iter().filter_map(|sample| {
                    let choice = answer.samples.get(&sample.id)?;
                    Some(line(&seen(&sample.name), &chosen(rubric, indicator, *choice)))
                }) }
            } else if !by_criteria {
                <p><strong>{ said(rubric, indicator, answer) }</strong></p>
            }
            { line(hasil::TYPED, &answer.typed) }
            if answer.assumed || indicator.always_assumed {
                <p>{ pengisian::ASSUME }</p>
            }
            { line(pengisian::GROUND, &answer.ground) }
            { line(pengisian::REASON, &answer.reason) }
            { for indicator.criteria.iter().filter_map(|criterion| {
                let met = match answer.criteria.get(&criterion.id)? {
                    Met::Yes => pengisian::YES,
                    Met::Partly => pengisian::PARTLY,
                    Met::No => pengisian::NO,
                };
                Some(html! { <p>{ criterion.id.clone() }{ " " }{ criterion.text.clone() }{ ": " }<strong>{ met }</strong></p> })
            }) }
            { for answer.evidence.iter().filter(|evidence| evidence.state != EvidenceState::None).map(|evidence| {
                let parts = [
                    evidence.asked.to_string(),
                    common::evidence_state(evidence.state).to_owned(),
                    evidence.title.to_string(),
                    evidence.where_kept.to_string(),
                    date("", &evidence.date),
                    date(hasil::UNTIL, &evidence.valid_until),
                ];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                line(pengisian::EVIDENCE, &parts.join(" · "))
            }) }
            { line(pengisian::NOTE, &answer.note) }
            { line(pengisian::BY, &answer.by) }
        </>
    }
}

/// An answer in the words of the instrument.
pub fn said(rubric: &Rubric, indicator: &Indicator, answer: &Answer) -> String {
    match &answer.choice {
        Some(choice) => chosen(rubric, indicator, *choice),
        None if !answer.samples.is_empty() => {
            answer.samples.values().map(|c| chosen(rubric, indicator, *c)).collect::<Vec<_>>().join("; ")
        }
        None => pengisian::UNANSWERED.to_owned(),
    }
}

fn chosen(rubric: &Rubric, indicator: &Indicator, choice: Choice) -> String {
    match choice {
        Choice::NotApplicable => hasil::NOT_APPLICABLE.to_owned(),
        Choice::Value(value) => {
            let unit = rubric.scale_of(indicator).map_or("", pengisian::unit);
            format!("{} {unit}", number::decimal(value)).trim_end().to_owned()
        }
        Choice::Level(value) => level(rubric, indicator, value),
    }
}

/// A level in the instrument's words: its code or what it counts, then its text.
pub fn level(rubric: &Rubric, indicator: &Indicator, value: Decimal) -> String {
    let steps = match rubric.scale_of(indicator).map(|scale| &scale.kind) {
        Some(ScaleKind::Levels(steps)) => steps.as_slice(),
        _ => &[],
    };
    let step = steps.iter().find(|step| step.value == value);
    let own = indicator.levels.iter().find(|level| level.value == value);
    let text = own.map(|level| &level.text).or(step.map(|step| &step.text)).map_or("", |text| text);
    match step.map(|step| &step.code).filter(|code| !code.is_empty()) {
        Some(code) => format!("{code} · {text}"),
        None if own.is_none() && !text.is_empty() => text.to_owned(),
        None => format!("{} · {text}", number::decimal(value)),
    }
}
