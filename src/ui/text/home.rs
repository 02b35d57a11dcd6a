//! Words of Beranda, Mulai, Tentang and the blank form.
//!
//! Invariant: what is published, and what is not, is said before an instrument is begun.

use crate::domain::number::Range;
use crate::domain::rubric::Basis;

use super::number;

pub const TITLE: &str = "Perkirakan nilai kantor Anda sebelum dinilai";
pub const TITLE_BACK: &str = "Penilaian di perangkat ini";
pub const LEAD: &str =
    "Isi indikatornya, lihat kisaran nilainya, dan ketahui yang perlu dibenahi lebih dulu.";
pub const NEW: &str = "Mulai penilaian baru";
pub const OPEN_FILE: &str = "Buka berkas";
pub const DROP_HINT: &str = "Berkas juga dapat diletakkan di mana saja di sini.";
pub const CHOOSE: &str = "Pilih instrumen";
pub const RECAP: &str = "Untuk Bagian Organisasi: rekap banyak perangkat daerah";
pub const OLD: &str = "Instrumen lama, hanya untuk membaca riwayat";
pub const DRAFT: &str = "draf";
pub const FACTS: &str = "Yang diumumkan dan yang tidak";
pub const PUBLISHED: &str = "Diumumkan";
pub const UNPUBLISHED: &str = "Tidak diumumkan";
pub const START: &str = "Mulai";
pub const EXAMPLE: &str = "Lihat contoh";
pub const EXAMPLE_TAG: &str = "contoh";
pub const FORM: &str = "Lembar kosong";
pub const SOURCES: &str = "Sumber dan cara menghitung";
pub const CONTINUE: &str = "Lanjutkan";
pub const OPEN: &str = "Buka";
pub const DUPLICATE: &str = "Gandakan";
pub const NEXT_YEAR: &str = "Salin untuk tahun baru";
pub const DOWNLOAD: &str = "Unduh";
pub const REMOVE: &str = "Hapus";
pub const REMOVED: &str = "Baru dihapus:";
pub const REMOVED_HELP: &str =
    "Dapat dikembalikan selama halaman ini terbuka dan belum ada penilaian lain yang dihapus.";
pub const BRING_BACK: &str = "Kembalikan";
pub const SHARED: &str = "Komputer bersama";
pub const SHARED_HINT: &str = " · tidak ada yang tertinggal setelah halaman ditutup";
pub const CLEAR_SURE: &str = "Hapus semuanya";
/// Removing everything kept on this device, the warning before, and the one before *Komputer bersama*.
pub const CLEAR: [&str; 3] = [
    "Hapus semua data di perangkat ini",
    "Semua penilaian dan instrumen sendiri di perangkat ini akan hilang dan tidak dapat dikembalikan. Unduh dulu yang masih perlu.",
    "Menyalakan Komputer bersama menghapus penilaian yang tersimpan di perangkat ini. Unduh dulu yang masih perlu.",
];
/// The same where each of several pages in others keeps its own.
pub const CLEAR_APART: [&str; 3] = [
    "Hapus semua data di sisipan ini",
    "Semua penilaian dan instrumen sendiri di sisipan ini akan hilang dan tidak dapat dikembalikan. Unduh dulu yang masih perlu.",
    "Menyalakan Komputer bersama menghapus penilaian yang tersimpan di sisipan ini. Unduh dulu yang masih perlu.",
];
pub const SHARED_SURE: &str = "Hapus dan nyalakan";
pub const UNREADABLE: &str =
    "Isi yang tersimpan tidak dapat dibaca. Isinya tidak diubah; unduh untuk menyelamatkannya.";

pub const PRACTICE_TITLE: &str = "Coba hitung nilainya";
pub const PRACTICE_LEAD: &str = "Coba jawab indikatornya dan lihat bagaimana nilainya terbentuk. Nama kantor tidak ditanyakan, dan berkas yang Anda unduh ditandai sebagai latihan.";
pub const PRACTICE_BEGIN: &str = "Mulai latihan";

