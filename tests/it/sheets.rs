//! Tables out and in: CSV and workbooks say the same, come back as they went, and nothing in them can hurt.

use std::io::{Cursor, Read, Write};
use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, Unit};
use swanilai::domain::merge::Conflict;
use swanilai::domain::number::Decimal;
use swanilai::domain::recap::{Meta, Row};
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::format::document::{self, Stamp};
use swanilai::format::rubric::decode;
use swanilai::format::sheet::port::{self, NOT_A_BOOK, TOO_LARGE};
use swanilai::format::sheet::{Book, Cell, Grid, Kind, Taken, Trouble, book, csv, take, units};
use swanilai::sheets;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::anything::assessment;
use crate::dice::Dice;

const SHIPPED: [&str; 4] = [
    include_str!("../../rubrics/sakip-2021.json"),
    include_str!("../../rubrics/pekppp-2023-luring.json"),
    include_str!("../../rubrics/ombudsman-opini-2025.json"),
    include_str!("../../rubrics/ombudsman-kepatuhan-2023.json"),
];
pub const NOW: &str = "2026-11-22T08:00:00+07:00";

fn rubrics() -> impl Iterator<Item = Rubric> {
    SHIPPED.into_iter().map(|text| decode(text).unwrap())
}

pub fn sakip() -> Rubric {
    decode(SHIPPED[0]).unwrap()
}

/// Both ways out and in again.
pub fn ways(made: &Book) -> [Vec<Grid>; 2] {
    let workbook = sheets::read(&sheets::write(made).unwrap()).unwrap();
    [vec![csv::read(csv::write(made).as_bytes())], workbook]
}

pub fn taken(grids: &[Grid], rubric: &Rubric, base: Option<&Assessment>) -> Taken {
    take(grids, rubric, base, &NOW.into()).unwrap()
}

/// Puts a cell into a grid.
pub fn put(grids: &mut [Grid], sheet: &str, row: u32, column: u32, cell: Cell) {
    let grid = grids.iter_mut().find(|grid| grid.name == sheet).unwrap();
    grid.cells.retain(|(at, beside, _)| (*at, *beside) != (row, column));
    grid.cells.push((row, column, cell));
    grid.cells.sort_by_key(|(row, column, _)| (*row, *column));
}

/// Where a title stands in a sheet.
pub fn column(grids: &[Grid], sheet: &str, title: &str) -> u32 {
    let grid = grids.iter().find(|grid| grid.name == sheet).unwrap();
    let head = grid.cells.iter().find(|(row, _, cell)| *row == 0 && *cell == Cell::text(title));
    head.unwrap_or_else(|| panic!("no column {title} in {sheet}")).1
}

pub fn cells_told(troubles: &[Trouble]) -> Vec<String> {
    troubles.iter().filter(|one| matches!(one, Trouble::Cell(..))).map(Trouble::sentence).collect()
}

#[test]
fn what_goes_out_and_comes_back_changes_nothing_of_any_assessment() {
    for rubric in rubrics() {
        for seed in 0..12 {
            let mut base = assessment(&rubric, &mut Dice::new(seed));
            if base.id.is_empty() {
                base.id = "p-1".into();
            }
            for grids in ways(&book(&rubric, &base, Kind::Filled)) {
                let Taken { assessment, troubles } = taken(&grids, &rubric, Some(&base));
                assert_eq!(cells_told(&troubles), Vec::<String>::new(), "{} {seed}", rubric.id);
                assert_eq!(assessment, base, "{} {seed}", rubric.id);
            }
        }
    }
}

