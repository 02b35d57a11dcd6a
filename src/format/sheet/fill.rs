//! A book from an assessment, or a blank one from an instrument.
//!
//! Invariant: the same assessment and instrument give the same book.

use super::advice::advice;
use super::cells;
use super::column::{Col, Part};
use super::summary;
use super::{Book, Cell, Column, Line, List, Sheet, words};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Evidence};
use crate::domain::date::Date;
use crate::domain::number::Score;
use crate::domain::office_weights::applied;
use crate::domain::rubric::{Indicator, Mode, Rubric, Scale, ScaleKind};
use crate::domain::scorecard::Scorecard;
use crate::domain::scorecard::item::Item;
use crate::domain::verification;
use crate::domain::whole::Whole;
use crate::format::number::show;
use crate::format::wording;

/// What a book is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To be looked at, and worked on further.
    Filled,
    /// To be filled in: a template.
    Blank,
}

/// The book of an assessment.
#[must_use]
pub fn book(rubric: &Rubric, assessment: &Assessment, kind: Kind) -> Book {
    let rubric = &*applied(rubric, &assessment.weights);
    let card = Scorecard::of(rubric, assessment);
    let mut making = Making { rubric, assessment, kind, lists: Vec::new() };
    let mut sheets = Vec::new();
    for part in Part::ALL {
        let columns = part.columns(kind == Kind::Blank);
        let lines = match part {
            Part::Summary => summary::lines(rubric, assessment, &card, kind),
            Part::Answers => making.answers(columns),
            Part::Evidence => making.evidence(columns),
            Part::Parts => making.parts(columns),
        };
        if !lines.is_empty() {
            let column = |col: &Col| Column {
                title: col.title(&rubric.terms),
                width: col.width(),
                is_read: col.is_read() && part != Part::Summary,
                is_day: matches!(col, Col::Date | Col::Until),
            };
            sheets.push(Sheet {
                name: part.name().into(),
                columns: columns.iter().map(column).collect(),
                lines,
                frozen: usize::from(part != Part::Summary),
            });
        }
    }
    Book { title: rubric.name.clone(), at: assessment.updated_at.clone(), sheets, lists: making.lists }
}

struct Making<'a> {
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    kind: Kind,
    lists: Vec<List>,
}

