//! Sentences for problems: what happened, with what, and what to do.
//!
//! Invariant: one plain sentence or two in Indonesian for every kind, naming the thing; never blame, never jargon.

use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::{Basis, Rubric};

pub use super::json::{is_hidden, seen};

/// What stands wherever an instrument that is none of ours is spoken of.
pub const OWN_RUBRIC: &str = "Instrumen ini dibawa oleh berkas, bukan bawaan Swanilai. Bobot dan batas kategorinya tidak kami periksa.";

/// What follows every reading of a result that rests on weights of the office.
pub const OWN_WEIGHTS: &str = ", dengan bobot diisi perangkat daerah";

/// How firm a weight, bound or rule is.
#[must_use]
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "diumumkan",
        Basis::Inferred => "disimpulkan",
        Basis::Unpublished => "tidak diumumkan",
        Basis::Entered => "diisi perangkat daerah",
    }
}

/// What an instrument calls a category.
#[must_use]
pub fn category_term(rubric: &Rubric) -> &str {
    if rubric.terms.category.is_empty() { "Kategori" } else { &rubric.terms.category }
}

/// What to say about a problem.
#[must_use]
pub fn sentence(problem: &Problem) -> String {
    let at = match &problem.kind {
        Kind::Missing(name) => {
            place(problem.path.strip_suffix(name).unwrap_or_default().trim_end_matches('.'))
        }
        _ => place(&problem.path),
    };
    match &problem.kind {
        Kind::UnknownMember(_)
        | Kind::UnknownIndicator(_)
        | Kind::UnknownSample(_)
        | Kind::UnknownCriterion(_)
        | Kind::ResultDiffers(..)
        | Kind::WrongDigest
        | Kind::OwnRubric
        | Kind::OwnWeights
        | Kind::OtherRubricVersion(..)
        | Kind::OtherRubricDigest
        | Kind::HiddenCharacters
        | Kind::NewerMinor(_) => taken(&problem.kind, &at),
        Kind::Share(_) | Kind::OtherAssessment(_) | Kind::OtherRubric(_) | Kind::SeveralFiles => {
            share(&problem.kind)
        }
        Kind::SumNotHundred(_)
        | Kind::BoundsCannotHold
        | Kind::WeightNotPositive
        | Kind::UnknownReference(_)
        | Kind::DuplicateId(_)
        | Kind::BadId(_)
        | Kind::CategoriesOverlap
        | Kind::CategoriesGap
        | Kind::ZonesFall
        | Kind::ZonesIncomplete
        | Kind::LevelsDoNotRise
        | Kind::LevelsMismatch
        | Kind::MaximumNotPositive
        | Kind::NothingToFill => instrument(&problem.kind, &at),
        _ => refused(&problem.kind, &at),
    }
}

/// The place as a phrase.
fn place(path: &str) -> String {
    if path.is_empty() { "berkas ini".to_owned() } else { format!("“{path}”") }
}

/// A type as people call it.
fn type_name(word: &str) -> &'static str {
    match word {
        "object" => "kumpulan data dalam kurung kurawal { }",
        "list" => "daftar dalam kurung siku [ ]",
        "text" => "teks di antara tanda kutip",
        "number" => "angka tanpa tanda kutip",
        "boolean" => "true atau false",
        "single" => "hanya satu dari level, value, dan notApplicable",
        _ => "bentuk lain",
    }
}

/// What another program's file is.
fn other_file(word: &str) -> &'static str {
    match word {
        "excel" => "Ini berkas Excel.",
        "office" => "Ini dokumen Office lama (.xls, .doc) atau terkunci kata sandi.",
        "zip" => "Ini dokumen Word, OpenDocument (.ods), atau arsip.",
        "pdf" => "Ini berkas PDF.",
        "page" => "Ini halaman web lain, bukan berkas Swanilai.",
        _ => "Ini gambar.",
    }
}

