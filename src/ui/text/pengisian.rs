//! Words of Pengisian: dimensions, cards, the scoreboard.
//!
//! Invariant: words name what the office does for people, never how to raise a number.

use std::fmt::Write;

use crate::domain::number::{Decimal, Range, Score};
use crate::domain::rubric::{Basis, LevelsBasis, Scale, ScaleKind, Terms};
use crate::domain::scorecard::{Figure, Scorecard};

use super::number;

pub const FIND: &str = "Cari indikator";
pub const FIND_HINT: &str = "kata atau kode";
pub const NOTHING_FOUND: &str =
    "Tidak ada indikator yang cocok. Coba kata lain, atau kosongkan kotak pencarian.";
pub const UNANSWERED: &str = "belum diisi";
pub const FILLED: &str = " terisi";
pub const ASSUMED_TAG: &str = "nilai asumsi";
pub const UNSCORED_TAG: &str = "informasi tambahan, tidak dihitung";
pub const UNCONFIRMED_TAG: &str = "belum dikonfirmasi";
pub const UNCONFIRMED: &str =
    "Jawaban ini disalin dari penilaian lama. Ubah, atau konfirmasi bila masih benar.";
pub const CONFIRM: &str = "Masih benar";
pub const EVIDENCE: &str = "Bukti dukung";
pub const ABOUT_DOCUMENT: &str = "Rincian dokumen";
pub const DOCUMENT_TITLE: &str = "Judul dokumen";
pub const DOCUMENT_WHERE: &str = "Tempat penyimpanan";
pub const DOCUMENT_DATE: &str = "Tanggal";
pub const DOCUMENT_UNTIL: &str = "Berlaku sampai";
pub const NOT_APPLICABLE: &str = "Tidak relevan bagi unit ini (alasan)";
pub const REASON: &str = "Alasan tidak relevan";
pub const REASON_HINT: &str = "Mengapa indikator ini tidak berlaku bagi unit Anda?";
pub const ASSUME: &str = "Nilai asumsi (bukan data resmi)";
pub const GROUND: &str = "Dasar asumsi";
pub const GROUND_HINT: &str = "Sebutkan survei atau data, tahun, dan tempat berkasnya disimpan.";
pub const CLEAR: &str = "Kosongkan jawaban";
pub const NOTE: &str = "Catatan";
pub const NOTE_LABEL: &str = "Catatan untuk rekan satu kantor";
pub const BY: &str = "Diisi oleh (jabatan)";
pub const WHY: &str = "Mengapa ditanyakan";
pub const ASK: &str = "Tanya pendamping";
pub const ASK_LABEL: &str = "Tandai untuk ditanyakan kepada pendamping";
pub const ASK_HINT: &str = "Tanda ini ikut di berkas. Tulis pertanyaannya di Catatan.";
pub const VALUE: &str = "Nilai";
pub const YES: &str = "Ya";
pub const PARTLY: &str = "Sebagian";
pub const NO: &str = "Belum";
pub const PER_SAMPLE_OFF: &str = "Kembali ke satu jawaban";
pub const PER_SAMPLE_BACK: &str = "Jawaban yang sama tetap; yang berbeda dihapus dan dapat diurungkan.";
pub const COPIED: &str = "disalin";
pub const SCOREBOARD: &str = "Perkiraan nilai";
pub const SCOREBOARD_MORE: &str = "Rincian perkiraan nilai. ";
pub const WHY_WIDE: &str = "Mengapa kisarannya lebar?";
pub const TO_RESULT: &str = "Lihat hasil";
pub const TO_CHECK: &str = "Cek kelengkapan";
pub const MODE: &str = "Cara menjawab";
pub const MODE_HINT: &str = "Jawaban dengan cara yang lain tetap tersimpan, tetapi tidak dihitung.";
/// A way of counting, and whose it is.
pub fn mode(name: &str, basis: Basis) -> String {
    let whose = if basis == Basis::Published { "cara resmi" } else { "cara sebagian daerah" };
    format!("{name} ({whose})")
}

pub const LEAVE_OUT: &str = "Pilih tidak relevan";

/// The caption above the name of a dimension.
pub fn caption(at: usize, total: usize) -> String {
    format!("Pengisian · bagian {} dari {total}", at + 1)
}

