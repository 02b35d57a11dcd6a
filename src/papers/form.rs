//! The blank form for interviews and observation.
//!
//! Invariant: every indicator stands on it with all of its levels and criteria, and nothing that was answered.

use super::answer::level;
use super::plan::lines;
use super::{Block, Paper, Table};
use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::ui::text::{hasil, home, kertas, pengisian};

/// What is ticked with a pen.
const BOX: &str = "☐";

/// The paper.
pub fn sheet(rubric: &Rubric) -> Paper {
    let mut paper = Paper {
        title: home::FORM_TITLE.to_owned(),
        strip: kertas::strip(kertas::DOTS, (0, 0)),
        ..Paper::default()
    };
    let mut facts = vec![
        (hasil::INSTRUMENT.to_owned(), rubric.name.to_string()),
        (hasil::VERSION.to_owned(), home::rubric_version(&rubric.id, &rubric.version)),
    ];
    for name in [home::UNIT_NAME, home::UNIT_PEMDA, home::FORM_DATE, home::FORM_BY] {
        facts.push((name.to_owned(), String::new()));
    }
    for panel in &rubric.panels {
        for at in 0..panel.count {
            facts.push((pengisian::sample(&panel.name, at), String::new()));
        }
    }
    paper.blocks.push(Block::Facts(facts));
    paper.blocks.push(Block::Text(home::FORM_LEAD.to_owned()));
    for dimension in &rubric.dimensions {
        paper.blocks.push(Block::Part(dimension.name.to_string()));
        for indicator in &dimension.indicators {
            item(rubric, indicator, &mut paper.blocks);
        }
    }
    paper
}

fn item(rubric: &Rubric, indicator: &Indicator, out: &mut Vec<Block>) {
    out.push(Block::Piece(format!("{} · {}", indicator.id, indicator.name)));
    out.push(Block::Text(lines(&[&indicator.question, &indicator.hint])));
    answers(rubric, indicator, out);
    if !indicator.criteria.is_empty() {
        let heads =
            [(home::FORM_CRITERIA, 14), (pengisian::YES, 2), (pengisian::PARTLY, 3), (pengisian::NO, 2)];
        let mut table = Table::new(&lines(&[home::FORM_CRITERIA, &indicator.id]), &heads);
        for criterion in &indicator.criteria {
            table.rows.push(boxes(format!("{} {}", criterion.id, criterion.text), 3));
        }
        out.push(Block::Table(table));
    }
    if !indicator.evidence.is_empty() {
        let mut asked = vec![home::FORM_EVIDENCE.to_owned() + ":"];
        for one in &indicator.evidence {
            asked.push([BOX, " ", one].concat());
        }
        out.push(Block::Text(asked.join("\n")));
    }
    out.push(Block::Facts(vec![(home::FORM_NOTE.to_owned(), String::new())]));
}

/// The levels with a column for each product or person asked, or the line for a number.
fn answers(rubric: &Rubric, indicator: &Indicator, out: &mut Vec<Block>) {
    let Some(scale) = rubric.scale_of(indicator) else { return };
    let ScaleKind::Levels(steps) = &scale.kind else {
        let name = format!("{}: {}", pengisian::VALUE, pengisian::bounds(scale));
        return out.push(Block::Facts(vec![(name, String::new())]));
    };
    let [first, one] = home::FORM_ANSWER;
    let mut table = Table::new(&indicator.id, &[(first, 14)]);
    match rubric.panel_of(indicator) {
        None => table.heads.push((one.to_owned(), 3)),
        Some(panel) => {
            if let Some((head, _)) = table.heads.first_mut() {
                *head = home::form_answers(&panel.name);
            }
            for at in 1..=panel.count {
                table.heads.push((at.to_string(), 1));
            }
        }
    }
    let count = table.heads.len() - 1;
    for step in steps {
        table.rows.push(boxes(level(rubric, indicator, step.value), count));
    }
    if indicator.not_applicable {
        table.rows.push(boxes(pengisian::NOT_APPLICABLE.to_owned(), count));
    }
    out.push(Block::Table(table));
}

fn boxes(first: String, count: usize) -> Vec<String> {
    let mut row = vec![first];
    for _ in 0..count {
        row.push(BOX.to_owned());
    }
    row
}
