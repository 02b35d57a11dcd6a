//! Words about the recapitulation.
//!
//! Invariant: plain Indonesian that fits a phone; nothing here promises more than the files say.

use crate::domain::number::{Range, Score};
use crate::domain::recap::{Priorities, Row};
use crate::domain::rubric::Basis;
use crate::domain::scorecard::Progress;
use crate::domain::zone::{Category, Subject};
use crate::format::wording::seen;
use crate::ui::recap::Column;
use crate::ui::text::{common, number};

/// Title of the view.
pub const TITLE: &str = "Rekap";
pub const LEAD: &str = "Untuk Bagian Organisasi: gabungkan berkas banyak perangkat daerah menjadi satu gambaran. Semua dihitung di perangkat ini; tidak ada berkas yang dikirim.";
pub const CLOSE: &str = "Tutup";
pub const PARTS_OF: &str = "Bagian rekap";
/// The parts of the view: address, name.
pub const PARTS: [(&str, &str); 7] = [
    ("unit", "Daftar unit"),
    ("", "Berkas"),
    ("tabel", "Tabel"),
    ("pemda", "Pemda"),
    ("masalah", "Masalah"),
    ("banding", "Bandingkan"),
    ("kertas", "Kertas"),
];

// Berkas.
pub const DROP: &str = "Jatuhkan atau pilih berkas";
pub const DROP_BEFORE: &str = "Jatuhkan atau pilih berkas pembanding";
pub const DROP_HINT: &str = "Berapa pun jumlahnya: berkas satu per satu, satu folder, atau satu berkas zip. Urutan tidak berpengaruh. Berkas tidak disimpan di sini: setelah halaman dimuat ulang, pilih lagi.";
pub const CHOOSE_FILES: &str = "Pilih berkas";
pub const CHOOSE_FOLDER: &str = "Pilih folder";
pub const STOP: &str = "Hentikan";
pub const COME: &str = "Yang sudah masuk";
pub const TO_TABLE: &str = "Lihat tabel unit";
pub const TO_PEMDA: &str = "Lihat nilai pemda, sebaran, dan prioritas";
pub const TO_TROUBLES: &str = "Lihat masalah dan yang tidak dihitung";
pub const NO_LIST: &str =
    "Belum ada daftar unit. Tanpa daftar, semua unit yang berkasnya masuk ikut dihitung.";
pub const TO_LIST: &str = "Buka daftar unit";
pub const TO_FILES: &str = "Pilih berkas";
pub const NO_FILES: &str = "Belum ada berkas.";
pub const NO_INSTRUMENT: &str = "Tidak satu pun berkas dapat dihitung.";
pub const BLOCKED: &str = "Peramban menahan unduhan di sini. Buka Swanilai di tab sendiri, lalu unduh lagi.";
pub const OPEN: &str = "Buka";

// Instrumen.
pub const INSTRUMENT: &str = "Instrumen";
pub const WHY_NOT: &str = "Mengapa ada yang tidak dihitung?";

// Tabel.
pub const FIND: &str = "Cari unit";
pub const KIND: &str = "Jenis unit";
pub const ALL_KINDS: &str = "Semua jenis";
pub const GROUP: &str = "Kelompokkan menurut jenis";
pub const EXPORT: &str = "Unduh rekap (JSON)";
pub const EXPORT_EXCEL: &str = "Unduh rekap (Excel)";
pub const EXPORT_CSV: &str = "Unduh rekap (CSV)";
pub const TOO_MANY_LINES: &str =
    "Unit ini terlalu banyak untuk Excel yang dibuat di peramban. Pakai Unduh rekap (CSV).";
pub const UNITS_CAPTION: &str = "Unit yang dihitung. Tekan judul kolom untuk mengurutkan.";
/// What the table is ordered by, with the heading of the column.
pub const COLUMNS: [(Column, &str); 13] = [
    (Column::Name, "Unit"),
    (Column::Point, "Perkiraan nilai"),
    (Column::Low, "Kisaran"),
    (Column::Category, "Kategori"),
    (Column::Supported, "Didukung bukti"),
    (Column::Progress, "Terisi"),
    (Column::Assumed, "Asumsi"),
    (Column::NotRelevant, "Tidak relevan"),
    (Column::Verified, "Verifikasi"),
    (Column::Official, "Resmi"),
    (Column::Status, "Status"),
    (Column::Date, "Terakhir diubah"),
    (Column::Troubles, "Catatan"),
];
pub const DOCUMENT: &str = "Berkas";
pub const EARLIER: &str = "Sebelumnya";
pub const LATER: &str = "Berikutnya";
pub const LEAVES: &str = "tidak relevan bagi unit ini";
pub const LEAVES_SHORT: &str = "TR";

