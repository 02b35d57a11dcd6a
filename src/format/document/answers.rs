//! Reading answers.
//!
//! Invariant: a level or value that its scale does not have refuses the file; an answer to an unknown
//! indicator is kept whole and counts nothing.

use std::rc::Rc;

use super::decode::{long_text, soft_word};
use super::{MAX_EVIDENCE, SHORT, members, ticks};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, Kept, Met};
use crate::domain::map::Map;
use crate::domain::problem::Kind;
use crate::domain::rubric::{Indicator, Rubric, Scale, ScaleKind};
use crate::format::json::{Json, item, shown};
use crate::format::shape::{Fields, Found, as_decimal, as_text};

/// The words of how far a criterion is met.
pub const MET: &[(&str, Met)] = &[("yes", Met::Yes), ("partly", Met::Partly), ("no", Met::No)];
/// The words of how far a document is ready.
pub const STATES: &[(&str, EvidenceState)] = &[
    ("none", EvidenceState::None),
    ("prepared", EvidenceState::Prepared),
    ("mismatch", EvidenceState::Mismatch),
    ("good", EvidenceState::Good),
];
/// Most members of the smaller objects and lists of an answer.
pub const MAX_PARTS: usize = 500;

/// The answer to an indicator the instrument does not have: kept whole.
pub fn unknown(fields: &Fields<'_>, id: &str, found: &mut Found) -> Answer {
    found.take(fields.own_path(), Kind::UnknownIndicator(shown(id)));
    let kept =
        fields.members().iter().map(|(name, value)| (Rc::from(name.as_str()), Rc::from(value.compact())));
    Answer { kept: kept.collect(), ..Answer::default() }
}

/// The answer to an indicator of the instrument; `names` are the members it may have.
pub fn known(
    fields: &Fields<'_>,
    rubric: &Rubric,
    indicator: &Indicator,
    assessment: &Assessment,
    names: &[&str],
    found: &mut Found,
) -> Answer {
    let mut kept = fields.kept(names, &[], found);
    let scale = rubric.scale_of(indicator);
    let listed: Vec<&Text> = rubric
        .panel_of(indicator)
        .map(|panel| assessment.samples_of(rubric, panel).map(|sample| &sample.id).collect())
        .unwrap_or_default();
    let flag = |name: &str, found: &mut Found| fields.flag(name, false, found);
    Answer {
        choice: scale.and_then(|scale| choice(fields, scale, indicator, found)),
        typed: fields.text_or_empty("typed", SHORT, found),
        reason: long_text(fields, "reason", found),
        assumed: flag("assumed", found),
        ground: long_text(fields, "ground", found),
        samples: scale
            .map(|scale| samples(fields, scale, indicator, &listed, &mut kept, found))
            .unwrap_or_default(),
        copied: copied(fields, &listed, found),
        criteria: criteria(fields, indicator, found),
        ticks: ticks::ticks(fields, &mut kept, found),
        evidence: evidence(fields, found),
        note: long_text(fields, "note", found),
        by: fields.text_or_empty("by", SHORT, found),
        at: fields.text_or_empty("at", SHORT, found),
        ask: flag("ask", found),
        unconfirmed: flag("unconfirmed", found),
        kept,
    }
}

/// The one of `level`, `value` and `notApplicable` that is given.
fn choice(fields: &Fields<'_>, scale: &Scale, indicator: &Indicator, found: &mut Found) -> Option<Choice> {
    let level = fields.member("level");
    let value = fields.member("value");
    let leaves = fields.flag("notApplicable", false, found);
    if usize::from(level.is_some()) + usize::from(value.is_some()) + usize::from(leaves) > 1 {
        fields.refuse("notApplicable", Kind::WrongType("single"), found);
        return None;
    }
    if leaves {
        if !indicator.not_applicable {
            fields.refuse("notApplicable", Kind::NotApplicableRefused, found);
        }
        return Some(Choice::NotApplicable);
    }
    match (level, value) {
        (Some(json), _) if scale.is_continuous() => outside(json, &fields.path("level"), found),
        (Some(json), _) => on_scale(json, scale, &fields.path("level"), found),
        (_, Some(json)) if !scale.is_continuous() => outside(json, &fields.path("value"), found),
        (_, Some(json)) => on_scale(json, scale, &fields.path("value"), found),
        _ => None,
    }
}

/// A number of the scale, or the code of one of its levels.
fn on_scale(json: &Json, scale: &Scale, path: &str, found: &mut Found) -> Option<Choice> {
    if let (Json::Text(word), ScaleKind::Levels(levels)) = (json, &scale.kind) {
        let level = levels.iter().find(|level| !level.code.is_empty() && *level.code == **word);
        return match level {
            Some(level) => Some(Choice::Level(level.value)),
            None => outside(json, path, found),
        };
    }
    let number = as_decimal(json, path, found)?;
    if !scale.takes(number) {
        return outside(json, path, found);
    }
    Some(if scale.is_continuous() { Choice::Value(number) } else { Choice::Level(number) })
}

