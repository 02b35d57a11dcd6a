//! *Nota ringkas*: one page for the secretary: who has sent, who is weak, what to order this week and to whom.
//!
//! Invariant: it fits one A4 page whatever is in it: every list is cut and says how much more there is, and every text
//! has a most.

use super::offices::{Offices, reading};
use super::orders::{orders, weak};
use super::summary::in_a_sentence;
use super::{Block, Paper, Signatures, Table};
use crate::domain::recap::units::Sent;
use crate::format::wording::seen;
use crate::ui::text::{number, rekap, setda};

/// Offices that are named in running text.
const NAMED: usize = 2;
/// Weak offices that are shown.
const WEAK: usize = 4;
/// Letters of a typed line, and of one that shares its line with another; lines of the letterhead.
const LINE: usize = 64;
const HALF: usize = 40;
const LINES: usize = 2;
/// Letters of why an instrument is not averaged.
const REASON: usize = 200;

/// The note.
#[must_use]
pub fn note(all: &Offices<'_>) -> Paper {
    let mut paper = all.begun(setda::NOTE);
    paper.letterhead.truncate(LINES);
    for line in &mut paper.letterhead {
        *line = setda::cut(line, LINE);
    }
    let blocks = &mut paper.blocks;
    let facts = [
        (setda::TO, setda::cut(&all.to(), LINE)),
        (setda::FROM, setda::cut(&all.from(), LINE)),
        (setda::DAY, setda::cut(&number::date(all.day()), LINE)),
        (setda::NUMBER, setda::cut(&all.typed.number, LINE)),
        (setda::ABOUT, setda::about(&all.rubric.short_name, all.recap.year)),
    ];
    let known = facts.into_iter().filter(|(_, said)| !said.trim().is_empty());
    blocks.push(Block::Facts(known.map(|(name, said)| (name.to_owned(), said)).collect()));
    blocks.push(Block::Part(setda::SENT.to_owned()));
    blocks.push(Block::List(false, sent(all)));
    blocks.push(Block::Part(setda::WEAK.to_owned()));
    blocks.push(Block::Text(setda::cut(&in_a_sentence(all), REASON)));
    weakest(all, blocks);
    blocks.push(Block::Part(setda::ORDERS.to_owned()));
    ordered(all, blocks);
    blocks.push(Block::Signatures(Signatures {
        place: setda::place(&setda::cut(&all.typed.place, HALF), &setda::cut(all.day(), HALF)),
        who: vec![
            (setda::DISPOSITION.to_owned(), setda::cut(&all.to(), LINE)),
            (setda::MADE_BY.to_owned(), setda::cut(&all.from(), LINE)),
        ],
    }));
    paper
}

fn sent(all: &Offices<'_>) -> Vec<String> {
    let mut points = Vec::new();
    if all.list.units.is_empty() {
        let names: Vec<String> = all.rows().into_iter().map(rekap::office).collect();
        points.push(setda::have_sent(&names, names.len(), NAMED));
        points.push(setda::NO_LIST.to_owned());
    } else {
        let (listed, awaited) = (all.sent(), all.awaited());
        let came = listed.iter().filter(|(_, sent)| matches!(sent, Sent::Counted(_)));
        let names: Vec<String> = came.map(|(unit, _)| seen(&unit.name)).collect();
        points.push(setda::have_sent(&names, listed.len(), NAMED));
        if !awaited.is_empty() {
            points.push(setda::have_not_sent(&awaited, NAMED));
        }
        let resend = all.resend();
        if !resend.is_empty() {
            points.push(setda::to_resend(&resend, NAMED));
        }
        let unlisted = all.list.unlisted(all.collection, all.recap).len();
        if unlisted > 0 {
            points.push(setda::not_listed(unlisted));
        }
    }
    // Files that are named above need no line of their own.
    let uncounted = all.uncounted();
    if uncounted > all.resend().len() {
        points.push(setda::not_counted(uncounted));
    }
    points
}

fn weakest(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let found = weak(all);
    if found.is_empty() {
        blocks.push(Block::Text(setda::NO_ANSWERS.to_owned()));
        return;
    }
    let shown = found.len().min(WEAK);
    blocks.push(Block::Text(setda::weakest(shown, found.len())));
    let mut table = Table::new(setda::WEAK, &setda::WEAK_HEADS);
    for (row, _) in found.into_iter().take(WEAK) {
        let Some(own) = &row.own else { continue };
        table.rows.push(vec![
            setda::short(&rekap::office(row)),
            setda::score(own.figure.point),
            setda::range(own.figure.full),
            reading(all.rubric, &own.standing(all.rubric)),
            rekap::progress_of(own.progress),
        ]);
    }
    blocks.push(Block::Table(table));
}

fn ordered(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let orders = orders(all);
    if orders.is_empty() {
        blocks.push(Block::Text(setda::NO_ORDERS.to_owned()));
        return;
    }
    let mut table = Table::new(setda::ORDERS, &setda::ORDERS_HEADS);
    for (at, order) in orders.into_iter().enumerate() {
        let what = setda::numbered(at, &order.what);
        table.rows.push(vec![what, setda::heads(&order.to), order.because]);
    }
    blocks.push(Block::Table(table));
}
