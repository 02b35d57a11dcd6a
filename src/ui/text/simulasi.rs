//! Words of Simulasi.
//!
//! Invariant: what is tried is never called an answer, and what is assumed never official.

use crate::domain::number::{Decimal, Range, Score};
use crate::domain::office_weights::{Reading, Taken};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::skm::Proposal;
use crate::domain::standing::{Resting, Standing};

use super::{number, pengisian, standing, tonggak};

pub const LEAD: &str = "Coba jawaban lain tanpa mengubah isian. Simulasi ikut tersimpan bersama penilaian ini; isian baru berubah setelah Anda menekan Terapkan. Hanya SKM dan bobot resmi, di bagian bawah, yang langsung berlaku.";
pub const COMPARED: &str = "Sekarang dan dalam simulasi";
pub const PARTS: &str = "Bagian simulasi";
pub const NOW: &str = "Sekarang";
pub const THEN: &str = "Dalam simulasi";
pub const NOTHING_TRIED: &str = "Belum ada yang dicoba.";
pub const HOW_TO_TRY: &str = "Buka salah satu bagian di bawah, lalu pilih tingkat lain.";
pub const CHANGED: &str = "Yang akan berubah";
pub const FROM: &str = "Dari: ";
pub const TO: &str = "Ke: ";
pub const ALONE: &str =
    "Poin dihitung bila hanya indikator itu yang berubah; jumlahnya bisa berbeda dari selisih di atas.";
pub const FORGET: &str = "Batalkan";
pub const DROP: &str = "Buang simulasi";
pub const DROPPED: &str = "Simulasi dibuang; isian tidak berubah.";
pub const CHOOSE: &str = "Coba jawaban lain";
pub const AS_NOW: &str = "Seperti sekarang";
pub const NOT_RELEVANT: &str = "Tidak relevan bagi unit ini";
pub const BY_CRITERIA: &str = "Dihitung dari kriterianya; ubah kriterianya di Pengisian.";

pub const SENSITIVITY: &str = "Kepekaan";
pub const SENSITIVITY_LEAD: &str = "Seberapa jauh perkiraan bergerak bila yang belum pasti ternyata lain: setiap nilai asumsi dari yang terendah sampai yang tertinggi, dan bobot yang tidak diumumkan di dalam batasnya. Yang lain dianggap tetap.";
pub const SENSITIVITY_NONE: &str =
    "Tidak ada yang belum pasti: tidak ada nilai asumsi dan semua bobot tetap.";
pub const SENSITIVITY_BLANK: &str = "Isi dahulu beberapa indikator; kepekaan dihitung dari yang terisi.";
pub const UNCERTAIN: &str = "Yang belum pasti";
pub const POINT: &str = "Perkiraan";
pub const CATEGORY: &str = "Kategori";

pub const SKM: &str = "Isi dari SKM";
pub const SKM_LEAD: &str = "Bila kantor Anda punya hasil Survei Kepuasan Masyarakat (SKM), angkanya dapat dipakai sebagai asumsi. Tidak ada rumus resmi dari SKM ke instrumen ini: yang diusulkan hanya bagian yang sama dari skalanya, dengan kisaran yang lebar. Yang Anda pilih di sini langsung masuk ke isian dan mengganti jawaban yang sudah ada.";
pub const SKM_ELEMENTS: &str = "Hitung IKM dari sembilan unsur";
pub const SKM_ELEMENT_HINT: &str = "Setiap unsur dari 1 sampai 4, atau dari 25 sampai 100.";
pub const SKM_FOR: &str = "Untuk indikator";
pub const SKM_FOR_HINT: &str = "Pilih hanya yang memang ditanyakan dalam survei Anda.";
pub const SKM_OUTSIDE: &str = " (data lembaga lain)";
pub const SKM_FILL: &str = "Isi sebagai nilai asumsi";
pub const SKM_NONE: &str = "Pilih sedikitnya satu indikator.";