/// Why a file is refused.
fn refused(kind: &Kind, at: &str) -> String {
    match kind {
        Kind::Told(said) => said.clone(),
        Kind::TooLarge(limit) => {
            let (size, unit) =
                if *limit < 1024 * 1024 { (limit / 1024, "KiB") } else { (limit / (1024 * 1024), "MiB") };
            format!(
                "Berkas ini lebih besar dari {size} {unit}. Pastikan Anda memilih berkas penilaian, bukan lampirannya."
            )
        }
        Kind::Unreadable(reason) => {
            format!("Berkas ini tidak dapat dibuka ({reason}). Periksa nama, letak, dan izin berkasnya.")
        }
        Kind::NotUtf8 => {
            "Berkas ini bukan teks UTF-8. Pilih berkas .json yang disimpan dari aplikasi ini, bukan \
                          dokumen atau arsip."
                .to_owned()
        }
        Kind::OtherFile(word @ ("office" | "zip")) => format!(
            "{} Pilih berkas .json dari Swanilai; lembar Excel disimpan dulu sebagai .xlsx tanpa kata sandi.",
            other_file(word)
        ),
        Kind::OtherFile(word) => format!("{} Pilih berkas .json dari Swanilai.", other_file(word)),
        Kind::Empty => {
            "Berkas ini belum berisi apa-apa. Minta pengirim menyimpan ulang lalu mengirimkannya lagi."
                .to_owned()
        }
        Kind::NotJson(line, column) => format!(
            "Isi berkas ini tidak terbaca sebagai JSON mulai baris {line}, kolom {column}. Minta pengirim menyimpan \
             ulang dari aplikasi."
        ),
        Kind::TrailingData => {
            "Ada isi lain sesudah data penilaian berakhir. Hapus isi tambahan itu atau minta \
                               pengirim menyimpan ulang."
                .to_owned()
        }
        Kind::TooDeep(limit) => format!(
            "Data dalam berkas ini bersusun lebih dari {limit} tingkat. Pastikan Anda memilih berkas penilaian."
        ),
        Kind::DuplicateKey(name) => format!(
            "Bagian “{name}” tertulis dua kali di {at}, sehingga tidak jelas mana yang berlaku. Hapus salah satunya."
        ),
        Kind::WrongType(expected) => {
            format!(
                "Isi {at} seharusnya {}. Perbaiki bagian itu atau minta pengirim menyimpan ulang.",
                type_name(expected)
            )
        }
        Kind::Missing(name) => format!(
            "Bagian “{name}” belum ada di {at}. Lengkapi bagian itu atau minta pengirim menyimpan ulang."
        ),
        Kind::NumberOutOfRange => {
            format!("Angka di {at} terlalu besar atau terlalu kecil. Periksa kembali angkanya.")
        }
        Kind::NumberTooPrecise(places) => {
            format!(
                "Angka di {at} memakai terlalu banyak angka di belakang koma. Bulatkan, paling banyak {places} angka."
            )
        }
        Kind::WrongFormat(name) => format!(
            "Ini bukan jenis berkas yang diminta: di dalamnya tertulis “{name}”. Pilih berkas yang sesuai."
        ),
        Kind::NewerFormat(version) => format!(
            "Berkas ini dibuat dengan format {version}; aplikasi ini membaca sampai 1.x. Minta pengirim menyimpan \
             ulang, atau perbarui aplikasi."
        ),
        Kind::UnknownRubric(id) => format!(
            "Instrumen “{id}” tidak ada di aplikasi ini dan salinannya tidak disertakan. Minta pengirim menyertakan \
             instrumennya, atau perbarui aplikasi."
        ),
        Kind::ShippedRubric(id) => format!(
            "Kode “{id}” sudah dipakai instrumen bawaan aplikasi ini. Ganti id di berkas itu, misalnya “{id}-kami”, lalu \
             buka lagi."
        ),
        Kind::NotFillable(id) => format!(
            "Instrumen “{id}” hanya untuk mencatat nilai resmi, tidak untuk diisi. Jawaban yang ada tetap disimpan \
             tetapi tidak dihitung."
        ),
        Kind::OutsideScale(given) => {
            format!(
                "Isi {at}, yaitu {given}, tidak ada pada skalanya. Pilih tingkat atau nilai yang tersedia."
            )
        }
        Kind::UnknownWord(word) => {
            format!("Kata “{word}” di {at} belum dikenal. Periksa ejaannya atau perbarui aplikasi.")
        }
        Kind::TooLong(limit) => {
            format!(
                "Teks di {at} lebih dari {limit} huruf. Isinya tetap disimpan; ringkas agar mudah dibaca."
            )
        }
        Kind::TooMany(limit) => format!("Isi {at} lebih dari {limit} butir. Kurangi jumlahnya."),
        Kind::NotApplicableRefused => {
            format!(
                "Pilihan tidak relevan di {at} tidak diperbolehkan instrumen ini. Pilih salah satu tingkat atau nilainya."
            )
        }
        _ => format!("Ada yang perlu diperiksa di {at}."),
    }
}