// Pemda.
pub const WHOLE: &str = "Nilai pemda";
pub const WHOLE_COLUMNS: [&str; 5] = ["Angka", "Nilai", "Kisaran", "Kategori", "Unit"];
pub const SUPPORTED: &str = "didukung bukti";
pub const UNITS: &str = "Unit";
pub const PEMDA: &str = "Pemerintah daerah";
pub const NO_PEMDA: &str = "Tanpa nama pemda";
pub const ALL_UNITS: &str = "Semua unit";
/// The lines above those of the scenarios.
pub const TICKED_NOW: &str = "Centang sekarang";
pub const NO_UNITS: &str = "Tidak ada unit yang dihitung.";
pub const IF: &str = "Bila lokusnya lain";
pub const SCENARIO: &str = "Skenario";
pub const SPREAD: &str = "Sebaran kategori";
pub const CATEGORY: &str = "Kategori";
pub const NOT_TOLD: &str = "Belum dapat ditentukan";
pub const RANKING: &str = "Peringkat";
pub const MEASURE: &str = "Menurut";
pub const MEASURES: [&str; 5] =
    ["Perkiraan nilai", "Batas bawah kisaran", "Didukung bukti", "Hasil verifikasi", "Hasil resmi"];
pub const RANK_COLUMNS: [&str; 5] = ["Peringkat", "Unit", "Nilai", "Terisi", "Kategori"];
/// In place of a rank.
pub const UNRANKED: &str = "–";
/// Why some have none.
pub const NOT_RANKED: &str =
    "Unit yang belum seluruhnya terisi tidak diperingkat: nilainya baru rata-rata yang terisi.";
pub const NO_FIGURE: &str = "Tidak ada unit yang punya angka ini.";
pub const LACKING: &str = "Bukti yang paling banyak belum ada";
pub const NOTHING_LACKING: &str = "Semua bukti yang diminta sudah sesuai.";
pub const LACKING_UNITS: &str = "Unit yang belum";
pub const FIRST: &str = "Perbaikan yang paling mengangkat nilai pemda";
pub const STEP_COLUMNS: [&str; 4] = ["Unit dan indikator", "Sekarang", "Menjadi", "Nilai unit"];
pub const HEAT: &str = "Indikator di semua unit, yang terlemah lebih dulu";
pub const HEAT_HINT: &str = "Angka adalah bagian dari nilai penuh dalam persen; makin gelap makin lemah. Tanda – berarti belum diisi, TR berarti tidak relevan.";
pub const HEAT_COLUMNS: [&str; 3] = ["Indikator", "Rata-rata", "Terisi"];

// Bandingkan.
pub const COMPARE_HINT: &str = "Bandingkan berkas di bagian Berkas dengan kumpulan lain: tahun lalu dengan tahun ini, atau sebelum dengan sesudah pendampingan. Berkas pembanding dijatuhkan di sini.";
pub const COMPARE_COLUMNS: [&str; 4] = ["Unit", "Pembanding", "Sekarang", "Selisih"];
pub const NONE_BEFORE: &str = "Tidak satu pun berkas pembanding memakai instrumen yang sama.";
pub const MEAN: &str = "Rata-rata";
pub const SAME_OFFICES: &str = "Unit yang ada di keduanya";

/// What a word begins a line with.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How a table of figures names an office.
pub fn office(row: &Row) -> String {
    if row.name.trim().is_empty() { "Unit tanpa nama".to_owned() } else { seen(&row.name) }
}

/// A number behind the name of a part.
pub fn counted(count: usize) -> String {
    format!(" ({count})")
}

/// Which instrument is looked at.
pub fn instrument(name: &str) -> String {
    format!("Instrumen: {}", seen(name))
}

/// An instrument with how many files use it.
pub fn of_files(name: &str, count: usize) -> String {
    format!("{} ({count} berkas)", seen(name))
}

/// How many files count.
pub fn counted_of(counted: usize, files: usize) -> String {
    format!("{counted} unit dihitung dari {files} berkas.")
}

/// How far the reading is.
pub fn progress(done: usize, total: usize) -> String {
    format!("Membaca {done} dari {total} berkas …")
}

/// What a reading came to.
pub fn ended(done: usize, same: usize) -> String {
    if same == 0 {
        return format!("{done} berkas dibaca.");
    }
    format!("{done} berkas dibaca; {same} di antaranya sama persis dengan yang sudah ada dan tidak diulang.")
}