impl Making<'_> {
    /// The place of a list to choose from, put there where there is none like it yet.
    fn list(&mut self, title: &str, items: Vec<Cell>) -> usize {
        let held = self.lists.iter().position(|list| list.items == items);
        held.unwrap_or_else(|| {
            self.lists.push(List { title: title.into(), items });
            self.lists.len() - 1
        })
    }

    /// What can be chosen for an indicator, in the column for it.
    fn levels(&mut self, columns: &[Col], indicator: &Indicator) -> Option<(usize, usize)> {
        let scale = self.rubric.scale_of(indicator).filter(|scale| !scale.is_continuous())?;
        let at = columns.iter().position(|col| *col == Col::Own)?;
        Some((at, self.list(&scale.id, cells::options(scale, indicator))))
    }

    fn answers(&mut self, columns: &[Col]) -> Vec<Line> {
        let (rubric, none) = (self.rubric, Answer::default());
        let mut lines = Vec::new();
        for (place, dimension) in rubric.dimensions.iter().enumerate() {
            let mut scored = 0;
            for indicator in &dimension.indicators {
                let answer = self.assessment.answer(&indicator.id).unwrap_or(&none);
                let mut line = Vec::new();
                for col in columns {
                    line.push(match col {
                        Col::Code => Cell::text(&indicator.id),
                        Col::Dimension => Cell::text(&dimension.name),
                        Col::Indicator => Cell::text(&indicator.name),
                        Col::Weight if indicator.is_scored() => {
                            Cell::score(rubric.group(place).map(|group| group.percent(scored)))
                        }
                        Col::Basis => {
                            let basis = indicator.weight.as_ref().map(|weight| weight.provenance.basis);
                            Cell::text(basis.map_or("", wording::basis))
                        }
                        Col::Question => Cell::text(&indicator.question),
                        Col::Options => Cell::text(&self.options(indicator)),
                        Col::Counted => Cell::score(counted(rubric, self.assessment, indicator)),
                        Col::Verified => verified(rubric, self.assessment, indicator),
                        Col::Finding => Cell::text(&finding(self.assessment, indicator)),
                        Col::Official => {
                            let official = self.assessment.official.as_ref();
                            let number = official.and_then(|official| official.indicators.get(&indicator.id));
                            number.map_or(Cell::Empty, |number| Cell::Number(*number))
                        }
                        Col::Evidence => Cell::text(&in_short(self.assessment, indicator, answer)),
                        Col::Advice => Cell::text(&advice(rubric, self.assessment, indicator)),
                        _ => cells::of(*col, answer),
                    });
                }
                scored += usize::from(indicator.is_scored());
                lines.push(Line { cells: line, choices: self.levels(columns, indicator) });
            }
        }
        lines
    }

    /// What can be answered, in words.
    fn options(&self, indicator: &Indicator) -> String {
        let Some(scale) = self.rubric.scale_of(indicator) else { return String::new() };
        let said = cells::options(scale, indicator);
        if scale.is_continuous() {
            return said.iter().map(Cell::said).collect::<Vec<_>>().join(" – ");
        }
        said.iter().map(|option| worded(scale, indicator, option)).collect::<Vec<_>>().join("\n")
    }

    fn evidence(&mut self, columns: &[Col]) -> Vec<Line> {
        let states = words::STATES.map(|(word, _)| Cell::text(word)).to_vec();
        let at = columns.iter().position(|col| *col == Col::State);
        let choices = at.map(|at| (at, self.list("Keadaan", states)));
        let none = Answer::default();
        let mut lines = Vec::new();
        for (_, indicator) in self.rubric.indicators() {
            let answer = self.assessment.answer(&indicator.id).unwrap_or(&none);
            for document in documents(indicator, answer) {
                let cell = |col: &Col| match col {
                    Col::Code => Cell::text(&indicator.id),
                    Col::Indicator => Cell::text(&indicator.name),
                    Col::Asked => Cell::text(&document.asked),
                    _ => cells::of_evidence(*col, &document),
                };
                lines.push(Line { cells: columns.iter().map(cell).collect(), choices });
            }
        }
        lines
    }

    fn parts(&mut self, columns: &[Col]) -> Vec<Line> {
        let (rubric, none) = (self.rubric, Answer::default());
        let met = words::MET.map(|(word, _)| Cell::text(word)).to_vec();
        let own = columns.iter().position(|col| *col == Col::Own);
        let mut lines = Vec::new();
        if self.kind == Kind::Blank {
            return lines;
        }
        for (_, indicator) in rubric.indicators() {
            let answer = self.assessment.answer(&indicator.id).unwrap_or(&none);
            let mut put = |kind: &str, id: &str, name: &str, cell: Cell, choices| {
                let cells = columns.iter().map(|col| match col {
                    Col::Code => Cell::text(&indicator.id),
                    Col::Indicator => Cell::text(&indicator.name),
                    Col::Kind => Cell::text(kind),
                    Col::PartId => Cell::text(id),
                    Col::Name => Cell::text(name),
                    _ => cell.clone(),
                });
                lines.push(Line { cells: cells.collect(), choices });
            };
            if let Some(panel) = rubric.panel_of(indicator) {
                let choices = self.levels(columns, indicator);
                for sample in self.assessment.samples_of(rubric, panel) {
                    let chosen = answer.samples.get(&sample.id).copied();
                    let cell = cells::choice(chosen, &none.typed);
                    put(words::sample(sample.kind), &sample.id, &sample.name, cell, choices);
                }
            }
            if self.assessment.mode == Mode::PerCriterion || !answer.criteria.is_empty() {
                let choices = own.map(|at| (at, self.list("Kriteria", met.clone())));
                for criterion in &indicator.criteria {
                    let word = answer.criteria.get(&criterion.id).map_or("", |met| words::met(*met));
                    put(words::CRITERION, &criterion.id, &criterion.text, Cell::text(word), choices);
                }
            }
        }
        lines
    }
}

