//! What each action does to the state.
//!
//! Invariant: `None` means that nothing changed and nothing need be drawn again.

use std::mem;
use std::rc::Rc;

use super::{Action, Asked, Mode, Notice, Route, SaveStatus, State, UNDO_DEPTH, Work};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Status, next_revision};
use crate::domain::edit::Edit;
use crate::domain::office_weights::applied;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Reckoned;
use crate::domain::status::revision;

impl State {
    /// The state after an action; none where it changes nothing.
    #[must_use]
    pub fn step(&self, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Navigated(route) => {
                if !route.same_view(&self.route) {
                    next.notice = None;
                    next.asked = Asked::Nothing;
                }
                // What is asked about stands in the place of the view: every way out of it leads out, back too.
                if route != self.route {
                    next.put_aside();
                }
                next.route = route;
            }
            Action::SentHome => next.route = Route::Beranda,
            Action::RubricLoaded(rubric) => drop(next.library.insert(rubric.id.clone(), rubric)),
            Action::RubricMissed(id) => next.notice = Some(Notice::RubricMissing(id)),
            Action::Opened(rubric, assessment) => {
                next.library.insert(rubric.id.clone(), rubric.clone());
                next.work = Some(self.begun(rubric, self.marked(assessment)));
                next.opened();
            }
            Action::CopyShown(copy) => {
                next.library.insert(copy.rubric.id.clone(), copy.rubric.clone());
                next.work = Some(self.begun(copy.rubric.clone(), copy.assessment.clone()));
                next.opened();
                next.save = SaveStatus::Idle;
                next.copy = Some(copy);
            }
            Action::Closed => {
                next.work = None;
                next.overtaken = false;
                next.copy = None;
            }
            Action::Edited(edit, at) => return self.edited(edit, &at),
            Action::Rewritten(rewrite) => return self.rewritten(&rewrite),
            Action::Undone => {
                let work = self.work.as_ref().filter(|_| !self.is_locked())?;
                let undone = work.undone()?;
                next.notice = Some(undone.changed_from(work));
                next.work = Some(undone);
                next.save = SaveStatus::Pending;
            }
            Action::Listed(saved, own, unread) => {
                (next.saved, next.own, next.unread) = (saved, own, unread);
            }
            Action::Removed(removed) => next.removed = removed,
            Action::SaveSettled(status) => next.save = status,
            Action::Stored(stored, status) => {
                // Pages are drawn later than they change: what was stored may be older than the state.
                let work = self.work.as_ref()?;
                if !Rc::ptr_eq(&work.assessment, &stored) {
                    return None;
                }
                next.save = status;
            }
            Action::FileRead(incoming) => {
                next.library.insert(incoming.rubric.id.clone(), incoming.rubric.clone());
                next.put_aside();
                next.from_recap |= incoming.to_verify;
                next.incoming = Some(incoming);
            }
            Action::PartsRead(returned) => {
                next.put_aside();
                next.returned = Some(returned);
            }
            Action::FileRefused(refused) => {
                next.put_aside();
                next.refused = Some(refused);
            }
            Action::ImportAccepted => {
                let incoming = self.incoming.as_ref()?;
                let work = self.taken_over(incoming);
                let undoable = work.undoable() > 0;
                next.work = Some(work);
                next.opened();
                next.save = SaveStatus::Pending;
                next.notice = Some(Notice::Imported(undoable));
                // Where the address leads next; a change of view on the way would take the notice away.
                next.route = incoming.leads_to();
            }
            Action::ImportDismissed => next.put_aside(),
            Action::Noticed(notice) => next.notice = notice,
            Action::Asked(asked) => next.asked = asked,
            Action::SharedChosen(shared) => next.shared_computer = shared,
            Action::OtherTabWrote(id) => {
                // No id: everything of this origin was removed there.
                next.overtaken |= self
                    .work
                    .as_ref()
                    .is_some_and(|work| id.is_empty() || work.assessment.kept_under() == id);
            }
            Action::TookOver => {
                next.overtaken = false;
                next.save = SaveStatus::Pending;
            }
            Action::Sought(text) => next.sought = text,
        }
        (next != *self).then_some(next)
    }

    /// After a change to the open assessment. One to what was approved is told of: it opens a new revision.
    fn edited(&self, edit: Edit, at: &Text) -> Option<Self> {
        if self.is_locked() {
            return None;
        }
        let before = self.work.as_ref()?;
        let said = matches!(edit, Edit::Status(_));
        Some(self.with_work(before, before.edited(edit, at)?, said))
    }

    /// With the open assessment changed; where its status was not `said`, a revision that this opens is told of.
    pub(super) fn with_work(&self, before: &Work, work: Work, said: bool) -> Self {
        let opened = !said && reopened(&before.assessment, &work.assessment);
        let notice = opened.then(|| Notice::Reopened(revision(&work.assessment)));
        Self { notice, work: Some(work), save: SaveStatus::Pending, ..self.clone() }
    }

    /// Nothing that was read waits any longer.
    fn put_aside(&mut self) {
        self.incoming = None;
        self.returned = None;
        self.refused = None;
    }

    fn opened(&mut self) {
        self.put_aside();
        self.notice = None;
        self.overtaken = false;
        self.copy = None;
        self.sought = Text::default();
    }

    fn begun(&self, rubric: Rc<Rubric>, assessment: Rc<Assessment>) -> Work {
        let own = !self.shipped.contains(&rubric.id);
        Work { own, ..Work::on(rubric, assessment) }
    }

    /// Whatever is opened for practice is an exercise from then on.
    fn marked(&self, mut assessment: Rc<Assessment>) -> Rc<Assessment> {
        if self.mode == Mode::Practice && !assessment.practice {
            Rc::make_mut(&mut assessment).practice = true;
        }
        assessment
    }

    /// The file's assessment as work; where it replaces the open one, that one stays for undo.
    fn taken_over(&self, incoming: &super::Incoming) -> Work {
        let mut work = self.begun(incoming.rubric.clone(), self.marked(incoming.assessment.clone()));
        let here = self.work.as_ref().filter(|_| self.copy.is_none());
        let before = here.filter(|work| work.assessment.kept_under() == incoming.assessment.kept_under());
        work.past = before
            .map(|work| work.assessment.clone())
            .or_else(|| incoming.replaces.clone())
            .into_iter()
            .collect();
        work
    }
}

