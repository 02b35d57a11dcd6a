//! Words about what is wrong with files of a collection.
//!
//! Invariant: each trouble and each reason has a name and what to do about it; never blame, never jargon.

use crate::domain::Text;
use crate::domain::problem::Problem;
use crate::domain::recap::{Others, Reason, Trouble};
use crate::domain::rubric::Rubric;
use crate::format::wording::{seen, sentence};

pub const NONE: &str = "Tidak ada masalah: semua berkas dihitung tanpa catatan.";
pub const PARTS: &str = "Gabungkan dulu";
pub const MERGE: &str = "Bagian tidak dihitung sendiri-sendiri. Gabungkan di sini: hasilnya menjadi satu berkas lagi di rekap, dan jawaban yang bertentangan tetap berdampingan sampai unit memilih.";
pub const MERGE_NOW: &str = "Gabungkan dan hitung";
pub const MERGED_BEFORE: &str =
    "Bagian-bagian itu tidak membawa hal baru: semuanya sudah ada di berkas utuhnya.";
pub const LISTS: &str = "Daftar unit di antara berkas";
pub const NOTED: &str = "Dihitung atau tidak, ini perlu diketahui";
/// Problems of one file that are said.
const FEW: usize = 3;

/// How many files are not counted.
pub fn not_counted(count: usize) -> String {
    format!("{count} berkas tidak dihitung")
}

/// Parts of one assessment; one alone lies beside its whole.
pub fn parts(office: &str, count: usize) -> String {
    match count {
        1 => format!("{office}: satu bagian di samping berkas utuhnya"),
        _ => format!("{office}: {count} bagian dari satu penilaian"),
    }
}

/// A trouble with the number of files it is about.
pub fn heading(title: &str, count: usize) -> String {
    format!("{title} ({count})")
}

/// Files that are not listed.
pub fn rest(count: usize) -> String {
    format!("dan {count} berkas lainnya.")
}

/// Parts were merged into a file of this name; indicators with several answers, and parts that did not fit.
pub fn merged(file: &str, open: usize, misfits: &[&Text]) -> String {
    let mut said = vec![format!("Digabung menjadi {} dan dimasukkan ke rekap.", seen(file))];
    if open > 0 {
        said.push(format!(
            "{open} indikator punya lebih dari satu jawaban. Sampai dipilih, jawaban itu tidak dihitung di berkas gabungan, dan berkas lama yang lengkap tetap yang dihitung: buka berkas gabungan di Masalah, lalu pilih di Bagi tugas."
        ));
    }
    if !misfits.is_empty() {
        let names: Vec<String> = misfits.iter().map(|name| seen(name)).collect();
        said.push(format!("Tidak ikut karena instrumennya lain: {}.", names.join(", ")));
    }
    said.join(" ")
}

/// Parts that were not merged because one of them cannot be read any more.
pub fn not_merged(file: &str) -> String {
    format!("Belum digabung: {} tidak dapat dibuka lagi. Pilih ulang berkasnya.", seen(file))
}

/// An instrument of this build that could not be loaded, and what to do.
pub const NOT_LOADED: (&str, &str) = (
    "Instrumen belum termuat",
    "Instrumennya ada di aplikasi ini tetapi tidak dapat dimuat; berkasnya tidak salah. Tekan Coba muat lagi di atas.",
);

/// Why a file cannot be read.
pub fn problems(problems: &[Problem]) -> String {
    let said: Vec<String> = problems.iter().take(FEW).map(sentence).collect();
    said.join(" ")
}

