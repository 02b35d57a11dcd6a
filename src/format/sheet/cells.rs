//! What is read back, cell by cell: from an answer, and into one.
//!
//! Invariant: what [`of`] gives of an answer, [`put`] into that answer changes nothing.

use super::column::Col;
use super::trouble::What;
use super::{Cell, said_day, words};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice, Evidence, Met};
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Rubric, Scale, ScaleKind};
use crate::format::json::shown;
use crate::format::number::read_comma;

/// A choice as a cell.
pub fn choice(choice: Option<Choice>, typed: &Text) -> Cell {
    match choice {
        Some(Choice::Level(number) | Choice::Value(number)) => Cell::Number(number),
        Some(Choice::NotApplicable) => Cell::text(words::NOT_RELEVANT),
        None => Cell::text(typed),
    }
}

/// What an answer has in a column of *Jawaban* that is read back.
pub fn of(col: Col, answer: &Answer) -> Cell {
    match col {
        Col::Own => choice(answer.choice, &answer.typed),
        Col::Reason => Cell::text(&answer.reason),
        Col::Assumed => Cell::text(if answer.assumed { words::YES } else { "" }),
        Col::Ground => Cell::text(&answer.ground),
        Col::Note => Cell::text(&answer.note),
        _ => Cell::Empty,
    }
}

/// What a document has in a column of *Bukti dukung* that is read back.
pub fn of_evidence(col: Col, evidence: &Evidence) -> Cell {
    match col {
        Col::State => Cell::text(words::state(evidence.state)),
        Col::Title => Cell::text(&evidence.title),
        Col::Where => Cell::text(&evidence.where_kept),
        Col::Date => Cell::day(&evidence.date),
        Col::Until => Cell::day(&evidence.valid_until),
        _ => Cell::Empty,
    }
}

/// Puts a cell into an answer, unless it says what the answer says already.
///
/// # Errors
/// Why it cannot be read. What was typed for an answer is then kept, and counts as blank.
pub fn put(
    col: Col,
    cell: &Cell,
    answer: &mut Answer,
    rubric: &Rubric,
    indicator: &Indicator,
) -> Result<(), What> {
    if cell.is_same(&of(col, answer)) {
        return Ok(());
    }
    let text = || Text::from(cell.bare());
    match col {
        Col::Own => match read_choice(cell, rubric, indicator) {
            Ok(read) => (answer.choice, answer.typed) = (read, Text::default()),
            Err(what) => {
                (answer.choice, answer.typed) = (None, text());
                return Err(what);
            }
        },
        Col::Reason => answer.reason = text(),
        Col::Assumed => {
            answer.assumed = match &*cell.bare().to_lowercase() {
                "" => false,
                words::YES => true,
                _ => return Err(What::Word(shown(&cell.bare()), vec![words::YES.to_owned()])),
            }
        }
        Col::Ground => answer.ground = text(),
        Col::Note => answer.note = text(),
        _ => {}
    }
    Ok(())
}

/// Puts a cell into a document, unless it says what the document says already.
///
/// # Errors
/// Why it cannot be read. What was typed for a day is then kept.
pub fn put_evidence(col: Col, cell: &Cell, evidence: &mut Evidence) -> Result<(), What> {
    if cell.is_same(&of_evidence(col, evidence)) {
        return Ok(());
    }
    let text = || Text::from(cell.bare());
    let day = || match cell {
        Cell::Day(day) => Some(*day),
        _ => Date::read(&cell.bare()),
    };
    match col {
        Col::State => {
            let word = cell.bare().to_lowercase();
            let known = words::STATES.iter().find(|(own, _)| *own == word || word.is_empty());
            let (_, state) = known.ok_or_else(|| {
                What::Word(shown(&cell.bare()), words::STATES.map(|(word, _)| word.to_owned()).to_vec())
            })?;
            evidence.state = *state;
        }
        Col::Title => evidence.title = text(),
        Col::Where => evidence.where_kept = text(),
        Col::Date | Col::Until => {
            let read = day();
            let own = if col == Col::Date { &mut evidence.date } else { &mut evidence.valid_until };
            *own = read.map_or_else(text, |day| said_day(day, '-').into());
            if read.is_none() && own.contains(char::is_alphanumeric) {
                return Err(What::Day(shown(own), col == Col::Until));
            }
        }
        _ => {}
    }
    Ok(())
}

/// How far a criterion is met.
///
/// # Errors
/// That it is none of the words for it.
pub fn read_met(cell: &Cell) -> Result<Option<Met>, What> {
    let word = cell.bare().to_lowercase();
    if word.is_empty() {
        return Ok(None);
    }
    let known = words::MET.iter().find(|(own, _)| *own == word).map(|(_, met)| *met);
    let words = || words::MET.map(|(word, _)| word.to_owned()).to_vec();
    known.map(Some).ok_or_else(|| What::Word(shown(&cell.bare()), words()))
}

/// The choice that a cell means.
///
/// # Errors
/// That the scale does not take it.
pub fn read_choice(cell: &Cell, rubric: &Rubric, indicator: &Indicator) -> Result<Option<Choice>, What> {
    let given = cell.bare();
    let Some(scale) = rubric.scale_of(indicator).filter(|_| !given.is_empty()) else { return Ok(None) };
    if given.to_lowercase() == words::NOT_RELEVANT && indicator.not_applicable {
        return Ok(Some(Choice::NotApplicable));
    }
    let number = match cell {
        Cell::Number(number) => Some(*number),
        Cell::Score(score) => Some(score.decimal()),
        Cell::Day(_) => None,
        _ => read_comma(&given).ok().or_else(|| by_code(scale, &given)),
    };
    match number.filter(|number| scale.takes(*number)) {
        Some(number) if scale.is_continuous() => Ok(Some(Choice::Value(number))),
        Some(number) => Ok(Some(Choice::Level(number))),
        None => Err(What::Scale(shown(&given), options(scale, indicator), scale.is_continuous())),
    }
}

/// The level that has this code.
fn by_code(scale: &Scale, code: &str) -> Option<Decimal> {
    let ScaleKind::Levels(levels) = &scale.kind else { return None };
    let is_it = |own: &Text| !own.is_empty() && own.to_lowercase() == code.to_lowercase();
    levels.iter().find(|level| is_it(&level.code)).map(|level| level.value)
}

/// What can be answered: the levels, or both ends.
pub fn options(scale: &Scale, indicator: &Indicator) -> Vec<Cell> {
    let mut options: Vec<Cell> = match &scale.kind {
        ScaleKind::Levels(levels) => levels.iter().map(|level| Cell::Number(level.value)).collect(),
        ScaleKind::Continuous { minimum, maximum, .. } => {
            vec![Cell::Number(*minimum), Cell::Number(*maximum)]
        }
    };
    if indicator.not_applicable {
        options.push(Cell::text(words::NOT_RELEVANT));
    }
    options
}
