//! States kept by name and official results: frozen, compared, carried on, and never lost in a file.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice};
use swanilai::domain::edit::{AnswerEdit, Edit, Field, carried_over};
use swanilai::domain::milestone::{Milestone, MilestoneEdit, compare};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::official::{Official, Published, gap_of_score, gaps};
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::encode;

use crate::anything::assessment;
use crate::dice::Dice;
use crate::documents::{STAMP, again, taken, words};
use crate::shipped::{rubric, rubrics, text};
use crate::support::{
    answered, continuous, decimal, dimension, draft, edit, item, level, levels, published as share,
    rubric as checked, unpublished,
};

const AT: &str = "2026-11-21T10:42:00+07:00";

#[expect(clippy::needless_pass_by_value, reason = "an edit is made where it is applied")]
fn edited(before: &Assessment, edit: Edit) -> Assessment {
    edit.apply(before, &AT.into())
}

fn chosen(before: &Assessment, id: &str, level: i32) -> Assessment {
    let choice = Choice::Level(Decimal::whole(level));
    edited(before, Edit::Answer(id.into(), AnswerEdit::Choose(choice)))
}

fn milestone(edit: MilestoneEdit) -> Edit {
    Edit::Milestone(edit)
}

fn published(before: &Assessment, what: Published, number: &str) -> Assessment {
    edited(before, Edit::Publish(what, Some(Decimal::parse(number).unwrap())))
}

#[test]
fn a_milestone_is_worth_what_the_answers_were_worth_and_holds_no_word_about_them() {
    let mut dice = Dice::new(41);
    for rubric in rubrics() {
        for _ in 0..20 {
            let made = assessment(&rubric, &mut dice);
            let frozen = Milestone::of(&made, &"nama".into(), &AT.into());
            let (then, now) = (Scorecard::of(&rubric, &frozen.state()), Scorecard::of(&rubric, &made));
            assert_eq!(then.score, now.score);
            assert_eq!(then.standing, now.standing);
            for held in frozen.answers.values() {
                let words = [&held.note, &held.reason, &held.ground, &held.by, &held.typed];
                assert!(words.iter().all(|word| word.is_empty()) && held.evidence.is_empty());
            }
            assert_eq!(compare(&rubric, &frozen.state(), &made).changes, []);
        }
    }
}

#[test]
fn a_milestone_is_named_and_removed_by_its_own_id_and_ids_never_meet() {
    let mut made = Assessment::default();
    for name in ["satu", "dua", "tiga"] {
        made = edited(&made, milestone(MilestoneEdit::Freeze(name.into())));
    }
    made = edited(&made, milestone(MilestoneEdit::Remove("m1".into())));
    made = edited(&made, milestone(MilestoneEdit::Freeze("empat".into())));
    made = edited(&made, milestone(MilestoneEdit::Name("m2".into(), "kedua".into())));
    let all: Vec<(&str, &str)> = made.milestones.iter().map(|one| (&*one.id, &*one.name)).collect();
    assert_eq!(all, [("m2", "kedua"), ("m3", "tiga"), ("m4", "empat")]);
    assert!(made.milestones.iter().all(|one| &*one.at == AT));
}

#[test]
fn each_change_is_worth_what_it_alone_moves_and_the_sums_add_up_to_the_hundredth() {
    let mut dice = Dice::new(42);
    let mut changed = 0;
    for rubric in rubrics() {
        for _ in 0..20 {
            let (mut from, mut to) = (assessment(&rubric, &mut dice), assessment(&rubric, &mut dice));
            // One set of samples and one way of counting: then a change can be made by hand.
            (from.samples, from.mode) = (Vec::new(), to.mode);
            to.samples = Vec::new();
            let low = |state: &Assessment| Scorecard::of(&rubric, state).score.answers.low.hundredths();
            let found = compare(&rubric, &from, &to);
            let mut sum = found.together.hundredths();
            for change in &found.changes {
                let indicator = &rubric.dimensions[change.at.0].indicators[change.at.1];
                let mut alone = from.clone();
                alone.answers.remove(&indicator.id);
                if let Some(held) = to.answers.get(&indicator.id) {
                    alone.answers.insert(indicator.id.clone(), held.clone());
                }
                let worth = indicator.is_scored().then(|| Score::from_hundredths(low(&alone) - low(&from)));
                assert_eq!(change.worth, worth, "{}", indicator.id);
                sum += worth.unwrap_or_default().hundredths();
                changed += 1;
            }
            assert_eq!(sum, found.total.hundredths());
            assert_eq!(found.total.hundredths(), low(&to) - low(&from));
            let sizes = found.changes.iter().map(|change| change.worth.map_or(-1, |w| w.hundredths().abs()));
            assert!(sizes.is_sorted_by(|one, other| one >= other), "largest first");
        }
    }
    assert!(changed > 500, "{changed}");
}

