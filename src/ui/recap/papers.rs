//! *Kertas*: what the secretariat prints and signs of many offices, and the reminder of each.
//!
//! Invariant: a paper is made anew from what is shown elsewhere in the view; what is typed for it lasts while the tab does.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::room::{Room, nothing, over, pager};
use super::state::{Act, Picture, Which};
use crate::domain::Text;
use crate::edge::{clock, files, page};
use crate::format::names;
use crate::papers::offices::{Offices, Typed};
use crate::papers::reminder::{Reminder, complete, reminders, together};
use crate::papers::{Paper, html as written, note, summary};
use crate::ui::components::actions::select;
use crate::ui::components::field::Field;
use crate::ui::components::paper::{headed, under};
use crate::ui::markup::html;
use crate::ui::text::{daftar, kertas, rekap, setda as words};

/// Reminders of a page.
const EACH: usize = 20;
/// Offices for which priorities are still reckoned while one waits.
const MOST: usize = 2_000;
/// What the papers are called in names of files and in styles, as [`words::KINDS`] names them.
const CALLED: [&str; 3] = ["rekapitulasi", "nota", "pengingat"];

/// The part.
pub fn part(room: &Room) -> Html {
    let Some(picture) = room.view.picture(Which::Now) else { return nothing(&room.view) };
    let at = room.view.paper;
    let today = clock::now().day;
    let all = Offices {
        rubric: &picture.rubric,
        collection: &picture.collection,
        recap: &picture.recap,
        list: &room.view.units,
        priorities: priorities(picture, at),
        typed: &room.view.typed_on_paper,
        today: &today,
    };
    let made = match at {
        0 => Some(summary::summary(&all, &|id| called(room, id))),
        1 => Some(note::note(&all)),
        _ => None,
    };
    let kind = CALLED.get(at).copied();
    html! {
        <div class="stack recap-papers" data-gap="large" data-kind={kind}>
            <div class="stack screen" data-gap="small">
                { over(room, picture) }
                <p>{ words::LEAD }</p>
                <div class="recap-filters">
                    { select("recap-paper", words::WHICH, &words::KINDS, at, &room.on(|given: Text| Act::Paper(given.parse().unwrap_or_default()))) }
                </div>
                if made.is_some() {
                    { typed(room) }
                }
            </div>
            { match &made {
                Some(made) => drawn(room, made, kind.unwrap_or_default(), &all),
                None => listed(room, &all),
            } }
        </div>
    }
}

/// What lifts the mean, where a paper wants it.
fn priorities(picture: &Picture, at: usize) -> Option<&crate::domain::recap::Priorities> {
    if at != 1 || !picture.rubric.fillable || picture.recap.counted.len() > MOST {
        return None;
    }
    picture.priorities().as_ref().ok()
}

/// What an instrument is called.
fn called(room: &Room, id: &str) -> String {
    room.view.library.get(id).map_or_else(|| id.to_owned(), |rubric| rubric.short_name.to_string())
}

/// The fields of what only a person knows.
fn typed(room: &Room) -> Html {
    let held = &room.view.typed_on_paper;
    let write = |change: fn(&mut Typed, Text)| {
        let held = held.clone();
        room.on(move |text: Text| {
            let mut typed = held.clone();
            change(&mut typed, text);
            Act::TypedOnPaper(typed)
        })
    };
    let field = |id: &str, label: &'static str, value: &Text, change| {
        Field::new(format!("paper-{id}"), label, value, write(change))
    };
    html! {
        <details class="panel">
            <summary>{ words::HEAD_AND_POSTS }</summary>
            <div class="stack" data-gap="small">
                { field("head", words::LETTERHEAD, &held.letterhead, |typed, text| typed.letterhead = text).long().guarded().view() }
                <div class="recap-filters">
                    { field("to", words::POST_TO, &held.to, |typed, text| typed.to = text).hint(words::POST_TO_HINT).guarded().view() }
                    { field("from", words::POST_FROM, &held.from, |typed, text| typed.from = text).hint(words::POST_FROM_HINT).guarded().view() }
                    { field("place", words::PLACE, &held.place, |typed, text| typed.place = text).view() }
                    { field("day", words::PAPER_DAY, &held.day, |typed, text| typed.day = text).hint(words::PAPER_DAY_HINT).view() }
                    { field("number", words::LETTER_NUMBER, &held.number, |typed, text| typed.number = text).view() }
                </div>
            </div>
        </details>
    }
}

