//! Words of *Dari mana angka ini?*.
//!
//! Invariant: every figure is said exactly: in at most four places, else with the fraction it is.

use std::fmt::Write;

use crate::domain::explain::{Weighing, Which};
use crate::domain::extremes::Ratio;
use crate::domain::number::{Decimal, Range};
use crate::domain::rubric::{Provenance, Rubric, Weight};
use crate::domain::scorecard::item::Values;
use crate::domain::workings::{At, Reading, hundredfold, on_scale};
use crate::format::number::told;

use super::{common, hasil, number, pengisian};

pub const LEAD: &str = "Setiap angka di halaman lain dapat dihitung ulang dari sini, dengan kalkulator atau di lembar kerja. Angka yang tidak habis dalam empat desimal ditulis juga sebagai pecahan, jadi tidak ada yang hilang.";
pub const WHERE: &str = "Letak bobot";
pub const PARTS: &str = "Subtotal dan siapa yang menentukan";
pub const PRODUCTS: &str = "Hasil kali dan jumlahnya";
pub const DERIVED: &str = "Bobot ini dihitung dari bobot di dalam subtotalnya.";
pub const SOURCES: &str = "Sumber";
pub const NOTHING: &str = "Belum ada jawaban, jadi belum ada perkiraan nilai; yang ada baru kisarannya.";
pub const DIFFERENCES: &str = "Angka pada daftar “Yang paling menentukan” adalah selisih: nilai atau kisaran dihitung sekali lagi dengan satu jawaban di tingkat tertinggi, atau satu kelompok bobot dianggap pasti, lalu dikurangkan.";

/// What a figure is called.
pub const fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Point => "Perkiraan nilai",
        Reading::Supported => "Didukung bukti",
        Reading::Low => "Batas bawah bila bobotnya sudah pasti",
        Reading::High => "Batas atas bila bobotnya sudah pasti",
        Reading::Lowest => "Batas bawah kisaran",
        Reading::Highest => "Batas atas kisaran",
    }
}

/// The caption of a figure of a part of the whole.
pub fn title(name: &str, which: Reading) -> String {
    format!("{name}: {}", reading(which))
}

/// How it comes about, and why the weights stand where they do.
pub const fn why(reading: Reading) -> &'static str {
    match reading {
        Reading::Point => {
            "Bobot kerja dikali nilai yang terisi. Yang belum terisi dan yang tidak relevan dihitung sama dengan rata-rata yang terisi."
        }
        Reading::Supported => {
            "Sama dengan perkiraan nilai, tetapi jawaban yang belum semua buktinya sesuai dihitung sebagai jawaban terendah."
        }
        Reading::Low => "Yang belum diisi dihitung paling rendah; semua bobot di nilai kerjanya.",
        Reading::High => "Yang belum diisi dihitung paling tinggi; semua bobot di nilai kerjanya.",
        Reading::Lowest => {
            "Yang belum diisi dihitung paling rendah. Bobot yang tidak pasti ditaruh agar hasilnya paling rendah: mulai dari semua di batas bawah, sisanya sampai 100% diberikan kepada nilai terendah lebih dulu, masing-masing paling banyak sampai batas atasnya. Tidak ada pembagian bobot lain di dalam batas yang memberi hasil lebih rendah."
        }
        Reading::Highest => {
            "Yang belum diisi dihitung paling tinggi. Bobot yang tidak pasti ditaruh agar hasilnya paling tinggi: mulai dari semua di batas bawah, sisanya sampai 100% diberikan kepada nilai tertinggi lebih dulu, masing-masing paling banyak sampai batas atasnya. Tidak ada pembagian bobot lain di dalam batas yang memberi hasil lebih tinggi."
        }
    }
}

/// Where a weight is put.
pub const fn at(at: Option<At>) -> &'static str {
    match at {
        Some(At::Fixed) => "tetap",
        Some(At::Working) => "bobot kerja",
        Some(At::Low) => "batas bawah",
        Some(At::High) => "batas atas",
        Some(At::Between) => "sisa sampai 100%",
        None => "bersama",
    }
}

/// Some dimensions of the whole.
pub fn part(rubric: &Rubric, which: Which, outside: &str) -> String {
    match which {
        Which::Subtotal(at) => rubric.subtotals.get(at).map_or("", |subtotal| &*subtotal.name).to_owned(),
        Which::Own => hasil::OWN.to_owned(),
        Which::Outside => outside.to_owned(),
    }
}

/// Rounding, and what that rests on.
pub fn rounding(rubric: &Rubric) -> String {
    format!(
        "Nilai = jawaban : jawaban tertinggi × {}. Hasil kali = bobot × nilai. Tidak ada angka antara yang dibulatkan; yang dibulatkan hanya nilai akhir, satu kali, ke dua desimal (0,005 naik). {}",
        number::decimal(rubric.maximum),
        rests_on(&rubric.rounding)
    )
}

