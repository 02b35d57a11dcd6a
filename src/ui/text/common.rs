//! Words that stand on every view.
//!
//! Invariant: each is said the same way wherever it stands.

use crate::domain::assessment::{Assessment, EvidenceState};
use crate::format::wording::seen;
pub use crate::format::wording::{OWN_RUBRIC, basis};
use crate::state::{Notice, Place, SaveStatus};
use crate::ui::text::{bagi, bukti};

use super::number;

pub const APP: &str = "Swanilai";
pub const SKIP: &str = "Langsung ke isi";
pub const VIEWS: &str = "Tampilan";
pub const BERANDA: &str = "Beranda";
pub const PENGISIAN: &str = "Pengisian";
pub const CEK: &str = "Cek";
pub const HASIL: &str = "Hasil";
pub const PERBAIKAN: &str = "Perbaikan";
pub const RENCANA: &str = "Rencana";
pub const SIMULASI: &str = "Simulasi";
pub const TINDAK_LANJUT: &str = "Tindak lanjut";
pub const TONGGAK: &str = "Tonggak";
pub const ANGKA: &str = "Dari mana angka ini?";
pub const KELILING: &str = "Keliling layanan";
pub const WAWANCARA: &str = "Simulasi wawancara";
pub const TANYA: &str = "Tanyakan saat pendampingan";
pub const TABS: &str = "Bagian perbaikan";
pub const TENTANG: &str = "Tentang";
pub const NOT_OFFICIAL: &str = "Penilaian mandiri, bukan hasil resmi.";
pub const NOTHING_SENT: &str = "Data tidak dikirim ke mana pun.";
pub const ISSUERS: &str = "Ombudsman RI dan Kementerian PANRB";
pub const CANCEL: &str = "Batal";
pub const CLOSE: &str = "Tutup";
pub const PRINT: &str = "Cetak";
pub const UNDO: &str = "Urungkan";
pub const DOWNLOAD: &str = "Unduh berkas";
pub const OWN_TAB: &str = "Buka di tab baru (mulai dari awal; unduh dulu berkasnya)";
pub const RETRY: &str = "Coba simpan lagi";
/// While a part of the app is on its way.
#[cfg(not(feature = "whole"))]
pub const LOADING_VIEW: &str = "Memuat bagian ini …";
/// It did not come.
#[cfg(not(feature = "whole"))]
pub const NOT_LOADED: &str =
    "Bagian ini tidak dapat dimuat. Periksa sambungan Anda, lalu coba lagi. Isian Anda tidak berubah.";
/// Has it come again.
#[cfg(not(feature = "whole"))]
pub const TRY_AGAIN: &str = "Coba lagi";
pub const LOADING: &str = "Memuat instrumen …";
pub const PRACTICE: &str = "Mode latihan";
pub const PRACTICE_NOTE: &str =
    "Ini latihan, bukan penilaian kantor mana pun. Lembar hasil tidak dicetak dari latihan.";
pub const EXAMPLE: &str = "Contoh terisi: unit dan jawabannya dikarang";
pub const PROBLEM_PREFIX: &str = "Perlu dibetulkan: ";
pub const PERSONAL: &str =
    "Jangan menulis NIK, nomor telepon, atau nama warga di sini; cukup sebutkan tempat penyimpanannya.";

/// Whose sources the instrument is made from, and that nobody has approved it.
pub fn disclaimer(issuer: &str) -> String {
    format!(
        "Disusun dari sumber terbuka tentang instrumen {issuer}. Tidak berafiliasi, tidak disahkan, dan tidak menggantikan pendampingan."
    )
}

/// Office, local government and year in one line; first of all, whether it is an exercise.
pub fn heading(assessment: &Assessment) -> String {
    let named = &*assessment.unit.name;
    let practice = if assessment.practice { "Latihan" } else { "" };
    let share = assessment.share().map(|share| bagi::share(&share.by)).unwrap_or_default();
    let name = if named.is_empty() && !assessment.practice { "Unit tanpa nama" } else { named };
    let year = assessment.assessment_year.map(|year| year.to_string()).unwrap_or_default();
    let parts: Vec<&str> = [practice, &*share, name, &*assessment.unit.pemda, &*year]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    seen(&parts.join(" · "))
}

