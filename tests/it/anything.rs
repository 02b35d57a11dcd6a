//! Assessments that hold anything a document can hold.
//!
//! Invariant: what is made here is in the form that reading gives: kept members in their order, nothing
//! empty, every answer on its scale.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::action::{FollowUp, Headway, Source};
use swanilai::domain::assessment::{
    Answer, Assessment, Choice, Evidence, EvidenceState, Kept, Met, RubricRef, Sample, Status, Unit,
};
use swanilai::domain::history::Past;
use swanilai::domain::map::Map;
use swanilai::domain::merge::{Conflict, Heard};
use swanilai::domain::milestone::Milestone;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::office_weights::OfficeWeights;
use swanilai::domain::official::Official;
use swanilai::domain::oversight::{Kind as Product, Oversight};
use swanilai::domain::part::Part;
use swanilai::domain::plan::{Aim, By};
use swanilai::domain::rubric::{Indicator, Mode, Rubric, ScaleKind, StepKind};
use swanilai::domain::simulation::Simulation;
use swanilai::domain::status::StatusChange;
use swanilai::domain::verification::{Finding, Verification};
use swanilai::domain::wanted::Wanted;
use swanilai::format::rubric::digest;

use super::dice::Dice;

const TEXTS: &[&str] = &[
    "",
    "",
    "Dinas Sosial",
    "\"kutip\" \\ {}",
    "é 日本 🙂",
    "<img onerror=x>",
    "baris\n\tdua",
    "=1+1",
    "\u{202e}x",
];
const KEPT: &[&str] = &["1.50", "null", "[]", "{}", "\"a\\u0001\"", "{\"a\":[1e2,{\"b\":false}]}", "-0"];

fn text(dice: &mut Dice) -> Text {
    dice.pick(TEXTS).into()
}

fn kept(dice: &mut Dice, names: &[&str]) -> Kept {
    let chosen: Vec<&str> = names.iter().copied().filter(|_| dice.once_in(6)).collect();
    chosen.into_iter().map(|name| (name.into(), dice.pick(KEPT).into())).collect()
}

/// Names that no version knows.
const UNKNOWN: &[&str] = &["x-1", "baru", "zzz"];

