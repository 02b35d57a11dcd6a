//! *Masalah*: every trouble by name, with what to do about it, and why a file does not count.
//!
//! Invariant: each file that does not count stands under its one reason, and each trouble of a file under its own name;
//! where a list is cut, how much is left out is said.

use yew::prelude::*;

use super::room::{Room, nothing};
use super::state::{Picture, Which};
use crate::domain::recap::{Entry, Line, Reason, Trouble};
use crate::ui::markup::html;
use crate::ui::text::{masalah as words, rekap};

/// Files that are listed under one name.
const MOST: usize = 100;

/// How many files have something to be said of them.
pub fn count(picture: &Picture) -> usize {
    let is_troubled = |line: &&Line| {
        !line.troubles.is_empty() || line.reason.as_ref().is_some_and(|why| *why != Reason::NotChosen)
    };
    picture.recap.lines.iter().filter(is_troubled).count()
}

/// The part.
pub fn part(room: &Room) -> Html {
    let Some(picture) = room.view.picture(Which::Now) else {
        return unread_only(room);
    };
    let lines = &picture.recap.lines;
    let mut reasons: Vec<&Reason> = Vec::new();
    let mut troubles: Vec<&Trouble> = Vec::new();
    for line in lines {
        if let Some(reason) =
            line.reason.as_ref().filter(|own| !reasons.iter().any(|known| known.code() == own.code()))
        {
            reasons.push(reason);
        }
        for trouble in &line.troubles {
            if !troubles.iter().any(|known| known.code() == trouble.code()) {
                troubles.push(trouble);
            }
        }
    }
    reasons.sort();
    troubles.sort();
    html! {
        <div class="stack" data-gap="large">
            { super::room::over(room, picture) }
            if reasons.is_empty() && troubles.is_empty() {
                <p>{ words::NONE }</p>
            }
            { parts(room, picture) }
            if !reasons.is_empty() {
                <section class="stack" data-gap="small" aria-labelledby="recap-out">
                    <h2 id="recap-out">{ words::not_counted(picture.recap.not_counted()) }</h2>
                    { for reasons.into_iter().map(|reason| under_reason(room, picture, reason)) }
                </section>
            }
            if !troubles.is_empty() {
                <section class="stack" data-gap="small" aria-labelledby="recap-noted">
                    <h2 id="recap-noted">{ words::NOTED }</h2>
                    { for troubles.into_iter().map(|trouble| under_trouble(room, picture, trouble)) }
                </section>
            }
        </div>
    }
}

/// Where not one file could be read, there is no instrument to reckon with: the files are named all the same.
fn unread_only(room: &Room) -> Html {
    let entries = room.view.files(Which::Now).entries();
    let line = |entry: &Entry| match entry {
        Entry::Unread(unread) => {
            html! { <li key={&*unread.file}>{ unread.file.clone() }{ ": " }{ words::problems(&unread.problems) }</li> }
        }
        Entry::Row(row) => html! { <li key={&*row.file}>{ row.file.clone() }</li> },
    };
    html! {
        <>
            { nothing(&room.view) }
            if !entries.is_empty() {
                <ul>{ for entries.iter().take(MOST).map(line) }</ul>
                { rest(entries.len()) }
            }
        </>
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
        html! {
            <div class="notice" data-kind="info" key={name.clone()}>
                <h3>{ words::parts(&name, places.len()) }</h3>
                <p>{ words::MERGE }</p>
                <ul>{ for rows().take(MOST).map(file) }</ul>
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

fn under_reason(room: &Room, picture: &Picture, reason: &Reason) -> Html {
    let under: Vec<usize> =
        places(picture, &|line| line.reason.as_ref().is_some_and(|own| own.code() == reason.code()));
    let file = |at: &usize| {
        let entry = picture.collection.entries().get(*at)?;
        let own = picture.recap.lines.get(*at)?.reason.as_ref()?;
        let name = |id: &str| {
            room.view.library.get(id).map_or_else(|| id.to_owned(), |rubric| rubric.short_name.to_string())
        };
        let detail = match entry {
            Entry::Unread(unread) => words::problems(&unread.problems),
            Entry::Row(_) => words::reason_detail(own, &name),
        };
        Some(item(room, entry, detail))
    };
    let (title, advice) = words::reason(reason);
    block(title, advice, &under, under.iter().take(MOST).filter_map(file).collect())
}

fn under_trouble(room: &Room, picture: &Picture, trouble: &Trouble) -> Html {
    let under = places(picture, &|line| line.troubles.iter().any(|own| own.code() == trouble.code()));
    let file = |at: &usize| {
        let entry = picture.collection.entries().get(*at)?;
        let line = picture.recap.lines.get(*at)?;
        let own = line.troubles.iter().find(|own| own.code() == trouble.code())?;
        let detail = words::trouble_detail(own, &picture.rubric, line.reason.is_some());
        Some(item(room, entry, detail))
    };
    let (title, advice) = words::trouble(trouble);
    block(title, advice, &under, under.iter().take(MOST).filter_map(file).collect())
}

fn places(picture: &Picture, wanted: &dyn Fn(&Line) -> bool) -> Vec<usize> {
    picture.recap.lines.iter().enumerate().filter(|(_, line)| wanted(line)).map(|(at, _)| at).collect()
}

fn block(title: &'static str, advice: &'static str, under: &[usize], files: Vec<Html>) -> Html {
    html! {
        <details class="panel recap-trouble" key={title} open=true>
            <summary>{ words::heading(title, under.len()) }</summary>
            <div class="stack" data-gap="small">
                <p>{ advice }</p>
                <ul>{ for files }</ul>
                { rest(under.len()) }
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

fn item(room: &Room, entry: &Entry, detail: String) -> Html {
    html! {
        <li key={&**entry.file()}>
            { name(entry) }
            if !detail.is_empty() {
                { ": " }{ detail }
            }
            if entry.row().is_some() {
                { " " }{ room.opener(Which::Now, entry.file(), entry.file()) }
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
