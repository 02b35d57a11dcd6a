//! Flat tables as NDJSON, CSV and, where it was built in, Parquet.
//!
//! Invariant: every format holds the same rows; a value that is not there is `null`, an empty field, or a null.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::cli::files::unwritten;
use crate::format::json::Json;
use crate::format::recap::flat::{Column, Value};

/// A value as CSV writes it (RFC 4180); before what a spreadsheet would take for a formula stands an apostrophe.
fn field(value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => {
            // Blanks before it do not keep a spreadsheet from taking it for a formula.
            let is_formula =
                text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
            let guard = if is_formula { "'" } else { "" };
            if text.contains([',', ';', '"', '\n', '\r']) {
                format!("\"{guard}{}\"", text.replace('"', "\"\""))
            } else {
                format!("{guard}{text}")
            }
        }
        other => other.json().compact(),
    }
}

/// The format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One JSON object a line.
    Lines,
    /// Comma-separated values under a line of names.
    Csv,
    /// Apache Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Kind {
    /// The format that a name with this ending has; none where it is not written here.
    pub fn of(ending: &str) -> Option<Self> {
        match ending {
            "ndjson" | "jsonl" => Some(Self::Lines),
            "csv" => Some(Self::Csv),
            #[cfg(feature = "parquet")]
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// A table that is being written.
pub struct Table {
    path: PathBuf,
    columns: &'static [Column],
    out: Out,
}

enum Out {
    Lines(Box<dyn Write + Send>),
    Csv(Box<dyn Write + Send>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::Sheet>),
}

impl Table {
    /// Begins the table that is written to a file of this name. Faults name it.
    pub fn begin(kind: Kind, path: &Path, columns: &'static [Column]) -> io::Result<Self> {
        let out =
            File::create(path).and_then(|file| Out::begin(kind, Box::new(BufWriter::new(file)), columns));
        match out {
            Ok(out) => Ok(Self { path: path.to_owned(), columns, out }),
            Err(reason) => Err(unwritten(path, &reason)),
        }
    }

    /// Adds a row: one value for each column.
    pub fn row(&mut self, values: Vec<Value>) -> io::Result<()> {
        self.out.row(self.columns, values).map_err(|reason| unwritten(&self.path, &reason))
    }

    /// Ends the table.
    pub fn close(self) -> io::Result<()> {
        self.out.close().map_err(|reason| unwritten(&self.path, &reason))
    }
}

impl Out {
    fn begin(kind: Kind, mut out: Box<dyn Write + Send>, columns: &'static [Column]) -> io::Result<Self> {
        Ok(match kind {
            Kind::Lines => Self::Lines(out),
            Kind::Csv => {
                let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
                write!(out, "{}\r\n", names.join(","))?;
                Self::Csv(out)
            }
            #[cfg(feature = "parquet")]
            Kind::Parquet => Self::Parquet(Box::new(super::parquet::Sheet::begin(out, columns)?)),
        })
    }

    fn row(&mut self, columns: &[Column], values: Vec<Value>) -> io::Result<()> {
        match self {
            Self::Lines(out) => {
                let names = columns.iter().map(|column| column.name.to_owned());
                let line = Json::Object(names.zip(values.iter().map(Value::json)).collect());
                writeln!(out, "{}", line.compact())
            }
            Self::Csv(out) => {
                let fields: Vec<String> = values.iter().map(field).collect();
                write!(out, "{}\r\n", fields.join(","))
            }
            #[cfg(feature = "parquet")]
            Self::Parquet(sheet) => sheet.row(values),
        }
    }

    fn close(self) -> io::Result<()> {
        match self {
            Self::Lines(mut out) | Self::Csv(mut out) => out.flush(),
            #[cfg(feature = "parquet")]
            Self::Parquet(sheet) => sheet.close(),
        }
    }
}
