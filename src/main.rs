//! The page: installs the recovery screen and mounts the app, on the page or in elements of another one.

use swanilai::edge::boot;
use swanilai::ui::app::{App, AppProps};

fn main() {
    // By Yew's own way: a hook set by the standard one is replaced when the app is drawn first.
    yew::set_custom_panic_hook(Box::new(|_| boot::show_panic_screen()));
    boot::mount_by(|root, boot| {
        let app = root.app().clone();
        let mounted = yew::Renderer::<App>::with_root_and_props(app, AppProps { boot, root }).render();
        Box::new(move || mounted.destroy())
    });
}
