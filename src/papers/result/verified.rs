//! What a verifier found, beside what the office said.
//!
//! Invariant: every finding and every note of the verifier stands in it; nothing where nothing was verified.

use super::named;
use crate::domain::assessment::Answer;
use crate::domain::verification::{count, so_far};
use crate::format::wording::seen;
use crate::papers::answer::said;
use crate::papers::{Block, Table};
use crate::state::Work;
use crate::ui::text::{number, standing, verifikasi};

/// The part about it.
pub fn blocks(work: &Work, out: &mut Vec<Block>) {
    let (rubric, assessment) = (&work.rubric, &work.assessment);
    let Some(verification) = &assessment.verification else { return };
    out.push(Block::Part(verifikasi::TITLE.to_owned()));
    let mut facts = vec![(verifikasi::WHO.to_owned(), verifikasi::who(verification))];
    if let Some(card) = so_far(rubric, assessment) {
        let range = number::range(card.score.full);
        let figure = card.score.point.map(|point| format!("{} ({range})", number::score(point)));
        let told = format!("{}. {}.", figure.unwrap_or(range), standing::sentence(rubric, &card));
        facts.push((rubric.terms.verified.to_string(), told));
    }
    facts.push((verifikasi::COLUMNS.to_owned(), verifikasi::count(count(rubric, assessment))));
    out.push(Block::Facts(facts));
    let heads = [
        (&*rubric.terms.indicator, 5),
        (&*rubric.terms.own, 5),
        (&*rubric.terms.verified, 5),
        (verifikasi::FINDING, 3),
        (verifikasi::NOTE, 5),
    ];
    let mut table = Table::new(verifikasi::FINDINGS, &heads);
    let none = Answer::default();
    for (_, indicator) in rubric.indicators() {
        let finding = verification.findings.get(&indicator.id).copied();
        let (given, note) = (verification.answer(&indicator.id), verification.note(&indicator.id));
        if finding.is_none() && given.is_none() && note.is_empty() {
            continue;
        }
        table.rows.push(vec![
            named(indicator),
            said(rubric, indicator, assessment.answer(&indicator.id).unwrap_or(&none)),
            given.map(|given| said(rubric, indicator, given)).unwrap_or_default(),
            finding.map(verifikasi::finding).unwrap_or_default().to_owned(),
            seen(&note),
        ]);
    }
    if !table.rows.is_empty() {
        out.push(Block::Table(table));
    }
}
