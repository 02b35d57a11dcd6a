//! The arithmetic on demand, and every answer on the printed sheet.
//!
//! Invariant: rows are shown, never reckoned with; sums come from the scorecard.

use yew::prelude::*;

use crate::domain::assessment::{Answer, Choice, EvidenceState};
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::domain::workings::{Row, rows};
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{common, hasil, number, pengisian};

/// Every product and sum behind the point.
pub fn workings(work: &Work) -> Html {
    let rubric = &work.rubric;
    html! {
        <details class="workings">
            <summary>{ hasil::WORKINGS }</summary>
            <div class="stack">
                <p class="hint">{ hasil::WORKINGS_NOTE }</p>
                { for (0..rubric.dimensions.len()).map(|at| one(work, at)) }
            </div>
        </details>
    }
}

fn one(work: &Work, at: usize) -> Html {
    let (Some(dimension), Some(score)) = (work.rubric.dimensions.get(at), work.scorecard.dimensions.get(at))
    else {
        return Html::default();
    };
    let id = format!("workings-{}", dimension.id);
    let rows = rows(&work.rubric, at, &work.assessment);
    html! {
        <div class="scroll" role="region" aria-labelledby={id.clone()} tabindex="0" key={&*dimension.id}>
            <table>
                <caption id={id}>{ hasil::workings(&dimension.name, work.rubric.whole().percent(at), score.score.point) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ work.rubric.terms.indicator.clone() }</th>
                        <th scope="col" class="number">{ hasil::IN_DIMENSION }</th>
                        <th scope="col" class="number">{ hasil::ANSWER }</th>
                        <th scope="col" class="number">{ hasil::ADDS }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| product(&dimension.indicators, row)) }
                    <tr>
                        <th scope="row">{ hasil::SUM }</th>
                        <td class="number">{ if rows.is_empty() { "–" } else { "100%" } }</td>
                        <td class="number"></td>
                        <td class="number">{ score.score.point.map_or_else(|| "–".to_owned(), number::score) }</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

fn product(indicators: &[Indicator], row: &Row) -> Html {
    let Some(indicator) = indicators.get(row.indicator) else { return Html::default() };
    let basis = indicator.weight.as_ref().map(|weight| common::basis(weight.provenance.basis));
    html! {
        <tr key={&*indicator.id}>
            <th scope="row">{ indicator.id.clone() }{ " " }<span class="code">{ for basis }</span></th>
            <td class="number">{ number::score(row.weight) }{ "%" }</td>
            <td class="number">{ number::score(row.score) }</td>
            <td class="number">{ number::score(row.product) }</td>
        </tr>
    }
}

/// Every answer with its grounds, on paper only.
pub fn answers(work: &Work) -> Html {
    let Work { rubric, assessment, .. } = work;
    html! {
        <section class="paper">
            <h2>{ hasil::ANSWERS }</h2>
            { for rubric.indicators().map(|(_, indicator)| html! {
                <div class="form-item" key={&*indicator.id}>
                    <p class="hint">{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</p>
                    { answer(rubric, indicator, assessment.answer(&indicator.id)) }
                </div>
            }) }
        </section>
    }
}

fn answer(rubric: &Rubric, indicator: &Indicator, answer: Option<&Answer>) -> Html {
    let Some(answer) = answer else { return html! { <p>{ pengisian::UNANSWERED }</p> } };
    let line = |label: &'static str, text: &str| {
        (!text.is_empty()).then(|| html! { <p>{ label }{ ": " }{ seen(text) }</p> })
    };
    let documents = answer.evidence.iter().filter(|evidence| evidence.state != EvidenceState::None);
    html! {
        <>
            <p><strong>{ said(rubric, indicator, answer) }</strong></p>
            if answer.assumed || indicator.always_assumed {
                <p>{ pengisian::ASSUME }</p>
            }
            { for line(pengisian::GROUND, &answer.ground) }
            { for line(pengisian::REASON, &answer.reason) }
            { for documents.map(|evidence| {
                let parts = [&*evidence.asked, common::evidence_state(evidence.state), &*evidence.title, &*evidence.where_kept, &*evidence.date];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                html! { <p key={&*evidence.asked}>{ pengisian::EVIDENCE }{ ": " }{ seen(&parts.join(" · ")) }</p> }
            }) }
            { for line(pengisian::NOTE, &answer.note) }
            { for line(pengisian::BY, &answer.by) }
        </>
    }
}

/// An answer in the words of the instrument.
pub fn said(rubric: &Rubric, indicator: &Indicator, answer: &Answer) -> String {
    let one = |choice: &Choice| match choice {
        Choice::NotApplicable => pengisian::NOT_APPLICABLE.to_owned(),
        Choice::Value(value) => {
            let unit = rubric.scale_of(indicator).map_or("", pengisian::unit);
            format!("{} {unit}", number::decimal(*value)).trim_end().to_owned()
        }
        Choice::Level(value) => level(rubric, indicator, *value),
    };
    match &answer.choice {
        Some(choice) => one(choice),
        None if !answer.samples.is_empty() => answer.samples.values().map(one).collect::<Vec<_>>().join("; "),
        None => pengisian::UNANSWERED.to_owned(),
    }
}

/// A level in the instrument's words: its code or what it counts, then its text.
fn level(rubric: &Rubric, indicator: &Indicator, value: Decimal) -> String {
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
