//! Published results of other years.
//!
//! Invariant: an item that cannot be read as one is kept as it is, behind those that can; none refuses the file,
//! because what stood here before the member had a meaning must still open.

use super::{SHORT, members};
use crate::domain::assessment::Kept;
use crate::domain::history::Past;
use crate::domain::number::{Decimal, Score};
use crate::domain::problem::Kind;
use crate::domain::rubric::MAX_RESULT;
use crate::format::json::{Json, item, read_text};
use crate::format::shape::{Fields, Found};

/// Name of the member.
pub const NAME: &str = "history";
/// Most results that are read; more are kept unread.
const MOST: usize = 100;

/// The results, in the order of the file.
pub fn read(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<Past> {
    let mut history = Vec::new();
    let Some(json) = fields.member(NAME) else { return history };
    let path = fields.path(NAME);
    let unread = match json {
        Json::List(items) => {
            let mut unread = Vec::new();
            for (at, json) in items.iter().enumerate() {
                let path = item(&path, at);
                match past(json, &path, found).filter(|_| history.len() < MOST) {
                    Some(past) => history.push(past),
                    None => unread.push(json.clone()),
                }
            }
            if unread.is_empty() {
                return history;
            }
            Json::List(unread)
        }
        other => {
            found.take(&path, Kind::WrongType("list"));
            other.clone()
        }
    };
    kept.push((NAME.into(), unread.compact().into()));
    history
}

/// One result; none, and what is wrong with it noted, where it is none.
fn past(json: &Json, path: &str, found: &mut Found) -> Option<Past> {
    let mut own = Found::default();
    let fields = Fields::of(json, path.to_owned(), &mut own);
    let score = fields.need_decimal("score", &mut own);
    if score < Decimal::ZERO || score > Decimal::whole(MAX_RESULT) {
        fields.refuse("score", Kind::OutsideScale(score.to_string()), &mut own);
    } else if Score::rounded(score).decimal() != score {
        fields.take("score", Kind::NumberTooPrecise(2), &mut own);
    }
    let year = fields.need("year", &mut own).and_then(|_| fields.whole("year", 9_999, &mut own));
    let past = Past {
        year: year.and_then(|year| u16::try_from(year).ok()).unwrap_or_default(),
        rubric: fields.text("rubric", SHORT, &mut own),
        score: Score::rounded(score),
        kept: fields.kept(members::PAST, &[], &mut own),
    };
    let sound = own.refused.is_empty();
    for problem in own.refused.into_iter().chain(own.taken) {
        found.take(&problem.path, problem.kind);
    }
    sound.then_some(past)
}

/// The member as it is written: the results, then what could not be read; none where there is neither.
pub fn write(written: Vec<Json>, kept: &Kept) -> Option<Json> {
    let unread = kept.iter().find(|(name, _)| &**name == NAME).and_then(|(_, text)| read_text(text).ok());
    match (written.is_empty(), unread) {
        (true, unread) => unread,
        (false, None) => Some(Json::List(written)),
        (false, Some(Json::List(unread))) => Some(Json::List(written.into_iter().chain(unread).collect())),
        (false, Some(unread)) => Some(Json::List(written.into_iter().chain([unread]).collect())),
    }
}
