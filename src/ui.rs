//! The view: the only room that names yew.
//!
//! Invariant: components draw what they are given and say what happened; effects live in `hooks` only.

pub mod app;
pub mod components;
pub mod hooks;
pub mod intent;
pub mod store;
pub mod text;