/// Years an instrument holds for.
pub fn years(from: u16, to: Option<u16>) -> String {
    match to {
        Some(to) if to == from => from.to_string(),
        Some(to) => format!("{from}–{to}"),
        None => format!("{from}–sekarang"),
    }
}

/// An issuer in brief: `KemenPANRB` where its name has it in brackets.
pub fn brief(issuer: &str) -> &str {
    issuer.rsplit_once('(').map_or(issuer, |(_, brief)| brief.trim_end_matches(')'))
}

/// What a kept assessment holds: `37 dari 38 terisi · 86,21 – 86,90`.
pub fn kept((answered, total): (usize, usize), full: Option<Range>) -> String {
    match full {
        _ if answered == 0 => "belum ada yang terisi".to_owned(),
        Some(full) if full.low == full.high => {
            format!("{answered} dari {total} terisi · {}", number::score(full.low))
        }
        Some(full) => format!("{answered} dari {total} terisi · {}", number::range(full)),
        None => format!("{answered} dari {total} terisi"),
    }
}

/// When it was changed.
pub fn changed(rubric: &str, date: &str, clock: &str) -> String {
    if date.is_empty() { rubric.to_owned() } else { format!("{rubric} · diubah {date} {clock}") }
}

/// What a copy of an office's assessment is called.
pub fn copy_of(unit: &str) -> String {
    if unit.is_empty() { "Salinan".to_owned() } else { format!("{unit} (salinan)") }
}

pub const UNIT_TITLE: &str = "Unit yang dinilai";
pub const UNIT_NAME: &str = "Perangkat daerah";
pub const UNIT_NAME_HINT: &str = "Nama resmi, misalnya Dinas Sosial. Boleh dikosongkan untuk latihan.";
pub const UNIT_PEMDA: &str = "Pemerintah daerah";
pub const UNIT_PEMDA_HINT: &str = "Misalnya Kabupaten Contoh";
pub const UNIT_KIND: &str = "Jenis unit";
pub const UNIT_KIND_HINT: &str = "Beberapa indikator hanya berlaku bagi jenis tertentu.";
pub const UNIT_KIND_NONE: &str = "Pilih jenis unit";
pub const UNIT_YEAR: &str = "Tahun penilaian";
pub const YEAR_PROBLEM: &str = "Isi tahun dengan empat angka, misalnya 2026.";
pub const YEAR_OUTSIDE: &str =
    "Tahun ini di luar masa berlaku instrumen; hasilnya hanya untuk latihan atau pembanding.";
pub const IDENTITY: &str = "Ubah identitas unit dan tahun";
pub const BEGIN: &str = "Mulai mengisi";
pub const KINDS: [&str; 12] = [
    "Dinas urusan pendidikan",
    "Dinas urusan kesehatan",
    "Dinas urusan pekerjaan umum",
    "Dinas urusan perumahan rakyat",
    "Dinas urusan ketenteraman, ketertiban, dan pelindungan masyarakat",
    "Dinas urusan sosial",
    "Dinas kependudukan dan pencatatan sipil",
    "Dinas penanaman modal dan pelayanan terpadu satu pintu",
    "Puskesmas",
    "Rumah sakit umum daerah",
    "Sekolah",
    "Unit lain",
];

pub const ABOUT_TITLE: &str = "Tentang dan sumber";
pub const ABOUT_LEAD: &str =
    "Swanilai membantu unit layanan memperkirakan nilainya sendiri sebelum dinilai lembaga yang berwenang.";
