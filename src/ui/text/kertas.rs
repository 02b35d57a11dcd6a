//! Words of the papers: what is printed, signed and handed out to be edited.
//!
//! Invariant: every paper says on every page that it is no official result, and no word asks for the name of a person
//! but beneath a signature, where a hand writes it.

use super::{home, setda};
use crate::domain::verification::Count;
use crate::format::wording::seen;
use crate::papers::html::Words;

pub const TITLE: &str = "Lembar untuk dicetak dan ditandatangani";
pub const LEAD: &str = "Setiap lembar dapat dicetak, disimpan sebagai PDF lewat menu cetak peramban, atau diunduh sebagai dokumen yang dapat disunting di Word atau LibreOffice.";
pub const PRACTICE: &str =
    "Latihan tidak mewakili perangkat daerah mana pun, jadi tidak ada lembar yang dapat ditandatangani.";
pub const POST_HINT: &str = "Jabatan pengisi belum diketahui, jadi di setiap lembar disediakan titik-titik. Jabatannya terbaca dari Diisi oleh di bawah kartu, atau dari status Diajukan di Verifikasi.";
pub const ALL: &str = "Semua lembar";
pub const EDITABLE: &str = "Unduh versi yang dapat disunting (Word)";
pub const EDITABLE_HINT: &str = "Versi yang dapat disunting berupa berkas HTML: buka dari dalam Word atau LibreOffice, lalu simpan sebagai dokumen.";

pub const RESULT: &str = "Lembar Hasil Penilaian Mandiri";
pub const RESULT_FOR: &str = "Nilai dan kisarannya, semua jawaban dengan bukti dan catatannya, asumsi, rencana, dan tempat tanda tangan.";
pub const PLEDGE: &str = "Pakta integritas";
pub const PLEDGE_FOR: &str =
    "Pernyataan kepala perangkat daerah dengan sasaran, dan rencana sebagai lampirannya.";
pub const PLAN: &str = "Lembar rencana perbaikan";
pub const PLAN_FOR: &str = "Langkah rencana perbaikan, tindak lanjut yang disepakati, dan produk pengawasan.";
pub const QUESTIONS: &str = "Lembar pendampingan";
pub const QUESTIONS_FOR: &str =
    "Indikator yang ditandai untuk ditanyakan, jawabannya sekarang, dan tempat menulis jawaban pendamping.";
pub const FORM_FOR: &str = "Semua indikator dengan pilihan jawabannya, untuk diisi dengan pena.";

/// What the paper with this piece of an address is called; all of them where there is none.
pub fn name(id: &str) -> &'static str {
    match id {
        "hasil" => RESULT,
        "pakta" => PLEDGE,
        "rencana" => PLAN,
        "pendampingan" => QUESTIONS,
        "verifikasi" => setda::MINUTES,
        "kosong" => home::FORM_TITLE,
        _ => TITLE,
    }
}

/// Behind the name of a paper in an address: without notes and without where documents are kept.
pub const WITHOUT_BOTH: &str = "~tanpa";

/// A paper by its name and whose it is.
pub fn named(which: &str, unit: &str) -> String {
    let name = name(which.strip_suffix(WITHOUT_BOTH).unwrap_or(which));
    if unit.trim().is_empty() { name.to_owned() } else { [name, &seen(unit)].join(" - ") }
}

/// The question before a document goes to others.
pub const SHARE: &str = "Sertakan catatan dan lokasi bukti?";
pub const SHARE_HINT: &str = "Tanpa keduanya, jawaban dan nilainya tetap sama. Bila salinan itu kembali dan dibuka di sini, catatan dan lokasi di perangkat ini tidak terhapus.";
pub const SHARE_BARE: &str = "Kirim tanpa catatan dan lokasi";
pub const SHARE_WHOLE: &str = "Kirim dengan catatan dan lokasi";
pub const SHARE_FILE: &str = "Unduh tanpa catatan dan lokasi";
pub const WITH: &str = "Ya, sertakan";
pub const WITHOUT: &str = "Tidak";
/// Stands on whatever was made without them.
pub const BARE: &str = "Salinan tanpa catatan dan tanpa lokasi bukti.";
pub const BARE_FILE: &str = "Berkas ini salinan tanpa catatan dan tanpa lokasi bukti.";

