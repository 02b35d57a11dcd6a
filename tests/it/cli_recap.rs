//! `swanilai recap`: many files as one object and as tables.
//!
//! Invariant: every folder is made anew by the test that reads it.

use std::fs;
use std::path::{Path, PathBuf};

use swanilai::cli::Outcome;
use swanilai::domain::assessment::{Assessment, Choice, Unit};
use swanilai::domain::map::Map;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::official::Official;
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::format::document::encode;

use crate::cli::call;
use crate::documents::{STAMP, read};
use crate::shipped::{golden, rubric, text};

/// An empty folder of this test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("recap-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The shipped example as an office's own, some answers one level lower by its number.
fn office(number: usize) -> (Rubric, Assessment) {
    let (rubric, decoded) = read(&text("rubrics/examples/ombudsman-kepatuhan-2023.json")).unwrap();
    let mut made = decoded.assessment;
    made.example = false;
    made.id = format!("id-{number}").into();
    made.unit = Unit {
        pemda: "Kabupaten Contoh".into(),
        name: format!("Dinas {number}").into(),
        kind: "dinas".into(),
        ..made.unit
    };
    made.updated_at = "2026-11-20T10:00:00+07:00".into();
    let ids: Vec<_> = made.answers.keys().cloned().collect();
    for (at, id) in ids.iter().enumerate().filter(|(at, _)| (at + number).is_multiple_of(5)) {
        let Some((_, indicator)) = rubric.indicator(id) else { continue };
        let Some(ScaleKind::Levels(levels)) = rubric.scale_of(indicator).map(|scale| &scale.kind) else {
            continue;
        };
        let mut answer = (**made.answers.get(id).unwrap()).clone();
        answer.choice = Some(Choice::Level(levels[(at + number) % levels.len()].value));
        made.answers.insert(id.clone(), answer.into());
    }
    (rubric, made)
}

pub fn written(number: usize, change: impl Fn(&mut Assessment)) -> String {
    let (rubric, mut made) = office(number);
    change(&mut made);
    encode(&made, &rubric, &STAMP)
}

/// Ten kinds of trouble beside files that are as they should be.
fn troubled(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::create_dir_all(folder.join("dalam/sekali")).unwrap();
    let put = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    for number in 1..=3 {
        put(&format!("dinas-{number}.json"), &written(number, |_| {}));
    }
    put("dalam/dinas-4.swanilai.txt", &written(4, |made| made.assessment_year = Some(2019)));
    put(
        "dalam/sekali/dinas-1-lama.json",
        &written(1, |made| made.updated_at = "2026-10-01T08:00:00+07:00".into()),
    );
    put("contoh.json", &written(11, |made| made.example = true));
    put("latihan.json", &written(5, |made| made.practice = true));
    put("lain.json", &text("tests/fixtures/binjai.json"));
    put("baru.json", &text("tests/fixtures/major-2.0.json"));
    put("potong.json", written(6, |_| {}).get(..900).unwrap());
    put("kosong.json", "");
    put("surat.pdf", "%PDF-1.7\n");
    put("kosong-isi.json", &written(7, |made| made.answers = Map::new()));
    put("tanpa-nama.json", &written(8, |made| made.unit = Unit::default()));
    put(
        "entah.json",
        &text("tests/fixtures/minimal-1.0.json").replace("ombudsman-kepatuhan-2023", "daerah-kita"),
    );
    put("ubah.json", &written(9, |_| {}).replacen("\"note\": \"", "\"note\": \"x", 1));
    let sound = written(10, |_| {});
    let (before, results) = sound.split_once("\"results\"").unwrap();
    put("hasil.json", &format!("{before}\"results\"{}", results.replacen("\"score\": ", "\"score\": 1", 1)));
    fs::write(folder.join(".tersembunyi.json"), "bukan").unwrap();
    folder
}

/// What is written, with the folder's own place left out.
fn recap(arguments: &[&str], folder: &Path, input: &str) -> (Outcome, String, String) {
    let arguments: Vec<&str> = std::iter::once("recap").chain(arguments.iter().copied()).collect();
    let (outcome, out, err) = call(&arguments, input);
    (outcome, out.replace(&format!("{}/", folder.display()), ""), err)
}

#[test]
fn a_folder_with_ten_kinds_of_trouble_gives_its_units_and_a_reason_for_every_other_file() {
    let folder = troubled("golden");
    let (outcome, out, err) = recap(&["--verify", folder.to_str().unwrap()], &folder, "");
    assert_eq!((outcome, err.as_str()), (Outcome::BadFile, ""));
    golden("tests/fixtures/recap.json", &out);
    assert_eq!(out.matches("\"file\":").count(), 17, "every file once, but for the hidden one");
    for word in ["sameOffice", "otherYear", "nameless", "blank", "wrongDigest", "storedDiffers"] {
        assert!(out.contains(word), "{word}");
    }
}

