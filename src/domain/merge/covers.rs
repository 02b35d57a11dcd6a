//! Which answer says all of another: the order that merging goes by.
//!
//! Invariant: it is a preorder, so what is left of any answers does not depend on who came first.

use crate::domain::Text;
use crate::domain::assessment::{Answer, Evidence, EvidenceState, Kept};
use crate::domain::date::is_later;

/// Whether it says nothing but who emptied it, and when: the mark that a share leaves of an answer taken back.
#[must_use]
pub fn is_emptied(answer: &Answer) -> bool {
    let named = !answer.by.is_empty() || !answer.at.is_empty();
    named && *answer == Answer { by: answer.by.clone(), at: answer.at.clone(), ..Answer::default() }
}

/// Whether one answer says all that another says. Who answered and when says nothing by itself.
#[must_use]
pub fn covers(wide: &Answer, narrow: &Answer) -> bool {
    if is_emptied(narrow) {
        // Saying something is no emptying: the two contradict each other.
        return is_emptied(wide)
            && wide.by == narrow.by
            && (wide.at == narrow.at || is_later(&wide.at, &narrow.at));
    }
    let longer = |wide: &Text, narrow: &Text| wide.starts_with(&**narrow);
    let documents = || narrow.evidence.iter().all(|one| wide.evidence.iter().any(|other| shows(other, one)));
    longer(&wide.note, &narrow.note)
        && (wide.ask || !narrow.ask)
        && within(&wide.ticks, &narrow.ticks)
        && within(&wide.kept, &narrow.kept)
        && longer(&wide.reason, &narrow.reason)
        && longer(&wide.ground, &narrow.ground)
        && documents()
        && (is_bare(narrow) || is_given_anew(wide, narrow) || answers_as(wide, narrow))
}

/// Whether nothing is answered yet.
pub fn is_bare(answer: &Answer) -> bool {
    answer.choice.is_none()
        && answer.typed.is_empty()
        && answer.samples.is_empty()
        && answer.criteria.is_empty()
}

/// An answer copied from an older assessment gives way to one that someone gave.
fn is_given_anew(wide: &Answer, narrow: &Answer) -> bool {
    narrow.unconfirmed && !wide.unconfirmed && !is_bare(wide)
}

/// Whether what `narrow` answers is what `wide` answers, as far as it does.
fn answers_as(wide: &Answer, narrow: &Answer) -> bool {
    // An answer as a whole takes the place of those per sample: it is another one.
    let opens = narrow.choice.is_none() && narrow.samples.is_empty();
    (wide.choice == narrow.choice || opens)
        && (narrow.typed.is_empty() || wide.typed == narrow.typed)
        && narrow.samples.iter().all(|(id, choice)| wide.samples.get(id) == Some(choice))
        && narrow.criteria.iter().all(|(id, met)| wide.criteria.get(id) == Some(met))
        && wide.assumed == narrow.assumed
        && (narrow.unconfirmed || !wide.unconfirmed)
}

/// Whether one entry says all that another says of the same document.
fn shows(wide: &Evidence, narrow: &Evidence) -> bool {
    let same = |wide: &Text, narrow: &Text| narrow.is_empty() || wide == narrow;
    wide.asked == narrow.asked
        && same(&wide.title, &narrow.title)
        && same(&wide.where_kept, &narrow.where_kept)
        && same(&wide.date, &narrow.date)
        && same(&wide.valid_until, &narrow.valid_until)
        && same(&wide.sha256, &narrow.sha256)
        && (narrow.state == EvidenceState::None || wide.state == narrow.state)
        && within(&wide.kept, &narrow.kept)
}

fn within(wide: &Kept, narrow: &Kept) -> bool {
    narrow.iter().all(|one| wide.contains(one))
}
