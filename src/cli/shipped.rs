//! The instruments inside the program.
//!
//! Invariant: the texts are those of `rubrics/`, in the order of the catalogue, and all of them are sound.

use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;
use crate::format::rubric::decode;

macro_rules! shipped {
    ($($id:literal)+) => {
        /// Id and text of each instrument.
        pub const TEXTS: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../rubrics/", $id, ".json")))),+
        ];
    };
}

shipped! {
    "sakip-2021"
    "pekppp-2023-luring"
    "pekppp-2023-daring"
    "ombudsman-kepatuhan-2023"
    "ombudsman-opini-2025"
    "ombudsman-kepatuhan-2022"
    "ombudsman-kepatuhan-2021"
}

/// The shipped instrument with this id.
pub fn rubric(id: &str) -> Option<Result<Rubric, Vec<Problem>>> {
    TEXTS.iter().find(|(own, _)| *own == id).map(|(_, text)| decode(text))
}