#[test]
fn two_thousand_changes_are_each_told_by_what_they_alone_move() {
    let part = |at: usize| {
        let items = (0..40).map(|item_at| item(&format!("d{at}i{item_at}"), unpublished(), "0-4")).collect();
        dimension(&format!("d{at}"), unpublished(), items)
    };
    let scale = levels("0-4", &["0", "1", "2", "3", "4"]);
    let rubric = checked(draft(vec![scale], (0..50).map(part).collect()));
    let mut to = Assessment::default();
    for (_, indicator) in rubric.indicators() {
        edit(&mut to, &indicator.id, |answer| answer.choice = Some(level("4")));
    }
    let found = compare(&rubric, &Assessment::default(), &to);
    assert_eq!(found.changes.len(), 2_000);
    // One of 2 000 equal parts of 100 points is 0,05.
    assert!(found.changes.iter().all(|change| change.worth == Some(Score::from_hundredths(5))));
    assert_eq!((found.total, found.together), (Score::from_hundredths(10_000), Score::default()));
}

#[test]
fn an_answer_given_where_there_was_none_is_a_change_and_a_note_is_none() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let blank = Assessment::default();
    let (_, first) = rubric.indicators().find(|(_, indicator)| indicator.is_scored()).unwrap();
    let noted = Edit::Answer(first.id.clone(), AnswerEdit::Write(Field::Note, "catatan".into()));
    assert_eq!(compare(&rubric, &blank, &edited(&blank, noted)).changes, []);
    let found = compare(&rubric, &blank, &chosen(&blank, &first.id, 4));
    assert_eq!(found.changes.len(), 1);
    assert!(found.changes[0].worth.unwrap() > Score::default());
    assert_eq!((found.together, found.changes[0].worth), (Score::default(), Some(found.total)));
}

/// The filled example of this instrument.
fn filled(id: &str) -> (Rubric, Assessment) {
    let (rubric, decoded) = taken(&text(&format!("rubrics/examples/{id}.json")));
    (rubric, decoded.assessment)
}

#[test]
fn where_the_office_was_too_kind_stands_first() {
    let (rubric, made) = filled("ombudsman-kepatuhan-2023");
    let levels: Vec<Text> = rubric
        .indicators()
        .filter(|(_, one)| {
            made.answer(&one.id).is_some_and(|held| matches!(held.choice, Some(Choice::Level(_))))
        })
        .map(|(_, one)| one.id.clone())
        .collect();
    let [kind, same, strict, ..] = levels.as_slice() else { panic!("{levels:?}") };
    let mut made = chosen(&chosen(&chosen(&made, kind, 4), same, 2), strict, 1);
    for (id, number) in [(strict, "3"), (same, "2"), (kind, "1.5")] {
        made = published(&made, Published::Indicator(id.clone()), number);
    }
    made = published(&made, Published::Score, "40");
    made = published(&made, Published::Dimension("input".into()), "99.99");
    let official = made.official.clone().unwrap();
    let (parts, items) = gaps(&rubric, &made, &official);
    let by: Vec<i64> = items.iter().map(|gap| gap.by).collect();
    assert_eq!(by, [6_250, 0, -5_000]);
    assert_eq!(items[0].places(&rubric).unwrap().1.unwrap().id, *kind);
    assert_eq!(parts.len(), 1);
    assert!(parts[0].by < 0 && parts[0].own.ten_thousandths() > 0);
    assert!(gap_of_score(&rubric, &made, &official).unwrap().by > 0);
    let before = Scorecard::of(&rubric, &made);
    assert_eq!(before, Scorecard::of(&rubric, &Assessment { official: None, ..made.clone() }));
}

