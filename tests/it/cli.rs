//! The command line, run in this process.

use std::ffi::OsString;
use std::io::{self, Write};

use swanilai::cli::{Outcome, Streams, run};

use crate::shipped::{IDS, golden, path, text};

/// Runs a call: its end, standard output and standard error.
pub fn call(arguments: &[&str], input: &str) -> (Outcome, String, String) {
    let arguments = std::iter::once("swanilai").chain(arguments.iter().copied()).map(OsString::from);
    let mut streams = Streams { input: input.as_bytes(), out: Vec::new(), err: Vec::new() };
    let outcome = run(arguments, &mut streams).unwrap();
    let words = |bytes| String::from_utf8(bytes).unwrap();
    (outcome, words(streams.out), words(streams.err))
}

#[test]
fn pa_binjai_gives_the_line_of_the_issue() {
    let expected = concat!(
        "{\"file\":\"-\",\"ok\":true,\"rubric\":{\"id\":\"sakip-2021\",\"version\":\"1.0.0\"},\"unit\":\"PA Binjai\",",
        "\"score\":{\"low\":87.8,\"point\":87.8,\"high\":87.8},\"scoreAnswers\":{\"low\":87.8,\"high\":87.8},",
        "\"category\":{\"low\":\"A\",\"point\":\"A\",\"high\":\"A\"},\"zone\":{\"low\":null,\"point\":null,\"high\":null},",
        "\"standing\":{\"category\":{\"low\":\"A\",\"high\":\"A\"},\"zone\":null,\"resting\":\"full\",\"assumed\":0,",
        "\"notRelevant\":0,\"restsOn\":[]},",
        "\"dimensions\":[{\"id\":\"1\",\"score\":{\"low\":82,\"point\":82,\"high\":82},\"points\":{\"low\":24.6,\"point\":24.6,\"high\":24.6}},",
        "{\"id\":\"2\",\"score\":{\"low\":85,\"point\":85,\"high\":85},\"points\":{\"low\":25.5,\"point\":25.5,\"high\":25.5}},",
        "{\"id\":\"3\",\"score\":{\"low\":93,\"point\":93,\"high\":93},\"points\":{\"low\":13.95,\"point\":13.95,\"high\":13.95}},",
        "{\"id\":\"4\",\"score\":{\"low\":95,\"point\":95,\"high\":95},\"points\":{\"low\":23.75,\"point\":23.75,\"high\":23.75}}],",
        "\"answered\":12,\"total\":12,\"assumed\":0,\"notApplicable\":0,\"problems\":[],\"supported\":0}\n"
    );
    let (outcome, out, err) = call(&["score", "-"], &text("tests/fixtures/binjai.json"));
    assert_eq!((outcome, out.as_str(), err.as_str()), (Outcome::Fine, expected, ""));
}

#[test]
fn a_bad_file_keeps_no_other_from_being_scored() {
    let (good, bad) = (path("tests/fixtures/binjai.json"), path("tests/fixtures/major-2.0.json"));
    let (good, bad) = (good.to_string_lossy(), bad.to_string_lossy());
    let (outcome, out, _) = call(&["score", &bad, "tidak-ada.json", &good], "");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(outcome.code(), 1);
    assert_eq!(lines.len(), 3);
    let start = |name: &str, ok: bool| format!("{{\"file\":\"{name}\",\"ok\":{ok},");
    assert!(lines[0].starts_with(&(start(&bad, false) + "\"problems\":[{\"path\":\"formatVersion\",\"kind\":\"newerFormat\",\"message\":\"Berkas ini dibuat dengan format 2.0;")));
    assert!(lines[1].starts_with(
        &(start("tidak-ada.json", false) + "\"problems\":[{\"path\":\"\",\"kind\":\"unreadable\"")
    ));
    assert!(lines[2].starts_with(&start(&good, true)));
}

#[test]
fn a_blank_form_has_no_point_and_no_single_zone() {
    let blank = text("tests/fixtures/minimal-1.0.json");
    let (outcome, out, _) = call(&["score", "-"], &blank);
    assert_eq!(outcome, Outcome::Fine);
    assert!(out.contains("\"unit\":null,\"score\":{\"low\":0,\"point\":null,\"high\":100}"), "{out}");
    assert!(out.contains("\"zone\":{\"low\":\"merah\",\"point\":null,\"high\":\"hijau\"}"), "{out}");
    assert!(out.contains("\"resting\":\"neither\""), "{out}");
}

