//! Writing documents.
//!
//! Invariant: the same assessment, instrument and stamp always give the same bytes; the members stand in
//! the order of [`members::ROOT`], unknown ones after the known, the digest last.

use std::rc::Rc;

use super::answers::{MET, STATES};
use super::decode::STATUSES;
use super::residue::merge;
use super::results::{self, object};
use super::{FORMAT, FORMAT_VERSION, SCHEMA, Stamp, digest_of, members};
use super::{
    actions, history, later, milestones, official, parts, simulation, ticks, verification, wanted, weights,
};
use crate::domain::assessment::{Answer, Assessment, Choice, Evidence, Kept, Sample};
use crate::domain::history::Past;
use crate::domain::map::Map;
use crate::domain::milestone::Milestone;
use crate::domain::office_weights::applied;
use crate::domain::rubric::{Mode, Rubric};
use crate::domain::simulation::Simulation;
use crate::format::json::{Json, MAX_BYTES, read_text};
use crate::format::rubric::{self as rubric_file, KINDS, MODES};

/// The text of a document, laid out for people, with its results recomputed and its digest.
#[must_use]
pub fn encode(assessment: &Assessment, rubric: &Rubric, stamp: &Stamp<'_>) -> String {
    let document = document(assessment, &applied(rubric, &assessment.weights), stamp);
    let text = document.pretty() + "\n";
    // Layout may not make a file too large to be read again.
    if text.len() > MAX_BYTES { document.compact() } else { text }
}

/// SHA-256, in hex, over what a document holds: the same whenever it is written, and by whichever version of the app.
#[must_use]
pub fn digest_of_content(assessment: &Assessment, rubric: &Rubric) -> String {
    let stamp = Stamp { app_version: "", saved_at: &assessment.updated_at };
    let mut document = document(assessment, &applied(rubric, &assessment.weights), &stamp);
    if let Json::Object(members) = &mut document {
        members.retain(|(name, _)| name != "digest");
    }
    digest_of(&document)
}

/// An object in the making: known members first, then what was kept.
pub(super) struct Out<'a> {
    members: Vec<(String, Json)>,
    kept: &'a Kept,
}

impl<'a> Out<'a> {
    pub(super) const fn new(kept: &'a Kept) -> Self {
        Self { members: Vec::new(), kept }
    }

    pub(super) fn put(&mut self, name: &str, value: Json) {
        let value = if name == later::UNREAD { later::within(2, value) } else { value };
        self.members.push((name.to_owned(), value));
    }

    pub(super) fn put_if(&mut self, holds: bool, name: &str, value: Json) {
        if holds {
            self.put(name, value);
        }
    }

    /// A text, where it says something.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.put_if(!text.is_empty(), name, Json::text(text));
    }

    /// A word; a kept one that this version does not know stands in for the plainest.
    pub(super) fn word<T: Copy + Default + PartialEq>(&mut self, name: &str, words: &[(&str, T)], value: T) {
        match self.kept(name).filter(|_| value == T::default()) {
            Some(kept) => self.put(name, kept),
            None => self.put(name, word(words, &value)),
        }
    }

    /// What was kept under this name.
    pub(super) fn kept(&self, name: &str) -> Option<Json> {
        self.kept.iter().find(|(own, _)| &**own == name).map(|(_, text)| parsed(text))
    }

    /// A kept member of a later piece, in its place.
    pub fn later(&mut self, name: &str) {
        if let Some(kept) = self.kept(name) {
            self.put(name, kept);
        }
    }

    /// A list that got its meaning later, with what could not be read behind what could.
    fn items(&mut self, name: &str, items: Vec<Json>) {
        if let Some(list) = later::written(name, items, self.kept) {
            self.put(name, list);
        }
    }

    /// A member reckoned anew, with what was kept inside it.
    fn renewed(&mut self, name: &str, mut value: Json) {
        if let Some(kept) = self.kept(name) {
            merge(&mut value, &kept);
        }
        self.put(name, value);
    }

    /// Everything kept that has no place yet.
    fn rest(&mut self, except: &[&str]) {
        let own = self.members.len();
        for (name, text) in self.kept {
            let placed = self.members.iter().take(own).any(|(known, _)| **known == **name);
            if !placed && !except.contains(&&**name) {
                self.put(name, parsed(text));
            }
        }
    }

    pub(super) fn done(mut self) -> Json {
        self.rest(&[]);
        Json::Object(self.members)
    }
}

/// Kept JSON text as a value.
fn parsed(text: &str) -> Json {
    read_text(text).unwrap_or_else(|_| Json::text(text))
}

fn word<T: PartialEq>(words: &[(&str, T)], value: &T) -> Json {
    Json::text(words.iter().find(|(_, own)| own == value).map_or("", |(word, _)| word))
}

