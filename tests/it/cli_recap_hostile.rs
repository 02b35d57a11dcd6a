//! `swanilai recap` beside what means it ill: paths that lead to one file, outputs that end early, lines and names that
//! were made to hurt.
//!
//! Invariant: every file that is read stands in what is written, once, with its reason where it does not count.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use swanilai::cli::{Outcome, Streams, run, unwritten};
use swanilai::domain::recap::Recap;
use swanilai::format::json::{Json, read_text};
use swanilai::format::recap::told;

use crate::cli::call;
use crate::cli_recap::{folder, written};
use crate::recap::{PEKPPP, chosen, read, troubled};
use crate::shipped::rubric;

/// The rows of a table of units that the command writes from these paths.
fn rows(out: &Path, arguments: &[&str]) -> (Outcome, Vec<Json>) {
    let table = out.join("units.ndjson");
    let table = table.to_str().unwrap();
    let arguments: Vec<&str> = [&["recap", "--units", table], arguments].concat();
    let (outcome, _, err) = call(&arguments, "");
    assert_ne!(outcome, Outcome::BadCall, "{err}");
    (outcome, fs::read_to_string(table).unwrap().lines().map(|line| read_text(line).unwrap()).collect())
}

fn said<'a>(row: &'a Json, column: &str) -> &'a str {
    row.member(column).and_then(Json::as_text).unwrap_or_default()
}

#[test]
fn forty_files_with_ten_kinds_of_trouble_are_told_as_the_page_tells_them() {
    let files = troubled();
    assert!(files.len() >= 40);
    let (folder, out) = (folder("forty"), folder("forty-out"));
    for (name, text, ..) in &files {
        fs::write(folder.join(name), text).unwrap();
    }
    let all = folder.to_str().unwrap();
    let (outcome, rows) = rows(&out, &["--verify", "--rubric", PEKPPP, all]);
    assert_eq!((outcome, rows.len()), (Outcome::BadFile, files.len()));
    for row in &rows {
        let own = said(row, "file").strip_prefix(&format!("{all}/")).unwrap();
        let (_, _, reason, troubles) = files.iter().find(|(name, ..)| name == own).unwrap();
        let mut found: Vec<&str> = said(row, "problems").split_terminator(' ').collect();
        let mut expected = troubles.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!((said(row, "reason"), found), (reason.unwrap_or_default(), expected), "{own}");
    }
    let rubric = rubric(PEKPPP);
    let collection = read(&files);
    let page = told::encoded(&rubric, &collection, &Recap::of(&collection, &chosen(&rubric)));
    let (_, command, _) = call(&["recap", "--verify", "--rubric", PEKPPP, all], "");
    assert_eq!(command.replace(&format!("{all}/"), ""), page, "one object, whoever writes it");
}

#[test]
fn a_file_that_several_paths_lead_to_is_read_once() {
    let (folder, out) = (folder("spelled"), folder("spelled-out"));
    fs::create_dir_all(folder.join("dalam")).unwrap();
    fs::write(folder.join("a.json"), written(1, |_| {})).unwrap();
    fs::write(folder.join("dalam/b.json"), written(2, |_| {})).unwrap();
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let mut ways = vec![path("a.json"), path("./a.json"), path("dalam/../a.json"), path(""), path("dalam/")];
    #[cfg(unix)]
    for (to, name) in [("a.json", "z.json"), ("dalam", "jalan")] {
        std::os::unix::fs::symlink(folder.join(to), folder.join(name)).unwrap();
        ways.push(path(name));
    }
    let mut ways: Vec<&str> = ways.iter().map(String::as_str).collect();
    let (outcome, first) = rows(&out, &ways);
    assert_eq!(outcome, Outcome::Fine);
    let names: Vec<&str> = first.iter().map(|row| said(row, "file")).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(first.iter().all(|row| said(row, "problems").is_empty()), "{first:?}");
    ways.reverse();
    assert_eq!(rows(&out, &ways).1, first);
}

/// Takes so many bytes, and no more.
struct Full(usize, io::ErrorKind);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 { Err(self.1.into()) } else { Ok(taken) }
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_and_a_reader_that_leaves_are_told_in_words_and_never_pass_for_a_result() {
    let folder = folder("full");
    fs::write(folder.join("a.json"), written(1, |_| {})).unwrap();
    let all = folder.to_str().unwrap();
    for (kind, words) in [
        (io::ErrorKind::StorageFull, "tempat penyimpanan penuh."),
        (io::ErrorKind::BrokenPipe, "penerimanya sudah berhenti membaca."),
    ] {
        for room in [0, 40, 400] {
            let mut streams = Streams { input: io::empty(), out: Full(room, kind), err: Vec::new() };
            let reason = run(["swanilai", "recap", all].map(OsString::from), &mut streams).unwrap_err();
            assert_eq!(unwritten(&reason), format!("Hasil tidak dapat ditulis seluruhnya: {words}"));
        }
    }
    #[cfg(target_os = "linux")]
    for (ending, option) in [("csv", "--units"), ("ndjson", "--answers"), ("parquet", "--units")] {
        if ending == "parquet" && cfg!(not(feature = "parquet")) {
            continue;
        }
        let table = self::folder("full-out").join(format!("penuh.{ending}"));
        std::os::unix::fs::symlink("/dev/full", &table).unwrap();
        let table = table.to_str().unwrap();
        let mut streams = Streams { input: io::empty(), out: Vec::new(), err: Vec::new() };
        let reason =
            run(["swanilai", "recap", all, option, table].map(OsString::from), &mut streams).unwrap_err();
        let words = unwritten(&reason);
        assert!(words.ends_with(&format!("{table}: tempat penyimpanan penuh.")), "{words}");
    }
}

