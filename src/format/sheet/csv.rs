//! CSV as Excel opens it under Indonesian settings: UTF-8 with its mark, `;`, decimal comma, CRLF, quotes by RFC 4180.
//!
//! Invariant: no field that is a text begins as a formula does, and reading gives back every text that was written.

use super::{Book, Cell, Grid};
use crate::domain::Text;

/// The mark by which Excel knows UTF-8.
const MARK: &str = "\u{feff}";
/// What separates fields as written.
const BETWEEN: char = ';';
/// The title of the column that names the sheet of each line.
pub const SHEET: &str = "Lembar";
/// Most bytes that are read.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// A book as one table: all columns side by side, and first of all which sheet a line is of.
#[must_use]
pub fn write(book: &Book) -> String {
    let mut titles: Vec<Text> = vec![SHEET.into()];
    for column in book.sheets.iter().flat_map(|sheet| &sheet.columns) {
        if !titles.contains(&column.title) {
            titles.push(column.title.clone());
        }
    }
    let mut out = MARK.to_owned();
    let head: Vec<Cell> = titles.iter().map(|title| Cell::text(title)).collect();
    put(&mut out, &head);
    for sheet in &book.sheets {
        for line in &sheet.lines {
            let mut cells = vec![Cell::Empty; titles.len()];
            let name = [(0, Cell::Text(sheet.name.clone()))];
            let own = sheet.columns.iter().zip(&line.cells).filter_map(|(column, cell)| {
                Some((titles.iter().position(|title| *title == column.title)?, cell.clone()))
            });
            for (at, cell) in own.chain(name) {
                if let Some(place) = cells.get_mut(at) {
                    *place = cell;
                }
            }
            put(&mut out, &cells);
        }
    }
    out
}

fn put(out: &mut String, cells: &[Cell]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(BETWEEN);
        }
        let said = cell.said();
        match cell {
            Cell::Text(_) => field(out, &guarded(&said)),
            _ => field(out, &said),
        }
    }
    out.push_str("\r\n");
}

fn field(out: &mut String, text: &str) {
    if text.contains([BETWEEN, ',', '\t', '"', '\n', '\r']) && !is_number(text) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// A number needs no quotes for its comma: only what separates here would need them.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'-'))
}

/// Whether a spreadsheet would take a text for a formula, or for a guarded one.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    if is_risky(text) { ["'", text].concat() } else { text.to_owned() }
}

/// What a guarded text says.
#[must_use]
pub fn bared(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_risky(text)).unwrap_or(text)
}

/// A text as far as spreadsheets hold it: no more letters than a cell takes, none that XML has no place for.
#[must_use]
pub fn held(text: &str) -> String {
    let fits = |letter: &char| !letter.is_control() || matches!(letter, '\t' | '\n');
    let fits = |letter: &char| fits(letter) && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    // Cells count in UTF-16.
    let mut room = MAX_LETTERS;
    let within = |letter: &char| {
        room = room.saturating_sub(letter.len_utf16());
        room > 0
    };
    text.chars().filter(fits).take_while(within).collect::<String>().trim().to_owned()
}

/// Most letters of a cell.
const MAX_LETTERS: usize = 32_767;

/// Whether bytes are a table of ours by their first line.
#[must_use]
pub fn is_meant(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes);
    let bytes = bytes.strip_prefix(b"\"").unwrap_or(bytes);
    bytes
        .strip_prefix(SHEET.as_bytes())
        .is_some_and(|rest| rest.first().is_some_and(|byte| matches!(byte, b';' | b',' | b'\t' | b'"')))
}

/// Reads a table, whichever of `;`, `,` and tab separates it, in UTF-8 or as older programs write it.
#[must_use]
pub fn read(bytes: &[u8]) -> Grid {
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| western(bytes));
    let text = text.strip_prefix(MARK).unwrap_or(&text);
    let between = separator(text);
    let mut cells = Vec::new();
    let (mut row, mut column, mut field) = (0_u32, 0_u32, String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    let mut end = |row, column, field: &mut String| {
        let text = std::mem::take(field);
        if !text.is_empty() {
            cells.push((row, column, Cell::text(bared(&text))));
        }
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\n' if !quoted => {
                end(row, column, &mut field);
                (row, column) = (row.saturating_add(1), 0);
            }
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            _ if letter == between && !quoted => {
                end(row, column, &mut field);
                column = column.saturating_add(1);
            }
            _ => field.push(letter),
        }
    }
    end(row, column, &mut field);
    Grid { name: String::new(), cells }
}