/// An assessment with this instrument.
pub fn assessment(rubric: &Rubric, dice: &mut Dice) -> Assessment {
    let later = ["parts", "verification"];
    let mut all = kept(dice, &later);
    // Thrown for the fixtures; these have a meaning now, and are made below.
    all.retain(|(name, _)| &**name != "parts" && &**name != "verification");
    all.extend(kept(dice, UNKNOWN));
    let modes = [Mode::PerLevel, Mode::PerCriterion];
    let mode = modes[dice.throw(2)];
    let mut assessment = Assessment {
        id: text(dice),
        revision: u64::try_from(dice.throw(1_000_000_000)).unwrap_or(0),
        status: [Status::Draft, Status::Submitted, Status::Verified, Status::Approved][dice.throw(4)],
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            sha256: digest(rubric).into(),
            kept: kept(dice, UNKNOWN),
        },
        unit: Unit { pemda: text(dice), name: text(dice), kind: text(dice), kept: kept(dice, UNKNOWN) },
        assessment_year: (!dice.once_in(3)).then_some(2026),
        data_year: dice.once_in(3).then_some(2025),
        mode: if rubric.offers(mode) { mode } else { Mode::PerLevel },
        official: dice.once_in(3).then(|| Official {
            score: dice.once_in(2).then(|| Score::from_hundredths(417)),
            kept: kept(dice, &["baru"]),
            ..Official::default()
        }),
        history: (0..dice.throw(3))
            .map(|_| Past {
                year: [2019, 2021, 2022][dice.throw(3)],
                rubric: ["ombudsman-kepatuhan-2021", "lain"][dice.throw(2)].into(),
                score: Score::from_hundredths(6481),
                kept: kept(dice, UNKNOWN),
            })
            .collect(),
        example: dice.once_in(5),
        created_at: text(dice),
        updated_at: text(dice),
        kept: all,
        ..Assessment::default()
    };
    for panel in &rubric.panels {
        for at in 0..dice.throw(4) {
            assessment.samples.push(Sample {
                id: format!("{}-{at}", panel.id).into(),
                kind: panel.kind,
                panel: panel.id.clone(),
                name: text(dice),
                kept: kept(dice, UNKNOWN),
            });
        }
    }
    let ids: Vec<Text> = assessment.samples.iter().map(|sample| sample.id.clone()).collect();
    for (_, indicator) in rubric.indicators() {
        let answer = answer(rubric, indicator, &ids, dice);
        if !answer.is_empty() {
            assessment.answers.insert(indicator.id.clone(), Rc::new(answer));
        }
    }
    if dice.once_in(3) {
        let answer = Answer { kept: vec![("level".into(), "3".into())], ..Answer::default() };
        assessment.answers.insert("LAMA-1".into(), Rc::new(answer));
    }
    // Thrown last: what is thrown before stays as the fixtures have it.
    assessment.practice = dice.once_in(5);
    if dice.once_in(2) {
        assessment.wanted = Some(wanted(rubric, dice));
    }
    assessment.actions = (0..dice.throw(4)).map(|at| follow_up(at, dice)).collect();
    assessment.oversight = (0..dice.throw(3)).map(|at| product(at, dice)).collect();
    if dice.once_in(2) {
        assessment.simulation = draft(rubric, dice);
    }
    if dice.once_in(2) {
        assessment.weights = weights(rubric, dice);
    }
    for _ in 0..dice.throw(3) {
        let mut frozen = Milestone::of(&assessment, &text(dice), &text(dice));
        frozen.kept = kept(dice, UNKNOWN);
        assessment.milestones.push(frozen);
    }
    if let Some(official) = &mut assessment.official {
        for dimension in rubric.dimensions.iter().filter(|_| dice.once_in(3)) {
            official.dimensions.insert(dimension.id.clone(), Decimal::from_ten_thousandths(12_345));
        }
        for (_, indicator) in rubric.indicators().filter(|_| dice.once_in(9)) {
            if let Some(scale) = rubric.scale_of(indicator) {
                official.indicators.insert(indicator.id.clone(), scale.maximum());
            }
        }
    }
    assessment.statuses = (0..dice.throw(4)).map(|at| step(at, dice)).collect();
    if dice.once_in(2) {
        assessment.verification = Some(verification(rubric, &ids, dice));
    }
    shares(&mut assessment, rubric, dice);
    assessment.bare = dice.once_in(5);
    assessment
}

/// A step in the life of a document.
fn step(at: usize, dice: &mut Dice) -> StatusChange {
    StatusChange {
        status: [Status::Draft, Status::Submitted, Status::Verified, Status::Approved][dice.throw(4)],
        by: text(dice),
        at: text(dice),
        milestone: if dice.once_in(3) { format!("m{at}").into() } else { Text::default() },
        other: dice.once_in(3),
        kept: kept(dice, UNKNOWN),
    }
}

/// What a verifier found, of some of the answers.
fn verification(rubric: &Rubric, samples: &[Text], dice: &mut Dice) -> Verification {
    let mut made = Verification {
        by: text(dice),
        at: text(dice),
        kept: kept(dice, &["unread", "baru"]),
        ..Verification::default()
    };
    for (_, indicator) in rubric.indicators() {
        if dice.once_in(2) {
            let answer = answer(rubric, indicator, samples, dice);
            if !answer.is_empty() {
                made.answers.insert(indicator.id.clone(), Rc::new(answer));
            }
        }
        if dice.once_in(3) {
            made.findings.insert(indicator.id.clone(), Finding::ALL[dice.throw(3)]);
        }
        if made.says(&indicator.id) && dice.once_in(2) {
            made.of.insert(indicator.id.clone(), text(dice));
        }
    }
    made
}