#[test]
fn an_unknown_instrument_needs_its_copy() {
    let document = text("tests/fixtures/minimal-1.0.json").replace("ombudsman-kepatuhan-2023", "daerah-kita");
    let (outcome, out, _) = call(&["score", "-"], &document);
    assert_eq!(outcome, Outcome::BadFile);
    assert!(
        out.contains("\"kind\":\"unknownRubric\",\"message\":\"Instrumen “daerah-kita” tidak ada"),
        "{out}"
    );
    let copy = text("rubrics/pekppp-2023-daring.json").replace("pekppp-2023-daring", "daerah-kita");
    let with_copy = document.replacen('{', &format!("{{\"rubricCopy\":{copy},"), 1);
    let (outcome, out, _) = call(&["score", "-"], &with_copy);
    assert_eq!(outcome, Outcome::Fine, "{out}");
    assert!(out.contains("\"rubric\":{\"id\":\"daerah-kita\""), "{out}");
    assert!(out.contains("\"path\":\"rubricCopy\",\"kind\":\"ownRubric\""), "nobody vouches for it: {out}");
}

#[test]
fn a_zone_is_told_with_comma_or_point_after_rounding() {
    let zone = |arguments: &[&str]| {
        let mut all = vec!["zone"];
        all.extend(arguments);
        let (outcome, out, err) = call(&all, "");
        (outcome.code(), if outcome == Outcome::Fine { out } else { err })
    };
    let line = |id: &str, name: &str, zone: &str| {
        (0, format!("{{\"category\":\"{id}\",\"name\":\"{name}\",\"zone\":{zone}}}\n"))
    };
    let kepatuhan = "ombudsman-kepatuhan-2023";
    assert_eq!(zone(&[kepatuhan, "78,34"]), line("B", "Kualitas Tinggi", "\"hijau\""));
    assert_eq!(zone(&[kepatuhan, "77.99"]), line("C", "Kualitas Sedang", "\"kuning\""));
    assert_eq!(zone(&[kepatuhan, "77.995"]), line("B", "Kualitas Tinggi", "\"hijau\""));
    assert_eq!(zone(&["sakip-2021", "90,01"]), line("AA", "Sangat Memuaskan", "null"));
    let (_, unit) = zone(&["ombudsman-opini-2025", "86"]);
    let (_, pemda) = zone(&["ombudsman-opini-2025", "86", "--subject", "pemda"]);
    assert!(unit.to_lowercase().contains("\"baik\"") && pemda.to_lowercase().contains("kualitas tinggi"));
    for bad in [
        &[kepatuhan, "100,01"][..],
        &[kepatuhan, "-1"],
        &[kepatuhan, "1.234,5"],
        &[kepatuhan, "78,34567"],
        &["pekppp-2023-luring", "5,01"],
        &["entah", "5"],
        &[kepatuhan],
        &[kepatuhan, "5", "--subject", "negara"],
    ] {
        let (code, words) = zone(bad);
        assert_eq!(code, 2, "{bad:?}");
        assert!(!words.is_empty(), "{bad:?}");
    }
}

#[test]
fn instruments_are_listed_and_checked() {
    let (outcome, out, _) = call(&["rubric", "list"], "");
    assert_eq!(outcome, Outcome::Fine);
    let ids: Vec<_> =
        out.lines().filter_map(|line| line.strip_prefix("{\"id\":\"")?.split('"').next()).collect();
    assert_eq!(ids, IDS);
    let sound = text("rubrics/sakip-2021.json");
    assert_eq!(call(&["rubric", "check", "-"], &sound).1, "{\"file\":\"-\",\"ok\":true,\"problems\":[]}\n");
    let (outcome, out, _) =
        call(&["rubric", "check", "-"], &sound.replacen("\"value\": 20", "\"value\": 20.5", 1));
    assert_eq!(outcome, Outcome::BadFile);
    assert!(
        out.contains(
            "\"path\":\"dimensions[0].indicators\",\"kind\":\"sumNotHundred\",\"message\":\"Bobot di "
        ),
        "{out}"
    );
    let (outcome, out, _) =
        call(&["rubric", "check", "-"], &sound.replacen("\"use\"", "\"usee\": 1, \"use\"", 1));
    assert_eq!(outcome, Outcome::Fine);
    assert!(out.contains("\"ok\":true") && out.contains("unknownMember"), "{out}");
}

