//! *Masalah*: every trouble by name, with what to do about it, and why a file does not count.
//!
//! Invariant: each file that does not count stands under its one reason, and each trouble of a file under its own name;
//! where a list is cut, how much is left out is said.

use yew::prelude::*;

use super::merging;
use super::room::{Room, nothing};
use super::state::{Picture, View, Which};
use crate::domain::recap::{Entry, Line, Reason, Trouble};
use crate::format::wording::seen;
use crate::ui::markup::html;
use crate::ui::text::{masalah as words, rekap};

/// Files that are listed under one name.
const MOST: usize = 100;

/// How many files have something to be said of them.
pub fn count(view: &View) -> usize {
    let is_troubled = |line: &&Line| {
        !line.troubles.is_empty() || line.reason.as_ref().is_some_and(|why| *why != Reason::NotChosen)
    };
    let files = match view.picture(Which::Now) {
        Some(picture) => picture.recap.lines.iter().filter(is_troubled).count(),
        None => view.files(Which::Now).entries().iter().filter(|entry| entry.row().is_none()).count(),
    };
    files + view.lists.len()
}

/// The part.
pub fn part(room: &Room) -> Html {
    let picture = room.view.picture(Which::Now);
    let out = not_counted(room, Which::Now);
    let mut troubles: Vec<&Trouble> = Vec::new();
    for trouble in picture.iter().flat_map(|picture| &picture.recap.lines).flat_map(|line| &line.troubles) {
        if !troubles.iter().any(|known| known.code() == trouble.code()) {
            troubles.push(trouble);
        }
    }
    troubles.sort();
    html! {
        <div class="stack" data-gap="large">
            if let Some(picture) = picture {
                { super::room::over(room, picture) }
                if out.is_none() && troubles.is_empty() && room.view.lists.is_empty() {
                    <p>{ words::NONE }</p>
                }
                { parts(room, picture) }
            } else {
                { nothing(&room.view) }
            }
            { lists(room) }
            { out.clone().unwrap_or_default() }
            if let Some(picture) = picture.filter(|_| !troubles.is_empty()) {
                <section class="stack" data-gap="small" aria-labelledby="recap-noted">
                    <h2 id="recap-noted">{ words::NOTED }</h2>
                    { for troubles.into_iter().map(|trouble| under_trouble(room, picture, trouble)) }
                </section>
            }
        </div>
    }
}

/// The files of a collection that do not count, each under its reason; none where all do.
pub fn not_counted(room: &Room, which: Which) -> Option<Html> {
    let entries = room.view.files(which).entries();
    // Where not one file could be read, there is no instrument to reckon with: the files are named all the same.
    let reasons: Vec<(&Entry, Reason)> = match room.view.picture(which) {
        Some(picture) => {
            let lines = entries.iter().zip(&picture.recap.lines);
            lines.filter_map(|(entry, line)| Some((entry, line.reason.clone()?))).collect()
        }
        None => entries.iter().filter_map(alone).collect(),
    };
    if reasons.is_empty() {
        return None;
    }
    Some(html! {
        <section class="stack" data-gap="small" aria-labelledby="recap-out">
            <h2 id="recap-out">{ words::not_counted(reasons.len()) }</h2>
            { for by_reason(room, which, reasons) }
        </section>
    })
}

/// Why a file that cannot be read does not count, whatever else there is.
fn alone(entry: &Entry) -> Option<(&Entry, Reason)> {
    match entry {
        Entry::Row(_) => None,
        Entry::Unread(unread) => Some((entry, unread.reason())),
    }
}

/// What became of lists of units among the files.
fn lists(room: &Room) -> Html {
    let notes = &room.view.lists;
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" data-gap="small" aria-labelledby="recap-lists">
            <h2 id="recap-lists">{ words::LISTS }</h2>
            <ul>{ for notes.iter().take(MOST).map(|note| html! { <li><strong>{ note.file.clone() }</strong>{ ": " }{ note.said.clone() }</li> }) }</ul>
            { rest(notes.len()) }
        </section>
    }
}

