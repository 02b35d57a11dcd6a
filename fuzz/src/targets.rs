//! The targets: each takes bytes and panics where something does not hold.
//!
//! Invariant: what a target demands holds of every input, not only of sound ones.

use std::cell::RefCell;
use std::collections::BTreeMap;

use num_bigint::BigInt;
use swanilai::domain::assessment::Assessment;
use swanilai::domain::number::Decimal;
use swanilai::domain::problem::{Kind, Problem};
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::{Stamp, encode, open};
use swanilai::format::json::{self, canonical};
use swanilai::format::message;
use swanilai::format::number::{read_comma, show};
use swanilai::format::rubric::{check, decode};
use swanilai::format::wording::sentence;

use crate::bytes::Bytes;
use crate::it::dice::Dice;
use crate::it::{anything, oracle, random, shipped, support};

/// What takes bytes and panics where something does not hold.
pub type Target = fn(&[u8]);

/// Every target, by name.
pub const TARGETS: [(&str, Target); 6] = [
    ("import", import),
    ("json", json),
    ("message", message),
    ("number", number),
    ("rubric", rubric),
    ("score", score),
];

const STAMP: Stamp<'_> = Stamp { app_version: "0.1.0", saved_at: "2026-11-21T10:42:00+07:00" };

thread_local! {
    static SHIPPED: RefCell<BTreeMap<&'static str, Rubric>> = const { RefCell::new(BTreeMap::new()) };
}

/// A shipped instrument, read once.
fn by_id(id: &str) -> Option<Rubric> {
    let own = shipped::IDS.into_iter().find(|own| *own == id)?;
    Some(SHIPPED.with_borrow_mut(|read| read.entry(own).or_insert_with(|| shipped::rubric(own)).clone()))
}

/// Every problem can be said.
fn worded(problems: &[Problem]) {
    for problem in problems {
        assert!(!sentence(problem).is_empty());
    }
}

/// A file that somebody sends: it is refused in words, or what is taken is written and read again as it was.
///
/// # Panics
/// Where it is neither.
pub fn import(data: &[u8]) {
    let opened = match open(data) {
        Ok(opened) => opened,
        Err(problems) => return worded(&problems),
    };
    let rubric = match (by_id(&opened.rubric().id), opened.rubric_copy()) {
        (Some(rubric), _) | (None, Some(Ok(rubric))) => rubric,
        (None, Some(Err(problems))) => return worded(&problems),
        (None, None) => return,
    };
    match opened.read(&rubric) {
        Err(problems) => worded(&problems),
        Ok(decoded) => {
            worded(&decoded.problems);
            settles(&decoded.assessment, &rubric);
        }
    }
}

/// What is written reads back, and is then written the same.
fn settles(assessment: &Assessment, rubric: &Rubric) {
    let written = encode(assessment, rubric, &STAMP);
    // What is taken may grow by being written out; past the limit the page says so when saving.
    if written.len() > json::MAX_BYTES {
        return;
    }
    let again = open(written.as_bytes()).and_then(|opened| opened.read(rubric));
    let again = again.unwrap_or_else(|problems| panic!("{problems:?}\n{written}"));
    assert_eq!(encode(&again.assessment, rubric, &STAMP), written);
}

/// JSON: taken and refused as a general reader does, and the canonical form is its own canonical form.
///
/// # Panics
/// Where it is not.
pub fn json(data: &[u8]) {
    let ours = json::read(data);
    let bare = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data);
    let theirs = serde_json::from_slice::<serde_json::Value>(bare);
    match ours {
        Ok(json) => {
            assert!(theirs.is_ok(), "only we take it: {theirs:?}");
            let form = canonical(&json);
            let again = json::read_text(&form).unwrap_or_else(|problems| panic!("{problems:?}\n{form}"));
            assert_eq!(canonical(&again), form);
            assert_eq!(json::read_text(&json.compact()).as_ref(), Ok(&json));
            assert_eq!(json::read_text(&json.pretty()).as_ref(), Ok(&json));
        }
        Err(problems) => {
            worded(&problems);
            let grammar = |problem: &Problem| {
                matches!(problem.kind, Kind::NotJson(..) | Kind::TrailingData | Kind::NotUtf8 | Kind::Empty)
            };
            assert!(theirs.is_err() || !problems.iter().any(grammar), "only we refuse it: {problems:?}");
        }
    }
}

