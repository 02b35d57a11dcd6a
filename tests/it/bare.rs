//! Copies without notes and places: what they lack, what they keep, and what their owner keeps when they come back.

use std::rc::Rc;

use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState};
use swanilai::domain::bare::{bared, restore};
use swanilai::domain::merge::Conflict;
use swanilai::domain::number::Decimal;
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

#[test]
fn a_copy_never_answers_what_waits_for_a_choice() {
    let rubric = rubrics().remove(0);
    let id = rubric.indicators().next().map(|(_, own)| own.id.clone()).unwrap();
    let level =
        |value| Rc::new(Answer { choice: Some(Choice::Level(Decimal::whole(value))), ..Answer::default() });
    let mut own = Assessment::default();
    own.conflicts.insert(id.clone(), Conflict { answers: vec![level(1), level(2)], ..Conflict::default() });
    let mut back = bared(&own);
    back.answers.insert(id.clone(), level(4));
    restore(&mut back, &own);
    assert!(back.answers.get(&id).is_none(), "none counts before one is chosen");
    assert_eq!(back.conflicts.get(&id).unwrap().answers.len(), 3, "and none is lost");
}

#[test]
fn documents_of_one_name_keep_their_own_places_and_words_outlast_what_was_emptied() {
    let rubric = rubrics().remove(0);
    let ids: Vec<_> = rubric.indicators().take(2).map(|(_, own)| own.id.clone()).collect();
    let place = |text: &str| Evidence {
        asked: "SK".into(),
        where_kept: text.into(),
        state: EvidenceState::Good,
        ..Evidence::default()
    };
    let held = Answer {
        choice: Some(Choice::Level(Decimal::whole(1))),
        note: "catatan pemilik".into(),
        evidence: vec![place("Lemari 1"), place("Lemari 2")],
        ..Answer::default()
    };
    let mut own = Assessment::default();
    for id in &ids {
        own.answers.insert(id.clone(), Rc::new(held.clone()));
    }
    let mut back = bared(&own);
    back.answers.remove(&ids[1]);
    restore(&mut back, &own);
    assert_eq!(back.answers.get(&ids[0]), own.answers.get(&ids[0]));
    let emptied = back.answers.get(&ids[1]).unwrap();
    assert_eq!((emptied.choice, &*emptied.note, emptied.evidence.len()), (None, "catatan pemilik", 2));
}
