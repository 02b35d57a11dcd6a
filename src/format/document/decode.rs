//! Reading everything of a document but its answers.
//!
//! Invariant: what the domain has no place for is kept verbatim beside what it has.

use std::rc::Rc;

use super::{
    LONG, MAX_ANSWERS, SHORT, actions, history, members, milestones, official, parts, simulation,
    verification, wanted, weights,
};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Kept, MAX_REVISION, RubricRef, Sample, Status, Unit};
use crate::domain::map::Map;
use crate::domain::problem::Kind;
use crate::domain::rubric::{MAX_SAMPLES, Mode, Rubric, SampleKind};
use crate::domain::simulation::Simulation;
use crate::format::json::shown;
use crate::format::rubric::{KINDS, MODES};
use crate::format::shape::{Fields, Found, as_text};

/// The words of a status.
pub const STATUSES: &[(&str, Status)] = &[
    ("draf", Status::Draft),
    ("diajukan", Status::Submitted),
    ("diverifikasi", Status::Verified),
    ("disahkan", Status::Approved),
];

/// Which instrument the answers belong to.
pub fn rubric_ref(fields: &Fields<'_>, found: &mut Found) -> RubricRef {
    let rubric = fields.object("rubric", found);
    RubricRef {
        id: rubric.text("id", SHORT, found),
        version: rubric.text_or_empty("version", SHORT, found),
        sha256: rubric.text_or_empty("sha256", SHORT, found),
        kept: rubric.kept(members::RUBRIC, &[], found),
    }
}

/// The whole document but for its reference to the instrument, which is read on opening.
pub fn assessment(fields: &Fields<'_>, rubric: &Rubric, found: &mut Found) -> Assessment {
    for name in ["$schema", "savedAt"] {
        fields.text_or_empty(name, SHORT, found);
    }
    fields.object_or_none("app", found);
    let mut kept = fields.kept(members::ROOT, members::ROOT_LATER, found);
    let year = |name: &str, found: &mut Found| {
        fields.whole(name, 9_999, found).and_then(|year| u16::try_from(year).ok())
    };
    let mut assessment = Assessment {
        id: fields.text_or_empty("id", SHORT, found),
        revision: fields.whole("revision", MAX_REVISION, found).unwrap_or(0),
        status: soft_word(fields, "status", STATUSES, &mut kept, found),
        statuses: verification::statuses(fields, &mut kept, found),
        rubric: RubricRef::default(),
        unit: unit(fields, found),
        assessment_year: year("assessmentYear", found),
        data_year: year("dataYear", found),
        mode: mode(fields, rubric, found),
        samples: samples(fields, rubric, found),
        part: parts::part(fields, &mut kept, found),
        parts: parts::parts(fields, &mut kept, found),
        answers: Map::new(),
        conflicts: Map::new(),
        simulation: Simulation::default(),
        weights: weights::read(fields, &mut kept, found),
        verification: None,
        official: official::read(fields, rubric, found),
        wanted: wanted::read(fields, &mut kept, found),
        actions: actions::follow_ups(fields, &mut kept, found),
        oversight: actions::oversight(fields, &mut kept, found),
        milestones: milestones::read(fields, rubric, &mut kept, found),
        history: history::read(fields, &mut kept, found),
        example: fields.flag("example", false, found),
        practice: fields.flag("practice", false, found),
        bare: fields.flag("withoutNotes", false, found),
        created_at: fields.text_or_empty("createdAt", SHORT, found),
        updated_at: fields.text_or_empty("updatedAt", SHORT, found),
        kept,
    };
    let given = fields.object("answers", found);
    if given.members().len() > MAX_ANSWERS {
        found.refuse("answers", Kind::TooMany(MAX_ANSWERS));
        return assessment;
    }
    if !rubric.fillable && !given.members().is_empty() {
        found.take("rubric.id", Kind::NotFillable(rubric.id.to_string()));
    }
    assessment.answers = read_answers(&given, rubric, &assessment, found);
    assessment.verification = verification::read(fields, rubric, &mut assessment, found);
    assessment.conflicts = parts::conflicts(fields, rubric, &mut assessment, found);
    assessment.simulation = simulation::read(fields, rubric, &mut assessment, found);
    assessment
}

