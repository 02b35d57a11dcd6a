//! Verification and the life of a document: beside the office's answers, never in their place, and nothing lost.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Status};
use swanilai::domain::date::Date;
use swanilai::domain::edit::{AnswerEdit, Edit, Field, UnitField};
use swanilai::domain::milestone::{MilestoneEdit, compare};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::official::Published;
use swanilai::domain::returned::{brings, joined, left_out};
use swanilai::domain::rubric::{Mode, Rubric};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::status::{
    Full, MAX_STEPS, StatusEdit, in_the_way, is_kept, last_step, revision, same_answers,
};
use swanilai::domain::verification::{
    Beside, Finding, VerificationEdit, beside, count, item, official_count, official_scorecard, outdated,
    scorecard, so_far,
};
use swanilai::domain::wanted::WantedEdit;
use swanilai::format::document::encode;

use crate::anything::assessment;
use crate::dice::Dice;
use crate::documents::{STAMP, again, taken, words};
use crate::shipped::{rubric, rubrics};

const AT: &str = "2026-11-21T10:42:00+07:00";
const LATER: &str = "2026-11-22T09:00:00+07:00";

#[expect(clippy::needless_pass_by_value, reason = "an edit is made where it is applied")]
fn edited(before: &Assessment, edit: Edit) -> Assessment {
    edit.apply(before, &AT.into())
}

fn level(number: i32) -> Choice {
    Choice::Level(Decimal::whole(number))
}

fn chosen(before: &Assessment, id: &str, choice: Choice) -> Assessment {
    edited(before, Edit::Answer(id.into(), AnswerEdit::Choose(choice)))
}

fn verified(before: &Assessment, id: &str, edit: AnswerEdit) -> Assessment {
    edited(before, Edit::Verify(VerificationEdit::Answer(id.into(), edit)))
}

fn found(before: &Assessment, id: &str, finding: Option<Finding>) -> Assessment {
    edited(before, Edit::Verify(VerificationEdit::Find(id.into(), finding)))
}

fn stands(before: &Assessment, to: Status) -> Assessment {
    edited(before, Edit::Status(StatusEdit { to, by: "Sekretaris".into(), name: "Disahkan".into() }))
}

fn finding(of: &Assessment, id: &str) -> Option<Finding> {
    of.verification.as_ref().and_then(|own| own.findings.get(id).copied())
}

fn verified_choice(of: &Assessment, id: &str) -> Option<Choice> {
    of.verification.as_ref().and_then(|own| own.answer(id)).and_then(|answer| answer.choice)
}

/// The same figures as the answers would have with the verified ones written over them.
fn written_over(rubric: &Rubric, of: &Assessment) -> Assessment {
    let mut over = of.clone();
    for (_, indicator) in rubric.indicators() {
        let given = of.verification.as_ref().and_then(|own| own.answer(&indicator.id));
        if let Some(given) = given {
            let answer = Answer {
                choice: given.choice,
                samples: given.samples.clone(),
                criteria: given.criteria.clone(),
                ..Answer::default()
            };
            over.answers.insert(indicator.id.clone(), Rc::new(answer));
        }
    }
    over
}