fn outside(json: &Json, path: &str, found: &mut Found) -> Option<Choice> {
    match json {
        Json::Text(text) => found.refuse(path, Kind::OutsideScale(shown(text))),
        Json::Number(text) => found.refuse(path, Kind::OutsideScale(shown(text))),
        _ => found.refuse(path, Kind::WrongType("number")),
    }
    None
}

/// Answers per sample. Unknown members inside them are kept under the name `samples`.
fn samples(
    fields: &Fields<'_>,
    scale: &Scale,
    indicator: &Indicator,
    listed: &[&Text],
    kept: &mut Kept,
    found: &mut Found,
) -> Map<Choice> {
    let mut samples = Map::new();
    let mut extra = Vec::new();
    let Some(given) = limited(fields, "samples", found) else { return samples };
    for (id, json) in given.members() {
        let path = given.path(id);
        if !listed.iter().any(|own| ***own == **id) {
            found.take(&path, Kind::UnknownSample(shown(id)));
        }
        let answer = if matches!(json, Json::Object(_)) {
            let inner = Fields::of(json, path, found);
            let rest = inner.kept(members::SAMPLE_ANSWER, &[], found);
            if !rest.is_empty() {
                let unknown = |(name, _): &&(String, Json)| !members::SAMPLE_ANSWER.contains(&name.as_str());
                let rest = inner.members().iter().filter(unknown).cloned().collect();
                extra.push((id.clone(), Json::Object(rest)));
            }
            choice(&inner, scale, indicator, found)
        } else {
            on_scale(json, scale, &path, found)
        };
        if let Some(answer) = answer {
            samples.insert(Text::from(id.as_str()), answer);
        }
    }
    if !extra.is_empty() {
        kept.push((Rc::from("samples"), Rc::from(Json::Object(extra).compact())));
    }
    samples
}

fn copied(fields: &Fields<'_>, listed: &[&Text], found: &mut Found) -> Vec<Text> {
    if fields.list("copied", found).len() > MAX_PARTS {
        fields.refuse("copied", Kind::TooMany(MAX_PARTS), found);
        return Vec::new();
    }
    let copied = fields.texts("copied", SHORT, found);
    for (at, id) in copied.iter().enumerate().filter(|(_, id)| !listed.contains(id)) {
        found.take(&item(&fields.path("copied"), at), Kind::UnknownSample(shown(id)));
    }
    copied
}

fn criteria(fields: &Fields<'_>, indicator: &Indicator, found: &mut Found) -> Map<Met> {
    let mut criteria = Map::new();
    let Some(given) = limited(fields, "criteria", found) else { return criteria };
    for (id, json) in given.members() {
        let path = given.path(id);
        if !indicator.criteria.iter().any(|criterion| *criterion.id == **id) {
            found.take(&path, Kind::UnknownCriterion(shown(id)));
        }
        let Some(word) = as_text(json, &path, usize::MAX, found) else { continue };
        match MET.iter().find(|(own, _)| *own == &*word) {
            Some((_, met)) => {
                criteria.insert(Text::from(id.as_str()), *met);
            }
            None => found.refuse(&path, Kind::OutsideScale(shown(&word))),
        }
    }
    criteria
}

fn evidence(fields: &Fields<'_>, found: &mut Found) -> Vec<Evidence> {
    if fields.list("evidence", found).len() > MAX_EVIDENCE {
        fields.refuse("evidence", Kind::TooMany(MAX_EVIDENCE), found);
        return Vec::new();
    }
    let mut evidence = Vec::new();
    fields.each("evidence", found, &mut |each, found| {
        let text = |name: &str, found: &mut Found| each.text_or_empty(name, SHORT, found);
        let mut kept = each.kept(members::EVIDENCE, &[], found);
        evidence.push(Evidence {
            asked: text("asked", found),
            title: text("title", found),
            where_kept: text("where", found),
            date: text("date", found),
            valid_until: text("validUntil", found),
            state: soft_word(each, "state", STATES, &mut kept, found),
            sha256: text("sha256", found),
            kept,
        });
    });
    evidence
}

/// An object of not too many members.
fn limited<'a>(fields: &Fields<'a>, name: &str, found: &mut Found) -> Option<Fields<'a>> {
    let given = fields.object_or_none(name, found)?;
    if given.members().len() > MAX_PARTS {
        fields.refuse(name, Kind::TooMany(MAX_PARTS), found);
        return None;
    }
    Some(given)
}
