//! What could not be read of a table, and where.
//!
//! Invariant: every trouble names its sheet and address, and says what can be written there.

use super::{Cell, address};

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the sheet; empty where the file has but one.
    pub sheet: String,
    /// Row, from nought.
    pub row: u32,
    /// Column, from nought.
    pub column: u32,
}

/// What is the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The scale does not take it: what was given, what it takes, and whether that are the ends of a stretch.
    Scale(String, Vec<Cell>, bool),
    /// None of a few words: what was given, and the words.
    Word(String, Vec<String>),
    /// No year: what was given.
    Year(String),
    /// No day: what was given, and whether it is until when a document holds.
    Day(String, bool),
    /// The instrument has no such indicator: its code.
    Code(String),
    /// Something is filled in on a line that names no indicator.
    NoCode,
    /// The indicator stands there a second time: its code.
    Doubled(String),
    /// The indicator has no such product, person or criterion: its number.
    Part(String),
    /// One document more than an answer holds: how many it does.
    Full(usize),
    /// What the spreadsheet could not reckon: what it shows instead.
    Fault(String),
}

/// One thing to be said about a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// About a cell.
    Cell(Place, What),
    /// The file is no book that can be read: why, as a word of [`sentence`].
    File(&'static str),
    /// It holds no sheet of answers.
    NoAnswers,
    /// A sheet lacks the column that it is there for: its name, the column's title.
    NoColumn(&'static str, String),
    /// A sheet lacks other columns that are read: its name, their titles.
    NoColumns(&'static str, Vec<String>),
    /// It does not say which instrument it is of.
    NoInstrument,
    /// Made with another version of the instrument: that version, the one at hand.
    OtherVersion(String, String),
    /// What the assessment holds and tables have no place for.
    Kept(Vec<&'static str>),
    /// Troubles that are not told one by one: how many.
    More(usize),
}

/// More bytes than are read.
pub const TOO_LARGE: &str = "large";
/// Not what a spreadsheet is packed as.
pub const NOT_A_BOOK: &str = "book";

/// Stands for what a formula comes to, where no program has left that.
pub const UNRECKONED: &str = "rumus tanpa hasil";

impl Trouble {
    /// What to say.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Cell(place, what) => format!("{}: {}", at(place), about(what)),
            Self::File(TOO_LARGE) => {
                "Isi berkas ini terlalu besar setelah dibuka. Pilih berkas Excel yang disimpan dari Swanilai.".to_owned()
            }
            Self::File(_) => {
                "Berkas ini tidak terbaca sebagai lembar Excel. Simpan sebagai Buku Kerja Excel (.xlsx) tanpa kata sandi, lalu \
                 pilih lagi."
                    .to_owned()
            }
            Self::NoAnswers => {
                "Lembar Jawaban dengan kolom Kode tidak ada di berkas ini. Pakai Templat Excel atau berkas yang diunduh dari \
                 Swanilai."
                    .to_owned()
            }
            Self::NoColumn(sheet, title) => format!(
                "Kolom “{title}” tidak ada di lembar {sheet}, jadi tidak ada jawaban yang dapat diambil. Kembalikan judul kolomnya \
                 seperti di berkas yang diunduh dari Swanilai."
            ),
            Self::NoColumns(sheet, titles) => {
                let titles: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
                format!(
                    "Lembar {sheet} tidak punya kolom {}; isinya tidak diambil dan yang ada di perangkat ini tetap. Bila judulnya \
                     diganti, kembalikan.",
                    listed(&titles, "dan")
                )
            }
            Self::NoInstrument => {
                "Berkas ini tidak menyebut kode instrumennya. Kembalikan baris “Kode instrumen” di lembar Ringkasan.".to_owned()
            }
            Self::OtherVersion(made, here) => format!(
                "Lembar ini dibuat dengan instrumen versi {made}; aplikasi ini memakai versi {here}. Periksa kembali jawabannya."
            ),
            Self::Kept(what) => format!(
                "Lembar ini tidak memuat {}; yang ada di perangkat ini tetap seperti adanya.",
                listed(what, "dan")
            ),
            Self::More(count) => format!("Ada {count} sel lain yang tidak terbaca."),
        }
    }
}

/// Where, as a sentence begins.
fn at(place: &Place) -> String {
    let address = address(place.row, place.column);
    if place.sheet.is_empty() {
        format!("Sel {address}")
    } else {
        format!("Lembar {}, sel {address}", place.sheet)
    }
}

fn about(what: &What) -> String {
    match what {
        What::Scale(given, ends, true) => {
            let said: Vec<String> = ends.iter().map(Cell::said).collect();
            let (stretch, more) = said.split_at_checked(2).unwrap_or((&said, &[]));
            let all = [&[stretch.join(" sampai ")], more].concat();
            format!("“{given}” bukan nilai yang dapat dipakai; isinya {}.", all.join(" atau "))
        }
        What::Scale(given, options, false) => {
            let said: Vec<String> = options.iter().map(Cell::said).collect();
            format!("“{given}” bukan tingkat; pilihannya {}.", listed(&said, "atau"))
        }
        What::Word(given, words) => {
            format!("“{given}” belum dikenal; tulis {} atau kosongkan.", listed(words, "atau"))
        }
        What::Year(given) => format!("“{given}” bukan tahun; tulis empat angka, misalnya 2026."),
        What::Day(given, until) => {
            let so = if *until { " Bukti ini belum dihitung masih berlaku." } else { "" };
            format!(
                "“{given}” bukan tanggal; tulis hari/bulan/tahun, misalnya 31/12/2026, atau kosongkan.{so}"
            )
        }
        What::Code(code) => format!("kode “{code}” tidak ada di instrumen ini; barisnya tidak diambil."),
        What::NoCode => "kodenya kosong; isi kode di baris ini. Barisnya tidak diambil.".to_owned(),
        What::Doubled(code) => format!("kode “{code}” sudah ada di baris lain; baris ini tidak diambil."),
        What::Full(most) => format!(
            "satu jawaban memuat paling banyak {most} bukti dukung; baris ini dan sesudahnya tidak diambil."
        ),
        What::Part(number) => format!("butir “{number}” tidak dikenal; barisnya tidak diambil."),
        What::Fault(shown) => format!("berisi {shown}; perbaiki rumusnya atau ketik nilainya."),
    }
}

/// `a, b, atau c`.
fn listed(words: &[impl AsRef<str>], last: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} {last} {two}"),
        [first @ .., end] => format!("{}, {last} {end}", first.join(", ")),
    }
}