#[test]
fn a_verified_result_is_that_of_the_answers_with_the_verified_ones_written_over_them() {
    let mut dice = Dice::new(51);
    let mut seen = 0;
    for rubric in rubrics() {
        for _ in 0..20 {
            let mut made = assessment(&rubric, &mut dice);
            made.mode = Mode::PerLevel;
            let over = Scorecard::of(&rubric, &written_over(&rubric, &made));
            let (given, all) = count(&rubric, &made);
            assert_eq!(all, over.progress.total);
            match scorecard(&rubric, &made) {
                Some(card) => {
                    seen += given;
                    assert_eq!(card.score, over.score);
                    assert_eq!(card.dimensions, over.dimensions);
                    assert_eq!(card.progress, over.progress);
                }
                None => assert_eq!(given, 0),
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn what_a_verifier_does_moves_no_answer_of_the_office_and_none_of_its_figures() {
    let mut dice = Dice::new(52);
    for rubric in rubrics() {
        let made = assessment(&rubric, &mut dice);
        let before = Scorecard::of(&rubric, &made);
        let mut after = edited(&made, Edit::Verify(VerificationEdit::By("Kepala Bagian Organisasi".into())));
        for (_, indicator) in rubric.indicators() {
            let note = AnswerEdit::Write(Field::Note, "catatan".into());
            after = verified(&found(&after, &indicator.id, Some(Finding::Agree)), &indicator.id, note);
        }
        assert!(same_answers(&made, &after));
        let now = Scorecard::of(&rubric, &after);
        assert_eq!((now.score, now.progress), (before.score, before.progress));
        // What is agreed with is worth what the office said.
        if let Some(card) = scorecard(&rubric, &after) {
            assert_eq!(card.score.full, before.score.full);
            for (_, indicator) in rubric.indicators() {
                let beside = beside(&rubric, &after, indicator);
                assert!(matches!(beside, None | Some(Beside::Same)), "{}", indicator.id);
            }
        }
    }
}

#[test]
fn a_finding_stays_true_to_the_verified_answer() {
    let own = chosen(&Assessment::default(), "IN01", level(3));
    let agreed = found(&own, "IN01", Some(Finding::Agree));
    assert_eq!(verified_choice(&agreed, "IN01"), Some(level(3)));
    let other = verified(&agreed, "IN01", AnswerEdit::Choose(level(2)));
    assert_eq!(finding(&other, "IN01"), Some(Finding::Improve));
    let back = verified(&other, "IN01", AnswerEdit::Choose(level(3)));
    assert_eq!(finding(&back, "IN01"), Some(Finding::Improve), "what was said is not taken back in silence");
    let first = verified(&own, "IN01", AnswerEdit::Choose(level(3)));
    assert_eq!(finding(&first, "IN01"), Some(Finding::Agree));
    let doubted = found(&agreed, "IN01", Some(Finding::Mismatch));
    assert_eq!(verified_choice(&doubted, "IN01"), None, "an answer only copied is none of the verifier's");
    let kept = found(&other, "IN01", Some(Finding::Mismatch));
    assert_eq!(verified_choice(&kept, "IN01"), Some(level(2)));
    let none = found(&agreed, "IN01", None);
    assert_eq!(none.verification, None, "nothing is left of nothing");
}

#[test]
fn a_level_may_be_verified_where_the_office_goes_by_criteria() {
    let rubric = rubric("sakip-2021");
    let (_, indicator) = rubric.indicators().find(|(_, one)| !one.criteria.is_empty()).unwrap();
    let highest = rubric.scale_of(indicator).unwrap().maximum();
    let mut own = Assessment { mode: Mode::PerCriterion, ..Assessment::default() };
    let met = AnswerEdit::Meet(indicator.criteria[0].id.clone(), Some(swanilai::domain::assessment::Met::No));
    own = edited(&own, Edit::Answer(indicator.id.clone(), met));
    let agreed = found(&own, &indicator.id, Some(Finding::Agree));
    assert_eq!(beside(&rubric, &agreed, indicator), Some(Beside::Same));
    let raised = verified(&agreed, &indicator.id, AnswerEdit::Choose(Choice::Level(highest)));
    // The criteria copied before give way to the level that was said.
    let verdict = item(&rubric, &raised, indicator).unwrap();
    assert_eq!(verdict.point.map(|part| part.num == part.den), Some(true), "{verdict:?}");
    assert_eq!(
        beside(&rubric, &raised, indicator),
        Some(Beside::Apart),
        "the office has answered a part of it"
    );
    let card = scorecard(&rubric, &raised).unwrap();
    assert!(card.score.full.low > Scorecard::of(&rubric, &own).score.full.low);
}

#[test]
fn evidence_that_does_not_fit_supports_nothing_in_the_verified_result() {
    let rubric = rubric("pekppp-2023-luring");
    let (_, example) = taken(&crate::shipped::text("rubrics/examples/pekppp-2023-luring.json"));
    let own = example.assessment;
    let supported = Scorecard::of(&rubric, &own).supported_answers;
    assert!(supported > 0);
    let mut doubted = own.clone();
    for (_, indicator) in rubric.indicators().filter(|(_, one)| !one.evidence.is_empty()) {
        let choice = own.answer(&indicator.id).and_then(|answer| answer.choice);
        doubted = found(&doubted, &indicator.id, Some(Finding::Mismatch));
        if let Some(choice) = choice {
            doubted = verified(&doubted, &indicator.id, AnswerEdit::Choose(choice));
        }
    }
    let card = scorecard(&rubric, &doubted).unwrap();
    assert!(card.supported_answers < supported);
    assert!(card.supported < Scorecard::of(&rubric, &own).supported);
    assert_eq!(Scorecard::of(&rubric, &doubted).supported_answers, supported);
}

#[test]
fn published_answers_are_reckoned_where_they_were_noted_and_own_ones_stay_beside_them() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let own = chosen(&Assessment::default(), "IN01", level(4));
    assert_eq!(official_scorecard(&rubric, &own), None);
    let part = Published::Indicator("IN01".into());
    let noted = edited(&own, Edit::Publish(part, Some(Decimal::parse("2.5").unwrap())));
    assert_eq!(official_count(&rubric, &noted).0, 1);
    let card = official_scorecard(&rubric, &noted).unwrap();
    assert_eq!(card.progress.answered, 1);
    assert!(card.score.full.high < Scorecard::of(&rubric, &own).score.full.high);
}

#[test]
fn an_approval_keeps_a_milestone_and_the_first_change_afterwards_opens_a_new_revision() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let submitted = stands(&chosen(&Assessment::default(), "IN01", level(3)), Status::Submitted);
    let approved = stands(&stands(&submitted, Status::Verified), Status::Approved);
    assert_eq!((approved.status, revision(&approved)), (Status::Approved, 1));
    let milestone = approved.milestones.last().unwrap();
    assert_eq!((&*milestone.name, &approved.statuses[2].milestone), ("Disahkan", &milestone.id));
    assert_eq!(compare(&rubric, &milestone.state(), &approved).changes, []);
    // What follows from a result is no change of it.
    for edit in [
        Edit::Wanted(WantedEdit::Target("A".into())),
        Edit::AddFollowUps(vec![swanilai::domain::action::FollowUp::default()]),
        Edit::Publish(Published::Score, Some(Decimal::whole(80))),
        Edit::Milestone(MilestoneEdit::Freeze("lain".into())),
        Edit::Simulate("IN01".into(), AnswerEdit::Choose(level(4))),
    ] {
        assert_eq!(edited(&approved, edit.clone()).status, Status::Approved, "{edit:?}");
    }
    for edit in [
        Edit::Answer("IN01".into(), AnswerEdit::Choose(level(4))),
        Edit::Answer("IN01".into(), AnswerEdit::Write(Field::Note, "lain".into())),
        Edit::Unit(UnitField::Name, "Dinas lain".into()),
        Edit::Verify(VerificationEdit::Find("IN01".into(), Some(Finding::Agree))),
        Edit::Several(vec![Edit::Year(Some(2027)), Edit::Year(Some(2028))]),
    ] {
        let reopened = edited(&approved, edit.clone());
        assert_eq!((reopened.status, revision(&reopened)), (Status::Draft, 2), "{edit:?}");
        assert_eq!(reopened.statuses.len(), 4, "one step: {edit:?}");
        assert_eq!((&reopened.statuses[..3], &*reopened.statuses[3].at), (&approved.statuses[..], AT));
        assert_eq!(reopened.milestones, approved.milestones, "what was approved is kept");
    }
    let again = stands(&chosen(&approved, "IN01", level(4)), Status::Approved);
    assert_eq!((revision(&again), again.milestones.len()), (2, 2));
}

#[test]
fn what_came_as_approved_from_elsewhere_is_kept_before_it_is_changed() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let mut old = chosen(&Assessment::default(), "IN01", level(3));
    old.status = Status::Approved;
    assert_eq!(revision(&old), 1);
    let reopened = chosen(&old, "IN01", level(1));
    assert_eq!((reopened.status, revision(&reopened)), (Status::Draft, 2));
    let statuses: Vec<_> = reopened.statuses.iter().map(|step| step.status).collect();
    assert_eq!(statuses, [Status::Approved, Status::Draft]);
    let milestone = &reopened.milestones[0];
    assert_eq!(reopened.statuses[0].milestone, milestone.id);
    assert_eq!(compare(&rubric, &milestone.state(), &old).changes, []);
    let withdrawn = stands(&old, Status::Draft);
    assert_eq!((withdrawn.statuses.len(), withdrawn.milestones.len()), (2, 1));
}

#[test]
fn what_stood_under_these_names_before_is_kept_and_refuses_no_file() {
    let file = |members: &str| {
        format!(
            "{{\"format\":\"swanilai/assessment\",\"formatVersion\":\"1.0\",\"rubric\":{{\"id\":\"ombudsman-kepatuhan-2023\"}},{members},\"answers\":{{\"IN01\":{{\"level\":3}}}}}}"
        )
    };
    let verification = "\"verification\": ";
    for (odd, kept) in [
        ("\"verification\":7,\"statuses\":true", "7"),
        ("\"verification\":{\"a\":1.50},\"statuses\":[3,{\"by\":\"x\"}]", "{"),
        ("\"verification\":{\"answers\":{\"IN01\":{\"level\":9}}},\"statuses\":{}", "{"),
    ] {
        let (rubric, decoded) = taken(&file(odd));
        assert_eq!(
            (&decoded.assessment.verification, decoded.assessment.statuses.len()),
            (&None, 0),
            "{odd}"
        );
        assert_ne!(words(&decoded.problems), [""; 0]);
        assert!(again(&file(odd)).contains(&format!("{verification}{kept}")), "{odd}");
        let edit = Edit::Verify(VerificationEdit::Find("IN01".into(), Some(Finding::Agree)));
        let new = stands(&edited(&decoded.assessment, edit), Status::Submitted);
        let written = encode(&new, &rubric, &STAMP);
        let (_, read) = taken(&written);
        assert_eq!(read.assessment.verification.as_ref().map(|own| own.findings.len()), Some(1), "{odd}");
        assert!(written.contains("\"unread\": "), "{written}");
        assert_eq!(again(&written), written, "{odd}");
    }
    let word =
        file("\"verification\":{\"by\":\"Bagian Organisasi\",\"answers\":{\"IN01\":{\"finding\":\"ragu\"}}}");
    let (_, decoded) = taken(&word);
    assert_eq!(words(&decoded.problems), ["verification.answers.IN01.finding: unknownWord"]);
    assert!(again(&word).contains("\"finding\": \"ragu\""));
}

#[test]
fn a_returned_file_brings_its_findings_and_leaves_newer_answers_as_they_are() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let sent = stands(
        &chosen(&chosen(&Assessment::default(), "IN01", level(3)), "IN02", level(4)),
        Status::Submitted,
    );
    let back = stands(&verified(&sent, "IN01", AnswerEdit::Choose(level(2))), Status::Verified);
    assert!(brings(&back, &sent) && !brings(&sent, &back));
    let same = joined(&sent, &back, None);
    assert_eq!(same.status, Status::Verified);
    assert_eq!(same.verification, back.verification);
    let newer = chosen(&sent, "IN02", level(1));
    let both = joined(&newer, &back, None);
    assert!(same_answers(&both, &newer));
    assert_eq!((both.status, both.statuses.len()), (Status::Submitted, 2), "other answers were not verified");
    assert_eq!(both.verification, back.verification);
    assert_eq!(scorecard(&rubric, &both).map(|card| card.progress.answered), Some(2));
    assert_eq!(joined(&both, &back, None), both, "twice is once");
    assert_eq!(joined(&back, &back, None), back);
}