/// The documents of an answer in the order they are asked for; blank ones for those not spoken of, others last.
pub fn documents(indicator: &Indicator, answer: &Answer) -> Vec<Evidence> {
    let mut all = Vec::new();
    for asked in &indicator.evidence {
        let before = all.len();
        all.extend(answer.evidence.iter().filter(|held| held.asked == *asked).cloned());
        if all.len() == before {
            all.push(Evidence { asked: asked.clone(), ..Evidence::default() });
        }
    }
    all.extend(answer.evidence.iter().filter(|held| !indicator.evidence.contains(&held.asked)).cloned());
    all
}

/// A level with its wording.
fn worded(scale: &Scale, indicator: &Indicator, option: &Cell) -> String {
    let Cell::Number(value) = option else { return option.said() };
    let own = indicator.levels.iter().find(|level| level.value == *value).map(|level| &level.text);
    let shared = match &scale.kind {
        ScaleKind::Levels(levels) => levels.iter().find(|level| level.value == *value),
        ScaleKind::Continuous { .. } => None,
    };
    let code = shared.map(|level| &level.code).filter(|code| !code.is_empty() && ***code != *show(*value));
    let text = own.or(shared.map(|level| &level.text)).map_or("", |text| text);
    let code = code.map(|code| format!(" ({code})")).unwrap_or_default();
    format!("{}{code} = {text}", show(*value))
}

/// What an answer counts as on its scale, to hundredths.
fn counted(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<Score> {
    let scale = rubric.scale_of(indicator)?;
    worth(scale, Item::of(rubric, indicator, scale, assessment))
}

/// What an item comes to on its scale, to hundredths.
fn worth(scale: &Scale, item: Item) -> Option<Score> {
    let part = item.point?;
    let units = u64::try_from(scale.maximum().ten_thousandths()).ok()?;
    let num = &Whole::from(part.num) * &Whole::from(units);
    // From ten-thousandths of the scale to hundredths of a hundred, which `from_ratio` gives.
    Some(Score::from_ratio(&num, &(&Whole::from(part.den) * &Whole::from(10_000_u64))))
}

/// What a verifier answered: as it was given, or the mean where it was given one by one.
fn verified(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Cell {
    let answer = assessment.verification.as_ref().and_then(|held| held.answer(&indicator.id));
    match answer.and_then(|answer| answer.choice) {
        Some(choice) => cells::choice(Some(choice), &Text::default()),
        None => {
            let item = verification::item(rubric, assessment, indicator);
            Cell::score(rubric.scale_of(indicator).zip(item).and_then(|(scale, item)| worth(scale, item)))
        }
    }
}

/// What a verifier said of an answer, and wrote beside it.
fn finding(assessment: &Assessment, indicator: &Indicator) -> String {
    let Some(held) = &assessment.verification else { return String::new() };
    let finding = held.findings.get(&indicator.id).map(|finding| words::finding(*finding));
    let note = Some(held.note(&indicator.id)).filter(|note| !note.is_empty());
    finding
        .map(str::to_owned)
        .into_iter()
        .chain(note.map(|note| note.to_string()))
        .collect::<Vec<_>>()
        .join(": ")
}

/// All documents in short: how many are in order, then each with its state, place and days.
fn in_short(assessment: &Assessment, indicator: &Indicator, answer: &Answer) -> String {
    let (ready, asked) = answer.evidence_ready(indicator, assessment.day());
    let mut said = Vec::new();
    if asked > 0 {
        said.push(format!("{ready} dari {asked} sesuai"));
    }
    for document in &answer.evidence {
        let lapsed = match (document.is_expired(assessment.day()), document.is_undated()) {
            (true, _) => ", kedaluwarsa",
            (false, true) => ", masa berlaku tidak terbaca",
            (false, false) => "",
        };
        let day =
            |text: &str| Date::read(text).map_or_else(|| text.to_owned(), |day| super::said_day(day, '-'));
        let until = day(&document.valid_until);
        let until = if until.is_empty() { until } else { format!("berlaku sampai {until}") };
        let more = [document.title.to_string(), document.where_kept.to_string(), day(&document.date), until];
        let more: Vec<String> = more.into_iter().filter(|part| !part.is_empty()).collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join("; ")) };
        said.push(format!("{}: {}{lapsed}{more}", document.asked, words::state(document.state)));
    }
    said.join("\n")
}
