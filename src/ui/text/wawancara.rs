//! Words of the interview.
//!
//! Invariant: it is about what people understand, never about what they should recite.

use super::pengisian;

pub const WARNING: &str = "Wawancara menguji pemahaman; jangan dihafal.";
pub const LEAD: &str = "Dengarkan jawabannya, lalu centang yang ia sebut tanpa dibantu. Tidak ada nama orang di sini, hanya jabatan.";
pub const NONE: &str = "Instrumen ini tidak memuat pertanyaan wawancara.";
pub const WHO: &str = "Siapa yang ditanyai";
pub const NAMED: &str = "Yang disebut";
pub const NO_COMPONENTS: &str =
    "Pertanyaan ini tidak punya daftar yang dapat dicentang; pilih jawabannya di kartunya.";
pub const PREVIOUS: &str = "Sebelumnya";
pub const NEXT: &str = "Berikutnya";
pub const DONE: &str = "Selesai: ke Cek kelengkapan";
pub const CARD: &str = "Buka kartunya";

/// Whom one answer stands for.
pub fn stands_for(panel: &str, count: usize) -> String {
    format!(
        "Satu jawaban di sini berlaku untuk {count} {} sekaligus. Untuk mencatat tiap orang sendiri, pilih “{}” di Pengisian.",
        panel.to_ascii_lowercase(),
        pengisian::per_sample(panel, count)
    )
}

/// Which of several persons is asked now.
pub fn one_of(who: &str, at: usize, count: usize) -> String {
    format!(
        "Orang {at} dari {count}: {who}. Jawaban tiap orang dicatat sendiri; pindah orang lewat nama di bawah ini."
    )
}

/// Where one is among the questions to one person.
pub fn place(who: &str, at: usize, total: usize) -> String {
    let question = format!("pertanyaan {at} dari {total}");
    if who.is_empty() { question } else { format!("{who} · {question}") }
}

/// What the count points to.
pub fn named(count: usize, total: usize, level: &str) -> String {
    format!("Disebut {count} dari {total}: mengarah ke “{level}”")
}

/// What the hint says first: the warning stands above it already, and what can be named below.
pub fn hint(hint: &str) -> String {
    let first = hint.split_inclusive(". ").next().unwrap_or_default().trim_end();
    if WARNING.starts_with(first) { String::new() } else { first.to_owned() }
}