#[test]
fn a_new_assessment_has_everything_that_tables_hold() {
    for rubric in rubrics() {
        for seed in 0..12 {
            let base = assessment(&rubric, &mut Dice::new(seed));
            for grids in ways(&book(&rubric, &base, Kind::Filled)) {
                let found = taken(&grids, &rubric, None).assessment;
                let trimmed = |text: &str| text.trim().to_owned();
                assert_eq!(trimmed(&found.unit.name), trimmed(&base.unit.name));
                assert_eq!((found.assessment_year, found.mode), (base.assessment_year, base.mode));
                for (_, indicator) in rubric.indicators() {
                    let none = Answer::default();
                    let (was, is) =
                        [&base, &found].map(|all| all.answer(&indicator.id).unwrap_or(&none)).into();
                    assert_eq!(is.choice, was.choice, "{}", indicator.id);
                    assert_eq!((is.assumed, &is.criteria), (was.assumed, &was.criteria), "{}", indicator.id);
                    if let Some(panel) = rubric.panel_of(indicator) {
                        for sample in base.samples_of(&rubric, panel) {
                            assert_eq!(
                                is.samples.get(&sample.id),
                                was.samples.get(&sample.id),
                                "{}",
                                indicator.id
                            );
                        }
                    }
                    for (is, was) in
                        [(&is.note, &was.note), (&is.reason, &was.reason), (&is.ground, &was.ground)]
                    {
                        assert_eq!(trimmed(is), trimmed(was), "{}", indicator.id);
                    }
                    for held in was.evidence.iter().filter(|held| held.state != EvidenceState::None) {
                        let same = |one: &&Evidence| one.asked == held.asked && one.state == held.state;
                        let back = is.evidence.iter().find(same).unwrap();
                        assert_eq!(trimmed(&back.title), trimmed(&held.title));
                        assert_eq!(trimmed(&back.where_kept), trimmed(&held.where_kept));
                    }
                }
            }
        }
    }
}

#[test]
fn a_filled_template_becomes_an_assessment_and_every_unreadable_cell_is_named_and_kept() {
    let rubric = sakip();
    let blank = book(&rubric, &Assessment::default(), Kind::Blank);
    let mut grids = sheets::read(&sheets::write(&blank).unwrap()).unwrap();
    let own = column(&grids, "Jawaban", "Nilai usulan");
    let note = column(&grids, "Jawaban", "Catatan");
    let [state, place, date] =
        ["Keadaan", "Tempat menyimpan", "Tanggal dokumen"].map(|title| column(&grids, "Bukti dukung", title));
    let first = rubric.indicators().next().unwrap().1.clone();
    let ScaleKind::Levels(levels) = &rubric.scale_of(&first).unwrap().kind else { panic!("no levels") };
    put(&mut grids, "Ringkasan", 7, 1, Cell::text("Dinas Sosial"));
    put(&mut grids, "Ringkasan", 8, 1, Cell::Number(Decimal::whole(2026)));
    put(&mut grids, "Jawaban", 1, own, Cell::Number(levels[2].value));
    put(&mut grids, "Jawaban", 2, own, Cell::text("9"));
    put(&mut grids, "Jawaban", 3, own, Cell::day("22-5-2026"));
    put(&mut grids, "Jawaban", 4, own, Cell::text("bb"));
    put(&mut grids, "Jawaban", 5, own, Cell::text("#REF!"));
    put(&mut grids, "Jawaban", 1, note, Cell::text(" sudah ada SK "));
    put(&mut grids, "Jawaban", 900, 0, Cell::text("X99"));
    put(&mut grids, "Bukti dukung", 1, state, Cell::text("Sesuai"));
    put(&mut grids, "Bukti dukung", 1, place, Cell::text("Map 3"));
    put(&mut grids, "Bukti dukung", 1, date, Cell::day("1/2/2026"));
    put(&mut grids, "Bukti dukung", 2, state, Cell::text("ada"));

    let Taken { assessment, troubles } = taken(&grids, &rubric, None);
    assert_eq!(assessment.unit, Unit { name: "Dinas Sosial".into(), ..Unit::default() });
    assert_eq!(assessment.assessment_year, Some(2026));
    let ids: Vec<Text> = rubric.indicators().map(|(_, indicator)| indicator.id.clone()).collect();
    let answer = |at: usize| assessment.answer(&ids[at]).unwrap();
    assert_eq!((answer(0).choice, &*answer(0).note), (Some(Choice::Level(levels[2].value)), "sudah ada SK"));
    assert_eq!((answer(1).choice, &*answer(1).typed), (None, "9"), "kept as typed");
    assert_eq!((answer(2).choice, &*answer(2).typed), (None, "22/05/2026"));
    assert!(answer(3).choice.is_some(), "a code is as good as its number");
    assert_eq!(assessment.answer(&ids[4]), None);
    let shown = &answer(0).evidence[0];
    assert_eq!((shown.state, &*shown.where_kept, &*shown.date), (EvidenceState::Good, "Map 3", "01-02-2026"));
    assert_eq!(
        cells_told(&troubles),
        [
            "Lembar Jawaban, sel H3: “9” bukan tingkat; pilihannya 0, 30, 50, 60, 70, 80, 90, atau 100.",
            "Lembar Jawaban, sel H4: “22/05/2026” bukan tingkat; pilihannya 0, 30, 50, 60, 70, 80, 90, atau 100.",
            "Lembar Jawaban, sel H6: berisi #REF!; perbaiki rumusnya atau ketik nilainya.",
            "Lembar Jawaban, sel A901: kode “X99” tidak ada di instrumen ini; barisnya tidak diambil.",
            "Lembar Bukti dukung, sel D3: “ada” belum dikenal; tulis belum ada, disiapkan, ada, belum sesuai, atau sesuai \
             atau kosongkan.",
        ]
    );
}