/// Shares, some of which the assessment is, and answers that wait for a choice.
fn shares(assessment: &mut Assessment, rubric: &Rubric, dice: &mut Dice) {
    let samples: Vec<Text> = assessment.samples.iter().map(|sample| sample.id.clone()).collect();
    for at in 0..dice.throw(4) {
        let mut part = Part { id: format!("b{at}").into(), by: "Kasubag".into(), ..Part::default() };
        part.indicators = assessment.answers.keys().filter(|_| dice.once_in(3)).cloned().collect();
        (part.sent, part.returned, part.kept) = (text(dice), text(dice), kept(dice, UNKNOWN));
        assessment.parts.push(part);
    }
    if dice.once_in(4) {
        assessment.part = format!("b{}", dice.throw(4)).into();
    }
    for (_, indicator) in rubric.indicators() {
        if !dice.once_in(5) {
            continue;
        }
        let some = |dice: &mut Dice| {
            (0..dice.throw(3)).map(|_| Rc::new(answer(rubric, indicator, &samples, dice))).collect()
        };
        let (answers, aside, beneath) = (some(dice), some(dice), some(dice));
        let last = |dice: &mut Dice| Heard {
            by: text(dice),
            at: text(dice),
            settled: dice.once_in(2),
            kept: kept(dice, UNKNOWN),
        };
        let heard = (0..dice.throw(3)).map(|_| last(dice)).collect();
        let conflict = Conflict { answers, aside, beneath, heard, kept: kept(dice, UNKNOWN) };
        assessment.conflicts.insert(indicator.id.clone(), conflict);
    }
}

/// A goal of any kind, with ids that the instrument has and one it has not.
fn wanted(rubric: &Rubric, dice: &mut Dice) -> Wanted {
    let mut ids: Vec<Text> = rubric.indicators().map(|(_, indicator)| indicator.id.clone()).collect();
    ids.push("LAMA-1".into());
    let kinds = [StepKind::Administrative, StepKind::Decree, StepKind::Physical, StepKind::Budget];
    let categories: Vec<&str> = rubric.categories.items.iter().map(|category| &*category.id).collect();
    let mut wanted = Wanted {
        target: if dice.once_in(3) { "Z" } else { dice.pick(&categories) }.into(),
        aim: [Aim::Point, Aim::Low][dice.throw(2)],
        by: [By::Count, By::Effort][dice.throw(2)],
        each: dice.once_in(2),
        kinds: kinds.into_iter().filter(|_| dice.once_in(3)).collect(),
        locked: ids.iter().filter(|_| dice.once_in(6)).cloned().collect(),
        visit: text(dice),
        kept: kept(dice, &["unread", "baru"]),
        ..Wanted::default()
    };
    for id in ids {
        if dice.once_in(6) {
            wanted.ceilings.insert(id.clone(), Decimal::from_ten_thousandths(25_000));
        }
        if dice.once_in(6) {
            wanted.efforts.insert(id, dice.pick(&["1", "8", "1000", "1001", "07", "1.5", "lima"]).into());
        }
    }
    wanted
}

/// Something to be done.
fn follow_up(at: usize, dice: &mut Dice) -> FollowUp {
    FollowUp {
        id: format!("t{at}").into(),
        source: Source::ALL[dice.throw(5)],
        finding: text(dice),
        action: text(dice),
        output: text(dice),
        responsible: text(dice),
        due: ["", "31-12-2026", "besok", "2026-01-01"][dice.throw(4)].into(),
        evidence: text(dice),
        headway: Headway::ALL[dice.throw(4)],
        reason: text(dice),
        indicator: text(dice),
        level: at.is_multiple_of(2).then(|| Decimal::from_ten_thousandths(12_500)),
        kept: kept(dice, UNKNOWN),
    }
}

/// What a supervisor demands.
fn product(at: usize, dice: &mut Dice) -> Oversight {
    Oversight {
        id: format!("p{at}").into(),
        kind: Product::ALL[dice.throw(3)],
        number: text(dice),
        date: text(dice),
        due: text(dice),
        headway: Headway::ALL[dice.throw(4)],
        note: text(dice),
        kept: kept(dice, UNKNOWN),
    }
}

