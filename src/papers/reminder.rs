//! What each office is reminded of: a plain text of its own, to be sent.
//!
//! Invariant: a reminder names only what its own office lacks, and no figure of any office.

use super::offices::{Offices, indicator, verified};
use super::summary::why;
use super::{Block, Paper};
use crate::domain::Text;
use crate::domain::recap::units::Sent;
use crate::domain::recap::{Cell, Own, Reason, Row, asked, scored};
use crate::format::wording::seen;
use crate::ui::text::{rekap, setda};

/// The reminder of one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The office.
    pub office: String,
    /// What it is told.
    pub text: String,
    /// Whether its own is verified, as a count of offices: in whole, in part.
    pub verified: (usize, usize),
}

impl Reminder {
    /// It as a letter: what is told, under the heads of the others.
    #[must_use]
    pub fn letter(&self, all: &Offices<'_>) -> Paper {
        Paper {
            // Of its own office alone, as all that it says.
            strip: setda::strip(self.verified, 1),
            blocks: vec![Block::Text(self.text.clone())],
            ..all.begun(&self.office)
        }
    }
}

/// The reminders, those first from whom nothing has come; none for an office that lacks nothing. `name` says what an
/// instrument is called.
#[must_use]
pub fn reminders(all: &Offices<'_>, name: &dyn Fn(&str) -> String) -> Vec<Reminder> {
    let mut found = Vec::new();
    let instrument = &*all.rubric.short_name;
    let pemda = all.pemda();
    for (unit, sent) in all.sent() {
        let body = match sent {
            Sent::Counted(_) => continue,
            Sent::Nothing => setda::reminder_awaited(instrument),
            Sent::NotCounted(at) | Sent::Unread(at) => {
                let reason = all.recap.lines.get(at).and_then(|line| line.reason.as_ref());
                let reason = reason.filter(|why| **why != Reason::NotChosen);
                let entry = all.collection.entries().get(at);
                let Some((entry, reason)) = entry.zip(reason) else { continue };
                setda::reminder_unusable(&seen(entry.file()), &why(entry, reason, name))
            }
        };
        found.push(Reminder {
            office: unit.name.to_string(),
            text: whole(&setda::reminder_to(&unit.name, &pemda), &[body]),
            verified: (0, 0),
        });
    }
    for row in all.rows() {
        let Some(gaps) = row.own.as_ref().map(|own| gaps(all, own)).filter(|gaps| !gaps.is_empty()) else {
            continue;
        };
        let office = rekap::office(row);
        let mut parts = vec![setda::reminder_about(instrument, row.year, &row.updated_at)];
        parts.extend(gaps);
        let pemda: &Text = if row.pemda.trim().is_empty() { &Text::from(&*pemda) } else { &row.pemda };
        let verified = verified(&[row]);
        found.push(Reminder { text: whole(&setda::reminder_to(&office, pemda), &parts), office, verified });
    }
    found
}

/// What is told between the first line and the last ones.
fn whole(to: &str, parts: &[String]) -> String {
    let ends = [setda::REMINDER_ASK.to_owned(), setda::REMINDER_FOOT.to_owned()];
    let all: Vec<&str> = [to].into_iter().chain(parts.iter().chain(&ends).map(String::as_str)).collect();
    all.join("\n\n")
}

/// What an office lacks, part by part; nothing where it lacks nothing.
fn gaps(all: &Offices<'_>, own: &Own) -> Vec<String> {
    let items: Vec<(String, Cell)> = scored(all.rubric)
        .into_iter()
        .zip(&own.cells)
        .map(|((_, indicator), cell)| {
            // What is an assumption by its nature is nothing that the office could mend.
            let cell = Cell { assumed: cell.assumed && !indicator.always_assumed, ..*cell };
            (format!("{} {}", indicator.id, indicator.name), cell)
        })
        .collect();
    let those = |is: fn(&Cell) -> bool| -> Vec<String> {
        items.iter().filter(|(_, cell)| is(cell)).map(|(name, _)| name.clone()).collect()
    };
    let asked = asked(all.rubric);
    let documents = own.missing.iter().filter_map(|place| asked.get(usize::from(*place)));
    let documents =
        documents.map(|one| format!("{}: {}", indicator(all.rubric, one.at).0, one.document)).collect();
    let parts = [
        (setda::BLANK, those(|cell| !cell.answered)),
        (setda::WITHOUT_EVIDENCE, documents),
        (setda::ASSUMED, those(|cell| cell.assumed)),
    ];
    parts
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(title, lines)| listed(title, &lines))
        .collect()
}

fn listed(title: &str, lines: &[String]) -> String {
    let mut text = setda::under(title, lines.len());
    for line in lines {
        text.push_str("\n- ");
        text.push_str(line);
    }
    text
}

/// All reminders as one text.
#[must_use]
pub fn together(all: &[Reminder]) -> String {
    let texts: Vec<&str> = all.iter().map(|one| &*one.text).collect();
    texts.join(setda::BETWEEN)
}

/// Offices that count and lack nothing.
#[must_use]
pub fn complete<'a>(all: &Offices<'a>) -> Vec<&'a Row> {
    let lacks = |row: &Row| row.own.as_ref().is_none_or(|own| !gaps(all, own).is_empty());
    all.rows().into_iter().filter(|row| !lacks(row)).collect()
}
