//! Words of the secretariat's papers: minutes of a verification, the recapitulation, the note, and reminders.
//!
//! Invariant: posts and offices are named, never persons; no word promises an official result.

use crate::domain::assessment::Met;
use crate::domain::number::{Range, Score};
use crate::domain::verification::Count;
use crate::format::wording::seen;
use crate::ui::text::{number, pengisian};

/// How much of a name stands where room is little.
const SHORT: usize = 38;

// The recapitulation.
pub const RECAP: &str = "Rekapitulasi Penilaian Mandiri";
pub const FILES: &str = "Berkas";
pub const AS_OF: &str = "Keadaan per";
pub const PEMDA: &str = "Pemerintah daerah";
pub const LOKUS: &str = "Unit yang dihitung";
pub const RECAP_HEADS: [(&str, usize); 10] = [
    ("Unit", 25),
    ("Perkiraan nilai", 9),
    ("Kisaran jawaban", 12),
    ("Kisaran penuh", 12),
    ("Kategori", 15),
    ("Didukung bukti", 9),
    ("Terisi", 9),
    ("Verifikasi", 9),
    ("Resmi", 7),
    ("Status", 10),
];
pub const UNITS: &str = "Nilai tiap unit";
pub const UNITS_NOTE: &str = "Perkiraan nilai adalah rata-rata yang terisi. Kisaran jawaban memperhitungkan yang belum diisi; kisaran penuh juga memperhitungkan bobot yang tidak diumumkan. Kategori dibaca dari kisaran penuh. Didukung bukti menghitung jawaban tanpa bukti lengkap pada tingkat terendah.";
pub const WHOLE_HEADS: [(&str, usize); 6] = [
    ("Angka", 26),
    ("Nilai", 10),
    ("Kisaran jawaban", 18),
    ("Kisaran penuh", 18),
    ("Kategori", 16),
    ("Unit", 12),
];
pub const SPREAD_HEADS: [(&str, usize); 4] =
    [("Kategori", 40), ("Mandiri", 20), ("Verifikasi", 20), ("Resmi", 20)];
pub const AWAITED: &str = "Belum mengirim berkas";
pub const NO_LIST: &str = "Daftar unit belum dibuat, jadi unit yang belum mengirim tidak diketahui.";
pub const NOT_COUNTED: &str = "Yang tidak dihitung dan sebabnya";
pub const ALL_COUNTED: &str = "Semua berkas dihitung.";
pub const NOT_COUNTED_HEADS: [(&str, usize); 3] = [("Berkas", 34), ("Unit", 26), ("Sebab", 40)];
pub const NOTED: &str = "Catatan atas berkas yang dihitung";
pub const NOTED_HEADS: [(&str, usize); 2] = [("Unit", 34), ("Catatan", 66)];
pub const NOBODY: &str = "Belum ada unit yang dihitung.";
pub const DASH: &str = "–";
pub const MADE_BY: &str = "Disusun oleh";
pub const NOT_OFFICIAL: &str = "Angka di atas adalah hasil penilaian mandiri perangkat daerah dan bukan hasil penilaian lembaga penilai.";
pub const KNOWN_TO: &str = "Mengetahui";
pub const HEAD_OF_ORGANISATION: &str = "Kepala Bagian Organisasi";
pub const SECRETARY: &str = "Sekretaris Daerah";

// The note.
pub const NOTE: &str = "Nota Ringkas";
pub const TO: &str = "Kepada Yth.";
pub const FROM: &str = "Dari";
pub const DAY: &str = "Tanggal";
pub const NUMBER: &str = "Nomor";
pub const ABOUT: &str = "Hal";
pub const SENT: &str = "Siapa yang sudah mengirim";
pub const WEAK: &str = "Siapa yang lemah";
pub const WEAK_HEADS: [(&str, usize); 5] =
    [("Unit", 36), ("Perkiraan", 10), ("Kisaran penuh", 17), ("Kategori", 27), ("Terisi", 10)];
