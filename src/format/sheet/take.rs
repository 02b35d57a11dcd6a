//! From tables back to an assessment.
//!
//! Invariant: what a table says as the assessment does stays as it is, to the last letter; what a table has no place for
//! is kept, and named. A line that is not there takes nothing away; an emptied cell does.

use std::rc::Rc;

use super::column::{Col, Part};
use super::records::{About, Record, about, records, titles};
use super::trouble::{Trouble, UNRECKONED, What};
use super::{Cell, Grid, cells, csv, words};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Evidence, RubricRef, Sample, Unit};
use crate::domain::map::Map;
use crate::domain::merge::keep_open;
use crate::domain::rubric::{Indicator, MAX_SAMPLES, Mode, Rubric};
use crate::format::document::MAX_EVIDENCE;
use crate::format::json::shown;
use crate::format::rubric::digest;

/// Most cells that are named one by one.
const MOST: usize = 200;
/// What spreadsheets show where they cannot reckon.
const FAULTS: [&str; 9] =
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", UNRECKONED];

/// What came of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The assessment.
    pub assessment: Assessment,
    /// What is to be said about it.
    pub troubles: Vec<Trouble>,
}

/// Reads tables into the assessment they are of, or into a new one, made at the time `at`.
///
/// # Errors
/// That there are no answers, that their column is missing, or that no instrument is named.
pub fn take(grids: &[Grid], rubric: &Rubric, base: Option<&Assessment>, at: &Text) -> Result<Taken, Trouble> {
    let about = about(grids)?;
    let before = base.cloned().unwrap_or_else(|| fresh(rubric, &about, at));
    let mut taking = Taking {
        rubric,
        is_new: base.is_none(),
        after: before.clone(),
        answers: Map::new(),
        seen: Map::new(),
        troubles: Vec::new(),
    };
    for grid in grids {
        let (below, titles) = titles(grid);
        let records = records(grid, below, &titles);
        for part in Part::ALL {
            if records.iter().any(|record| record.part == part) {
                taking.troubles.extend(missing(part, &titles, rubric)?);
            }
        }
        for record in records {
            match record.part {
                Part::Summary => taking.summary(&record),
                Part::Answers => taking.answer(&record),
                Part::Evidence => taking.evidence(&record),
                Part::Parts => taking.part(&record),
            }
        }
    }
    let Taking { mut after, answers, mut troubles, .. } = taking;
    for (id, answer) in answers.iter() {
        let mut answer = answer.clone();
        let held = before.answer(id);
        if held == Some(&answer) || (held.is_none() && answer.is_empty()) {
            continue;
        }
        if held.is_some_and(|held| (held.choice, &held.typed) != (answer.choice, &answer.typed)) {
            answer.unconfirmed = false;
        }
        answer.at = at.clone();
        after.answers.insert(id.clone(), Rc::new(answer));
    }
    keep_open(&mut after, &before);
    if after != before {
        after.updated_at = at.clone();
    }
    let more = troubles.len().saturating_sub(MOST);
    troubles.truncate(MOST);
    if more > 0 {
        troubles.push(Trouble::More(more));
    }
    if !about.version.is_empty() && *about.version != *rubric.version {
        troubles.push(Trouble::OtherVersion(shown(&about.version), rubric.version.to_string()));
    }
    let kept = base.map(unheld).unwrap_or_default();
    if !kept.is_empty() {
        troubles.push(Trouble::Kept(kept));
    }
    Ok(Taken { assessment: after, troubles })
}

/// The columns that are read of a sheet and are not there, as one trouble where there are any.
///
/// # Errors
/// That it is the one of the answers: all of them would seem to be as they were.
fn missing(part: Part, titles: &[(u32, String)], rubric: &Rubric) -> Result<Option<Trouble>, Trouble> {
    let title = |col: &Col| col.title(&rubric.terms).to_string();
    let own = title(&Col::Own);
    let is_there = |title: &String| titles.iter().any(|(_, held)| held == title);
    if part == Part::Answers && !is_there(&own) {
        return Err(Trouble::NoColumn(part.name(), own));
    }
    let read = part.columns(false).iter().filter(|col| col.is_read());
    let missing: Vec<String> = read.map(title).filter(|title| !is_there(title)).collect();
    Ok((!missing.is_empty()).then(|| Trouble::NoColumns(part.name(), missing)))
}

fn fresh(rubric: &Rubric, about: &About, at: &Text) -> Assessment {
    let per_criterion = about.per_criterion && rubric.offers(Mode::PerCriterion);
    Assessment {
        id: Text::from(&*about.id),
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            sha256: digest(rubric).into(),
            ..RubricRef::default()
        },
        mode: if per_criterion { Mode::PerCriterion } else { Mode::PerLevel },
        created_at: at.clone(),
        updated_at: at.clone(),
        ..Assessment::default()
    }
}

