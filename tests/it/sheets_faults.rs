//! What people and their programs do to tables on the way: nothing of it is taken over wrongly without a word.

use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState};
use swanilai::domain::edit::{AnswerEdit, Edit};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::sheet::{Cell, Grid, Kind, Taken, Trouble, book, take};
use swanilai::sheets;

use crate::sheets::{ANSWERS, NOW, cells_told, column, packed, put, sakip, taken, ways};

/// An assessment whose first indicator is answered and whose documents are all in order.
fn held() -> Assessment {
    let rubric = sakip();
    let mut made = Assessment { id: "p-1".into(), updated_at: NOW.into(), ..Assessment::default() };
    for (_, indicator) in rubric.indicators() {
        let choose =
            Edit::Answer(indicator.id.clone(), AnswerEdit::Choose(Choice::Level(Decimal::whole(60))));
        made = choose.apply(&made, &NOW.into());
        let good = |asked: &swanilai::domain::Text| Evidence {
            asked: asked.clone(),
            state: EvidenceState::Good,
            valid_until: "31-12-2030".into(),
            ..Evidence::default()
        };
        let answer = made.answer(&indicator.id).cloned().unwrap_or_default();
        let answer = Answer { evidence: indicator.evidence.iter().map(good).collect(), ..answer };
        made.answers.insert(indicator.id.clone(), answer.into());
    }
    made
}

#[test]
fn a_day_that_cannot_be_read_is_named_kept_and_supports_nothing() {
    let rubric = sakip();
    let base = held();
    let supported = |of: &Assessment| Scorecard::of(&rubric, of).supported;
    assert_eq!(supported(&base), Some(Score::from_hundredths(6_000)));
    for grids in ways(&book(&rubric, &base, Kind::Filled)) {
        let is_csv = grids.len() == 1;
        for given in ["12/31/2020", "31/12/20", "2020", "Desember 2020", "31/11/2020", "selamanya"] {
            let mut edited = grids.clone();
            let changed = replaced(&mut edited, "31/12/2030", given);
            assert!(changed > 0, "{given}");
            let Taken { assessment, troubles } = taken(&edited, &rubric, Some(&base));
            let told = cells_told(&troubles);
            assert_eq!(told.len(), changed, "{given}");
            let whole = format!(
                "“{given}” bukan tanggal; tulis hari/bulan/tahun, misalnya 31/12/2026, atau kosongkan. Bukti ini belum \
                 dihitung masih berlaku."
            );
            assert!(told.iter().all(|one| one.ends_with(&whole)), "{told:?}");
            if !is_csv {
                assert!(told[0].starts_with("Lembar Bukti dukung, sel H2: "), "{told:?}");
            }
            let first = rubric.indicators().next().unwrap().1;
            assert_eq!(
                &*assessment.answer(&first.id).unwrap().evidence[0].valid_until,
                given,
                "kept as typed"
            );
            assert_eq!(supported(&assessment), Some(Score::from_hundredths(0)), "{given}");
        }
        for given in ["", "-"] {
            let mut edited = grids.clone();
            replaced(&mut edited, "31/12/2030", given);
            let Taken { assessment, troubles } = taken(&edited, &rubric, Some(&base));
            assert_eq!(cells_told(&troubles), Vec::<String>::new(), "{given:?} says nothing");
            assert_eq!(supported(&assessment), supported(&base));
        }
    }
    // A day of the document itself decides nothing, and is named all the same.
    let mut grids = ways(&book(&rubric, &base, Kind::Filled))[1].clone();
    let date = column(&grids, "Bukti dukung", "Tanggal dokumen");
    put(&mut grids, "Bukti dukung", 1, date, Cell::text("31/02/2026"));
    let Taken { assessment, troubles } = taken(&grids, &rubric, Some(&base));
    assert_eq!(
        cells_told(&troubles),
        [
            "Lembar Bukti dukung, sel G2: “31/02/2026” bukan tanggal; tulis hari/bulan/tahun, misalnya 31/12/2026, atau kosongkan."
        ]
    );
    assert_eq!(supported(&assessment), supported(&base));
}

/// Puts a text in the place of every cell that says this; how many there were.
fn replaced(grids: &mut [Grid], before: &str, after: &str) -> usize {
    let cells = grids.iter_mut().flat_map(|grid| &mut grid.cells);
    cells.filter(|(.., cell)| cell.said() == before).map(|(.., cell)| *cell = Cell::text(after)).count()
}

#[test]
fn a_table_without_the_column_of_answers_is_refused_by_its_name() {
    let rubric = sakip();
    let base = held();
    for grids in ways(&book(&rubric, &base, Kind::Filled)) {
        let mut renamed = grids.clone();
        assert!(replaced(&mut renamed, "Nilai usulan", "Nilai") > 0);
        let refused = take(&renamed, &rubric, Some(&base), &NOW.into()).unwrap_err().sentence();
        assert!(refused.starts_with("Kolom “Nilai usulan” tidak ada di lembar Jawaban, jadi"), "{refused}");
        let mut others = grids;
        assert!(
            replaced(&mut others, "Catatan", "Ket.") > 0 && replaced(&mut others, "Keadaan", "Status") > 0
        );
        let Taken { assessment, troubles } = taken(&others, &rubric, Some(&base));
        assert_eq!(assessment, base);
        let told: Vec<String> = troubles
            .iter()
            .filter(|one| matches!(one, Trouble::NoColumns(..)))
            .map(Trouble::sentence)
            .collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("Lembar Jawaban tidak punya kolom “Catatan”; "), "{told:?}");
        assert!(told[1].starts_with("Lembar Bukti dukung tidak punya kolom “Keadaan”; "), "{told:?}");
    }
}

#[test]
fn a_formula_that_nobody_reckoned_is_named_and_takes_no_answer_away() {
    let rubric = sakip();
    let base = held();
    let first = rubric.indicators().next().unwrap().1.id.clone();
    let title = |at: &str, said: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{said}</t></is></c>");
    let read = |own: &str| {
        let rows = format!(
            "<row r=\"1\">{}{}</row><row r=\"2\">{}{own}</row>",
            title("A1", "Kode"),
            title("B1", "Nilai usulan"),
            title("A2", &first)
        );
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let grids = sheets::read(&packed(&[(ANSWERS, sheet.as_bytes())])).unwrap();
        let Taken { assessment, troubles } = taken(&grids, &rubric, Some(&base));
        (assessment.answer(&first).and_then(|answer| answer.choice), cells_told(&troubles))
    };
    let (as_it_was, named) =
        (Some(Choice::Level(Decimal::whole(60))), "Lembar Jawaban, sel B2: berisi rumus tanpa hasil; ");
    for own in [
        "<c r=\"B2\"><f>1+2</f></c>",
        "<c r=\"B2\"><f>1+2</f><v></v></c>",
        "<c r=\"B2\" t=\"n\"><f>1+2</f><v/></c>",
    ] {
        let (choice, told) = read(own);
        assert_eq!(choice, as_it_was, "{own}");
        assert!(told.len() == 1 && told[0].starts_with(named), "{told:?}");
    }
    let emptied = read("<c r=\"B2\" t=\"str\"><f>IF(1,\"\",2)</f><v></v></c>");
    assert_eq!(emptied, (None, Vec::new()), "an empty text is what it came to");
    assert_eq!(
        read("<c r=\"B2\"><f>20*4</f><v>80</v></c>"),
        (Some(Choice::Level(Decimal::whole(80))), Vec::new())
    );
}
