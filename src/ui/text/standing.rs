//! Sentences about category and zone.
//!
//! Invariant: none promises more than the standing it is made from; *pasti* is never said.

use crate::domain::number::{Range, Score};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::domain::standing::{Resting, Span};
use crate::domain::zone::{Subject, Zone};

use super::number;

/// The statement of the scoreboard, without its full stop.
pub fn sentence(rubric: &Rubric, card: &Scorecard) -> String {
    let standing = &card.standing;
    let what = if standing.zone.is_some() { "Zona" } else { "Kategori" };
    if card.score.point.is_none() {
        return format!("{what} belum dapat ditentukan: belum ada yang diisi");
    }
    let reading = match (standing.zone, standing.resting) {
        (_, Resting::Neither) => format!("{what} belum dapat ditentukan: antara {}", between(rubric, card)),
        (Some(_), _) => {
            format!("Zona {}, kategori {}", between(rubric, card), categories(rubric, standing.category))
        }
        (None, _) => format!("Kategori {}", categories(rubric, standing.category)),
    };
    let reading = if standing.resting == Resting::Answers {
        format!(
            "{reading}, dengan bobot perkiraan; bobot resmi tidak diumumkan, bisa {}",
            widest(rubric, card)
        )
    } else {
        reading
    };
    match standing.assumed {
        0 => reading,
        count => format!("{reading}, bila {count} asumsi benar"),
    }
}

/// The short form for the bar at the foot.
pub fn short(rubric: &Rubric, card: &Scorecard) -> String {
    if card.score.point.is_none() {
        return "belum ada yang diisi".to_owned();
    }
    match card.standing.resting {
        Resting::Neither => format!("antara {}", between(rubric, card)),
        _ if card.standing.zone.is_some() => format!("zona {}", between(rubric, card)),
        _ => format!("kategori {}", between(rubric, card)),
    }
}

/// What a single score reads as: `zona merah` or `kategori C (Kurang)`.
pub fn of_score(rubric: &Rubric, score: Score) -> String {
    match rubric.categories.of(score) {
        Some(category) => match category.zone {
            Some(zone) => format!("zona {}", zone.word()),
            None => format!("kategori {} ({})", category.id, category.name(Subject::Unit)),
        },
        None => String::new(),
    }
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

fn categories(rubric: &Rubric, span: Span<usize>) -> String {
    let name = |place: usize| {
        rubric.categories.items.get(place).map_or_else(String::new, |category| {
            format!("{} ({})", category.id, category.name(Subject::Unit))
        })
    };
    match span {
        Span::One(place) => name(place),
        Span::Between(low, high) => format!("{} dan {}", name(low), name(high)),
    }
}

/// The whole reading for people who hear the page, said once after a change.
pub fn spoken(rubric: &Rubric, card: &Scorecard) -> String {
    let progress = card.progress;
    match card.score.point {
        None => String::new(),
        Some(point) => format!(
            "Perkiraan nilai {}, kisaran {}. {}. {} dari {} terisi.",
            number::score(point),
            ends(card.score.full),
            sentence(rubric, card),
            progress.answered,
            progress.total
        ),
    }
}

/// Both ends in words: `57,98 sampai 93,40`.
pub fn ends(range: Range) -> String {
    format!("{} sampai {}", number::score(range.low), number::score(range.high))
}
