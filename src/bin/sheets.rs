//! Tables read, workbooks among them, and CSV written: loaded when one is first asked for.

fn main() {
    #[cfg(target_arch = "wasm32")]
    swanilai::sheets::served::serve(|task, given| {
        swanilai::format::sheet::port::serve(task, given, swanilai::sheets::read)
    });
}
