//! Many offices' files as one picture: drawn by a module of its own, which is loaded when it is first asked for.
//!
//! Invariant: no file is left out without its reason being shown.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::domain::Text;
use crate::edge::boot::Boot;
use crate::edge::root::Root;
use crate::state::Route;
use crate::ui::markup::html;
use crate::ui::nested;
use crate::ui::text::rekap as words;

/// What [`RecapView`] is given.
#[derive(Properties)]
pub struct RecapProps {
    /// What the app stands in.
    pub root: Root,
    /// What the page said at the start.
    pub boot: Rc<Boot>,
    /// Which part is shown, or empty.
    pub part: Text,
    /// Called with the text of a document that is to be opened.
    pub open: Callback<String>,
}

impl PartialEq for RecapProps {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part && self.open == other.open
    }
}

/// The view.
#[component]
pub fn RecapView(_props: &RecapProps) -> Html {
    html! { <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1> }
}

/// Draws the view in an element of another module's app, and follows the address by itself.
pub fn draw(root: Root, boot: Rc<Boot>, host: Element, open: Box<dyn Fn(String)>) -> Box<dyn FnOnce()> {
    nested::set_apart(&root, &host);
    let given = FollowingProps { root, boot, open: Callback::from(open) };
    let drawn = yew::Renderer::<Following>::with_root_and_props(host, given).render();
    Box::new(move || drawn.destroy())
}

#[derive(Properties)]
struct FollowingProps {
    root: Root,
    boot: Rc<Boot>,
    open: Callback<String>,
}

impl PartialEq for FollowingProps {
    /// They are given once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// [`RecapView`] with its part read off the address.
#[component]
fn Following(props: &FollowingProps) -> Html {
    let part = use_state(|| part_of(&props.root.hash()).unwrap_or_default());
    {
        let (root, part) = (props.root.clone(), part.setter());
        use_effect_with((), move |()| {
            let watch = root.on_hash(move |hash| part_of(&hash).into_iter().for_each(|now| part.set(now)));
            move || drop(watch)
        });
    }
    html! {
        <RecapView root={props.root.clone()} boot={props.boot.clone()} part={(*part).clone()} open={props.open.clone()} />
    }
}

/// The part that an address names; none where it leads elsewhere.
fn part_of(hash: &str) -> Option<Text> {
    match Route::read(hash) {
        Route::Rekap(part) => Some(part),
        _ => None,
    }
}
