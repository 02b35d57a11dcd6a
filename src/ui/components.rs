//! Pieces of the page.
//!
//! Invariant: a component names no effect and no file format; its looks are in `styles/`, under its own name.

pub mod about;
pub mod asides;
pub mod band;
pub mod blank_form;
pub mod card;
pub mod check;
pub mod criteria;
pub mod evidence;
pub mod field;
pub mod frame;
pub mod history;
pub mod home;
pub mod incoming;
pub mod instrument;
pub mod levels;
pub mod navigator;
pub mod result;
pub mod samples;
pub mod saved;
pub mod scoreboard;
pub mod sheet;
pub mod start;
pub mod value;
pub mod workings;
pub mod workspace;
pub mod zone_mark;
