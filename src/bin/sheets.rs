//! Workbooks read: loaded when one is first brought.

fn main() {
    #[cfg(target_arch = "wasm32")]
    swanilai::sheets::served::serve(swanilai::sheets::readout);
}