pub const METHOD: &str = "Cara menghitung";
pub const METHOD_TEXT: [&str; 4] = [
    "Nilai dihitung tanpa pembulatan di tengah jalan dan dibulatkan sekali di akhir, dua angka di belakang koma, setengah ke atas. Kategori dan zona dibaca dari nilai yang sudah dibulatkan.",
    "Titik adalah perkiraan dari yang terisi, dengan bobot perkiraan. Jawaban yang kosong tidak ikut dihitung di titik.",
    "Kisaran menganggap yang kosong bernilai terendah, lalu tertinggi, dan menggerakkan bobot yang tidak diumumkan di dalam batasnya. Kisaran bila bobotnya sudah pasti memakai bobot perkiraan saja.",
    "Zona, kategori, atau predikat disebut hanya bila kedua ujung kisaran sepakat. Formulir kosong tidak pernah hijau.",
];
pub const LIMITS: &str = "Yang tidak tercakup";
pub const WEIGHTS: &str = "Bobot";
pub const LEGAL: &str = "Dasar hukum";
pub const PRIVACY: &str = "Data Anda";
pub const PRIVACY_TEXT: &str = "Jawaban disimpan di peramban ini saja; di jendela penyamaran semuanya terhapus begitu jendela itu ditutup. Setelah dibuka, Swanilai hanya mengambil berkasnya sendiri dari alamat yang sama; tidak ada yang dikirim.";
/// What holds of this browser, each where `assets/offline.js` says so on the root element.
pub const DEVICE: [(&str, &str); 4] = [
    (
        "ready",
        "Siap dipakai tanpa internet: halaman ini serta semua instrumen dan contohnya ada di perangkat ini.",
    ),
    (
        "none",
        "Belum siap dipakai tanpa internet. Biarkan halaman ini terbuka sebentar selagi tersambung; peramban yang memblokir penyimpanan tidak dapat menyiapkannya.",
    ),
    ("yes", "Peramban berjanji tidak menghapus jawaban Anda sendiri."),
    ("no", "Peramban dapat menghapus jawaban Anda bila tempatnya habis. Unduh berkas secara berkala."),
];
pub const ACCESS: &str = "Aksesibilitas";
pub const ACCESS_TEXT: &str = "Setiap tampilan diperiksa otomatis menurut aturan WCAG 2.2 tingkat AA, pada layar 320 sampai 1366 piksel. Pengisian diuji dengan papan tombol saja, huruf dua kali lebih besar, dan warna kontras tinggi. Pemeriksaan otomatis tidak menemukan semua hambatan, dan pembaca layar belum diuji oleh orang; bila ada yang terhambat, beri tahu pengelola situs ini.";
pub const LICENCE: &str = "Versi dan lisensi";
pub const LICENCE_TEXT: &str =
    "Swanilai memuat karya para pembuat perangkat lunak terbuka, masing-masing dengan lisensinya.";
pub const LICENCES: &str = "Lihat semua lisensi (tab baru)";

/// The running version.
pub fn version(version: &str) -> String {
    format!("Swanilai {version}")
}

/// An instrument's version.
pub fn rubric_version(id: &str, version: &str) -> String {
    format!("{id} versi {version}")
}

/// How much of the weights is firm.
pub const fn weight_basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "bobot diumumkan",
        Basis::Inferred => "bobot disimpulkan",
        Basis::Unpublished => "bobot tidak diumumkan: dibagi rata, bergerak di dalam batasnya",
        Basis::Entered => "bobot diisi perangkat daerah",
    }
}

pub const FORM_TITLE: &str = "Lembar kosong untuk wawancara dan pengamatan";
pub const FORM_LEAD: &str =
    "Tulis jabatan, bukan nama. Wawancara menguji pemahaman; jangan dihafal. Jangan mengarahkan responden.";
pub const TEMPLATE_EXCEL: &str = "Templat Excel";
pub const TEMPLATE_CSV: &str = "Templat CSV";
/// What templates are for.
pub const TEMPLATE_LEAD: &str = "Templat diisi di Excel, lalu dibuka di Beranda dengan Buka berkas.";
pub const FORM_DATE: &str = "Tanggal";
pub const FORM_BY: &str = "Jabatan pengisi";
pub const FORM_EVIDENCE: &str = "Bukti dukung yang sesuai";
pub const FORM_NOTE: &str = "Catatan dan tempat penyimpanan bukti";
pub const FORM_CRITERIA: &str = "Kriteria";

pub const FORM_ANSWER: [&str; 2] = ["Jawaban", "pilih satu"];

/// Over the levels that are asked of several.
pub fn form_answers(panel: &str) -> String {
    format!("Jawaban, pilih satu per {}", panel.to_ascii_lowercase())
}