/// The name of a reason, and what to do.
pub const fn reason(reason: &Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Unreadable => {
            ("Tidak dapat dibaca", "Minta unit mengirim ulang berkas .json yang disimpan dari aplikasi ini.")
        }
        Reason::UnknownInstrument(_) => (
            "Instrumen tidak dikenal",
            "Instrumennya tidak ada di aplikasi ini dan tidak ikut dalam berkasnya. Minta unit mengirim ulang dengan instrumen disertakan, atau tambahkan instrumen itu di sini.",
        ),
        Reason::OlderFormat(_) => (
            "Format lama",
            "Format ini tidak dibaca lagi. Minta unit membuka berkasnya di aplikasi yang dulu dipakai, lalu menyimpannya dengan versi sekarang.",
        ),
        Reason::NewerFormat(_) => (
            "Format lebih baru",
            "Berkas ini dibuat dengan versi yang lebih baru. Perbarui aplikasi ini, atau minta unit menyimpan ulang.",
        ),
        Reason::Part => (
            "Baru bagian dari penilaian",
            "Ini bagian yang disiapkan satu orang. Bila bagian lainnya atau berkas utuhnya ada di sini, gabungkan di atas; bila belum, minta koordinator unit mengirim berkas utuhnya.",
        ),
        Reason::Example => {
            ("Contoh terisi", "Ini contoh bawaan dengan jawaban karangan, bukan penilaian unit.")
        }
        Reason::Practice => (
            "Latihan",
            "Ini latihan, bukan penilaian kantor mana pun. Minta unit mengirim berkas penilaiannya.",
        ),
        Reason::OtherInstrument(_) => (
            "Instrumen lain",
            "Diisi dengan instrumen lain, jadi tidak dirata-ratakan bersama. Pilih instrumen itu di atas untuk melihatnya sendiri.",
        ),
        Reason::CarriedRubric => (
            "Instrumen bawaan berkas",
            "Instrumennya dibawa oleh berkas itu sendiri dan bobotnya tidak kami periksa, jadi tidak dicampur.",
        ),
        Reason::OtherCopy => (
            "Instrumen lain dengan nama yang sama",
            "Instrumen yang dibawa berkas ini bernama sama dengan yang dihitung di sini, tetapi aturannya lain. Yang dihitung adalah instrumen dari berkas terbanyak. Pastikan semua unit memakai instrumen yang sama.",
        ),
        Reason::OtherFile(_) => (
            "Ada berkas lain dari unit yang sama",
            "Yang dihitung adalah berkas lengkap yang terakhir diubah. Bila keliru, keluarkan berkas yang tidak dipakai lalu pilih ulang.",
        ),
        Reason::NotChosen => ("Bukan lokus", "Unitnya tidak dicentang sebagai lokus di Daftar unit."),
    }
}

/// What is said of one file under a reason; `name` says what an instrument is called.
pub fn reason_detail(reason: &Reason, name: &dyn Fn(&str) -> String) -> String {
    match reason {
        Reason::OlderFormat(version) | Reason::NewerFormat(version) => format!("format {}", seen(version)),
        Reason::OtherInstrument(id) => seen(&name(id)),
        Reason::OtherFile(file) => format!("yang dihitung {}", seen(file)),
        _ => String::new(),
    }
}

