//! *Pakta integritas*: what the head of an office pledges, the target, and the plan beneath it.
//!
//! Invariant: it pledges how the work is done, never a result; the plan is attached whole.

use super::office::{begun, signed};
use super::plan::{blocks, made, target};
use super::{Block, Paper};
use crate::domain::date::Date;
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{home, kertas, number, perbaikan, standing};

/// The paper.
pub fn sheet(work: &Work, today: Option<Date>) -> Paper {
    let Work { rubric, assessment, scorecard, .. } = work;
    let plan = made(work);
    let goal = target(work, plan.as_ref());
    let mut paper = begun(work, kertas::PLEDGE);
    let out = &mut paper.blocks;
    out.push(Block::Text(kertas::PLEDGE_WHO.to_owned()));
    let mut facts = Vec::new();
    for (name, said) in [
        (kertas::NAME, String::new()),
        (kertas::NUMBER, String::new()),
        (kertas::POST, String::new()),
        (home::UNIT_NAME, seen(&assessment.unit.name)),
    ] {
        facts.push((name.to_owned(), said));
    }
    out.push(Block::Facts(facts));
    let year = assessment.assessment_year.map(|year| year.to_string()).unwrap_or_default();
    out.push(Block::Text(kertas::pledge_lead(&rubric.name, &year)));
    out.push(Block::List(true, kertas::PLEDGES.iter().map(|one| (*one).to_owned()).collect()));
    out.push(Block::Part(perbaikan::GOAL.to_owned()));
    let now = scorecard.score.point.map_or_else(
        || kertas::NOT_YET.to_owned(),
        |point| kertas::between(&number::score(point), &number::range(scorecard.score.full)),
    );
    let visit =
        assessment.wanted.as_ref().map(|wanted| number::date(&seen(&wanted.visit))).unwrap_or_default();
    let mut facts = vec![
        (kertas::GOAL.to_owned(), goal),
        (kertas::NOW.to_owned(), now),
        (kertas::READING.to_owned(), standing::sentence(rubric, scorecard)),
    ];
    if !visit.trim().is_empty() {
        facts.push((perbaikan::VISIT.to_owned(), visit));
    }
    out.push(Block::Facts(facts));
    out.push(Block::Text(kertas::PLEDGE_END.to_owned()));
    out.push(signed(&[kertas::PLEDGED, kertas::KNOWN]));
    out.push(Block::NewPage);
    out.push(Block::Strong(kertas::ATTACHED.to_owned()));
    blocks(work, plan.as_ref(), today, out);
    paper
}
