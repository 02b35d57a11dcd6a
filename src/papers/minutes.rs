//! *Berita acara verifikasi*: what the secretariat found in the answers of an office, for both to sign.
//!
//! Invariant: every indicator that counts stands on it once, as found or as not checked, with every note of the verifier;
//! the office's own figure stands beside the verified one.

use super::answer::said;
use super::office::begun;
use super::offices::{reading, reading_at};
use super::{Block, Paper, Signatures, Table};
use crate::domain::assessment::{Answer, Assessment, Status};
use crate::domain::date::Date;
use crate::domain::rubric::{Indicator, Rubric};
use crate::domain::scorecard::Scorecard;
use crate::domain::verification::{Finding, Verification, count, so_far};
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{home, number, rekap, setda, terbilang, verifikasi};

/// The minutes.
pub fn minutes(work: &Work) -> Paper {
    let Work { rubric, assessment, .. } = work;
    let none = Verification::default();
    let found = assessment.verification.as_ref().unwrap_or(&none);
    let mut paper = begun(work, setda::MINUTES);
    // It is a letter of the secretariat and not of the office.
    paper.letterhead = [seen(&assessment.unit.pemda).to_uppercase(), setda::SECRETARIAT.to_owned()].to_vec();
    paper.letterhead.retain(|line| !line.trim().is_empty());
    let blocks = &mut paper.blocks;
    blocks.push(Block::Facts(vec![(setda::NUMBER.to_owned(), String::new())]));
    let day = Date::read(&found.at).map_or_else(|| setda::DAY_ROOM.to_owned(), terbilang::day);
    blocks.push(Block::Text(setda::opening(&day)));
    let [first, second] = parties(assessment, found);
    blocks.push(Block::List(
        true,
        vec![setda::party(&first, setda::FIRST_PARTY), setda::party(&second, setda::SECOND_PARTY)],
    ));
    let version = home::rubric_version(&rubric.id, &rubric.version);
    blocks.push(Block::Text(setda::agreed(&rubric.name, &version, assessment.assessment_year)));
    let verified = so_far(rubric, assessment);
    figures(work, verified.as_ref(), blocks);
    dimensions(work, verified.as_ref(), blocks);
    findings(rubric, found, blocks);
    by_indicator(work, found, blocks);
    unchecked(rubric, found, blocks);
    blocks.push(Block::Text(setda::CLOSING.to_owned()));
    let place = if found.at.is_empty() { String::new() } else { setda::place("", &found.at) };
    let who = [
        (setda::FIRST_PARTY, first),
        (setda::SECOND_PARTY, second),
        (setda::KNOWN_TO, setda::secretary(&assessment.unit.pemda)),
    ];
    let who = who.into_iter().map(|(role, post)| (role.to_owned(), post)).collect();
    blocks.push(Block::Signatures(Signatures { place, who }));
    paper
}

/// Both parties by post and office: whoever handed it in, and whoever verified it.
fn parties(assessment: &Assessment, found: &Verification) -> [String; 2] {
    let office = &assessment.unit.name;
    let handed_in = assessment.statuses.iter().rev().find(|step| step.status == Status::Submitted);
    let first = match handed_in.map(|step| step.by.trim()).filter(|post| !post.is_empty()) {
        Some(post) => [seen(post), seen(office)].join(", "),
        None => setda::head(if office.trim().is_empty() { home::UNIT_NAME } else { office }),
    };
    [first, setda::verifier(&found.by, &assessment.unit.pemda)]
}

/// The figure in words: the office's own, the verified, each with both ranges.
fn figures(work: &Work, verified: Option<&Scorecard>, blocks: &mut Vec<Block>) {
    let Work { rubric, assessment, scorecard: own, .. } = work;
    blocks.push(Block::Part(setda::RESULT.to_owned()));
    let (own_name, verified_name) =
        (rekap::capital(&rubric.terms.own), rekap::capital(&rubric.terms.verified));
    let mut table = Table::new(
        setda::RESULT,
        &[(setda::DETAIL, 24), (own_name.as_str(), 38), (verified_name.as_str(), 38)],
    );
    let cards = [Some(&**own), verified];
    let mut say = |name: &str, what: &dyn Fn(&Scorecard) -> String| {
        let [own, verified] = cards.map(|card| card.map_or_else(|| setda::DASH.to_owned(), what));
        table.rows.push(vec![name.to_owned(), own, verified]);
    };
    say(setda::POINT, &|card| setda::score(card.score.point));
    say(setda::IN_WORDS, &|card| card.score.point.map_or_else(|| setda::DASH.to_owned(), terbilang::score));
    say(setda::ANSWERS_RANGE, &|card| number::range(card.score.answers));
    say(setda::FULL_RANGE, &|card| number::range(card.score.full));
    say(setda::CATEGORY, &|card| category(rubric, card));
    say(setda::SUPPORTED, &|card| setda::score(card.supported));
    blocks.push(Block::Table(table));
    blocks.push(Block::Text(setda::verified(count(rubric, assessment))));
    if verified.is_none() {
        blocks.push(Block::Strong(setda::NOTHING_VERIFIED.to_owned()));
    }
}