#[test]
fn what_is_edited_changes_and_what_tables_have_no_place_for_stays_and_is_named() {
    let rubric = sakip();
    let mut base = assessment(&rubric, &mut Dice::new(3));
    base.id = "p-1".into();
    let mut grids = ways(&book(&rubric, &base, Kind::Filled))[1].clone();
    let own = column(&grids, "Jawaban", "Nilai usulan");
    let first = rubric.indicators().next().unwrap().1.id.clone();
    put(&mut grids, "Jawaban", 1, own, Cell::Number(Decimal::whole(100)));
    let Taken { assessment: after, troubles } = taken(&grids, &rubric, Some(&base));
    let changed = after.answer(&first).unwrap();
    assert_eq!((changed.choice, &*changed.at), (Some(Choice::Level(Decimal::whole(100))), NOW));
    let mut expected = base.clone();
    expected.updated_at = NOW.into();
    expected.answers.insert(first, Rc::new(changed.clone()));
    assert_eq!(after, expected, "nothing else");
    let kept = troubles.iter().find(|one| matches!(one, Trouble::Kept(_))).unwrap().sentence();
    assert!(kept.starts_with("Lembar ini tidak memuat ") && kept.contains("tindak lanjut"), "{kept}");
}

#[test]
fn what_a_table_says_of_an_indicator_that_waits_for_a_choice_is_one_more_to_choose_from() {
    let rubric = sakip();
    let id = rubric.indicators().next().unwrap().1.id.clone();
    let answer = |value, by: &str| {
        Rc::new(Answer {
            choice: Some(Choice::Level(Decimal::whole(value))),
            by: by.into(),
            at: "2026-11-01T08:00:00+07:00".into(),
            ..Answer::default()
        })
    };
    let two = vec![answer(50, "Sekretaris"), answer(70, "Kepala Bidang")];
    let mut base = Assessment { id: "p-1".into(), ..Assessment::default() };
    base.rubric.id.clone_from(&rubric.id);
    base.conflicts.insert(id.clone(), Conflict { answers: two.clone(), ..Conflict::default() });
    for mut grids in ways(&book(&rubric, &base, Kind::Filled)) {
        assert_eq!(taken(&grids, &rubric, Some(&base)).assessment, base, "unchanged, they still wait");
        // In a CSV every sheet is part of the one table.
        let sheet =
            grids.iter().find(|grid| grid.name == "Jawaban").map_or("", |grid| &*grid.name).to_owned();
        let own = column(&grids, &sheet, "Nilai usulan");
        let code = column(&grids, &sheet, "Kode");
        let grid = grids.iter().find(|grid| grid.name == sheet).unwrap();
        let row = grid.cells.iter().find(|(_, at, cell)| *at == code && *cell == Cell::text(&id)).unwrap().0;
        put(&mut grids, &sheet, row, own, Cell::Number(Decimal::whole(90)));
        let after = taken(&grids, &rubric, Some(&base)).assessment;
        assert_eq!(after.answer(&id), None, "no answer until one is chosen");
        let choices: Vec<_> =
            after.conflicts.get(&id).unwrap().answers.iter().map(|one| one.choice).collect();
        for value in [50, 70, 90] {
            assert!(choices.contains(&Some(Choice::Level(Decimal::whole(value)))), "{value} in {choices:?}");
        }
    }
}