#[test]
fn what_was_found_of_another_answer_says_so_wherever_it_stands() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let sent = stands(
        &chosen(&chosen(&Assessment::default(), "IN01", level(3)), "IN02", level(4)),
        Status::Submitted,
    );
    let back = verified(&sent, "IN01", AnswerEdit::Choose(level(2)));
    let back = stands(
        &found(&found(&back, "IN02", Some(Finding::Agree)), "IN03", Some(Finding::Improve)),
        Status::Verified,
    );
    assert_eq!(outdated(&back), [""; 0].map(Text::from));
    let newer = Edit::Answer("IN02".into(), AnswerEdit::Choose(level(1))).apply(&sent, &LATER.into());
    let newer = Edit::Answer("IN03".into(), AnswerEdit::Choose(level(1))).apply(&newer, &LATER.into());
    let both = joined(&newer, &back, None);
    assert_eq!(outdated(&both), ["IN02", "IN03"].map(Text::from), "IN03 was blank");
    assert_eq!(both.statuses.iter().map(|step| step.other).collect::<Vec<_>>(), [false, true]);
    assert_eq!(last_step(&both).map(|step| step.status), Some(Status::Submitted));
    // It is in the file, and what is looked at once more is up to date.
    let (_, read) = taken(&encode(&both, &rubric, &STAMP));
    assert_eq!(outdated(&read.assessment), outdated(&both));
    assert!(read.assessment.statuses[1].other);
    let looked = found(&both, "IN02", Some(Finding::Mismatch));
    assert_eq!(outdated(&looked), ["IN03".into()]);
    // Where the answers are the same in the end, so is what is said of them.
    let same = joined(
        &joined(&sent, &Assessment { statuses: both.statuses.clone(), ..back.clone() }, None),
        &back,
        None,
    );
    assert_eq!((same.status, same.statuses.len()), (Status::Verified, 2));
    assert!(same.statuses.iter().all(|step| !step.other));
}

