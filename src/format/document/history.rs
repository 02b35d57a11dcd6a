//! Published results of other years.
//!
//! Invariant: a result without year, instrument or a score within any scale is none.

use super::{SHORT, later, members};
use crate::domain::assessment::Kept;
use crate::domain::history::Past;
use crate::domain::number::{Decimal, Score};
use crate::domain::problem::Kind;
use crate::domain::rubric::MAX_RESULT;
use crate::format::shape::{Fields, Found};

/// Name of the member.
pub const NAME: &str = "history";
/// Most results that are read; more are kept unread.
const MOST: usize = 100;

/// The results, in the order of the file.
pub fn read(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<Past> {
    later::items(fields, NAME, MOST, kept, found, &past)
}

fn past(fields: &Fields<'_>, found: &mut Found) -> Past {
    let score = fields.need_decimal("score", found);
    if score < Decimal::ZERO || score > Decimal::whole(MAX_RESULT) {
        fields.refuse("score", Kind::OutsideScale(score.to_string()), found);
    } else if Score::rounded(score).decimal() != score {
        fields.take("score", Kind::NumberTooPrecise(2), found);
    }
    let year = fields.need("year", found).and_then(|_| fields.whole("year", 9_999, found));
    Past {
        year: year.and_then(|year| u16::try_from(year).ok()).unwrap_or_default(),
        rubric: fields.text("rubric", SHORT, found),
        score: Score::rounded(score),
        kept: fields.kept(members::PAST, &[], found),
    }
}
