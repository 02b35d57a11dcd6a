//! Documents opened from here that were worked on since: verified, most of all.
//!
//! Invariant: what is kept on the device comes into the collection only when it is asked for, as one more file beside the
//! one it was opened from.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::reading;
use super::room::Room;
use super::session::Session;
use super::state::{Act, Which};
use crate::domain::Text;
use crate::domain::recap::{Entry, Row};
use crate::ui::markup::html;
use crate::ui::text::{masuk, rekap as words};

/// A document on the device that goes beyond a file here.
#[derive(Clone, Debug, PartialEq)]
pub struct Newer {
    file: Text,
    office: String,
    text: Rc<str>,
}

/// Looks on the device for what was opened from here.
pub async fn look(session: Session) {
    let opened = session.opened();
    if opened.is_empty() {
        return;
    }
    let instruments = reading::instruments(&session).await;
    let (stored, view) = (session.drafts().load_all(), session.view());
    let rows = || view.files(Which::Now).entries().iter().filter_map(Entry::row);
    let newer = |row: &Row| {
        let text = &stored.iter().find(|one| *one.id == *row.id && !one.text.is_empty())?.text;
        let entry = instruments.entry(&row.file, text.as_bytes());
        let found = entry.row()?;
        let is_here = |own: &Row| {
            (&own.id, &own.updated_at, own.revision) == (&found.id, &found.updated_at, found.revision)
        };
        let is_newer = found.order(row).is_gt() && !rows().any(is_here);
        is_newer.then(|| Newer {
            file: row.file.clone(),
            office: words::office(found),
            text: text.as_str().into(),
        })
    };
    let all = rows().filter(|row| opened.contains(&row.file)).filter_map(newer).collect();
    session.tell(Act::Newer(all));
}

/// What was found, each with a button that puts it in.
pub fn section(room: &Room) -> Html {
    let one = |newer: &Newer| {
        let (session, given) = (room.session.clone(), newer.clone());
        let put = Callback::from(move |_: MouseEvent| spawn_local(put(session.clone(), given.clone())));
        html! {
            <div class="notice" data-kind="info" key={&*newer.file}>
                <p>{ masuk::newer(&newer.office, &newer.file) }</p>
                <button class="button" type="button" onclick={put}>{ masuk::PUT_IN }<span class="visually-hidden">{ " " }{ newer.office.clone() }</span></button>
            </div>
        }
    };
    html! { <>{ for room.view.newer.iter().map(one) }</> }
}

/// Puts a document into the collection, beside the file it was opened from.
async fn put(session: Session, newer: Newer) {
    if session.claim(Which::Now, 1).is_none() {
        return;
    }
    let bytes = newer.text.as_bytes().to_vec();
    if let Some(shown) = reading::put_in(&session, &newer.file, bytes).await {
        let left = session.view().newer.iter().filter(|one| **one != newer).cloned().collect();
        session.tell(Act::Newer(left));
        session.tell(Act::Told(masuk::put_in(&shown, &newer.file).into()));
    }
}