#[test]
fn a_verified_result_has_no_one_figure_before_all_of_it_was_verified() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let mut own = Assessment::default();
    let ids: Vec<Text> = rubric.indicators().map(|(_, one)| one.id.clone()).collect();
    for (_, indicator) in rubric.indicators() {
        let scale = rubric.scale_of(indicator).unwrap();
        let choice = |n| if scale.is_continuous() { Choice::Value(n) } else { Choice::Level(n) };
        own = chosen(&own, &indicator.id, choice(scale.maximum()));
    }
    assert_eq!(so_far(&rubric, &own), None);
    let mut made = found(&own, &ids[0], Some(Finding::Agree));
    let card = so_far(&rubric, &made).unwrap();
    assert_eq!((card.progress.answered, card.progress.total), (1, ids.len()));
    assert!(
        card.score.full.low < Score::from_hundredths(1_000)
            && card.score.full.high == Score::from_hundredths(10_000)
    );
    for id in &ids {
        made = found(&made, id, Some(Finding::Agree));
    }
    assert_eq!(so_far(&rubric, &made), scorecard(&rubric, &made));
}

#[test]
fn a_document_is_moved_no_further_than_its_file_can_hold() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let mut made = chosen(&Assessment::default(), "IN01", level(3));
    for _ in 0..MAX_STEPS {
        made = stands(&stands(&made, Status::Submitted), Status::Draft);
    }
    assert_eq!(in_the_way(&made, Status::Submitted), Some(Full::Steps));
    assert_eq!(stands(&made, Status::Submitted).statuses, made.statuses);
    let (_, read) = taken(&encode(&made, &rubric, &STAMP));
    assert_eq!((read.assessment.statuses.len(), words(&read.problems)), (made.statuses.len(), vec![]));
    let mut kept = chosen(&Assessment::default(), "IN01", level(3));
    while in_the_way(&kept, Status::Approved).is_none() {
        kept = edited(&kept, Edit::Milestone(MilestoneEdit::Freeze("lain".into())));
    }
    assert_eq!(in_the_way(&kept, Status::Approved), Some(Full::Milestones));
    assert_eq!(
        (stands(&kept, Status::Approved).status, in_the_way(&kept, Status::Submitted)),
        (Status::Draft, None)
    );
}

