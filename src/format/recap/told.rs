//! A recapitulation as one JSON object, for programs that go on with it.
//!
//! Invariant: every file of the collection is in it once, under `units` or under `notCounted`; figures are those shown.

use crate::domain::recap::{Collection, Line, Mean, Recap, Row};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::format::document::results::{figure, range, score};
use crate::format::json::Json;

type Members = Vec<(String, Json)>;

fn put(members: &mut Members, name: &str, value: Json) {
    members.push((name.to_owned(), value));
}

/// The object, in lines.
#[must_use]
pub fn encoded(rubric: &Rubric, collection: &Collection, recap: &Recap) -> String {
    let (mut units, mut out) = (Vec::new(), Vec::new());
    for (entry, line) in collection.entries().iter().zip(&recap.lines) {
        match (&line.reason, entry.row()) {
            (None, Some(row)) => units.push(unit(rubric, row, line)),
            (reason, _) => {
                let mut members = Members::new();
                put(&mut members, "file", Json::text(entry.file()));
                put(
                    &mut members,
                    "reason",
                    Json::text(reason.as_ref().map_or("unreadable", |why| why.code())),
                );
                out.push(Json::Object(members));
            }
        }
    }
    let mut pemda = Members::new();
    let sides = recap.all.sides.as_ref().ok();
    let mean = |mean: Option<&Mean>| mean.map_or(Json::Null, |mean| whole(&mean.figure));
    put(&mut pemda, "own", mean(sides.and_then(|sides| sides.own.as_ref())));
    put(&mut pemda, "verified", mean(sides.and_then(|sides| sides.verified.as_ref())));
    put(&mut pemda, "official", score(sides.and_then(|sides| sides.official.as_ref()?.figure.point)));
    let mut all = Members::new();
    put(&mut all, "rubric", Json::text(&rubric.id));
    put(&mut all, "units", Json::List(units));
    put(&mut all, "pemda", Json::Object(pemda));
    put(&mut all, "notCounted", Json::List(out));
    Json::Object(all).pretty()
}

/// A figure over the full range.
fn whole(own: &Figure) -> Json {
    figure(own.full, own.point)
}

fn unit(rubric: &Rubric, row: &Row, line: &Line) -> Json {
    let mut members = Members::new();
    let named = [
        ("file", &row.file),
        ("id", &row.id),
        ("pemda", &row.pemda),
        ("unit", &row.name),
        ("kind", &row.kind),
    ];
    for (name, text) in named {
        put(&mut members, name, Json::text(text));
    }
    put(&mut members, "year", row.year.map_or(Json::Null, Json::number));
    put(&mut members, "updatedAt", Json::text(&row.updated_at));
    if let Some(own) = &row.own {
        put(&mut members, "own", whole(&own.figure));
        put(&mut members, "answers", range(own.figure.answers));
        put(&mut members, "supported", score(own.supported));
        let category = own.standing(rubric).full_category.one();
        let category = category.and_then(|place| rubric.categories.items.get(place));
        put(&mut members, "category", category.map_or(Json::Null, |category| Json::text(&category.id)));
        put(&mut members, "answered", Json::number(own.progress.answered));
        put(&mut members, "total", Json::number(own.progress.total));
        put(&mut members, "assumed", Json::number(own.assumed));
        put(&mut members, "notApplicable", Json::number(own.not_relevant));
    }
    put(&mut members, "verified", row.verified.as_ref().map_or(Json::Null, whole));
    put(&mut members, "official", score(row.official));
    let troubles = line.troubles.iter().map(|trouble| Json::text(trouble.code())).collect();
    put(&mut members, "troubles", Json::List(troubles));
    Json::Object(members)
}