pub const NO_ANSWERS: &str = "Belum ada jawaban mandiri: berkas yang masuk hanya memuat hasil resmi.";
pub const ORDERS: &str = "Untuk diperintahkan minggu ini";
pub const ORDERS_HEADS: [(&str, usize); 3] = [("Perintah", 30), ("Kepada", 50), ("Karena", 20)];
pub const NO_ORDERS: &str =
    "Tidak ada yang mendesak: semua berkas masuk, terisi lengkap, dan bukti yang diminta sesuai.";
pub const DISPOSITION: &str = "Disposisi";

// The minutes.
pub const MINUTES: &str = "Berita Acara Verifikasi Penilaian Mandiri";
pub const MINUTES_FOR: &str = "Nilai mandiri dan nilai verifikasi berdampingan, temuan dengan catatannya, yang tidak diperiksa, dan tempat tanda tangan kedua pihak dan Sekda.";
pub const FIRST_PARTY: &str = "PIHAK PERTAMA";
pub const SECOND_PARTY: &str = "PIHAK KEDUA";
pub const SECRETARIAT: &str = "SEKRETARIAT DAERAH";
pub const RESULT: &str = "Hasil verifikasi";
pub const DETAIL: &str = "Uraian";
pub const SUPPORTED: &str = "Didukung bukti";
/// Where no day is known: room for a hand to write it.
pub const DAY_ROOM: &str = "...................., tanggal .................... bulan .................... tahun ....................";
pub const POINT: &str = "Nilai";
pub const IN_WORDS: &str = "Terbilang";
pub const ANSWERS_RANGE: &str = "Kisaran jawaban";
pub const FULL_RANGE: &str = "Kisaran penuh";
pub const CATEGORY: &str = "Kategori";
pub const FINDINGS: &str = "Temuan";
pub const FINDINGS_HEADS: [(&str, usize); 2] = [("Temuan", 70), ("Jumlah indikator", 30)];
pub const FINDING_AND_NOTE: &str = "Temuan dan catatan pemeriksa";
pub const BY_INDICATOR: &str = "Rincian per indikator";
pub const UNCHECKED: &str = "Yang tidak diperiksa";
pub const ALL_CHECKED: &str = "Semua indikator yang dinilai telah diperiksa.";
pub const UNCHECKED_NOTE: &str = "Indikator berikut tidak diperiksa; dalam kisaran nilai verifikasi di atas indikator itu dihitung dari terendah sampai tertinggi.";
pub const NOTHING_VERIFIED: &str =
    "Belum ada tingkat yang ditetapkan pemeriksa, jadi belum ada nilai verifikasi.";
pub const CLOSING: &str = "Nilai mandiri dan nilai verifikasi dalam berita acara ini bukan hasil penilaian lembaga penilai. Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";

// In the page.
pub const LEAD: &str =
    "Rekapitulasi dan nota satu halaman untuk ditandatangani, dan pengingat bagi tiap unit untuk dikirim.";
pub const WHICH: &str = "Kertas yang dibuat";
/// The papers: rekapitulasi, nota, pengingat.
pub const KINDS: [&str; 3] = ["Rekapitulasi", "Nota ringkas untuk Sekda", "Pengingat tiap unit"];
pub const HEAD_AND_POSTS: &str = "Kop surat, jabatan, dan tanggal";
pub const LETTERHEAD: &str = "Kop surat: nama instansi, satu baris satu nama";
pub const PLACE: &str = "Tempat";
pub const LETTER_NUMBER: &str = "Nomor surat";
pub const PAPER_DAY: &str = "Tanggal";
pub const PAPER_DAY_HINT: &str = "Kosongkan untuk tanggal hari ini.";
pub const POST_FROM: &str = "Jabatan yang menyusun";
pub const POST_FROM_HINT: &str = "Jabatan, bukan nama orang. Kosongkan untuk Kepala Bagian Organisasi.";
pub const POST_TO: &str = "Jabatan yang dituju";
pub const POST_TO_HINT: &str = "Jabatan, bukan nama orang. Kosongkan untuk Sekretaris Daerah.";
pub const PRINT: &str = "Cetak atau simpan PDF";
pub const PRINTED_IN_FRAME: &str =
    "Bila jendela cetak tidak muncul, buka Swanilai di tab sendiri lalu cetak lagi.";