pub const IDENTITY: &str = "Identitas";
pub const ESTIMATE: &str = "Perkiraan nilai";
pub const POINT: &str = "Perkiraan nilai";
pub const RANGE: &str = "Kisaran";
pub const RANGE_FULL: &str = "Kisaran lengkap, bobot yang tidak diumumkan ikut bergerak";
pub const RANGE_ANSWERS: &str = "Kisaran bila bobotnya sudah pasti, hanya yang belum diisi yang terbuka";
pub const READING: &str = "Terbaca sebagai";
pub const SUPPORTED: &str = "Didukung bukti";
pub const FILLED: &str = "Terisi";
pub const OUTSIDE: &str = "Ditentukan pengguna layanan atau lembaga lain";
pub const ANSWERS: &str = "Semua jawaban, bukti, dan catatan";
pub const ASSUMED: &str = "Nilai asumsi dan dasarnya";
pub const NOT_RELEVANT: &str = "Indikator tidak relevan dan alasannya";
pub const NONE: &str = "Tidak ada.";
pub const GROUNDS: [(&str, usize); 3] = [("Indikator", 3), ("Jawaban", 4), ("Dasar asumsi", 5)];
pub const REASONS: [(&str, usize); 3] = [("Indikator", 3), ("Jawaban", 3), ("Alasan", 6)];
pub const DIGEST: &str = "Sidik isi penilaian (SHA-256)";
pub const SIGNED: &str = "Tanda tangan";
pub const PLACE: &str = "Tempat dan tanggal";
pub const MADE: &str = "Disusun oleh (jabatan)";
pub const CHECKED: &str = "Diperiksa oleh (jabatan)";
pub const KNOWN: &str = "Mengetahui (jabatan)";
/// Where a hand writes and no line can be drawn.
pub const DOTS: &str = "................................";

pub const NO_PLAN: &str = "Belum ada yang diisi, jadi belum ada rencana yang dapat dihitung.";
pub const REACHED: &str = "Kategori ini sudah tercapai menurut jawaban sekarang.";
pub const STEPS: [(&str, usize); 5] = [
    ("Indikator", 5),
    ("Sekarang", 5),
    ("Yang perlu dicapai", 6),
    ("Bukti yang diminta", 5),
    ("Menambah dan perlu", 3),
];

pub const NAME: &str = "Nama";
pub const NUMBER: &str = "NIP";
pub const POST: &str = "Jabatan";
pub const GOAL: &str = "Kategori yang dituju";
pub const NOW: &str = "Perkiraan sekarang";
pub const NOT_YET: &str = "belum ada yang diisi";
pub const PLEDGE_WHO: &str = "Yang bertanda tangan di bawah ini:";
pub const PLEDGE_END: &str =
    "Pernyataan ini menjanjikan cara kerja, bukan nilai. Sasaran dan rencananya terlampir.";
pub const PLEDGED: &str = "Yang menyatakan (jabatan)";
pub const ATTACHED: &str = "Lampiran pakta integritas";
/// What is pledged.
pub const PLEDGES: [&str; 5] = [
    "Jawaban diisi sesuai keadaan yang sebenarnya. Yang belum ada dijawab belum ada, dan asumsi disebut asumsi.",
    "Bukti dukung asli, bertanggal sebenarnya, dan dapat ditunjukkan bila diminta. Tidak ada dokumen yang dibuat mundur tanggalnya.",
    "Pengguna layanan dan petugas yang ditanya bebas menjawab. Jawaban survei dan wawancara tidak diarahkan.",
    "Tidak memberi atau menjanjikan apa pun kepada penilai, pendamping, atau pemeriksa, dan tidak menerima apa pun terkait penilaian ini.",
    "Melaksanakan rencana yang terlampir sampai batas waktunya, dan melaporkan apa adanya bila tidak tercapai.",
];

/// Columns of the sheet for a companion.
pub const ASKED: [(&str, usize); 3] =
    [("Indikator dan pertanyaannya", 5), ("Jawaban sekarang", 6), ("Jawaban pendamping", 5)];
pub const ASKING: &str = "Yang bertanya (jabatan)";
pub const COMPANION: &str = "Pendamping (jabatan)";

/// What stands in every paper that programs for writing open.
pub const WORDS: Words = Words {
    page: ["Halaman ", " dari "],
    signed: ["Nama", "NIP"],
    place: PLACE,
    square: "Tanda tangan, atau tanda tangan elektronik 4 x 4 cm",
};

/// What every page says.
pub fn strip(post: &str, verified: Count) -> String {
    let post = if post.trim().is_empty() { DOTS } else { post.trim() };
    let verified = match verified {
        (0, _) => "belum".to_owned(),
        (done, all) if done < all => format!("baru {done} dari {all} telah"),
        _ => "telah".to_owned(),
    };
    format!(
        "PENILAIAN MANDIRI - diisi oleh {post}, {verified} diverifikasi. Bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi."
    )
}

/// The post of many who filled it in.
pub fn posts(first: &[String], more: usize) -> String {
    let named = first.join(", ");
    if more == 0 { named } else { format!("{named}, dan {more} jabatan lain") }
}

/// What is pledged about which instrument and year.
pub fn pledge_lead(rubric: &str, year: &str) -> String {
    let year = if year.is_empty() { String::new() } else { [" tahun ", year].concat() };
    format!("dalam penilaian mandiri dengan instrumen {rubric}{year} menyatakan:")
}

/// A figure with its range.
pub fn between(point: &str, range: &str) -> String {
    format!("{point} (kisaran {range})")
}

/// The score that documents stand behind, and how many answers they do.
pub fn supported(score: &str, supported: usize, of: usize) -> String {
    format!("{score} ({supported} dari {of} indikator buktinya sudah sesuai semua)")
}
