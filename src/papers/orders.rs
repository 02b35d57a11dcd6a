//! What the secretary is asked to order this week, and to whom.
//!
//! Invariant: at most [`MOST`] orders, each to heads of offices that it is about; what lifts the mean goes before what
//! only completes a file, but for files that have not come, or not so that they count.

use super::offices::{Offices, indicator};
use crate::domain::number::Score;
use crate::domain::order::sorted;
use crate::domain::recap::{Improvement, Row, asked, heat};
use crate::ui::text::{perintah, rekap};

/// Most orders on a note.
pub const MOST: usize = 5;

/// One order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What is to be done.
    pub what: String,
    /// The offices whose heads are to do it, all of them.
    pub to: Vec<String>,
    /// Why.
    pub because: String,
}

/// The orders, the most telling first.
#[must_use]
pub fn orders(all: &Offices<'_>) -> Vec<Order> {
    let mut orders = Vec::new();
    let awaited = all.awaited();
    if !awaited.is_empty() {
        let because = perintah::because_awaited(awaited.len());
        orders.push(Order { what: perintah::SEND.to_owned(), to: awaited, because });
    }
    let resend = all.resend();
    if !resend.is_empty() {
        let because = perintah::because_uncounted(resend.len());
        orders.push(Order { what: perintah::RESEND.to_owned(), to: resend, because });
    }
    orders.extend(fill(all));
    for order in raise(all).into_iter().chain(weakest(all)).chain(prepare(all)) {
        if orders.len() < MOST && !orders.iter().any(|own: &Order| own.what == order.what) {
            orders.push(order);
        }
    }
    orders
}

/// To fill in what is blank, those first who have most of it to do.
fn fill(all: &Offices<'_>) -> Option<Order> {
    let blank = |row: &Row| row.own.as_ref().map_or(0, |own| own.progress.total - own.progress.answered);
    let open: Vec<&Row> = all.rows().into_iter().filter(|row| blank(row) > 0).collect();
    let count: usize = open.iter().map(|row| blank(row)).sum();
    let to: Vec<String> = sorted(&open, |one, other| blank(other).cmp(&blank(one)))
        .into_iter()
        .map(|row| rekap::office(row))
        .collect();
    let because = perintah::because_blank(count, to.len());
    (!to.is_empty()).then(|| Order { what: perintah::FILL.to_owned(), to, because })
}

/// What the fewest improvements that lift the mean are, indicator by indicator; those that add most first.
fn raise(all: &Offices<'_>) -> Vec<Order> {
    let mut groups: Vec<((usize, usize), Vec<&Improvement>)> = Vec::new();
    for step in all.priorities.map(|found| found.steps.as_slice()).unwrap_or_default() {
        match groups.iter_mut().find(|(at, _)| *at == step.at) {
            Some((_, steps)) => steps.push(step),
            None => groups.push((step.at, vec![step])),
        }
    }
    let sum = |steps: &[&Improvement]| steps.iter().map(|step| step.points.hundredths()).sum::<i64>();
    let order = |(at, steps): &((usize, usize), Vec<&Improvement>)| {
        let (id, name) = indicator(all.rubric, *at);
        let first = sorted(steps, |one, other| other.points.cmp(&one.points));
        let points = || first.iter().map(|step| step.points);
        let (least, most) = (points().min().unwrap_or_default(), points().max().unwrap_or_default());
        let to = first.iter().filter_map(|step| all.collection.row(step.place)).map(rekap::office).collect();
        Order { what: perintah::raise(id, name), to, because: perintah::because_rises(least, most) }
    };
    sorted(&groups, |one, other| sum(&other.1).cmp(&sum(&one.1))).into_iter().map(order).collect()
}

/// The indicators that are weakest over all offices, to those who can still raise them: where what lifts the mean is no
/// more than a few, or is not reckoned.
fn weakest(all: &Offices<'_>) -> Vec<Order> {
    let mut orders = Vec::new();
    for one in heat(all.rubric, all.collection, all.recap) {
        let places = all.recap.counted.iter().zip(&one.cells);
        let can = places.filter(|(_, cell)| {
            // Compared as fractions: from 1/2 to 2/4 is no way up.
            cell.is_some_and(|cell| {
                let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
                product(cell.low.num, cell.top.den) < product(cell.top.num, cell.low.den) && cell.answered
            })
        });
        let to: Vec<String> = can.filter_map(|(at, _)| all.collection.row(*at)).map(rekap::office).collect();
        let Some(mean) = one.mean.filter(|_| !to.is_empty()) else { continue };
        let (id, name) = indicator(all.rubric, one.at);
        let because = perintah::because_weak(&rekap::share(mean));
        orders.push(Order { what: perintah::raise(id, name), to, because });
        if orders.len() == 2 * MOST {
            break;
        }
    }
    orders
}

/// The documents that most offices lack.
fn prepare(all: &Offices<'_>) -> Vec<Order> {
    let asked = asked(all.rubric);
    let mut lacking: Vec<(usize, Vec<String>)> = (0..asked.len()).map(|place| (place, Vec::new())).collect();
    for row in all.rows() {
        for place in row.own.iter().flat_map(|own| &own.missing) {
            if let Some((_, offices)) = lacking.get_mut(usize::from(*place)) {
                offices.push(rekap::office(row));
            }
        }
    }
    lacking.retain(|(_, offices)| !offices.is_empty());
    let order = |(place, offices): &(usize, Vec<String>)| {
        let one = asked.get(*place)?;
        let (id, _) = indicator(all.rubric, one.at);
        let because = perintah::because_lacking(offices.len());
        Some(Order { what: perintah::prepare(&one.document, id), to: offices.clone(), because })
    };
    sorted(&lacking, |one, other| other.1.len().cmp(&one.1.len()))
        .into_iter()
        .filter_map(order)
        .take(MOST)
        .collect()
}

/// The offices with the low end of their full range, the lowest first.
#[must_use]
pub fn weak<'a>(all: &Offices<'a>) -> Vec<(&'a Row, Score)> {
    let lows = all.rows().into_iter().filter_map(|row| Some((row, row.own.as_ref()?.figure.full.low)));
    let found: Vec<(&Row, Score)> = lows.collect();
    sorted(&found, |one, other| one.1.cmp(&other.1)).into_iter().copied().collect()
}
