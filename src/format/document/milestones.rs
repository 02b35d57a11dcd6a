//! States of the answers kept by name.
//!
//! Invariant: an answer in a milestone is read by the rules of answers; a milestone with one that its scale
//! does not have is kept unread, and refuses nothing.

use super::{MAX_ANSWERS, SHORT, decode, later, members};
use crate::domain::assessment::{Assessment, Kept};
use crate::domain::milestone::{MAX_MILESTONES, Milestone};
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::format::shape::{Fields, Found};

/// Name of the member.
pub const NAME: &str = "milestones";

/// The milestones, in the order of the file.
pub fn read(fields: &Fields<'_>, rubric: &Rubric, kept: &mut Kept, found: &mut Found) -> Vec<Milestone> {
    later::items_by_id(fields, NAME, MAX_MILESTONES, kept, found, &|one, found| milestone(one, rubric, found))
}

fn milestone(fields: &Fields<'_>, rubric: &Rubric, found: &mut Found) -> Milestone {
    let mut state = Assessment {
        mode: decode::mode(fields, rubric, found),
        samples: decode::samples(fields, rubric, found),
        ..Assessment::default()
    };
    let given = fields.object("answers", found);
    if given.members().len() > MAX_ANSWERS {
        fields.refuse("answers", Kind::TooMany(MAX_ANSWERS), found);
    } else {
        state.answers = decode::read_answers(&given, rubric, &state, found);
    }
    Milestone {
        id: fields.text("id", SHORT, found),
        name: fields.text_or_empty("name", SHORT, found),
        at: fields.text_or_empty("at", SHORT, found),
        mode: state.mode,
        samples: state.samples,
        answers: state.answers,
        kept: fields.kept(members::MILESTONE, &[], found),
    }
}
