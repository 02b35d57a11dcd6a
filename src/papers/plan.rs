//! What an office wants to reach and how: the least plan, and what was agreed to be done.
//!
//! Invariant: a plan is made of what is answered; nothing agreed is left out, whatever has become of it.

use super::answer::level;
use super::office::{begun, signed, subject};
use super::{Block, Paper, Table};
use crate::domain::action::{Headway, by_due};
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::domain::oversight::{self, Oversight};
use crate::domain::plan::{Change, Plan, Search};
use crate::domain::proposal::too_high;
use crate::domain::rubric::{Indicator, Mode, Rubric};
use crate::domain::wanted::Wanted;
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{kertas, number, pengisian, perbaikan, riwayat, tindak_lanjut};

/// How far a plan is searched: a moment, also on a phone.
const BUDGET: u64 = 10_000_000;

/// The plan for what is to be reached; none while nothing is answered.
pub fn made(work: &Work) -> Option<Plan> {
    work.scorecard.score.point?;
    let wanted = work.assessment.wanted.as_ref();
    let goal = wanted.map(|wanted| wanted.goal(&work.rubric)).unwrap_or_default();
    let mut search = Search::new(&work.rubric, &work.assessment, &goal);
    search.advance(BUDGET);
    Some(search.plan())
}

/// *Lembar rencana perbaikan*, a paper by itself.
pub fn sheet(work: &Work, today: Option<Date>) -> Paper {
    let mut paper = begun(work, kertas::PLAN);
    paper.lying = true;
    blocks(work, made(work).as_ref(), today, &mut paper.blocks);
    paper.blocks.push(signed(&[kertas::MADE, kertas::KNOWN]));
    paper
}

/// The category to be reached: what was chosen, else what the plan is for; empty where there is neither.
pub fn target(work: &Work, plan: Option<&Plan>) -> String {
    let chosen = work.assessment.wanted.as_ref().and_then(|wanted| wanted.place(&work.rubric));
    let place = chosen.or(plan.map(|plan| plan.target));
    let category = place.and_then(|place| work.rubric.categories.items.get(place));
    category.map(|category| riwayat::reading(category, subject(&work.assessment))).unwrap_or_default()
}

/// The plan, what was agreed, and what supervisors demand.
pub fn blocks(work: &Work, plan: Option<&Plan>, today: Option<Date>, out: &mut Vec<Block>) {
    out.push(Block::Part(perbaikan::TITLE.to_owned()));
    match plan {
        Some(plan) => steps(work, plan, today, out),
        None => out.push(Block::Text(kertas::NO_PLAN.to_owned())),
    }
    out.push(Block::Part(tindak_lanjut::SHEET.to_owned()));
    agreed(work, today, out);
    demanded(&work.assessment.oversight, today, out);
}

fn steps(work: &Work, plan: &Plan, today: Option<Date>, out: &mut Vec<Block>) {
    let (rubric, subject) = (&work.rubric, subject(&work.assessment));
    let none = Wanted::default();
    let wanted = work.assessment.wanted.as_ref().unwrap_or(&none);
    let [now, lowest] = perbaikan::NOW;
    let progress = &work.scorecard.progress;
    let now = if progress.answered < progress.total { lowest } else { now };
    let mut said = vec![
        perbaikan::heading(rubric, plan, subject) + ".",
        perbaikan::figure(rubric, now, &plan.before, subject),
    ];
    let terms = perbaikan::terms(rubric, wanted);
    if plan.reachable && plan.changes.is_empty() {
        said.push(terms + kertas::REACHED);
    } else {
        let after = if plan.reachable { perbaikan::AFTER } else { perbaikan::AFTER_ALL };
        said.push(perbaikan::figure(rubric, after, &plan.after, subject));
        // A proof holds under its terms only, so they stand before it.
        said.push(terms + &perbaikan::summary(plan, wanted));
    }
    let visit = seen(&wanted.visit);
    let today = today.map(|day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()));
    said.push(perbaikan::made(&today.unwrap_or_default(), visit.trim()));
    out.push(Block::Text(said.join("\n")));
    let mut table = Table::new(perbaikan::TITLE, &kertas::STEPS);
    let after = plan.applied(rubric, &work.assessment);
    for change in &plan.changes {
        table.rows.extend(step(work, change, wanted, &after));
    }
    if !table.rows.is_empty() {
        out.push(Block::Table(table));
    }
}