/// The fields of the survey: its index, its answers, its time, then the nine *unsur*.
pub const SKM_FIELDS: [&str; 12] = [
    "Indeks Kepuasan Masyarakat (IKM)",
    "Jumlah responden",
    "Periode survei",
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Waktu penyelesaian",
    "Biaya atau tarif",
    "Produk layanan",
    "Kompetensi pelaksana",
    "Perilaku pelaksana",
    "Penanganan pengaduan, saran, dan masukan",
    "Sarana dan prasarana",
];

/// What is wrong with each of them.
pub const fn skm_problem(place: usize) -> &'static str {
    match place {
        0 => "Tulis IKM dari 25 sampai 100, atau isi kesembilan unsurnya.",
        1 => {
            "Tulis jumlah responden sebagai 1200 atau 1.200. Dengan koma, atau dengan titik di tempat lain, angkanya dapat berarti lain."
        }
        2 => "Tulis periode survei, misalnya Semester I 2026.",
        _ => "Tulis angka dari 1 sampai 4, atau dari 25 sampai 100.",
    }
}

/// The index that nine *unsur* come to.
pub fn skm_index(index: Decimal) -> String {
    format!("IKM dari sembilan unsur: {}", number::decimal(index))
}

/// What an index proposes for an indicator.
pub fn skm_proposal(proposal: &Proposal, unit: &str) -> String {
    let (low, high) = proposal.within;
    format!(
        "usulan {} {unit} (wajar antara {} dan {})",
        number::decimal(proposal.value),
        number::decimal(low),
        number::decimal(high)
    )
}

/// The answer that a proposal takes the place of.
pub fn skm_over(said: &str) -> String {
    [", menggantikan ", said].concat()
}

/// What the assumption rests on.
pub fn skm_ground(period: &str, respondents: u32, index: Decimal, proposal: &Proposal, unit: &str) -> String {
    format!(
        "SKM {}, {respondents} responden, IKM {}. Bukan rumus resmi: {}.",
        period.trim(),
        number::decimal(index),
        skm_proposal(proposal, unit)
    )
}

/// How many were filled in from the survey.
pub fn skm_done(count: usize) -> String {
    format!(
        "{count} indikator diisi sebagai nilai asumsi, dengan dasarnya; jawaban yang sudah ada di situ diganti."
    )
}

/// A result in a loud line and a small one: the point where it is `firm` on both sides, else the range.
pub fn result(figure: Figure, firm: bool) -> (String, String) {
    let Some(point) = figure.point else { return (pengisian::UNANSWERED.to_owned(), String::new()) };
    let point = number::score(point);
    if firm {
        let small = if figure.full.low == figure.full.high {
            String::new()
        } else {
            pengisian::full_range(figure.full)
        };
        return (point, small);
    }
    (number::range(figure.full), ["perkiraan ", &point].concat())
}

/// Both results in one line.
pub fn moves(now: Figure, then: Figure, firm: bool) -> String {
    [NOW, " ", &result(now, firm).0, " → simulasi ", &result(then, firm).0].concat()
}

/// The button that takes the draft over.
pub fn apply(count: usize) -> String {
    format!("Terapkan {count} perubahan ke isian")
}

/// What taking the draft over did.
pub fn applied(count: usize) -> String {
    format!("{count} jawaban di Pengisian diubah menurut simulasi.")
}

/// How far the point moves.
pub fn moved(hundredths: Option<i64>) -> String {
    match hundredths {
        Some(hundredths) => [&tonggak::signed(Score::from_hundredths(hundredths)), " poin"].concat(),
        None => "menambah yang terisi".to_owned(),
    }
}

/// How many answers of a dimension are being tried.
pub fn tried(count: usize) -> String {
    if count == 0 { String::new() } else { format!(" · {count} dicoba") }
}

/// What the bars are drawn on.
pub fn drawn(shown: Range) -> String {
    [" Batang digambar dari ", &number::score(shown.low), " sampai ", &number::score(shown.high), "."]
        .concat()
}

/// The categories at both ends.
pub fn categories(rubric: &Rubric, point: Range) -> String {
    let id = |score| rubric.categories.of(score).map_or("", |category| &*category.id);
    let (low, high) = (id(point.low), id(point.high));
    if low == high { low.to_owned() } else { format!("{low} – {high}") }
}

