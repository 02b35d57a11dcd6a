//! Workbooks written: loaded when one is first asked for.

fn main() {
    #[cfg(target_arch = "wasm32")]
    swanilai::sheets::served::serve(swanilai::sheets::written);
}