#[test]
fn findings_of_two_copies_meet_and_the_later_of_the_same_indicator_stays() {
    let base = chosen(&Assessment::default(), "IN01", level(3));
    let verify = |before: &Assessment, id: &str, number: i32, at: &str| {
        let edit = VerificationEdit::Answer(id.into(), AnswerEdit::Choose(level(number)));
        Edit::Verify(edit).apply(before, &at.into())
    };
    let here = verify(&verify(&base, "IN01", 2, AT), "IN02", 1, LATER);
    let file = verify(&verify(&base, "IN01", 1, LATER), "IN03", 4, AT);
    for (one, other) in [(&here, &file), (&file, &here)] {
        let both = joined(one, other, None);
        let said = ["IN01", "IN02", "IN03"].map(|id| verified_choice(&both, id));
        assert_eq!(said, [Some(level(1)), Some(level(1)), Some(level(4))]);
    }
}

#[test]
fn an_approval_comes_back_with_its_milestone_under_an_id_of_its_own() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let sent = chosen(&Assessment::default(), "IN01", level(3));
    let here =
        edited(&chosen(&sent, "IN01", level(1)), Edit::Milestone(MilestoneEdit::Freeze("lain".into())));
    let here = chosen(&here, "IN01", level(3));
    let mut here = here;
    here.answers = sent.answers.clone();
    let back = stands(&sent, Status::Approved);
    let both = joined(&here, &back, None);
    assert_eq!((both.status, both.milestones.len()), (Status::Approved, 2));
    let ids: Vec<&str> = both.milestones.iter().map(|own| &*own.id).collect();
    assert_eq!(ids, ["m1", "m2"]);
    assert_eq!(&*both.statuses[0].milestone, "m2");
    assert_eq!(compare(&rubric, &both.milestones[1].state(), &sent).changes, []);
}

#[test]
fn a_sample_that_is_removed_leaves_the_verification_too() {
    let mut dice = Dice::new(53);
    for rubric in rubrics() {
        let made = assessment(&rubric, &mut dice);
        let mut after = made.clone();
        for sample in &made.samples {
            after = edited(&after, Edit::RemoveSample(sample.id.clone()));
        }
        let held = after.verification.iter().flat_map(|own| own.answers.values());
        assert!(held.clone().all(|answer| answer.samples.is_empty() && answer.copied.is_empty()));
    }
}

