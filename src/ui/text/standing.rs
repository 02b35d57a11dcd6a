//! Sentences about category and zone.
//!
//! Invariant: none promises more than the standing it is made from; *pasti* is never said.

use std::fmt::Write;

use crate::domain::number::Range;
use crate::domain::rubric::{Rubric, RubricStatus};
use crate::domain::scorecard::Scorecard;
use crate::domain::standing::{Resting, Span, Standing};
use crate::domain::zone::{Category, Subject, Zone};

use super::{number, pengisian};
use crate::format::wording::{OWN_WEIGHTS, category_term};

/// Whether the point may stand loud: the whole range reads as one category, by weights that are no draft.
pub fn is_firm(rubric: &Rubric, card: &Scorecard) -> bool {
    card.score.point.is_some()
        && rubric.status != RubricStatus::Draft
        && card.standing.full_category.one().is_some()
}

/// What the loud line is called.
pub fn headline_label(rubric: &Rubric, card: &Scorecard) -> &'static str {
    if card.score.point.is_none() || is_firm(rubric, card) { "Perkiraan nilai" } else { "Kisaran perkiraan" }
}

/// The one loud line: the point where it is firm, else the range; in words while nothing is answered.
pub fn headline(rubric: &Rubric, card: &Scorecard) -> String {
    match card.score.point {
        None => pengisian::UNANSWERED.to_owned(),
        Some(point) if is_firm(rubric, card) => number::score(point),
        Some(_) => number::ends(card.score.full),
    }
}

/// What stands small beneath the loud line; empty where that says it all.
pub fn beneath(rubric: &Rubric, card: &Scorecard) -> String {
    let full = card.score.full;
    match card.score.point {
        Some(point) if !is_firm(rubric, card) => {
            let all = card.progress.total - card.not_applicable;
            format!("rata-rata yang terisi {} ({} dari {all})", number::score(point), card.given)
        }
        Some(_) if full.low == full.high => String::new(),
        _ => pengisian::full_range(full),
    }
}

/// Whose words the result rests on, and what they rest on; empty while nothing is answered.
pub fn own_words(card: &Scorecard) -> String {
    if card.score.point.is_none() {
        return String::new();
    }
    let mut text = format!(
        "Menurut jawaban Anda sendiri. {} dari {} didukung bukti",
        card.supported_answers, card.given
    );
    for (count, what) in [(card.assumed, "asumsi"), (card.unconfirmed, "belum dikonfirmasi")] {
        if count > 0 {
            let _ = write!(text, "; {count} {what}");
        }
    }
    text.push('.');
    text
}

/// What the reading holds under: `bila 5 asumsi benar`; empty where it needs nothing.
fn condition(card: &Scorecard, weights: bool) -> String {
    let assumed = format!("{} asumsi", card.assumed);
    let copied = format!("{} jawaban lama", card.unconfirmed);
    let parts = [(weights, "bobot perkiraan"), (card.assumed > 0, &assumed), (card.unconfirmed > 0, &copied)];
    let mut text = String::new();
    for (_, part) in parts.into_iter().filter(|(holds, _)| *holds) {
        text.push_str(if text.is_empty() { "bila " } else { " dan " });
        text.push_str(part);
    }
    if !text.is_empty() {
        text.push_str(" benar");
    }
    text
}

/// The statement of the scoreboard, without its full stop.
pub fn sentence(rubric: &Rubric, card: &Scorecard) -> String {
    let standing = &card.standing;
    let what = if standing.zone.is_some() { "Zona" } else { category_term(rubric) };
    if card.score.point.is_none() && card.given == 0 {
        return format!("{what} belum dapat ditentukan: belum ada yang diisi");
    }
    let reading = match (standing.zone, standing.resting) {
        (_, Resting::Neither) => format!("{what} belum dapat ditentukan: antara {}", between(rubric, card)),
        (Some(_), _) => {
            format!("Zona {}, kategori {}", between(rubric, card), categories(rubric, standing.category))
        }
        (None, _) => format!("{what} {}", categories(rubric, standing.category)),
    };
    let reading = if standing.resting == Resting::Answers {
        format!(
            "{reading}, dengan bobot perkiraan; bobot resmi tidak diumumkan, bisa {}",
            widest(rubric, card)
        )
    } else {
        reading
    };
    let reading = if rubric.is_as_it_came() { reading } else { reading + OWN_WEIGHTS };
    let condition = condition(card, false);
    if condition.is_empty() { reading } else { format!("{reading}, {condition}") }
}