#[test]
fn documents_of_one_indicator_are_bounded_however_many_lines_name_it() {
    let rubric = sakip();
    let id = rubric.indicators().next().unwrap().1.id.clone();
    let mut text = format!(
        "Lembar;Hal;Isi;Kode;Bukti dukung;Tempat menyimpan;{}\r\nRingkasan;Kode instrumen;{};;;;\r\nJawaban;;;{id};;;\r\n",
        rubric.terms.own, rubric.id
    );
    for at in 0..15_000 {
        let at = at.to_string();
        text.extend(["Bukti dukung;;;", &id, ";Dokumen ", &at, ";Map ", &at, "\r\n"]);
    }
    let Taken { assessment, troubles } = taken(&[csv::read(text.as_bytes())], &rubric, None);
    let held = &assessment.answer(&id).unwrap().evidence;
    assert_eq!(held.len(), document::MAX_EVIDENCE);
    assert!(
        held.iter().enumerate().all(|(at, one)| *one.where_kept == format!("Map {at}")),
        "the first are held"
    );
    let told = cells_told(&troubles);
    let columns = troubles.iter().filter(|one| matches!(one, Trouble::NoColumns(..))).count();
    assert_eq!(columns + told.len(), 200, "each line beyond is named, up to as many as are told one by one");
    assert!(told.iter().all(|one| one.contains("satu jawaban memuat paling banyak")), "{}", told[0]);
    let more = 15_000 - document::MAX_EVIDENCE - told.len();
    assert!(troubles.contains(&Trouble::More(more)), "and the others counted");
}

