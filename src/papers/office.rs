//! What every paper about one office begins with: the strip, the letterhead, whose it is and by what instrument.
//!
//! Invariant: the letterhead is typed and never a picture; who filled it in is a post, never a person.

use super::{Block, Paper, Signatures};
use crate::domain::assessment::{Assessment, Status};
use crate::domain::status::{StatusChange, last_step};
use crate::domain::verification::{current, outdated};
use crate::domain::zone::Subject;
use crate::format::wording::{OWN_RUBRIC, seen};
use crate::state::Work;
use crate::ui::text::{common, hasil, home, kertas, number, verifikasi};

/// How many posts a strip names before it counts the others.
const MOST_POSTS: usize = 3;

/// A paper that so far holds its head.
pub fn begun(work: &Work, title: &str) -> Paper {
    let Work { rubric, assessment, .. } = work;
    let changed = outdated(assessment);
    let mut paper = Paper {
        title: title.to_owned(),
        strip: kertas::strip(&filled_by(assessment), current(rubric, assessment)),
        ..Paper::default()
    };
    for line in [&assessment.unit.pemda, &assessment.unit.name] {
        if !line.trim().is_empty() {
            paper.letterhead.push(seen(line).to_uppercase());
        }
    }
    if assessment.example {
        paper.blocks.push(Block::Strong(common::EXAMPLE.to_owned()));
    }
    if assessment.bare {
        paper.blocks.push(Block::Strong(kertas::BARE.to_owned()));
    }
    if work.own {
        paper.blocks.push(Block::Strong(OWN_RUBRIC.to_owned()));
    }
    paper.blocks.extend(verifikasi::changed_since(&changed).map(Block::Strong));
    paper
}

/// Whose it is and by what instrument; nothing that is not known.
pub fn identity(work: &Work) -> Vec<(String, String)> {
    let Work { rubric, assessment, .. } = work;
    let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let standing = last_step(assessment).map_or_else(|| verifikasi::standing(assessment), verifikasi::step);
    let facts = [
        (home::UNIT_NAME, seen(&assessment.unit.name)),
        (home::UNIT_PEMDA, seen(&assessment.unit.pemda)),
        (home::UNIT_KIND, seen(&assessment.unit.kind)),
        (home::UNIT_YEAR, year(assessment.assessment_year)),
        (hasil::INSTRUMENT, rubric.name.to_string()),
        (hasil::VERSION, home::rubric_version(&rubric.id, &rubric.version)),
        (hasil::BASED_ON, rubric.legal_basis.to_string()),
        (hasil::CHANGED, number::date(&assessment.updated_at)),
        (verifikasi::STATUS, standing),
        (verifikasi::TITLE, verifikasi::verified(rubric, assessment)),
    ];
    let mut known = Vec::new();
    for (name, said) in facts {
        if !said.trim().is_empty() {
            known.push((name.to_owned(), said));
        }
    }
    known
}

/// Who filled it in: the post that handed it in last, else those noted beside the answers; empty where none is.
pub fn filled_by(assessment: &Assessment) -> String {
    let handed_in = |step: &&StatusChange| !step.other && step.status == Status::Submitted;
    let last = assessment.statuses.iter().rfind(handed_in);
    if let Some(step) = last.filter(|step| !step.by.trim().is_empty()) {
        return seen(&step.by);
    }
    let mut posts: Vec<String> = Vec::new();
    for (_, answer) in assessment.answers.iter() {
        let post = seen(answer.by.trim());
        if !post.is_empty() && !posts.contains(&post) {
            posts.push(post);
        }
    }
    let more = posts.len().saturating_sub(MOST_POSTS);
    posts.truncate(MOST_POSTS);
    kertas::posts(&posts, more)
}

/// Offices are judged as offices, a local government as a whole.
pub fn subject(assessment: &Assessment) -> Subject {
    let whole = assessment.unit.name.trim().is_empty() && !assessment.unit.pemda.trim().is_empty();
    if whole { Subject::Pemda } else { Subject::Unit }
}

/// Those who sign as this, each with room for post, name and signature.
pub fn signed(roles: &[&str]) -> Block {
    let mut signatures = Signatures::default();
    for role in roles {
        signatures.who.push(((*role).to_owned(), String::new()));
    }
    Block::Signatures(signatures)
}
