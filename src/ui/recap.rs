//! Many offices' files as one picture: drawn by a module of its own, which is loaded when it is first asked for.
//!
//! Invariant: no file is left out without its reason being shown; what is held here outlives the view, and nothing of it
//! leaves the page but as a file that is asked for.

mod beside;
mod compare;
mod copies;
mod first;
mod heat;
mod intake;
mod joining;
mod lists;
mod merging;
mod papers;
mod pemda;
mod reading;
mod room;
mod session;
mod state;
mod table;
mod tables;
mod taken;
mod troubles;
mod values;
mod worked;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use self::room::Room;
use self::session::Session;
pub use self::state::Column;
use self::state::{Act, Which};
use crate::domain::Text;
use crate::edge::boot::Boot;
use crate::edge::intake as edge;
use crate::edge::module::{Given, Own, Tell};
use crate::edge::root::Root;
use crate::state::Route;
use crate::ui::crossing::OPEN;
use crate::ui::markup::html;
use crate::ui::nested;
use crate::ui::text::{masuk, rekap as words};

/// What [`RecapView`] is given.
#[derive(Properties)]
pub struct RecapProps {
    /// What the app stands in.
    pub root: Root,
    /// What the page said at the start.
    pub boot: Rc<Boot>,
    /// The part that is shown, as the address names it.
    pub part: Text,
    /// Opens the document of one office.
    pub open: Callback<String>,
}

impl PartialEq for RecapProps {
    /// The rest stays as it is while the app lives.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.boot, &other.boot) && self.part == other.part
    }
}

/// The view.
#[component]
pub fn RecapView(props: &RecapProps) -> Html {
    let session = use_memo((), |()| Session::of(&props.boot));
    let redraw = use_force_update();
    {
        let session = session.clone();
        use_effect_with((), move |()| {
            let own = redraw.clone();
            session.hear(Some(Callback::from(move |()| own.force_update())));
            let opened = (*session).clone();
            spawn_local(async move {
                reading::fetch_instruments(opened.clone()).await;
                worked::look(opened).await;
            });
            // What came between the first drawing and now.
            redraw.force_update();
            move || session.hear(None)
        });
    }
    let view = session.view();
    let room = Room {
        view: view.clone(),
        session: (*session).clone(),
        root: props.root.clone(),
        open: props.open.clone(),
    };
    // While a drop happens on the view, it is the view's and not the app's.
    let over = Callback::from(|event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
    });
    let drop = {
        let (root, session, which) = (props.root.clone(), session.clone(), which(&props.part));
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            event.stop_propagation();
            let dropped = edge::dropped(&event);
            let (root, session) = (root.clone(), (*session).clone());
            // From now on, and not only once folders have been looked through: what is dropped meanwhile is told of.
            let Some(turn) = session.claim(which, 0) else { return };
            spawn_local(async move {
                let (given, lost) = dropped.files().await;
                // It may have been stopped before there was anything to read.
                if session.is_on(turn) {
                    reading::read(root, session, (which, turn), given, lost).await;
                }
            });
        })
    };
    html! {
        <div class="stack recap" data-gap="large" ondragover={over} ondrop={drop}>
            <div class="stack" data-gap="small">
                <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1>
                <p class="lead screen">{ words::LEAD }</p>
                { parts(&props.part, &room) }
            </div>
            <div role="status">
                if !view.told.is_empty() {
                    <p class="notice" data-kind="info">
                        { view.told.clone() }{ " " }
                        <button class="button" data-kind="quiet" type="button" onclick={room.on(|_: MouseEvent| Act::Told(Text::default()))}>{ words::CLOSE }</button>
                    </p>
                }
            </div>
            { not_loaded(&room) }
            { worked::section(&room) }
            { match &*props.part {
                "unit" => lists::part(&room),
                "tabel" => table::part(&room),
                "pemda" => pemda::part(&room),
                "masalah" => troubles::part(&room),
                "banding" => compare::part(&room),
                "kertas" => papers::part(&room),
                _ => intake::part(&room),
            } }
        </div>
    }
}

/// Instruments of this build that are wanting, with a way to ask for them again.
fn not_loaded(room: &Room) -> Html {
    let missing = &room.view.missing;
    if missing.is_empty() {
        return Html::default();
    }
    let session = room.session.clone();
    let again = Callback::from(move |_: MouseEvent| spawn_local(reading::again(session.clone())));
    html! {
        <div class="notice" data-kind="problem">
            <p>{ masuk::not_loaded(missing) }</p>
            <button class="button" type="button" onclick={again}>{ masuk::LOAD_AGAIN }</button>
        </div>
    }
}

/// The collection that a drop on a part goes to.
fn which(part: &Text) -> Which {
    if &**part == "banding" { Which::Before } else { Which::Now }
}

/// The parts of the view, above each of them.
fn parts(shown: &Text, room: &Room) -> Html {
    let known = words::PARTS.iter().any(|(part, _)| *part == &**shown);
    let problems = troubles::count(&room.view);
    html! {
        <nav class="tabs" aria-label={words::PARTS_OF}>
            <ul>
                { for words::PARTS.into_iter().map(|(part, name)| {
                    let current = (part == &**shown || (part.is_empty() && !known)).then_some("page");
                    let href = Route::Rekap(part.into()).hash();
                    html! {
                        <li key={name}>
                            <a {href} aria-current={current}>
                                { name }
                                if part == "masalah" && problems > 0 {
                                    { words::counted(problems) }
                                }
                            </a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// Draws the view in an element of another module's app, and follows the address by itself.
pub fn draw(root: Root, boot: Rc<Boot>, host: Element, _: Given, tell: Tell) -> Own {
    nested::set_apart(&root, &host);
    let open = Callback::from(move |text: String| tell(OPEN, "", &text, &[]));
    let given = FollowingProps { root, boot, open };
    let drawn = yew::Renderer::<Following>::with_root_and_props(host, given).render();
    Own { hear: Box::new(|_| ()), close: Box::new(move || drawn.destroy()) }
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
