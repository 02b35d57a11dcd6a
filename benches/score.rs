//! One reckoning with both ranges: the mark is 100 microseconds, the aim 50. And two states of the largest form compared.
//!
//! Invariant: instruments have the shape of those that ship; nothing is asserted here.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use swanilai::domain::assessment::{Assessment, Choice};
use swanilai::domain::milestone::compare;
use swanilai::domain::rubric::{Draft, Rubric, SampleKind};
use swanilai::domain::scorecard::Scorecard;

#[path = "../tests/it/support.rs"]
mod support;

use support::{
    answered, continuous, dimension, draft, edit, inferred, items, level, levels, panel, published, rubric,
    sample, unpublished, value,
};

/// Seven dimensions and 31 items, all but nine of unpublished weight.
fn pekppp() -> (Rubric, Assessment) {
    let scales = vec![levels("0-5", &["0", "1", "2", "3", "4", "5"]), continuous("f03", "0", "5")];
    let counts = [
        ("kebijakan", "18", 9),
        ("sdm", "18.75", 6),
        ("sarpras", "13.5", 6),
        ("sipp", "8.25", 4),
        ("pengaduan", "7.5", 3),
        ("inovasi", "9", 2),
    ];
    let part =
        |(id, weight, count): (&str, &str, usize)| dimension(id, published(weight), items(id, count, "0-5"));
    let mut dimensions: Vec<_> = counts.map(part).into();
    for (indicator, percent) in
        dimensions[0].indicators.iter_mut().zip(["17", "14", "7", "14", "10", "17", "7", "7", "7"])
    {
        indicator.weight = Some(published(percent));
    }
    dimensions.push(dimension("f03", published("25"), items("f03", 1, "f03")));
    let made = draft(scales, dimensions);
    let mut assessment = every_other(&made);
    edit(&mut assessment, "f031", |answer| answer.choice = Some(value("4.1375")));
    (rubric(made), assessment)
}

/// Four dimensions and 38 items of unpublished weight, as many answered for samples as the assessors ask.
fn ombudsman() -> (Rubric, Assessment) {
    let scales = vec![levels("0-4", &["0", "1", "2", "3", "4"]), continuous("persen", "0", "100")];
    let mut input = items("IN", 15, "0-4");
    input[0].weight = Some(inferred("12.22"));
    let mut output = items("OU", 5, "0-4");
    output.extend(items("SPM", 1, "persen"));
    let mut made = draft(
        scales,
        vec![
            dimension("input", published("21.85"), input),
            dimension("proses", published("32.37"), items("PR", 11, "0-4")),
            dimension("output", published("24.24"), output),
            dimension("pengaduan", published("21.54"), items("PE", 6, "0-4")),
        ],
    );
    let kinds = [("petugas", SampleKind::Respondent), ("produk", SampleKind::Product)];
    made.panels = kinds.map(|(id, kind)| panel(id, kind)).into();
    let mut assessment = every_other(&made);
    for (at, (id, kind)) in kinds.iter().cycle().take(6).enumerate() {
        assessment.samples.push(sample(&format!("{id}{at}"), *kind, id));
    }
    for (dimension, panel, count) in [(0, "petugas", 6), (1, "produk", 11)] {
        for indicator in &mut made.dimensions[dimension].indicators[..count] {
            indicator.panel = panel.into();
            edit(&mut assessment, &indicator.id, |answer| {
                answer.choice = None;
                for at in 0..6 {
                    for (id, _) in kinds {
                        answer.samples.insert(format!("{id}{at}").into(), level(["2", "3", "4"][at % 3]));
                    }
                }
            });
        }
    }
    edit(&mut assessment, "SPM1", |answer| answer.choice = Some(value("87.5")));
    (rubric(made), assessment)
}

/// Two of three items answered, the third blank.
fn every_other(draft: &Draft) -> Assessment {
    let ids = draft.dimensions.iter().flat_map(|dimension| &dimension.indicators).enumerate();
    let given = ids.filter(|(at, _)| at % 3 != 2);
    let given: Vec<_> = given.map(|(at, i)| (&*i.id, level(["1", "2", "3", "4"][at % 4]))).collect();
    answered(&given)
}

fn score(bench: &mut Criterion) {
    let mut time = |title: &str, (rubric, assessment): (Rubric, Assessment)| {
        bench.bench_function(title, |bencher| {
            bencher.iter(|| Scorecard::of(black_box(&rubric), black_box(&assessment)));
        });
    };
    time("PEKPPP, 7 dimensions, 31 items", pekppp());
    time("Ombudsman, 38 items with samples", ombudsman());
    let (rubric, mut assessment) = ombudsman();
    for id in ["IN9", "PR11", "SPM1"] {
        edit(&mut assessment, id, |answer| answer.choice = Some(Choice::NotApplicable));
    }
    time("Ombudsman, 38 items with samples, three tidak relevan", (rubric, assessment));
}

/// As many answers as there can be, given where there were none, in so many dimensions.
fn compared(bench: &mut Criterion) {
    for (count, title) in
        [(50, "2,000 answers of 50 dimensions compared"), (1, "2,000 answers of one dimension compared")]
    {
        let part = |at: usize| {
            dimension(&format!("d{at}"), unpublished(), items(&format!("d{at}i"), 2_000 / count, "0-4"))
        };
        let made = draft(vec![levels("0-4", &["0", "1", "2", "3", "4"])], (0..count).map(part).collect());
        let given = made.dimensions.iter().flat_map(|dimension| &dimension.indicators);
        let given: Vec<_> = given.map(|indicator| (&*indicator.id, level("3"))).collect();
        let (blank, filled) = (Assessment::default(), answered(&given));
        let rubric = rubric(made.clone());
        bench.bench_function(title, |bencher| {
            bencher.iter(|| compare(black_box(&rubric), black_box(&blank), black_box(&filled)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(50);
    targets = score, compared
}
criterion_main!(benches);