/// What stands behind the first title.
fn separator(text: &str) -> char {
    let head = text.trim_start_matches('"');
    let rest = head.strip_prefix(SHEET).unwrap_or_default().trim_start_matches('"');
    rest.chars().next().filter(|letter| matches!(letter, ';' | ',' | '\t')).unwrap_or(BETWEEN)
}

/// Windows-1252, which has a letter for nearly every byte; Excel's plain CSV is written in it.
fn western(bytes: &[u8]) -> String {
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let upper: Vec<char> = UPPER.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(0x80).and_then(|at| upper.get(usize::from(at))) {
        Some(letter) => *letter,
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::{Decimal, Score};
    use crate::format::sheet::{Column, Line, Sheet};

    fn book(texts: &[&str]) -> Book {
        let column = |title: &str| Column { title: title.into(), width: 9, is_read: true, is_day: false };
        let columns = (0..texts.len()).map(|at| column(&format!("K{at}"))).collect();
        let line = Line { cells: texts.iter().map(|text| Cell::text(text)).collect(), choices: None };
        let sheet = Sheet { name: "Jawaban".into(), columns, lines: vec![line], frozen: 0 };
        Book { sheets: vec![sheet], ..Book::default() }
    }

    fn back(texts: &[&str]) -> Vec<String> {
        let grid = read(write(&book(texts)).as_bytes());
        let mut found = vec![String::new(); texts.len()];
        for (_, column, cell) in grid.cells.into_iter().filter(|(row, column, _)| *row == 1 && *column > 0) {
            found[usize::try_from(column).unwrap() - 1] = cell.said();
        }
        found
    }

    #[test]
    fn every_text_comes_back_as_it_was_and_none_begins_as_a_formula() {
        let texts = [
            "=1+1",
            "+62",
            "-",
            "@a",
            "\tx",
            "\rx",
            "\nx",
            "'=1",
            "''=1",
            "'halo",
            "a;b",
            "a,b",
            "a\"b",
            "\"",
            "a\r\nb",
            "  ",
            "é 日本 🙂",
            "\u{feff}x",
            "1,5",
            "'",
            "'-",
        ];
        assert_eq!(back(&texts), texts);
        let written = write(&book(&texts));
        for field in written.split(['\n', ';']) {
            let field = field.trim_start_matches('"');
            assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field:?}");
        }
    }

    #[test]
    fn it_is_written_as_indonesian_excel_opens_it() {
        let mut made = book(&["", "", "x"]);
        made.sheets[0].lines[0].cells[0] = Cell::Number(Decimal::from_ten_thousandths(25_000));
        made.sheets[0].lines[0].cells[1] = Cell::Score(Score::from_hundredths(7830));
        made.sheets[0].lines[0].cells[2] = Cell::day("2026-12-31");
        assert_eq!(write(&made), "\u{feff}Lembar;K0;K1;K2\r\nJawaban;2,5;78,30;31/12/2026\r\n");
    }

    #[test]
    fn tables_are_known_by_their_first_title_and_read_whatever_separates_them() {
        for (text, meant) in [
            ("\u{feff}Lembar;Kode\r\n", true),
            ("Lembar,Kode", true),
            ("\"Lembar\"\t\"Kode\"", true),
            ("Lembaran;", false),
            ("{}", false),
            ("", false),
        ] {
            assert_eq!(is_meant(text.as_bytes()), meant, "{text}");
        }
        for text in ["Lembar;a\nx;\"1;2\"", "Lembar,a\nx,\"1;2\"", "Lembar\ta\r\nx\t1;2"] {
            let cells = read(text.as_bytes()).cells;
            assert_eq!(cells[3], (1, 1, Cell::text("1;2")), "{text}");
        }
        assert_eq!(read(b"Lembar;\x93caf\xe9\x94").cells[1].2, Cell::text("“café”"));
    }
}
