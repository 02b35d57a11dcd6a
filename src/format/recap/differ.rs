//! In what two files of one name differ.
//!
//! Invariant: of several kinds of difference the weightiest is told, and files with the same bytes are never asked about.

use crate::format::carried;
use crate::format::json::{Json, read};

/// The weightiest kind of what two files differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// How they are laid out, or when they were written.
    Writing,
    /// What is said beside the answers.
    Beside,
    /// Notes, documents or other words of the answers.
    Words,
    /// What was answered.
    Answers,
    /// Everything: one of them cannot be read.
    Whole,
}

/// Members that say nothing of an assessment.
const WRITING: &[&str] = &["savedAt", "digest", "app", "results", "$schema"];
/// Members of an answer that are the answer.
const ANSWER: &[&str] = &["level", "value", "notApplicable", "assumed", "samples", "criteria", "ticks"];

/// The weightiest kind of difference between two files.
#[must_use]
pub fn differs(one: &[u8], other: &[u8]) -> Differs {
    let read = |bytes| read(carried::taken(bytes).unwrap_or(bytes));
    let (Ok(one), Ok(other)) = (read(one), read(other)) else { return Differs::Whole };
    let (mut most, empty) = (Differs::Writing, Json::Object(Vec::new()));
    let mut note = |kind: Differs| most = most.max(kind);
    for name in names(&one, &other) {
        let (own, others) = (one.member(name), other.member(name));
        if own == others || WRITING.contains(&name) {
            continue;
        }
        note(Differs::Beside);
        if name == "answers" {
            let (own, others) = (own.unwrap_or(&empty), others.unwrap_or(&empty));
            for id in names(own, others) {
                let (own, others) = (own.member(id).unwrap_or(&empty), others.member(id).unwrap_or(&empty));
                for name in names(own, others).filter(|name| own.member(name) != others.member(name)) {
                    note(if ANSWER.contains(&name) { Differs::Answers } else { Differs::Words });
                }
            }
        }
    }
    most
}

/// The members of either.
fn names<'a>(one: &'a Json, other: &'a Json) -> impl Iterator<Item = &'a str> {
    let more = other.members().iter().filter(|(name, _)| one.member(name).is_none());
    one.members().iter().chain(more).map(|(name, _)| name.as_str())
}