/// One step: of what, what is, what is to be, by what it shows, what it adds and asks.
fn step(work: &Work, change: &Change, wanted: &Wanted, after: &Assessment) -> Option<Vec<String>> {
    let Work { rubric, assessment, .. } = work;
    let indicator = rubric.dimensions.get(change.place.0)?.indicators.get(change.place.1)?;
    let by_criteria = assessment.mode == Mode::PerCriterion && !indicator.criteria.is_empty();
    let said = |value| {
        if by_criteria {
            tindak_lanjut::met(&number::decimal(value))
        } else {
            level(rubric, indicator, value)
        }
    };
    let now = if change.was_blank { pengisian::UNANSWERED.to_owned() } else { said(change.rise.from) };
    let mut to = vec![said(change.rise.to)];
    for piece in &change.rise.pieces {
        to.push(reached(work, rubric, indicator, &piece.id, piece.to));
    }
    to.extend(too_high(rubric, indicator, after).map(perbaikan::passes));
    let adds = perbaikan::points(change.points, wanted.aim);
    let effort = perbaikan::efforts(change.rise.effort, wanted.effort_of(indicator));
    let needs = lines(&[&adds, perbaikan::kind(indicator.step.kind), &effort]);
    Some(vec![
        format!("{} · {}", indicator.id, indicator.name),
        now,
        to.join("\n"),
        indicator.evidence.join("\n"),
        needs,
    ])
}

/// A criterion to be met, or the level of a product or person.
fn reached(work: &Work, rubric: &Rubric, indicator: &Indicator, id: &str, to: Decimal) -> String {
    if let Some(criterion) = indicator.criteria.iter().find(|own| *own.id == *id) {
        let partly = if to < Decimal::whole(100) { perbaikan::PARTLY } else { "" };
        return format!("{}{partly}", criterion.text);
    }
    let sample = work.assessment.samples.iter().find(|sample| *sample.id == *id);
    let name = sample.map(|sample| seen(&sample.name)).unwrap_or_default();
    format!("{name}: {}", level(rubric, indicator, to))
}

fn agreed(work: &Work, today: Option<Date>, out: &mut Vec<Block>) {
    let actions = &work.assessment.actions;
    let mut table = Table::new(tindak_lanjut::SHEET, &[]);
    for (head, share) in tindak_lanjut::COLUMNS.into_iter().zip([5, 5, 4, 4, 4, 4, 4]) {
        table.heads.push((head.to_owned(), share));
    }
    for one in by_due(actions).into_iter().filter_map(|at| actions.get(at)) {
        let source = tindak_lanjut::SOURCES.get(one.source as usize).copied().unwrap_or_default();
        table.rows.push(vec![
            lines(&[&seen(&one.finding), source]),
            seen(&one.action),
            seen(&one.output),
            seen(&one.responsible),
            end(&one.due, one.days_left(today)),
            seen(&one.evidence),
            lines(&[status(one.headway), &seen(&one.reason)]),
        ]);
    }
    if table.rows.is_empty() {
        out.push(Block::Text(tindak_lanjut::NONE.to_owned()));
    } else {
        out.push(Block::Table(table));
    }
}

fn demanded(list: &[Oversight], today: Option<Date>, out: &mut Vec<Block>) {
    let mut table = Table::new(tindak_lanjut::OVERSIGHT, &[]);
    for head in tindak_lanjut::OVERSIGHT_COLUMNS {
        table.heads.push((head.to_owned(), 1));
    }
    for one in oversight::by_due(list).into_iter().filter_map(|at| list.get(at)) {
        let kind = tindak_lanjut::KINDS.get(one.kind as usize).copied().unwrap_or_default();
        table.rows.push(vec![
            lines(&[kind, &seen(&one.number)]),
            seen(&one.date),
            end(&one.due, one.days_left(today)),
            status(one.headway).to_owned(),
            seen(&one.note),
        ]);
    }
    if !table.rows.is_empty() {
        out.push(Block::Piece(tindak_lanjut::OVERSIGHT.to_owned()));
        out.push(Block::Table(table));
    }
}

fn status(headway: Headway) -> &'static str {
    tindak_lanjut::HEADWAYS.get(headway as usize).copied().unwrap_or_default()
}

/// An end, with how far it is off where it has passed.
fn end(due: &str, left: Option<i64>) -> String {
    let late = left.filter(|days| *days < 0).map(tindak_lanjut::left).unwrap_or_default();
    lines(&[&seen(due), &late])
}

/// What says something, each on a line of its own.
pub fn lines(pieces: &[&str]) -> String {
    let mut all = String::new();
    for piece in pieces.iter().filter(|piece| !piece.trim().is_empty()) {
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(piece);
    }
    all
}