/// So many bytes of one kind, then what comes after.
fn long(begin: &'static str, byte: u8, count: u64, end: &'static str) -> impl Read {
    begin.as_bytes().chain(io::repeat(byte).take(count)).chain(end.as_bytes())
}

#[test]
fn no_line_however_it_is_made_takes_another_with_it() {
    let sound = written(1, |_| {}).replace('\n', " ");
    let twice = written(2, |_| {}).replace('\n', " ").replacen("\"id\"", "\"id\":\"x\",\"id\"", 1);
    let deep = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let deep_in =
        sound.replacen('{', &format!("{{\"x\":{}1{},", "{\"a\":".repeat(100_000), "}".repeat(100_000)), 1);
    let lines: Vec<Vec<u8>> = vec![
        format!("\u{feff}{sound}").into_bytes(),
        format!("{}\r", written(3, |_| {}).replace('\n', " ")).into_bytes(),
        b"\0\0\0".to_vec(),
        [sound.as_bytes(), b"\0"].concat(),
        sound
            .replacen("Dinas 1", "Dinas \u{fffd}", 1)
            .into_bytes()
            .into_iter()
            .filter(|byte| *byte != 0xbf)
            .collect(),
        twice.into_bytes(),
        deep.into_bytes(),
        deep_in.into_bytes(),
        b"\r".to_vec(),
        sound.as_bytes().get(..sound.len() - 9).unwrap().to_vec(),
    ];
    let mut streams = Streams {
        input: long("{\"a\":\"", b'x', 200_000_000, "\"}\n").chain(io::Cursor::new(lines.join(&b'\n'))),
        out: Vec::new(),
        err: Vec::new(),
    };
    let outcome = run(["swanilai", "recap", "-"].map(OsString::from), &mut streams).unwrap();
    let out = String::from_utf8(streams.out).unwrap();
    assert_eq!(outcome, Outcome::BadFile);
    let object = read_text(&out).unwrap();
    let list = |member: &str| match object.member(member) {
        Some(Json::List(list)) => list.clone(),
        _ => Vec::new(),
    };
    let files = |member: &str| -> Vec<String> {
        list(member).iter().map(|own| said(own, "file").to_owned()).collect()
    };
    assert_eq!(
        files("units"),
        ["-:2", "-:3"],
        "a mark before it and a carriage return behind it hurt no line"
    );
    let reasons = list("notCounted");
    assert_eq!(files("notCounted").len(), 8, "{reasons:?}");
    assert!(reasons.iter().all(|own| said(own, "reason").len() > 9), "{reasons:?}");
}

#[cfg(unix)]
#[test]
fn names_made_to_hurt_come_back_as_they_are_and_are_no_formula() {
    use std::os::unix::ffi::OsStringExt;

    let (folder, out) = (folder("names"), folder("names-out"));
    let names = [
        "=1+1.json",
        "a\nb.json",
        "a\"b,c;d.json",
        "\u{202e}nosj.a.json",
        "@x.json",
        " =2.json",
        "a\u{7}b.json",
        "é😀.json",
    ];
    for (number, name) in names.iter().enumerate() {
        let text = written(number, |made| {
            made.unit.name =
                ["=HYPERLINK(\"http://x\")", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "😀\u{1f}"][number]
                    .into();
            made.unit.pemda = "".into();
        });
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join(OsString::from_vec(b"\xff\xfe.json".to_vec())), written(20, |_| {})).unwrap();
    let base = folder.to_str().unwrap().to_owned();
    let (_, rows) = rows(&out, &[&base]);
    assert_eq!(rows.len(), names.len() + 1);
    for name in names {
        assert!(rows.iter().any(|row| said(row, "file") == format!("{base}/{name}")), "{name:?}");
    }
    assert!(rows.iter().any(|row| said(row, "file").ends_with("/\u{fffd}\u{fffd}.json")));
    let table = out.join("units.csv");
    call(&["recap", "--units", table.to_str().unwrap(), &base], "");
    let records = fields(&fs::read_to_string(&table).unwrap());
    assert_eq!(records.len(), names.len() + 2);
    for record in &records {
        assert_eq!(record.len(), records[0].len(), "{record:?}");
        let is_formula = |field: &&String| field.trim_start().starts_with(['=', '+', '-', '@']);
        assert_eq!(record.iter().find(is_formula), None);
    }
}

/// The records of a CSV text.
fn fields(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    records
}
