//! The least plan for the shipped examples and for a blank form: marks 5 ms for the point and 50 ms for the low end,
//! PEKPPP-sized.
//!
//! Invariant: instruments and answers are those that ship; nothing is asserted here.
#![allow(clippy::expect_used, reason = "a benchmark without its files has nothing to time")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use swanilai::domain::assessment::Assessment;
use swanilai::domain::plan::{Aim, By, Goal, Plan};
use swanilai::domain::rubric::Rubric;
use swanilai::format::document;
use swanilai::format::rubric::decode;

fn text(name: &str) -> String {
    fs::read_to_string(format!("{}/rubrics/{name}.json", env!("CARGO_MANIFEST_DIR"))).expect("a shipped file")
}

/// An instrument with its filled example.
fn example(id: &str) -> (Rubric, Assessment) {
    let rubric = decode(&text(id)).expect("a sound instrument");
    let opened = document::open(text(&format!("examples/{id}")).as_bytes()).expect("an example");
    let assessment = opened.read(&rubric).expect("a sound example").assessment;
    (rubric, assessment)
}

/// What to plan for: the examples to the next category up, and PEKPPP before anything is filled in, to B-, the dearest.
fn cases() -> Vec<(String, Rubric, Assessment, Option<usize>)> {
    let mut cases = Vec::new();
    for id in ["pekppp-2023-luring", "ombudsman-kepatuhan-2023", "sakip-2021"] {
        let (rubric, assessment) = example(id);
        cases.push((id.to_owned(), rubric, assessment, None));
    }
    let (rubric, _) = example("pekppp-2023-luring");
    let target = rubric.categories.items.iter().position(|category| &*category.id == "B-");
    cases.push(("pekppp-2023-luring, blank to B-".to_owned(), rubric, Assessment::default(), target));
    cases
}

fn plan(bench: &mut Criterion) {
    for (name, rubric, assessment, target) in cases() {
        for (aim, figure) in [(Aim::Point, "point"), (Aim::Low, "low end")] {
            for (by, least) in [(By::Count, "fewest indicators"), (By::Effort, "least effort")] {
                let goal = Goal { target, aim, by, ..Goal::default() };
                bench.bench_function(&format!("{name}, {figure}, {least}"), |bencher| {
                    bencher.iter(|| Plan::of(black_box(&rubric), black_box(&assessment), black_box(&goal)));
                });
            }
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = plan
}
criterion_main!(benches);
