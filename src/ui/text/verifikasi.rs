//! Words about verification, and about where a document stands.
//!
//! Invariant: columns are called as the instrument calls them, and no word promises an official result.

use crate::domain::Text;
use crate::domain::assessment::{Assessment, Status};
use crate::domain::rubric::Rubric;
use crate::domain::status::{StatusChange, last_step, revision};
use crate::domain::verification::{self, Beside, Count, Finding, Verification};
use crate::format::wording::seen;

use super::number;

/// Most indicators that are named in one sentence.
const MOST_NAMED: usize = 12;

/// Title of the view.
pub const TITLE: &str = "Verifikasi";
pub const TO_RECAP: &str = "Kembali ke rekap";
pub const NOT_SUBMITTED: &str =
    "Kantor ini belum mengajukan: penilaiannya masih draf dan masih dapat berubah.";
pub const LEAD: &str = "Pemeriksa mencatat tingkat, temuan, dan catatan di samping jawaban perangkat daerah. Jawaban perangkat daerah tidak berubah.";
pub const PRACTICE: &str = "Latihan tidak diverifikasi.";
pub const WHO: &str = "Jabatan yang memverifikasi";
pub const POST_HINT: &str = "Jabatan, bukan nama orang.";
pub const COLUMNS: &str = "Berdampingan";
pub const PER_INDICATOR: &str = "Per indikator";
pub const FILTER: &str = "Indikator yang ditampilkan";
pub const ALL: &str = "Semua";
pub const OPEN: &str = "Belum diperiksa";
pub const DIFFERENT: &str = "Berbeda";
pub const NOTHING_SHOWN: &str = "Tidak ada indikator di daftar ini.";
pub const FINDING: &str = "Temuan";
pub const NO_FINDING: &str = "belum diperiksa";
pub const LEVEL: &str = "Tingkat verifikasi";
pub const UNDECIDED: &str = "belum ditentukan: dihitung dari terendah sampai tertinggi";
pub const NOTE: &str = "Catatan pemeriksa";
pub const RETURN: &str = "Kembalikan";
pub const RETURN_HINT: &str = "Kirim berkas ini kembali ke perangkat daerah. Saat membukanya, mereka dapat mengambil verifikasinya saja; jawaban mereka tidak tertimpa.";
pub const DOWNLOAD: &str = "Unduh berkas untuk dikembalikan";
pub const TO_MINUTES: &str = "Cetak berita acara";
pub const FINDINGS: &str = "Temuan pemeriksa";
pub const LINK: &str = "Verifikasi dan status";
pub const NO_OFFICIAL: &str = "belum ada";
pub const TO_OFFICIAL: &str = "Catat hasil resmi";

pub const STATUS: &str = "Status";
pub const STATUS_BY: &str = "Jabatan yang mengubah status";
pub const BY_MISSING: &str = "Isi jabatan lebih dulu.";
pub const HISTORY: &str = "Riwayat status";
pub const APPROVED_NOTE: &str = "Keadaan yang disahkan disimpan sebagai tonggak. Mengubah jawaban sesudahnya membuka revisi baru: status kembali menjadi draf, dan yang disahkan tetap tersimpan.";
pub const APPROVED_UNKEPT: &str = "Pengesahan ini datang dari berkas tanpa tonggaknya. Mengubah isinya membuka revisi baru: status kembali menjadi draf, dan keadaan yang disahkan disimpan sebagai tonggak.";
pub const EDITED: &str = "dibuka lagi karena isinya diubah";

pub const ON_OTHER: &str = "untuk jawaban lain";
pub const OUTDATED: &str = "jawabannya sudah berubah sejak diperiksa";
pub const SEND_ON: &str =
    "Status ini hanya tercatat di berkas. Kirim berkasnya ke Bagian Organisasi agar dapat diverifikasi.";
