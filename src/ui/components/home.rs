//! Beranda: what is kept here, files, instruments.
//!
//! Invariant: no instrument is chosen for anyone; what deletes asks first.

use std::rc::Rc;

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::state::{Action, Asked, Removed, Saved};
use crate::ui::components::instrument::instrument;
use crate::ui::components::saved::saved_list;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home, sendiri};

/// What [`home_view`] is given.
pub struct HomeProps {
    /// What is kept on this device.
    pub saved: Rc<Vec<Saved>>,
    /// Instruments of the office's own.
    pub own: Rc<Vec<Entry>>,
    /// Ids of those that cannot be read.
    pub unread: Rc<Vec<Text>>,
    /// What was removed last.
    pub removed: Option<Rc<Removed>>,
    /// All instruments.
    pub catalog: Rc<Vec<Entry>>,
    /// Ids of instruments with a filled example.
    pub examples: Rc<Vec<Text>>,
    /// Whether nothing is to stay on this device.
    pub shared_computer: bool,
    /// What is asked before something is deleted.
    pub asked: Asked,
    /// Whether it is one of several pages in others.
    pub apart: bool,
    /// Told what happened.
    pub dispatch: Callback<Action>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The first page.
pub fn home_view(props: &HomeProps) -> Html {
    let returning = !props.saved.is_empty();
    let (fillable, old): (Vec<_>, Vec<_>) = props.catalog.iter().partition(|entry| entry.fillable);
    let cards = |entries: Vec<&Entry>| {
        html! {
            <div class="columns">
                { for entries.into_iter().map(|entry| instrument(entry, props.examples.contains(&entry.id), Html::default(), &props.ask)) }
            </div>
        }
    };
    html! {
        <div class="stack" data-gap="large">
            <div class="stack">
                <h1 tabindex="-1" id="view-title">{ if returning { home::TITLE_BACK } else { home::TITLE } }</h1>
                if !returning {
                    <p class="lead">{ home::LEAD }</p>
                }
                { saved_list(props) }
                { chooser(&props.ask, !returning) }
                <p class="hint">{ home::DROP_HINT }{ " " }{ common::NOTHING_SENT }</p>
                { device(props) }
            </div>
            <section class="stack" aria-labelledby="choose">
                <h2 id="choose" tabindex="-1">{ home::CHOOSE }</h2>
                { cards(fillable) }
            </section>
            if !props.own.is_empty() || !props.unread.is_empty() {
                <section class="stack" aria-labelledby="own">
                    <h2 id="own">{ sendiri::TITLE }</h2>
                    <div class="columns">
                        { for props.own.iter().map(|entry| instrument(entry, false, removal(props, &entry.id, &entry.short_name), &props.ask)) }
                        { for props.unread.iter().map(|id| unread(props, id)) }
                    </div>
                </section>
            }
            <p><a href="#/rekap">{ home::RECAP }</a></p>
            <details>
                <summary>{ home::OLD }</summary>
                { cards(old) }
            </details>
        </div>
    }
}

/// An instrument of the office's own that can no longer be read: its text can be had, or removed.
fn unread(props: &HomeProps, id: &Text) -> Html {
    let own = id.clone();
    let save = props.ask.reform(move |_: MouseEvent| Intent::DownloadRubric(own.clone()));
    html! {
        <article class="instrument" key={&**id}>
            <h3>{ id.clone() }</h3>
            <p class="remark">{ sendiri::UNREAD }</p>
            <div class="actions">
                <button class="button" type="button" onclick={save}>{ home::DOWNLOAD }<span class="visually-hidden">{ " " }{ id.clone() }</span></button>
            </div>
            { removal(props, id, id) }
        </article>
    }
}

/// Removing an instrument of the office's own: behind a fold that says what it leaves.
fn removal(props: &HomeProps, id: &Text, name: &Text) -> Html {
    let used = props.saved.iter().filter(|saved| saved.rubric == *id).count();
    let id = id.clone();
    let sure = props.ask.reform(move |_: MouseEvent| Intent::DropRubric(id.clone()));
    let name = || html! { <span class="visually-hidden">{ " " }{ name.clone() }</span> };
    html! {
        <details>
            <summary>{ home::REMOVE }{ name() }</summary>
            <div class="stack" data-gap="small">
                <p>{ sendiri::remove_warning(used) }</p>
                <button class="button" data-kind="danger" type="button" onclick={sure}>{ sendiri::REMOVE_SURE }{ name() }</button>
            </div>
        </details>
    }
}

/// The ways in: choose an instrument, open a file.
fn chooser(ask: &Callback<Intent>, primary: bool) -> Html {
    let to_instruments = ask.reform(|_: MouseEvent| Intent::Go("choose".to_owned()));
    html! {
        <div class="actions">
            <button class="button" data-kind={primary.then_some("primary")} type="button" onclick={to_instruments}>{ home::NEW }</button>
            { open_file(ask, home::OPEN_FILE) }
        </div>
    }
}

/// A button that opens a file. The browser's own would speak its own language.
pub fn open_file(ask: &Callback<Intent>, word: &'static str) -> Html {
    let chosen = ask.reform(|event: Event| Intent::Take(files(&event)));
    html! {
        <span class="file">
            <input class="visually-hidden" type="file" id="file" multiple=true accept=".json,.txt,.html,.xlsx,.csv,application/json,text/plain,text/html" onchange={chosen} />
            <label class="button" for="file">{ word }</label>
        </span>
    }
}

/// The files of a file input, which is emptied so that the same file can be chosen again.
fn files(event: &Event) -> Vec<File> {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return Vec::new() };
    let list = input.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
    input.set_value("");
    files
}