/// Parts of one assessment are to be merged before anything of them can count.
fn parts(room: &Room, picture: &Picture) -> Html {
    if picture.recap.parts.is_empty() {
        return Html::default();
    }
    let group = |places: &Vec<usize>| {
        let rows = || places.iter().filter_map(|at| picture.collection.row(*at));
        let name = rows().next().map(rekap::office).unwrap_or_default();
        let file = |row: &crate::domain::recap::Row| {
            html! { <li key={&*row.file}>{ row.file.clone() }{ " " }{ room.opener(Which::Now, &row.file, &row.file) }</li> }
        };
        let (session, files) = (room.session.clone(), rows().map(|row| row.file.clone()).collect::<Vec<_>>());
        let merge = Callback::from(move |_: MouseEvent| {
            wasm_bindgen_futures::spawn_local(merging::merge(session.clone(), files.clone()));
        });
        html! {
            <div class="notice" data-kind="info" key={name.clone()}>
                <h3>{ words::parts(&name, places.len()) }</h3>
                <p>{ words::MERGE }</p>
                <ul>{ for rows().take(MOST).map(file) }</ul>
                <div class="actions screen">
                    <button class="button" data-kind="primary" type="button" onclick={merge}>{ words::MERGE_NOW }<span class="visually-hidden">{ " " }{ name.clone() }</span></button>
                </div>
            </div>
        }
    };
    html! {
        <section class="stack" data-gap="small" aria-labelledby="recap-parts">
            <h2 id="recap-parts">{ words::PARTS }</h2>
            { for picture.recap.parts.iter().map(group) }
        </section>
    }
}

/// A title and what to do, with the files it is about.
type Titled<'a> = ((&'static str, &'static str), Vec<(&'a Entry, Reason)>);

/// Every reason with its files; those of one title stand together.
fn by_reason(room: &Room, which: Which, mut all: Vec<(&Entry, Reason)>) -> Vec<Html> {
    all.sort_by(|one, other| one.1.cmp(&other.1));
    let told = |reason: &Reason| match reason {
        Reason::UnknownInstrument(id) if room.view.missing.contains(id) => words::NOT_LOADED,
        reason => words::reason(reason),
    };
    let mut titles: Vec<Titled<'_>> = Vec::new();
    for (entry, reason) in all {
        let told = told(&reason);
        match titles.iter_mut().find(|(known, _)| *known == told) {
            Some((_, files)) => files.push((entry, reason)),
            None => titles.push((told, vec![(entry, reason)])),
        }
    }
    let name = |id: &str| {
        room.view.rubric(id).map_or_else(|| id.to_owned(), |(rubric, _)| rubric.short_name.to_string())
    };
    let file = |(entry, reason): &(&Entry, Reason)| {
        let detail = match (entry, reason) {
            (_, Reason::UnknownInstrument(id)) => seen(id),
            (Entry::Unread(unread), _) => words::problems(&unread.problems),
            (Entry::Row(_), reason) => words::reason_detail(reason, &name),
        };
        item(room, which, entry, detail)
    };
    let one = |((title, advice), mut files): Titled<'_>| {
        // Within a title as in the collection, whatever their details.
        files.sort_by(|one, other| one.0.file().cmp(other.0.file()));
        block(title, advice, files.len(), files.iter().take(MOST).map(file).collect())
    };
    titles.into_iter().map(one).collect()
}

fn under_trouble(room: &Room, picture: &Picture, trouble: &Trouble) -> Html {
    let under = places(picture, &|line| line.troubles.iter().any(|own| own.code() == trouble.code()));
    let file = |at: &usize| {
        let entry = picture.collection.entries().get(*at)?;
        let line = picture.recap.lines.get(*at)?;
        let own = line.troubles.iter().find(|own| own.code() == trouble.code())?;
        let detail = words::trouble_detail(own, &picture.rubric, line.reason.is_some());
        Some(item(room, Which::Now, entry, detail))
    };
    let (title, advice) = words::trouble(trouble);
    block(title, advice, under.len(), under.iter().take(MOST).filter_map(file).collect())
}

fn places(picture: &Picture, wanted: &dyn Fn(&Line) -> bool) -> Vec<usize> {
    picture.recap.lines.iter().enumerate().filter(|(_, line)| wanted(line)).map(|(at, _)| at).collect()
}

fn block(title: &'static str, advice: &'static str, under: usize, files: Vec<Html>) -> Html {
    html! {
        <details class="panel recap-trouble" key={title} open=true>
            <summary>{ words::heading(title, under) }</summary>
            <div class="stack" data-gap="small">
                <p>{ advice }</p>
                <ul>{ for files }</ul>
                { rest(under) }
            </div>
        </details>
    }
}

/// A file by its name, with its office where that is known.
fn name(entry: &Entry) -> Html {
    let office = entry.row().map(rekap::office).unwrap_or_default();
    html! {
        <>
            <strong>{ entry.file().clone() }</strong>
            if !office.is_empty() {
                { " · " }{ office }
            }
        </>
    }
}

fn item(room: &Room, which: Which, entry: &Entry, detail: String) -> Html {
    html! {
        <li key={&**entry.file()}>
            { name(entry) }
            if !detail.is_empty() {
                { ": " }{ detail }
            }
            if entry.row().is_some() {
                { " " }{ room.opener(which, entry.file(), entry.file()) }
            }
        </li>
    }
}

/// How much of a list is left out.
fn rest(count: usize) -> Html {
    if count > MOST {
        html! { <p>{ words::rest(count - MOST) }</p> }
    } else {
        Html::default()
    }
}
