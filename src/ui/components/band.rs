//! The range drawn on the instrument's own scale.
//!
//! Invariant: everything drawn stands in words as well, beside it or in its label.

use yew::prelude::*;

use crate::domain::number::{Range, Score};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::zone::Zone;
use crate::ui::components::zone_mark::shape;
use crate::ui::markup::html;
use crate::ui::text::{number, pengisian};

/// How much of the scale is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Segments with bounds and words.
    Labelled,
    /// Segments only, for the bar at the foot.
    Bare,
    /// A line only, for rows of a table.
    Line,
}

/// What [`band`] is given.
pub struct BandProps<'a> {
    /// The instrument, for its bounds.
    pub rubric: &'a Rubric,
    /// What to draw.
    pub figure: Figure,
    /// Highest value of the scale drawn.
    pub maximum: Score,
    /// How much of the scale.
    pub scale: Scale,
    /// What is to be reached, marked by a flag.
    pub goal: Option<Score>,
    /// Words for the picture where they do not stand beside it.
    pub label: Option<AttrValue>,
}

/// The band of a whole result.
pub fn whole(rubric: &Rubric, figure: Figure, scale: Scale, goal: Option<Score>) -> Html {
    band(&BandProps { rubric, figure, maximum: Score::rounded(rubric.maximum), scale, goal, label: None })
}

/// Range, inner range and point.
pub fn band(props: &BandProps<'_>) -> Html {
    let maximum = props.maximum;
    let (height, top) = match props.scale {
        Scale::Labelled => ("70", 6),
        Scale::Bare => ("32", 0),
        Scale::Line => ("20", 0),
    };
    let drawing = html! {
        <>
            if props.scale == Scale::Line {
                <rect class="groove" y="9.5" width="100%" height="1" />
            } else {
                { segments(props.rubric, maximum, if props.scale == Scale::Labelled { 26 } else { 22 }) }
            }
            if props.scale == Scale::Labelled {
                { bounds(props.rubric, maximum) }
            }
            if let Some(goal) = props.goal {
                <svg x={number::place(goal, maximum)} y={top.to_string()} overflow="visible"><path class="goal" d="M-1 0 10 4 1 8v14h-2z" /></svg>
            }
            { figure(&props.figure, maximum, top) }
        </>
    };
    let label =
        props.label.clone().or_else(|| (props.scale == Scale::Labelled).then(|| words(props, maximum)));
    html! {
        if let Some(label) = label {
            <svg class="band" width="100%" {height} role="img" aria-label={label} focusable="false">{ drawing }</svg>
        } else {
            <svg class="band" width="100%" {height} aria-hidden="true" focusable="false">{ drawing }</svg>
        }
    }
}

fn words(props: &BandProps<'_>, maximum: Score) -> AttrValue {
    let named = props.rubric.categories.items.iter().rev().map(|category| {
        let zone = category.zone.map(|zone| format!(" ({})", zone.word())).unwrap_or_default();
        (format!("{}{zone}", category.id), category.bound)
    });
    pengisian::band(props.figure.point, props.figure.full, maximum, &named.collect::<Vec<_>>()).into()
}

/// The bands of the scale, lowest first, with their ends.
fn bands(rubric: &Rubric, maximum: Score) -> Vec<(usize, Score, Score)> {
    let items = &rubric.categories.items;
    (0..items.len())
        .rev()
        .filter_map(|at| {
            let upper =
                at.checked_sub(1).and_then(|above| items.get(above)).map_or(maximum, |above| above.bound);
            Some((at, items.get(at)?.bound, upper))
        })
        .collect()
}

fn segments(rubric: &Rubric, maximum: Score, y: i32) -> Html {
    bands(rubric, maximum)
        .into_iter()
        .map(|(at, low, high)| {
            let zone = rubric.categories.items.get(at).and_then(|category| category.zone);
            html! {
                <rect key={at} class={zone.is_none().then_some("step")} data-zone={zone.map(Zone::word)}
                    x={number::place(low, maximum)} y={y.to_string()}
                    width={number::stretch(low, high, maximum)} height="8" />
            }
        })
        .collect()
}

/// Bounds under the scale, and the words of zones (or categories) under them.
fn bounds(rubric: &Rubric, maximum: Score) -> Html {
    let bands = bands(rubric, maximum);
    let crowded = bands.len() > 5;
    // Many bands have their bounds under their codes, else beside the words of zones.
    let y = if crowded { "65" } else { "49" };
    let ticks = bands.iter().filter(|(_, low, _)| low.hundredths() > 0).map(|(at, low, _)| {
        html! { <text key={format!("t{at}")} x={number::place(*low, maximum)} {y} text-anchor="middle">{ short(*low) }</text> }
    });
    let mut words: Vec<(String, Option<Zone>, Score, Score)> = Vec::new();
    for (at, low, high) in &bands {
        let Some(category) = rubric.categories.items.get(*at) else { continue };
        match words.last_mut() {
            Some((_, zone, _, end)) if zone.is_some() && *zone == category.zone => *end = *high,
            _ => {
                let word =
                    category.zone.map_or_else(|| category.id.to_string(), |zone| zone.word().to_owned());
                words.push((word, category.zone, *low, *high));
            }
        }
    }
    let words = words.into_iter().map(|(word, zone, low, high)| {
        let middle = Score::from_hundredths(i64::midpoint(low.hundredths(), high.hundredths()));
        html! {
            <svg key={word.clone()} x={number::place(middle, maximum)} y={if crowded { "38" } else { "56" }} overflow="visible">
                if let Some(zone) = zone {
                    <g data-zone={zone.word()} transform="translate(-27) scale(.72)">{ shape(zone) }</g>
                    <text x="-12" y="10">{ word }</text>
                } else {
                    <text y="10" text-anchor="middle">{ word }</text>
                }
            </svg>
        }
    });
    html! {
        <>
            <text x="0%" {y} text-anchor="start">{ "0" }</text>
            { for ticks }
            <text x="100%" {y} text-anchor="end">{ short(maximum) }</text>
            { for words }
        </>
    }
}

/// A bound as short as it can be written.
fn short(bound: Score) -> String {
    number::decimal(bound.decimal())
}

fn figure(figure: &Figure, maximum: Score, top: i32) -> Html {
    let Range { low, high } = figure.full;
    let inner = figure.answers;
    let y = |offset: i32| (top + offset).to_string();
    html! {
        <>
            <rect class="wide" x={number::place(low, maximum)} y={y(9)} width={number::stretch(low, high, maximum)} height="2" />
            <rect class="tick" x={number::place(low, maximum)} y={y(3)} width="2" height="14" />
            <rect class="tick" x={number::place(high, maximum)} y={y(3)} width="2" height="14" transform="translate(-2)" />
            <rect class="narrow" x={number::place(inner.low, maximum)} y={y(6)} width={number::stretch(inner.low, inner.high, maximum)} height="8" />
            if let Some(point) = figure.point {
                <circle class="point" cx={number::place(point, maximum)} cy={y(10)} r="7" />
            }
        </>
    }
}