/// A reading that was stopped.
pub fn stopped(done: usize, total: usize) -> String {
    format!(
        "Dihentikan: baru {done} dari {total} berkas yang dibaca. Sisanya tidak ikut dihitung; pilih lagi untuk membacanya."
    )
}

/// More files than are read at a time.
pub fn too_many(most: usize) -> String {
    format!(
        "Berkasnya terlalu banyak: {most} yang pertama dibaca, sisanya tidak. Bagi menjadi beberapa folder."
    )
}

/// Taking files away.
pub fn empty(count: usize) -> String {
    format!("Kosongkan ({count} berkas)")
}

/// The name of a file whose own is taken.
pub fn again(name: &str, turn: usize) -> String {
    format!("{name} ({turn})")
}

/// What happened to a file that was handed out.
pub fn handed_out(name: &str) -> String {
    format!("{name} diserahkan ke peramban untuk diunduh.")
}

/// The name of the recapitulation's file.
pub fn recap_name(day: &str, ending: &str) -> String {
    format!("rekap_{day}.{ending}")
}

/// Where one stands in a list of several pages.
pub fn page(at: usize, pages: usize, count: usize) -> String {
    format!("Halaman {} dari {pages} ({count} baris)", at + 1)
}

/// How many offices were found.
pub fn found(found: usize, all: usize) -> String {
    if found == all { format!("{all} unit.") } else { format!("{found} dari {all} unit.") }
}

/// The range without what unpublished weights leave open.
pub fn answers_alone(range: Range) -> String {
    format!("bila bobot pasti: {}", number::range(range))
}

/// How much is filled in.
pub fn progress_of(progress: Progress) -> String {
    of(progress.answered, progress.total)
}

/// Some of several.
pub fn of(some: usize, all: usize) -> String {
    format!("{some} dari {all}")
}

/// A category or two, with the zones beside them.
pub fn reading(low: &str, high: &str, zones: &[&str]) -> String {
    let zones = zones.join(" sampai ");
    let category = if low == high { low.to_owned() } else { format!("{low} sampai {high}") };
    if zones.is_empty() { category } else { format!("{category} · {zones}") }
}

/// What a number of troubles belongs to.
pub fn troubles_of(office: &str) -> String {
    format!(" catatan untuk {office}")
}

/// Offices of one kind.
pub fn group(kind: &str, count: usize, mean: Option<Score>) -> String {
    let kind = if kind.trim().is_empty() { "Tanpa jenis".to_owned() } else { seen(kind) };
    match mean {
        Some(mean) => format!("{kind} · {count} unit · rata-rata {}", number::score(mean)),
        None => format!("{kind} · {count} unit"),
    }
}

/// Which offices count.
pub fn ticks(ticked: usize, listed: usize) -> String {
    match (ticked, listed) {
        (_, 0) => "Semua unit yang berkasnya masuk ikut dihitung.".to_owned(),
        (0, _) => {
            "Belum ada unit yang dicentang sebagai lokus: semua unit yang berkasnya masuk ikut dihitung."
                .to_owned()
        }
        _ => format!("Yang dihitung hanya lokus: {ticked} unit yang dicentang di Daftar unit."),
    }
}

/// What the figures under a heading are of.
pub fn of_which(counted: usize, ticked: usize) -> String {
    if ticked == 0 {
        return format!("Atas semua {counted} unit yang berkasnya dihitung.");
    }
    format!("Atas {counted} unit lokus yang berkasnya dihitung, dari {ticked} unit yang dicentang.")
}

/// Why an instrument's scores are not averaged.
pub fn refused(reason: &str) -> String {
    format!("Nilai pemda tidak dihitung: {reason}")
}

/// What the rule rests on.
pub fn rule(basis: Basis) -> String {
    format!(
        "Rata-rata sederhana nilai unit yang dihitung, masing-masing dibulatkan dua angka; aturan ini {}. {}",
        common::basis(basis),
        common::NOT_OFFICIAL
    )
}

/// Files of several local governments.
pub fn several(count: usize) -> String {
    format!("Berkas ini dari {count} pemerintah daerah; masing-masing dihitung sendiri.")
}

/// A category by its code and name.
pub fn category(category: &Category) -> String {
    let name = category.name(Subject::Pemda);
    if name.is_empty() { category.id.to_string() } else { format!("{} ({name})", category.id) }
}