fn document(assessment: &Assessment, rubric: &Rubric, stamp: &Stamp<'_>) -> Json {
    let mut out = Out::new(&assessment.kept);
    out.put("format", Json::text(FORMAT));
    out.put("formatVersion", Json::text(FORMAT_VERSION));
    out.put("$schema", Json::text(SCHEMA));
    out.text("id", &assessment.id);
    out.put("revision", Json::number(assessment.revision));
    out.word("status", STATUSES, assessment.status);
    out.items(verification::HISTORY, assessment.statuses.iter().map(verification::step).collect());
    out.put("rubric", rubric_ref(assessment, rubric));
    out.later("rubricCopy");
    out.put("unit", unit(assessment));
    for (name, year) in [("assessmentYear", assessment.assessment_year), ("dataYear", assessment.data_year)] {
        if let Some(year) = year {
            out.put(name, Json::number(year));
        }
    }
    out.put_if(assessment.mode == Mode::PerCriterion, "mode", word(MODES, &assessment.mode));
    out.put_if(assessment.example, "example", Json::Bool(true));
    out.put_if(assessment.practice, "practice", Json::Bool(true));
    out.put_if(assessment.bare, "withoutNotes", Json::Bool(true));
    let samples = assessment.samples.iter().map(sample).collect();
    out.put_if(!assessment.samples.is_empty(), "samples", Json::List(samples));
    out.text(parts::PART, &assessment.part);
    out.later(parts::PART);
    out.items(parts::PARTS, assessment.parts.iter().map(parts::written).collect());
    out.put("answers", answers(&assessment.answers, rubric, &|_| Before::new()));
    out.items(parts::CONFLICTS, assessment.conflicts.iter().map(parts::conflict).collect());
    simulation(&mut out, assessment, rubric);
    weights::put(&mut out, &assessment.weights);
    verification::put(&mut out, assessment, rubric);
    if let Some(given) = &assessment.official {
        out.put("official", official::written(given, rubric));
    }
    match &assessment.wanted {
        Some(own) => out.put(wanted::NAME, wanted::written(own, out.kept(wanted::NAME))),
        None => out.later(wanted::NAME),
    }
    out.items(actions::ACTIONS, assessment.actions.iter().map(actions::follow_up).collect());
    out.items(actions::OVERSIGHT, assessment.oversight.iter().map(actions::product).collect());
    out.items(milestones::NAME, assessment.milestones.iter().map(|one| milestone(one, rubric)).collect());
    out.items(history::NAME, assessment.history.iter().map(past).collect());
    out.renewed("results", results::of(rubric, assessment));
    out.text("createdAt", &assessment.created_at);
    out.text("updatedAt", &assessment.updated_at);
    out.text("savedAt", stamp.saved_at);
    out.renewed("app", object(vec![("version", Json::text(stamp.app_version))]));
    out.rest(&["digest"]);
    let contents = Json::Object(std::mem::take(&mut out.members));
    let digest = digest_of(&contents);
    out.members = match contents {
        Json::Object(members) => members,
        _ => Vec::new(),
    };
    let digest = vec![("algorithm", Json::text(members::ALGORITHM)), ("value", Json::text(&digest))];
    out.renewed("digest", object(digest));
    Json::Object(out.members)
}

/// The instrument whose rules the results follow.
fn rubric_ref(assessment: &Assessment, rubric: &Rubric) -> Json {
    let mut out = Out::new(&assessment.rubric.kept);
    out.put("id", Json::text(&rubric.id));
    out.put("version", Json::text(&rubric.version));
    out.put("sha256", Json::text(&rubric_file::digest(rubric)));
    out.done()
}

fn unit(assessment: &Assessment) -> Json {
    let mut out = Out::new(&assessment.unit.kept);
    out.text("pemda", &assessment.unit.pemda);
    out.text("name", &assessment.unit.name);
    out.text("kind", &assessment.unit.kind);
    out.done()
}

fn sample(sample: &Sample) -> Json {
    let mut out = Out::new(&sample.kept);
    out.put("id", Json::text(&sample.id));
    out.put("kind", word(KINDS, &sample.kind));
    out.text("panel", &sample.panel);
    out.text("name", &sample.name);
    out.done()
}

fn milestone(milestone: &Milestone, rubric: &Rubric) -> Json {
    let mut out = Out::new(&milestone.kept);
    out.put("id", Json::text(&milestone.id));
    out.text("name", &milestone.name);
    out.text("at", &milestone.at);
    out.put_if(milestone.mode == Mode::PerCriterion, "mode", word(MODES, &milestone.mode));
    let samples = milestone.samples.iter().map(sample).collect();
    out.put_if(!milestone.samples.is_empty(), "samples", Json::List(samples));
    out.put("answers", answers(&milestone.answers, rubric, &|_| Before::new()));
    out.done()
}

