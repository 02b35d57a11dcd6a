//! File names.
//!
//! Invariant: a name is made of `[a-z0-9._-]`, at most [`LONGEST`] characters, never begins with a dot and
//! is never a name that Windows keeps for devices.

/// Longest file name.
pub const LONGEST: usize = 100;
/// Longest part for the office.
const LONGEST_OFFICE: usize = 32;
/// Longest part for a post, and for the office beside it.
const LONGEST_POST: usize = 18;
/// Longest part for the id of a share.
const LONGEST_ID: usize = 5;
/// Longest part for the instrument.
const LONGEST_RUBRIC: usize = 30;

/// The name of a saved assessment: `penilaian-mandiri_dinas-sosial_sakip-2021_2026-11-21.json`. `date` is
/// `YYYY-MM-DD`, or a time that begins with it; `ending` is `json`, or `html` for the one file.
#[must_use]
pub fn assessment(unit: &str, rubric: &str, date: &str, ending: &str) -> String {
    format!("penilaian-mandiri_{}.{ending}", of_office(unit, LONGEST_OFFICE, rubric, date))
}

/// The name of a file that a verifier gives back, so that it lies beside the office's own:
/// `verifikasi_dinas-sosial_sakip-2021_2026-11-21.json`.
#[must_use]
pub fn verification(unit: &str, rubric: &str, date: &str, ending: &str) -> String {
    assessment(unit, rubric, date, ending).replacen("penilaian-mandiri", "verifikasi", 1)
}

/// The name of a share's file: `bagian_kasubag-umum_dinas-sosial_sakip-2021_2026-11-21.json`. A post that has to be cut
/// ends in the end of the share's id: two of them may begin alike.
#[must_use]
pub fn part(id: &str, by: &str, unit: &str, rubric: &str, date: &str) -> String {
    let mut post = piece(by, LONGEST_POST, "jabatan");
    let id = slug(id, usize::MAX);
    let (_, end) = id.split_at_checked(id.len().saturating_sub(LONGEST_ID)).unwrap_or(("", &id));
    let end = end.trim_start_matches('-');
    if slug(by, usize::MAX) != slug(by, LONGEST_POST) && !end.is_empty() {
        post = format!("{}-{end}", slug(by, LONGEST_POST - 1 - end.len()).trim_end_matches('-'));
    }
    let by = post;
    format!("bagian_{by}_{}.json", of_office(unit, LONGEST_POST, rubric, date))
}

/// The name of a paper's file: `lembar-hasil_dinas-sosial_sakip-2021_2026-11-21.html`.
#[must_use]
pub fn paper(which: &str, unit: &str, rubric: &str, date: &str) -> String {
    let which = piece(which, LONGEST_POST, "penilaian");
    format!("lembar-{which}_{}.html", of_office(unit, LONGEST_OFFICE, rubric, date))
}

/// The name of an instrument's file: `instrumen_sakip-2021.json`.
#[must_use]
pub fn rubric(id: &str) -> String {
    format!("instrumen_{}.json", slug(id, LONGEST_RUBRIC))
}

/// Office, instrument and day, as names end with them.
fn of_office(unit: &str, most: usize, rubric: &str, date: &str) -> String {
    let unit = piece(unit, most, "perangkat-daerah");
    let rubric = piece(rubric, LONGEST_RUBRIC, "instrumen");
    [unit, rubric, piece(date.get(..10).unwrap_or(date), 10, "tanpa-tanggal")].join("_")
}

/// A piece of a name, or what stands in for it.
fn piece(text: &str, most: usize, absent: &str) -> String {
    let slug = slug(text, most);
    if slug.is_empty() { absent.to_owned() } else { slug }
}

/// The name of a template to be filled in: `templat_sakip-2021.xlsx`.
#[must_use]
pub fn template(id: &str, ending: &str) -> String {
    format!("templat_{}.{ending}", slug(id, LONGEST_RUBRIC))
}

/// Small letters and digits, joined by single hyphens; letters with marks lose them.
fn slug(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut gap = false;
    for letter in text.chars() {
        let plain = plain(letter);
        if plain.is_empty() {
            gap = !out.is_empty();
            continue;
        }
        if out.len() + plain.len() + usize::from(gap) > most {
            break;
        }
        if gap {
            out.push('-');
        }
        gap = false;
        out.push_str(&plain);
    }
    out
}

