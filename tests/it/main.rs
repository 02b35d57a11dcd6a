//! Tests over whole rooms, in one binary.

mod rubrics;
mod shipped;
