//! The page: installs the recovery screen and mounts the app.

use swanilai::edge::{boot, page};
use swanilai::ui::app::{App, AppProps};

fn main() {
    // By Yew's own way: a hook set by the standard one is replaced when the app is drawn first.
    yew::set_custom_panic_hook(Box::new(|_| boot::show_panic_screen()));
    if let Some(root) = page::root("app") {
        let props = AppProps { boot: boot::boot(&root).into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}
