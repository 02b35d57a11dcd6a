//! *Ringkasan*: what a book is about, and what it comes to, line by line.
//!
//! Invariant: that this is no official result stands in the first line.

use super::fill::Kind;
use super::{Cell, Line, words};
use crate::domain::assessment::Assessment;
use crate::domain::number::Decimal;
use crate::domain::rubric::{Mode, Rubric};
use crate::domain::scorecard::Scorecard;
use crate::domain::standing::{Resting, Span};
use crate::domain::zone::Subject;
use crate::format::wording::{OWN_WEIGHTS, category_term};

/// The lines.
pub fn lines(rubric: &Rubric, assessment: &Assessment, card: &Scorecard, kind: Kind) -> Vec<Line> {
    let text = |text: &str| Cell::text(text);
    let year =
        assessment.assessment_year.map_or(Cell::Empty, |year| Cell::Number(Decimal::whole(year.into())));
    let mut all = vec![
        (words::REMARK.to_owned(), text(words::CAVEAT)),
        (words::INSTRUMENT.to_owned(), text(&rubric.name)),
        (words::RUBRIC.to_owned(), text(&rubric.id)),
        (words::VERSION.to_owned(), text(&rubric.version)),
        (words::NUMBER.to_owned(), text(&assessment.id)),
        (words::PEMDA.to_owned(), text(&assessment.unit.pemda)),
        (words::UNIT.to_owned(), text(&assessment.unit.name)),
        (words::YEAR.to_owned(), year),
    ];
    let mut put = |title: &str, cell: Cell| all.push((title.to_owned(), cell));
    if assessment.mode == Mode::PerCriterion {
        put(words::MODE, text(words::PER_CRITERION));
    }
    if kind == Kind::Blank {
        put(words::HOW, text(words::HOW_TO));
    } else {
        let (score, whole) = (&card.score, |score| Cell::Score(score));
        put(words::STANDING, text(&standing(rubric, card)));
        put(words::POINT, Cell::score(score.point));
        put(words::LOW, whole(score.full.low));
        put(words::HIGH, whole(score.full.high));
        put(words::ANSWERS_LOW, whole(score.answers.low));
        put(words::ANSWERS_HIGH, whole(score.answers.high));
        put(words::SUPPORTED, Cell::score(card.supported));
        put(words::ANSWERED, Cell::count(card.progress.answered));
        put(words::TOTAL, Cell::count(card.progress.total));
        put(words::ASSUMED, Cell::count(card.assumed));
        put(words::LEAVING, Cell::count(card.not_applicable));
        let official = assessment.official.as_ref().and_then(|official| official.score);
        if official.is_some() {
            put(&rubric.terms.official, Cell::score(official));
        }
        put(words::CHANGED, Cell::day(&assessment.updated_at));
        for (dimension, score) in rubric.dimensions.iter().zip(&card.dimensions) {
            let title = format!("{} {}", rubric.terms.dimension, dimension.name);
            put(&title, Cell::score(score.score.point));
        }
    }
    let line = |(title, cell): (String, Cell)| Line { cells: vec![text(&title), cell], choices: None };
    all.into_iter().map(line).collect()
}

/// The strongest statement about category and zone, in words.
fn standing(rubric: &Rubric, card: &Scorecard) -> String {
    let standing = &card.standing;
    if card.score.point.is_none() {
        return "Belum ada yang diisi".to_owned();
    }
    let name = |place: usize| {
        let category = rubric.categories.items.get(place);
        category.map_or_else(String::new, |category| match &**category.name(Subject::Unit) {
            "" => category.id.to_string(),
            name => name.to_owned(),
        })
    };
    let span = |low: String, high: String| {
        if low == high { low } else { format!("antara {low} dan {high}") }
    };
    let (low, high) = standing.category.ends();
    let mut said = format!("{} {}", category_term(rubric), span(name(low), name(high)));
    if let Some(zone) = standing.zone {
        let (low, high) = zone.ends();
        said = format!("Zona {}; {said}", span(low.word().to_owned(), high.word().to_owned()));
    }
    let open = matches!(standing.category, Span::Between(..));
    let rests = match standing.resting {
        Resting::Neither => " (belum dapat ditentukan)",
        Resting::Answers => " (dengan bobot perkiraan)",
        Resting::Full if open => " (menurut kisaran)",
        Resting::Full => "",
    };
    said.push_str(rests);
    if !rubric.is_as_it_came() {
        said.push_str(OWN_WEIGHTS);
    }
    if card.assumed > 0 {
        said = format!("{said}, bila {} asumsi benar", card.assumed);
    }
    said
}
