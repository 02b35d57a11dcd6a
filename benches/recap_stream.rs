//! A stream of assessments against what a general library needs to read the same bytes into a tree. The mark is 1.5
//! times that, the aim 1.2; both are printed with their ratio, of one run.
//!
//! Invariant: both readers get the same bytes, in turns, and what they make of them is dropped inside the time taken;
//! nothing is asserted here.

use std::hint::black_box;
use std::time::{Duration, Instant};

use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState};
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::format::document::{Stamp, encode, open};
use swanilai::format::recap::Reader;
use swanilai::format::rubric::decode;

/// Documents in the stream.
const DOCUMENTS: usize = 300;
/// Times the whole stream is read by each, in turns; the quickest counts, because all else is other work on the machine.
const ROUNDS: usize = 41;

/// One way of reading a document.
type Way<'a> = &'a dyn Fn(&[u8]);

/// An office's file as the page saves it: every question answered, a note, the documents asked for.
fn document(rubric: &Rubric, number: usize) -> Vec<u8> {
    let mut assessment = Assessment {
        id: format!("00000000-0000-4000-8000-{number:012}").into(),
        revision: 40,
        assessment_year: Some(2026),
        data_year: Some(2025),
        created_at: "2026-03-02T08:00:00+07:00".into(),
        updated_at: "2026-03-20T15:30:00+07:00".into(),
        ..Assessment::default()
    };
    assessment.unit.pemda = "Kabupaten Contoh".into();
    assessment.unit.name = format!("Dinas Contoh {number}").into();
    assessment.unit.kind = "dinas".into();
    for (at, (_, indicator)) in rubric.indicators().enumerate() {
        let Some(scale) = rubric.scale_of(indicator) else { continue };
        let turn = at * 7 + number;
        let choice = match &scale.kind {
            ScaleKind::Levels(levels) => {
                levels.get(turn % levels.len()).map(|level| Choice::Level(level.value))
            }
            ScaleKind::Continuous { maximum, .. } => Some(Choice::Value(*maximum)),
        };
        let evidence = indicator.evidence.iter().enumerate().map(|(place, asked)| Evidence {
            asked: asked.clone(),
            title: format!("Dokumen {turn}").into(),
            where_kept: if place == 0 { "Lemari arsip".into() } else { "".into() },
            state: if (turn + place).is_multiple_of(3) {
                EvidenceState::Prepared
            } else {
                EvidenceState::Good
            },
            ..Evidence::default()
        });
        let answer = Answer {
            choice: choice.filter(|_| !turn.is_multiple_of(11)),
            evidence: evidence.collect(),
            note: if turn.is_multiple_of(4) {
                "Perlu dilengkapi sebelum penilaian.".into()
            } else {
                "".into()
            },
            by: "Kepala Subbagian Umum".into(),
            at: "2026-03-20T15:30:00+07:00".into(),
            ..Answer::default()
        };
        assessment.answers.insert(indicator.id.clone(), answer.into());
    }
    encode(&assessment, rubric, &Stamp { app_version: "0.1.0", saved_at: "2026-03-20T15:30:01+07:00" })
        .into_bytes()
}

#[allow(clippy::disallowed_methods, reason = "never built for wasm, and a benchmark reads the clock")]
fn timed(documents: &[Vec<u8>], each: Way<'_>) -> Duration {
    let begin = Instant::now();
    for bytes in documents {
        each(bytes);
    }
    begin.elapsed()
}

fn main() {
    let text = include_str!("../rubrics/pekppp-2023-luring.json");
    let Ok(rubric) = decode(text) else { return };
    let documents: Vec<_> = (0..DOCUMENTS).map(|number| document(&rubric, number)).collect();
    let bytes: usize = documents.iter().map(Vec::len).sum();
    println!("{DOCUMENTS} documents of {} bytes on average", bytes / DOCUMENTS);
    let tree = |bytes: &[u8]| drop(black_box(serde_json::from_slice::<serde_json::Value>(bytes)));
    let opened = |bytes: &[u8]| drop(black_box(open(bytes)));
    let entries = |verify| {
        let reader = Reader::new(vec![rubric.clone()], verify);
        move |bytes: &[u8]| drop(black_box(reader.entry("contoh.swanilai.json", bytes)))
    };
    let (row, verified) = (entries(false), entries(true));
    let reader = Reader::new(vec![rubric.clone()], false);
    let whole = |bytes: &[u8]| drop(black_box(reader.whole("contoh.swanilai.json".into(), bytes)));
    let ways: [(&str, Way<'_>); 5] = [
        ("serde_json to Value", &tree),
        ("swanilai, opened only", &opened),
        ("swanilai recap", &row),
        ("swanilai recap --verify", &verified),
        ("swanilai, read whole", &whole),
    ];
    let mut taken = vec![Vec::new(); ways.len()];
    for _ in 0..ROUNDS {
        for ((_, way), taken) in ways.iter().zip(&mut taken) {
            taken.push(timed(&documents, way));
        }
    }
    let nanos =
        |taken: &Vec<Duration>| taken.iter().min().map_or(0, Duration::as_nanos) * 100 / (DOCUMENTS as u128);
    let each: Vec<u128> = taken.iter().map(nanos).collect();
    let first = each.first().copied().unwrap_or_default().max(1);
    for ((name, _), each) in ways.iter().zip(each) {
        let ratio = each * 100 / first;
        println!("{name:24} {:5} µs a document {:3}.{:02}", each / 100_000, ratio / 100, ratio % 100);
    }
}