#[test]
fn an_answer_equal_to_the_official_one_leaves_no_gap_on_the_longest_scale() {
    let scales = vec![continuous("juta", "0", "1000000")];
    let items = vec![item("i1", share("100"), "juta")];
    let made = checked(draft(scales, vec![dimension("d", share("100"), items)]));
    let own = answered(&[("i1", Choice::Value(decimal("1000000")))]);
    let mut official = Official::default();
    official.indicators.insert("i1".into(), decimal("1000000"));
    assert_eq!(gaps(&made, &own, &official).1[0].own, decimal("1000000"));
}

#[test]
fn the_last_published_number_forgotten_leaves_no_trace() {
    let made = published(&Assessment::default(), Published::Dimension("1".into()), "60");
    let made = edited(&made, Edit::Publish(Published::Dimension("1".into()), None));
    assert_eq!(made.official, None);
}

#[test]
fn a_new_year_notes_where_official_was_lower_behind_the_offices_own_note() {
    let (rubric, made) = filled("ombudsman-kepatuhan-2023");
    let mut ids = made.answers.iter().filter(|(_, held)| matches!(held.choice, Some(Choice::Level(_))));
    let (kind, strict) = (ids.next().unwrap().0.clone(), ids.next().unwrap().0.clone());
    let mut made = chosen(&chosen(&made, &kind, 4), &strict, 1);
    for id in [&kind, &strict] {
        made = edited(&made, Edit::Answer(id.clone(), AnswerEdit::Write(Field::Note, "Punya kantor".into())));
        made = published(&made, Published::Indicator(id.clone()), "2");
    }
    made = published(&made, Published::Score, "61.5");
    made = edited(&made, milestone(MilestoneEdit::Freeze("akhir".into())));
    made.assessment_year = Some(2025);
    let say = |gap: &swanilai::domain::official::Gap| format!("resmi {}, sendiri {}", gap.official, gap.own);
    let new = carried_over(&rubric, &made, "baru".into(), Some(2026), &AT.into(), &say);
    let note = |id: &Text| new.answer(id).map(|held| held.note.to_string());
    assert_eq!(note(&kind).as_deref(), Some("Punya kantor\nresmi 2, sendiri 4"));
    assert_eq!(note(&strict).as_deref(), Some("Punya kantor"));
    let last = new.history.last().unwrap();
    assert_eq!((last.year, &*last.rubric, last.score), (2025, &*rubric.id, Score::from_hundredths(6150)));
    assert_eq!((new.official, new.milestones), (None, vec![]));
    assert!(new.answers.values().all(|held| held.unconfirmed));
    let twice = Assessment { history: new.history.clone(), ..made };
    let again = carried_over(&rubric, &twice, "lagi".into(), Some(2026), &AT.into(), &say);
    assert_eq!(again.history.len(), new.history.len(), "a result stands in the history once");
}

/// The smallest file with this member.
fn with(member: &str) -> String {
    let smallest = text("tests/fixtures/minimal-1.0.json");
    let open = smallest.trim_end().strip_suffix('}').unwrap().trim_end();
    format!("{open}, {member}}}")
}

#[test]
fn what_is_no_milestone_is_named_and_kept_behind_those_that_are() {
    let file = with(
        r#""milestones": [7, {"id": "m1", "answers": {}, "baru": 1}, {"answers": {}}, {"id": "m2"},
           {"id": "m1", "name": "dua kali", "answers": {}}, {"id": "m3", "answers": {"LAMA": {"level": 99}}}]"#,
    );
    let (rubric, decoded) = taken(&file);
    let (_, first) = rubric.indicators().next().unwrap();
    let ids: Vec<&str> = decoded.assessment.milestones.iter().map(|one| &*one.id).collect();
    assert_eq!(ids, ["m1", "m3"]);
    let found = words(&decoded.problems);
    for problem in [
        "milestones[0]: wrongType",
        "milestones[1].baru: unknownMember",
        "milestones[2].id: missing",
        "milestones[3].answers: missing",
        "milestones[4].id: duplicateId",
    ] {
        assert!(found.contains(&problem.to_owned()), "{problem} in {found:?}");
    }
    let outside = format!(r#""milestones": [{{"id": "a", "answers": {{"{}": {{"level": 99}}}}}}]"#, first.id);
    let (_, decoded) = taken(&with(&outside));
    assert_eq!(decoded.assessment.milestones, [], "{outside}");
    for file in [file, with(&outside)] {
        let written = again(&file);
        assert_eq!(again(&written), written);
        assert!(written.contains("99"), "{written}");
    }
}

