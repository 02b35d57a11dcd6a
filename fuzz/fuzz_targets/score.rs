//! libFuzzer on [`swanilai_fuzz::targets::score`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| swanilai_fuzz::targets::score(data));
