//! *Berkas*: what comes in, and how far the reading is.
//!
//! Invariant: a reading can be stopped at any time, and what it has come to is said.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::reading;
use super::room::Room;
use super::state::Which;
use crate::edge::intake::chosen;
use crate::ui::markup::html;
use crate::ui::text::{common, rekap as words};

/// The part.
pub fn part(room: &Room) -> Html {
    let picture = room.view.picture(Which::Now);
    let listed = room.view.units.units.len();
    html! {
        <div class="stack" data-gap="large">
            { chooser(room, Which::Now) }
            if let Some(picture) = picture {
                <section class="stack" data-gap="small" aria-labelledby="come">
                    <h2 id="come">{ words::COME }</h2>
                    { super::room::over(room, picture) }
                    <ul>
                        <li><a href="#/rekap/tabel">{ words::TO_TABLE }</a></li>
                        <li><a href="#/rekap/pemda">{ words::TO_PEMDA }</a></li>
                        <li><a href="#/rekap/masalah">{ words::TO_TROUBLES }</a></li>
                    </ul>
                </section>
            }
            if listed == 0 {
                <p class="measure">{ words::NO_LIST }{ " " }<a href="#/rekap/unit">{ words::TO_LIST }</a></p>
            }
        </div>
    }
}

/// Where files are chosen or dropped, for one of the two collections.
pub fn chooser(room: &Room, which: Which) -> Html {
    let (view, session) = (&room.view, &room.session);
    let count = view.files(which).entries().len();
    let take = {
        let (root, session) = (room.root.clone(), session.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let given = chosen(&input);
            if given.is_empty() {
                return;
            }
            if let Some(turn) = session.claim(which, given.len()) {
                spawn_local(reading::read(root.clone(), session.clone(), (which, turn), given, Vec::new()));
            }
        })
    };
    let stop = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.stop())
    };
    let empty = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.empty(which))
    };
    let heading = if which == Which::Now { words::DROP } else { words::DROP_BEFORE };
    html! {
        <section class="stack drop" data-gap="small" aria-labelledby="take">
            <h2 id="take">{ heading }</h2>
            <p class="hint">{ words::DROP_HINT }{ " " }{ common::NOTHING_SENT }</p>
            if let Some(reading) = view.reading {
                <div class="stack" data-gap="small">
                    <label for="recap-progress">{ words::progress(reading.done, reading.total) }</label>
                    <progress id="recap-progress" max={reading.total.max(1).to_string()} value={reading.done.to_string()} />
                    <div class="actions">
                        <button class="button" type="button" onclick={stop}>{ words::STOP }</button>
                    </div>
                </div>
            } else {
                <div class="actions screen">
                    <span class="file">
                        <input class="visually-hidden" type="file" id="recap-files" multiple=true accept=".json,.txt,.html,.zip,application/json,text/plain,text/html,application/zip" onchange={take.clone()} />
                        <label class="button" data-kind="primary" for="recap-files">{ words::CHOOSE_FILES }</label>
                    </span>
                    <span class="file">
                        <input class="visually-hidden" type="file" id="recap-folder" multiple=true webkitdirectory="" onchange={take} />
                        <label class="button" for="recap-folder">{ words::CHOOSE_FOLDER }</label>
                    </span>
                    if count > 0 {
                        <button class="button" type="button" onclick={empty}>{ words::empty(count) }</button>
                    }
                </div>
            }
            if let Some(ended) = view.ended.filter(|ended| ended.into == which && ended.done < ended.total) {
                <p class="notice" data-kind="problem">{ words::stopped(ended.done, ended.total) }</p>
            }
        </section>
    }
}