/// The name of the line that says what is open and where it is saved.
pub const CONTEXT: &str = "Penilaian yang dibuka";

/// How far a document is ready.
pub const fn evidence_state(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::None => "belum ada",
        EvidenceState::Prepared => "disiapkan",
        EvidenceState::Mismatch => "ada, belum sesuai",
        EvidenceState::Good => "sesuai",
    }
}

/// The line that says where the latest changes are.
pub fn save_line(status: &SaveStatus) -> String {
    match status {
        SaveStatus::Idle => String::new(),
        SaveStatus::Pending => "Menyimpan …".to_owned(),
        SaveStatus::Kept(clock) => format!("Tersimpan {clock} di perangkat ini"),
        SaveStatus::MemoryOnly | SaveStatus::Full | SaveStatus::Corrupt | SaveStatus::TooLarge => {
            "Tidak tersimpan di perangkat ini".to_owned()
        }
        SaveStatus::Shared => "Komputer bersama: tidak disimpan di perangkat ini".to_owned(),
    }
}

/// What a failed save means and what to do.
pub const fn save_trouble(status: &SaveStatus, place: Place) -> Option<(&'static str, &'static str)> {
    match status {
        SaveStatus::MemoryOnly if matches!(place, Place::File) => {
            Some(("Di sini jawaban tidak tersimpan;", "ketuk Kirim sebelum menutup."))
        }
        SaveStatus::MemoryOnly => Some((
            "Peramban ini tidak mengizinkan penyimpanan.",
            "Jawaban Anda hanya ada selama halaman ini terbuka. Unduh berkas sebelum menutupnya, lalu buka lagi berkas itu untuk melanjutkan.",
        )),
        SaveStatus::Full => Some((
            "Tempat penyimpanan peramban penuh.",
            "Perubahan terakhir belum tersimpan. Unduh berkas sekarang, lalu hapus penilaian lama di Beranda.",
        )),
        SaveStatus::Corrupt => Some((
            "Peramban menyimpan isi yang berbeda dari yang Anda tulis.",
            "Perubahan terakhir belum aman. Unduh berkas sekarang.",
        )),
        SaveStatus::TooLarge => Some((
            "Isi penilaian ini lebih dari 1 MiB.",
            "Berkas sebesar itu tidak dapat dibuka lagi, jadi perubahan terakhir tidak disimpan. Pendekkan catatan yang paling panjang sebelum menutup halaman ini atau membuka penilaian lain.",
        )),
        _ => None,
    }
}