#[test]
fn neither_the_order_of_paths_nor_a_path_given_twice_changes_what_is_written() {
    let folder = folder("order");
    let files: Vec<String> = (1..=4)
        .map(|number| {
            let path = folder.join(format!("dinas-{number}.json"));
            fs::write(&path, written(number % 3, |_| {})).unwrap();
            path.to_string_lossy().into_owned()
        })
        .collect();
    let [a, b, c, d] = [0, 1, 2, 3].map(|at| files[at].as_str());
    let all = folder.to_str().unwrap();
    let (_, first, _) = recap(&[a, b, c, d, "tidak-ada.json"], &folder, "");
    for paths in
        [&[d, c, "tidak-ada.json", b, a][..], &[all, "tidak-ada.json"], &["tidak-ada.json", c, all, c]]
    {
        assert_eq!(recap(paths, &folder, "").1, first, "{paths:?}");
    }
}

#[test]
fn documents_one_a_line_give_what_files_give() {
    let folder = folder("lines");
    let texts: Vec<String> = (0..5).map(|number| written(number, |_| {})).collect();
    for (at, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{at}.json")), text).unwrap();
    }
    let lines: Vec<String> = texts.iter().map(|text| text.replace('\n', " ")).collect();
    let lines = lines.join("\n\n");
    let (_, files, _) = recap(&[folder.to_str().unwrap()], &folder, "");
    let (outcome, streamed, _) = recap(&["-"], &folder, &lines);
    assert_eq!(outcome, Outcome::Fine);
    let named = (0..5)
        .fold(files, |out, at| out.replace(&format!("\"{at}.json\""), &format!("\"-:{}\"", at * 2 + 1)));
    assert_eq!(streamed, named);
    fs::write(folder.join("semua.ndjson"), format!("{lines}\nbukan json\n{}", "x".repeat(2_000_000)))
        .unwrap();
    let (outcome, out, _) = recap(&[folder.join("semua.ndjson").to_str().unwrap()], &folder, "");
    assert_eq!(outcome, Outcome::BadFile);
    assert!(
        out.contains("\"notCounted\":[{\"file\":\"semua.ndjson:10\",") && out.contains(":11\","),
        "{out}"
    );
    let units = |out: &str| {
        out.split("],\"pemda\":").nth(1).map(|rest| rest.split(",\"notCounted\"").next().map(str::to_owned))
    };
    assert_eq!(units(&out), units(&streamed));
}

#[test]
fn instruments_that_nobody_fills_in_take_published_values_only() {
    let folder = folder("published");
    let rubric = rubric("ombudsman-kepatuhan-2022");
    assert!(!rubric.fillable);
    for (name, score) in
        [("DPMPTSP", "100"), ("Disdukcapil", "100"), ("Dinkes", "80.19"), ("Disdikbud", "92.92")]
    {
        let made = Assessment {
            id: name.into(),
            unit: Unit { pemda: "Kota Magelang".into(), name: name.into(), ..Unit::default() },
            official: Some(Official {
                score: Some(Score::rounded(Decimal::parse(score).unwrap())),
                ..Official::default()
            }),
            ..Assessment::default()
        };
        fs::write(folder.join(format!("{name}.json")), encode(&made, &rubric, &STAMP)).unwrap();
    }
    let (outcome, out, err) = recap(&[folder.to_str().unwrap()], &folder, "");
    assert_eq!((outcome, err.as_str()), (Outcome::Fine, ""));
    let none = "{\"low\":null,\"point\":null,\"high\":null}";
    assert!(
        out.contains(&format!(
            "\"pemda\":{{\"own\":{none},\"verified\":{none},\"official\":93.28}},\"notCounted\":[]"
        )),
        "{out}"
    );
}