#[test]
fn a_wrong_call_ends_with_two_and_help_with_nought() {
    for arguments in [&[][..], &["score"], &["rubric"], &["entah"], &["score", "--entah"]] {
        let (outcome, out, err) = call(arguments, "");
        assert_eq!((outcome.code(), out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
    assert_eq!(call(&["--help"], "").0.code(), 0);
    assert_eq!(call(&["--version"], "").1, "swanilai 0.1.0\n");
}

#[test]
fn a_reader_that_leaves_early_is_told_to_the_caller_and_nothing_panics() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let arguments = ["swanilai", "rubric", "list"].map(OsString::from);
    let mut streams = Streams { input: io::empty(), out: Gone, err: Vec::new() };
    let reason = run(arguments, &mut streams).map_err(|reason| reason.kind());
    assert_eq!(reason, Err(io::ErrorKind::BrokenPipe));
}

#[test]
fn a_plan_is_one_line_and_a_target_out_of_reach_says_why() {
    let sheet = text("tests/fixtures/binjai.json");
    let expected = concat!(
        "{\"target\":\"AA\",\"reachable\":true,",
        "\"changes\":[{\"indicator\":\"1c\",\"from\":80,\"to\":100,\"points\":3,\"effort\":16}],",
        "\"count\":1,\"effort\":16,\"score\":{\"low\":90.8,\"point\":90.8,\"high\":90.8},\"proved\":true}\n"
    );
    let (outcome, out, err) = call(&["plan", "-"], &sheet);
    assert_eq!((outcome, err.as_str()), (Outcome::Fine, ""));
    assert_eq!(out, expected);
    let (_, out, _) = call(&["plan", "-", "--by", "effort"], &sheet);
    assert!(out.contains("\"count\":2,\"effort\":7,") && out.contains("\"point\":90.2,"), "{out}");
    let blank = text("tests/fixtures/minimal-1.0.json");
    let (outcome, out, _) = call(&["plan", "-", "--target", "A", "--low", "--by", "effort"], &blank);
    assert_eq!(outcome, Outcome::Fine);
    assert!(out.starts_with("{\"target\":\"A\",\"reachable\":false,\"changes\":[],\"count\":0,"), "{out}");
    assert!(out.contains("\"proved\":true,\"short\":") && out.contains("\"why\":\"notInHand\""), "{out}");
}

#[test]
fn the_plan_that_a_file_holds_is_the_one_printed_until_the_call_says_otherwise() {
    let example = text("rubrics/examples/ombudsman-kepatuhan-2023.json");
    let open = example.trim_end().strip_suffix('}').unwrap().trim_end();
    let held =
        r#"{"target": "A", "aim": "low", "by": "effort", "locked": ["PG03"], "ceilings": {"PG05": 2}}"#;
    let file = format!("{open}, \"plan\": {held}}}");
    let (outcome, kept, _) = call(&["plan", "-"], &file);
    assert_eq!(outcome, Outcome::Fine);
    assert!(kept.starts_with("{\"target\":\"A\","), "{kept}");
    assert!(!kept.contains("{\"indicator\":\"PG03\",\"from\""), "{kept}");
    let (_, said, _) = call(&["plan", "-", "--target", "A", "--low", "--by", "effort"], &file);
    assert_eq!(said, kept, "what the call repeats changes nothing");
    let (_, lower, _) = call(&["plan", "-", "--target", "B", "--by", "count"], &file);
    assert!(lower.starts_with("{\"target\":\"B\",\"reachable\":true,"), "{lower}");
    assert!(!lower.contains("\"PG03\""), "locks of the file stay: {lower}");
    let (_, bare, _) = call(&["plan", "-", "--ignore-plan"], &file);
    assert_eq!(bare, call(&["plan", "-"], &example).1);
    let (_, help, _) = call(&["plan", "--help"], "");
    assert!(help.contains("--ignore-plan") && help.contains("yang tersimpan dalam berkas"), "{help}");
}

#[test]
fn a_plan_for_a_bad_file_or_an_unknown_category_ends_as_other_calls_do() {
    let (outcome, out, _) = call(&["plan", "tidak-ada.json"], "");
    assert_eq!(outcome.code(), 1);
    assert!(out.starts_with("{\"file\":\"tidak-ada.json\",\"ok\":false,"), "{out}");
    let (outcome, out, err) = call(&["plan", "-", "--target", "Z"], &text("tests/fixtures/binjai.json"));
    assert_eq!((outcome.code(), out.as_str()), (2, ""));
    assert_eq!(err, "Kategori “Z” tidak ada. Yang ada: AA, A, BB, B, CC, C, D.\n");
}

#[test]
fn an_explanation_is_one_line_and_for_a_bad_file_ends_as_other_calls_do() {
    let (outcome, out, err) =
        call(&["explain", "-"], &text("rubrics/examples/ombudsman-kepatuhan-2023.json"));
    assert_eq!((outcome, err.as_str()), (Outcome::Fine, ""));
    golden("tests/fixtures/explained-ombudsman-kepatuhan-2023.json", &out);
    let (outcome, out, _) = call(&["explain", "-"], &text("tests/fixtures/binjai.json"));
    assert_eq!(outcome, Outcome::Fine);
    let (start, row) = (
        "{\"file\":\"-\",\"ok\":true,\"rubric\":{\"id\":\"sakip-2021\",\"version\":\"1.0.0\"},\"maximum\":100,",
        "{\"id\":\"1\",\"weight\":\"30\",\"at\":\"fixed\",\"score\":\"82\",\"product\":\"24.6\"}",
    );
    assert!(
        out.starts_with(start) && out.contains(row) && out.contains("\"sum\":\"87.8\",\"shown\":87.8"),
        "{out}"
    );
    let (outcome, out, _) = call(&["explain", "tidak-ada.json"], "");
    assert_eq!(outcome, Outcome::BadFile);
    assert!(out.starts_with("{\"file\":\"tidak-ada.json\",\"ok\":false,"), "{out}");
}
