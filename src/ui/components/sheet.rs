//! What stands on the printed sheet only: whose it is, every answer with its grounds, and who signs.
//!
//! Invariant: an answer is said in the words of the instrument, with the code of its level.

use yew::prelude::*;

use crate::domain::assessment::{Answer, Choice, EvidenceState, Met};
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Mode, Rubric, ScaleKind};
use crate::domain::status::last_step;
use crate::domain::verification::count;
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::markup::html;
use crate::ui::text::{bukti, common, hasil, home, number, pengisian, verifikasi};

/// The heading of a view that is a sheet on paper, with what the sheet is of; an exercise has no sheet.
pub fn title(work: &Work, screen: &'static str, paper: &'static str) -> Html {
    if work.assessment.practice {
        return html! {
            <>
                <h1 tabindex="-1" id="view-title">{ screen }</h1>
                <p class="notice" data-kind="info">{ common::PRACTICE_NOTE }</p>
            </>
        };
    }
    html! {
        <>
            <h1 tabindex="-1" id="view-title"><span class="screen">{ screen }</span><span class="paper">{ paper }</span></h1>
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
        (
            verifikasi::TITLE,
            verifikasi::verified(assessment.verification.as_ref(), count(rubric, assessment)),
        ),
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

/// Names with what is said of them, or with room to write it.
pub fn lines_of(facts: Vec<(&str, String)>) -> Html {
    let mut lines = Vec::new();
    for (name, said) in facts {
        lines.push(html! { <><dt>{ name.to_owned() }</dt><dd>{ said }</dd></> });
    }
    html! { <dl class="form-head">{ for lines }</dl> }
}

/// Who made it and who has looked at it, to be written by hand.
pub fn signatures() -> Html {
    let room = |name: &'static str| (name, String::new());
    html! {
        <div class="paper signatures">
            { lines_of(vec![room(hasil::MADE_BY), room(hasil::SEEN_BY), room(home::FORM_DATE)]) }
            <p><strong>{ common::NOT_OFFICIAL }{ " " }{ hasil::NOT_TO_QUOTE }</strong></p>
        </div>
    }
}

/// An answer with everything it rests on; where asked for, with the fingerprints of files.
pub fn answer(work: &Work, indicator: &Indicator, answer: Option<&Answer>, prints: bool) -> Html {
    let Work { rubric, assessment, .. } = work;
    let none = Answer::default();
    let answer = answer.unwrap_or(&none);
    let mut first = said(rubric, indicator, answer);
    let mut lines = Vec::new();
    let mut say = |label: &str, text: &str| {
        if !text.is_empty() {
            lines.push(html! { <p>{ format!("{label}: {}", seen(text)) }</p> });
        }
    };
    if answer.choice.is_none() {
        for sample in &assessment.samples {
            if let Some(choice) = answer.samples.get(&sample.id) {
                first = String::new();
                say(&seen(&sample.name), &chosen(rubric, indicator, *choice));
            }
        }
    }
    if assessment.mode == Mode::PerCriterion && !answer.criteria.is_empty() {
        first = String::new();
    }
    say(hasil::TYPED, &answer.typed);
    if answer.assumed || (indicator.always_assumed && answer.choice.is_some()) {
        say(pengisian::ASSUME, hasil::YES);
    }
    say(pengisian::GROUND, &answer.ground);
    say(pengisian::REASON, &answer.reason);
    for criterion in &indicator.criteria {
        let met = match answer.criteria.get(&criterion.id) {
            Some(Met::Yes) => pengisian::YES,
            Some(Met::Partly) => pengisian::PARTLY,
            Some(Met::No) => pengisian::NO,
            None => "",
        };
        say(&format!("{} {}", criterion.id, criterion.text), met);
    }
    for evidence in answer.evidence.iter().filter(|evidence| evidence.state != EvidenceState::None) {
        let mut text = format!("{} · {}", evidence.asked, common::evidence_state(evidence.state));
        if evidence.is_expired(assessment.day()) {
            text.push_str(", ");
            text.push_str(bukti::EXPIRED);
        }
        let (date, until) = (number::date(&evidence.date), number::date(&evidence.valid_until));
        let parts = [
            ("", &*evidence.title),
            ("", &evidence.where_kept),
            ("", &date),
            (hasil::UNTIL, &until),
            ("SHA-256 ", if prints { &evidence.sha256 } else { "" }),
        ];
        for (label, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            text.push_str(" · ");
            text.push_str(label);
            text.push_str(part);
        }
        say(pengisian::EVIDENCE, &text);
    }
    say(pengisian::NOTE, &answer.note);
    say(pengisian::BY, &answer.by);
    html! {
        <>
            if !first.is_empty() {
                <p><strong>{ first }</strong></p>
            }
            { for lines }
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

/// A choice in the words of the instrument.
pub fn chosen(rubric: &Rubric, indicator: &Indicator, choice: Choice) -> String {
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
