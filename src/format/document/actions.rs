//! What is to be done, and what supervisors demand.
//!
//! Invariant: one without an id, or with that of one before it, is none; every word and text of the others is kept.

use super::decode::{long_text, soft_word};
use super::encode::Out;
use super::{SHORT, later, members};
use crate::domain::action::{FollowUp, Headway, Source};
use crate::domain::assessment::Kept;
use crate::domain::number::Decimal;
use crate::domain::oversight::{Kind as Product, Oversight};
use crate::domain::problem::Kind;
use crate::format::json::Json;
use crate::format::shape::{Fields, Found, as_decimal};

/// Name of the member for what is to be done.
pub const ACTIONS: &str = "actions";
/// Name of the member for what supervisors demand.
pub const OVERSIGHT: &str = "oversight";
/// Most items of either list that are read; more are kept unread.
pub const MOST: usize = 500;

const SOURCES: &[(&str, Source)] = &[
    ("self", Source::Own),
    ("verification", Source::Verification),
    ("official", Source::Official),
    ("lhe", Source::Evaluation),
    ("skm", Source::Survey),
];
const HEADWAYS: &[(&str, Headway)] = &[
    ("open", Headway::None),
    ("underway", Headway::Underway),
    ("done", Headway::Done),
    ("barred", Headway::Barred),
];
const KINDS: &[(&str, Product)] =
    &[("lahp", Product::Report), ("corrective", Product::Corrective), ("advice", Product::Advice)];

/// What is to be done, in the order of the file.
pub fn follow_ups(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<FollowUp> {
    later::items_by_id(fields, ACTIONS, MOST, kept, found, &|one, found| {
        let mut kept = one.kept(members::ACTION, &[], found);
        FollowUp {
            id: one.text("id", SHORT, found),
            source: soft_word(one, "source", SOURCES, &mut kept, found),
            finding: long_text(one, "finding", found),
            action: long_text(one, "action", found),
            output: long_text(one, "output", found),
            responsible: one.text_or_empty("responsible", SHORT, found),
            due: one.text_or_empty("due", SHORT, found),
            evidence: long_text(one, "evidence", found),
            headway: soft_word(one, "status", HEADWAYS, &mut kept, found),
            reason: long_text(one, "reason", found),
            indicator: one.text_or_empty("indicator", SHORT, found),
            level: level(one, &mut kept, found),
            kept,
        }
    })
}

/// The level it leads to. Another thing of this name stood in files before and is kept.
fn level(one: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Option<Decimal> {
    let json = one.member("level")?;
    let level = as_decimal(json, "", &mut Found::default());
    if level.is_none() {
        one.take("level", Kind::WrongType("number"), found);
        kept.push(("level".into(), json.compact().into()));
    }
    level
}

/// What supervisors demand, in the order of the file.
pub fn oversight(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<Oversight> {
    later::items_by_id(fields, OVERSIGHT, MOST, kept, found, &|one, found| {
        let mut kept = one.kept(members::OVERSIGHT, &[], found);
        Oversight {
            id: one.text("id", SHORT, found),
            kind: soft_word(one, "kind", KINDS, &mut kept, found),
            number: one.text_or_empty("number", SHORT, found),
            date: one.text_or_empty("date", SHORT, found),
            due: one.text_or_empty("due", SHORT, found),
            headway: soft_word(one, "status", HEADWAYS, &mut kept, found),
            note: long_text(one, "note", found),
            kept,
        }
    })
}

/// Something to be done, as it is written.
pub fn follow_up(one: &FollowUp) -> Json {
    let mut out = Out::new(&one.kept);
    out.text("id", &one.id);
    out.word("source", SOURCES, one.source);
    out.text("finding", &one.finding);
    out.text("action", &one.action);
    out.text("output", &one.output);
    out.text("responsible", &one.responsible);
    out.text("due", &one.due);
    out.text("evidence", &one.evidence);
    out.word("status", HEADWAYS, one.headway);
    out.text("reason", &one.reason);
    out.text("indicator", &one.indicator);
    match one.level {
        Some(level) => out.put("level", Json::number(level)),
        None => out.later("level"),
    }
    out.done()
}

/// A product of oversight, as it is written.
pub fn product(one: &Oversight) -> Json {
    let mut out = Out::new(&one.kept);
    out.text("id", &one.id);
    out.word("kind", KINDS, one.kind);
    out.text("number", &one.number);
    out.text("date", &one.date);
    out.text("due", &one.due);
    out.word("status", HEADWAYS, one.headway);
    out.text("note", &one.note);
    out.done()
}
