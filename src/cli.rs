//! The command line: the same core, over files.
//!
//! Invariant: results go to standard output as one line of JSON each, words for people to standard error;
//! the exit code is 0, 1 where some file was bad, 2 where the call itself was, 3 where the result could not be written.

use std::ffi::OsString;
use std::io::{self, Read, Write};

use clap::{Parser, Subcommand, ValueEnum};

use crate::domain::plan::By;
use crate::domain::zone::Subject;

mod explain;
mod files;
mod plan;
mod recap;
mod rubrics;
mod score;
mod shipped;
mod zone;

/// Penilaian mandiri pelayanan publik: hitung nilai, kategori, dan zona dari berkas.
#[derive(Debug, Parser)]
#[command(
    name = "swanilai",
    version,
    about = "Penilaian mandiri pelayanan publik: hitung nilai, kategori, dan zona dari berkas"
)]
struct Call {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Hitung nilai dari berkas penilaian; satu baris JSON tiap berkas.
    Score {
        /// Berkas penilaian; - untuk masukan standar.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<OsString>,
    },
    /// Dari mana tiap angka: hasil kali, jumlah, pembulatan, batas, dan sumber bobot; satu baris JSON.
    Explain {
        /// Berkas penilaian; - untuk masukan standar.
        #[arg(value_name = "FILE")]
        file: OsString,
    },
    /// Rencana perbaikan paling ringkas menuju satu kategori; satu baris JSON. Yang belum diisi dihitung terendah.
    ///
    /// Rencana yang tersimpan dalam berkas (sasaran, kunci, batas, upaya) ikut dipakai; yang disebut di sini
    /// menggantikannya.
    Plan {
        /// Berkas penilaian; - untuk masukan standar.
        #[arg(value_name = "FILE")]
        file: OsString,
        /// Kategori yang dituju, misalnya B; tanpa ini menurut berkas, atau satu kategori di atas yang sekarang.
        #[arg(long, value_name = "CATEGORY")]
        target: Option<String>,
        /// Aman pada perkiraan terendah: batas bawah kisaran yang harus mencapai kategori itu.
        #[arg(long)]
        low: bool,
        /// Yang dibuat sesedikit mungkin: indikator (count) atau beban kerja (effort); tanpa ini menurut berkas, atau count.
        #[arg(long, value_enum)]
        by: Option<ByWord>,
        /// Tiap produk atau petugas boleh naik sendiri-sendiri.
        #[arg(long)]
        each: bool,
        /// Abaikan rencana yang tersimpan dalam berkas.
        #[arg(long)]
        ignore_plan: bool,
    },
    /// Rekap banyak berkas: unit, nilai pemda, dan yang tidak dihitung beserta alasannya; satu objek JSON, atau tabel.
    Recap(recap::Wanted),
    /// Kategori dan zona dari satu nilai.
    Zone {
        /// Kode instrumen, misalnya ombudsman-kepatuhan-2023.
        rubric: String,
        /// Nilai, misalnya 78,34 atau 78.34.
        #[arg(allow_hyphen_values = true)]
        score: String,
        /// Yang dinilai.
        #[arg(long, value_enum, default_value_t = SubjectWord::Unit)]
        subject: SubjectWord,
    },
    /// Instrumen.
    Rubric {
        #[command(subcommand)]
        command: RubricCommand,
    },
}

#[derive(Debug, Subcommand)]
enum RubricCommand {
    /// Periksa berkas instrumen.
    Check {
        /// Berkas instrumen; - untuk masukan standar.
        #[arg(value_name = "FILE")]
        file: OsString,
    },
    /// Daftar instrumen yang tersedia; satu baris JSON tiap instrumen.
    List,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SubjectWord {
    /// Satu unit atau perangkat daerah.
    Unit,
    /// Pemerintah daerah.
    Pemda,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ByWord {
    /// Jumlah indikator yang diperbaiki.
    Count,
    /// Beban kerja.
    Effort,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All was well.
    Fine,
    /// Some file was bad.
    BadFile,
    /// The call itself was.
    BadCall,
}

impl Outcome {
    /// The exit code of the process.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::BadFile => 1,
            Self::BadCall => 2,
        }
    }
}

/// The streams of a call.
#[derive(Debug)]
pub struct Streams<I, O, E> {
    /// Standard input.
    pub input: I,
    /// Standard output.
    pub out: O,
    /// Standard error.
    pub err: E,
}

/// The exit code where a stream could not be written to, or a table: nobody may take what is there for the whole.
pub const UNWRITTEN: u8 = 3;

/// What is said then.
#[must_use]
pub fn unwritten(reason: &io::Error) -> String {
    format!("Hasil tidak dapat ditulis seluruhnya: {}.", files::words(reason))
}

/// Runs a call. `arguments` begin with the name of the program.
///
/// # Errors
/// Where a stream cannot be written to, or a table.
pub fn run<I: Read, O: Write, E: Write>(
    arguments: impl IntoIterator<Item = OsString>,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let call = match Call::try_parse_from(arguments) {
        Ok(call) => call,
        Err(stop) => {
            let said = stop.render();
            return if stop.use_stderr() {
                write!(streams.err, "{said}")?;
                Ok(Outcome::BadCall)
            } else {
                write!(streams.out, "{said}")?;
                Ok(Outcome::Fine)
            };
        }
    };
    let outcome = match call.command {
        Command::Score { files } => score::score(&files, streams)?,
        Command::Explain { file } => explain::explain(&file, streams)?,
        Command::Plan { file, target, low, by, each, ignore_plan } => {
            let by = by.map(|word| match word {
                ByWord::Count => By::Count,
                ByWord::Effort => By::Effort,
            });
            plan::plan(&file, &plan::Asked { target, low, by, each, ignoring: ignore_plan }, streams)?
        }
        Command::Recap(wanted) => recap::recap(&wanted, streams)?,
        Command::Zone { rubric, score, subject } => {
            let subject = match subject {
                SubjectWord::Unit => Subject::Unit,
                SubjectWord::Pemda => Subject::Pemda,
            };
            zone::zone(&rubric, &score, subject, streams)?
        }
        Command::Rubric { command: RubricCommand::Check { file } } => rubrics::check(&file, streams)?,
        Command::Rubric { command: RubricCommand::List } => rubrics::list(streams)?,
    };
    streams.out.flush()?;
    Ok(outcome)
}
