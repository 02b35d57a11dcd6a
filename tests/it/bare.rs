//! Copies without notes and places: what they lack, what they keep, and what their owner keeps when they come back.

use std::rc::Rc;

use swanilai::domain::assessment::{Answer, Assessment, Evidence};
use swanilai::domain::bare::{bared, restore};
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::encode;

use crate::anything::assessment;
use crate::dice::Dice;
use crate::documents::{STAMP, taken};
use crate::shipped::rubrics;

/// Any assessment that is no copy itself.
fn whole(rubric: &Rubric, dice: &mut Dice) -> Assessment {
    Assessment { bare: false, ..assessment(rubric, dice) }
}

/// As its file gives it.
fn through(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    taken(&encode(assessment, rubric, &STAMP)).1.assessment
}

#[test]
fn a_copy_says_what_it_lacks_and_comes_to_the_same() {
    let mut dice = Dice::new(77);
    for rubric in rubrics() {
        for turn in 0..20 {
            let mut own = whole(&rubric, &mut dice);
            for (at, (_, indicator)) in rubric.indicators().enumerate() {
                let note = format!("catatan rahasia {turn}-{at}").into();
                let place = Evidence {
                    asked: "Dokumen".into(),
                    where_kept: "lemari rahasia".into(),
                    ..Evidence::default()
                };
                let held = own.answers.get(&indicator.id).map(|held| (**held).clone()).unwrap_or_default();
                let held = Answer { note, evidence: vec![place], ..held };
                own.answers.insert(indicator.id.clone(), Rc::new(held));
            }
            let bare = bared(&own);
            assert!(!encode(&bare, &rubric, &STAMP).contains("rahasia"));
            let (left, right) = (Scorecard::of(&rubric, &bare), Scorecard::of(&rubric, &own));
            assert_eq!(
                (left.score, left.standing, left.supported),
                (right.score, right.standing, right.supported)
            );
            assert!(through(&rubric, &bare).bare, "a file says it too");
        }
    }
}

#[test]
fn its_owner_has_everything_again_when_it_comes_back_through_a_file() {
    let mut dice = Dice::new(78);
    for rubric in rubrics() {
        for _ in 0..60 {
            // As a file gives it: what no file holds is nothing to lose.
            let own = through(&rubric, &whole(&rubric, &mut dice));
            let mut back = through(&rubric, &bared(&own));
            restore(&mut back, &own);
            assert_eq!(back, own);
        }
    }
}

#[test]
fn what_was_written_into_the_copy_stays() {
    let rubric = rubrics().remove(0);
    let id = rubric.indicators().next().map(|(_, own)| own.id.clone()).unwrap();
    let answer = |note: &str, place: &str| {
        let document = Evidence {
            asked: "Dokumen".into(),
            title: "SK".into(),
            where_kept: place.into(),
            ..Evidence::default()
        };
        Rc::new(Answer { note: note.into(), evidence: vec![document], ..Answer::default() })
    };
    let mut own = Assessment::default();
    own.answers.insert(id.clone(), answer("milik kantor", "lemari"));
    let mut back = bared(&own);
    back.answers.insert(id.clone(), answer("dari pemeriksa", ""));
    restore(&mut back, &own);
    assert_eq!(*back.answers.get(&id).unwrap(), answer("dari pemeriksa", "lemari"));
    let mut other = bared(&own);
    restore(&mut other, &bared(&own));
    assert!(other.bare, "a copy without notes has none to give");
}
