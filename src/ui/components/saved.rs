//! Assessments kept on this device.
//!
//! Invariant: what cannot be read is listed too, and can be downloaded as it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::state::Saved;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{home, number};

/// What [`saved_list`] is given.
pub struct SavedListProps {
    /// What is kept, newest first.
    pub saved: Rc<Vec<Saved>>,
    /// All instruments, for their names.
    pub catalog: Rc<Vec<Entry>>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The list, newest first.
pub fn saved_list(props: &SavedListProps) -> Html {
    html! {
        <ul class="plain stack">
            { for props.saved.iter().enumerate().map(|(at, saved)| one(props, saved, at == 0)) }
        </ul>
    }
}

fn one(props: &SavedListProps, saved: &Saved, first: bool) -> Html {
    let entry = props.catalog.iter().find(|entry| entry.id == saved.rubric);
    let rubric = entry.map_or_else(|| saved.rubric.clone(), |entry| entry.short_name.clone());
    let title = title(saved, &rubric);
    let ask = |intent: fn(Text) -> Intent| {
        let id = saved.id.clone();
        props.ask.reform(move |_: MouseEvent| intent(id.clone()))
    };
    let named = html! { <span class="visually-hidden">{ " " }{ title.clone() }</span> };
    let quiet = |word: &'static str, intent: fn(Text) -> Intent| {
        html! { <button class="button" data-kind="quiet" type="button" onclick={ask(intent)}>{ word }{ named.clone() }</button> }
    };
    let kind = first.then_some("primary");
    html! {
        <li class="draft" key={&*saved.id}>
            <div>
                <h3>{ title.clone() }</h3>
                <p class="hint">{ home::changed(&rubric, &number::date(&saved.at)) }</p>
            </div>
            if saved.unreadable {
                <p>{ home::UNREADABLE }</p>
                <div class="actions">
                    { quiet(home::DOWNLOAD, Intent::DownloadSaved) }
                    { quiet(home::REMOVE, Intent::Remove) }
                </div>
            } else {
                <p>{ home::kept(saved.answers) }</p>
                <div class="actions">
                    <button class="button" data-kind={kind} type="button" onclick={ask(Intent::OpenSaved)}>
                        { if first { home::CONTINUE } else { home::OPEN } }{ named.clone() }
                    </button>
                    { quiet(home::DUPLICATE, Intent::Duplicate) }
                    { quiet(home::NEXT_YEAR, Intent::CarryOver) }
                    { quiet(home::DOWNLOAD, Intent::DownloadSaved) }
                    { quiet(home::REMOVE, Intent::Remove) }
                </div>
            }
        </li>
    }
}

fn title(saved: &Saved, rubric: &str) -> String {
    let unit = if saved.unit.is_empty() { rubric } else { &saved.unit };
    saved.year.map_or_else(|| unit.to_owned(), |year| format!("{unit} · {year}"))
}
