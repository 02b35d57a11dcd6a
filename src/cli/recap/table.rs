//! Flat tables as NDJSON, CSV and, where it was built in, Parquet.
//!
//! Invariant: every format holds the same rows; a value that is not there is `null`, an empty field, or a null.

use std::io::{self, Write};

use crate::domain::number::Score;
use crate::format::json::Json;

/// A column: its name, and what stands in it.
pub struct Column {
    /// Its name, the same in all formats.
    pub name: &'static str,
    /// What stands in it.
    #[cfg_attr(
        not(feature = "parquet"),
        allow(dead_code, reason = "only Parquet asks before there is a value")
    )]
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Texts.
    Text,
    /// Numbers of two places.
    Score,
    /// Whole numbers.
    Whole,
    /// True or false.
    Flag,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    None,
    /// A text.
    Text(String),
    /// A number of two places.
    Score(Score),
    /// A whole number.
    Whole(u64),
    /// True or false.
    Flag(bool),
}

impl Value {
    /// A text; an empty one is nothing.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text.to_owned()) }
    }

    /// A score, where there is one.
    pub fn score(score: Option<Score>) -> Self {
        score.map_or(Self::None, Self::Score)
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        u64::try_from(count).map_or(Self::None, Self::Whole)
    }

    /// As JSON writes it.
    pub fn json(&self) -> Json {
        match self {
            Self::None => Json::Null,
            Self::Text(text) => Json::text(text),
            Self::Score(score) => Json::number(*score),
            Self::Whole(whole) => Json::number(*whole),
            Self::Flag(flag) => Json::Bool(*flag),
        }
    }

    /// As CSV writes it (RFC 4180); before what a spreadsheet would take for a formula stands an apostrophe.
    fn field(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => {
                // A spreadsheet would take it for a formula.
                let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
                if text.contains([',', '"', '\n', '\r']) {
                    format!("\"{guard}{}\"", text.replace('"', "\"\""))
                } else {
                    format!("{guard}{text}")
                }
            }
            other => other.json().compact(),
        }
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
    /// Begins a table.
    pub fn begin(kind: Kind, mut out: Box<dyn Write + Send>, columns: &'static [Column]) -> io::Result<Self> {
        let out = match kind {
            Kind::Lines => Out::Lines(out),
            Kind::Csv => {
                let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
                write!(out, "{}\r\n", names.join(","))?;
                Out::Csv(out)
            }
            #[cfg(feature = "parquet")]
            Kind::Parquet => Out::Parquet(Box::new(super::parquet::Sheet::begin(out, columns)?)),
        };
        Ok(Self { columns, out })
    }

    /// Adds a row: one value for each column.
    pub fn row(&mut self, values: Vec<Value>) -> io::Result<()> {
        match &mut self.out {
            Out::Lines(out) => {
                let names = self.columns.iter().map(|column| column.name.to_owned());
                let line = Json::Object(names.zip(values.iter().map(Value::json)).collect());
                writeln!(out, "{}", line.compact())
            }
            Out::Csv(out) => {
                let fields: Vec<String> = values.iter().map(Value::field).collect();
                write!(out, "{}\r\n", fields.join(","))
            }
            #[cfg(feature = "parquet")]
            Out::Parquet(sheet) => sheet.row(values),
        }
    }

    /// Ends the table.
    pub fn close(self) -> io::Result<()> {
        match self.out {
            Out::Lines(mut out) | Out::Csv(mut out) => out.flush(),
            #[cfg(feature = "parquet")]
            Out::Parquet(sheet) => sheet.close(),
        }
    }
}
