//! Workbooks (XLSX): modules of their own, which the page fetches when one is first asked for. One writes, one reads, so that
//! nobody waits for the half that they did not ask for.
//!
//! The only room that holds floats: a workbook knows no other numbers. They are made from exact numbers by their text, and
//! made exact again before anything else sees them.
//!
//! Invariant: nothing here knows what a sheet means, and nothing that comes in is believed to be of any size.

mod book;
mod numbers;
mod read;
#[cfg(target_arch = "wasm32")]
pub mod served;
mod unpack;
mod write;
mod xml;

pub use read::read;
pub use write::write;

use crate::format::sheet::wire;

/// The workbook that a packed book is written as; nothing where there is none.
#[must_use]
pub fn written(book: &[u8]) -> Vec<u8> {
    wire::unpack(book).and_then(|book| write(&book)).unwrap_or_default()
}

/// What reading a workbook comes to, packed.
#[must_use]
pub fn readout(file: &[u8]) -> Vec<u8> {
    wire::pack_read(&read(file))
}
