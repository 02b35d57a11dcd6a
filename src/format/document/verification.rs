//! What a verifier found: the member `verification`. How the document came to stand where it stands: `statuses`.
//!
//! Invariant: what stood here before the members had a meaning is kept, in place of a verification, and inside of one
//! as `unread`.

use super::answers::{known, unknown};
use super::decode::{STATUSES, soft_word};
use super::encode::{Before, Out, answers};
use super::{MAX_ANSWERS, SHORT, later, members};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, Kept};
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::domain::status::{MAX_STEPS, StatusChange};
use crate::domain::verification::{Finding, Verification};
use crate::format::json::Json;
use crate::format::shape::{Fields, Found};

/// Name of the member for what was found.
pub const NAME: &str = "verification";
/// Name of the member for the life of the document.
pub const HISTORY: &str = "statuses";
/// Most steps of that life that are read; more are kept unread.
const MOST: usize = MAX_STEPS;
/// The words of a finding.
const FINDINGS: &[(&str, Option<Finding>)] = &[
    ("agree", Some(Finding::Agree)),
    ("improve", Some(Finding::Improve)),
    ("mismatch", Some(Finding::Mismatch)),
];

/// What was found; where it cannot be read, it is left to `assessment` as it is.
pub fn read(
    fields: &Fields<'_>,
    rubric: &Rubric,
    assessment: &mut Assessment,
    found: &mut Found,
) -> Option<Verification> {
    let mut kept = Vec::new();
    let read = later::one(fields, NAME, &mut kept, found, &|one, found| {
        let mut verification = Verification {
            by: one.text_or_empty("by", SHORT, found),
            at: one.text_or_empty("at", SHORT, found),
            kept: one.kept(members::VERIFICATION, &[later::UNREAD], found),
            ..Verification::default()
        };
        let given = one.object("answers", found);
        if given.members().len() > MAX_ANSWERS {
            one.refuse("answers", Kind::TooMany(MAX_ANSWERS), found);
            return verification;
        }
        for (id, json) in given.members() {
            let fields = Fields::of(json, given.path(id), found);
            let id = Text::from(id.as_str());
            let answer = match rubric.indicator(&id) {
                Some((_, indicator)) => {
                    let mut answer = known(&fields, rubric, indicator, assessment, members::VERIFIED, found);
                    let finding = soft_word(&fields, "finding", FINDINGS, &mut answer.kept, found);
                    if let Some(finding) = finding {
                        verification.findings.insert(id.clone(), finding);
                    }
                    if fields.member("of").is_some() {
                        verification.of.insert(id.clone(), fields.text_or_empty("of", SHORT, found));
                    }
                    answer
                }
                None => unknown(&fields, &id, found),
            };
            if !answer.is_empty() {
                verification.answers.insert(id, answer.into());
            }
        }
        verification
    });
    assessment.kept.append(&mut kept);
    read
}

/// Writes what was found, with what stood in its place and could not be read.
pub fn put(out: &mut Out<'_>, assessment: &Assessment, rubric: &Rubric) {
    let Some(verification) = &assessment.verification else { return out.later(NAME) };
    let mut own = Out::new(&verification.kept);
    own.text("by", &verification.by);
    own.text("at", &verification.at);
    own.put("answers", answers(&verification.answers, rubric, &|id| before(verification, id)));
    if let Some(unread) = out.kept(NAME) {
        own.put(later::UNREAD, unread);
    }
    let own = own.done();
    out.put(NAME, own);
}

/// What is said of the office's answer, and which answer that is.
fn before(verification: &Verification, id: &str) -> Before {
    let finding = verification.findings.get(id);
    let finding = FINDINGS.iter().find(|(_, own)| finding.is_some() && own.as_ref() == finding);
    let mut before: Before = finding.map(|(word, _)| ("finding", Json::text(word))).into_iter().collect();
    if let Some(of) = verification.of.get(id) {
        before.push(("of", Json::text(of)));
    }
    before
}

/// The life of the document, oldest first.
pub fn statuses(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<StatusChange> {
    later::items(fields, HISTORY, MOST, kept, found, &|one, found| {
        one.need("status", found);
        let mut kept = one.kept(members::STATUS, &[], found);
        StatusChange {
            status: soft_word(one, "status", STATUSES, &mut kept, found),
            by: one.text_or_empty("by", SHORT, found),
            at: one.text_or_empty("at", SHORT, found),
            milestone: one.text_or_empty("milestone", SHORT, found),
            other: one.flag("otherAnswers", false, found),
            kept,
        }
    })
}

/// One step of that life, as it is written.
pub fn step(one: &StatusChange) -> Json {
    let mut out = Out::new(&one.kept);
    out.word("status", STATUSES, one.status);
    out.text("by", &one.by);
    out.text("at", &one.at);
    out.text("milestone", &one.milestone);
    out.put_if(one.other, "otherAnswers", Json::Bool(true));
    out.done()
}
