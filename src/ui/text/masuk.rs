//! Words about files as they come into the recapitulation.
//!
//! Invariant: what is not taken in is said with what to do about it; nobody is blamed for what this device did not load.

use crate::domain::Text;
use crate::format::recap::differ::Differs;
use crate::format::wording::seen;
use crate::format::zip::Fault;

pub const GONE: &str = "sudah berpindah atau berubah sejak dipilih";
pub const NESTED: &str = "zip di dalam zip; buka dulu zip di dalamnya, lalu pilih isinya";
pub const CLOSED: &str = "peramban tidak dapat membukanya";
pub const LOAD_AGAIN: &str = "Coba muat lagi";
pub const LOADED: &str = "Semua instrumen sudah termuat. Berkas yang menunggunya sudah dibaca lagi.";
pub const STILL_NOT_LOADED: &str =
    "Instrumen belum juga termuat. Periksa sambungan internet, lalu coba lagi.";
pub const PUT_IN: &str = "Masukkan ke rekap";
pub const GONE_SINCE: &str =
    "Berkas itu tidak dapat dibuka lagi: sudah berpindah atau berubah. Pilih ulang berkasnya.";
/// Files are dropped while others are read.
pub const BUSY: &str = "Berkas lain sedang dibaca. Tunggu sampai selesai, lalu jatuhkan lagi yang tadi.";
/// A folder was still being looked through.
pub const STOPPED_EARLY: &str = "Dihentikan sebelum ada berkas yang dibaca.";

/// A folder in too many folders, with the number of files in it where that is known.
pub fn deep(count: Option<usize>) -> String {
    let what = count.map_or_else(|| "isinya".to_owned(), |count| format!("{count} berkas di dalamnya"));
    format!("folder ini lebih dalam dari 16 tingkat; {what} tidak dibaca. Pilih folder itu sendiri")
}

/// Files whose name was taken by others.
pub fn differ(files: &[(Text, Option<Differs>)]) -> String {
    let Some(kind) = files.iter().filter_map(|(_, kind)| *kind).max() else { return String::new() };
    let what = match kind {
        Differs::Whole => "salah satunya tidak dapat dibaca",
        Differs::Answers => "jawabannya berbeda",
        Differs::Words => "catatan, bukti, atau alasannya berbeda",
        Differs::Beside => "keterangan di luar jawabannya berbeda",
        Differs::Writing => "hanya waktu simpan atau tata letaknya berbeda",
    };
    match files {
        [(file, _)] => {
            format!("Nama berkasnya sudah ada, tetapi {what}; dicantumkan sebagai {}.", seen(file))
        }
        _ => format!(
            "{} berkas bernama sama dengan yang sudah ada tetapi isinya lain (yang terjauh: {what}); semuanya dicantumkan dengan nomor di belakang namanya.",
            files.len()
        ),
    }
}

/// Instruments that could not be loaded.
pub fn not_loaded(ids: &[Text]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| seen(id)).collect();
    format!(
        "Instrumen ini tidak dapat dimuat: {}. Berkas dengan instrumen itu belum dapat dihitung; itu bukan kesalahan pengirimnya.",
        ids.join(", ")
    )
}

/// A document on the device that goes beyond a file.
pub fn newer(office: &str, file: &str) -> String {
    format!(
        "{office} sudah dikerjakan lagi di perangkat ini sejak dibuka dari {}; rekap masih memakai berkas itu.",
        seen(file)
    )
}

/// Such a document was put in.
pub fn put_in(file: &str, before: &str) -> String {
    format!(
        "Dimasukkan sebagai {}. {} tetap tercantum di Masalah dan tidak dihitung lagi.",
        seen(file),
        seen(before)
    )
}

/// Why an archive, or a file in it, is not read.
pub const fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Broken => "zip-nya rusak atau terpotong",
        Fault::TooMany => "isi zip-nya lebih dari 20.000 berkas",
        Fault::TooLarge => "zip-nya lebih besar dari yang dapat dibaca, atau terbagi beberapa bagian",
        Fault::Overlapping => "isi zip-nya saling menindih, tanda zip yang tidak wajar",
        Fault::Locked => "zip-nya dikunci dengan kata sandi",
        Fault::Method => "zip-nya dimampatkan dengan cara yang tidak dikenal",
        Fault::Large => "terlalu besar",
        Fault::Lies => "ukurannya tidak sama dengan yang tertulis di zip",
        Fault::Damaged => "rusak di dalam zip",
    }
}
