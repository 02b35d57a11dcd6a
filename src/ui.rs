//! The view: the only room that names yew.
//!
//! Invariant: components draw what they are given and say what happened; effects live in `hooks` only.

#[cfg(not(feature = "whole"))]
mod annex;
pub mod app;
pub mod beyond;
mod components;
pub mod crossing;
mod hooks;
mod intent;
pub mod markup;
mod nested;
pub mod recap;
mod store;
pub(crate) mod text;
mod views;