/// Whether what was approved has become a draft.
fn reopened(before: &Assessment, after: &Assessment) -> bool {
    before.status == Status::Approved && after.status != Status::Approved
}

impl Work {
    /// After a change; none where it changes nothing.
    #[must_use]
    pub fn edited(&self, edit: Edit, at: &Text) -> Option<Self> {
        let mut after = edit.apply(&self.assessment, at);
        let changed_at = mem::replace(&mut after.updated_at, self.assessment.updated_at.clone());
        if after == *self.assessment {
            return None;
        }
        after.updated_at = changed_at;
        let past = self.remembered(self.is_continued_by(&edit));
        let touched = touched(&edit).or(self.touched.as_ref()).cloned();
        Some(Self { touched, ..self.with(past, Some(edit), Rc::new(after)) })
    }

    /// Whether a change continues the latest, so that one undo takes back both.
    #[must_use]
    pub fn is_continued_by(&self, edit: &Edit) -> bool {
        self.latest.as_ref().is_some_and(|latest| edit.continues(latest))
    }

    /// What can be taken back after a change that does or does not join the one before it.
    pub(super) fn remembered(&self, joins: bool) -> Vec<Rc<Assessment>> {
        let mut past = self.past.clone();
        if !joins {
            past.push(self.assessment.clone());
            if past.len() > UNDO_DEPTH {
                past.remove(0);
            }
        }
        past
    }

    fn undone(&self) -> Option<Self> {
        let mut past = self.past.clone();
        let before = past.pop()?;
        Some(self.with(past, None, before))
    }

    /// What taking back has changed, seen from the work before it.
    fn changed_from(&self, before: &Self) -> Notice {
        let (here, there) = (&self.assessment.answers, &before.assessment.answers);
        let mut changed = Vec::new();
        let mut answers = false;
        for id in self.rubric.indicators().map(|(_, indicator)| &indicator.id) {
            let (now, then) = (here.get(id), there.get(id));
            if now != then {
                changed.push(id.clone());
                let blank = Rc::<Answer>::default();
                let (now, then) = (now.unwrap_or(&blank), then.unwrap_or(&blank));
                answers |= now.choice != then.choice && now.samples == then.samples;
            }
        }
        Notice::Undone(changed, answers)
    }

