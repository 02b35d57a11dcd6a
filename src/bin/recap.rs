//! Views that the page loads when they are first asked for: many offices' files as one picture.

use swanilai::edge::{boot, module};
use swanilai::ui::recap;

fn main() {
    yew::set_custom_panic_hook(Box::new(|_| boot::show_panic_screen()));
    module::serve(recap::draw);
}
