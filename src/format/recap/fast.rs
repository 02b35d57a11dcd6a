//! The row of a file as our own program writes it, without the tree of its JSON.
//!
//! Invariant: a row that is given is the one that reading the whole file gives; whatever is unusual in the file, and
//! everything that would refuse it, gives none and is left to that reading.

use std::rc::Rc;

use super::scan::{Quoted, Scan};
use super::{Instrument, Reader, seal};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState};
use crate::domain::number::{Decimal, Range, Score};
use crate::domain::recap::{Meta, Own, Row, Trouble};
use crate::domain::rubric::{Indicator, Scale, ScaleKind};
use crate::format::document::members::ALGORITHM;
use crate::format::document::{FORMAT, FORMAT_VERSION, MAX_ANSWERS, MAX_EVIDENCE, lean};
use crate::format::json::{Json, MAX_BYTES, read_text, shown};

/// Members that never refuse a file and say nothing that a row holds.
pub const PASSED: &[&str] = &["actions", "oversight", "milestones", "history", "simulation"];
/// Most members of the smaller objects of an answer.
const MAX_PARTS: usize = 500;

/// The row of a file; none where it has to be read as a whole.
pub fn row(reader: &Reader, file: &Text, bytes: &[u8]) -> Option<Row> {
    if bytes.len() > MAX_BYTES || bytes.first() != Some(&b'{') {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let mut scan = Scan::new(text);
    let mut names: Vec<&str> = Vec::new();
    let mut rest: Vec<(String, Json)> = Vec::new();
    let mut instrument: Option<&Instrument> = None;
    let mut answers: Option<Vec<(Text, Rc<Answer>)>> = None;
    let mut stored = Stored::default();
    let mut sealed: Option<String> = None;
    let mut meta = Meta { file: file.clone(), ..Meta::default() };
    scan.object(&mut |scan, name| {
        if names.contains(&name) || names.len() > 64 {
            return None;
        }
        names.push(name);
        match name {
            "rubricCopy" => return None,
            "answers" => answers = Some(read_answers(scan, instrument?)?),
            "results" => stored = results(scan)?,
            "digest" => {
                let json = read_text(scan.skip()?).ok()?;
                let member = |name| json.member(name).and_then(Json::as_text);
                // Where it is not looked at, it may be anything.
                if reader.verify {
                    sealed =
                        Some(member("value").filter(|_| member("algorithm") == Some(ALGORITHM))?.to_owned());
                }
            }
            _ if PASSED.contains(&name) => drop(scan.skip()?),
            _ => {
                let json = read_text(scan.skip()?).ok()?;
                if name == "rubric" {
                    let id = json.member("id").and_then(Json::as_text)?;
                    instrument = Some(reader.instrument(id).filter(|found| found.rubric.fillable)?);
                }
                if name == "savedAt" {
                    meta.saved_at = json.as_text()?.into();
                }
                meta.part |= name == "part";
                rest.push((name.to_owned(), json));
            }
        }
        Some(())
    })?;
    if !scan.is_done() {
        return None;
    }
    let (instrument, answers) = (instrument?, answers?);
    let said = |name: &str| rest.iter().find(|(own, _)| own == name).and_then(|(_, json)| json.as_text());
    if said("format") != Some(FORMAT) || said("formatVersion") != Some(FORMAT_VERSION) {
        return None;
    }
    rest.push(("answers".to_owned(), Json::Object(Vec::new())));
    let rubric = &instrument.rubric;
    let mut assessment: Assessment = lean(&Json::Object(rest), rubric, &super::is_unknown)?;
    // Whether findings are of the answers that stand takes the times of these, which are not read here.
    if assessment.verification.as_ref().is_some_and(|found| !found.of.is_empty()) {
        return None;
    }
    let asked = &mut assessment.rubric;
    if asked.version.is_empty() {
        asked.version = rubric.version.clone();
    }
    if *asked.sha256 != *instrument.digest {
        if asked.version != rubric.version {
            meta.troubles.push(Trouble::OtherVersion(shown(&asked.version).into()));
        } else if !asked.sha256.is_empty() {
            meta.troubles.push(Trouble::OtherRules);
        }
    }
    instrument.lists(&assessment, &answers).then_some(())?;
    assessment.answers = answers.into_iter().collect();
    let mut row = Row::of(rubric, &assessment, meta);
    // A share says nothing of the whole.
    if !row.part && !stored.agrees(row.own.as_ref()?)? {
        row.troubles.push(Trouble::StoredDiffers);
    }
    if let Some(sealed) = sealed
        && sealed != seal::digest(text)?
    {
        row.troubles.push(Trouble::WrongDigest);
    }
    row.troubles.sort();
    Some(row)
}

/// The text that stands in quotes.
fn said(quoted: Quoted<'_>) -> Option<Text> {
    if quoted.plain {
        return Some(quoted.inside.into());
    }
    read_text(quoted.whole).ok()?.as_text().map(Text::from)
}

fn read_answers<'a>(scan: &mut Scan<'a>, instrument: &'a Instrument) -> Option<Vec<(Text, Rc<Answer>)>> {
    let mut answers: Vec<(Text, Rc<Answer>)> = Vec::with_capacity(instrument.places.len());
    let mut seen = vec![false; instrument.places.len()];
    let empty = Text::default();
    scan.object(&mut |scan, id| {
        let place = instrument.place(id)?;
        let seen = seen.get_mut(place)?;
        if *seen {
            return None;
        }
        *seen = true;
        let (indicator, scale) = instrument.asked(place)?;
        answers.push((indicator.id.clone(), Rc::new(answer(scan, indicator, scale, &empty)?)));
        Some(())
    })?;
    (answers.len() <= MAX_ANSWERS).then_some(answers)
}