    pub(super) fn with(
        &self,
        past: Vec<Rc<Assessment>>,
        latest: Option<Edit>,
        assessment: Rc<Assessment>,
    ) -> Self {
        // Each change counts, an undo too: two different contents share no revision but the highest.
        let mut assessment = assessment;
        Rc::make_mut(&mut assessment).revision = next_revision(self.assessment.revision);
        let (rubric, reckoned) = if assessment.weights == self.assessment.weights {
            (self.rubric.clone(), self.reckoned.after(&self.rubric, &self.assessment, &assessment))
        } else {
            let rubric = applied(&self.rubric, &assessment.weights).into_owned();
            let reckoned = Reckoned::of(&rubric, &assessment);
            (Rc::new(rubric), reckoned)
        };
        let scorecard = Rc::new(reckoned.scorecard(&rubric));
        let touched = self.touched.clone();
        Self { rubric, assessment, scorecard, reckoned, past, own: self.own, touched, latest }
    }
}

/// The indicator that an edit answers first.
fn touched(edit: &Edit) -> Option<&Text> {
    match edit {
        Edit::Answer(id, _) => Some(id),
        Edit::Several(edits) => edits.first().and_then(touched),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Choice;
    use crate::domain::edit::AnswerEdit;
    use crate::domain::number::Decimal;
    use crate::domain::office_weights::WeightOf;
    use crate::domain::scorecard::Scorecard;
    use crate::state::Refused;

    #[test]
    fn the_result_is_that_of_the_answers_after_every_edit_every_undo_and_other_weights() {
        let text = include_str!("../../rubrics/pekppp-2023-luring.json");
        let rubric = Rc::new(crate::format::rubric::decode(text).unwrap());
        let work = Work::on(rubric.clone(), Rc::default());
        let mut state = State { work: Some(work), ..State::default() };
        let scored: Vec<(usize, Text)> = rubric
            .indicators()
            .filter(|(_, indicator)| indicator.is_scored())
            .map(|(place, indicator)| (place, indicator.id.clone()))
            .collect();
        let choose = |at: usize, level: i32| {
            let choice = Choice::Level(Decimal::whole(level));
            Action::Edited(
                Edit::Answer(scored[at].1.clone(), AnswerEdit::Choose(choice)),
                "2026-11-22".into(),
            )
        };
        let weight = |typed: &str| {
            let id = rubric.dimensions[0].id.clone();
            Action::Edited(Edit::Weigh(WeightOf::Dimension, id, typed.into()), "2026-11-22".into())
        };
        let last = scored.len() - 1;
        assert_ne!(scored[0].0, scored[last].0);
        let steps = [
            choose(0, 4),
            choose(last, 2),
            choose(0, 1),
            Action::Undone,
            weight("40"),
            choose(1, 5),
            Action::Undone,
            Action::Undone,
            choose(last, 3),
        ];
        for (at, step) in steps.into_iter().enumerate() {
            state = state.step(step).unwrap();
            let work = state.work.as_ref().unwrap();
            assert_eq!(*work.scorecard, Scorecard::of(&work.rubric, &work.assessment), "step {at}");
        }
    }

    #[test]
    fn every_way_out_of_what_is_asked_about_a_file_leads_out_back_too() {
        let card = |id: &str| Route::Pengisian("d".into(), id.into());
        for (from, to) in [
            (Route::Hasil, Route::Cek),
            (Route::Cek, Route::Beranda),
            // Two places of one view are two steps of the browser's history.
            (card("a"), card("b")),
        ] {
            let at = State { route: from.clone(), ..State::default() };
            let refused = Rc::new(Refused { name: "x.json".into(), problems: Rc::default() });
            let asked = at.step(Action::FileRefused(refused)).unwrap();
            assert!(asked.refused.is_some());
            assert_eq!(asked.step(Action::Navigated(from)), None, "where one is already, nothing changes");
            let out = asked.step(Action::Navigated(to.clone())).unwrap();
            assert!(out.refused.is_none() && out.route == to, "{to:?}");
        }
    }
}