/// A count as a part of the greatest, in percent for an SVG attribute.
pub fn part_of(count: usize, most: usize) -> String {
    format!("{}%", count * 100 / most.max(1))
}

/// A part of full, from hundredths of a percent: `74,50%`.
pub fn share(share: u16) -> String {
    format!("{}%", number::score(Score::from_hundredths(share.into())))
}

/// The same in whole percent, half up, where there is little room.
pub fn whole_share(share: u16) -> String {
    (share.saturating_add(50) / 100).to_string()
}

/// By how much a score changes, with its sign.
pub fn more(points: Score) -> String {
    let sign = if points.hundredths() > 0 { "+" } else { "" };
    format!("{sign}{}", number::score(points)).replace('-', "−")
}

/// All documents that offices lack.
pub fn all_lacking(count: usize) -> String {
    format!("Tampilkan semua ({count})")
}

/// By which number the distribution counts, each side by its name.
pub fn spread(own: &str, verified: &str, official: &str) -> String {
    format!(
        "{own}: satu kategori hanya bila kisaran jawabannya seluruhnya di kategori itu; selebihnya {NOT_TOLD}. Tabel memakai kisaran penuh, termasuk bobot yang belum pasti, jadi di sana unit yang sama dapat tertulis dua kategori. {verified} dan {official} dihitung menurut angkanya."
    )
}

/// More offices than priorities are reckoned for.
pub fn too_many_units(most: usize) -> String {
    format!(
        "Lebih dari {most} unit: centang lokusnya dulu di Daftar unit, lalu perbaikan dihitung untuk unit itu."
    )
}

/// What it takes to lift the mean, whose range begins at `low`. Where that is lower still, weights are open, and all of
/// it holds for those that are reckoned with.
pub fn priorities(found: &Priorities, low: Score, target: &str) -> String {
    let (before, after) = (number::score(found.before), number::score(found.after));
    let said = if !found.reachable {
        format!(
            "Dari {before}, kategori {target} tidak tercapai tahun ini walau semua yang dapat diperbaiki unit diperbaiki ({after})."
        )
    } else if found.steps.is_empty() {
        format!("Kategori {target} sudah tercapai ({before}, yang belum diisi dihitung terendah).")
    } else {
        let end = if low < found.before { "" } else { "batas bawahnya, " };
        let fewest =
            if found.proved { "Lebih sedikit tidak cukup." } else { "Mungkin ada cara yang lebih sedikit." };
        format!(
            "{} perbaikan membawa nilai pemda dari {end}{before} (yang belum diisi dihitung terendah), ke {after}, kategori {target}. {fewest}",
            found.steps.len()
        )
    };
    if low < found.before {
        let low = number::score(low);
        format!(
            "{said} Semua ini hanya berlaku bila bobot yang dipakai di sini pasti; karena bobotnya belum pasti, batas bawah kisaran sekarang {low}, dan kategori itu belum terjamin."
        )
    } else {
        said
    }
}

/// How many offices are in both collections.
pub fn compared(count: usize) -> String {
    format!("Perubahan {count} unit")
}

/// Names in one line; where there are more, how many.
pub fn names(names: &[String], count: usize) -> String {
    let more = count - names.len();
    let list = names.join(", ");
    if more > 0 { format!("{list}, dan {more} lainnya") } else { list }
}

/// Offices that are only in the later collection.
pub fn only_now(names: &str) -> String {
    format!("Hanya di kumpulan sekarang: {names}.")
}

/// Offices that are only in the earlier collection.
pub fn only_before(names: &str) -> String {
    format!("Hanya di kumpulan pembanding: {names}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recap::Improvement;

    #[test]
    fn where_weights_are_open_improvements_promise_nothing_beyond_those_that_are_reckoned_with() {
        let (before, after) = (Score::from_hundredths(5_534), Score::from_hundredths(7_800));
        for (reachable, steps) in [(true, 1), (true, 0), (false, 0)] {
            let step =
                Improvement { place: 0, at: (0, 0), from: 0, to: 0, points: Score::from_hundredths(100) };
            let steps = vec![step; steps];
            let found = Priorities { target: 0, before, after, reachable, steps, proved: true, bound: 1 };
            let firm = priorities(&found, before, "Baik");
            assert!(!firm.contains("bobot"), "{firm}");
            let open = priorities(&found, Score::from_hundredths(3_991), "Baik");
            assert!(open.contains("bila bobot") && open.contains("39,91"), "{open}");
            assert!(!open.contains("batas bawahnya, 55,34"), "{open}");
        }
    }
}
