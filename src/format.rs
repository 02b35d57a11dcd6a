//! The room that knows files: instruments, documents, names and sentences about them.
//!
//! Invariant: pure, and the only room that names serde; whatever is read is either refused whole with its
//! problems, or kept to the last member.

pub mod json;
pub mod rubric;
pub mod shape;