/// For whom an indicator is meant, where that is not this office.
pub fn meant_for(kinds: &str) -> String {
    format!("Biasanya hanya bagi unit urusan {kinds}.")
}

/// The reason proposed where an indicator is meant for others.
pub fn not_meant(kinds: &str) -> String {
    format!("Unit ini tidak menangani urusan {kinds}.")
}

/// The link to the next dimension.
pub fn next(terms: &Terms, name: &str) -> String {
    format!("{} berikutnya: {name}", terms.dimension)
}

/// The heading over what was found.
pub fn found(count: usize) -> String {
    if count == 0 { "Tidak ditemukan".to_owned() } else { format!("{count} indikator cocok") }
}

/// What an indicator can add to the whole.
pub fn worth(range: Range) -> String {
    if range.low == range.high {
        format!("bernilai {} poin", number::score(range.low))
    } else {
        format!("bobot belum pasti: {}–{} poin", number::score(range.low), number::score(range.high))
    }
}

/// How many documents are ready.
pub fn evidence(ready: usize, asked: usize) -> String {
    format!("{EVIDENCE} {ready} dari {asked}")
}

/// Who worded the levels.
pub const fn levels_basis(basis: LevelsBasis) -> &'static str {
    match basis {
        LevelsBasis::Official => "Tingkatan disadur dari salinan formulir resmi, dengan kata-kata Swanilai",
        LevelsBasis::Own => "Tingkatan disusun Swanilai, bukan rumusan resmi",
        LevelsBasis::Shared => "Rumusan tingkatan resmi belum diketahui; hanya kesiapan yang ditanyakan",
    }
}

/// What numbers a continuous scale takes.
pub fn bounds(scale: &Scale) -> String {
    format!(
        "{} sampai {}, dengan koma untuk pecahan",
        number::decimal(scale.minimum()),
        number::decimal(scale.maximum())
    )
}

/// What is wrong with a number and what to do; `given` is what was typed, where it is a number.
pub fn value_problem(scale: &Scale, given: Option<Decimal>) -> String {
    let maximum = scale.maximum();
    let mut text = format!(
        "Isi angka {} sampai {}, misalnya {}.",
        number::decimal(scale.minimum()),
        number::decimal(maximum),
        number::decimal(example(scale))
    );
    // Surveys are often told on 0 to 100.
    if let Some(given) = given.filter(|given| *given > maximum && *given <= Decimal::whole(100)) {
        let part = given.ten_thousandths() * maximum.ten_thousandths() / 1_000_000;
        let _ = write!(
            text,
            " Bila angka Anda berskala 0–100: {} menjadi {}.",
            number::decimal(given),
            number::decimal(Decimal::from_ten_thousandths(part))
        );
    }
    text
}

fn example(scale: &Scale) -> Decimal {
    Decimal::from_ten_thousandths(scale.maximum().ten_thousandths() / 1_000 * 725)
}

/// The unit of a continuous scale.
pub fn unit(scale: &Scale) -> &str {
    match &scale.kind {
        ScaleKind::Continuous { unit, .. } => unit,
        ScaleKind::Levels(_) => "",
    }
}

/// The switch to answering per product or person.
pub fn per_sample(panel: &str, count: usize) -> String {
    format!("Isi per {} ({count})", panel.to_ascii_lowercase())
}

/// What one answer for all stands for, beside that switch.
pub fn stands_for(panel: &str, count: usize) -> String {
    format!(
        "Satu jawaban mewakili {count} {}. Lebih teliti bila diisi satu per satu.",
        panel.to_ascii_lowercase()
    )
}

/// A dimension in brief: without its share of a part of the result, which is not what it weighs here.
pub fn brief(name: &str) -> &str {
    match name.split_once(" (") {
        Some((brief, share)) if share.contains('%') => brief,
        _ => name,
    }
}

/// The default name of a sample.
pub fn sample(panel: &str, at: usize) -> String {
    format!("{panel} {}", at + 1)
}

/// The button that copies the answer of the first sample.
pub fn same_as(name: &str) -> String {
    format!("Sama dengan {name}")
}

/// The mark on a copied answer.
pub fn copied(name: &str) -> String {
    format!("{COPIED}: {name}")
}

/// How many samples are answered, while not all are.
pub fn partly(count: usize, total: usize) -> String {
    format!("Baru {count} dari {total} terisi. ")
}

