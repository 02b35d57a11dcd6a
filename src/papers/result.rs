//! *Lembar Hasil Penilaian Mandiri*: everything an office has said of itself, and what it comes to.
//!
//! Invariant: every indicator stands on it with all that is held for it; no figure stands without its range.

use super::answer::{held, said};
use super::office::{begun, identity, signed};
use super::plan::{blocks, lines, made};
use super::{Block, Paper, Table};
use crate::domain::assessment::{Answer, Choice};
use crate::domain::date::Date;
use crate::domain::history::by_year;
use crate::domain::rubric::Indicator;
use crate::format::document;
use crate::format::wording::seen;
use crate::state::Work;
use crate::ui::text::{hasil, kertas, number, pengisian, riwayat};

mod figures;
mod verified;

/// The sheet.
pub fn sheet(work: &Work, today: Option<Date>) -> Paper {
    let mut paper = begun(work, kertas::RESULT);
    let out = &mut paper.blocks;
    out.push(Block::Part(kertas::IDENTITY.to_owned()));
    let mut facts = identity(work);
    facts.push((kertas::DIGEST.to_owned(), document::digest_of_content(&work.assessment, &work.rubric)));
    out.push(Block::Facts(facts));
    figures::estimate(work, out);
    figures::dimensions(work, out);
    figures::decisive(work, out);
    verified::blocks(work, out);
    answers(work, out);
    grounds(work, out);
    blocks(work, made(work).as_ref(), today, out);
    history(work, out);
    out.push(Block::Part(hasil::LIMITS.to_owned()));
    out.push(Block::List(false, work.rubric.limits.iter().map(ToString::to_string).collect()));
    out.push(Block::Part(kertas::SIGNED.to_owned()));
    out.push(signed(&[kertas::MADE, kertas::CHECKED]));
    paper
}

/// An indicator by its code and name.
pub(super) fn named(indicator: &Indicator) -> String {
    format!("{} · {}", indicator.id, indicator.name)
}

/// Every answer with its grounds, beside the figures it gives.
fn answers(work: &Work, out: &mut Vec<Block>) {
    out.push(Block::Part(kertas::ANSWERS.to_owned()));
    out.push(Block::Text(hasil::workings_note(&work.rubric)));
    for (at, dimension) in work.rubric.dimensions.iter().enumerate() {
        out.push(Block::Piece(hasil::workings(&dimension.name, work.rubric.whole().percent(at))));
        let mut table =
            Table::new(&dimension.name, &[(&*work.rubric.terms.indicator, 22), (hasil::ANSWERS, 50)]);
        figures::heads(&mut table);
        let mean = figures::mean(work, at);
        let mut rows = mean.rows.iter();
        for indicator in &dimension.indicators {
            let row = if indicator.is_scored() { rows.next() } else { None };
            let basis = figures::basis(indicator);
            let (first, rest) = held(work, indicator, work.assessment.answer(&indicator.id), true);
            let mut line = vec![lines(&[&named(indicator), basis]), lines(&[&first, &rest.join("\n")])];
            line.extend(figures::of_row(row));
            table.rows.push(line);
        }
        figures::sum(&mean, &mut table);
        out.push(Block::Table(table));
    }
    figures::whole(work, out);
}

/// What is assumed, and what is left out, each with its grounds.
fn grounds(work: &Work, out: &mut Vec<Block>) {
    let of = |indicator: &Indicator, answer: &Answer| {
        let left_out = |choice: &Choice| *choice == Choice::NotApplicable;
        let leaves = answer.choice.iter().any(left_out) || answer.samples.values().any(left_out);
        let assumed = answer.assumed || (indicator.always_assumed && answer.choice.is_some());
        (assumed, leaves)
    };
    let mut assumed = Table::new(kertas::ASSUMED, &kertas::GROUNDS);
    let mut left = Table::new(kertas::NOT_RELEVANT, &kertas::REASONS);
    for (_, indicator) in work.rubric.indicators() {
        let Some(answer) = work.assessment.answer(&indicator.id) else { continue };
        let line = |ground: &str| vec![named(indicator), said(&work.rubric, indicator, answer), seen(ground)];
        let (is_assumed, leaves) = of(indicator, answer);
        if is_assumed {
            assumed.rows.push(line(&answer.ground));
        }
        if leaves {
            left.rows.push(line(&answer.reason));
        }
    }
    for table in [assumed, left] {
        out.push(Block::Part(table.name.clone()));
        if table.rows.is_empty() {
            out.push(Block::Text(kertas::NONE.to_owned()));
        } else {
            out.push(Block::Table(table));
        }
    }
}

/// Published results of other years; nothing where none was noted.
fn history(work: &Work, out: &mut Vec<Block>) {
    let mut table = Table::new(
        riwayat::TITLE,
        &[(riwayat::YEAR, 2), (riwayat::RULE, 5), (riwayat::SCORE, 2), (riwayat::CHANGE, 3)],
    );
    let results = by_year(&work.assessment.history);
    for (_, past) in &results {
        let change = riwayat::change(&work.assessment, &results, past);
        table.rows.push(vec![past.year.to_string(), seen(&past.rubric), number::score(past.score), change]);
    }
    if !table.rows.is_empty() {
        out.push(Block::Part(riwayat::TITLE.to_owned()));
        out.push(Block::Table(table));
    }
}

/// What stands where there is no figure.
pub(super) fn or_none(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| pengisian::UNANSWERED.to_owned())
}