/// An answer, as far as a row needs it. Each text of it is one and the same empty one: making others takes time.
fn answer(scan: &mut Scan<'_>, indicator: &Indicator, scale: &Scale, empty: &Text) -> Option<Answer> {
    let mut answer = Answer {
        typed: empty.clone(),
        reason: empty.clone(),
        ground: empty.clone(),
        note: empty.clone(),
        by: empty.clone(),
        at: empty.clone(),
        ..Answer::default()
    };
    let mut seen = 0_u32;
    let mut given = 0;
    scan.object(&mut |scan, name| {
        once(&mut seen, ANSWER.iter().position(|own| *own == name)?)?;
        match name {
            "level" | "value" => {
                answer.choice = Some(on_scale(scan, scale, name == "level")?);
                given += 1;
            }
            "notApplicable" => {
                if scan.flag()? {
                    indicator.not_applicable.then_some(())?;
                    answer.choice = Some(Choice::NotApplicable);
                    given += 1;
                }
            }
            "assumed" => answer.assumed = scan.flag()?,
            "unconfirmed" | "ask" => drop(scan.flag()?),
            "samples" => samples(scan, scale, &mut answer)?,
            "criteria" => criteria(scan, indicator, &mut answer)?,
            "evidence" => evidence(scan, indicator, &mut answer, empty)?,
            "copied" => texts(scan)?,
            "ticks" => drop(scan.skip()?),
            _ => drop(scan.quoted()?),
        }
        Some(())
    })?;
    (given <= 1).then_some(answer)
}

/// Members of an answer.
const ANSWER: &[&str] = &[
    "level",
    "value",
    "evidence",
    "note",
    "by",
    "at",
    "assumed",
    "ground",
    "notApplicable",
    "reason",
    "samples",
    "criteria",
    "copied",
    "ticks",
    "typed",
    "ask",
    "unconfirmed",
];
/// Members of a document.
const EVIDENCE: &[&str] = &["asked", "state", "title", "where", "date", "validUntil", "sha256"];

/// Marks a member; none where it stands twice.
fn once(seen: &mut u32, member: usize) -> Option<()> {
    let bit = 1_u32.checked_shl(u32::try_from(member).ok()?)?;
    (*seen & bit == 0).then(|| *seen |= bit)
}

/// A level or value that the scale has.
fn on_scale(scan: &mut Scan<'_>, scale: &Scale, level: bool) -> Option<Choice> {
    if level == scale.is_continuous() {
        return None;
    }
    if scan.peek()? == b'"' {
        let word = scan.quoted().filter(|word| word.plain && !word.inside.is_empty())?.inside;
        let ScaleKind::Levels(levels) = &scale.kind else { return None };
        return levels.iter().find(|level| *level.code == *word).map(|level| Choice::Level(level.value));
    }
    let number = scan.number()?;
    // Most levels are one digit.
    let value = match number.as_bytes() {
        [digit @ b'0'..=b'9'] => Decimal::whole(i32::from(digit - b'0')),
        _ => Decimal::parse(number).ok()?,
    };
    scale.takes(value).then_some(if level { Choice::Level(value) } else { Choice::Value(value) })
}

/// Answers per sample; one that is an object is unusual.
fn samples(scan: &mut Scan<'_>, scale: &Scale, answer: &mut Answer) -> Option<()> {
    scan.object(&mut |scan, id| {
        let choice = on_scale(scan, scale, !scale.is_continuous())?;
        answer.samples.insert(id.into(), choice).is_none().then_some(())
    })?;
    (answer.samples.len() <= MAX_PARTS).then_some(())
}