#[test]
fn a_call_that_cannot_be_meant_ends_with_two_and_says_why() {
    let folder = folder("calls");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (xls, nowhere, odd) = (path("units.xls"), path("tidak/ada.csv"), path("kosong.json"));
    fs::write(&odd, "").unwrap();
    for arguments in [
        &["recap"][..],
        &["recap", "-", "--rubric", "entah"],
        &["recap", "-", "--rubric", &odd],
        &["recap", "-", "--units", &xls],
        &["recap", "-", "--answers", &nowhere],
    ] {
        let (outcome, out, err) = call(arguments, "");
        assert_eq!((outcome.code(), out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
    let (outcome, out, _) = call(&["recap", "-"], "");
    let none = "{\"low\":null,\"point\":null,\"high\":null}";
    let empty = format!(
        "{{\"rubric\":null,\"units\":[],\"pemda\":{{\"own\":{none},\"verified\":{none},\"official\":null}},\"notCounted\":[]}}\n"
    );
    assert_eq!((outcome, out), (Outcome::Fine, empty));
}

#[test]
fn an_instrument_that_is_not_averaged_says_so_and_still_lists_its_units() {
    let document = text("tests/fixtures/minimal-1.0.json")
        .replace("ombudsman-kepatuhan-2023", "ombudsman-kepatuhan-2021");
    let (outcome, out, err) = call(&["recap", "-"], &document.replace('\n', " "));
    assert_eq!(outcome, Outcome::Fine);
    assert!(err.starts_with("Nilai pemda tidak dihitung: "), "{err}");
    assert!(out.contains("\"units\":[{\"file\":\"-:1\"") && out.contains("\"official\":null}"), "{out}");
}

#[test]
fn tables_hold_one_row_for_every_file_and_every_answer_in_each_format() {
    let folder = troubled("tables-of");
    let out = self::folder("tables");
    let path = |name: &str| out.join(name).to_string_lossy().into_owned();
    let all = folder.to_string_lossy().into_owned();
    let (units, answers) = (path("units.csv"), path("answers.csv"));
    let (outcome, said, _) = call(&["recap", &all, "--units", &units, "--answers", &answers], "");
    assert_eq!((outcome, said.as_str()), (Outcome::BadFile, ""));
    let (lines, more) = (path("units.ndjson"), path("answers.ndjson"));
    call(&["recap", "--units", &lines, "--answers", &more, &all], "");
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let (units, answers, lines, more) = (read(&units), read(&answers), read(&lines), read(&more));
    assert_eq!((units.lines().count(), lines.lines().count()), (18, 17));
    assert_eq!(answers.lines().count() - 1, more.lines().count());
    assert!(units.lines().skip(1).all(|line| line.contains(",true,") || line.contains(",false,")));
    for (table, first) in [(&units, &lines), (&answers, &more)] {
        let names: Vec<&str> = table.lines().next().unwrap().split(',').collect();
        let line = swanilai::format::json::read_text(first.lines().next().unwrap()).unwrap();
        let members: Vec<&str> = line.members().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, members);
        let docs = text("docs/recap.md");
        for name in names {
            assert!(docs.contains(&format!("| `{name}` |")), "docs/recap.md does not say what {name} is");
        }
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_reads_back_as_the_lines_of_json_say() {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Decimal128Type, Int64Type};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use swanilai::format::json::{Json, read_text};

    let folder = troubled("parquet-of");
    let out = self::folder("parquet");
    for table in ["--units", "--answers"] {
        let path = |ending: &str| out.join(format!("{table}.{ending}")).to_string_lossy().into_owned();
        for ending in ["parquet", "ndjson"] {
            call(&["recap", folder.to_str().unwrap(), table, &path(ending)], "");
        }
        let lines = fs::read_to_string(path("ndjson")).unwrap();
        let mut lines = lines.lines().map(|line| read_text(line).unwrap());
        let file = fs::File::open(path("parquet")).unwrap();
        for batch in ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap() {
            let batch = batch.unwrap();
            for row in 0..batch.num_rows() {
                let line = lines.next().unwrap();
                for (at, field) in batch.schema().fields().iter().enumerate() {
                    let column = batch.column(at);
                    let held = if column.is_null(row) {
                        Json::Null
                    } else if let Some(texts) = column.as_string_opt::<i32>() {
                        Json::text(texts.value(row))
                    } else if let Some(scores) = column.as_primitive_opt::<Decimal128Type>() {
                        let hundredths = i64::try_from(scores.value(row)).unwrap();
                        Json::number(Score::from_hundredths(hundredths))
                    } else if let Some(wholes) = column.as_primitive_opt::<Int64Type>() {
                        Json::number(wholes.value(row))
                    } else {
                        Json::Bool(column.as_boolean().value(row))
                    };
                    assert_eq!(Some(&held), line.member(field.name()), "{} of {row}", field.name());
                }
            }
        }
        assert_eq!(lines.next(), None);
    }
}

#[test]
fn no_table_is_written_over_what_is_read_or_over_another_and_no_pipe_holds_up_the_rest() {
    let folder = folder("over");
    let input = folder.join("semua.ndjson");
    let line = written(1, |_| {}).replace('\n', " ");
    fs::write(&input, &line).unwrap();
    let (input, folder) = (input.to_str().unwrap(), folder.to_str().unwrap());
    let within = format!("{folder}/unit.csv");
    for arguments in [
        vec![input, "--units", input],
        vec![folder, "--units", &within],
        vec![input, "--units", "a.csv", "--answers", "a.csv"],
        vec![input, "--units", input, "--answers", "jawaban.xlsx"],
    ] {
        let (outcome, out, err) = recap(&arguments, Path::new("."), "");
        assert_eq!(outcome, Outcome::BadCall, "{arguments:?}: {out}{err}");
    }
    assert_eq!(fs::read_to_string(input).unwrap(), line, "nothing was emptied");
    #[cfg(unix)]
    {
        let pipe = format!("{folder}/pipa.json");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let (outcome, out, _) = recap(&[folder], Path::new("."), "");
        assert_eq!(outcome, Outcome::BadFile);
        assert!(
            out.contains("pipa.json") && out.contains("bukan berkas biasa") && out.contains("Dinas 1"),
            "{out}"
        );
    }
}
