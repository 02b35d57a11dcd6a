//! Addresses of the views.
//!
//! Invariant: every route writes an address that reads back as the same route; what is unknown is the first page.

use crate::domain::Text;

/// Bytes of the longest address: two ids and the name of the view.
const LONGEST: usize = 160;

/// A view, and what in it is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The first page.
    #[default]
    Beranda,
    /// Who is assessed, before the first question: id of the instrument.
    Mulai(Text),
    /// Filling in: id of the dimension (empty: the first), id of the indicator to show (may be empty).
    Pengisian(Text, Text),
    /// What is still missing.
    Cek,
    /// The result.
    Hasil,
    /// What to improve first.
    Perbaikan,
    /// A draft beside the answers, and what moves the result.
    Simulasi,
    /// What was agreed to be done.
    TindakLanjut,
    /// States kept by name, and official results.
    Tonggak,
    /// Where every number comes from: id of the dimension or indicator, or empty.
    Angka(Text),
    /// What can be seen on a walk through the place of service: where one stands, or empty.
    Keliling(Text),
    /// An interview, one question at a time: id of the indicator and who is asked, or empty.
    Wawancara(Text),
    /// What to ask a companion.
    Tanya,
    /// Who prepares what, and what came back.
    Bagi,
    /// What the secretariat found in the answers: which of them are shown, or empty.
    Verifikasi(Text),
    /// Many offices' files as one picture: the part of it that is shown, or empty.
    Rekap(Text),
    /// Papers to be printed and signed: which of them, or empty.
    Lembar(Text),
    /// The blank form for interviews: id of the instrument.
    Formulir(Text),
    /// Sources and limits: id of the instrument, or empty.
    Tentang(Text),
}

impl Route {
    /// Reads the part of the address after `#`. One longer than any of ours is none of ours.
    #[must_use]
    pub fn read(hash: &str) -> Self {
        if hash.len() > LONGEST {
            return Self::Beranda;
        }
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/').map(Text::from);
        let mut next = || parts.next().unwrap_or_default();
        let (view, id) = (next(), next());
        match &*view {
            "isi" => Self::Pengisian(id, next()),
            "cek" => Self::Cek,
            "hasil" => Self::Hasil,
            "perbaikan" => Self::Perbaikan,
            "simulasi" => Self::Simulasi,
            "tindak-lanjut" => Self::TindakLanjut,
            "tonggak" => Self::Tonggak,
            "angka" => Self::Angka(id),
            "keliling" => Self::Keliling(id),
            "wawancara" => Self::Wawancara(id),
            "tanya" => Self::Tanya,
            "bagi" => Self::Bagi,
            "verifikasi" => Self::Verifikasi(id),
            "rekap" => Self::Rekap(id),
            "lembar" => Self::Lembar(id),
            "tentang" => Self::Tentang(id),
            "mulai" if !id.is_empty() => Self::Mulai(id),
            "formulir" if !id.is_empty() => Self::Formulir(id),
            _ => Self::Beranda,
        }
    }

    /// The address, with `#`.
    #[must_use]
    pub fn hash(&self) -> String {
        let joined = |name: &str, parts: [&Text; 2]| {
            let mut hash = format!("#/{name}");
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                hash.push('/');
                hash.push_str(part);
            }
            hash
        };
        let none = Text::default();
        match self {
            Self::Beranda => "#/".to_owned(),
            Self::Mulai(id) => joined("mulai", [id, &none]),
            Self::Pengisian(dimension, indicator) => joined("isi", [dimension, indicator]),
            Self::Cek => "#/cek".to_owned(),
            Self::Hasil => "#/hasil".to_owned(),
            Self::Perbaikan => "#/perbaikan".to_owned(),
            Self::Simulasi => "#/simulasi".to_owned(),
            Self::TindakLanjut => "#/tindak-lanjut".to_owned(),
            Self::Tonggak => "#/tonggak".to_owned(),
            Self::Angka(id) => joined("angka", [id, &none]),
            Self::Keliling(spot) => joined("keliling", [spot, &none]),
            Self::Wawancara(id) => joined("wawancara", [id, &none]),
            Self::Tanya => "#/tanya".to_owned(),
            Self::Bagi => "#/bagi".to_owned(),
            Self::Verifikasi(which) => joined("verifikasi", [which, &none]),
            Self::Rekap(part) => joined("rekap", [part, &none]),
            Self::Lembar(which) => joined("lembar", [which, &none]),
            Self::Formulir(id) => joined("formulir", [id, &none]),
            Self::Tentang(id) => joined("tentang", [id, &none]),
        }
    }

    /// Whether it shows the open assessment. `boot.js` goes by the same, to ask for its instrument.
    #[must_use]
    pub const fn needs_work(&self) -> bool {
        !matches!(
            self,
            Self::Beranda | Self::Mulai(_) | Self::Rekap(_) | Self::Formulir(_) | Self::Tentang(_)
        )
    }

    /// Whether it is about what to do next, and so one of the views of *Perbaikan*.
    #[must_use]
    pub const fn is_of_perbaikan(&self) -> bool {
        matches!(self, Self::Perbaikan | Self::Simulasi | Self::TindakLanjut | Self::Tonggak)
    }

    /// Whether both are the same view, whatever they show in it.
    #[must_use]
    pub fn same_view(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back_as_its_route() {
        let routes = [
            Route::Beranda,
            Route::Mulai("sakip-2021".into()),
            Route::Pengisian("".into(), "".into()),
            Route::Pengisian("input".into(), "".into()),
            Route::Pengisian("input".into(), "IN-01".into()),
            Route::Cek,
            Route::Hasil,
            Route::Perbaikan,
            Route::Simulasi,
            Route::TindakLanjut,
            Route::Tonggak,
            Route::Angka("".into()),
            Route::Angka("IN-01".into()),
            Route::Keliling("".into()),
            Route::Keliling("site~2".into()),
            Route::Wawancara("".into()),
            Route::Wawancara("IN-01".into()),
            Route::Tanya,
            Route::Bagi,
            Route::Verifikasi("".into()),
            Route::Verifikasi("berbeda".into()),
            Route::Rekap("".into()),
            Route::Rekap("unit".into()),
            Route::Lembar("".into()),
            Route::Lembar("hasil".into()),
            Route::Formulir("sakip-2021".into()),
            Route::Tentang("".into()),
        ];
        for route in routes {
            assert_eq!(Route::read(&route.hash()), route);
        }
        assert_eq!(Route::read("#/tidak-ada"), Route::Beranda);
        assert_eq!(Route::read(""), Route::Beranda);
        assert_eq!(Route::read("#/mulai/"), Route::Beranda);
        assert_eq!(Route::read(&format!("#/mulai/{}", "a".repeat(1_000))), Route::Beranda);
    }
}