fn criteria(scan: &mut Scan<'_>, indicator: &Indicator, answer: &mut Answer) -> Option<()> {
    scan.object(&mut |scan, id| {
        indicator.criteria.iter().any(|own| *own.id == *id).then_some(())?;
        let word = scan.quoted()?.inside;
        let (_, met) = lean::MET.iter().find(|(own, _)| *own == word)?;
        answer.criteria.insert(id.into(), *met).is_none().then_some(())
    })?;
    (answer.criteria.len() <= MAX_PARTS).then_some(())
}

fn texts(scan: &mut Scan<'_>) -> Option<()> {
    let mut count = 0;
    scan.list(&mut |scan| {
        count += 1;
        scan.quoted().map(drop)
    })?;
    (count <= MAX_PARTS).then_some(())
}

fn evidence(scan: &mut Scan<'_>, indicator: &Indicator, answer: &mut Answer, empty: &Text) -> Option<()> {
    scan.list(&mut |scan| {
        let mut document = Evidence {
            asked: empty.clone(),
            title: empty.clone(),
            where_kept: empty.clone(),
            date: empty.clone(),
            valid_until: empty.clone(),
            state: EvidenceState::None,
            sha256: empty.clone(),
            kept: Vec::new(),
        };
        let mut seen = 0;
        scan.object(&mut |scan, name| {
            once(&mut seen, EVIDENCE.iter().position(|own| *own == name)?)?;
            let quoted = scan.quoted()?;
            match name {
                "asked" => {
                    let known =
                        indicator.evidence.iter().find(|own| quoted.plain && ***own == *quoted.inside);
                    document.asked = known.cloned().or_else(|| said(quoted))?;
                }
                "validUntil" => document.valid_until = said(quoted)?,
                "state" => {
                    document.state = lean::STATES.iter().find(|(own, _)| *own == quoted.inside)?.1;
                }
                _ => {}
            }
            Some(())
        })?;
        answer.evidence.push(document);
        Some(())
    })?;
    (answer.evidence.len() <= MAX_EVIDENCE).then_some(())
}

/// What stands where a number may stand.
#[derive(PartialEq)]
enum Held {
    Null,
    Number(Decimal),
}

impl Held {
    fn of(score: Option<Score>) -> Self {
        score.map_or(Self::Null, |score| Self::Number(score.decimal()))
    }
}

/// A stored result, as far as it is held against the recomputed one. Each member is none where the file lacks it.
#[derive(Default)]
struct Stored {
    score: Option<Held>,
    supported: Option<Held>,
    answers: Option<[Decimal; 2]>,
    full: Option<[Decimal; 2]>,
    progress: Option<[Decimal; 2]>,
}

fn results(scan: &mut Scan<'_>) -> Option<Stored> {
    let mut stored = Stored::default();
    let mut names: Vec<&str> = Vec::new();
    scan.object(&mut |scan, name| {
        if names.contains(&name) || names.len() > 64 {
            return None;
        }
        names.push(name);
        match name {
            "score" => stored.score = Some(number_or_null(scan)?),
            "supported" => stored.supported = Some(number_or_null(scan)?),
            "answers" => stored.answers = Some(pair(scan, ["low", "high"])?),
            "full" => stored.full = Some(pair(scan, ["low", "high"])?),
            "progress" => stored.progress = Some(pair(scan, ["answered", "total"])?),
            _ => drop(scan.skip()?),
        }
        Some(())
    })?;
    Some(stored)
}

fn number_or_null(scan: &mut Scan<'_>) -> Option<Held> {
    if scan.peek()? == b'n' {
        return scan.null().map(|()| Held::Null);
    }
    Decimal::parse(scan.number()?).ok().map(Held::Number)
}

/// Both numbers of an object that has these members and no others.
fn pair(scan: &mut Scan<'_>, names: [&str; 2]) -> Option<[Decimal; 2]> {
    let mut both = [None, None];
    scan.object(&mut |scan, name| {
        let slot = both.get_mut(names.iter().position(|own| *own == name)?)?;
        let number = Decimal::parse(scan.number()?).ok()?;
        slot.replace(number).is_none().then_some(())
    })?;
    let [Some(first), Some(second)] = both else { return None };
    Some([first, second])
}

impl Stored {
    /// Whether everything that is stored is what was reckoned.
    fn agrees(&self, own: &Own) -> Option<bool> {
        let whole = |count: usize| i32::try_from(count).ok().map(Decimal::whole);
        let progress = [whole(own.progress.answered)?, whole(own.progress.total)?];
        let range = |range: Range| [range.low.decimal(), range.high.decimal()];
        Some(
            self.score.as_ref().is_none_or(|stored| *stored == Held::of(own.figure.point))
                && self.supported.as_ref().is_none_or(|stored| *stored == Held::of(own.supported))
                && self.answers.is_none_or(|stored| stored == range(own.figure.answers))
                && self.full.is_none_or(|stored| stored == range(own.figure.full))
                && self.progress.is_none_or(|stored| stored == progress),
        )
    }
}
