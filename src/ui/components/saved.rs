//! Assessments kept on this device.
//!
//! Invariant: what cannot be read is listed too, and can be downloaded as it is.

use yew::prelude::*;

use crate::domain::Text;
use crate::format::wording::seen;
use crate::state::Saved;
use crate::ui::components::home::HomeProps;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi, home, number};

/// The list, newest first, and what was just removed from it.
pub fn saved_list(props: &HomeProps) -> Html {
    let back = props.ask.reform(|_: MouseEvent| Intent::BringBack);
    html! {
        <>
            <div class="removed" role="status">
                if let Some(removed) = &props.removed {
                    <p><strong>{ home::REMOVED }{ " " }{ title(props, &removed.saved) }</strong>{ " " }{ home::REMOVED_HELP }</p>
                    <button class="button" type="button" onclick={back}>{ home::BRING_BACK }</button>
                }
            </div>
            <ul class="plain stack">
                { for props.saved.iter().enumerate().map(|(at, saved)| one(props, saved, at == 0)) }
            </ul>
        </>
    }
}

fn one(props: &HomeProps, saved: &Saved, first: bool) -> Html {
    let title = title(props, saved);
    let ask = |intent: fn(Text) -> Intent| {
        let id = saved.id.clone();
        props.ask.reform(move |_: MouseEvent| intent(id.clone()))
    };
    let action = |kind: Option<&'static str>, word: &'static str, intent: fn(Text) -> Intent| {
        html! {
            <button class="button" data-kind={kind} type="button" onclick={ask(intent)}>
                { word }<span class="visually-hidden">{ " " }{ title.clone() }</span>
            </button>
        }
    };
    let quiet = Some("quiet");
    html! {
        <li class="draft" key={&*saved.id}>
            <div>
                <h2>
                    { title.clone() }
                    if saved.example {
                        { " " }<span class="tag">{ home::EXAMPLE_TAG }</span>
                    }
                </h2>
                <p class="hint">{ home::changed(&seen(rubric(props, saved)), &number::date(&saved.at), &number::clock(&saved.at)) }</p>
            </div>
            if saved.unreadable {
                <p>{ home::UNREADABLE }</p>
            } else {
                <p>{ home::kept(saved.progress, saved.full) }</p>
            }
            <div class="actions">
                if !saved.unreadable {
                    { action(first.then_some("primary"), if first { home::CONTINUE } else { home::OPEN }, Intent::OpenSaved) }
                    if saved.share.is_empty() {
                        { action(quiet, home::DUPLICATE, Intent::Duplicate) }
                        { action(quiet, home::NEXT_YEAR, Intent::CarryOver) }
                    }
                }
                { action(quiet, home::DOWNLOAD, Intent::DownloadSaved) }
                { action(quiet, home::REMOVE, Intent::Remove) }
            </div>
        </li>
    }
}

/// What the instrument is called; its id where it is none of those at hand.
fn rubric<'a>(props: &'a HomeProps, saved: &'a Saved) -> &'a str {
    let mut all = props.catalog.iter().chain(props.own.iter());
    let entry = all.find(|entry| entry.id == saved.rubric);
    entry.map_or(&saved.rubric, |entry| &entry.short_name)
}

fn title(props: &HomeProps, saved: &Saved) -> String {
    let unit = if saved.unit.is_empty() { rubric(props, saved) } else { &saved.unit };
    let share = if saved.share.is_empty() { String::new() } else { bagi::share(&saved.share) + " · " };
    let unit = seen(&(share + unit));
    match saved.year {
        Some(year) => format!("{unit} · {year}"),
        None => unit,
    }
}
