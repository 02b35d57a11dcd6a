//! A module that holds a copy of the open assessment, and the app around it: what is changed there arrives here whole, with
//! the same steps back, and nothing that came to be here meanwhile is written over.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::action::{FollowUp, FollowUpEdit, Part};
use swanilai::domain::assessment::{Assessment, Choice, RubricRef, Status};
use swanilai::domain::edit::{AnswerEdit, Edit, Field};
use swanilai::domain::milestone::MilestoneEdit;
use swanilai::domain::office_weights::WeightOf;
use swanilai::domain::rubric::Rubric;
use swanilai::domain::status::StatusEdit;
use swanilai::domain::verification::{Finding, VerificationEdit};
use swanilai::format::document::{encode, open};
use swanilai::state::{Action, Notice, Rewrite, State, Work};

use crate::anything;
use crate::dice::Dice;
use crate::documents::STAMP;
use crate::shipped::rubric;
use crate::support::decimal;

const AT: &str = "2026-11-22T09:00:00+07:00";

fn begun(rubric: &Rc<Rubric>, assessment: Assessment) -> State {
    let reference = RubricRef { id: rubric.id.clone(), ..RubricRef::default() };
    let assessment = Assessment { rubric: reference, ..assessment };
    State::default().step(Action::Opened(rubric.clone(), Rc::new(assessment))).unwrap()
}

/// What is read of what was written, as it crosses.
fn crossed(rubric: &Rubric, assessment: &Assessment) -> Rc<Assessment> {
    let opened = open(encode(assessment, rubric, &STAMP).as_bytes()).unwrap();
    let digest = opened.rubric().sha256.clone();
    Rc::new(opened.read_ready(rubric, &digest, false).unwrap().assessment)
}

/// The app, and the copy in the module.
struct Both {
    rubric: Rc<Rubric>,
    app: State,
    copy: Work,
    /// The assessment as both know it.
    known: Rc<Assessment>,
}

impl Both {
    fn of(rubric: &Rc<Rubric>, app: State) -> Self {
        let known = app.work.as_ref().unwrap().assessment.clone();
        let copy = Work::on(rubric.clone(), crossed(rubric, &known));
        Self { rubric: rubric.clone(), app, copy, known }
    }

    /// Makes a change in the module; whether the app took it.
    fn edit(&mut self, edit: Edit) -> bool {
        let joins = self.copy.is_continued_by(&edit);
        let said = matches!(edit, Edit::Status(_));
        let Some(copy) = self.copy.edited(edit, &AT.into()) else { return false };
        let to = crossed(&self.rubric, &copy.assessment);
        let touched = copy.touched.clone();
        self.copy = copy;
        let from = std::mem::replace(&mut self.known, to.clone());
        let next = self.app.step(Action::Rewritten(Rc::new(Rewrite { from, to, joins, said, touched })));
        let Some(next) = next else { return false };
        self.app = next;
        *self.work().assessment == *self.known
    }

    fn work(&self) -> &Work {
        self.app.work.as_ref().unwrap()
    }

    fn written(&self) -> String {
        encode(&self.work().assessment, &self.rubric, &STAMP)
    }
}

/// Changes of every kind that the views of the module make, typing letter by letter among them.
fn changes(rubric: &Rubric) -> Vec<Edit> {
    let (_, indicator) = rubric.indicators().find(|(_, indicator)| indicator.is_scored()).unwrap();
    let id = &indicator.id;
    let choose = |at| AnswerEdit::Choose(Choice::Level(decimal(at)));
    let mut edits = vec![
        Edit::AddFollowUps(vec![FollowUp::default()]),
        Edit::Simulate(id.clone(), choose("1")),
        Edit::Answer(id.clone(), AnswerEdit::Ask(true)),
        Edit::Verify(VerificationEdit::Find(id.clone(), Some(Finding::Improve))),
        Edit::Milestone(MilestoneEdit::Freeze("Sebelum".into())),
        Edit::AddOversight,
    ];
    for typed in ["P", "Pa", "Pap", "Papan "] {
        edits.push(Edit::FollowUp("1".into(), FollowUpEdit::Write(Part::Action, typed.into())));
    }
    for typed in ["d", "di", "di lemari\ndua"] {
        edits.push(Edit::Answer(id.clone(), AnswerEdit::Write(Field::Note, typed.into())));
    }
    for typed in ["1", "1x"] {
        edits.push(Edit::Weigh(WeightOf::Indicator, id.clone(), typed.into()));
    }
    edits.push(Edit::DropWeights);
    edits.push(Edit::EndSimulation);
    edits
}

