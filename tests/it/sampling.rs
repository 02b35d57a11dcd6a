//! Answering a panel one by one and once again.

use swanilai::domain::Text;
use swanilai::domain::assessment::{Assessment, Choice};
use swanilai::domain::rubric::{Rubric, SampleKind};
use swanilai::domain::sampling::{apart, progress, together};
use swanilai::domain::scorecard::Scorecard;

use super::support::{
    answered, dimension, draft, edit, items, level, levels, panel, published, rubric, sample,
};

/// Three indicators asked of two products.
fn made() -> Rubric {
    let mut indicators = items("a", 3, "0-4");
    for indicator in &mut indicators {
        indicator.panel = "produk".into();
    }
    let scale = levels("0-4", &["0", "1", "2", "3", "4"]);
    let mut draft = draft(vec![scale], vec![dimension("d", published("100"), indicators)]);
    draft.panels = vec![panel("produk", SampleKind::Product)];
    rubric(draft)
}

fn split(made: &Rubric, before: &Assessment) -> Assessment {
    let names = ["satu", "dua"].map(Text::from).to_vec();
    apart(made, before, &made.panels[0], names).apply(before, &"kini".into())
}

#[test]
fn going_there_keeps_every_answer_with_the_first_and_the_point() {
    let made = made();
    let before = answered(&[("a1", level("3")), ("a2", Choice::NotApplicable)]);
    let after = split(&made, &before);
    assert_eq!(after.samples.len(), 2);
    let first = &after.samples[0].id;
    assert_eq!(after.answers.get("a1").and_then(|held| held.samples.get(first)), Some(&level("3")));
    assert_eq!(after.answer("a2").and_then(|held| held.choice), Some(Choice::NotApplicable));
    let point = |assessment| Scorecard::of(&made, assessment).score.point;
    assert_eq!(point(&after), point(&before));
    let (_, indicator) = made.indicator("a1").unwrap();
    assert_eq!(progress(&made, &after, indicator), Some((1, 2)));
    assert_eq!(progress(&made, &before, indicator), None);
}

#[test]
fn new_samples_never_take_an_id_that_is_there() {
    let made = made();
    let before =
        Assessment { samples: vec![sample("produk-1", SampleKind::Product, "")], ..Assessment::default() };
    let after = split(&made, &before);
    let ids: Vec<_> = after.samples.iter().map(|sample| &*sample.id).collect();
    assert_eq!(ids, ["produk-1", "produk-2", "produk-3"]);
}

#[test]
fn going_back_keeps_what_all_share_and_names_what_differs() {
    let made = made();
    let mut before = split(&made, &answered(&[("a1", level("3")), ("a2", level("2")), ("a3", level("4"))]));
    let second = before.samples[1].id.clone();
    edit(&mut before, "a1", |held| held.samples.insert(second.clone(), level("3")));
    edit(&mut before, "a2", |held| held.samples.insert(second, level("1")));
    let (change, lost) = together(&made, &before, &made.panels[0]);
    assert_eq!(lost, ["a2".into()]);
    let after = change.apply(&before, &"kini".into());
    assert!(after.samples.is_empty());
    let choice = |id: &str| after.answer(id).and_then(|held| held.choice);
    assert_eq!((choice("a1"), choice("a2"), choice("a3")), (Some(level("3")), None, Some(level("4"))));
}