/// What the samples come to.
pub fn mean(sum: Score, count: usize, maximum: Decimal) -> String {
    format!(
        "Rata-rata {count} jawaban: {} dari {}. Cara resmi menggabungkan jawaban tidak diumumkan.",
        number::score(sum),
        number::decimal(maximum)
    )
}

/// How many criteria are judged.
pub fn criteria(judged: usize, total: usize) -> String {
    format!("Kriteria: {judged} dari {total} dinilai")
}

/// What the criteria point to.
pub fn suggestion(percent: Score, code: &str, blank: usize) -> String {
    let rest = match blank {
        0 => String::new(),
        count => format!(" {count} kriteria belum dinilai, dihitung belum terpenuhi."),
    };
    format!("Kriteria terpenuhi {}%: mengarah ke {code}.{rest}", number::score(percent))
}

/// The mean of the criteria as the answer.
pub fn criteria_mean(percent: Score) -> String {
    format!("Rata-rata kriteria yang dinilai: {}%", number::score(percent))
}

/// The button that takes the suggestion.
pub fn take(code: &str) -> String {
    format!("Pakai {code}")
}

pub const EXCEEDED: &str = "Jawaban Anda lebih tinggi dari yang ditunjukkan kriteria; periksa lagi keduanya.";
pub const TOP_NEEDS_REASON: &str = "A dan AA tidak pernah otomatis: tulis alasannya di Catatan.";

/// Ranges of the scoreboard.
pub fn full_range(range: Range) -> String {
    format!("kisaran {}", number::range(range))
}

/// The inner range, or the one score it comes to.
pub fn answers_range(range: Range) -> String {
    if range.low == range.high {
        return format!("nilai bila bobotnya sudah pasti: {}", number::score(range.low));
    }
    format!("kisaran bila bobotnya sudah pasti: {}", number::range(range))
}

/// A subtotal with its range, where it has one.
pub fn subtotal(name: &str, figure: Figure) -> String {
    let point = figure.point.map_or_else(|| "–".to_owned(), number::score);
    if figure.full.low == figure.full.high {
        format!("{name}: {point}")
    } else {
        format!("{name}: {point} · {}", full_range(figure.full))
    }
}

/// How much is filled in, left out and assumed.
pub fn tally(card: &Scorecard) -> String {
    let mut text = format!("{} dari {} terisi", card.progress.answered, card.progress.total);
    if card.not_applicable > 0 {
        let _ = write!(text, " · {} tidak relevan", card.not_applicable);
    }
    if card.assumed > 0 {
        let _ = write!(text, " · {} nilai asumsi", card.assumed);
    }
    text
}

/// The score with answers that lack complete evidence at their lowest, and how many have it.
pub fn supported(card: &Scorecard, score: Score) -> String {
    format!(
        "Didukung bukti: {} ({} dari {} indikator)",
        number::score(score),
        card.supported_answers,
        card.progress.total
    )
}

pub const SUPPORTED_HINT: &str =
    "Jawaban yang belum semua buktinya sesuai dihitung sebagai jawaban terendah.";

/// Why the range is wide.
pub fn why_wide(blank: usize, weights_move: bool) -> Vec<String> {
    let mut text = Vec::new();
    if blank > 0 {
        text.push(format!(
            "Batang tebal: yang masih terbuka karena {blank} indikator belum diisi seluruhnya."
        ));
    }
    if weights_move {
        text.push(
            "Garis tipis: tambahan karena sebagian bobot tidak diumumkan; bobotnya dapat bergerak di dalam batasnya."
                .to_owned(),
        );
    }
    text.push(
        "Titik: perkiraan dari yang terisi. Zona, kategori, dan predikat dibaca dari kisaran, bukan dari titik."
            .to_owned(),
    );
    text
}

/// The band in words.
pub fn band(point: Option<Score>, full: Range, maximum: Score, bounds: &[(String, Score)]) -> String {
    let point = point.map_or_else(
        || "belum ada perkiraan".to_owned(),
        |point| format!("perkiraan nilai {}", number::score(point)),
    );
    let bounds: Vec<String> =
        bounds.iter().map(|(name, at)| format!("{name} mulai {}", number::score(*at))).collect();
    format!(
        "{point}, kisaran {} sampai {}, pada skala 0 sampai {}: {}.",
        number::score(full.low),
        number::score(full.high),
        number::score(maximum),
        bounds.join(", ")
    )
}
