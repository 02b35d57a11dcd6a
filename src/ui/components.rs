//! Pieces of the page.
//!
//! Invariant: a component names no effect and no file format; its looks are in `styles/`, under its own name.

pub mod about;
pub mod actions;
pub mod asides;
pub mod band;
pub mod blank_form;
pub mod boxes;
pub mod card;
pub mod check;
pub mod compare;
pub mod conflicts;
pub mod criteria;
pub mod edition;
pub mod evidence;
pub mod explain;
pub mod field;
pub mod frame;
pub mod history;
pub mod home;
pub mod incoming;
pub mod instrument;
pub mod interview;
pub mod levels;
pub mod merging;
pub mod milestones;
pub mod namer;
pub mod navigator;
pub mod office;
pub mod official;
pub mod options;
pub mod oversight;
pub mod own_part;
pub mod paper;
pub mod papers;
pub mod parts;
pub mod plan;
pub mod planned;
pub mod questions;
pub mod ratl;
pub mod result;
pub mod returned;
pub mod samples;
pub mod saved;
pub mod scoreboard;
pub mod sensitivity;
pub mod share;
pub mod sheet;
pub mod simulation;
pub mod start;
pub mod status;
pub mod steps;
pub mod survey;
pub mod ticks;
pub mod value;
pub mod verification;
pub mod verified;
pub mod walk;
pub mod workings;
pub mod workspace;
pub mod zone_mark;

#[cfg(test)]
mod tests;
