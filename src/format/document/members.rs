//! The member names of assessment documents, object by object.
//!
//! Invariant: reading, writing and the JSON Schema know exactly these names, in this order.

/// The digest of a file.
pub const ALGORITHM: &str = "sha256";

/// Members of the file, in the order they are written.
pub const ROOT: &[&str] = &[
    "format",
    "formatVersion",
    "$schema",
    "id",
    "revision",
    "status",
    "statuses",
    "rubric",
    "rubricCopy",
    "unit",
    "assessmentYear",
    "dataYear",
    "mode",
    "example",
    "practice",
    "withoutNotes",
    "samples",
    "part",
    "parts",
    "answers",
    "conflicts",
    "simulation",
    "weights",
    "verification",
    "official",
    "plan",
    "actions",
    "oversight",
    "milestones",
    "history",
    "results",
    "createdAt",
    "updatedAt",
    "savedAt",
    "app",
    "digest",
];
/// Members of the file that belong to later pieces: kept as they are.
pub const ROOT_LATER: &[&str] = &["rubricCopy"];
/// The instrument.
pub const RUBRIC: &[&str] = &["id", "version", "sha256"];
/// The office.
pub const UNIT: &[&str] = &["pemda", "name", "kind"];
/// A product or person.
pub const SAMPLE: &[&str] = &["id", "kind", "panel", "name"];
/// A share of the indicators.
pub const PART: &[&str] = &["id", "by", "indicators", "sent", "returned"];
/// Answers that wait for a choice.
pub const CONFLICT: &[&str] = &["indicator", "answers", "aside", "beneath", "heard"];
/// When a post last answered.
pub const HEARD: &[&str] = &["by", "at", "settled"];
/// An answer.
pub const ANSWER: &[&str] = &[
    "level",
    "value",
    "notApplicable",
    "typed",
    "reason",
    "assumed",
    "ground",
    "samples",
    "copied",
    "criteria",
    "ticks",
    "evidence",
    "note",
    "by",
    "at",
    "ask",
    "unconfirmed",
];
/// What a verifier found.
pub const VERIFICATION: &[&str] = &["by", "at", "answers"];
/// What a verifier says of one answer: a finding, the time of the answer it is made of, and everything an answer may have.
pub const VERIFIED: &[&str] =
    &first::<{ ANSWER.len() + 2 }>("finding", &first::<{ ANSWER.len() + 1 }>("of", ANSWER));
/// A step in the life of the document.
pub const STATUS: &[&str] = &["status", "by", "at", "milestone", "otherAnswers"];
/// A draft beside the answers.
pub const SIMULATION: &[&str] = &["answers"];
/// Official weights that the office holds.
pub const WEIGHTS: &[&str] = &["dimensions", "indicators"];
/// An answer for one sample.
pub const SAMPLE_ANSWER: &[&str] = &["level", "value", "notApplicable"];
/// A document.
pub const EVIDENCE: &[&str] = &["asked", "title", "where", "date", "validUntil", "state", "sha256"];
/// A published result.
pub const OFFICIAL: &[&str] = &["score", "dimensions", "indicators"];
/// What is to be reached.
pub const PLAN: &[&str] =
    &["target", "aim", "by", "each", "kinds", "locked", "ceilings", "efforts", "visit", "unread"];
/// Something to be done.
pub const ACTION: &[&str] = &[
    "id",
    "source",
    "finding",
    "action",
    "output",
    "responsible",
    "due",
    "evidence",
    "status",
    "reason",
    "indicator",
    "level",
];
/// A product of oversight.
pub const OVERSIGHT: &[&str] = &["id", "kind", "number", "date", "due", "status", "note"];
/// A state of the answers kept by name.
pub const MILESTONE: &[&str] = &["id", "name", "at", "mode", "samples", "answers"];
/// A published result of another year.
pub const PAST: &[&str] = &["year", "rubric", "score"];
/// The result.
pub const RESULTS: &[&str] =
    &["score", "answers", "full", "supported", "category", "zone", "progress", "dimensions"];
/// How many indicators that count are answered, and how many there are.
pub const PROGRESS: &[&str] = &["answered", "total"];
/// A range.
pub const RANGE: &[&str] = &["low", "high"];
/// A range with its point, in numbers or in words.
pub const FIGURE: &[&str] = &["low", "point", "high"];
/// The result of a dimension.
pub const DIMENSION: &[&str] = &["id", "score", "points"];
/// The program that wrote the file.
pub const APP: &[&str] = &["version", "commit"];
/// The digest.
pub const DIGEST: &[&str] = &["algorithm", "value"];

/// Every kind of object by its name in the schema; the file itself first.
pub const ALL: &[(&str, &[&str])] = &[
    ("", ROOT),
    ("rubric", RUBRIC),
    ("unit", UNIT),
    ("sample", SAMPLE),
    ("part", PART),
    ("conflict", CONFLICT),
    ("heard", HEARD),
    ("answer", ANSWER),
    ("verification", VERIFICATION),
    ("verified", VERIFIED),
    ("statusChange", STATUS),
    ("simulation", SIMULATION),
    ("weights", WEIGHTS),
    ("sampleAnswer", SAMPLE_ANSWER),
    ("evidence", EVIDENCE),
    ("official", OFFICIAL),
    ("plan", PLAN),
    ("action", ACTION),
    ("oversight", OVERSIGHT),
    ("milestone", MILESTONE),
    ("past", PAST),
    ("results", RESULTS),
    ("range", RANGE),
    ("figure", FIGURE),
    ("reading", FIGURE),
    ("progress", PROGRESS),
    ("dimension", DIMENSION),
    ("app", APP),
    ("digest", DIGEST),
];

/// Names of members whose text stands on one line.
pub const SHORT_TEXTS: &[&str] = &[
    "format",
    "formatVersion",
    "$schema",
    "id",
    "status",
    "version",
    "sha256",
    "pemda",
    "name",
    "kind",
    "panel",
    "mode",
    "asked",
    "title",
    "where",
    "date",
    "validUntil",
    "state",
    "by",
    "at",
    "typed",
    "createdAt",
    "updatedAt",
    "savedAt",
    "algorithm",
    "value",
    "copied",
    "target",
    "aim",
    "kinds",
    "locked",
    "efforts",
    "visit",
    "source",
    "responsible",
    "due",
    "indicator",
    "number",
    "part",
    "indicators",
    "sent",
    "returned",
];

/// Names with one more before them.
const fn first<const N: usize>(name: &'static str, rest: &[&'static str]) -> [&'static str; N] {
    let mut all = [name; N];
    let mut at = 1;
    while at < N && at <= rest.len() {
        all[at] = rest[at - 1];
        at += 1;
    }
    all
}