/// The name of a trouble, and what to do.
pub const fn trouble(trouble: &Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::Part(_) => (
            "Beberapa bagian dari satu penilaian",
            "Gabungkan dulu bagian-bagiannya; tidak satu pun dihitung sendiri.",
        ),
        Trouble::SameOffice(_) => (
            "Satu unit mengirim lebih dari satu berkas",
            "Hanya satu yang dihitung: yang lengkap dan terakhir diubah. Pastikan kepada unit mana yang benar.",
        ),
        Trouble::SharedId(_) => (
            "Tanda pengenal berkas dipakai beberapa unit",
            "Biasanya karena satu berkas disalin untuk banyak unit. Semuanya tetap dihitung; periksa apakah jawabannya memang milik unit itu.",
        ),
        Trouble::Nameless => ("Nama unit kosong", "Minta unit mengisi nama kantornya, lalu mengirim ulang."),
        Trouble::OtherYear(_) => (
            "Tahun penilaian lain",
            "Berkas ini untuk tahun lain daripada kebanyakan. Pastikan bukan berkas tahun lalu.",
        ),
        Trouble::NewerMinor(_) => (
            "Dibuat dengan versi yang sedikit lebih baru",
            "Dibaca sejauh dikenal. Perbarui aplikasi ini agar tidak ada yang terlewat.",
        ),
        Trouble::OtherVersion(_) => (
            "Versi instrumen lain",
            "Jawabannya dihitung dengan versi instrumen yang ada di sini. Minta unit membuka dan menyimpan ulang dengan versi ini.",
        ),
        Trouble::OtherRules => (
            "Aturan hitung instrumen lain",
            "Versinya sama tetapi aturan hitungnya berbeda. Nilainya dihitung dengan aturan yang ada di sini.",
        ),
        Trouble::WrongDigest => (
            "Isi berubah di luar aplikasi",
            "Isi berkas tidak cocok dengan sidiknya: mungkin disunting di luar aplikasi atau rusak. Tanyakan kepada unit.",
        ),
        Trouble::StoredDiffers => (
            "Nilai di berkas berbeda dari hasil hitung",
            "Nilai yang tertulis tidak dipakai; yang dihitung adalah jawabannya.",
        ),
        Trouble::RestsOnLeaving(_) => (
            "Banyak yang tidak relevan",
            "Lebih dari seperempat bobot sebuah dimensi tidak dihitung. Periksa alasannya sebelum memakai nilainya.",
        ),
        Trouble::OwnWeights => (
            "Bobot diisi unit",
            "Unit ini memasukkan bobot sendiri, jadi nilainya dihitung dengan bobot yang berbeda.",
        ),
        Trouble::OldFindings => (
            "Jawaban berubah sesudah diverifikasi",
            "Sebagian temuan dibuat untuk jawaban yang kini sudah lain. Verifikasi ulang indikator itu sebelum memakai nilainya.",
        ),
        Trouble::Unknown(..) => (
            "Berisi hal yang tidak dikenal",
            "Yang tidak dikenal atau tidak terbaca tidak ikut dihitung. Buka berkasnya untuk melihat semuanya, lalu tanyakan kepada unit.",
        ),
        Trouble::Undated => (
            "Waktu perubahan tidak terbaca",
            "Di antara beberapa berkas satu unit, berkas ini dianggap yang paling lama. Pastikan kepada unit mana yang terakhir.",
        ),
        Trouble::Ahead => (
            "Waktu perubahan belum tiba",
            "Jam perangkat yang menyimpannya mungkin salah. Di antara beberapa berkas satu unit, berkas ini dianggap yang terbaru; pastikan kepada unit mana yang benar.",
        ),
        Trouble::Blank => ("Belum ada jawaban", "Berkasnya terbaca, tetapi belum ada yang diisi."),
    }
}

/// What is said of one file under a trouble.
pub fn trouble_detail(trouble: &Trouble, rubric: &Rubric, is_out: bool) -> String {
    let said = match trouble {
        Trouble::Part(count) => format!("satu dari {count} bagian"),
        Trouble::SameOffice(others) | Trouble::SharedId(others) => format!("bersama {}", named(others)),
        Trouble::OtherYear(most) => format!("kebanyakan berkas untuk tahun {most}"),
        Trouble::NewerMinor(version) => format!("format {}", seen(version)),
        Trouble::OtherVersion(version) => format!("versi {}, di sini {}", seen(version), rubric.version),
        Trouble::Unknown(1, first) => first.trim_end_matches('.').to_owned(),
        Trouble::Unknown(count, first) => {
            format!("{}; dan {} lagi", first.trim_end_matches('.'), count - 1)
        }
        Trouble::RestsOnLeaving(places) => {
            let names = places.iter().filter_map(|at| rubric.dimensions.get(*at));
            names.map(|dimension| &*dimension.name).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    match (said.is_empty(), is_out) {
        (_, false) => said,
        (true, true) => "tidak dihitung".to_owned(),
        (false, true) => format!("{said}; tidak dihitung"),
    }
}

fn named(others: &Others) -> String {
    let names = others.first.iter().map(|name| seen(name)).collect::<Vec<_>>().join(", ");
    let more = others.count - others.first.len();
    if more > 0 { format!("{names}, dan {more} lainnya") } else { names }
}
