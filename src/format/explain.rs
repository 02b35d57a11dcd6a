//! One line of JSON that says where every number of a result comes from.
//!
//! Invariant: every exact figure is a text that is its whole value, a decimal or a fraction; only what is shown of a
//! figure is a rounded number. Weights are in percent.

use super::document::results::{object, range};
use super::json::Json;
use super::number::exact;
use crate::domain::explain::{Account, Explanation, Line, Part, Weighing, Which};
use crate::domain::extremes::Ratio;
use crate::domain::number::{Decimal, Score};
use crate::domain::rubric::{Basis, Dimension, Provenance, Rubric, Weight};
use crate::domain::workings::{At, Mean, Reading, Row, hundredfold, on_scale};

/// The line of a file that was taken.
#[must_use]
pub fn line(file: &str, rubric: &Rubric, explanation: &Explanation) -> String {
    let dimensions = rubric.dimensions.iter().zip(&explanation.weights).zip(&explanation.lines);
    let dimensions = dimensions.map(|((dimension, weighing), lines)| {
        let indicators = lines.iter().filter_map(|line| indicator(rubric, dimension, line));
        object(vec![
            ("id", Json::text(&dimension.id)),
            ("weight", weight(&dimension.weight, weighing)),
            ("indicators", Json::List(indicators.collect())),
        ])
    });
    let sources = rubric.sources.iter().map(|source| {
        object(vec![
            ("id", Json::text(&source.id)),
            ("title", Json::text(&source.title)),
            ("address", Json::text(&source.address)),
        ])
    });
    let line = object(vec![
        ("file", Json::text(file)),
        ("ok", Json::Bool(true)),
        ("rubric", object(vec![("id", Json::text(&rubric.id)), ("version", Json::text(&rubric.version))])),
        ("maximum", Json::number(rubric.maximum)),
        (
            "rounding",
            provenance(&rubric.rounding, vec![("places", Json::number(2)), ("rule", Json::text("halfUp"))]),
        ),
        ("figures", Json::List(explanation.accounts.iter().map(|account| figure(rubric, account)).collect())),
        ("dimensions", Json::List(dimensions.collect())),
        ("sources", Json::List(sources.collect())),
    ]);
    line.compact()
}

/// The word for a figure.
#[must_use]
pub const fn figure_word(reading: Reading) -> &'static str {
    match reading {
        Reading::Point => "point",
        Reading::Supported => "supported",
        Reading::Low => "answersLow",
        Reading::High => "answersHigh",
        Reading::Lowest => "low",
        Reading::Highest => "high",
    }
}

fn figure(rubric: &Rubric, account: &Account) -> Json {
    let ids: Vec<&str> = rubric.dimensions.iter().map(|dimension| &*dimension.id).collect();
    let mut members = vec![("figure", Json::text(figure_word(account.reading)))];
    members.extend(mean(&ids, &account.whole, Some(account.shown)));
    let part = |part: &Part| {
        let word = match part.which {
            Which::Subtotal(at) => rubric.subtotals.get(at).map_or("", |subtotal| &*subtotal.id),
            Which::Own => "own",
            Which::Outside => "outside",
        };
        let kind = if matches!(part.which, Which::Subtotal(_)) { "subtotal" } else { "side" };
        let mut members = vec![(kind, Json::text(word))];
        members.extend(mean(&ids, &part.mean, Some(part.shown)));
        object(members)
    };
    let dimensions = rubric.dimensions.iter().zip(&account.dimensions).map(|(dimension, own)| {
        let ids: Vec<&str> =
            dimension.indicators.iter().filter(|i| i.is_scored()).map(|indicator| &*indicator.id).collect();
        let mut members = vec![("id", Json::text(&dimension.id))];
        members.extend(mean(&ids, own, None));
        object(members)
    });
    members.push(("parts", Json::List(account.parts.iter().map(part).collect())));
    members.push(("dimensions", Json::List(dimensions.collect())));
    object(members)
}

fn ratio(ratio: Option<&Ratio>) -> Json {
    ratio.map_or(Json::Null, |ratio| Json::text(&exact(ratio)))
}

fn percent(part: &Ratio) -> Json {
    ratio(Some(&hundredfold(part)))
}

fn mean(ids: &[&str], mean: &Mean, shown: Option<Score>) -> Vec<(&'static str, Json)> {
    let row = |row: &Row| {
        let at = match row.at {
            None => "together",
            Some(At::Fixed) => "fixed",
            Some(At::Working) => "working",
            Some(At::Low) => "low",
            Some(At::High) => "high",
            Some(At::Between) => "between",
        };
        vec![
            ("weight", percent(&row.weight)),
            ("at", Json::text(at)),
            ("score", ratio(row.score.as_ref())),
            ("product", ratio(row.product.as_ref())),
        ]
    };
    let rows = ids.iter().zip(&mean.rows).map(|(id, own)| {
        let mut members = vec![("id", Json::text(id))];
        members.extend(row(own));
        object(members)
    });
    let mut members = vec![
        ("rows", Json::List(rows.collect())),
        ("open", mean.open.as_ref().map_or(Json::Null, |open| object(row(open)))),
        ("sum", ratio(mean.sum.as_ref())),
    ];
    members.extend(shown.map(|shown| ("shown", Json::number(shown))));
    members
}

fn provenance(of: &Provenance, mut members: Vec<(&str, Json)>) -> Json {
    let basis = match of.basis {
        Basis::Published => "published",
        Basis::Inferred => "inferred",
        Basis::Unpublished => "unpublished",
        Basis::Entered => "entered",
    };
    members.push(("basis", Json::text(basis)));
    members.push(("sources", Json::List(of.sources.iter().map(|id| Json::text(id)).collect())));
    object(members)
}

fn weight(weight: &Weight, weighing: &Weighing) -> Json {
    let shared = weighing.shared.map_or(Json::Null, |(rest, among)| {
        object(vec![("rest", Json::number(rest)), ("among", Json::number(among))])
    });
    let bounds = weight.bounds.map_or(Json::Null, |(low, high)| {
        object(vec![("low", Json::number(low)), ("high", Json::number(high))])
    });
    let mut members = vec![
        ("value", weight.value.map_or(Json::Null, Json::number)),
        ("shared", shared),
        ("bounds", bounds),
    ];
    members.extend(weighing.came.as_ref().map(|came| ("came", percent(came))));
    members.extend([
        ("low", percent(&weighing.low)),
        ("working", percent(&weighing.working)),
        ("high", percent(&weighing.high)),
    ]);
    provenance(&weight.provenance, members)
}

fn indicator(rubric: &Rubric, dimension: &Dimension, line: &Line) -> Option<Json> {
    let indicator = dimension.indicators.get(line.place)?;
    let values = &line.values;
    let number = |units: u64| Json::number(Decimal::from_ten_thousandths(i64::try_from(units).unwrap_or(0)));
    let item = values.resolve();
    let score = |part| if item.leaves { Json::Null } else { ratio(Some(&on_scale(rubric, part))) };
    Some(object(vec![
        ("id", Json::text(&indicator.id)),
        ("weight", weight(indicator.weight.as_ref()?, &line.weighing)),
        ("answers", Json::List(values.known.iter().map(|value| number(*value)).collect())),
        ("blank", Json::number(values.blank)),
        ("notApplicable", Json::number(values.leaving)),
        ("minimum", number(values.minimum)),
        ("maximum", number(values.maximum)),
        ("low", score(item.low)),
        ("point", item.point.map_or(Json::Null, score)),
        ("high", score(item.high)),
        ("worth", range(line.worth)),
    ]))
}