fn category(rubric: &Rubric, card: &Scorecard) -> String {
    if card.score.full.low == card.score.full.high {
        reading_at(rubric, card.score.point)
    } else {
        reading(rubric, &card.standing)
    }
}

fn dimensions(work: &Work, verified: Option<&Scorecard>, blocks: &mut Vec<Block>) {
    let Work { rubric, scorecard: own, .. } = work;
    let terms = &rubric.terms;
    let (own_name, verified_name) = (rekap::capital(&terms.own), rekap::capital(&terms.verified));
    let heads = [(&*terms.dimension, 52), (own_name.as_str(), 24), (verified_name.as_str(), 24)];
    let mut table = Table::new(&terms.dimension, &heads);
    for (at, dimension) in rubric.dimensions.iter().enumerate() {
        let point = |card: &Scorecard| card.dimensions.get(at).and_then(|one| one.score.point);
        table.rows.push(vec![
            dimension.name.to_string(),
            setda::score(point(own)),
            setda::score(verified.and_then(point)),
        ]);
    }
    blocks.push(Block::Table(table));
}

/// How many indicators each finding was made of.
fn findings(rubric: &Rubric, found: &Verification, blocks: &mut Vec<Block>) {
    blocks.push(Block::Part(setda::FINDINGS.to_owned()));
    let of = |wanted: Option<Finding>| {
        let scored = rubric.indicators().filter(|(_, one)| one.is_scored());
        scored.filter(|(_, one)| found.findings.get(&one.id).copied() == wanted).count().to_string()
    };
    let mut table = Table::new(setda::FINDINGS, &setda::FINDINGS_HEADS);
    for finding in Finding::ALL {
        table.rows.push(vec![verifikasi::finding(finding).to_owned(), of(Some(finding))]);
    }
    table.rows.push(vec![rekap::capital(verifikasi::NO_FINDING), of(None)]);
    blocks.push(Block::Table(table));
}

/// Whether anything is said of an indicator.
fn is_checked(found: &Verification, indicator: &Indicator) -> bool {
    found.findings.contains_key(&indicator.id)
        || found.answer(&indicator.id).is_some()
        || !found.note(&indicator.id).trim().is_empty()
}

fn by_indicator(work: &Work, found: &Verification, blocks: &mut Vec<Block>) {
    let Work { rubric, assessment, .. } = work;
    blocks.push(Block::Part(setda::BY_INDICATOR.to_owned()));
    let none = Answer::default();
    let (own_name, verified_name) =
        (rekap::capital(&rubric.terms.own), rekap::capital(&rubric.terms.verified));
    for dimension in &rubric.dimensions {
        let heads = [
            (&*rubric.terms.indicator, 20),
            (own_name.as_str(), 21),
            (verified_name.as_str(), 21),
            (setda::FINDING_AND_NOTE, 38),
        ];
        let mut table = Table::new(&dimension.name, &heads);
        for indicator in dimension.indicators.iter().filter(|one| is_checked(found, one)) {
            let id = &indicator.id;
            let own = assessment.answer(id).unwrap_or(&none);
            let verified = found.answer(id);
            let mut finding = found
                .findings
                .get(id)
                .map_or(verifikasi::NO_FINDING, |one| verifikasi::finding(*one))
                .to_owned();
            let note = found.note(id);
            if !note.trim().is_empty() {
                finding.push('\n');
                finding.push_str(&seen(&note));
            }
            table.rows.push(vec![
                [&**id, &*indicator.name].join(" · "),
                answered(rubric, assessment, indicator, own),
                verified.map_or_else(
                    || setda::DASH.to_owned(),
                    |answer| answered(rubric, assessment, indicator, answer),
                ),
                finding,
            ]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::Piece(dimension.name.to_string()));
            blocks.push(Block::Table(table));
        }
    }
}

/// An answer, sample by sample where it is given so, criteria by how they are met.
fn answered(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator, answer: &Answer) -> String {
    let mut lines = Vec::new();
    if answer.choice.is_none() {
        for sample in &assessment.samples {
            if let Some(choice) = answer.samples.get(&sample.id) {
                let one = super::answer::chosen(rubric, indicator, *choice);
                lines.push([seen(&sample.name), one].join(": "));
            }
        }
        for criterion in &indicator.criteria {
            if let Some(met) = answer.criteria.get(&criterion.id) {
                lines.push([&*criterion.id, setda::met(*met)].join(": "));
            }
        }
    }
    if lines.is_empty() { said(rubric, indicator, answer) } else { lines.join("\n") }
}

fn unchecked(rubric: &Rubric, found: &Verification, blocks: &mut Vec<Block>) {
    blocks.push(Block::Part(setda::UNCHECKED.to_owned()));
    let open: Vec<String> = rubric
        .indicators()
        .filter(|(_, one)| one.is_scored() && !is_checked(found, one))
        .map(|(_, one)| [&*one.id, &*one.name].join(" · "))
        .collect();
    if open.is_empty() {
        blocks.push(Block::Text(setda::ALL_CHECKED.to_owned()));
    } else {
        if rubric.indicators().any(|(_, one)| found.answer(&one.id).is_some()) {
            blocks.push(Block::Text(setda::UNCHECKED_NOTE.to_owned()));
        }
        blocks.push(Block::List(false, open));
    }
}
