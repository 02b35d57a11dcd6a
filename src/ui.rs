//! The view: the only room that names yew.
//!
//! Invariant: components draw what they are given and say what happened; effects live in `hooks` only.

pub mod annex;
pub mod app;
mod components;
mod hooks;
mod intent;
pub mod markup;
mod nested;
pub mod recap;
mod store;
mod text;