/// What a notice says.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Downloaded(name, text) if text.is_empty() => {
            format!("Berkas {name} diserahkan ke peramban. Periksa folder unduhan Anda.")
        }
        Notice::Downloaded(name, _) => format!(
            "Berkas {name} diserahkan ke peramban. Bila berkas tidak muncul di Unduhan, salin teks ini dan simpan sebagai berkas .json."
        ),
        Notice::DownloadBlocked(_) => {
            "Peramban menolak mengunduh. Salin teks di bawah ini dan simpan sebagai berkas .json.".to_owned()
        }
        Notice::CopyBlocked(_) => {
            "Peramban tidak mengizinkan halaman ini menyalin. Pilih teks di bawah ini dan salin sendiri."
                .to_owned()
        }
        Notice::Copied => "Teks disalin.".to_owned(),
        Notice::RubricMissing(id) => format!(
            "Instrumen {id} tidak dapat dimuat. Periksa sambungan Anda, lalu coba lagi. Jawaban Anda tidak berubah."
        ),
        Notice::Undone(ids, _) if ids.is_empty() => "Perubahan terakhir diurungkan.".to_owned(),
        Notice::Undone(ids, _) => undone(&ids.join(", "), "seperti sebelumnya"),
        Notice::Imported(false) => "Berkas diambil.".to_owned(),
        Notice::Imported(true) => {
            "Berkas diambil. Tekan Urungkan untuk kembali ke jawaban sebelumnya.".to_owned()
        }
        Notice::SamplesRemoved(ids) => {
            format!("Jawaban yang berbeda-beda dihapus, kini belum diisi: {}.", ids.join(", "))
        }
        Notice::Published(0) => super::resmi::NOTHING_NEW.to_owned(),
        Notice::Published(count) => super::resmi::kept(*count),
        Notice::Applied(count) => super::simulasi::applied(*count),
        Notice::Dropped => super::simulasi::DROPPED.to_owned(),
        Notice::PemdaValues(None) => "Berkas ini berisi nilai tingkat pemda. Buka dulu penilaian kantor Anda, lalu buka lagi berkas ini.".to_owned(),
        Notice::PemdaValues(Some((office, count, own))) => {
            let taken = if *count == 0 {
                format!("Tidak ada nilai tingkat pemda dalam berkas ini yang berlaku atau baru bagi {office}.")
            } else {
                format!("{count} nilai tingkat pemda diambil untuk {office} sebagai nilai asumsi.")
            };
            if own.is_empty() {
                taken
            } else {
                format!("{taken} Yang sudah Anda isi sendiri tidak berubah: {}.", own.join(", "))
            }
        }
        Notice::OtherPemda(theirs, own) => format!(
            "Berkas ini berisi nilai {theirs}, sedangkan kantor Anda di {own}. Tidak ada yang diambil."
        ),
        Notice::Assumed(count) => super::simulasi::skm_done(*count),
        Notice::RubricMeets(before, new) => super::sendiri::meets(before, new),
        Notice::RubricTaken(name, kept) => super::sendiri::taken(name, *kept),
        Notice::PageMissing => {
            "Berkas HTML tidak dapat dibuat. Periksa sambungan Anda, lalu coba lagi; bila isinya lebih dari 1 MiB, pakai Unduh berkas.".to_owned()
        }
        Notice::TableMissing(ending) => super::transfer::no_table(ending).to_owned(),
        Notice::FileUnreadable => bukti::UNREADABLE.to_owned(),
        Notice::MilestoneTooLarge => super::tonggak::too_large(),
        Notice::Reopened(revision) => super::verifikasi::reopened(*revision),
        Notice::PrintedInFrame => {
            "Situs di sekeliling halaman ini dapat menolak pencetakan. Bila tidak muncul apa-apa: unduh berkas, buka Swanilai di tab baru, lalu buka berkas itu di sana dan cetak.".to_owned()
        }
        Notice::Cleared(count, apart) => {
            format!("{count} penilaian dihapus dari {} ini.", if *apart { "sisipan" } else { "perangkat" })
        }
    }
}

/// What taking back has changed: an answer that is `back` to what it was.
pub fn undone(what: &str, back: &str) -> String {
    format!("Diurungkan: jawaban {what} kembali {back}.")
}

/// To one answer.
pub fn to(answer: &str) -> String {
    format!("ke {answer}")
}

/// The way to what was changed.
pub fn show(id: &str) -> String {
    format!("Lihat {id}")
}

pub const SEND: &str = "Kirim";
pub const COPY_SHOWN: &str = "Anda membaca salinan di dalam berkas ini.";
pub const COPY_HELP: &str = "Tidak ada yang disimpan. Untuk mengubahnya, ambil alih ke peramban ini.";
pub const TAKE_COPY: &str = "Ambil alih";
pub const GO_ON_HERE: &str = "Lanjutkan yang di peramban ini";

/// What is kept in this browser of the same assessment: how many are answered there, since when, and in the file.
pub fn kept_too(here: usize, at: &str, file: usize) -> String {
    let (date, clock) = (number::date(at), number::clock(at));
    format!("Penilaian ini ada juga di peramban ini: {here} terisi, diubah {date} {clock} (berkas: {file}).")
}

pub const COPY_DUE: &str = "Sudah seminggu perubahan Anda hanya ada di peramban ini.";
pub const OFFERED: &str = "Teks untuk disalin";
pub const COPY: &str = "Salin";
pub const OVERTAKEN: &str = "Penilaian ini juga diubah di tab lain.";
pub const OVERTAKEN_HELP: &str = "Agar tidak saling menimpa, tab ini hanya dapat dibaca. Muat jawaban terbaru, atau lanjutkan menulis di tab ini.";
pub const RELOAD_NEWEST: &str = "Muat yang terbaru";
pub const TAKE_OVER: &str = "Lanjutkan di tab ini";
