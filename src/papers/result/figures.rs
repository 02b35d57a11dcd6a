//! The figures of the sheet: the estimate, its dimensions, what decides it, and every product.
//!
//! Invariant: figures are told, never reckoned; sums come from the domain.

use super::{named, or_none};
use crate::domain::extremes::Ratio;
use crate::domain::influence::{Influence, Mover, lowering, widening};
use crate::domain::number::Score;
use crate::domain::rubric::Indicator;
use crate::domain::workings::{self, Mean, Reading, Row};
use crate::papers::office::subject;
use crate::papers::{Block, Table};
use crate::state::Work;
use crate::ui::text::{common, hasil, kertas, number, pengisian, resmi, riwayat, standing};

/// How many movers each list names.
const MOST: usize = 6;
/// Where there is no figure.
const DASH: &str = "–";

/// The score with both of its ranges, what they read as, and what they rest on.
pub fn estimate(work: &Work, out: &mut Vec<Block>) {
    let (rubric, assessment, card) = (&work.rubric, &work.assessment, &work.scorecard);
    let full = &card.score.full;
    let mut facts = Vec::new();
    let mut say = |name: &str, said: String| facts.push((name.to_owned(), said));
    say(kertas::POINT, or_none(card.score.point.map(number::score)));
    say(kertas::RANGE_FULL, number::range(*full));
    say(kertas::RANGE_ANSWERS, number::range(card.score.answers));
    say(kertas::READING, standing::sentence(rubric, card) + ".");
    if let Some(score) = card.supported {
        say(
            kertas::SUPPORTED,
            kertas::supported(&number::score(score), card.supported_answers, card.progress.total),
        );
    }
    say(kertas::FILLED, pengisian::tally(card));
    for (subtotal, figure) in rubric.subtotals.iter().zip(&card.subtotals) {
        say(&subtotal.name, pengisian::subtotal("", *figure).trim_start_matches([':', ' ']).to_owned());
    }
    if let Some(official) = &assessment.official {
        let category = official.score.and_then(|score| rubric.categories.of(score));
        let reading = category.map(|own| riwayat::reading(own, subject(assessment))).unwrap_or_default();
        let year = assessment.assessment_year;
        say(&rubric.terms.official, resmi::noted(&rubric.terms.official, year, official.score, &reading));
    }
    out.push(Block::Part(kertas::ESTIMATE.to_owned()));
    out.push(Block::Facts(facts));
    out.push(Block::Text(pengisian::SUPPORTED_HINT.to_owned()));
    out.extend(standing::rests_on(rubric, card).map(Block::Text));
}

/// The dimensions: score, range, weight and what each adds.
pub fn dimensions(work: &Work, out: &mut Vec<Block>) {
    let (rubric, card) = (&work.rubric, &work.scorecard);
    let mean = whole_mean(work);
    let heads = [
        (&*rubric.terms.dimension, 8),
        (hasil::ANSWER, 3),
        (kertas::RANGE, 4),
        (hasil::WEIGHT, 4),
        (hasil::ADDS, 3),
        (kertas::FILLED, 3),
    ];
    let mut table = Table::new(&hasil::by_dimension(&rubric.terms), &heads);
    for (at, (score, row)) in card.dimensions.iter().zip(&mean.rows).enumerate() {
        let Some(dimension) = rubric.dimensions.get(at) else { continue };
        let basis = if rubric.is_derived(dimension) {
            hasil::DERIVED
        } else {
            common::basis(dimension.weight.provenance.basis)
        };
        table.rows.push(vec![
            dimension.name.to_string(),
            or_none(score.score.point.map(number::score)),
            number::range(score.score.full),
            format!("{} ({basis})", number::percent(&row.weight)),
            points(row.product.as_ref()),
            format!("{}/{}", score.progress.answered, score.progress.total),
        ]);
    }
    if let Some(open) = mean.open.as_ref().filter(|_| mean.sum.is_some()) {
        let dash = || DASH.to_owned();
        table.rows.push(vec![
            hasil::OPEN.to_owned(),
            dash(),
            dash(),
            number::percent(&open.weight),
            points(open.product.as_ref()),
            dash(),
        ]);
    }
    out.push(Block::Piece(hasil::by_dimension(&rubric.terms)));
    out.push(Block::Table(table));
    if !card.own.dimensions.is_empty() && !card.outside.dimensions.is_empty() {
        let mut facts = Vec::new();
        for (name, side) in [(hasil::OWN, &card.own), (kertas::OUTSIDE, &card.outside)] {
            let point = side.figure.point.map_or_else(|| DASH.to_owned(), number::score);
            facts.push((name.to_owned(), point + &hasil::of_points(side.maximum, side.figure.full)));
        }
        out.push(Block::Piece(hasil::WHO.to_owned()));
        out.push(Block::Facts(facts));
    }
}

