//! Words of the official result of this year.
//!
//! Invariant: columns are called as the instrument calls them; who was too kind is said without blame.

use crate::domain::number::{Decimal, Score};
use crate::domain::official::Gap;
use crate::domain::rubric::{Rubric, Scale, ScaleKind};

use super::number;

pub const TITLE: &str = "Hasil resmi tahun ini";
pub const LEAD: &str = "Catat hasil resmi setelah diumumkan; yang tidak diumumkan dibiarkan kosong. Angka ini tidak mengubah perkiraan nilai; ia hanya disandingkan, dan ikut sebagai catatan bila penilaian ini disalin ke tahun berikutnya.";
pub const FRACTION: &str = "Bila surat menulis nilai terbobot, tulis sebagai pecahan, misalnya 24,30/30; aplikasi menghitungnya ke skala ini.";
pub const NOTHING_NEW: &str = "Tidak ada angka baru untuk disimpan.";
pub const KEEP: &str = "Simpan hasil resmi";
pub const COMPARE: &str = "Bandingkan di Tonggak";
pub const KIND: &str = "Di mana penilaian mandiri terlalu murah hati";
pub const OWN_STATE: &str = "Penilaian mandiri yang disandingkan";
pub const WHOLE: &str = "Nilai keseluruhan";
pub const NOTHING: &str = "Isi hasil resmi per bagian atau per indikator untuk melihatnya di sini.";
pub const NOT_KIND: &str = "Tidak ada yang lebih tinggi daripada hasil resmi.";

/// The heading of the numbers of one kind, as the instrument calls them.
pub fn each(term: &str) -> String {
    format!("Per {}", term.to_ascii_lowercase())
}

/// From where to where a number may lie.
pub fn bounds(low: Decimal, high: Decimal) -> String {
    format!("{} sampai {}", number::decimal(low), number::decimal(high))
}

/// How to fill in a number: where a level has a code, by that too.
pub fn hint(scale: Option<&Scale>, low: Decimal, high: Decimal) -> String {
    let has_code = code(scale, high) != number::decimal(high);
    format!("{}{}", bounds(low, high), if has_code { ", atau kodenya" } else { "" })
}

/// What is wrong with a number.
pub fn problem(low: Decimal, high: Decimal) -> String {
    format!("Tulis angka {}.", bounds(low, high))
}

/// A number on the scale of an indicator as it can be typed: by its code where it is a level that has one.
pub fn code(scale: Option<&Scale>, value: Decimal) -> String {
    if let Some(ScaleKind::Levels(levels)) = scale.map(|scale| &scale.kind)
        && let Some(level) = levels.iter().find(|level| level.value == value && !level.code.is_empty())
    {
        return level.code.to_string();
    }
    number::decimal(value)
}

/// A number on the scale of an indicator; on the result scale with two places.
fn figure(scale: Option<&Scale>, value: Decimal) -> String {
    let rounded = Score::rounded(value);
    if scale.is_none() && rounded.decimal() == value {
        number::score(rounded)
    } else {
        number::decimal(value)
    }
}

/// Such a number as it is read: its code with what it counts.
pub fn value(scale: Option<&Scale>, value: Decimal) -> String {
    let (code, shown) = (code(scale, value), figure(scale, value));
    if scale.is_none() || code == shown { shown } else { format!("{code} ({shown})") }
}

/// How the own number stands to the published one.
pub fn kind(scale: Option<&Scale>, gap: &Gap) -> String {
    let by =
        Decimal::from_ten_thousandths((gap.own.ten_thousandths() - gap.official.ten_thousandths()).abs());
    match gap.by {
        0 => "sama dengan hasil resmi".to_owned(),
        1.. => format!("{} lebih tinggi daripada hasil resmi", figure(scale, by)),
        _ => format!("{} lebih rendah daripada hasil resmi", figure(scale, by)),
    }
}

/// What is noted in the next year where the published answer was lower: `Nilai resmi 2025: 2; nilai mandiri: 4.`
pub fn lower(rubric: &Rubric, year: Option<u16>, gap: &Gap) -> String {
    let scale = rubric.scale_at(gap.at.0, gap.at.1.unwrap_or(usize::MAX));
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    format!(
        "{}{year}: {}; {}: {}.",
        rubric.terms.official,
        value(scale, gap.official),
        rubric.terms.own.to_ascii_lowercase(),
        value(scale, gap.own)
    )
}

/// What was noted.
pub fn kept(count: usize) -> String {
    format!("Hasil resmi disimpan: {count} angka. Perbandingannya ada di Tonggak.")
}

/// The official result on the page of the own one.
pub fn noted(term: &str, year: Option<u16>, score: Option<Score>, reading: &str) -> String {
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    match score {
        Some(score) => format!("{term}{year} yang Anda catat: {} ({reading}).", number::score(score)),
        None => format!("Sebagian {}{year} sudah Anda catat.", term.to_ascii_lowercase()),
    }
}
