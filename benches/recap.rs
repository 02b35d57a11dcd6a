//! One file of many: what reading, scoring and its digest cost, beside what a general tokenizer takes to parse it.
//!
//! Invariant: the document has the size that a filled PEKPPP form comes to; nothing is asserted here.
#![allow(clippy::expect_used, reason = "a benchmark without its files has nothing to time")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, RubricRef, Unit};
use swanilai::domain::number::Decimal;
use swanilai::domain::recap::{Chosen, Collection, Entry, Own, Recap};
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::format::document::{Stamp, encode, open};
use swanilai::format::recap::Reader;
use swanilai::format::rubric::{decode, digest};
use swanilai::format::{json, recap};

fn instrument() -> Rubric {
    let path = format!("{}/rubrics/pekppp-2023-luring.json", env!("CARGO_MANIFEST_DIR"));
    decode(&fs::read_to_string(path).expect("a shipped file")).expect("a sound instrument")
}

/// A form filled as offices fill it: nearly everything answered, documents named, notes here and there.
fn filled(rubric: &Rubric, office: i64) -> Assessment {
    let mut made = Assessment {
        id: format!("00000000-0000-4000-8000-{office:012}").into(),
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            sha256: digest(rubric).into(),
            kept: Vec::new(),
        },
        unit: Unit {
            pemda: "Kabupaten Pemalang".into(),
            name: format!("Dinas nomor {office}").into(),
            kind: "dinas".into(),
            kept: Vec::new(),
        },
        assessment_year: Some(2026),
        created_at: "2026-10-02T08:00:00+07:00".into(),
        updated_at: "2026-11-21T10:42:00+07:00".into(),
        ..Assessment::default()
    };
    for (at, (_, indicator)) in (0_i64..).zip(rubric.indicators()) {
        let mut answer = Answer::default();
        if (at + office) % 9 != 0 {
            answer.choice = Some(match rubric.scale_of(indicator).map(|scale| &scale.kind) {
                Some(ScaleKind::Levels(levels)) => {
                    let place = usize::try_from(at * 7 + office).unwrap_or(0) % levels.len();
                    Choice::Level(levels.get(place).map_or(Decimal::ZERO, |level| level.value))
                }
                _ => Choice::Value(Decimal::from_ten_thousandths(36_500 + office % 10_000)),
            });
            answer.by = "Kepala Subbagian Umum dan Kepegawaian".into();
            answer.at = "2026-11-20T14:05:00+07:00".into();
        }
        if at % 3 == 0 {
            answer.note = "Dokumen ada di ruang arsip; tinggal ditandatangani kepala dinas. 2026.".into();
        }
        for (place, asked) in indicator.evidence.iter().enumerate().step_by(2) {
            answer.evidence.push(Evidence {
                asked: asked.clone(),
                title: format!("SK Kepala Dinas Nomor 800/{place}/2026 tentang standar pelayanan").into(),
                where_kept: "Lemari arsip, map biru".into(),
                date: "12-03-2026".into(),
                state: if place % 4 == 0 { EvidenceState::Good } else { EvidenceState::Prepared },
                ..Evidence::default()
            });
        }
        made.answers.insert(indicator.id.clone(), answer.into());
    }
    made
}

fn text(rubric: &Rubric, office: i64) -> String {
    let stamp = Stamp { app_version: "0.1.0", saved_at: "2026-11-21T10:43:00+07:00" };
    encode(&filled(rubric, office), rubric, &stamp)
}

fn one_file(bench: &mut Criterion) {
    let rubric = instrument();
    let text = text(&rubric, 1);
    let bytes = text.as_bytes();
    let assessment = filled(&rubric, 1);
    let ready = recap::Instrument::of(rubric.clone());
    let reader = |verify| Reader::new(vec![rubric.clone()], verify);
    let (plain, verifying) = (reader(false), reader(true));
    assert!(matches!(plain.entry("a", bytes), Entry::Row(_)));
    let mut group = bench.benchmark_group(format!("one file of {} bytes", bytes.len()));
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("serde_json to Value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<serde_json::Value>(black_box(bytes)));
    });
    group
        .bench_function("JSON as the page reads it", |bencher| bencher.iter(|| json::read(black_box(bytes))));
    group.bench_function("the whole assessment, digest off", |bencher| {
        bencher.iter(|| {
            open(black_box(bytes)).and_then(|opened| opened.read_ready(&rubric, &ready.digest, false))
        });
    });
    group
        .bench_function("scoring alone", |bencher| bencher.iter(|| Own::of(&rubric, black_box(&assessment))));
    group
        .bench_function("the row, digest off", |bencher| bencher.iter(|| plain.entry("a", black_box(bytes))));
    group.bench_function("the row, digest checked", |bencher| {
        bencher.iter(|| verifying.entry("a", black_box(bytes)));
    });
    group.finish();
}

fn many(bench: &mut Criterion) {
    let rubric = instrument();
    let reader = Reader::new(vec![rubric.clone()], false);
    let entries = |count| -> Vec<Entry> {
        (0..count).map(|at| reader.entry(&format!("{at}.json"), text(&rubric, at).as_bytes())).collect()
    };
    let mut group = bench.benchmark_group("rows to the table");
    group.sample_size(10);
    for count in [100, 1_000] {
        let entries = entries(count);
        group.throughput(Throughput::Elements(entries.len() as u64));
        group.bench_function(format!("{count}"), |bencher| {
            bencher.iter(|| {
                let collection = Collection::of(entries.clone());
                Recap::of(&collection, &Chosen { rubric: &rubric, carried: None, offices: None })
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(50);
    targets = one_file, many
}
criterion_main!(benches);
