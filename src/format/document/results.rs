//! The result as documents and the command line write it.
//!
//! Invariant: every figure is reckoned from the answers; a stored one is only ever compared.

use std::rc::Rc;

use super::members;
use super::residue::{known_part, residue};
use crate::domain::assessment::Assessment;
use crate::domain::number::{Range, Score};
use crate::domain::office_weights::applied;
use crate::domain::part::{self, Part};
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::{Brief, Progress, Scorecard};
use crate::domain::zone::Category;
use crate::format::json::{Json, canonical, shown, step};
use crate::format::shape::{Fields, Found};

/// An object of these members.
pub(crate) fn object(members: Vec<(&str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A score, or null.
pub(crate) fn score(score: Option<Score>) -> Json {
    score.map_or(Json::Null, Json::number)
}

/// Low and high.
pub(crate) fn range(range: Range) -> Json {
    object(vec![("low", Json::number(range.low)), ("high", Json::number(range.high))])
}

/// Low, point and high.
pub(crate) fn figure(range: Range, point: Option<Score>) -> Json {
    object(vec![
        ("low", Json::number(range.low)),
        ("point", score(point)),
        ("high", Json::number(range.high)),
    ])
}

/// What the low end, the point and the high end of the full range read as. The point reads as something
/// only when everything is answered, and the ends of a blank form never as one and the same.
fn reading(rubric: &Rubric, scorecard: &Scorecard, read: fn(&Category) -> Json) -> Json {
    let ends = scorecard.score.ends(rubric);
    let at = |end: fn(Range) -> Score| {
        ends.and_then(|ends| rubric.categories.of(end(ends))).map_or(Json::Null, read)
    };
    let point = scorecard.score.category_of_point(rubric, scorecard.progress);
    let point = point.and_then(|place| rubric.categories.items.get(place)).map_or(Json::Null, read);
    object(vec![("low", at(|ends| ends.low)), ("point", point), ("high", at(|ends| ends.high))])
}

/// Category codes over the full range.
pub(crate) fn category(rubric: &Rubric, scorecard: &Scorecard) -> Json {
    reading(rubric, scorecard, |category| Json::text(&category.id))
}

/// Zones over the full range; nulls where the instrument has none.
pub(crate) fn zone(rubric: &Rubric, scorecard: &Scorecard) -> Json {
    reading(rubric, scorecard, |category| category.zone.map_or(Json::Null, |zone| Json::text(zone.word())))
}

fn progress(progress: Progress) -> Json {
    object(vec![("answered", Json::number(progress.answered)), ("total", Json::number(progress.total))])
}

/// The dimensions: their scores, and what they add to the total.
pub(crate) fn dimensions(rubric: &Rubric, scorecard: &Scorecard) -> Json {
    let rows = rubric.dimensions.iter().zip(&scorecard.dimensions).map(|(dimension, result)| {
        object(vec![
            ("id", Json::text(&dimension.id)),
            ("score", figure(result.score.full, result.score.point)),
            ("points", figure(result.points, result.point)),
        ])
    });
    Json::List(rows.collect())
}

/// The member `results` of a document.
#[must_use]
pub fn results(rubric: &Rubric, scorecard: &Scorecard) -> Json {
    object(vec![
        ("score", score(scorecard.score.point)),
        ("answers", range(scorecard.score.answers)),
        ("full", range(scorecard.score.full)),
        ("supported", score(scorecard.supported)),
        ("category", category(rubric, scorecard)),
        ("zone", zone(rubric, scorecard)),
        ("progress", progress(scorecard.progress)),
        ("dimensions", dimensions(rubric, scorecard)),
    ])
}

/// The member `results` of this document: of a share only how far it is, for it says nothing of the office.
#[must_use]
pub fn of(rubric: &Rubric, assessment: &Assessment) -> Json {
    if assessment.is_part() {
        let none = Part::default();
        let own = part::progress(rubric, assessment, assessment.share().unwrap_or(&none));
        return object(vec![("progress", progress(own))]);
    }
    results(rubric, &Scorecard::of(rubric, assessment))
}

/// Holds the stored result against the recomputed one, and keeps what a newer program added to it, to
/// the description of that program and to the digest.
pub fn check(fields: &Fields<'_>, rubric: &Rubric, assessment: &mut Assessment, found: &mut Found) {
    let rubric = &applied(rubric, &assessment.weights);
    let fresh = of(rubric, assessment);
    // What we wrote ourselves and nobody touched is the same to the last letter.
    let stored = fields.object_or_none("results", found).filter(|own| own.members() != fresh.members());
    if let Some(stored) = &stored {
        for (name, now) in fresh.members() {
            compare(stored, name, now, found);
        }
    }
    // What a share does not write it does not keep either, though another program wrote it.
    let whole =
        if assessment.is_part() { results(rubric, &Scorecard::of(rubric, assessment)) } else { fresh };
    let shape = |names: &[&str]| object(names.iter().map(|name| (*name, Json::Null)).collect());
    for (name, shape) in
        [("results", whole), ("app", shape(members::APP)), ("digest", shape(members::DIGEST))]
    {
        if name == "results" && stored.is_none() {
            continue;
        }
        if let Some(rest) = fields.member(name).and_then(|stored| residue(stored, &shape)) {
            note(&rest, &shape, name, found);
            assessment.kept.push((Rc::from(name), Rc::from(rest.compact())));
        }
    }
}

/// Holds the stored result against the figures that a recapitulation goes by, and keeps nothing.
pub fn check_brief(fields: &Fields<'_>, brief: &Brief, found: &mut Found) {
    let Some(stored) = fields.object_or_none("results", found) else { return };
    let now = [
        ("score", score(brief.score.point)),
        ("answers", range(brief.score.answers)),
        ("full", range(brief.score.full)),
        ("supported", score(brief.supported)),
        ("progress", progress(brief.progress)),
    ];
    for (name, now) in &now {
        compare(&stored, name, now, found);
    }
}

/// Holds one stored figure against the recomputed one.
fn compare(stored: &Fields<'_>, name: &str, now: &Json, found: &mut Found) {
    let Some(then) = stored.member(name).filter(|then| *then != now) else { return };
    let then = known_part(then, now);
    if canonical(&then) != canonical(now) {
        stored.take(name, Kind::ResultDiffers(shown(&then.compact()), shown(&now.compact())), found);
    }
}

/// Names every member and item that the shape does not have. Items of lists are told by `id`.
fn note(rest: &Json, shape: &Json, path: &str, found: &mut Found) {
    for (name, value) in rest.members() {
        let path = step(path, name);
        match shape.member(name) {
            None => found.take(&path, Kind::UnknownMember(shown(name))),
            Some(Json::List(known)) => {
                for item in value.items() {
                    let id = item.member("id");
                    let name = id.and_then(Json::as_text).unwrap_or_default();
                    let path = step(&path, name);
                    match known.iter().find(|known| id.is_some() && known.member("id") == id) {
                        Some(known) => note(item, known, &path, found),
                        None => found.take(&path, Kind::UnknownMember(shown(name))),
                    }
                }
            }
            Some(known) => note(value, known, &path, found),
        }
    }
}
