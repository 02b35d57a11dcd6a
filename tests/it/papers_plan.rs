//! The plan on paper: what was proved is said with what it was proved under.
//!
//! Invariant: papers are made from the examples that ship, as an office would print them.

use std::rc::Rc;

use swanilai::domain::assessment::Assessment;
use swanilai::domain::number::Decimal;
use swanilai::domain::plan::Aim;
use swanilai::domain::rubric::StepKind;
use swanilai::domain::wanted::Wanted;
use swanilai::papers::plan::sheet;
use swanilai::papers::{Block, Paper};
use swanilai::state::Work;

use crate::documents::taken;
use crate::shipped::text;

const OMBUDSMAN: &str = "ombudsman-kepatuhan-2023";

fn printed(example: &str, wanted: Wanted) -> Paper {
    let (rubric, decoded) = taken(&text(&format!("rubrics/examples/{example}.json")));
    let assessment = Assessment { wanted: Some(wanted), ..decoded.assessment };
    sheet(&Work::on(Rc::new(rubric), Rc::new(assessment)), None)
}

/// What is said above the steps.
fn said(paper: &Paper) -> &str {
    let mut texts = paper.blocks.iter().filter_map(|block| match block {
        Block::Text(text) if text.starts_with("Menuju ") => Some(text.as_str()),
        _ => None,
    });
    texts.next_back().expect("a plan")
}

/// The steps, a row each.
fn steps(paper: &Paper) -> Vec<Vec<String>> {
    let tables = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.heads.iter().any(|(head, _)| head == "Yang perlu dicapai") => {
            Some(table)
        }
        _ => None,
    });
    tables.flat_map(|table| table.rows.clone()).collect()
}

#[test]
fn a_plan_that_nothing_limits_is_proved_without_more_words() {
    let paper = printed(OMBUDSMAN, Wanted::default());
    assert_eq!(paper.title, "Lembar rencana perbaikan");
    assert!(said(&paper).contains("Terbukti: tidak ada rencana lain"), "{}", said(&paper));
    assert!(said(&paper).contains("Yang harus sampai di sana: Perkiraan nilainya."), "{}", said(&paper));
    assert!(!said(&paper).contains("batas"), "{}", said(&paper));
}

#[test]
fn the_paper_names_what_has_to_get_there_the_limit_and_the_locks_and_ties_the_proof_to_them() {
    let low = printed(OMBUDSMAN, Wanted { aim: Aim::Low, ..Wanted::default() });
    for part in [
        "Yang harus sampai di sana: Aman pada perkiraan terendah.",
        "Terbukti: dengan sasaran dan batas ini, tidak ada rencana lain",
    ] {
        assert!(said(&low).contains(part), "{part} in {}", said(&low));
    }
    let limited = printed(
        OMBUDSMAN,
        Wanted {
            kinds: vec![StepKind::Administrative],
            locked: vec!["PG03".into(), "PG05".into(), "tidak-ada".into()],
            ceilings: [("IN01".into(), Decimal::whole(3))].into_iter().collect(),
            ..Wanted::default()
        },
    );
    for part in [
        "Langkah yang masih sempat: Hanya yang bisa minggu ini.",
        "Dikunci tahun ini: PG03, PG05.",
        "Paling tinggi tahun ini: IN01 tingkat 3.",
    ] {
        assert!(said(&limited).contains(part), "{part} in {}", said(&limited));
    }
    let each = [
        Wanted { kinds: vec![StepKind::Administrative], ..Wanted::default() },
        Wanted { locked: vec!["PG03".into()], ..Wanted::default() },
        Wanted { ceilings: [("IN01".into(), Decimal::whole(3))].into_iter().collect(), ..Wanted::default() },
    ];
    for wanted in each {
        let paper = printed(OMBUDSMAN, wanted);
        let proof = ["Terbukti: dengan sasaran dan batas ini", "Belum terjangkau"];
        assert!(proof.iter().any(|words| said(&paper).contains(words)), "{}", said(&paper));
    }
}

#[test]
fn points_of_a_plan_for_the_low_end_are_said_to_be_of_the_low_end() {
    let point = steps(&printed(OMBUDSMAN, Wanted::default()));
    let low = steps(&printed(OMBUDSMAN, Wanted { aim: Aim::Low, ..Wanted::default() }));
    assert!(!point.is_empty() && !low.is_empty());
    assert!(point.iter().all(|row| row[4].lines().next().is_some_and(|line| line.ends_with(" poin"))));
    assert!(low.iter().all(|row| row[4].contains(" poin pada perkiraan terendah\n")), "{low:?}");
}

#[test]
fn several_light_levels_are_not_called_one_middling_step_and_no_kind_is_made_up() {
    let rows = steps(&printed(OMBUDSMAN, Wanted { target: "A".into(), ..Wanted::default() }));
    let needs = |id: &str| rows.iter().find(|row| row[0].starts_with(id)).map(|row| row[4].clone());
    assert!(rows.iter().any(|row| row[4].ends_with("upaya 2, ringan tiap tingkat")), "{rows:?}");
    assert!(!rows.iter().any(|row| row[4].contains("upaya 3, sedang tiap")), "{rows:?}");
    assert!(needs("IN01").is_none_or(|needs| needs.contains("tata usaha")));
    assert!(needs("PG05").is_none_or(|needs| !needs.contains("tata usaha")));
}

#[test]
fn a_step_past_what_an_answer_seldom_passes_names_what_else_to_mend() {
    let rows = steps(&printed("sakip-2021", Wanted::default()));
    let row = rows.iter().find(|row| row[0].starts_with("2c")).expect("a step of 2c");
    assert!(row[2].contains("pemanfaatan di atas kualitasnya") && row[2].contains("2b"), "{row:?}");
}