/// Answers by indicator id.
pub fn read_answers(
    given: &Fields<'_>,
    rubric: &Rubric,
    assessment: &Assessment,
    found: &mut Found,
) -> Map<Rc<Answer>> {
    let mut answers = Map::new();
    for (id, json) in given.members() {
        let fields = Fields::of(json, given.path(id), found);
        let answer = match rubric.indicator(id) {
            Some((_, indicator)) => {
                super::answers::known(&fields, rubric, indicator, assessment, members::ANSWER, found)
            }
            None => super::answers::unknown(&fields, id, found),
        };
        if !answer.is_empty() {
            answers.insert(Text::from(id.as_str()), Rc::new(answer));
        }
    }
    answers
}

/// One of a few words; any other is kept, noted, and read as the plainest.
pub fn soft_word<T: Copy + Default>(
    fields: &Fields<'_>,
    name: &'static str,
    words: &[(&str, T)],
    kept: &mut Kept,
    found: &mut Found,
) -> T {
    let Some(json) = fields.member(name) else { return T::default() };
    let Some(word) = as_text(json, &fields.path(name), SHORT, found) else { return T::default() };
    let known = words.iter().find(|(own, _)| *own == &*word).map(|(_, value)| *value);
    known.unwrap_or_else(|| {
        fields.take(name, Kind::UnknownWord(shown(&word)), found);
        kept.push((Rc::from(name), Rc::from(json.compact())));
        T::default()
    })
}

fn unit(fields: &Fields<'_>, found: &mut Found) -> Unit {
    let Some(unit) = fields.object_or_none("unit", found) else { return Unit::default() };
    Unit {
        pemda: unit.text_or_empty("pemda", SHORT, found),
        name: unit.text_or_empty("name", SHORT, found),
        kind: unit.text_or_empty("kind", SHORT, found),
        kept: unit.kept(members::UNIT, &[], found),
    }
}

/// How answers are counted; a way the instrument does not offer would change the result.
pub fn mode(fields: &Fields<'_>, rubric: &Rubric, found: &mut Found) -> Mode {
    let mode = fields.word("mode", MODES, found).unwrap_or_default();
    if !rubric.offers(mode) {
        fields.refuse("mode", Kind::UnknownWord("perCriterion".to_owned()), found);
    }
    mode
}

pub fn samples(fields: &Fields<'_>, rubric: &Rubric, found: &mut Found) -> Vec<Sample> {
    let most = MAX_SAMPLES * rubric.panels.len().max(1);
    if fields.list("samples", found).len() > most {
        fields.refuse("samples", Kind::TooMany(most), found);
        return Vec::new();
    }
    let mut samples = Vec::new();
    let mut seen = Map::new();
    fields.each("samples", found, &mut |sample, found| {
        let id = sample.text("id", SHORT, found);
        if !id.is_empty() && seen.insert(id.clone(), ()).is_some() {
            sample.refuse("id", Kind::DuplicateId(shown(&id)), found);
        }
        samples.push(Sample {
            id,
            kind: sample.need_word("kind", KINDS, SampleKind::Product, found),
            panel: sample.text_or_empty("panel", SHORT, found),
            name: sample.text_or_empty("name", SHORT, found),
            kept: sample.kept(members::SAMPLE, &[], found),
        });
    });
    let crowded = rubric.panels.iter().any(|panel| {
        let first = rubric.panels.iter().find(|other| other.kind == panel.kind);
        let is_first = first.is_some_and(|first| first.id == panel.id);
        let own = |sample: &&Sample| {
            sample.kind == panel.kind && (sample.panel == panel.id || (is_first && sample.panel.is_empty()))
        };
        samples.iter().filter(own).count() > MAX_SAMPLES
    });
    if crowded {
        fields.refuse("samples", Kind::TooMany(MAX_SAMPLES), found);
    }
    samples
}

/// A text as long as a note may be.
pub fn long_text(fields: &Fields<'_>, name: &str, found: &mut Found) -> Text {
    fields.text_or_empty(name, LONG, found)
}
