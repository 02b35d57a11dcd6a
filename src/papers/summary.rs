//! *Rekapitulasi*: every office that counts in a line, what they come to together, and what does not count and why.
//!
//! Invariant: each file stands on it once, as an office that counts or with its reason; what an instrument refuses to
//! average is not averaged.

use super::offices::{Offices, reading, reading_at};
use super::{Block, Paper, Table};
use crate::domain::number::Score;
use crate::domain::recap::{Entry, Mean, NoPemdaScore, PemdaScore, Reason, Row, Sides};
use crate::domain::rubric::PemdaRule;
use crate::format::wording::seen;
use crate::ui::text::{daftar, hasil, home, masalah, number, rekap, setda, verifikasi};

/// The paper; `name` says what an instrument is called.
#[must_use]
pub fn summary(all: &Offices<'_>, name: &dyn Fn(&str) -> String) -> Paper {
    let mut paper = all.begun(setda::RECAP);
    paper.lying = true;
    let blocks = &mut paper.blocks;
    blocks.push(Block::Facts(facts(all)));
    blocks.push(Block::Part(rekap::WHOLE.to_owned()));
    whole(all, blocks);
    blocks.push(Block::Part(setda::UNITS.to_owned()));
    units(all, blocks);
    blocks.push(Block::Part(rekap::SPREAD.to_owned()));
    let [_, own, verified, official] = setda::SPREAD_HEADS.map(|(head, _)| head);
    blocks.push(Block::Text(rekap::spread(own, verified, official)));
    blocks.push(Block::Table(spread(all)));
    awaited(all, blocks);
    not_counted(all, name, blocks);
    noted(all, blocks);
    blocks.push(Block::Text(setda::made_from(all.day())));
    blocks.push(all.signatures());
    paper
}

fn facts(all: &Offices<'_>) -> Vec<(String, String)> {
    let rubric = all.rubric;
    let counted = all.recap.counted.len();
    let facts = [
        (setda::NUMBER, seen(&all.typed.number)),
        (setda::PEMDA, all.pemda()),
        (home::UNIT_YEAR, all.recap.year.map(|year| year.to_string()).unwrap_or_default()),
        (hasil::INSTRUMENT, rubric.name.to_string()),
        (hasil::VERSION, home::rubric_version(&rubric.id, &rubric.version)),
        (hasil::BASED_ON, rubric.legal_basis.to_string()),
        (setda::AS_OF, number::date(all.day())),
        (setda::FILES, setda::files(counted, all.recap.lines.len())),
        (setda::LOKUS, rekap::ticks(all.list.lokus.len(), all.list.units.len())),
    ];
    let known = facts.into_iter().filter(|(_, said)| !said.trim().is_empty());
    known.map(|(name, said)| (name.to_owned(), said)).collect()
}

fn whole(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let several = all.recap.pemdas.len() > 1;
    match &all.recap.all.sides {
        Err(why) => blocks.push(Block::Strong(refused(why))),
        Ok(_) if several => {
            blocks.push(Block::Text(rekap::several(all.recap.pemdas.len())));
            for pemda in &all.recap.pemdas {
                let name = seen(&pemda.pemda);
                blocks.push(Block::Piece(if name.is_empty() { rekap::NO_PEMDA.to_owned() } else { name }));
                sides(all, pemda, blocks);
            }
        }
        Ok(_) => sides(all, &all.recap.all, blocks),
    }
    if let PemdaRule::SimpleMean(basis) = &all.rubric.pemda {
        blocks.push(Block::Text(rekap::rule(basis.basis)));
    }
}

/// Why there is no score.
pub fn refused(why: &NoPemdaScore) -> String {
    match why {
        NoPemdaScore::Refused(reason) => rekap::refused(reason),
        NoPemdaScore::NoUnits => rekap::NO_UNITS.to_owned(),
    }
}

fn sides(all: &Offices<'_>, of: &PemdaScore, blocks: &mut Vec<Block>) {
    let Ok(Sides { own, supported, verified, official }) = &of.sides else { return };
    let terms = &all.rubric.terms;
    let mut table = Table::new(rekap::WHOLE, &setda::WHOLE_HEADS);
    let columns = [
        (&*terms.own, own),
        (rekap::SUPPORTED, supported),
        (&*terms.verified, verified),
        (&*terms.official, official),
    ];
    for (name, mean) in columns {
        table.rows.push(mean_row(all, &rekap::capital(name), mean.as_ref(), of.units));
    }
    blocks.push(Block::Table(table));
}

fn mean_row(all: &Offices<'_>, name: &str, mean: Option<&Mean>, units: usize) -> Vec<String> {
    let point = mean.and_then(|mean| mean.figure.point);
    let dash = || setda::DASH.to_owned();
    // A category of some offices is none of the local government.
    let said = match mean.filter(|mean| mean.units == units) {
        Some(mean) if mean.figure.full.low == mean.figure.full.high => reading_at(all.rubric, point),
        Some(mean) if point.is_some() => reading(all.rubric, &mean.standing),
        _ => dash(),
    };
    vec![
        name.to_owned(),
        setda::score(point),
        mean.map_or_else(dash, |mean| setda::range(mean.figure.answers)),
        mean.map_or_else(dash, |mean| setda::range(mean.figure.full)),
        said,
        rekap::of(mean.map_or(0, |mean| mean.units), units),
    ]
}