/// What is told to the site around the page: JSON that says what was said, whatever words it holds.
///
/// # Panics
/// Where it is not.
pub fn message(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (category, zone) = text.split_once('\0').unwrap_or((text, ""));
    let said = |(event, detail): message::Message, name: &str| {
        assert!(event.starts_with("swanilai:"));
        let detail = json::read_text(&detail).unwrap_or_else(|problems| panic!("{problems:?}\n{detail}"));
        detail.member(name).and_then(|word| word.as_text().map(str::to_owned))
    };
    assert_eq!(said(message::zone(Some(category), Some(zone)), "category").as_deref(), Some(category));
    assert_eq!(said(message::zone(None, Some(zone)), "zone").as_deref(), Some(zone));
    assert_eq!(said(message::error(text), "reason").as_deref(), Some(text));
}

/// Numbers: read exactly, and shown so that they read back.
///
/// # Panics
/// Where they are not.
pub fn number(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(number) = Decimal::parse(text) {
        assert_eq!(exactly(text), BigInt::from(number.ten_thousandths()), "{text}");
        assert_eq!(Decimal::parse(&number.to_string()), Ok(number));
    }
    if let Ok(number) = read_comma(text) {
        assert_eq!(read_comma(&show(number)), Ok(number));
    }
}

/// Ten-thousandths of a number that `Decimal` has taken: whole, so the division leaves nothing.
fn exactly(text: &str) -> BigInt {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let digits: String = mantissa.chars().filter(|letter| *letter != '.').collect();
    let places = mantissa.split_once('.').map_or(0, |(_, places)| places.len());
    let digits: BigInt = digits.parse().expect("digits");
    if digits == BigInt::ZERO {
        return digits;
    }
    let places = i64::try_from(places).expect("a text that fits memory");
    let shift = exponent.parse::<i64>().expect("an exponent in reach") - places + 4;
    let power = BigInt::from(10).pow(u32::try_from(shift.unsigned_abs()).expect("a number in reach"));
    if shift >= 0 {
        return digits * power;
    }
    assert_eq!(&digits % &power, BigInt::ZERO, "{text} has more places");
    digits / power
}

/// An instrument that somebody sends: refused in words, or a blank form is never green and whatever is answered
/// is reckoned, written and read again.
///
/// # Panics
/// Where it is not.
pub fn rubric(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    worded(&check(text));
    let rubric = match decode(text) {
        Ok(rubric) => rubric,
        Err(problems) => return worded(&problems),
    };
    let blank = Scorecard::of(&rubric, &Assessment::default());
    assert_eq!((blank.score.point, blank.standing.zone), (None, None));
    let seed = data.iter().fold(0_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(*byte)));
    let assessment = anything::assessment(&rubric, &mut Dice::new(seed));
    let result = Scorecard::of(&rubric, &assessment);
    assert!(
        result.score.full.low <= result.score.answers.low
            && result.score.answers.high <= result.score.full.high
    );
    settles(&assessment, &rubric);
}

/// The whole result of an instrument and answers made of the bytes, against the oracle.
///
/// # Panics
/// Where the two differ.
pub fn score(data: &[u8]) {
    let mut bytes = Bytes(data);
    let draft = random::drawn(bytes.draft());
    let assessment = random::answered(&draft, bytes.answers());
    let expected = oracle::scorecard(&draft, &assessment);
    assert_eq!(Scorecard::of(&support::rubric(draft), &assessment), expected);
}
