//! Tables as Apache Parquet.
//!
//! Invariant: rows are written in groups of [`GROUP`], so that what is held does not grow with their number; scores are
//! decimals of two places, never floats.

use std::io::{self, Write};
use std::mem::take;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::errors::ParquetError;

use crate::format::recap::flat::{Column, Holds, Value};

/// Rows of one group.
const GROUP: usize = 16_384;
/// Digits of a score, and those after the point.
const DIGITS: u8 = 9;
const PLACES: i8 = 2;

/// A table that is being written.
pub struct Sheet {
    columns: &'static [Column],
    schema: Arc<Schema>,
    writer: ArrowWriter<Box<dyn Write + Send>>,
    rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// Begins a table.
    pub fn begin(out: Box<dyn Write + Send>, columns: &'static [Column]) -> io::Result<Self> {
        let fields = columns.iter().map(|column| Field::new(column.name, kind(column.holds), true));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let writer = ArrowWriter::try_new(out, schema.clone(), None).map_err(fault)?;
        Ok(Self { columns, schema, writer, rows: Vec::new() })
    }

    /// Adds a row.
    pub fn row(&mut self, values: Vec<Value>) -> io::Result<()> {
        self.rows.push(values);
        if self.rows.len() == GROUP { self.group() } else { Ok(()) }
    }

    /// Ends the table.
    pub fn close(mut self) -> io::Result<()> {
        self.group()?;
        self.writer.close().map(drop).map_err(fault)
    }

    fn group(&mut self) -> io::Result<()> {
        let rows = take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        let each = self.columns.iter().enumerate();
        let arrays =
            each.map(|(at, column)| array(column.holds, &rows, at)).collect::<io::Result<Vec<_>>>()?;
        let batch = RecordBatch::try_new(self.schema.clone(), arrays).map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(fault)?;
        self.writer.flush().map_err(fault)
    }
}

/// The fault of the file itself, where it is one.
fn fault(fault: ParquetError) -> io::Error {
    match fault {
        ParquetError::External(inner) => inner.downcast().map_or_else(io::Error::other, |own| *own),
        other => io::Error::other(other),
    }
}

const fn kind(holds: Holds) -> DataType {
    match holds {
        Holds::Text => DataType::Utf8,
        Holds::Score => DataType::Decimal128(DIGITS, PLACES),
        Holds::Whole => DataType::Int64,
        Holds::Flag => DataType::Boolean,
    }
}

/// One column of these rows.
fn array(holds: Holds, rows: &[Vec<Value>], at: usize) -> io::Result<ArrayRef> {
    let values = rows.iter().map(|row| row.get(at));
    Ok(match holds {
        Holds::Text => {
            let texts = values.map(|value| match value {
                Some(Value::Text(text)) => Some(text.as_str()),
                _ => None,
            });
            Arc::new(texts.collect::<StringArray>())
        }
        Holds::Score => {
            let scores = values.map(|value| match value {
                Some(Value::Score(score)) => Some(i128::from(score.hundredths())),
                _ => None,
            });
            let scores = scores.collect::<Decimal128Array>().with_precision_and_scale(DIGITS, PLACES);
            Arc::new(scores.map_err(io::Error::other)?)
        }
        Holds::Whole => {
            let wholes = values.map(|value| match value {
                Some(Value::Whole(whole)) => i64::try_from(*whole).ok(),
                _ => None,
            });
            Arc::new(wholes.collect::<Int64Array>())
        }
        Holds::Flag => {
            let flags = values.map(|value| match value {
                Some(Value::Flag(flag)) => Some(*flag),
                _ => None,
            });
            Arc::new(flags.collect::<BooleanArray>())
        }
    })
}