/// What widens the range and what lowers the estimate.
pub fn decisive(work: &Work, out: &mut Vec<Block>) {
    let (rubric, assessment) = (&work.rubric, &work.assessment);
    out.push(Block::Piece(hasil::DECISIVE.to_owned()));
    let width = hasil::width(&work.scorecard.score);
    if !width.is_empty() {
        out.push(Block::Text(width));
    }
    ranking(work, hasil::WIDENS, &widening(rubric, assessment), hasil::widens, out);
    ranking(work, hasil::LOWERS, &lowering(rubric, assessment), hasil::lowers, out);
}

fn ranking(work: &Work, title: &str, movers: &[Influence], words: fn(Score) -> String, out: &mut Vec<Block>) {
    let mut points = Vec::new();
    for influence in movers.iter().take(MOST) {
        points.push(format!("{}: {}", mover(work, influence.mover), words(influence.by)));
    }
    if !points.is_empty() {
        out.push(Block::Text([title, ":"].concat()));
        out.push(Block::List(true, points));
    }
}

fn mover(work: &Work, mover: Mover) -> String {
    let dimension = |place: usize| work.rubric.dimensions.get(place);
    match mover {
        Mover::Indicator(place, at) => {
            dimension(place).and_then(|own| own.indicators.get(at)).map(named).unwrap_or_default()
        }
        Mover::WeightsOf(place) => hasil::weights_of(dimension(place).map_or("", |own| &own.name)),
        Mover::WeightsOfWhole => hasil::WEIGHTS_OF_WHOLE.to_owned(),
    }
}

/// The mean of a dimension.
pub fn mean(work: &Work, at: usize) -> Mean {
    workings::dimension(&work.rubric, at, &work.assessment, Reading::Point)
}

fn whole_mean(work: &Work) -> Mean {
    let means: Vec<Mean> = (0..work.rubric.dimensions.len()).map(|at| mean(work, at)).collect();
    workings::whole(&work.rubric, &means, Reading::Point)
}

/// The heads of weight, score and product.
pub fn heads(table: &mut Table) {
    for head in [hasil::WEIGHT, hasil::ANSWER, hasil::PRODUCT] {
        table.heads.push((head.to_owned(), 9));
    }
}

/// What the weight of an indicator rests on.
pub fn basis(indicator: &Indicator) -> &'static str {
    let weight = indicator.weight.as_ref();
    weight.map_or(pengisian::UNSCORED_TAG, |weight| common::basis(weight.provenance.basis))
}

/// Weight, score and product.
pub fn of_row(row: Option<&Row>) -> [String; 3] {
    let exact = |figure: Option<&Ratio>| figure.map_or_else(|| DASH.to_owned(), number::exact);
    [
        row.map_or_else(|| DASH.to_owned(), |row| number::percent(&row.weight)),
        exact(row.and_then(|row| row.score.as_ref())),
        exact(row.and_then(|row| row.product.as_ref())),
    ]
}

/// The rows beneath those of the members: what has no score, and the sum.
pub fn sum(mean: &Mean, table: &mut Table) {
    let before = table.heads.len() - 3;
    let mut push = |name: &str, figures: [String; 3]| {
        let mut row = vec![name.to_owned()];
        row.resize(before, String::new());
        row.extend(figures);
        table.rows.push(row);
    };
    if let Some(open) = mean.open.as_ref().filter(|_| mean.sum.is_some()) {
        push(hasil::OPEN, of_row(Some(open)));
    }
    let sum = mean.sum.as_ref().map_or_else(|| DASH.to_owned(), number::exact);
    push(hasil::SUM, [number::ALL.to_owned(), String::new(), sum]);
}

/// The last step: the dimensions into the whole, and the rounding.
pub fn whole(work: &Work, out: &mut Vec<Block>) {
    let mean = whole_mean(work);
    let title = hasil::whole(&work.rubric.terms);
    let mut table = Table::new(&title, &[(&*work.rubric.terms.dimension, 30)]);
    heads(&mut table);
    for (dimension, row) in work.rubric.dimensions.iter().zip(&mean.rows) {
        let mut line = vec![dimension.name.to_string()];
        line.extend(of_row(Some(row)));
        table.rows.push(line);
    }
    sum(&mean, &mut table);
    if let Some(point) = work.scorecard.score.point {
        let blank = String::new;
        table.rows.push(vec![hasil::ROUNDED.to_owned(), blank(), blank(), number::score(point)]);
    }
    out.push(Block::Piece(title));
    out.push(Block::Table(table));
}

fn points(points: Option<&Ratio>) -> String {
    points
        .map_or_else(|| DASH.to_owned(), |points| number::score(Score::from_ratio(&points.num, &points.den)))
}