pub const SEND_TO: &str = "Kirim ke Bagian Organisasi";
pub const STEPS_FULL: &str = "Status penilaian ini sudah terlalu sering diubah; satu lagi tidak dapat disimpan dalam berkas. Mulai penilaian baru dari salinannya.";

pub const TAKE_FINDINGS: &str = "Ambil verifikasinya";
pub const TAKE_ANSWERS: &str = "Ambil jawabannya, pertahankan verifikasi di sini";
pub const TAKE_ALL: &str = "Ganti semuanya dengan isi berkas";
pub const SAME_ANSWERS: &str = "Jawaban di berkas sama dengan yang di perangkat ini. Yang diambil hanya verifikasi, status, dan nilai resmi yang belum ada di sini; catatan, rencana, dan tonggak di perangkat ini tetap.";
pub const OTHER_ANSWERS: &str = "Jawaban di berkas berbeda dari yang di perangkat ini. Dengan Ambil verifikasinya, jawaban di perangkat ini tetap dan statusnya tidak ikut, karena yang diperiksa adalah jawaban di berkas. Ganti semuanya menimpa jawaban di perangkat ini.";

pub const STANDS: &str = "Status di berkas ini";
pub const BECOMES: &str = "Status menjadi";
pub const WOULD_BECOME: &str = "Bila isi berkas menggantikan yang di sini, status menjadi";

/// What a status is called.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "Draf",
        Status::Submitted => "Diajukan",
        Status::Verified => "Diverifikasi",
        Status::Approved => "Disahkan",
    }
}

/// The button that leads to a status.
pub const fn to(to: Status) -> &'static str {
    match to {
        Status::Draft => "Kembalikan ke draf",
        Status::Submitted => "Ajukan",
        Status::Verified => "Nyatakan diverifikasi",
        Status::Approved => "Sahkan",
    }
}

/// What the milestone of an approval is called.
pub fn milestone(revision: usize) -> String {
    if revision > 1 { format!("Disahkan, revisi {revision}") } else { "Disahkan".to_owned() }
}

/// The status with the number of the revision, where there was one before.
pub fn standing(assessment: &Assessment) -> String {
    let (word, revision) = (status(assessment.status), revision(assessment));
    if revision > 1 { format!("{word} · revisi {revision}") } else { word.to_owned() }
}

/// The same where it says more than that the document is being made.
pub fn tag(assessment: &Assessment) -> Option<String> {
    (assessment.status != Status::Draft || revision(assessment) > 1).then(|| standing(assessment))
}

/// One step in the life of a document.
pub fn step(step: &StatusChange) -> String {
    let by = if step.by.is_empty() { EDITED.to_owned() } else { seen(&step.by) };
    let by = if step.by.is_empty() && step.status != Status::Draft { String::new() } else { by };
    let other = if step.other { ON_OTHER.to_owned() } else { String::new() };
    let parts = [status(step.status).to_owned(), by, when(&step.at), other];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A day, and the time of day where there is one.
fn when(at: &str) -> String {
    format!("{} {}", number::date(at), number::clock(at)).trim_end().to_owned()
}

/// What a finding is called.
pub const fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Agree => "Sesuai",
        Finding::Improve => "Perbaiki",
        Finding::Mismatch => "Bukti tidak sesuai",
    }
}

/// How the verified answer stands beside the own one, with a mark that needs no colour.
pub const fn beside(beside: Beside) -> &'static str {
    match beside {
        Beside::Same => "= sama dengan jawaban perangkat daerah",
        Beside::Lower => "▼ lebih rendah daripada jawaban perangkat daerah",
        Beside::Higher => "▲ lebih tinggi daripada jawaban perangkat daerah",
        Beside::Apart => "≠ berbeda dari jawaban perangkat daerah",
    }
}

/// The mark alone, for a figure beside another.
pub fn mark(one: i64, other: i64) -> &'static str {
    match one.cmp(&other) {
        std::cmp::Ordering::Less => "▼ ",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "▲ ",
    }
}