pub const COPY: &str = "Salin";
pub const COPY_ALL: &str = "Salin semua pengingat";
pub const COPY_ALL_HINT: &str =
    "Isinya pengingat semua unit berurutan. Kirim kepada tiap unit bagiannya sendiri saja.";
pub const NO_REMINDERS: &str = "Tidak ada yang perlu diingatkan.";
/// On which sheets they print.
pub const REMINDERS_PRINT: &str = "Untuk mencetak, pakai menu cetak peramban (Ctrl+P): pengingat yang tampak di halaman ini, tiap unit mulai di lembar baru.";
pub const BETWEEN: &str = "\n\n----------\n\n";

/// How many offices are reminded.
pub fn reminded(count: usize) -> String {
    format!("{count} unit perlu diingatkan. Tiap teks hanya memuat kekurangan unit itu sendiri.")
}

/// Offices that need no reminder.
pub fn lacking_nothing(names: &[String]) -> String {
    format!("Tidak ada yang kurang: {}.", self::names(names, 20))
}

/// A name without more of it than there is room for.
pub fn short(name: &str) -> String {
    cut(name, SHORT)
}

/// The beginning of a text, with a mark where it is cut: as much as `most` letters of middling width take.
pub fn cut(text: &str, most: usize) -> String {
    let text = seen(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut room, mut head) = (most * 10, String::new());
    if text.chars().map(width).sum::<usize>() <= room {
        return text;
    }
    for letter in text.chars() {
        let width = width(letter);
        // The mark takes the last of the room.
        if room < width + 10 {
            break;
        }
        room -= width;
        head.push(letter);
    }
    format!("{}…", head.trim_end())
}

/// How wide a letter is, in tenths of a middling one.
const fn width(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '-' | '(' | ')' | '/' => 7,
        'm' | 'w' => 15,
        'M' | 'W' | '@' | '%' => 17,
        'A'..='Z' => 12,
        '!'..='~' => 10,
        _ => 20,
    }
}

/// Names in one line, of more than there is room for the first and how many there are besides.
pub fn names(names: &[String], most: usize) -> String {
    let shown: Vec<String> = names.iter().take(most).map(|name| short(name)).collect();
    let rest = names.len() - shown.len();
    let list = shown.join(", ");
    if rest > 0 { format!("{list}, dan {rest} lainnya") } else { list }
}

/// What every page says of many offices: how many of them are verified, how many in part, and how many there are.
pub fn strip((verified, partly): (usize, usize), units: usize) -> String {
    let said = match (verified, partly) {
        (0, 0) => "belum diverifikasi".to_owned(),
        (0, some) if some == units => "baru sebagian diverifikasi".to_owned(),
        (all, _) if all == units => "telah diverifikasi".to_owned(),
        (some, 0) => format!("{some} dari {units} telah diverifikasi"),
        (some, partly) => format!("{some} dari {units} telah diverifikasi, {partly} baru sebagian"),
    };
    format!(
        "PENILAIAN MANDIRI - diisi oleh perangkat daerah masing-masing, {said}. Bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi."
    )
}

/// Place and day over the signatures.
pub fn place(place: &str, day: &str) -> String {
    let place = if place.trim().is_empty() { "...................." } else { place.trim() };
    format!("{}, {}", seen(place), number::date(day))
}

/// How many files came, and how many offices count.
pub fn files(counted: usize, files: usize) -> String {
    format!("{files} berkas diterima, {counted} unit dihitung")
}

/// What the recapitulation is made from.
pub fn made_from(day: &str) -> String {
    format!(
        "Rekapitulasi ini disusun dari berkas yang dikirim perangkat daerah sampai {}. {NOT_OFFICIAL}",
        number::date(day)
    )
}

