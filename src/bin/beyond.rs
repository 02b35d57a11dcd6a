//! Views that the page loads when one of them is first asked for: those beyond filling in and its result.

use swanilai::edge::module;
use swanilai::ui::beyond;

fn main() {
    yew::set_custom_panic_hook(Box::new(|_| beyond::stop()));
    module::serve(beyond::draw, None);
}
