//! *Lembar pendampingan*: what to ask a companion, how it is answered now, and room to write.
//!
//! Invariant: every indicator marked for it stands on it, with all that is held for it.

use super::answer::held;
use super::office::{begun, signed};
use super::plan::lines;
use super::{Block, Paper, Table};
use crate::domain::date::Date;
use crate::domain::rubric::Indicator;
use crate::state::Work;
use crate::ui::text::{kertas, tindak_lanjut};

/// Line breaks that leave room for a hand.
const ROOM: &str = "\n\n\n\n\n";

/// The paper.
pub fn sheet(work: &Work, _: Option<Date>) -> Paper {
    let mut paper = begun(work, kertas::QUESTIONS);
    let mut table = Table::new(kertas::QUESTIONS, &kertas::ASKED);
    for indicator in marked(work) {
        let (first, rest) = held(work, indicator, work.assessment.answer(&indicator.id), false);
        let name = format!("{} · {}", indicator.id, indicator.name);
        let now = lines(&[&first, &rest.join("\n")]);
        table.rows.push(vec![lines(&[&name, &indicator.question]), now, ROOM.to_owned()]);
    }
    paper.blocks.push(if table.rows.is_empty() {
        Block::Text(tindak_lanjut::QUESTIONS_NONE.to_owned())
    } else {
        Block::Table(table)
    });
    paper.blocks.push(signed(&[kertas::ASKING, kertas::COMPANION]));
    paper
}

/// The indicators marked for it.
fn marked(work: &Work) -> impl Iterator<Item = &Indicator> {
    let asks = |indicator: &Indicator| work.assessment.answer(&indicator.id).is_some_and(|answer| answer.ask);
    work.rubric.indicators().map(|(_, indicator)| indicator).filter(move |indicator| asks(indicator))
}