/// A paper with what can be done with it.
fn drawn(room: &Room, made: &Paper, kind: &'static str, all: &Offices<'_>) -> Html {
    let session = room.session.clone();
    let print = Callback::from(move |_: MouseEvent| {
        page::print();
        if page::is_framed() {
            session.tell(Act::Told(words::PRINTED_IN_FRAME.into()));
        }
    });
    let editable = {
        let (root, session, made) = (room.root.clone(), room.session.clone(), made.clone());
        let name = names::paper(kind, &all.pemda(), &all.rubric.id, all.today);
        Callback::from(move |_: MouseEvent| {
            let text = written::page(&made, &kertas::WORDS);
            let sent = files::download(&root, &name, "text/html", text.as_bytes()).is_ok();
            let told = if sent { rekap::handed_out(&name) } else { rekap::BLOCKED.to_owned() };
            session.tell(Act::Told(told.into()));
        })
    };
    html! {
        <>
            <div class="stack screen" data-gap="small">
                <div class="actions">
                    <button class="button" data-kind="primary" type="button" onclick={print}>{ words::PRINT }</button>
                    <button class="button" type="button" onclick={editable}>{ kertas::EDITABLE }</button>
                </div>
                <p class="hint">{ kertas::EDITABLE_HINT }</p>
            </div>
            { under(made) }
        </>
    }
}

/// The reminders, each to be copied, and all of them.
fn listed(room: &Room, all: &Offices<'_>) -> Html {
    let found = reminders(all, &|id| called(room, id));
    let names: Vec<String> = complete(all).into_iter().map(rekap::office).collect();
    let at = room.view.look.reminders.min(found.len().saturating_sub(1) / EACH);
    let each = |(place, one): (usize, &Reminder)| {
        let id = format!("reminder-{place}");
        html! {
            <section class="stack" data-gap="small" aria-labelledby={id.clone()} key={place}>
                { headed(&one.letter(all), html! { <h2 {id}>{ one.office.clone() }</h2> }) }
                <div class="actions screen">
                    <button class="button" type="button" onclick={copy(room, one.text.clone())}>{ words::COPY }<span class="visually-hidden">{ " " }{ one.office.clone() }</span></button>
                </div>
            </section>
        }
    };
    html! {
        <>
            if found.is_empty() {
                <p>{ words::NO_REMINDERS }</p>
            } else {
                <div class="stack screen" data-gap="small">
                    <p>{ words::reminded(found.len()) }</p>
                    <div class="actions">
                        <button class="button" data-kind="primary" type="button" onclick={copy(room, together(&found))}>{ words::COPY_ALL }</button>
                    </div>
                    <p class="hint">{ words::COPY_ALL_HINT }{ " " }{ words::REMINDERS_PRINT }</p>
                </div>
            }
            if !names.is_empty() {
                <p class="screen">{ words::lacking_nothing(&names) }</p>
            }
            { for found.iter().enumerate().skip(at * EACH).take(EACH).map(each) }
            { pager(room, found.len(), EACH, at, |look, page| look.reminders = page) }
        </>
    }
}

fn copy(room: &Room, text: String) -> Callback<MouseEvent> {
    let (root, session) = (room.root.clone(), room.session.clone());
    Callback::from(move |_: MouseEvent| {
        let (root, session, text) = (root.clone(), session.clone(), text.clone());
        spawn_local(async move {
            let done = files::copy(&root, &text).await.is_ok();
            session.tell(Act::Told(if done { daftar::COPIED } else { daftar::COPY_BLOCKED }.into()));
        });
    })
}