/// From which value on which category is read: `kategori C; mulai 44,99%: B; mulai 69,99%: A.`
pub fn flips(what: &str, lowest: &str, flips: &[(String, &str)]) -> String {
    if flips.is_empty() {
        return [what, "kategori tetap ", lowest, "."].concat();
    }
    let mut text = [what, "kategori ", lowest].concat();
    for (from, category) in flips {
        for part in ["; mulai ", from, ": ", category] {
            text.push_str(part);
        }
    }
    text.push('.');
    text
}

/// What the scoreboard would say at both ends, behind the break-evens.
pub fn standings(rubric: &Rubric, low: &Standing, high: &Standing) -> String {
    let said = |one: &Standing| {
        let weights = if one.resting == Resting::Answers { " bila bobot perkiraan benar" } else { "" };
        [&standing::reading(rubric, one), weights].concat()
    };
    let (low, high) = (said(low), said(high));
    if low == high {
        return [" Papan nilai tetap menulis ", &low, "."].concat();
    }
    [" Papan nilai menulis: bila terendah, ", &low, "; bila tertinggi, ", &high, "."].concat()
}

/// How many rows say so.
pub const STANDINGS_TOLD: &str = " Yang akan ditulis papan nilai dihitung untuk 50 baris pertama.";

/// The result itself, as that on which the category hangs.
pub const BY_RESULT: &str = "Menurut perkiraan, ";

/// The score of a dimension, as that on which the category hangs.
pub fn by_score(name: &str) -> String {
    format!("Menurut nilai {name}, ")
}

/// Words before the categories that an assumed answer brings, with the answer now.
pub fn now(said: &str) -> String {
    let said = said.trim_end_matches('.');
    format!("Sekarang {said}. Menurut jawaban ini, ")
}

pub const WEIGHTS: &str = "Bobot resmi yang Anda pegang";
pub const WEIGHTS_LEAD: &str = "Bila kantor Anda memegang bobot resmi yang tidak diumumkan, tulis di sini dalam persen. Bobot yang diumumkan tidak diganti. Nilai, kisaran, dan rencana langsung dihitung dengannya, dan sumbernya ditulis diisi perangkat daerah.";
pub const WEIGHTS_OF_ALL: &str = "Antardimensi";
pub const WEIGHTS_BACK: &str = "Kembali ke bobot perkiraan";
pub const WEIGHT_PROBLEM: &str = "Tulis angka di atas 0 sampai 100, misalnya 12,22.";

/// What came of the weights entered for a group.
pub fn weights(reading: &Reading) -> String {
    let sum = number::decimal(reading.sum);
    match reading.taken {
        Taken::Nothing => "Belum diisi: bobot perkiraan tetap dipakai.".to_owned(),
        Taken::Whole if reading.sum == Decimal::whole(100) => "Dipakai: jumlahnya 100%.".to_owned(),
        Taken::Whole => ["Dipakai: jumlahnya ", &sum, "%, disetarakan menjadi 100%."].concat(),
        Taken::Partly => [
            "Dipakai sebagian: jumlahnya ",
            &sum,
            "%; sisanya dibagi di antara yang belum diisi, di dalam batasnya.",
        ]
        .concat(),
        Taken::Refused => {
            ["Belum dipakai: jumlahnya ", &sum, "%, seharusnya 100%. Bobot perkiraan tetap dipakai."].concat()
        }
        Taken::TooMuch { least } => [
            "Belum dipakai: jumlahnya ",
            &sum,
            "%, padahal yang belum diisi harus mendapat sedikitnya ",
            &number::decimal(least),
            "% menurut batasnya. Bobot perkiraan tetap dipakai.",
        ]
        .concat(),
        Taken::TooLittle { most } => [
            "Belum dipakai: jumlahnya baru ",
            &sum,
            "%, padahal yang belum diisi mendapat paling banyak ",
            &number::decimal(most),
            "% menurut batasnya. Bobot perkiraan tetap dipakai.",
        ]
        .concat(),
        Taken::Unreadable => "Belum dipakai: ada yang bukan bobot.".to_owned(),
    }
}
