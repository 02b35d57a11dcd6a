//! Words about the list of units, its sets of ticks, and the values of the whole local government.
//!
//! Invariant: plain Indonesian that fits a phone.

use crate::domain::Text;
use crate::domain::recap::plain;
use crate::domain::recap::units::{MAX_SCENARIOS, MAX_UNITS, Sent};
use crate::domain::rubric::Scale;
use crate::format::wording::seen;
use crate::ui::text::number;

pub const LIST: &str = "Unit penyelenggara layanan";
pub const LIST_HINT: &str = "Simpan daftar unit sekali, lalu centang unit yang menjadi lokus penilaian. Dari daftar ini terlihat unit mana yang belum mengirim berkas.";
pub const KEPT: &str = "Daftar ini tersimpan di perangkat ini.";
pub const LIST_COMPARED: &str = "daftar unit ini tidak dipakai; berkas pembanding tidak mengubah Daftar unit. Bila hendak dipakai, jatuhkan di bagian Berkas.";
pub const KEPT_NOT: &str = "Peramban ini tidak menyimpan apa pun: daftar ini hilang saat tab ditutup. Simpan sebagai berkas, lalu jatuhkan lagi di sini lain kali.";
pub const CHANGED_ELSEWHERE: &str = "Daftar unit diubah di tab lain; yang tampil sekarang daftar itu. Daftar yang tadi tampil di tab ini kembali dengan Urungkan.";
pub const GONE_ELSEWHERE: &str =
    "Semua data di perangkat ini dihapus di tab lain. Daftar unit dan berkas di tab ini ikut dikosongkan.";
pub const KEPT_SHARED: &str =
    "Komputer bersama: daftar ini hanya ada di tab ini. Simpan sebagai berkas bila masih diperlukan.";
pub const PEMDA_NAME: &str = "Nama pemerintah daerah";
pub const ADD: &str = "Tambah unit";
pub const ADD_HINT: &str = "Satu baris satu unit; boleh ditempel dari lembar kerja dengan kolom: nama, induk, produk layanan, SPM (ya atau tidak).";
pub const ADD_NOW: &str = "Tambahkan";
pub const SAVE_LIST: &str = "Simpan daftar sebagai berkas";
pub const LIST_NAME: &str = "daftar-unit.json";
pub const EMPTY_LIST: &str = "Kosongkan daftar";
pub const OPEN_LIST_HINT: &str = "Untuk membuka daftar yang disimpan, jatuhkan berkasnya di halaman ini.";
pub const TICK_ALL: &str = "Centang semua";
pub const TICK_NONE: &str = "Hapus semua centang";
pub const LIST_COLUMNS: [&str; 7] = ["Lokus", "Unit", "Induk", "Produk layanan", "SPM", "Berkas", "Ubah"];
/// Names of a first column that is a heading.
pub const HEADINGS: [&str; 5] = ["nama", "unit", "nama unit", "perangkat daerah", "nama perangkat daerah"];
pub const COPY_AWAITED: &str = "Salin daftar ini";
pub const COPIED: &str = "Disalin. Tempel di pesan Anda.";
pub const COPY_BLOCKED: &str = "Peramban menahan penyalinan. Pilih teksnya, lalu salin sendiri.";
pub const CHANGE: &str = "Ubah";
pub const REMOVE: &str = "Hapus";
pub const UNIT_NAME: &str = "Nama unit";
pub const UNIT_PARENT: &str = "Induk";
pub const UNIT_PRODUCTS: &str = "Produk layanan, satu baris satu produk";
pub const UNIT_SPM: &str = "Menangani urusan SPM";
pub const SPM: [&str; 3] = ["Belum diisi", "Ya", "Tidak"];
pub const SCENARIOS: &str = "Skenario lokus";
pub const SCENARIOS_HINT: &str = "Simpan centang sekarang dengan nama, misalnya “bila lokus Dinsos, Dindik, RSUD”. Nilainya dibandingkan di bagian Pemda.";
pub const SCENARIO_NAME: &str = "Nama skenario";
pub const SCENARIO_KEEP: &str = "Simpan centang";
pub const SCENARIO_EMPTY: &str = "Centang dulu unit yang menjadi lokus skenario itu.";
pub const SCENARIO_TAKE: &str = "Pakai";
pub const VALUES: &str = "Nilai tingkat pemda";
pub const VALUES_HINT: &str = "Angka seperti SPM, IKM, dan IPM sama bagi semua unit. Isi sekali di sini, lalu bagikan berkasnya kepada unit.";
pub const VALUES_ONLY: &str = "hanya berisi nilai tingkat pemda; daftar unit tidak berubah.";
pub const VALUES_OUT: &str = "Unduh nilai untuk dibagikan";
pub const VALUES_NAME: &str = "nilai-pemda.json";