/// What is to be said about shares, and about several files.
fn share(kind: &Kind) -> String {
    match kind {
        Kind::Share(by) => format!(
            "Berkas ini bagian {by} dari sebuah penilaian, bukan penilaian utuh. Tidak ada nilai perangkat daerah yang \
             dapat dibaca darinya."
        ),
        Kind::OtherRubric(id) => format!(
            "Bagian ini menjawab instrumen lain, “{id}”. Jawabannya tidak dapat digabung; minta pengirim mengisi berkas \
             bagian yang Anda kirim kepadanya."
        ),
        Kind::OtherAssessment(_) => {
            "Bagian ini bukan dari penilaian yang dibuka. Minta pengirim mengisi berkas bagian \
                                     yang Anda kirim kepadanya."
                .to_owned()
        }
        _ => "Berkas dibuka satu per satu; beberapa sekaligus hanya bagian-bagian dari satu penilaian."
            .to_owned(),
    }
}

/// What is to be said about a file that is taken.
fn taken(kind: &Kind, at: &str) -> String {
    match kind {
        Kind::UnknownIndicator(id) => format!(
            "Indikator “{id}” tidak ada di instrumen ini. Jawabannya tetap disimpan tetapi tidak dihitung; periksa \
             instrumen dan versinya."
        ),
        Kind::UnknownSample(id) => format!(
            "Produk atau narasumber “{id}” di {at} tidak ada dalam daftar. Jawabannya tetap disimpan tetapi tidak \
             dihitung; tambahkan ke daftar bila perlu."
        ),
        Kind::UnknownCriterion(id) => format!(
            "Kriteria “{id}” di {at} tidak ada di instrumen ini. Jawabannya tetap disimpan tetapi tidak dihitung."
        ),
        Kind::UnknownMember(name) => format!(
            "Bagian “{name}” di {at} belum dikenal aplikasi ini. Isinya tetap disimpan dan ikut saat berkas disimpan lagi."
        ),
        Kind::ResultDiffers(stored, now) => format!(
            "Hasil yang tersimpan di {at} ({}) berbeda dari hitungan ulang ({}). Yang dipakai hitungan ulang; tanyakan \
             kepada pengirim bila perlu.",
            comma(stored),
            comma(now)
        ),
        Kind::WrongDigest => {
            "Isi berkas ini berubah sejak disimpan aplikasi. Bila bukan Anda yang mengubahnya, \
                              cocokkan dengan pengirim."
                .to_owned()
        }
        Kind::OwnRubric => OWN_RUBRIC.to_owned(),
        Kind::OwnWeights => {
            "Nilai berkas ini dihitung dengan bobot diisi perangkat daerah. Cocokkan dengan sumbernya."
                .to_owned()
        }
        Kind::OtherRubricVersion(made, here) => format!(
            "Berkas ini dibuat dengan instrumen versi {made}; aplikasi ini memakai versi {here}. Periksa kembali \
             jawaban dan nilainya."
        ),
        Kind::OtherRubricDigest => {
            "Aturan hitung instrumen saat berkas ini dibuat berbeda dari yang dipakai sekarang. \
                                    Periksa kembali jawaban dan nilainya."
                .to_owned()
        }
        Kind::HiddenCharacters => format!(
            "Teks di {at} memuat karakter yang tidak terlihat; kami menampilkannya sebagai kode. Hapus bila tidak disengaja."
        ),
        Kind::NewerMinor(version) => format!(
            "Berkas ini dibuat dengan format {version}, lebih baru dari aplikasi ini. Bagian yang belum dikenal tetap \
             disimpan; perbarui aplikasi agar semuanya terbaca."
        ),
        _ => refused(kind, at),
    }
}