/// What an assessment holds that tables have no place for.
fn unheld(assessment: &Assessment) -> Vec<&'static str> {
    let all = [
        (!assessment.actions.is_empty(), "tindak lanjut"),
        (!assessment.oversight.is_empty(), "produk pengawasan"),
        (!assessment.milestones.is_empty(), "tonggak"),
        (!assessment.simulation.answers.is_empty(), "simulasi"),
        (assessment.wanted.is_some(), "sasaran"),
        (!assessment.weights.is_empty(), "bobot yang diisi perangkat daerah"),
        (assessment.official.is_some(), "hasil resmi"),
        (!assessment.history.is_empty(), "riwayat"),
        (assessment.verification.is_some(), "verifikasi"),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect()
}

struct Taking<'a> {
    rubric: &'a Rubric,
    is_new: bool,
    after: Assessment,
    /// Answers as far as they are read.
    answers: Map<Answer>,
    /// How often something was read: indicators of *Jawaban*, documents with their indicators.
    seen: Map<usize>,
    troubles: Vec<Trouble>,
}

impl Taking<'_> {
    fn trouble(&mut self, record: &Record<'_>, title: &str, what: What) {
        self.troubles.push(Trouble::Cell(record.place(title), what));
    }

    /// How often something was read before.
    fn count(&mut self, part: Part, code: &str, what: &str) -> usize {
        let key = [part.name(), code, what].join("\n");
        let before = self.seen.get(&key).copied().unwrap_or_default();
        self.seen.insert(key.into(), before + 1);
        before
    }

    /// What a cell says; none where it shows a fault, which is told.
    fn sound(&mut self, record: &Record<'_>, title: &str, held: &Cell) -> Option<Cell> {
        let cell = record.cell(title)?;
        let said = cell.bare();
        if FAULTS.contains(&&*said) && !cell.is_same(held) {
            self.trouble(record, title, What::Fault(said));
            return None;
        }
        Some(cell)
    }

    fn summary(&mut self, record: &Record<'_>) {
        let title = Col::Value.title_alone();
        let place: fn(&mut Unit) -> &mut Text = match &*record.text(Col::Subject.title_alone()) {
            words::PEMDA => |unit| &mut unit.pemda,
            words::UNIT => |unit| &mut unit.name,
            words::YEAR => return self.year(record, title),
            _ => return,
        };
        let held = Cell::text(place(&mut self.after.unit));
        if let Some(cell) = self.sound(record, title, &held).filter(|cell| !cell.is_same(&held)) {
            *place(&mut self.after.unit) = cell.bare().into();
        }
    }

    fn year(&mut self, record: &Record<'_>, title: &str) {
        let given = record.text(title);
        match given.parse::<u16>() {
            Ok(year) if (1_000..=9_999).contains(&year) => self.after.assessment_year = Some(year),
            _ if given.is_empty() => self.after.assessment_year = None,
            // A year of an assessment may be any number, as long as nobody changes it here.
            Ok(year) if self.after.assessment_year == Some(year) => {}
            _ => self.trouble(record, title, What::Year(shown(&given))),
        }
    }

    /// The indicator of a line and its answer as far as it is read; tells where there is none.
    fn of(&mut self, record: &Record<'_>) -> Option<(Indicator, Answer)> {
        let title = Col::Code.title_alone();
        let code = record.text(title);
        if code.is_empty() {
            if Col::FILLED.iter().any(|col| !record.text(&col.title(&self.rubric.terms)).is_empty()) {
                self.trouble(record, title, What::NoCode);
            }
            return None;
        }
        let Some((_, indicator)) = self.rubric.indicator(&code) else {
            self.trouble(record, title, What::Code(shown(&code)));
            return None;
        };
        let read = self.answers.get(&indicator.id).cloned();
        let held = || self.after.answer(&indicator.id).cloned().unwrap_or_default();
        Some((indicator.clone(), read.unwrap_or_else(held)))
    }

    fn keep(&mut self, indicator: &Indicator, answer: Answer) {
        self.answers.insert(indicator.id.clone(), answer);
    }

    fn answer(&mut self, record: &Record<'_>) {
        let Some((indicator, mut answer)) = self.of(record) else { return };
        if self.count(Part::Answers, &indicator.id, "") > 0 {
            let what = What::Doubled(indicator.id.to_string());
            return self.trouble(record, Col::Code.title_alone(), what);
        }
        for col in [Col::Own, Col::Reason, Col::Assumed, Col::Ground, Col::Note] {
            let title = col.title(&self.rubric.terms);
            let Some(cell) = self.sound(record, &title, &cells::of(col, &answer)) else { continue };
            if let Err(what) = cells::put(col, &cell, &mut answer, self.rubric, &indicator) {
                self.trouble(record, &title, what);
            }
        }
        self.keep(&indicator, answer);
    }

    fn evidence(&mut self, record: &Record<'_>) {
        let Some((indicator, mut answer)) = self.of(record) else { return };
        let asked = record.text(Col::Asked.title_alone());
        if asked.is_empty() {
            return;
        }
        let same = |own: &Text| csv::held(&Cell::text(own).bare()) == csv::held(&asked);
        let before = self.count(Part::Evidence, &indicator.id, &asked);
        let at = (0..answer.evidence.len())
            .filter(|at| answer.evidence.get(*at).is_some_and(|held| same(&held.asked)))
            .nth(before);
        let named = indicator.evidence.iter().find(|own| same(own)).cloned();
        let held = at.and_then(|at| answer.evidence.get(at)).cloned();
        let mut document = held.clone().unwrap_or_else(|| Evidence {
            asked: named.unwrap_or_else(|| asked.into()),
            ..Evidence::default()
        });
        let blank = document.clone();
        for col in [Col::State, Col::Title, Col::Where, Col::Date, Col::Until] {
            let title = col.title_alone();
            let Some(cell) = self.sound(record, title, &cells::of_evidence(col, &document)) else { continue };
            if let Err(what) = cells::put_evidence(col, &cell, &mut document) {
                self.trouble(record, title, what);
            }
        }
        if document == blank {
            return;
        }
        let is_full = answer.evidence.len() >= MAX_EVIDENCE;
        match at.and_then(|at| answer.evidence.get_mut(at)) {
            Some(held) => *held = document,
            None if is_full => {
                return self.trouble(record, Col::Asked.title_alone(), What::Full(MAX_EVIDENCE));
            }
            None => answer.evidence.push(document),
        }
        self.keep(&indicator, answer);
    }

    fn part(&mut self, record: &Record<'_>) {
        let Some((indicator, mut answer)) = self.of(record) else { return };
        let (kind, number) = (record.text(Col::Kind.title_alone()), record.text(Col::PartId.title_alone()));
        let title = Col::Own.title(&self.rubric.terms);
        let same = |own: &Text| csv::held(&Cell::text(own).bare()) == csv::held(&number);
        let problem = if kind == words::CRITERION {
            let criterion = indicator.criteria.iter().find(|criterion| same(&criterion.id));
            let Some(id) = criterion.map(|criterion| criterion.id.clone()) else {
                return self.trouble(record, Col::PartId.title_alone(), What::Part(shown(&number)));
            };
            let held = answer.criteria.get(&id).map_or("", |met| words::met(*met));
            let Some(cell) = self.sound(record, &title, &Cell::text(held)) else { return };
            cells::read_met(&cell).map(|met| set(&mut answer.criteria, &id, met))
        } else {
            let Some(id) = self.sample(&indicator, &kind, &number, record) else {
                return self.trouble(record, Col::PartId.title_alone(), What::Part(shown(&number)));
            };
            let held = cells::choice(answer.samples.get(&id).copied(), &Text::default());
            let Some(cell) = self.sound(record, &title, &held).filter(|cell| !cell.is_same(&held)) else {
                return;
            };
            cells::read_choice(&cell, self.rubric, &indicator).map(|choice| {
                answer.copied.retain(|copied| *copied != id);
                set(&mut answer.samples, &id, choice);
            })
        };
        match problem {
            Ok(()) => self.keep(&indicator, answer),
            Err(what) => self.trouble(record, &title, what),
        }
    }

    /// The product or person of a line, which a new assessment first hears of here.
    fn sample(
        &mut self,
        indicator: &Indicator,
        kind: &str,
        number: &str,
        record: &Record<'_>,
    ) -> Option<Text> {
        let panel = self.rubric.panel_of(indicator)?;
        let same = |own: &Text| csv::held(&Cell::text(own).bare()) == csv::held(number);
        let held = self.after.samples_of(self.rubric, panel).find(|sample| same(&sample.id));
        if let Some(held) = held {
            return Some(held.id.clone());
        }
        let others = self.after.samples_of(self.rubric, panel).count();
        let is_free = !number.is_empty() && self.after.samples.iter().all(|sample| !same(&sample.id));
        if !self.is_new || !is_free || others >= MAX_SAMPLES || kind != words::sample(panel.kind) {
            return None;
        }
        let name = record.text(Col::Name.title_alone());
        let (id, panel_id) = (Text::from(number), panel.id.clone());
        let sample =
            Sample { id: id.clone(), kind: panel.kind, panel: panel_id, name: name.into(), kept: Vec::new() };
        self.after.samples.push(sample);
        Some(id)
    }
}

fn set<V>(map: &mut Map<V>, key: &Text, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key.clone(), value)),
        None => drop(map.remove(key)),
    }
}
