//! Words of the plan of improvement.
//!
//! Invariant: a step says what gets better for those who are served; it never asks for a higher answer.

use crate::domain::number::Score;
use crate::domain::plan::{Aim, By, Plan, Why, at_once};
use crate::domain::rubric::{HEAVY, Indicator, MEDIUM, Rubric, StepKind};
use crate::domain::scorecard::Figure;
use crate::domain::wanted::Wanted;
use crate::domain::zone::{Category, Subject};

use super::{hasil, number, riwayat};

pub const TITLE: &str = "Rencana perbaikan";
pub const LEAD: &str = "Yang paling sedikit perlu dibenahi agar kantor Anda naik kategori. Yang belum diisi dihitung pada tingkat terendah. Survei, persepsi, dan data dari luar kantor tidak ikut direncanakan.";
pub const GOAL: &str = "Sasaran";
pub const TARGET: &str = "Kategori yang dituju";
pub const AIM: &str = "Yang harus sampai di sana";
pub const AIM_POINT: &str = "Perkiraan nilainya";
pub const AIM_LOW: &str = "Aman pada perkiraan terendah";
pub const BY: &str = "Yang dibuat sesedikit mungkin";
pub const BY_COUNT: &str = "Jumlah indikator";
pub const BY_EFFORT: &str = "Upaya";
pub const KINDS: &str = "Langkah yang masih sempat";
pub const KINDS_ALL: &str = "Semua, juga perlu anggaran";
pub const KINDS_DECREE: &str = "Juga yang perlu SK, tanpa anggaran";
pub const KINDS_WEEK: &str = "Hanya yang bisa minggu ini";
pub const EACH: &str = "Tiap produk atau petugas boleh dibenahi sendiri-sendiri";
pub const VISIT: &str = "Tanggal kunjungan penilai";
pub const VISIT_HINT: &str = "Boleh dikosongkan. Contoh: 15 Desember 2026.";
pub const VISIT_PROBLEM: &str = "Tanggal ini belum terbaca. Tulis misalnya 15 Desember 2026 atau 15-12-2026.";
pub const VISIT_FAR: &str = "Lebih dari dua tahun dari sekarang. Periksa lagi tahunnya.";
pub const WORKING: &str = "Menghitung rencana …";
/// Ends the search; what is known by then is shown, with what is not proved.
pub const ENOUGH: &str = "Cukup, tampilkan yang sudah ditemukan";
pub const REACHED: &str = "Kategori ini sudah tercapai, jadi tidak ada yang perlu direncanakan. Sasaran yang lebih tinggi dapat dipilih di atas, bila masih ada.";
/// The result as it is, and as it is where something is blank.
pub const NOW: [&str; 2] = ["Sekarang", "Sekarang (yang belum diisi dihitung terendah)"];
pub const AFTER: &str = "Sesudah rencana";
pub const AFTER_ALL: &str = "Sesudah semua yang dapat dibenahi";
pub const POINTS_ADD_UP: &str = "Poin tiap langkah dihitung berurutan menurut formulir; jumlahnya sama dengan seluruh kenaikan perkiraan yang dituju.";
pub const BLOCKS: &str = "Yang menghalangi";
pub const TO_REACH: &str = "Yang perlu dicapai: ";
pub const CRITERIA: &str = "Yang perlu dipenuhi:";
pub const PARTLY: &str = " (sebagian)";
pub const EVIDENCE: &str = "Bukti yang diminta:";
pub const WAS_BLANK: &str = "Belum seluruhnya diisi; yang kosong dihitung pada tingkat terendah.";
pub const PAPER: &str = "Menambah nilai, belum tentu dirasakan pengguna.";
pub const LOCK_STEP: &str = "Tidak bisa tahun ini";
pub const SETTINGS: &str = "Atur tiap indikator";
pub const SETTINGS_HINT: &str = "Kunci yang tidak bisa dibenahi tahun ini, batasi tingkatnya, atau ubah upayanya. Upaya satu tingkat: 1 ringan, 3 sedang, 8 berat; angka lain juga boleh. Kosongkan untuk kembali ke bawaan instrumen.";
pub const LOCKED: &str = "Dikunci tahun ini";
pub const CAPPED: &str = "Paling tinggi tahun ini";
pub const UNLOCK: &str = "Buka kunci";
pub const LOCK: &str = "Kunci tahun ini";
pub const CEILING: &str = "Paling tinggi";
pub const CEILING_NONE: &str = "tanpa batas";
pub const EFFORT: &str = "Upaya satu tingkat";
pub const EFFORT_PROBLEM: &str = "Tulis angka bulat dari 1 sampai 1000.";
pub const PRINT: &str = "Cetak rencana";

