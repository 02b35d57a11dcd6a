//! libFuzzer on [`swanilai_fuzz::targets::import`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| swanilai_fuzz::targets::import(data));
