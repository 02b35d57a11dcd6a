//! An answer in words: on the screen, on the printed sheet and on every paper.
//!
//! Invariant: an answer is said in the words of the instrument, with the code of its level; nothing of it is left out.

use crate::domain::assessment::{Answer, Choice, EvidenceState, Met};
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Mode, Rubric, ScaleKind};
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{bukti, common, hasil, number, pengisian};

/// What was answered, which may be empty, and everything it rests on; where asked for, with the fingerprints of files.
pub fn held(
    work: &Work,
    indicator: &Indicator,
    answer: Option<&Answer>,
    prints: bool,
) -> (String, Vec<String>) {
    let Work { rubric, assessment, .. } = work;
    let none = Answer::default();
    let answer = answer.unwrap_or(&none);
    let mut first = said(rubric, indicator, answer);
    let mut lines = Vec::new();
    let mut say = |label: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{label}: {}", seen(text)));
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
        let lapsed = bukti::lapsed(evidence.is_expired(assessment.day()), evidence.is_undated());
        if !lapsed.is_empty() {
            text.push_str(", ");
            text.push_str(lapsed);
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
    (first, lines)
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