/// The choice of the next category up, from which one where that is known; where that is the `highest`, it says so.
pub fn next(aim: Aim, from: Option<&str>, highest: &str) -> String {
    let figure = if aim == Aim::Low { "perkiraan terendah" } else { "perkiraan sekarang" };
    match from {
        Some(from) if from == highest => ["Tidak ada yang di atas ", from].concat(),
        Some(from) => ["Satu di atas ", figure, " (", from, ")"].concat(),
        None => ["Satu di atas ", figure].concat(),
    }
}

/// How long it is until the visit.
pub fn countdown(days: i64) -> String {
    match days {
        0 => "Kunjungan hari ini.".to_owned(),
        1 => "Kunjungan besok.".to_owned(),
        2.. => format!("{days} hari lagi sampai kunjungan."),
        _ => format!("Kunjungan sudah lewat {} hari.", days.unsigned_abs()),
    }
}

/// When the sheet was made, and when the assessors come where that is known.
pub fn made(today: &str, visit: &str) -> String {
    let visit = if visit.is_empty() {
        String::new()
    } else {
        format!(" Kunjungan penilai: {}.", number::date(visit))
    };
    format!("Disusun {}.{visit}", number::date(today))
}

/// Where the plan leads.
pub fn heading(rubric: &Rubric, plan: &Plan, subject: Subject) -> String {
    let target = rubric.categories.items.get(plan.target);
    format!("Menuju {}", target.map(|target| riwayat::reading(target, subject)).unwrap_or_default())
}

/// What was chosen to be reached, in one line.
pub fn goal(category: &Category) -> String {
    format!("Sasaran Anda: {}, mulai {}.", category.id, number::score(category.bound))
}

/// The kinds that fit, as they are chosen: all, those up to a decree, those of this week.
pub const KINDS_CHOSEN: [(&str, &str); 3] = [("", KINDS_ALL), ("decree", KINDS_DECREE), ("week", KINDS_WEEK)];

/// The one of them that kinds come to.
pub fn fitting(kinds: &[StepKind]) -> (&'static str, &'static str) {
    let [all, decree, week] = KINDS_CHOSEN;
    if kinds.is_empty() || kinds.contains(&StepKind::Budget) {
        all
    } else if at_once(kinds) {
        week
    } else {
        decree
    }
}

/// What the plan was worked out under, in lines: what has to get there, what fits, what is locked, what is capped.
pub fn terms(rubric: &Rubric, wanted: &Wanted) -> String {
    let [mut locked, mut capped] = [Vec::new(), Vec::new()];
    for (_, indicator) in rubric.indicators() {
        let id = &indicator.id;
        if wanted.locked.contains(id) {
            locked.push(id.to_string());
        } else if let Some(most) = wanted.ceilings.get(id) {
            capped.push([id, " tingkat ", &number::decimal(*most)].concat());
        }
    }
    let aim = if wanted.aim == Aim::Low { AIM_LOW } else { AIM_POINT };
    let fits = if wanted.kinds.is_empty() { "" } else { fitting(&wanted.kinds).1 };
    let mut text = String::new();
    for (label, said) in
        [(AIM, aim), (KINDS, fits), (LOCKED, &locked.join(", ")), (CAPPED, &capped.join(", "))]
    {
        if !said.is_empty() {
            text.push_str(&[label, ": ", said, ".\n"].concat());
        }
    }
    text
}

