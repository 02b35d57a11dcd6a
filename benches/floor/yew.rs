//! What lies under every page made with Yew: Yew itself and five radios.

mod form;

fn main() {
    yew::Renderer::<form::Form>::new().render();
}