/// The short form for the bar at the foot: letters only, and what it holds under.
pub fn short(rubric: &Rubric, card: &Scorecard) -> String {
    if card.score.point.is_none() {
        return format!("{} dari {} terisi", card.progress.answered, card.progress.total);
    }
    if card.unconfirmed > 0 {
        return format!("{} belum dikonfirmasi", card.unconfirmed);
    }
    let reading = reading(rubric, &card.standing);
    let condition = condition(card, card.standing.resting == Resting::Answers);
    if condition.is_empty() { reading } else { format!("{reading} {condition}") }
}

/// Between which zones or categories the statement lies, letters only.
pub fn reading(rubric: &Rubric, standing: &Standing) -> String {
    let letter = |place: usize| rubric.categories.items.get(place).map_or("", |category| &*category.id);
    let (low, high) = match standing.zone {
        Some(zones) => (zones.ends().0.word(), zones.ends().1.word()),
        None => (letter(standing.category.ends().0), letter(standing.category.ends().1)),
    };
    let what =
        if standing.zone.is_some() { "zona".to_owned() } else { category_term(rubric).to_ascii_lowercase() };
    if low == high { format!("{what} {low}") } else { format!("antara {low} dan {high}") }
}

/// Which dimensions the result rests on although much of them is left out.
pub fn rests_on(rubric: &Rubric, card: &Scorecard) -> Option<String> {
    let names: Vec<&str> =
        card.standing.rests_on.iter().filter_map(|at| rubric.dimensions.get(*at)).map(|d| &*d.name).collect();
    (!names.is_empty()).then(|| {
        format!(
            "Hasil ini bertumpu pada indikator yang tidak relevan: lebih dari seperempat bobot {} tidak dihitung.",
            names.join(", ")
        )
    })
}

/// The zones to show as marks, low to high.
pub fn marks(card: &Scorecard) -> Vec<Zone> {
    match card.standing.zone {
        Some(Span::One(zone)) => vec![zone],
        Some(Span::Between(low, high)) => vec![low, high],
        None => Vec::new(),
    }
}

fn between(rubric: &Rubric, card: &Scorecard) -> String {
    match card.standing.zone {
        Some(Span::One(zone)) => zone.word().to_owned(),
        Some(Span::Between(low, high)) => format!("{} dan {}", low.word(), high.word()),
        None => categories(rubric, card.standing.category),
    }
}

fn widest(rubric: &Rubric, card: &Scorecard) -> String {
    match card.standing.full_zone {
        Some(span) => {
            let (low, high) = span.ends();
            format!("{} sampai {}", low.word(), high.word())
        }
        None => categories(rubric, card.standing.full_category),
    }
}

/// A category by its code and name; what its name has in brackets follows a comma, `CC (Cukup, Memadai)`.
fn named(category: &Category) -> String {
    let name = category.name(Subject::Unit);
    match name.split_once('(') {
        Some((name, more)) => format!("{} ({}, {}", category.id, name.trim_end(), more),
        None => format!("{} ({name})", category.id),
    }
}

fn categories(rubric: &Rubric, span: Span<usize>) -> String {
    let name = |place: usize| rubric.categories.items.get(place).map_or_else(String::new, named);
    match span {
        Span::One(place) => name(place),
        Span::Between(low, high) => format!("{} sampai {}", name(low), name(high)),
    }
}

/// The whole reading for people who hear the page, said once after a change.
pub fn spoken(rubric: &Rubric, card: &Scorecard) -> String {
    let progress = card.progress;
    match card.score.point {
        None => String::new(),
        Some(point) => {
            let (point, full) = (number::score(point), ends(card.score.full));
            let score = if is_firm(rubric, card) {
                format!("Perkiraan nilai {point}, kisaran {full}")
            } else {
                format!("Kisaran perkiraan {full}, rata-rata yang terisi {point}")
            };
            let sentence = sentence(rubric, card);
            format!("{score}. {sentence}. {} dari {} terisi.", progress.answered, progress.total)
        }
    }
}

/// Both ends in words: `57,98 sampai 93,40`.
pub fn ends(range: Range) -> String {
    format!("{} sampai {}", number::score(range.low), number::score(range.high))
}