/// How far the verification has come.
pub fn count((done, of): Count) -> String {
    let rest = if done < of {
        "; sisanya belum diberi tingkat oleh pemeriksa, jadi belum ada satu nilai"
    } else {
        ""
    };
    format!("{done} dari {of} diverifikasi{rest}")
}

/// How many published answers a reckoned figure rests on.
pub fn official_count((done, of): Count) -> String {
    let rest = if done < of { "; sisanya jawaban perangkat daerah" } else { "" };
    format!("dihitung dari {done} dari {of} angka resmi per indikator{rest}")
}

/// A filter with how many it shows.
pub fn filter(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// How many documents are in order.
pub fn evidence(ready: usize, of: usize) -> String {
    format!("Bukti dukung: {ready} dari {of} sesuai")
}

/// That a status speaks of more than was looked at.
pub fn unchecked((done, all): Count) -> String {
    format!(
        "{} dari {all} indikator belum diberi tingkat verifikasi, dan disebut belum diverifikasi di setiap lembar.",
        all - done.min(all)
    )
}

/// Who verified, when, how much; on paper.
pub fn verified(rubric: &Rubric, assessment: &Assessment) -> String {
    let (all, now) = (verification::count(rubric, assessment), verification::current(rubric, assessment));
    let Some(own) = assessment.verification.as_ref().filter(|_| all.0 > 0) else {
        return "belum diverifikasi".to_owned();
    };
    let since = match all.0 - now.0.min(all.0) {
        0 => String::new(),
        old => format!("; {old} di antaranya untuk jawaban yang sudah berubah sejak diperiksa"),
    };
    format!("telah diverifikasi oleh {}: {}{since}", who(own), count(all))
}

/// Who verified, and when.
pub fn who(own: &Verification) -> String {
    let by = seen(&own.by);
    let by = if by.trim().is_empty() { "jabatan yang belum diisi".to_owned() } else { by };
    match number::date(&own.at) {
        day if day.is_empty() => by,
        day => format!("{by}, {day}"),
    }
}

/// That what was found was found of answers that are others by now; none where nothing was.
pub fn changed_since(ids: &[Text]) -> Option<String> {
    if ids.is_empty() {
        return None;
    }
    Some(format!(
        "{} temuan dibuat untuk jawaban yang sudah berubah sejak diperiksa: {}.",
        ids.len(),
        named(ids)
    ))
}

/// The first of some indicators, and how many more there are.
fn named(ids: &[Text]) -> String {
    let named: Vec<&str> = ids.iter().take(MOST_NAMED).map(|id| &**id).collect();
    let more = ids.len() - named.len();
    let rest = if more > 0 { format!(", dan {more} lagi") } else { String::new() };
    named.join(", ") + &rest
}

/// What the verifier says, on the card of an indicator; of another answer than the present one where `outdated`.
pub fn said(own: &Verification, finding: Option<Finding>, level: &str, note: &str, outdated: bool) -> String {
    let mut parts = Vec::new();
    if let Some(finding) = finding {
        parts.push(self::finding(finding).to_owned());
    }
    if !level.is_empty() {
        parts.push(level.to_owned());
    }
    if !note.trim().is_empty() {
        parts.push(format!("Catatan: {}", seen(note)));
    }
    if outdated {
        parts.push(OUTDATED.to_owned());
    }
    format!("Verifikasi {}: {}", who(own), parts.join(" · "))
}

/// What a file brings.
pub fn brings(own: &Verification) -> String {
    let count = own.findings.len();
    let differ = own.findings.values().filter(|finding| **finding != Finding::Agree).count();
    format!(
        "Berkas ini membawa verifikasi oleh {}: {count} temuan, {differ} di antaranya bukan sesuai.",
        who(own)
    )
}

/// The status that comes with a file, who said so, and when.
pub fn comes(lead: &str, file: &Assessment) -> String {
    let step = last_step(file).filter(|step| step.status == file.status);
    let by = step.map(|step| seen(&step.by)).filter(|by| !by.trim().is_empty());
    let at = step.map(|step| number::date(&step.at)).filter(|at| !at.is_empty());
    let said = match (by, at) {
        (Some(by), Some(at)) => format!("oleh {by}, {at}"),
        (Some(by), None) => format!("oleh {by}, tanpa waktu"),
        (None, Some(at)) => format!("tanpa jabatan, {at}"),
        (None, None) => "tanpa jabatan dan waktu".to_owned(),
    };
    format!("{lead} {}, {said}.", status(file.status))
}

/// That findings of a file are not taken; none where all are.
pub fn left_out(ids: &[Text]) -> Option<String> {
    (!ids.is_empty()).then(|| {
        format!(
            "{} temuan di berkas tidak diambil karena yang di perangkat ini lebih baru: {}. Untuk memakainya, pilih {TAKE_ALL}.",
            ids.len(),
            named(ids)
        )
    })
}

/// That the copy here holds findings which the file would take away.
pub fn keeps(own: &Verification) -> String {
    format!("Di perangkat ini ada verifikasi oleh {} yang tidak ada di berkas.", who(own))
}

/// Told once what was approved has been changed.
pub fn reopened(revision: usize) -> String {
    format!(
        "Penilaian yang disahkan diubah: statusnya kini draf, revisi {revision}. Yang disahkan tetap tersimpan di Tonggak. Tekan Urungkan bila tidak dimaksud."
    )
}

/// Stands above the questions of an assessment that was handed in.
pub const UNDER_WAY: &str = "Penilaian ini sudah diajukan. Mengubah isian di sini mengubah jawaban perangkat daerah; temuan pemeriksa dicatat di Verifikasi.";

/// Stands above the questions of an approved assessment.
pub fn approved(step: Option<&StatusChange>) -> String {
    let by = step
        .filter(|step| step.status == Status::Approved && !step.by.is_empty())
        .map_or(String::new(), |step| format!(" oleh {}, {}", seen(&step.by), number::date(&step.at)));
    format!(
        "Penilaian ini sudah disahkan{by}. Mengubahnya membuka revisi baru: status kembali menjadi draf, dan yang disahkan tetap tersimpan di Tonggak."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_that_comes_with_a_file_is_told_with_who_said_so_or_that_nobody_did() {
        let step = |status, by: &str, at: &str| StatusChange {
            status,
            by: by.into(),
            at: at.into(),
            ..StatusChange::default()
        };
        let with =
            |step| Assessment { status: Status::Approved, statuses: vec![step], ..Assessment::default() };
        let at = "2026-11-21T10:42:00+07:00";
        for (step, said) in [
            (step(Status::Approved, "Sekda", at), "oleh Sekda, 21 November 2026"),
            (step(Status::Approved, "Sekda", ""), "oleh Sekda, tanpa waktu"),
            (step(Status::Approved, " ", at), "tanpa jabatan, 21 November 2026"),
            (step(Status::Submitted, "Kadis", at), "tanpa jabatan dan waktu"),
        ] {
            assert_eq!(comes(BECOMES, &with(step)), format!("Status menjadi Disahkan, {said}."));
        }
        let handed_in = approved(Some(&step(Status::Submitted, "Kadis", at)));
        assert!(!handed_in.contains("Kadis"), "who handed it in approved nothing: {handed_in}");
    }

    #[test]
    fn findings_that_are_not_taken_are_named_with_the_way_to_take_them() {
        assert_eq!(left_out(&[]), None);
        assert_eq!(
            left_out(&["IN01".into(), "IN02".into()]).as_deref(),
            Some(
                "2 temuan di berkas tidak diambil karena yang di perangkat ini lebih baru: IN01, IN02. Untuk memakainya, pilih Ganti semuanya dengan isi berkas."
            )
        );
    }
}