#[test]
fn a_change_made_in_a_module_is_the_same_as_one_made_in_the_app_with_the_same_steps_back() {
    let rubric = Rc::new(rubric("ombudsman-kepatuhan-2023"));
    for seed in 0..6 {
        let mut dice = Dice::new(seed);
        let start = begun(&rubric, anything::assessment(&rubric, &mut dice));
        // As it is read: what one module is given by the other has crossed once.
        let start = begun(&rubric, (*crossed(&rubric, &start.work.unwrap().assessment)).clone());
        let (mut alone, mut both) = (start.clone(), Both::of(&rubric, start));
        for edit in changes(&rubric) {
            let next = alone.step(Action::Edited(edit.clone(), AT.into()));
            assert_eq!(both.edit(edit.clone()), next.is_some(), "{edit:?}");
            alone = next.unwrap_or(alone);
            let work = alone.work.as_ref().unwrap();
            assert_eq!(both.written(), encode(&work.assessment, &rubric, &STAMP), "{edit:?}");
            assert_eq!(both.work().undoable(), work.undoable(), "{edit:?}");
            assert_eq!(both.work().touched, work.touched);
            assert_eq!(both.app.notice, alone.notice);
        }
        while let Some(next) = alone.step(Action::Undone) {
            alone = next;
            both.app = both.app.step(Action::Undone).unwrap();
            assert_eq!(both.written(), encode(&alone.work.as_ref().unwrap().assessment, &rubric, &STAMP));
        }
        assert_eq!(both.work().undoable(), 0);
    }
}

#[test]
fn what_came_to_be_in_the_app_meanwhile_is_not_written_over() {
    let rubric = Rc::new(rubric("sakip-2021"));
    let mut both = Both::of(&rubric, begun(&rubric, Assessment::default()));
    let own = Edit::AddFollowUps(vec![FollowUp::default()]);
    both.app = both.app.step(Action::Edited(own, AT.into())).unwrap();
    let before = both.work().clone();
    assert!(!both.edit(Edit::AddOversight));
    let after = both.work();
    assert_eq!(after.assessment.actions, before.assessment.actions);
    assert_eq!(after.assessment.oversight, before.assessment.oversight);
    assert_eq!(after.undoable(), before.undoable());
    // So that the page is drawn, and the module given what is here.
    assert_ne!(after.assessment, before.assessment);
}

#[test]
fn where_the_app_is_locked_nothing_arrives() {
    let rubric = Rc::new(rubric("sakip-2021"));
    let mut both = Both::of(&rubric, begun(&rubric, Assessment::default()));
    both.app.overtaken = true;
    let before = both.app.clone();
    assert!(!both.edit(Edit::AddOversight));
    assert_eq!(both.app, before);
}

#[test]
fn a_revision_that_a_change_opens_is_told_of_and_one_that_was_said_is_not() {
    let rubric = Rc::new(rubric("sakip-2021"));
    let say = |to| Edit::Status(StatusEdit { to, by: "Kepala".into(), name: Text::from("Final") });
    let approved = Assessment { status: Status::Approved, ..Assessment::default() };
    let mut both = Both::of(&rubric, begun(&rubric, approved.clone()));
    let (_, indicator) = rubric.indicators().find(|(_, indicator)| indicator.is_scored()).unwrap();
    let level = Choice::Level(decimal("80"));
    assert!(both.edit(Edit::Answer(indicator.id.clone(), AnswerEdit::Choose(level))));
    assert!(matches!(both.app.notice, Some(Notice::Reopened(_))));
    let mut both = Both::of(&rubric, begun(&rubric, approved));
    assert!(both.edit(say(Status::Draft)));
    assert_eq!(both.app.notice, None);
    assert_eq!(both.work().assessment.status, Status::Draft);
}

#[test]
fn a_copy_counts_the_steps_back_that_are_kept_elsewhere() {
    let rubric = Rc::new(rubric("sakip-2021"));
    let work = Work::on(rubric, Rc::new(Assessment::default()));
    assert_eq!(work.clone().counting(3).undoable(), 3);
    assert_eq!(work.counting(1_000).undoable(), swanilai::state::UNDO_DEPTH);
}