#[test]
fn a_whole_form_verified_at_its_lowest_leaves_nothing_of_the_highest_and_nothing_open() {
    // Everything at its best, verified at its worst.
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let mut own = Assessment::default();
    let mut low = Vec::new();
    for (_, indicator) in rubric.indicators() {
        let scale = rubric.scale_of(indicator).unwrap();
        let choice =
            |number| if scale.is_continuous() { Choice::Value(number) } else { Choice::Level(number) };
        own = chosen(&own, &indicator.id, choice(scale.maximum()));
        low.push((indicator.id.clone(), choice(scale.minimum())));
    }
    assert_eq!(Scorecard::of(&rubric, &own).score.full.low, Score::from_hundredths(10_000));
    for (id, lowest) in low {
        own = verified(&own, &id, AnswerEdit::Choose(lowest));
    }
    let card = scorecard(&rubric, &own).unwrap();
    assert_eq!(card.score.full.high, card.score.full.low, "nothing is open");
    assert!(card.score.full.high < Score::from_hundredths(5_000));
}

#[test]
fn what_was_approved_is_kept_though_its_milestone_did_not_come_along() {
    let approved = stands(&chosen(&Assessment::default(), "IN01", level(3)), Status::Approved);
    let mut lost = approved.clone();
    lost.milestones.clear();
    let after = chosen(&lost, "IN01", level(1));
    assert_eq!(after.status, Status::Draft);
    assert_eq!(after.milestones.len(), 1);
    assert_eq!(after.milestones[0].state().answer("IN01").unwrap().choice, Some(level(3)));
    let named = after.statuses.iter().filter(|own| own.milestone == after.milestones[0].id).count();
    assert_eq!(named, 1, "the approval names it");
}

#[test]
fn a_time_that_has_not_come_keeps_nothing_out_and_what_is_kept_out_is_named() {
    let today = Date::read("2026-11-22");
    let base = chosen(&Assessment::default(), "IN01", level(3));
    let verify = |by: &str, id: &str, number: i32, at: &str| {
        let edit = VerificationEdit::Answer(id.into(), AnswerEdit::Choose(level(number)));
        let of = Edit::Verify(VerificationEdit::By(by.into())).apply(&base, &at.into());
        Edit::Verify(edit).apply(&of, &at.into())
    };
    let ahead = verify("Jam salah", "IN01", 0, "2099-01-01T00:00:00+07:00");
    let file = verify("Kabag", "IN01", 4, LATER);
    let both = joined(&ahead, &file, today);
    assert_eq!(verified_choice(&both, "IN01"), Some(level(4)));
    assert_eq!(both.verification.as_ref().map(|own| &*own.by), Some("Kabag"));
    assert_eq!(left_out(&both, &file), [""; 0].map(Text::from));
    // What is taken explicitly is taken, whatever its own clock said.
    assert_eq!(verified_choice(&joined(&file, &ahead, today), "IN01"), Some(level(0)));
    // Of other indicators nothing is lost, and an entry is ahead by its own time.
    let more = Edit::Verify(VerificationEdit::Answer("IN02".into(), AnswerEdit::Choose(level(1))))
        .apply(&ahead, &AT.into());
    let both = joined(&more, &file, today);
    assert_eq!(["IN01", "IN02"].map(|id| verified_choice(&both, id)), [Some(level(4)), Some(level(1))]);
    // Where no day is known, or the time has come, what is later stays and the other is named.
    for (here, day) in [(&ahead, None), (&ahead, Date::read("2099-01-01"))] {
        let both = joined(here, &file, day);
        assert_eq!(verified_choice(&both, "IN01"), Some(level(0)));
        assert_eq!(left_out(&both, &file), ["IN01".into()]);
    }
}

#[test]
fn an_approval_told_without_its_milestone_is_taken_as_told_and_known_to_be_kept_nowhere() {
    let sent = chosen(&Assessment::default(), "IN01", level(3));
    let back = stands(&sent, Status::Approved);
    assert!(is_kept(&back) && is_kept(&joined(&sent, &back, None)));
    let bare = Assessment { status: Status::Approved, ..sent.clone() };
    let taken = joined(&sent, &bare, None);
    assert_eq!((taken.status, is_kept(&taken)), (Status::Approved, false));
}
