//! Words of the tables: titles, and what can be chosen.
//!
//! Invariant: a word that is read back is written by the same constant.

use crate::domain::assessment::{EvidenceState, Met};
use crate::domain::rubric::SampleKind;
use crate::domain::verification::Finding;

pub const SUMMARY: &str = "Ringkasan";
pub const ANSWERS: &str = "Jawaban";
pub const EVIDENCE: &str = "Bukti dukung";
pub const PARTS: &str = "Rincian";

/// That nobody but the office itself has judged.
pub const CAVEAT: &str = "Penilaian mandiri, bukan hasil resmi";
pub const REMARK: &str = "Keterangan";
pub const HOW: &str = "Cara mengisi";
pub const HOW_TO: &str = "Isi nama kantor di lembar ini, lalu kolom berjudul biru di lembar Jawaban dan Bukti dukung. Jangan mengubah \
     judul kolom dan kode. Simpan, lalu buka berkas ini di Swanilai.";
pub const INSTRUMENT: &str = "Instrumen";
pub const RUBRIC: &str = "Kode instrumen";
pub const VERSION: &str = "Versi instrumen";
pub const NUMBER: &str = "Nomor penilaian";
pub const PEMDA: &str = "Pemerintah daerah";
pub const UNIT: &str = "Perangkat daerah";
pub const KIND: &str = "Jenis unit";
pub const STATUS: &str = "Status";
pub const YEAR: &str = "Tahun penilaian";
pub const MODE: &str = "Cara menghitung";
pub const PER_CRITERION: &str = "per kriteria";
pub const STANDING: &str = "Dapat dinyatakan";
pub const POINT: &str = "Perkiraan nilai";
pub const LOW: &str = "Kisaran terendah";
pub const HIGH: &str = "Kisaran tertinggi";
pub const ANSWERS_LOW: &str = "Kisaran bila bobotnya pasti, terendah";
pub const ANSWERS_HIGH: &str = "Kisaran bila bobotnya pasti, tertinggi";
pub const SUPPORTED: &str = "Didukung bukti";
pub const ANSWERED: &str = "Indikator terisi";
pub const TOTAL: &str = "Indikator dihitung";
pub const ASSUMED: &str = "Nilai asumsi";
pub const LEAVING: &str = "Tidak relevan";
pub const CHANGED: &str = "Terakhir diubah";

pub const NOT_RELEVANT: &str = "tidak relevan";
pub const YES: &str = "ya";
pub const STATES: [(&str, EvidenceState); 4] = [
    ("belum ada", EvidenceState::None),
    ("disiapkan", EvidenceState::Prepared),
    ("ada, belum sesuai", EvidenceState::Mismatch),
    ("sesuai", EvidenceState::Good),
];
pub const MET: [(&str, Met); 3] = [(YES, Met::Yes), ("sebagian", Met::Partly), ("belum", Met::No)];

/// How far a document is ready.
pub fn state(state: EvidenceState) -> &'static str {
    STATES.iter().find(|(_, own)| *own == state).map_or("", |(word, _)| word)
}

/// How far a criterion is met.
pub fn met(met: Met) -> &'static str {
    MET.iter().find(|(_, own)| *own == met).map_or("", |(word, _)| word)
}

/// Whom or what something is answered for.
pub const fn sample(kind: SampleKind) -> &'static str {
    match kind {
        SampleKind::Product => "produk",
        SampleKind::Respondent => "narasumber",
    }
}

/// What a verifier says of an answer.
pub const fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Agree => "Sesuai",
        Finding::Improve => "Perbaiki",
        Finding::Mismatch => "Bukti tidak sesuai",
    }
}

/// What a criterion is called.
pub const CRITERION: &str = "kriteria";
