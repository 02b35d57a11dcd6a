//! What the page loads when it is first asked for: many offices' files as one picture, and tables of one office.

use swanilai::edge::{boot, module};
use swanilai::format::sheet::port;
use swanilai::ui::recap;

fn main() {
    yew::set_custom_panic_hook(Box::new(|_| boot::show_panic_screen()));
    module::serve(recap::draw, Some(port::serve));
}