fn units(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let rows = all.rows();
    if rows.is_empty() {
        blocks.push(Block::Text(setda::NOBODY.to_owned()));
        return;
    }
    blocks.push(Block::Text(setda::UNITS_NOTE.to_owned()));
    let mut table = Table::new(setda::UNITS, &setda::RECAP_HEADS);
    for (at, row) in rows.into_iter().enumerate() {
        table.rows.push(unit(all, at, row));
    }
    blocks.push(Block::Table(table));
}

fn unit(all: &Offices<'_>, at: usize, row: &Row) -> Vec<String> {
    let own = row.own.as_ref();
    let dash = || setda::DASH.to_owned();
    let said = match own {
        Some(own) => reading(all.rubric, &own.standing(all.rubric)),
        None => reading_at(all.rubric, row.official),
    };
    let mut name = setda::numbered(at, &rekap::office(row));
    if all.recap.pemdas.len() > 1 && !row.pemda.trim().is_empty() {
        name.push_str(", ");
        name.push_str(&seen(&row.pemda));
    }
    vec![
        name,
        setda::score(own.and_then(|own| own.figure.point)),
        own.map_or_else(dash, |own| setda::range(own.figure.answers)),
        own.map_or_else(dash, |own| setda::range(own.figure.full)),
        said,
        setda::score(own.and_then(|own| own.supported)),
        own.map_or_else(dash, |own| rekap::progress_of(own.progress)),
        setda::score(row.verified.and_then(|figure| figure.point)),
        setda::score(row.official),
        verifikasi::status(row.status).to_owned(),
    ]
}

fn spread(all: &Offices<'_>) -> Table {
    let spread = &all.recap.distribution;
    let count = |counts: &[usize], at: usize| counts.get(at).copied().unwrap_or_default().to_string();
    let mut table = Table::new(rekap::SPREAD, &setda::SPREAD_HEADS);
    for (at, category) in all.rubric.categories.items.iter().enumerate() {
        let [own, verified, official] =
            [&spread.own, &spread.verified, &spread.official].map(|all| count(all, at));
        table.rows.push(vec![rekap::category(category), own, verified, official]);
    }
    if spread.open > 0 {
        let dash = || setda::DASH.to_owned();
        table.rows.push(vec![rekap::NOT_TOLD.to_owned(), spread.open.to_string(), dash(), dash()]);
    }
    table
}

fn awaited(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let names = all.awaited();
    blocks.push(Block::Part(setda::AWAITED.to_owned()));
    if all.list.units.is_empty() {
        blocks.push(Block::Text(setda::NO_LIST.to_owned()));
    } else if names.is_empty() {
        blocks.push(Block::Text(daftar::all_sent(all.sent().len(), !all.list.lokus.is_empty())));
    } else {
        blocks.push(Block::List(true, names));
    }
}

fn not_counted(all: &Offices<'_>, name: &dyn Fn(&str) -> String, blocks: &mut Vec<Block>) {
    blocks.push(Block::Part(setda::NOT_COUNTED.to_owned()));
    let mut table = Table::new(setda::NOT_COUNTED, &setda::NOT_COUNTED_HEADS);
    for (entry, line) in all.collection.entries().iter().zip(&all.recap.lines) {
        let Some(reason) = &line.reason else { continue };
        let office = entry.row().map(rekap::office).unwrap_or_default();
        table.rows.push(vec![seen(entry.file()), office, why(entry, reason, name)]);
    }
    if table.rows.is_empty() {
        blocks.push(Block::Text(setda::ALL_COUNTED.to_owned()));
    } else {
        blocks.push(Block::Table(table));
    }
}

/// Why a file does not count, with what is known besides.
pub fn why(entry: &Entry, reason: &Reason, name: &dyn Fn(&str) -> String) -> String {
    let detail = match entry {
        Entry::Unread(unread) => masalah::problems(&unread.problems),
        Entry::Row(_) => masalah::reason_detail(reason, name),
    };
    let title = masalah::reason(reason).0;
    if detail.is_empty() { title.to_owned() } else { format!("{title}: {detail}") }
}

/// What is to be said of files although they count.
fn noted(all: &Offices<'_>, blocks: &mut Vec<Block>) {
    let mut table = Table::new(setda::NOTED, &setda::NOTED_HEADS);
    for at in &all.recap.counted {
        let (Some(row), Some(line)) = (all.collection.row(*at), all.recap.lines.get(*at)) else { continue };
        let said: Vec<String> = line
            .troubles
            .iter()
            .map(|trouble| {
                let detail = masalah::trouble_detail(trouble, all.rubric, false);
                let title = masalah::trouble(trouble).0;
                if detail.is_empty() { title.to_owned() } else { format!("{title}: {detail}") }
            })
            .collect();
        if !said.is_empty() {
            table.rows.push(vec![rekap::office(row), said.join("\n")]);
        }
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Part(setda::NOTED.to_owned()));
        blocks.push(Block::Table(table));
    }
}

/// The mean of the whole in a sentence; why there is none, where there is none.
#[must_use]
pub fn in_a_sentence(all: &Offices<'_>) -> String {
    if all.recap.pemdas.len() > 1 {
        return rekap::several(all.recap.pemdas.len());
    }
    match &all.recap.all.sides {
        Err(why) => refused(why),
        Ok(sides) => {
            let of = |mean: &Mean| {
                let point: Option<Score> = mean.figure.point;
                setda::whole(&setda::score(point), mean.figure.full, &reading(all.rubric, &mean.standing))
            };
            let mean = sides.own.as_ref().filter(|mean| mean.figure.point.is_some());
            mean.or(sides.official.as_ref()).map(of).unwrap_or_default()
        }
    }
}