/// How many units were added, and for how many there was no room.
pub fn added(count: usize, over: usize) -> String {
    if over > 0 {
        return format!(
            "{count} unit ditambahkan; {over} lainnya tidak, karena satu daftar memuat paling banyak {MAX_UNITS} unit."
        );
    }
    if count == 0 {
        "Tidak ada unit baru: barisnya kosong atau namanya sudah ada di daftar.".to_owned()
    } else {
        format!("{count} unit ditambahkan.")
    }
}

/// A set of ticks for which there is no room.
pub fn scenarios_full() -> String {
    format!("Satu daftar memuat paling banyak {MAX_SCENARIOS} skenario. Hapus dulu yang tidak dipakai.")
}

/// Offices whose files are here, to be put on the list.
pub fn add_from_files(count: usize) -> String {
    format!("Tambahkan {count} unit dari berkas")
}

/// A list of units was taken from a file.
pub fn list_taken(file: &str, count: usize) -> String {
    format!(
        "Daftar unit dari berkas dipakai: {count} unit ({}). Daftar sebelumnya kembali dengan Urungkan.",
        seen(file)
    )
}

/// A list of units that is refused.
pub fn list_refused(problems: &str) -> String {
    format!("daftar unit ini tidak dipakai. {problems}")
}

/// A list of units that is older than the one at hand, which was last changed then.
pub fn list_older(present: &str) -> String {
    format!(
        "daftar unit ini tidak dipakai; daftar yang ada diubah lebih akhir, {}. Bila memang daftar ini yang hendak dipakai, kosongkan dulu Daftar unit, lalu jatuhkan lagi.",
        number::date(present)
    )
}

/// A list of units that came with a later one.
pub fn list_beside(taken: &str) -> String {
    format!("daftar unit ini tidak dipakai; yang dipakai {}, yang terakhir diubah.", seen(taken))
}

/// What is to be said of one list.
pub fn list_note(file: &str, said: &str) -> String {
    format!("{}: {said}", seen(file))
}

/// What is to be said of several lists.
pub fn list_notes(count: usize) -> String {
    format!("{count} hal lain tentang daftar unit ada di Masalah.")
}

/// How many units are ticked.
pub fn lokus(ticked: usize, all: usize) -> String {
    format!("Lokus: {ticked} dari {all} unit dicentang")
}

/// Every file has come: of all units, or of those that are ticked.
pub fn all_sent(count: usize, is_lokus: bool) -> String {
    format!("Semua {count} {} sudah mengirim berkas.", units(is_lokus))
}

/// Whose files have not come.
pub fn awaited(count: usize, all: usize, is_lokus: bool) -> String {
    format!("{count} dari {all} {} belum mengirim berkas", units(is_lokus))
}

const fn units(is_lokus: bool) -> &'static str {
    if is_lokus { "unit lokus" } else { "unit" }
}

/// Whose files have come and cannot be read.
pub fn unread(names: &str, count: usize) -> String {
    format!("{count} unit sudah mengirim berkas yang tidak dapat dibaca, menurut nama berkasnya: {names}.")
}

/// The same as a text to be sent.
pub fn reminder(names: &[Text]) -> String {
    let mut text = "Belum mengirim berkas penilaian mandiri:".to_owned();
    for name in names {
        text.push_str("\n- ");
        text.push_str(name);
    }
    text
}

/// What a box ticks.
pub fn tick(name: &str) -> String {
    format!("Lokus: {}", seen(name))
}

/// Whether minimum standards hold.
pub const fn spm(spm: Option<bool>) -> &'static str {
    match spm {
        None => "–",
        Some(true) => "Ya",
        Some(false) => "Tidak",
    }
}

/// The same, as it is pasted.
pub fn spm_of(typed: &str) -> Option<bool> {
    match &*plain(typed) {
        "ya" | "y" | "1" | "x" | "v" | "spm" => Some(true),
        "tidak" | "t" | "0" | "bukan" => Some(false),
        _ => None,
    }
}

/// What has come from a unit.
pub const fn sent(sent: Option<Sent>) -> &'static str {
    match sent {
        Some(Sent::Counted(_)) => "Dihitung",
        Some(Sent::NotCounted(_)) => "Ada, tidak dihitung",
        Some(Sent::Unread(_)) => "Ada, tidak terbaca",
        Some(Sent::Nothing) | None => "Belum ada",
    }
}

/// A set of ticks.
pub fn scenario(name: &str, count: usize) -> String {
    format!("{} ({count} unit)", seen(name))
}

/// What a value may be.
pub fn value_hint(scale: Option<&Scale>) -> String {
    scale.map_or_else(String::new, |scale| {
        format!(
            "Angka dari {} sampai {}.",
            number::decimal(scale.minimum()),
            number::decimal(scale.maximum())
        )
    })
}

/// What is wrong with a value.
pub fn value_problem(scale: Option<&Scale>) -> String {
    format!("Belum dapat dipakai. {}", value_hint(scale))
}

/// What a value rests on.
pub fn ground(name: &str) -> String {
    format!("Dasar {}", seen(name))
}