/// A line of a numbered table.
pub fn numbered(at: usize, text: &str) -> String {
    format!("{}. {text}", at + 1)
}

/// A range, or a dash where it is one figure.
pub fn range(range: Range) -> String {
    if range.low == range.high { DASH.to_owned() } else { number::ends(range) }
}

/// A score, or a dash.
pub fn score(score: Option<Score>) -> String {
    score.map_or_else(|| DASH.to_owned(), number::score)
}

/// What the note is about.
pub fn about(instrument: &str, year: Option<u16>) -> String {
    let year = year.map(|year| format!(", tahun {year}")).unwrap_or_default();
    format!("Penilaian mandiri perangkat daerah, {}{year}", cut(instrument, 40))
}

/// Who has sent.
pub fn have_sent(names: &[String], all: usize, most: usize) -> String {
    match names.len() {
        0 => format!("Belum satu pun dari {all} unit mengirim berkas yang dapat dihitung."),
        count if count == all => {
            format!("Semua {all} unit sudah mengirim dan dihitung: {}.", self::names(names, most))
        }
        count => {
            format!("Sudah mengirim dan dihitung, {count} dari {all} unit: {}.", self::names(names, most))
        }
    }
}

/// Who has not.
pub fn have_not_sent(names: &[String], most: usize) -> String {
    format!("Belum mengirim, {} unit: {}.", names.len(), self::names(names, most))
}

/// Whose file does not count.
pub fn to_resend(names: &[String], most: usize) -> String {
    format!(
        "Berkasnya belum dapat dihitung, {} unit: {}. Sebabnya ada di rekapitulasi.",
        names.len(),
        self::names(names, most)
    )
}

/// Offices that have sent although they are not on the list.
pub fn not_listed(count: usize) -> String {
    format!("{count} unit di luar daftar juga mengirim berkas.")
}

/// Files that came and do not count.
pub fn not_counted(count: usize) -> String {
    format!("{count} berkas diterima tetapi tidak dihitung; sebabnya ada di rekapitulasi.")
}

/// The figure of the local government in a sentence.
pub fn whole(point: &str, full: Range, reading: &str) -> String {
    let range =
        if full.low == full.high { String::new() } else { format!(", kisaran {}", number::ends(full)) };
    format!("Rata-rata pemda {point}{range} ({reading}).")
}

/// How many weak offices are shown of how many.
pub fn weakest(shown: usize, all: usize) -> String {
    if shown == all {
        format!("Semua {all} unit, menurut batas bawah kisaran penuhnya; yang belum diisi dihitung terendah.")
    } else {
        format!(
            "{shown} dari {all} unit dengan batas bawah terendah; yang belum diisi dihitung terendah. {} lainnya ada di rekapitulasi.",
            all - shown
        )
    }
}

/// Whoever heads an office: not all of them are called *kepala*.
pub fn head(office: &str) -> String {
    format!("Pimpinan {}", seen(office))
}

/// To whom an order goes: heads of offices.
pub fn heads(offices: &[String]) -> String {
    match offices {
        [one] => head(&short(one)),
        more => head(&names(more, 2)),
    }
}

/// The first words of the minutes.
pub fn opening(day: &str) -> String {
    format!("Pada hari ini {day}, yang bertanda tangan di bawah ini:")
}

/// A party, and what it is called from here on.
pub fn party(party: &str, called: &str) -> String {
    format!("{party}, selanjutnya disebut {called};")
}

/// What the parties did.
pub fn agreed(instrument: &str, version: &str, year: Option<u16>) -> String {
    let year = year.map(|year| format!(" tahun {year}")).unwrap_or_default();
    format!(
        "{SECOND_PARTY} telah memverifikasi penilaian mandiri {FIRST_PARTY}{year} dengan instrumen {instrument} ({version}). Kedua pihak mencatat hasil sebagai berikut."
    )
}

/// How much was verified.
pub fn verified((done, of): Count) -> String {
    format!("{done} dari {of} indikator yang dinilai ditetapkan tingkatnya oleh pemeriksa.")
}

