//! Words about shares of one office.
//!
//! Invariant: plain Indonesian that fits a phone; a share is never said to have a score.

use crate::domain::part::Part;
use crate::domain::scorecard::Progress;

use super::number;

/// Title of the view.
pub const TITLE: &str = "Bagi tugas";
/// Title of the view of a share.
pub const OWN: &str = "Bagian saya";
pub const LEAD: &str = "Bagi indikator kepada jabatan, kirim satu berkas kecil kepada masing-masing, lalu gabungkan yang kembali. Tidak perlu jaringan bersama; cukup berkas.";
pub const PRACTICE: &str = "Dalam mode latihan tidak ada berkas bagian.";
pub const RETURNED: &str = "Bagian yang kembali";
pub const RETURNED_HINT: &str = "Boleh beberapa berkas sekaligus, .json maupun .txt. Anda melihat isinya dahulu sebelum digabung. Berkas juga dapat ditarik ke halaman ini.";
pub const OPEN: &str = "Buka bagian yang kembali";
pub const SHARES: &str = "Pembagian";
pub const NEW: &str = "Jabatan";
pub const NEW_HINT: &str = "Misalnya Kasubag Umum. Tulis jabatan, bukan nama orang.";
pub const HAS_SHARE: &str =
    "Jabatan ini sudah punya bagian. Tambahkan indikatornya di bagian itu, atau tulis jabatan yang berbeda.";
pub const ADD: &str = "Tambah bagian";
pub const NONE: &str = "Belum ada bagian.";
pub const RENAME: &str = "Ubah jabatan";
pub const KEEP_NAME: &str = "Simpan jabatan";
pub const SEND: &str = "Kirim bagian";
pub const SAVE: &str = "Simpan bagian";
pub const SEND_BACK: &str = "Kirim kembali";
pub const SAVE_BACK: &str = "Simpan berkas";
pub const REMOVE: &str = "Hapus bagian";
pub const CHANGE: &str = "Pilih indikator";
pub const FIRST_CHOOSE: &str = "Pilih dahulu indikatornya.";
pub const UNASSIGNED: &str = "Belum dibagi";
pub const ALL_ASSIGNED: &str = "Semua indikator sudah dibagi.";
pub const OPEN_TITLE: &str = "Perlu Anda pilih";
pub const OPEN_LEAD: &str = "Jawaban di bawah ini saling berbeda. Sebelum Anda memilih, tidak satu pun dihitung. Catatan dan bukti dari jawaban lain ikut disimpan bila tidak bertentangan.";
pub const CHOOSE: &str = "Pakai jawaban ini";
pub const ASIDE: &str = "Jawaban yang tidak dipilih";
pub const NOW: &str = "Yang tercatat sekarang";
/// Behind whose answer it is, where one was chosen before: that one, another of its post, any other.
pub const CHOSEN: &str = " · pilihan Anda sebelumnya";
pub const CORRECTED_SINCE: &str = " · diperbaiki jabatan ini sesudah Anda memilih";
pub const CAME_SINCE: &str = " · datang sesudah Anda memilih";
pub const NOBODY: &str = "Tidak tercatat dari siapa dan kapan";
/// What no share answered: it was written in the assessment itself.
pub const UNSIGNED: &str = "Isian koordinator";
pub const EMPTIED: &str = "Dikosongkan di bagian ini.";
pub const UNKNOWN: &str = "Tidak ada di instrumen ini; isinya tetap disimpan.";
pub const DROP: &str = "Jangan pakai satu pun";
pub const FULL: &str = "Sudah 100 bagian, sebanyak yang dapat disimpan dalam satu berkas. Hapus dahulu bagian yang tidak dipakai.";
pub const REMOVE_SENT: &str = "Berkas bagian ini sudah dikirim. Bila bagian ini dihapus lalu berkasnya kembali, jawabannya tetap dapat digabung; hanya catatan pembagiannya yang hilang. Urungkan mengembalikannya.";
pub const CORRECTED: &str = "Pembaruan: menggantikan jawaban sebelumnya dari jabatan yang sama";
pub const HERE_OPEN: &str = "Jawaban indikator ini berbeda-beda dan belum dihitung. Pilih salah satu";
pub const MERGE: &str = "Gabung";
pub const MERGE_TITLE: &str = "Periksa sebelum menggabung";
pub const FILL_HERE: &str = "Isi sebagai bagian di peramban ini";
pub const FILES_REFUSED: &str = "Berkas yang tidak digabung";
pub const SHARE: &str = "Bagian";
pub const TAKEN: &str = "Baru atau lebih lengkap";
pub const DIFFERS: &str = "Berbeda: Anda yang memilih sesudah digabung";
pub const LATE: &str = "Tidak dipakai: lebih lama dari jawaban terakhir jabatan itu. Bila yang ini yang benar, ketik sendiri di kartunya";
pub const SAME: &str = "Sama dengan yang sudah ada";
pub const NOTHING_NEW: &str = "Tidak ada yang baru di berkas ini; menggabungkannya tidak mengubah apa pun.";
pub const NO_SCORE: &str = "Ini satu bagian dari penilaian, jadi tidak ada nilai di sini. Nilai perangkat daerah baru dihitung setelah semua bagian digabung.";
pub const OWN_LEAD: &str = "Isi indikator di bawah ini, lalu kirim berkasnya kembali kepada pengirim. Anda boleh mengirim lebih dari sekali.";
pub const NO_INDICATORS: &str = "Berkas bagian ini tidak memuat indikator. Minta pengirim mengirim ulang.";
pub const TAKE_OWN: &str =
    "Bagian ini dibuka di peramban ini dan dapat diisi. Setelah selesai, kirim kembali berkasnya.";