/// Weights of any kind, most of them no weights of a group.
fn weights(rubric: &Rubric, dice: &mut Dice) -> OfficeWeights {
    const TYPED: &[&str] = &["12,22", "25", "6.27", "0", "-3", "banyak", "1e2"];
    let mut made = OfficeWeights { kept: kept(dice, &["baru", "x-1"]), ..OfficeWeights::default() };
    for (place, indicator) in rubric.indicators() {
        if dice.once_in(3) {
            made.indicators.insert(indicator.id.clone(), dice.pick(TYPED).into());
        }
        if dice.once_in(9) {
            made.dimensions.insert(rubric.dimensions[place].id.clone(), dice.pick(TYPED).into());
        }
    }
    made
}

/// A draft beside the answers.
fn draft(rubric: &Rubric, dice: &mut Dice) -> Simulation {
    let mut answers = Map::new();
    for (_, indicator) in rubric.indicators() {
        let typed = if dice.once_in(9) { text(dice) } else { Text::default() };
        let choice = if dice.once_in(2) { choice(rubric, indicator, dice) } else { None };
        let answer = Answer { choice, typed, kept: kept(dice, UNKNOWN), ..Answer::default() };
        if !answer.is_empty() {
            answers.insert(indicator.id.clone(), Rc::new(answer));
        }
    }
    Simulation { answers, kept: kept(dice, UNKNOWN) }
}

/// A choice on the indicator's scale, or *tidak relevan* where that may be.
fn choice(rubric: &Rubric, indicator: &Indicator, dice: &mut Dice) -> Option<Choice> {
    if indicator.not_applicable && dice.once_in(4) {
        return Some(Choice::NotApplicable);
    }
    Some(match &rubric.scale_of(indicator)?.kind {
        ScaleKind::Levels(levels) => Choice::Level(levels.get(dice.throw(levels.len()))?.value),
        ScaleKind::Continuous { maximum, .. } => {
            let most = usize::try_from(maximum.ten_thousandths()).unwrap_or(0);
            Choice::Value(Decimal::from_ten_thousandths(i64::try_from(dice.throw(most + 1)).unwrap_or(0)))
        }
    })
}

fn answer(rubric: &Rubric, indicator: &Indicator, samples: &[Text], dice: &mut Dice) -> Answer {
    let mut answer = Answer {
        choice: if dice.once_in(3) { None } else { choice(rubric, indicator, dice) },
        typed: if dice.once_in(9) { text(dice) } else { Text::default() },
        reason: text(dice),
        assumed: dice.once_in(4),
        ground: text(dice),
        copied: samples.iter().filter(|_| dice.once_in(5)).cloned().collect(),
        note: text(dice),
        by: text(dice),
        at: text(dice),
        ask: dice.once_in(4),
        unconfirmed: dice.once_in(4),
        kept: kept(dice, UNKNOWN),
        ..Answer::default()
    };
    for id in samples {
        if let Some(choice) = choice(rubric, indicator, dice).filter(|_| dice.once_in(2)) {
            answer.samples.insert(id.clone(), choice);
        }
    }
    for criterion in &indicator.criteria {
        if dice.once_in(2) {
            answer.criteria.insert(criterion.id.clone(), [Met::Yes, Met::Partly, Met::No][dice.throw(3)]);
        }
    }
    for asked in &indicator.evidence {
        if dice.once_in(2) {
            let states =
                [EvidenceState::None, EvidenceState::Prepared, EvidenceState::Mismatch, EvidenceState::Good];
            answer.evidence.push(Evidence {
                asked: asked.clone(),
                title: text(dice),
                where_kept: text(dice),
                date: text(dice),
                valid_until: text(dice),
                state: states[dice.throw(4)],
                sha256: text(dice),
                kept: kept(dice, UNKNOWN),
            });
        }
    }
    // Thrown last: what is thrown before stays as the fixtures have it.
    for sample in samples.iter().chain([&Text::default()]) {
        if dice.once_in(4) {
            for what in ["Persyaratan", "counter.there", "é"].into_iter().filter(|_| dice.once_in(2)) {
                answer.tick(sample, &what.into(), true);
            }
        }
    }
    answer
}