/// What the plan comes to.
pub fn summary(plan: &Plan, wanted: &Wanted) -> String {
    if !plan.reachable {
        return format!(
            "Belum terjangkau: sesudah semua yang dapat dibenahi selesai, masih kurang {} poin.",
            number::score(plan.short)
        );
    }
    if plan.changes.is_empty() {
        return REACHED.to_owned();
    }
    let by = wanted.by;
    let [fewer, what] = match by {
        By::Count => ["indikator yang lebih sedikit", "indikator"],
        By::Effort => ["upaya yang lebih ringan", "upaya"],
    };
    let under = if wanted.is_bound() { "dengan sasaran dan batas ini, " } else { "" };
    let proof = if plan.proved {
        ["Terbukti: ", under, "tidak ada rencana lain dengan ", fewer, "."].concat()
    } else {
        let gap = plan.gap(by);
        format!("Belum terbukti terpendek: mungkin ada rencana dengan {gap} {what} lebih sedikit.")
    };
    format!("{} indikator, upaya {}. {proof}", plan.changes.len(), plan.effort)
}

/// A result with its category, and the range with the categories of its ends.
pub fn figure(rubric: &Rubric, label: &str, figure: &Figure, subject: Subject) -> String {
    let category = |score| rubric.categories.of(score);
    let point = figure.point.unwrap_or(figure.full.low);
    let reading = category(point).map(|own| riwayat::reading(own, subject)).unwrap_or_default();
    let mut text = format!("{label}: {} ({reading})", number::score(point));
    if figure.full.low != figure.full.high {
        let id = |score| category(score).map_or("", |own| &*own.id);
        let (low, high) = (id(figure.full.low), id(figure.full.high));
        let ends = if low == high { low.to_owned() } else { format!("{low} sampai {high}") };
        text = format!("{text}, kisaran {} ({ends})", number::range(figure.full));
    }
    text + "."
}

/// How heavy an effort is.
pub const fn effort_word(effort: u32) -> &'static str {
    if effort >= HEAVY as u32 {
        "berat"
    } else if effort >= MEDIUM as u32 {
        "sedang"
    } else {
        "ringan"
    }
}

/// An effort with its word.
pub fn effort(effort: u32) -> String {
    format!("upaya {effort}, {}", effort_word(effort))
}

/// The effort of a change whose levels take this much each.
pub fn efforts(effort: u32, each: u16) -> String {
    let each = u32::from(each);
    let levels = if effort > each { " tiap tingkat" } else { "" };
    format!("upaya {effort}, {}{levels}", effort_word(each))
}

/// What a step adds, to the figure aimed at.
pub fn points(points: Score, aim: Aim) -> String {
    let low = if aim == Aim::Low { " pada perkiraan terendah" } else { "" };
    format!("+{} {}{low}", number::score(points), hasil::POINTS)
}

/// What a step needs; empty where the instrument does not say.
pub const fn kind(kind: Option<StepKind>) -> &'static str {
    match kind {
        Some(StepKind::Administrative) => "tata usaha",
        Some(StepKind::Decree) => "SK",
        Some(StepKind::Physical) => "fisik",
        Some(StepKind::Budget) => "anggaran",
        None => "",
    }
}

/// What is said of a step after which an answer stands above one that it seldom passes.
pub fn passes(other: &Indicator) -> String {
    let Indicator { id, name, .. } = other;
    format!(
        "Sesudah langkah ini pemanfaatan di atas kualitasnya. Biasanya keduanya naik bersama: benahi juga {id} · {name}."
    )
}

/// Why something does not get better by this plan.
pub const fn why(why: Why) -> &'static str {
    match why {
        Why::NotInHand => "ditentukan pengguna, data pusat, atau pemerintah daerah",
        Why::NoLevels => "diisi angka bebas, jadi tidak ada tingkat berikutnya",
        Why::Locked => "dikunci tahun ini",
        Why::Kind => "langkahnya tidak termasuk yang masih sempat",
        Why::Ceiling => "dibatasi pada tingkat yang Anda tetapkan",
        Why::Leaves => "tidak relevan, seluruhnya atau sebagian",
    }
}

/// By how much the result would rise without a block.
pub fn worth(worth: Score) -> String {
    format!("paling banyak menambah {}", number::score(worth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn above_the_highest_category_none_is_promised() {
        assert_eq!(next(Aim::Point, Some("AA"), "AA"), "Tidak ada yang di atas AA");
        assert_eq!(next(Aim::Point, Some("A"), "AA"), "Satu di atas perkiraan sekarang (A)");
        assert_eq!(next(Aim::Low, None, "AA"), "Satu di atas perkiraan terendah");
    }
}