/// *Komputer bersama*, and removing everything.
fn device(props: &HomeProps) -> Html {
    let (on, returning) =
        (props.shared_computer, !props.saved.is_empty() || !props.own.is_empty() || !props.unread.is_empty());
    let shared = {
        let (ask, dispatch) = (props.ask.clone(), props.dispatch.clone());
        Callback::from(move |event: Event| {
            if on || !returning {
                ask.emit(Intent::SetShared(!on));
            } else {
                // Stays off until it is confirmed: what is kept would be lost.
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    input.set_checked(false);
                }
                dispatch.emit(Action::Asked(Asked::Shared));
            }
        })
    };
    let [clear, clear_warning, shared_warning] = if props.apart { home::CLEAR_APART } else { home::CLEAR };
    let to = |asked: Asked| props.dispatch.reform(move |_: MouseEvent| Action::Asked(asked));
    let question = |warning: &'static str, word: &'static str, intent: fn() -> Intent| {
        let sure = props.ask.reform(move |_: MouseEvent| intent());
        html! {
            <div class="notice" data-kind="problem" role="alert">
                <p>{ warning }</p>
                <div class="actions">
                    <button class="button" data-kind="danger" type="button" onclick={sure}>{ word }</button>
                    <button class="button" type="button" onclick={to(Asked::Nothing)}>{ common::CANCEL }</button>
                </div>
            </div>
        }
    };
    html! {
        <div class="stack" data-gap="small">
            <div class="check">
                <input type="checkbox" id="shared" aria-describedby="shared-hint" checked={on} onchange={shared} />
                <label for="shared">{ home::SHARED }<span class="hint" id="shared-hint">{ home::SHARED_HINT }</span></label>
            </div>
            if props.asked == Asked::Shared {
                { question(shared_warning, home::SHARED_SURE, || Intent::SetShared(true)) }
            }
            if returning {
                <div class="actions">
                    <button class="button" data-kind="quiet" type="button" onclick={to(Asked::Clear)}>{ clear }</button>
                </div>
            }
            if props.asked == Asked::Clear {
                { question(clear_warning, home::CLEAR_SURE, || Intent::ClearDevice) }
            }
        </div>
    }
}