/// Whoever verified, at the secretariat of a local government.
pub fn verifier(post: &str, pemda: &str) -> String {
    let post = if post.trim().is_empty() { HEAD_OF_ORGANISATION.to_owned() } else { seen(post.trim()) };
    let of = if post.to_lowercase().contains("bagian organisasi") {
        "Sekretariat Daerah"
    } else {
        "Bagian Organisasi Sekretariat Daerah"
    };
    of_pemda(&format!("{post}, {of}"), pemda)
}

/// Its secretary.
pub fn secretary(pemda: &str) -> String {
    of_pemda(SECRETARY, pemda)
}

fn of_pemda(name: &str, pemda: &str) -> String {
    format!("{name} {}", seen(pemda.trim())).trim_end().to_owned()
}

/// How far a criterion is met.
pub const fn met(met: Met) -> &'static str {
    match met {
        Met::Yes => pengisian::YES,
        Met::Partly => pengisian::PARTLY,
        Met::No => pengisian::NO,
    }
}

/// The head of a reminder.
pub fn reminder_to(office: &str, pemda: &str) -> String {
    let pemda = if pemda.trim().is_empty() { String::new() } else { format!("\n{}", seen(pemda)) };
    format!("Yth. {}{pemda}", head(office))
}

/// What a reminder is about.
pub fn reminder_about(instrument: &str, year: Option<u16>, as_of: &str) -> String {
    let year = year.map(|year| format!(" tahun {year}")).unwrap_or_default();
    let as_of = number::date(as_of);
    let state = if as_of.is_empty() {
        String::new()
    } else {
        format!(", menurut berkas Anda yang terakhir diubah {as_of}")
    };
    format!("Penilaian mandiri {}{year}{state}.", seen(instrument))
}

/// Nothing has come from the office.
pub fn reminder_awaited(instrument: &str) -> String {
    format!(
        "Berkas penilaian mandiri {} dari unit Anda belum kami terima. Mohon diisi lengkap, lalu berkas .json-nya dikirim kepada kami.",
        seen(instrument)
    )
}

/// What came does not count: the file, and why.
pub fn reminder_unusable(file: &str, why: &str) -> String {
    let why = why.trim_end_matches('.');
    format!("Berkas dari unit Anda, {file}, kami terima tetapi belum dapat dihitung. Sebabnya: {why}.")
}

/// A heading in a reminder with how many stand under it.
pub fn under(title: &str, count: usize) -> String {
    format!("{title} ({count}):")
}

pub const BLANK: &str = "Belum diisi atau baru sebagian";
pub const WITHOUT_EVIDENCE: &str = "Bukti belum ada atau belum sesuai";
pub const ASSUMED: &str = "Masih nilai asumsi";
pub const REMINDER_ASK: &str = "Mohon dilengkapi, lalu kirim kembali berkas .json yang baru. Terima kasih.";
pub const REMINDER_FOOT: &str =
    "Penilaian mandiri, bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_whole_and_what_does_not_is_cut_with_a_mark() {
        let wide = |text: &str| text.chars().map(width).sum::<usize>();
        for text in [
            "Dinas Sosial",
            "W",
            "",
            "  Dinas \n Sosial  ",
            &"W".repeat(300),
            &"i".repeat(300),
            &"é".repeat(300),
        ] {
            let cut = cut(text, SHORT);
            assert!(wide(&cut) <= SHORT * 10 + 10, "{cut}");
            let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let head = cut.strip_suffix('…').unwrap_or(&cut);
            assert!(whole.starts_with(head) && (cut == whole || cut.ends_with('…')), "{cut}");
        }
        assert_eq!(short("Dinas Sosial"), "Dinas Sosial");
        let two = |count: usize| names(&vec!["Dinas".to_owned(); count], 2);
        assert_eq!([two(0), two(2), two(5)], ["", "Dinas, Dinas", "Dinas, Dinas, dan 3 lainnya"]);
    }
}