/// A letter as plain ASCII; empty where it has no plain form.
fn plain(letter: char) -> String {
    if letter.is_ascii_alphanumeric() {
        return letter.to_ascii_lowercase().to_string();
    }
    let plain = match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => "u",
        'ñ' | 'Ñ' => "n",
        'ç' | 'Ç' => "c",
        _ => "",
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_office_instrument_and_day() {
        assert_eq!(
            assessment("Dinas Sosial, Kab. X", "sakip-2021", "2026-11-21T10:42:00+07:00", "json"),
            "penilaian-mandiri_dinas-sosial-kab-x_sakip-2021_2026-11-21.json"
        );
        assert_eq!(
            assessment("", "", "", "html"),
            "penilaian-mandiri_perangkat-daerah_instrumen_tanpa-tanggal.html"
        );
        assert_eq!(
            assessment("Café RSUD", "pekppp-2023-luring", "2026-01-02", "json"),
            "penilaian-mandiri_cafe-rsud_pekppp-2023-luring_2026-01-02.json"
        );
    }

    #[test]
    fn what_a_verifier_gives_back_lies_beside_the_own_file_of_the_same_day() {
        let name = verification("Dinas Sosial", "sakip-2021", "2026-11-21", "json");
        assert_eq!(name, "verifikasi_dinas-sosial_sakip-2021_2026-11-21.json");
    }

    #[test]
    fn the_name_of_a_share_says_whose_it_is_and_is_short_enough_for_both_endings() {
        assert_eq!(
            part("p1", "Kasubag Umum", "Dinas Sosial", "sakip-2021", "2026-11-21"),
            "bagian_kasubag-umum_dinas-sosial_sakip-2021_2026-11-21.json"
        );
        let long = "Kepala Subbagian Umum dan Kepegawaian";
        let name = part("p-0123456789", long, long, "pekppp-2023-luring-dan-lain-lain-lagi", "2026-11-21");
        assert!(name.len() + ".swanilai.txt".len() - ".json".len() <= LONGEST, "{name}");
    }

    #[test]
    fn two_shares_of_posts_that_begin_alike_have_two_names() {
        let name = |id: &str, by: &str| part(id, by, "Dinas Sosial", "sakip-2021", "2026-11-21");
        let one = name("b3f0-1", "Kasubag Umum dan Kepegawaian");
        assert_eq!(one, "bagian_kasubag-umum-3f0-1_dinas-sosial_sakip-2021_2026-11-21.json");
        assert_ne!(one, name("b3f0-2", "Kasubag Umum dan Keuangan"));
        // Without an id the post stands as far as it goes; a word that ends where it is cut leaves no two hyphens.
        assert!(name("", "Kasubag Umum dan Keuangan").starts_with("bagian_kasubag-umum-dan-k_"));
        assert!(name("p-12", "Kasubag Umu dan Keuangan").starts_with("bagian_kasubag-umu-d-p-12_"));
    }

    #[test]
    fn every_name_is_safe_on_every_system() {
        let pieces = [
            "../", "\\", "CON", "NUL.", "\u{202e}", "\0", "日本", "é", " ", ".", "LPT1", "a", "Ünit", "%2e",
            "?*:|<>\"",
        ];
        let mut seed = 1_u64;
        let mut next = move || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0)
        };
        for _ in 0..20_000 {
            let mut text = || {
                let count = next() % 40;
                (0..count).filter_map(|_| pieces.get(next() % pieces.len())).copied().collect::<String>()
            };
            let name = assessment(&text(), &text(), &text(), "json");
            assert!(name.len() <= LONGEST && name.starts_with("penilaian-mandiri_"), "{name}");
            let sound =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
            assert!(name.bytes().all(sound) && !name.contains(".."), "{name}");
            assert_eq!(std::path::Path::new(&name).extension().and_then(|end| end.to_str()), Some("json"));
            assert_eq!(name.matches('_').count(), 3, "{name}");
        }
    }
}