/// What does not hold together in an instrument.
fn instrument(kind: &Kind, at: &str) -> String {
    match kind {
        Kind::SumNotHundred(sum) => {
            format!("Bobot di {at} berjumlah {}, seharusnya 100. Perbaiki bobotnya.", comma(sum))
        }
        Kind::BoundsCannotHold => {
            format!(
                "Batas bobot di {at} tidak mungkin berjumlah 100 atau tidak memuat nilai kerjanya. Perbaiki batasnya."
            )
        }
        Kind::WeightNotPositive => format!("Bobot di {at} harus lebih dari 0. Perbaiki bobotnya."),
        Kind::UnknownReference(id) => {
            format!(
                "Rujukan “{id}” di {at} tidak ada dalam berkas instrumen. Tambahkan atau perbaiki namanya."
            )
        }
        Kind::DuplicateId(id) => format!("Kode “{id}” di {at} dipakai dua kali. Beri kode yang berbeda."),
        Kind::BadId(id) => format!(
            "Kode “{id}” di {at} tidak dapat dipakai. Pakai huruf, angka, titik, atau tanda hubung, paling banyak 64."
        ),
        Kind::CategoriesOverlap => {
            format!(
                "Batas kategori di {at} tidak lebih rendah dari kategori di atasnya. Urutkan dari yang tertinggi."
            )
        }
        Kind::CategoriesGap => format!(
            "Kategori di {at} tidak mencakup seluruh nilai. Kategori terendah mulai dari 0 dan yang tertinggi tidak \
             melebihi nilai maksimum."
        ),
        Kind::ZonesFall => format!("Zona di {at} menurun saat nilainya naik. Perbaiki urutan zona."),
        Kind::ZonesIncomplete => {
            format!(
                "Sebagian kategori berzona dan sebagian tidak, mulai {at}. Isi semuanya atau tidak sama sekali."
            )
        }
        Kind::LevelsDoNotRise => {
            format!(
                "Tingkat pada skala {at} tidak naik dari yang terendah, atau kurang dari dua. Perbaiki urutannya."
            )
        }
        Kind::LevelsMismatch => {
            format!("Rumusan tingkat di {at} tidak cocok dengan skalanya. Samakan jumlah dan nilainya.")
        }
        Kind::MaximumNotPositive => {
            format!("Nilai maksimum di {at} harus lebih dari 0 dan paling besar 1.000. Perbaiki angkanya.")
        }
        Kind::NothingToFill => {
            format!(
                "Di {at} tidak ada indikator yang dihitung. Tambahkan indikator atau tandai instrumen tidak untuk diisi."
            )
        }
        _ => refused(kind, at),
    }
}

/// A number as Indonesian prose writes it; any other text as it is.
fn comma(text: &str) -> String {
    let number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    if number { text.replace('.', ",") } else { text.to_owned() }
}

#[cfg(test)]
mod tests;
