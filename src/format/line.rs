//! One line of JSON for one file: what the command line says of it.
//!
//! Invariant: the members always stand in the same order; a refused file has only `file`, `ok` and
//! `problems`.

use super::document::Decoded;
use super::document::results::{category, dimensions, figure, object, range, score, zone};
use super::json::Json;
use super::wording::sentence;
use crate::domain::part::{self, Part};
use crate::domain::plan::{By, Plan, Why};
use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::domain::standing::{Resting, Span, Standing};

/// The line of a file that was taken.
#[must_use]
pub fn taken(file: &str, rubric: &Rubric, decoded: &Decoded) -> String {
    let card = Scorecard::of(rubric, &decoded.assessment);
    let unit = &decoded.assessment.unit.name;
    if decoded.assessment.is_part() {
        return part(file, rubric, decoded);
    }
    let line = object(vec![
        ("file", Json::text(file)),
        ("ok", Json::Bool(true)),
        ("rubric", object(vec![("id", Json::text(&rubric.id)), ("version", Json::text(&rubric.version))])),
        ("unit", if unit.is_empty() { Json::Null } else { Json::text(unit) }),
        ("score", figure(card.score.full, card.score.point)),
        ("scoreAnswers", range(card.score.answers)),
        ("category", category(rubric, &card)),
        ("zone", zone(rubric, &card)),
        ("standing", standing(rubric, &card.standing)),
        ("dimensions", dimensions(rubric, &card)),
        ("answered", Json::number(card.progress.answered)),
        ("total", Json::number(card.progress.total)),
        ("assumed", Json::number(card.assumed)),
        ("notApplicable", Json::number(card.not_applicable)),
        ("problems", problems(&decoded.problems)),
        ("supported", score(card.supported)),
    ]);
    line.compact()
}

/// The line of a share: how far it is, and no score, for it says nothing of the office.
fn part(file: &str, rubric: &Rubric, decoded: &Decoded) -> String {
    let own = Part::default();
    let share = decoded.assessment.share().unwrap_or(&own);
    let progress = part::progress(rubric, &decoded.assessment, share);
    let line = object(vec![
        ("file", Json::text(file)),
        ("ok", Json::Bool(true)),
        ("rubric", object(vec![("id", Json::text(&rubric.id)), ("version", Json::text(&rubric.version))])),
        ("part", Json::text(&share.by)),
        ("answered", Json::number(progress.answered)),
        ("total", Json::number(progress.total)),
        ("problems", problems(&decoded.problems)),
    ]);
    line.compact()
}

/// The line of a file that was refused.
#[must_use]
pub fn refused(file: &str, found: &[Problem]) -> String {
    let line =
        object(vec![("file", Json::text(file)), ("ok", Json::Bool(false)), ("problems", problems(found))]);
    line.compact()
}

/// A plan: what rises from where to where, and what that comes to.
#[must_use]
pub fn plan(rubric: &Rubric, plan: &Plan, by: By) -> String {
    let id = |(dimension, indicator): (usize, usize)| {
        let indicator = rubric.dimensions.get(dimension).and_then(|d| d.indicators.get(indicator));
        indicator.map_or(Json::Null, |indicator| Json::text(&indicator.id))
    };
    let changes = plan.changes.iter().map(|change| {
        let mut members = vec![
            ("indicator", id(change.place)),
            ("from", Json::number(change.rise.from)),
            ("to", Json::number(change.rise.to)),
            ("points", Json::number(change.points)),
            ("effort", Json::number(change.rise.effort)),
        ];
        let pieces = change.rise.pieces.iter().map(|piece| {
            object(vec![
                ("id", Json::text(&piece.id)),
                ("from", Json::number(piece.from)),
                ("to", Json::number(piece.to)),
            ])
        });
        if !change.rise.pieces.is_empty() {
            members.push(("pieces", Json::List(pieces.collect())));
        }
        object(members)
    });
    let blocks = plan.blocks.iter().map(|block| {
        object(vec![
            ("indicator", id(block.place)),
            ("why", Json::text(why(block.why))),
            ("worth", Json::number(block.worth)),
        ])
    });
    let target = rubric.categories.items.get(plan.target);
    let mut members = vec![
        ("target", target.map_or(Json::Null, |category| Json::text(&category.id))),
        ("reachable", Json::Bool(plan.reachable)),
        ("changes", Json::List(changes.collect())),
        ("count", Json::number(plan.changes.len())),
        ("effort", Json::number(plan.effort)),
        ("score", figure(plan.after.full, plan.after.point)),
        ("proved", Json::Bool(plan.proved)),
    ];
    if !plan.proved {
        members.push(("gap", Json::number(plan.gap(by))));
    }
    if !plan.reachable {
        members.push(("short", Json::number(plan.short)));
        members.push(("blocks", Json::List(blocks.collect())));
    }
    object(members).compact()
}

/// The word for what keeps an indicator from rising.
const fn why(why: Why) -> &'static str {
    match why {
        Why::NotInHand => "notInHand",
        Why::NoLevels => "noLevels",
        Why::Locked => "locked",
        Why::Kind => "kind",
        Why::Ceiling => "ceiling",
        Why::Leaves => "notApplicable",
    }
}

/// Problems with place, word and sentence.
#[must_use]
pub fn problems(found: &[Problem]) -> Json {
    let each = |problem: &Problem| {
        object(vec![
            ("path", Json::text(&problem.path)),
            ("kind", Json::text(problem.kind.code())),
            ("message", Json::text(&sentence(problem))),
        ])
    };
    Json::List(found.iter().map(each).collect())
}

/// The strongest statement, in words: what the category and the zone lie between, and over what.
fn standing(rubric: &Rubric, standing: &Standing) -> Json {
    fn span<T: Copy + PartialEq>(span: Span<T>, word: impl Fn(T) -> Json) -> Json {
        let (low, high) = span.ends();
        object(vec![("low", word(low)), ("high", word(high))])
    }
    let band = |place: usize| rubric.categories.items.get(place).map_or(Json::Null, |c| Json::text(&c.id));
    let resting = match standing.resting {
        Resting::Full => "full",
        Resting::Answers => "answers",
        Resting::Neither => "neither",
    };
    let rests_on = standing.rests_on.iter().filter_map(|place| rubric.dimensions.get(*place));
    object(vec![
        ("category", span(standing.category, band)),
        ("zone", standing.zone.map_or(Json::Null, |zones| span(zones, |zone| Json::text(zone.word())))),
        ("resting", Json::text(resting)),
        ("assumed", Json::number(standing.assumed)),
        ("notRelevant", Json::number(standing.not_relevant)),
        ("restsOn", Json::List(rests_on.map(|dimension| Json::text(&dimension.id)).collect())),
    ])
}