#[test]
fn what_is_no_milestone_takes_no_id_from_one_that_is() {
    let file =
        with(r#""milestones": [{"id": "m1"}, {"id": "m1", "answers": {}}, {"id": "m1", "answers": {}}]"#);
    let (_, decoded) = taken(&file);
    assert_eq!(decoded.assessment.milestones.len(), 1);
    let found = words(&decoded.problems);
    assert!(found.contains(&"milestones[2].id: duplicateId".to_owned()), "{found:?}");
    assert!(!found.contains(&"milestones[1].id: duplicateId".to_owned()), "{found:?}");
    assert_eq!(again(&again(&file)), again(&file));
    // Likewise what is to be done, and what supervisors demand.
    let file = with(
        r#""actions": [{"id": "a", "due": 7}, {"id": "a", "due": "besok"}],
           "oversight": [{"id": "p", "note": []}, {"id": "p", "note": "ya"}]"#,
    );
    let (_, decoded) = taken(&file);
    let Assessment { actions, oversight, .. } = &decoded.assessment;
    assert_eq!((&*actions[0].due, &*oversight[0].note), ("besok", "ya"));
    assert_eq!(again(&again(&file)), again(&file));
}

#[test]
fn published_numbers_that_cannot_be_are_kept_beside_those_that_can() {
    let rubric = rubric(&taken(&text("tests/fixtures/minimal-1.0.json")).1.assessment.rubric.id);
    let dimension = &rubric.dimensions[0].id;
    let file = with(&format!(
        r#""official": {{"dimensions": {{"{dimension}": 2.5, "lain": [1], "x": 1.50}}, "indicators": {{"a": 1.50}}}}"#
    ));
    let (_, decoded) = taken(&file);
    let official = decoded.assessment.official.clone().unwrap();
    assert_eq!(official.dimensions.get(dimension), Some(&Decimal::parse("2.5").unwrap()));
    assert!(official.indicators.is_empty());
    assert!(words(&decoded.problems).contains(&"official.dimensions.lain: unknownMember".to_owned()));
    let written = again(&file);
    assert_eq!(again(&written), written);
    for kept in ["\"lain\"", "\"x\": 1.50", "\"a\": 1.50"] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
    let more = published(&decoded.assessment, Published::Score, "1");
    assert!(encode(&more, &rubric, &STAMP).contains("\"x\": 1.50"));
    let (_, number) = taken(&with(r#""official": {"dimensions": 7}"#));
    let noted = published(&number.assessment, Published::Dimension(dimension.clone()), "1");
    let written = encode(&noted, &rubric, &STAMP);
    assert!(written.contains("\"\": 7"), "{written}");
    assert_eq!(again(&written), written);
}

#[test]
fn fifty_milestones_of_a_full_form_stay_within_a_file() {
    for id in ["pekppp-2023-luring", "sakip-2021", "ombudsman-kepatuhan-2023"] {
        let (rubric, mut made) = filled(id);
        for at in 0..50 {
            made = edited(&made, milestone(MilestoneEdit::Freeze(format!("tonggak {at}").into())));
        }
        let written = encode(&made, &rubric, &STAMP);
        assert!(written.len() < 1024 * 1024, "{id}: {}", written.len());
        let (_, decoded) = taken(&written);
        assert_eq!(decoded.assessment.milestones, made.milestones);
    }
    let many = (0..51).fold(Assessment::default(), |made, _| {
        edited(&made, milestone(MilestoneEdit::Freeze(Text::default())))
    });
    let rubric = rubric("sakip-2021");
    let written = encode(&many, &rubric, &STAMP);
    assert_eq!(taken(&written).1.assessment.milestones.len(), 50, "the rest is kept unread");
    assert_eq!(again(&written), written);
}

#[test]
fn an_answer_shared_with_a_milestone_changes_alone() {
    let blank = Assessment::default();
    let made = edited(&chosen(&blank, "IN01", 2), milestone(MilestoneEdit::Freeze("dua".into())));
    let made = chosen(&made, "IN01", 3);
    let then: &Rc<Answer> = made.milestones[0].answers.get("IN01").unwrap();
    assert_eq!(then.choice, Some(Choice::Level(Decimal::whole(2))));
}