fn past(past: &Past) -> Json {
    let mut out = Out::new(&past.kept);
    out.put("year", Json::number(past.year));
    out.put("rubric", Json::text(&past.rubric));
    out.put("score", Json::number(past.score));
    out.done()
}

/// The draft beside the answers. What could not be read as one stands inside it, where there is one now.
fn simulation(out: &mut Out<'_>, assessment: &Assessment, rubric: &Rubric) {
    let Simulation { answers: given, kept } = &assessment.simulation;
    if given.is_empty() && kept.is_empty() {
        return out.later(simulation::NAME);
    }
    let mut own = Out::new(kept);
    own.put("answers", answers(given, rubric, &|_| Before::new()));
    if let Some(unread) = out.kept(simulation::NAME) {
        own.put(later::UNREAD, unread);
    }
    let own = own.done();
    out.put(simulation::NAME, own);
}

/// Answers in the order of the form, then those to unknown indicators by id, each behind what `finding` says of it.
/// Empty ones are left out.
pub(super) fn answers(answers: &Map<Rc<Answer>>, rubric: &Rubric, before: &dyn Fn(&str) -> Before) -> Json {
    let mut all = Vec::new();
    let none = Rc::<Answer>::default();
    for (_, indicator) in rubric.indicators() {
        let (given, before) = (answers.get(&indicator.id).unwrap_or(&none), before(&indicator.id));
        if !given.is_empty() || !before.is_empty() {
            all.push((indicator.id.to_string(), answer(given, before)));
        }
    }
    for (id, given) in
        answers.iter().filter(|(id, given)| !given.is_empty() && rubric.indicator(id).is_none())
    {
        all.push((id.to_string(), answer(given, Before::new())));
    }
    Json::Object(all)
}

/// Members that stand before those of an answer: what a verifier says of it.
pub type Before = Vec<(&'static str, Json)>;

/// An answer, as it is written, behind what a verifier says of it.
pub fn answer(answer: &Answer, before: Before) -> Json {
    let mut out = Out::new(&answer.kept);
    for (name, value) in before {
        out.put(name, value);
    }
    if let Some(choice) = answer.choice {
        let (name, value) = choice_member(choice);
        out.put(name, value);
    }
    out.text("typed", &answer.typed);
    out.text("reason", &answer.reason);
    out.put_if(answer.assumed, "assumed", Json::Bool(true));
    out.text("ground", &answer.ground);
    if !answer.samples.is_empty() {
        let extra = out.kept("samples").unwrap_or(Json::Null);
        let given = answer.samples.iter();
        let given = given.map(|(id, choice)| (id.to_string(), sample_answer(*choice, extra.member(id))));
        let blank = extra.members().iter().filter(|(id, _)| !answer.samples.contains_key(id.as_str()));
        out.put("samples", Json::Object(given.chain(blank.cloned()).collect()));
    }
    let copied = answer.copied.iter().map(|id| Json::text(id)).collect();
    out.put_if(!answer.copied.is_empty(), "copied", Json::List(copied));
    let criteria = answer.criteria.iter().map(|(id, met)| (id.to_string(), word(MET, met))).collect();
    out.put_if(!answer.criteria.is_empty(), "criteria", Json::Object(criteria));
    if answer.ticks.is_empty() {
        out.later("ticks");
    } else {
        out.put("ticks", ticks::written(&answer.ticks));
    }
    let documents = answer.evidence.iter().map(evidence).collect();
    out.put_if(!answer.evidence.is_empty(), "evidence", Json::List(documents));
    out.text("note", &answer.note);
    out.text("by", &answer.by);
    out.text("at", &answer.at);
    out.put_if(answer.ask, "ask", Json::Bool(true));
    out.put_if(answer.unconfirmed, "unconfirmed", Json::Bool(true));
    out.done()
}

fn choice_member(choice: Choice) -> (&'static str, Json) {
    match choice {
        Choice::Level(number) => ("level", Json::number(number)),
        Choice::Value(number) => ("value", Json::number(number)),
        Choice::NotApplicable => ("notApplicable", Json::Bool(true)),
    }
}

/// A bare number where there is nothing else to say.
fn sample_answer(choice: Choice, rest: Option<&Json>) -> Json {
    let (name, value) = choice_member(choice);
    if rest.is_none() && choice != Choice::NotApplicable {
        return value;
    }
    let mut whole = object(vec![(name, value)]);
    if let Some(rest) = rest {
        merge(&mut whole, rest);
    }
    whole
}

fn evidence(evidence: &Evidence) -> Json {
    let mut out = Out::new(&evidence.kept);
    out.text("asked", &evidence.asked);
    out.text("title", &evidence.title);
    out.text("where", &evidence.where_kept);
    out.text("date", &evidence.date);
    out.text("validUntil", &evidence.valid_until);
    out.word("state", STATES, evidence.state);
    out.text("sha256", &evidence.sha256);
    out.done()
}
