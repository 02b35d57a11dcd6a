//! Words of the states kept by name.
//!
//! Invariant: what a change is worth is said with what it is reckoned from, and sums that do not add up say why.

use crate::domain::assessment::{Answer, Met};
use crate::domain::milestone::{MAX_MILESTONES, Milestone};
use crate::domain::number::{Range, Score};
use crate::format::wording::seen;

use super::{number, pengisian};

pub const LEAD: &str = "Tonggak menyimpan jawaban seperti adanya pada satu waktu, agar perubahannya dapat dibandingkan kemudian. Catatan, alasan, dan bukti dukung tidak ikut disimpan.";
pub const NONE: &str = "Belum ada tonggak.";
pub const NEW: &str = "Nama tonggak baru";
pub const NEW_HINT: &str = "Misalnya: sebelum pendampingan. Boleh kosong; tonggak lalu disebut menurut tanggalnya. Jangan menulis nama orang.";
pub const FREEZE: &str = "Simpan keadaan sekarang";
pub const NOW: &str = "Sekarang";
pub const ALL: &str = "Semua tonggak";
pub const CHART: &str = "Perkiraan nilai dari tonggak ke tonggak. Angkanya ada di tabel di bawah ini.";
pub const MILESTONE: &str = "Tonggak, kategori";
pub const POINT: &str = "Rata-rata yang terisi";
pub const FILLED: &str = "Terisi";
pub const CHANGE_IT: &str = "Ubah";
pub const NAME: &str = "Nama tonggak";
pub const KEEP_NAME: &str = "Simpan nama";
pub const REMOVE: &str = "Hapus tonggak";
pub const COMPARE: &str = "Bandingkan";
pub const FROM: &str = "Dari";
pub const TO: &str = "Ke";
pub const LOW: &str = "Yang kosong dihitung terendah";
pub const BETWEEN: &str = "Selisih";
pub const CHANGES: &str = "Jawaban yang berubah";
pub const WORTH: &str = "Bernilai";
pub const WORTH_NOTE: &str = "Tiap baris: seandainya hanya jawaban itu yang berubah pada keadaan yang lebih dulu. Jawaban kosong dihitung pada tingkat terendah dan bobot yang tidak diumumkan pada perkiraannya. Semua keadaan dihitung dengan instrumen yang sekarang.";
pub const TOGETHER: &str = "Bersama-sama, di luar jumlah di atas";
pub const TOTAL: &str = "Seluruh perubahan";
pub const SAME: &str = "Tidak ada jawaban yang berbeda.";
pub const NOT_COUNTED: &str = "tidak dihitung";

/// What the office calls it; its day where it has no name.
pub fn name(milestone: &Milestone) -> String {
    let name = seen(&milestone.name);
    if name.trim().is_empty() { number::date(&milestone.at) } else { name }
}

/// How wide the range is, and what it reads as.
pub fn reading(range: Range, sentence: &str) -> String {
    format!("{} · {sentence}", pengisian::full_range(range))
}

/// What an answer was and what it became.
pub fn became(from: &str, to: &str) -> String {
    format!("dari: {from} → menjadi: {to}")
}

/// How many of the criteria are answered how.
pub fn criteria(answer: &Answer, of: usize) -> String {
    let count = |met: Met| answer.criteria.values().filter(|own| **own == met).count();
    format!(
        "{} dari {of} kriteria ya, {} sebagian, {} belum",
        count(Met::Yes),
        count(Met::Partly),
        count(Met::No)
    )
}

/// A score with its sign: `+1,25`, `−0,50`, `0,00`.
pub fn signed(score: Score) -> String {
    let sign = match score.hundredths() {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", number::score(Score::from_hundredths(score.hundredths().abs())))
}

/// Why no more can be kept.
pub fn too_large() -> String {
    format!(
        "Tonggak tidak ditambahkan: penilaian ini akan melewati 1 MiB atau {MAX_MILESTONES} tonggak, dan berkasnya tidak dapat dibuka lagi. Hapus dahulu tonggak yang tidak dipakai."
    )
}
