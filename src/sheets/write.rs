//! Writing workbooks.
//!
//! Invariant: the same book gives the same bytes; a text is never taken for a formula, and there are no macros.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Workbook, Worksheet, XlsxError,
};

use super::numbers::{float, serial};
use crate::domain::date::Date;
use crate::format::sheet::csv::held;
use crate::format::sheet::{Book, Cell, LISTS, Line, NOT_OFFICIAL, Sheet, address};

/// A4 by the number that workbooks know it by.
const A4: u8 = 9;
const BLUE: Color = Color::RGB(0x000B_4F8A);
const PALE: Color = Color::RGB(0x00E4_ECF4);
const LINE: Color = Color::RGB(0x00C9_CDD2);
/// Two places with whatever the country separates them by.
const SCORE: &str = "#,##0.00";
const DAY: &str = "dd/mm/yyyy";
/// Columns that fit on one page.
const WIDE: usize = 10;
/// Height of a line, in points.
const LINE_HEIGHT: u32 = 15;
/// How many letters less fit in a title, which is bold and stands beside a button.
const BOLDER: u8 = 3;
/// Most lines of a row: no row is higher than 409 points.
const TALLEST: u32 = 27;
const REFUSED: &str = "Pilih salah satu isi dari daftar.";

/// Writes a workbook; none only where the writer refuses.
#[must_use]
pub fn write(book: &Book) -> Option<Vec<u8>> {
    made(book).ok()
}

fn made(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let at = Date::read(&book.at).map_or((2000, 1, 1), |day| (day.year().max(1900), day.month(), day.day()));
    let at = ExcelDateTime::from_ymd(at.0, at.1, at.2)?;
    let properties = DocProperties::new().set_title(held(&book.title)).set_subject(NOT_OFFICIAL);
    workbook.set_properties(&properties.set_creation_datetime(&at));
    for sheet in &book.sheets {
        let page = workbook.add_worksheet();
        page.set_name(&*sheet.name)?;
        fill(page, sheet)?;
        choices(page, sheet, book)?;
        layout(page, sheet)?;
    }
    if !book.lists.is_empty() {
        lists(workbook.add_worksheet(), book)?;
    }
    workbook.save_to_buffer()
}

fn plain() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
}

fn head(is_read: bool) -> Format {
    let head = plain().set_bold();
    if is_read {
        head.set_background_color(BLUE).set_font_color(Color::White)
    } else {
        head.set_background_color(PALE)
    }
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    // Of two columns the second says what the first asks for, and stands beside it.
    let plain = if sheet.columns.len() > 2 { plain() } else { plain().set_align(FormatAlign::Left) };
    // A text keeps off the number that ends where it begins.
    let text = if sheet.columns.len() > 2 { plain.clone().set_indent(1) } else { plain.clone() };
    let (score, day) = (plain.clone().set_num_format(SCORE), plain.clone().set_num_format(DAY));
    let heads = sheet.columns.iter().map(|column| lines(&column.title, column.width.saturating_sub(BOLDER)));
    page.set_row_height(0, LINE_HEIGHT * heads.max().unwrap_or(1))?;
    for (column, at) in sheet.columns.iter().zip(0_u16..) {
        page.write_string_with_format(0, at, held(&column.title), &head(column.is_read))?;
        page.set_column_width(at, column.width)?;
    }
    for (line, row) in sheet.lines.iter().zip(1_u32..) {
        page.set_row_height(row, LINE_HEIGHT * lines_of(line, sheet))?;
        for ((cell, column), at) in line.cells.iter().zip(&sheet.columns).zip(0_u16..) {
            match cell {
                Cell::Empty => page.write_blank(row, at, if column.is_day { &day } else { &plain })?,
                Cell::Text(held_text) => page.write_string_with_format(row, at, held(held_text), &text)?,
                Cell::Number(number) => page.write_number_with_format(row, at, float(*number), &plain)?,
                Cell::Score(number) => {
                    page.write_number_with_format(row, at, float(number.decimal()), &score)?
                }
                Cell::Day(date) => page.write_number_with_format(row, at, serial(*date), &day)?,
            };
        }
    }
    Ok(())
}

/// How many lines of text a row takes. Not every program works it out by itself when it opens a file.
fn lines_of(line: &Line, sheet: &Sheet) -> u32 {
    let cells = line.cells.iter().zip(&sheet.columns);
    cells.map(|(cell, column)| lines(&cell.said(), column.width)).max().unwrap_or(1)
}

/// How many lines a text takes in a cell of a width.
fn lines(text: &str, width: u8) -> u32 {
    let width = usize::from(width).max(1);
    let lines: usize = text.lines().map(|text| text.chars().count() / width + 1).sum();
    u32::try_from(lines).unwrap_or(TALLEST).clamp(1, TALLEST)
}

/// Lists to choose from, by cells that hold the numbers themselves: a list of texts would depend on the decimal comma.
fn choices(page: &mut Worksheet, sheet: &Sheet, book: &Book) -> Result<(), XlsxError> {
    let mut row = 1_u32;
    for run in sheet.lines.chunk_by(|one: &Line, other| one.choices == other.choices) {
        let last = row + u32::try_from(run.len()).unwrap_or(1) - 1;
        let choice = run.first().and_then(|line| line.choices);
        let list = choice.and_then(|(_, list)| Some((list, book.lists.get(list)?)));
        if let (Some((column, _)), Some((at, list))) = (choice, list) {
            let (column, at) = (u16::try_from(column).unwrap_or(0), u32::try_from(at).unwrap_or(0));
            let end = u32::try_from(list.items.len()).unwrap_or(1);
            let bound = |row| {
                let name = address(row, at);
                let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
                format!("${letters}${}", row + 1)
            };
            let from = Formula::new(format!("={LISTS}!{}:{}", bound(1), bound(end)));
            let rule = DataValidation::new().allow_list_formula(from).set_error_message(REFUSED)?;
            page.add_data_validation(row, column, last, column, &rule)?;
        }
        row = last + 1;
    }
    Ok(())
}

fn lists(page: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
    page.set_name(LISTS)?;
    for (list, at) in book.lists.iter().zip(0_u16..) {
        page.write_string_with_format(0, at, held(&list.title), &head(false))?;
        page.set_column_width(at, 18)?;
        for (item, row) in list.items.iter().zip(1_u32..) {
            match item {
                Cell::Number(number) => page.write_number_with_format(row, at, float(*number), &plain())?,
                item => page.write_string_with_format(row, at, held(&item.said()), &plain())?,
            };
        }
    }
    page.set_paper_size(A4);
    Ok(())
}

fn layout(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    // Many columns on one page could not be read.
    let pages = if sheet.columns.len() > WIDE { 2 } else { 1 };
    page.set_paper_size(A4)
        .set_print_fit_to_pages(pages, 0)
        .set_repeat_rows(0, 0)?
        .set_repeat_columns(0, 0)?;
    page.set_header(format!("&L{NOT_OFFICIAL}&R&A")).set_footer("&R&P / &N");
    if sheet.columns.len() > 3 {
        page.set_landscape();
        let last = u32::try_from(sheet.lines.len()).unwrap_or(0);
        page.autofilter(0, 0, last, u16::try_from(sheet.columns.len() - 1).unwrap_or(0))?;
    }
    page.set_freeze_panes(1, u16::try_from(sheet.frozen).unwrap_or(0))?;
    Ok(())
}
