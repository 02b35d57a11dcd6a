//! The page: installs the recovery screen and mounts the app.

fn main() {
    swanilai::edge::boot::install_panic_screen();
    if let Some(root) = swanilai::edge::page::root("app") {
        yew::Renderer::<swanilai::ui::app::App>::with_root(root).render();
    }
}