/// A figure in places and, where those do not say it whole, as the fraction it is.
pub fn exact(ratio: &Ratio) -> String {
    match told(ratio) {
        (_, None) => number::exact(ratio),
        (shown, Some(fraction)) if fraction.is_empty() => format!("≈ {}", number::decimal(shown)),
        (shown, Some(fraction)) => format!("≈ {}\n({fraction})", number::decimal(shown)),
    }
}

/// A weight in percent.
pub fn percent(part: &Ratio) -> String {
    match told(&hundredfold(part)) {
        (shown, None) => format!("{}%", number::decimal(shown)),
        (shown, Some(fraction)) if fraction.is_empty() => format!("≈ {}%", number::decimal(shown)),
        (shown, Some(fraction)) => format!("≈ {}%\n({fraction})", number::decimal(shown)),
    }
}

fn rests_on(provenance: &Provenance) -> String {
    let basis = common::basis(provenance.basis);
    if provenance.sources.is_empty() {
        return format!("Dasar: {basis}.");
    }
    format!("Dasar: {basis}; sumber: {}.", provenance.sources.join(", "))
}

/// A weight: how much, from what, between what, and on what it rests.
pub fn weight(weight: &Weight, weighing: &Weighing) -> String {
    let mut text = format!("Bobot {}", percent(&weighing.working));
    if let Some((rest, among)) = weighing.shared {
        let _ = write!(text, ": {}% yang tersisa dibagi rata untuk {among}", number::decimal(rest));
    }
    if let Some(came) = &weighing.came {
        let _ = write!(text, ", semula {}", percent(came));
    }
    if let Some((low, high)) = weight.bounds {
        let times = if weighing.came.is_some() { "kali semula" } else { "kali" };
        let _ = write!(
            text,
            "; boleh {} sampai {} {times}, bersama yang lain jadi {} sampai {}",
            number::decimal(low),
            number::decimal(high),
            percent(&weighing.low),
            percent(&weighing.high)
        );
    }
    text.push_str(". ");
    text.push_str(&rests_on(&weight.provenance));
    text
}

/// What a full answer adds: its weight, times that of its dimension, times the highest result.
pub fn worth(rubric: &Rubric, inner: &Weighing, outer: &Weighing, worth: Range) -> String {
    let (maximum, score) = (number::decimal(rubric.maximum), number::score);
    let low = format!("{} × {} × {maximum} = {}", percent(&inner.low), percent(&outer.low), score(worth.low));
    if inner.low == inner.high && outer.low == outer.high {
        return format!("Jawaban penuh bernilai {low} poin.");
    }
    format!(
        "Jawaban penuh bernilai {low} sampai {} × {} × {maximum} = {} poin.",
        percent(&inner.high),
        percent(&outer.high),
        score(worth.high)
    )
}

/// How an answer becomes a score.
pub fn answer(rubric: &Rubric, values: &Values) -> String {
    let item = values.resolve();
    if item.leaves {
        return "Tidak relevan: keluar dari hitungan.".to_owned();
    }
    let exactly = |part| exact(&on_scale(rubric, part));
    let decimal =
        |units: u64| number::decimal(Decimal::from_ten_thousandths(i64::try_from(units).unwrap_or(0)));
    let formula = |filled: Option<u64>| {
        let mut parts: Vec<String> = values.known.iter().map(|value| decimal(*value)).collect();
        let mut count = parts.len();
        if let Some(filled) = filled {
            parts.push(format!("{} × {}", values.blank, decimal(filled)));
            count += values.blank;
        }
        let (sum, most) = (parts.join(" + "), decimal(values.maximum));
        let maximum = number::decimal(rubric.maximum);
        match count {
            1 => format!("{} : {most} × {maximum}", filled.map_or(sum, decimal)),
            _ => format!("({sum}) : ({count} × {most}) × {maximum}"),
        }
    };
    let mut text = match item.point {
        Some(point) => format!("Nilai: {} = {}.", formula(None), exactly(point)),
        None => format!("Nilai: {}.", pengisian::UNANSWERED),
    };
    if values.blank > 0 {
        let _ = write!(
            text,
            " Terendah {} = {}; tertinggi {} = {}.",
            formula(Some(values.minimum)),
            exactly(item.low),
            formula(Some(values.maximum)),
            exactly(item.high)
        );
    }
    text
}

/// A weight and where it lies, in one line beneath a name.
pub fn beside(weight: &str, at: &str) -> String {
    let parts = if at.is_empty() { ["bobot ", weight, "", ""] } else { ["bobot ", weight, ", ", at] };
    parts.concat()
}
