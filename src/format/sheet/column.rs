//! The columns of each sheet, and what they are called.
//!
//! Invariant: within a sheet no two columns share a title, whatever labels the instrument brings.

use super::words;
use crate::domain::Text;
use crate::domain::rubric::Terms;

/// Which sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// *Ringkasan*: what it is about, and what it comes to.
    Summary,
    /// *Jawaban*: one line an indicator.
    Answers,
    /// *Bukti dukung*: one line a document.
    Evidence,
    /// *Rincian*: one line a product, person or criterion.
    Parts,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Summary, Self::Answers, Self::Evidence, Self::Parts];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summary => words::SUMMARY,
            Self::Answers => words::ANSWERS,
            Self::Evidence => words::EVIDENCE,
            Self::Parts => words::PARTS,
        }
    }

    /// Its columns; a blank form has what helps to fill it in, and nothing that is reckoned.
    #[must_use]
    pub const fn columns(self, blank: bool) -> &'static [Col] {
        use Col::{
            Advice, Asked, Assumed, Basis, Code, Counted, Date, Dimension, Evidence, Finding, Ground,
            Indicator, Kind, Name, Note, Official, Options, Own, PartId, Question, Reason, State, Subject,
            Title, Until, Value, Verified, Weight, Where,
        };
        match self {
            Self::Summary => &[Subject, Value],
            Self::Answers if blank => &[
                Code, Dimension, Indicator, Weight, Basis, Question, Options, Own, Reason, Assumed, Ground,
                Note,
            ],
            Self::Answers => &[
                Code, Dimension, Indicator, Weight, Basis, Own, Counted, Verified, Official, Reason, Assumed,
                Ground, Note, Evidence, Finding, Advice,
            ],
            Self::Evidence => &[Code, Indicator, Asked, State, Title, Where, Date, Until],
            Self::Parts => &[Code, Indicator, Kind, PartId, Name, Own],
        }
    }
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Col {
    /// What a line of the summary says.
    Subject,
    /// What it says of it.
    Value,
    /// Code of the indicator.
    Code,
    /// Its dimension.
    Dimension,
    /// Its name.
    Indicator,
    /// Its weight in the dimension, in percent.
    Weight,
    /// How firm that is.
    Basis,
    /// What is asked.
    Question,
    /// What can be answered.
    Options,
    /// The office's own answer.
    Own,
    /// What that counts as.
    Counted,
    /// The verified answer.
    Verified,
    /// The published answer.
    Official,
    /// Why it is *tidak relevan*.
    Reason,
    /// Whether it is an assumption.
    Assumed,
    /// What that rests on.
    Ground,
    /// Free note.
    Note,
    /// All documents in short.
    Evidence,
    /// What the verifier said of it.
    Finding,
    /// What to do about it.
    Advice,
    /// A document asked for.
    Asked,
    /// How far it is ready.
    State,
    /// The office's own document.
    Title,
    /// Where it is kept.
    Where,
    /// Its date.
    Date,
    /// Until when it holds.
    Until,
    /// Product, person or criterion.
    Kind,
    /// Its id.
    PartId,
    /// What it is called.
    Name,
}

impl Col {
    /// What is filled in on a line under a code.
    pub(super) const FILLED: [Self; 10] = [
        Self::Own,
        Self::Reason,
        Self::Assumed,
        Self::Ground,
        Self::Note,
        Self::State,
        Self::Title,
        Self::Where,
        Self::Date,
        Self::Until,
    ];

    /// Its title, where the instrument has no word of its own for it.
    pub(super) const fn title_alone(self) -> &'static str {
        match self {
            Self::Subject => "Hal",
            Self::Value => "Isi",
            Self::Code => "Kode",
            Self::Dimension => "Dimensi",
            Self::Indicator => "Indikator",
            Self::Weight => "Bobot (%)",
            Self::Basis => "Sumber bobot",
            Self::Question => "Pertanyaan",
            Self::Options => "Pilihan jawaban",
            Self::Own => "Nilai mandiri",
            Self::Counted => "Dihitung sebagai",
            Self::Verified => "Nilai verifikasi",
            Self::Official => "Nilai resmi",
            Self::Reason => "Alasan tidak relevan",
            Self::Assumed => words::ASSUMED,
            Self::Ground => "Dasar asumsi",
            Self::Note => "Catatan",
            Self::Evidence => "Eviden",
            Self::Finding => "Temuan verifikasi",
            Self::Advice => "Rekomendasi",
            Self::Asked => words::EVIDENCE,
            Self::State => "Keadaan",
            Self::Title => "Judul dokumen",
            Self::Where => "Tempat menyimpan",
            Self::Date => "Tanggal dokumen",
            Self::Until => "Berlaku sampai",
            Self::Kind => "Jenis",
            Self::PartId => "Nomor butir",
            Self::Name => "Butir",
        }
    }

    /// Its title. A word of the instrument that another column has already is not used.
    #[must_use]
    pub fn title(self, terms: &Terms) -> Text {
        let named = [Self::Dimension, Self::Indicator, Self::Own, Self::Verified, Self::Official];
        let word = |col: Self| match col {
            Self::Dimension => &terms.dimension,
            Self::Indicator => &terms.indicator,
            Self::Own => &terms.own,
            Self::Verified => &terms.verified,
            _ => &terms.official,
        };
        if !named.contains(&self) {
            return self.title_alone().into();
        }
        let own = word(self);
        let is_taken = ALL.iter().any(|col| *col != self && col.title_alone() == own.trim())
            || named.iter().any(|col| *col != self && word(*col).trim() == own.trim());
        if is_taken || own.trim().is_empty() { self.title_alone().into() } else { own.trim().into() }
    }

    /// Its width in characters.
    #[must_use]
    pub const fn width(self) -> u8 {
        match self {
            Self::Code | Self::Weight => 10,
            Self::Own | Self::Counted | Self::Verified | Self::Official | Self::Assumed | Self::Kind => 13,
            Self::Basis | Self::State | Self::Date | Self::Until | Self::PartId => 16,
            Self::Dimension => 22,
            Self::Indicator | Self::Reason | Self::Ground | Self::Title | Self::Where | Self::Name => 30,
            Self::Subject => 36,
            Self::Question | Self::Note | Self::Evidence | Self::Finding | Self::Advice | Self::Asked => 44,
            Self::Options | Self::Value => 60,
        }
    }

    /// Whether it is read back.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(
            self,
            Self::Value
                | Self::Own
                | Self::Reason
                | Self::Assumed
                | Self::Ground
                | Self::Note
                | Self::State
                | Self::Title
                | Self::Where
                | Self::Date
                | Self::Until
        )
    }
}

/// All columns.
pub const ALL: [Col; 29] = [
    Col::Subject,
    Col::Value,
    Col::Code,
    Col::Dimension,
    Col::Indicator,
    Col::Weight,
    Col::Basis,
    Col::Question,
    Col::Options,
    Col::Own,
    Col::Counted,
    Col::Verified,
    Col::Official,
    Col::Reason,
    Col::Assumed,
    Col::Ground,
    Col::Note,
    Col::Evidence,
    Col::Finding,
    Col::Advice,
    Col::Asked,
    Col::State,
    Col::Title,
    Col::Where,
    Col::Date,
    Col::Until,
    Col::Kind,
    Col::PartId,
    Col::Name,
];