/// What a share is called.
pub fn share(by: &str) -> String {
    format!("{SHARE} {by}")
}

/// How far it is.
pub fn filled(progress: Progress) -> String {
    format!("{} dari {} indikator terisi", progress.answered, progress.total)
}

/// Where a share is: how many indicators, of how many one of several answers is to be chosen, and when it went and came.
pub fn where_it_is(part: &Part, (progress, waiting): (Progress, usize)) -> String {
    if progress.total == 0 {
        return "belum ada indikator".to_owned();
    }
    let on = |what: &str, at: &str| format!(" · {what} {} {}", number::date(at), number::clock(at));
    let mut text = filled(progress);
    if waiting > 0 {
        text = format!("{text}, {waiting} di antaranya perlu Anda pilih");
    }
    match (part.sent.is_empty(), part.returned.is_empty()) {
        (true, true) => text.push_str(" · belum dikirim"),
        (false, true) => text.push_str(&(on("dikirim", &part.sent) + ", belum kembali")),
        (_, false) => text.push_str(&on("kembali, diubah", &part.returned)),
    }
    text
}

/// Whose answer, and when.
pub fn from(by: &str, at: &str) -> String {
    let at = format!("{} {}", number::date(at), number::clock(at));
    match (by.is_empty(), at.trim()) {
        (true, "") => NOBODY.to_owned(),
        (true, at) => format!("{UNSIGNED} · {at}"),
        (false, "") => by.to_owned(),
        (false, at) => format!("{by} · {at}"),
    }
}

/// Takes every answer of one post.
pub fn choose_all(by: &str, count: usize) -> String {
    format!("Pakai semua dari {by} ({count})")
}

/// One of the returned shares: whose, when, and how far.
pub fn returned(by: &str, at: &str, progress: Progress) -> String {
    format!("{}: {}", from(by, at), filled(progress))
}

/// A returned share that names another office than the assessment it goes into.
pub fn of_another(name: &str) -> String {
    format!("Nama unit di berkas ini lain: {name}.")
}

/// How many indicators wait for a choice.
pub fn waiting(count: usize) -> String {
    format!("{count} indikator punya jawaban yang berbeda dan belum dihitung. Pilih salah satu")
}

/// The whole of a dimension.
pub fn whole(name: &str) -> String {
    format!("Semua di {name}")
}

/// How many indicators are in no share.
pub fn unassigned(count: usize) -> String {
    format!("{UNASSIGNED}: {count} indikator")
}

/// What is about to be merged, and into what.
pub fn into(count: usize, heading: &str) -> String {
    format!("{count} berkas bagian untuk penilaian {heading}.")
}

/// What a share holds, before it is opened to be filled in; the heading says whose it is.
pub fn holds(file: &str, heading: &str, rubric: &str, count: usize) -> String {
    format!("Berkas {file}: {heading}, {count} indikator dari {rubric}.")
}