#[test]
fn the_same_book_gives_the_same_bytes_and_no_field_begins_as_a_formula() {
    for rubric in rubrics() {
        let base = assessment(&rubric, &mut Dice::new(7));
        let made = book(&rubric, &base, Kind::Filled);
        assert_eq!(sheets::write(&made), sheets::write(&made));
        let text = csv::write(&made);
        assert!(text.starts_with("\u{feff}Lembar;Hal;Isi;"));
        let (mut quoted, mut begins) = (false, true);
        for letter in text.trim_start_matches('\u{feff}').chars() {
            assert!(
                !(begins && matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r'))
                    || !quoted && letter == '\r'
            );
            begins = letter == '"' && begins || !quoted && matches!(letter, ';' | '\n');
            quoted ^= letter == '"';
        }
    }
}

/// The file that a page asks for.
fn out(task: &str, given: &[Vec<u8>]) -> Vec<u8> {
    let made = port::serve(task, given).remove(0);
    if task == port::XLSX { sheets::written(&made) } else { made }
}

#[test]
fn a_document_goes_out_and_comes_back_by_what_pages_ask() {
    let (rubric, text) = (sakip(), SHIPPED[0].as_bytes().to_vec());
    let base = assessment(&rubric, &mut Dice::new(5));
    let base = Assessment { id: "p-1".into(), ..base };
    let stamp = Stamp { app_version: "1", saved_at: NOW };
    let held = document::encode(&base, &rubric, &stamp).into_bytes();
    let ours = b"1".to_vec();
    for task in [port::CSV, port::XLSX] {
        let file = out(task, &[held.clone(), text.clone(), ours.clone()]);
        let file = if task == port::XLSX { sheets::readout(&file) } else { file };
        let about = port::serve(port::ABOUT, std::slice::from_ref(&file));
        assert_eq!(about, [b"sakip-2021".to_vec(), b"p-1".to_vec()]);
        let given = [file, text.clone(), ours.clone(), held.clone(), b"1".to_vec(), NOW.into()];
        let answered = port::serve(port::TAKE, &given);
        assert_eq!(String::from_utf8(answered[0].clone()).unwrap(), String::from_utf8(held.clone()).unwrap());
    }
    let blank = out(port::XLSX, &[Vec::new(), text, ours]);
    let about = port::serve(port::ABOUT, &[sheets::readout(&blank)]);
    assert_eq!(about, [b"sakip-2021".to_vec(), Vec::new()]);
    let told = port::serve(port::ABOUT, &[sheets::readout(b"PK\x03\x04")]);
    assert!(told[0].is_empty() && String::from_utf8_lossy(&told[1]).contains("Buku Kerja Excel"), "{told:?}");
    assert_eq!(port::serve("x", &[]), Vec::<Vec<u8>>::new());
}

/// A workbook with some parts in place of what was there.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let blank = sheets::write(&book(&sakip(), &Assessment::default(), Kind::Blank)).unwrap();
    let mut from = ZipArchive::new(Cursor::new(blank)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let entry = from.by_index_raw(at).unwrap();
        if !parts.iter().any(|(path, _)| entry.name().is_ok_and(|name| name == *path)) {
            to.raw_copy_file(entry).unwrap();
        }
    }
    for (path, content) in parts {
        to.start_file(*path, SimpleFileOptions::default()).unwrap();
        to.write_all(content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

pub const ANSWERS: &str = "xl/worksheets/sheet2.xml";

#[test]
fn hostile_workbooks_are_refused_or_read_in_no_time() {
    let refused = |bytes: &[u8]| sheets::read(bytes).err();
    let (damaged, large) = (Some(Trouble::File(NOT_A_BOOK)), Some(Trouble::File(TOO_LARGE)));
    for bytes in
        [b"".as_slice(), b"PK\x03\x04", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", b"Kode;Nilai"]
    {
        assert_eq!(refused(bytes), damaged);
    }
    assert_eq!(refused(&vec![b'P'; 3 << 20]), large);
    let bomb = vec![b' '; 30 << 20];
    assert_eq!(refused(&packed(&[(ANSWERS, &bomb)])), large, "a bomb");
    assert_eq!(refused(&packed(&[("xl/sharedStrings.xml", &bomb)])), large);
    // 40 cells that name one text of a million letters: small as a file, and every cell would hold a copy.
    let shared = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    let named = format!("<worksheet>{}</worksheet>", "<c t=\"s\"><v>0</v></c>".repeat(40));
    let small = packed(&[("xl/sharedStrings.xml", shared.as_bytes()), (ANSWERS, named.as_bytes())]);
    assert!(small.len() < 64 << 10, "{}", small.len());
    assert_eq!(refused(&small), large, "texts that grow by being named");
    // Names that differ by their blanks only, all of one sheet that is known.
    let sheets_of = |count: usize| {
        let mut book = "<workbook><sheets>".to_owned();
        for at in 0..count {
            let blank: String = (0..14).map(|bit| if at >> bit & 1 == 0 { ' ' } else { '\u{a0}' }).collect();
            book.extend(["<sheet name=\"Jawaban", &blank, "\" r:id=\"rId2\"/>"]);
        }
        book + "</sheets></workbook>"
    };
    for (count, said) in [(1_000, None), (1_001, large.clone()), (16_000, large.clone())] {
        let many = packed(&[("xl/workbook.xml", sheets_of(count).as_bytes()), (ANSWERS, b"<worksheet/>")]);
        assert_eq!(refused(&many), said, "{count} sheets");
    }
    let texts = "<si/>".repeat(1_000_000);
    assert_eq!(refused(&packed(&[("xl/sharedStrings.xml", texts.as_bytes())])), large, "a million texts");
    let nested = "<a>".repeat(1_000_000);
    assert_eq!(refused(&packed(&[(ANSWERS, nested.as_bytes())])), None, "nothing is kept of what nests");
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><c r=\"A1\" t=\"str\"><v>&b;</v></c></worksheet>";
    assert_eq!(refused(&packed(&[(ANSWERS, entities.as_bytes())])), damaged, "no entity is looked up");
    let huge = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Kode</v></c></row>\
                <row r=\"4294967295\"><c r=\"XFD9999999\" t=\"str\"><f>HYPERLINK(\"x\")</f><v>X</v></c><c t=\"s\"><v>99999999999</v></c>\
                <c s=\"99999\"><v>1e999</v></c><c t=\"b\"><v>1</v></c><c r=\"B2\"><f>1/0</f></c></row></sheetData></worksheet>";
    let grids = sheets::read(&packed(&[(ANSWERS, huge.as_bytes())])).unwrap();
    let answers = grids.iter().find(|grid| grid.name == "Jawaban").unwrap();
    assert_eq!(answers.cells.len(), 5, "{answers:?}");
    assert!(answers.cells.contains(&(9_999_998, 16_383, Cell::text("X"))), "{answers:?}");
    let _ = take(&grids, &sakip(), None, &NOW.into());
    let cells = "<c><v>1</v></c>".repeat(400_000);
    assert_eq!(
        refused(&packed(&[(ANSWERS, format!("<worksheet><row>{cells}</row></worksheet>").as_bytes())])),
        large
    );
    let rows = "<row><c t=\"str\"><v>Kode</v></c></row>".repeat(30_000);
    let grids =
        sheets::read(&packed(&[(ANSWERS, format!("<worksheet>{rows}</worksheet>").as_bytes())])).unwrap();
    assert_eq!(take(&grids, &sakip(), None, &NOW.into()), Err(Trouble::File(TOO_LARGE)));
}

/// A part of a blank workbook, as text.
pub fn part_of_blank(path: &str) -> String {
    let blank = sheets::write(&book(&sakip(), &Assessment::default(), Kind::Blank)).unwrap();
    let mut text = String::new();
    ZipArchive::new(Cursor::new(blank)).unwrap().by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_people_do_to_a_sheet_is_read_or_named() {
    let rubric = sakip();
    let ids: Vec<Text> = rubric.indicators().map(|(_, indicator)| indicator.id.clone()).collect();
    let cell = |at: &str, kind: &str, held: &str| format!("<c r=\"{at}\" t=\"{kind}\">{held}</c>");
    let text = |at: &str, held: &str| cell(at, "inlineStr", &format!("<is><t>{held}</t></is>"));
    // Titles moved down and around, a formula, numbers typed as texts, a fault, a code that was merged away.
    let own = [
        cell("B4", "n", "<f>30*2</f><v>60</v>"),
        text("B5", "70"),
        text("B6", " 70,0 "),
        text("B7", "70.0"),
        cell("B8", "e", "<f>1/0</f><v>#DIV/0!</v>"),
        text("B9", "tujuh puluh"),
    ];
    let mut rows = format!(
        "<row r=\"1\">{}</row><row r=\"3\">{}{}{}</row>",
        text("A1", "Dinas Sosial"),
        text("A3", "Catatan"),
        text("B3", "Nilai usulan"),
        text("C3", "Kode")
    );
    for ((own, id), row) in own.iter().zip(&ids).zip(4..) {
        let code = text(&format!("C{row}"), id);
        rows.extend(["<row r=\"", &row.to_string(), "\">", own, &code, "</row>"]);
    }
    rows.extend(["<row r=\"10\">", &text("B10", "80"), "</row>"]);
    let sheet = format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"C9:C10\"/></mergeCells></worksheet>"
    );
    let workbook = part_of_blank("xl/workbook.xml");
    let parts = [(ANSWERS, sheet.as_bytes())];
    let grids = sheets::read(&packed(&parts)).unwrap();
    let Taken { assessment, troubles } = taken(&grids, &rubric, None);
    let choices: Vec<_> =
        ids.iter().take(5).map(|id| assessment.answer(id).and_then(|one| one.choice)).collect();
    let level = |value| Some(Choice::Level(Decimal::whole(value)));
    assert_eq!(choices, [level(60), level(70), level(70), level(70), None]);
    assert_eq!(
        cells_told(&troubles),
        [
            "Lembar Jawaban, sel B8: berisi #DIV/0!; perbaiki rumusnya atau ketik nilainya.",
            "Lembar Jawaban, sel B9: “tujuh puluh” bukan tingkat; pilihannya 0, 30, 50, 60, 70, 80, 90, atau 100.",
            "Lembar Jawaban, sel C10: kodenya kosong; isi kode di baris ini. Barisnya tidak diambil.",
        ]
    );

    // The order of the sheets says nothing; a sheet of another name is not there, and the sentence says which is missing.
    let (before, sheets) = workbook.split_once("<sheets>").unwrap();
    let (sheets, after) = sheets.split_once("</sheets>").unwrap();
    let mut tags: Vec<&str> = sheets.split_inclusive("/>").collect();
    tags.reverse();
    let reversed = [before, "<sheets>", &tags.concat(), "</sheets>", after].concat();
    let again = sheets::read(&packed(&[parts[0], ("xl/workbook.xml", reversed.as_bytes())])).unwrap();
    assert_eq!(taken(&again, &rubric, None).assessment.answers, assessment.answers);
    let renamed = workbook.replace("name=\"Jawaban\"", "name=\"Sheet1\"");
    let grids = sheets::read(&packed(&[("xl/workbook.xml", renamed.as_bytes())])).unwrap();
    let refused = take(&grids, &rubric, None, &NOW.into()).unwrap_err().sentence();
    assert!(refused.starts_with("Lembar Jawaban dengan kolom Kode tidak ada di berkas ini."), "{refused}");
}

#[test]
fn damaged_workbooks_and_tables_never_stop_the_program() {
    let rubric = sakip();
    let base = assessment(&rubric, &mut Dice::new(1));
    let made = book(&rubric, &base, Kind::Filled);
    let files = [sheets::write(&made).unwrap(), csv::write(&made).into_bytes()];
    for (file, rounds) in files.iter().zip([150, 40]) {
        let mut dice = Dice::new(9);
        for _ in 0..rounds {
            let mut bytes = file.clone();
            for _ in 0..=dice.throw(6) {
                let at = dice.throw(bytes.len());
                match dice.throw(3) {
                    0 => bytes[at] = u8::try_from(dice.throw(256)).unwrap(),
                    1 => bytes.truncate(at.max(1)),
                    _ => drop(bytes.drain(at..(at + dice.throw(40)).min(bytes.len()))),
                }
                bytes.push(b'0');
            }
            let grids =
                if csv::is_meant(&bytes) { Ok(vec![csv::read(&bytes)]) } else { sheets::read(&bytes) };
            if let Ok(grids) = grids {
                let _ = take(&grids, &rubric, Some(&base), &NOW.into());
            }
        }
    }
}

#[test]
fn a_recapitulation_has_a_line_for_each_office_and_one_for_each_of_its_answers() {
    let rubric = sakip();
    let mut rows = Vec::new();
    for (name, seed) in [("Dinas Sosial", 1), ("=Dinas", 2)] {
        let unit = Unit { name: name.into(), ..Unit::default() };
        let office = Assessment { unit, ..assessment(&rubric, &mut Dice::new(seed)) };
        rows.push(Row::of(&rubric, &office, Meta::default()));
    }
    let rows: Vec<&Row> = rows.iter().collect();
    let made = units(&rubric, &rows);
    let scored = rubric.indicators().filter(|(_, indicator)| indicator.is_scored()).count();
    assert_eq!(made.sheets.iter().map(|sheet| sheet.lines.len()).collect::<Vec<_>>(), [2, 2 * scored]);
    for sheet in &made.sheets {
        assert!(sheet.lines.iter().all(|line| line.cells.len() == sheet.columns.len()), "{}", sheet.name);
    }
    let own = rows[0].own.as_ref().unwrap();
    assert_eq!(made.sheets[0].lines[0].cells[4], Cell::score(own.figure.point));
    assert!(csv::write(&made).contains(";'=Dinas;"));
    assert!(sheets::write(&made).is_some());
}
