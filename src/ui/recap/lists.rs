//! *Daftar unit*: which offices there are, which of them are assessed, and whose file is still awaited.
//!
//! Invariant: nothing is taken off the list without a way back.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::room::{Room, cards, cell, head, pager, ticked};
use super::session::Session;
use super::state::{Act, Kept, View, Which};
use super::values;
use crate::domain::Text;
use crate::domain::recap::units::{Listed, MAX_SCENARIOS, MAX_UNITS, Sent, UnitList, UnitsEdit};
use crate::domain::recap::{OfficeKey, plain};
use crate::edge::{clock, files, ids};
use crate::format::recap::units;
use crate::ui::components::actions::{picked, select};
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::{common, daftar as words, rekap};

/// Units of a page.
const EACH: usize = 100;
/// Units that are named whose files cannot be read.
const MOST_UNREAD: usize = 50;

/// The part.
pub fn part(room: &Room) -> Html {
    let view = &room.view;
    let list = &view.units;
    let sent = view.come().map(|come| come.sent.as_slice());
    let ticked: BTreeSet<&Text> = list.lokus.iter().collect();
    let at = view.look.units.min(list.units.len().saturating_sub(1) / EACH);
    let shown = list.units.iter().enumerate().skip(at * EACH).take(EACH);
    let lines = shown.map(|(at, unit)| {
        line(room, unit, ticked.contains(&unit.id), sent.and_then(|sent| sent.get(at)).copied())
    });
    let add = {
        let (pasted, list) = (view.pasted.clone(), list.clone());
        let session = room.session.clone();
        Callback::from(move |_: MouseEvent| {
            put(&session, read(&pasted, &list.units, &|| ids::fresh_id().into()));
            session.tell(Act::Pasted(Text::default()));
        })
    };
    let tick_all = |on: bool| room.on(move |_: MouseEvent| Act::Units(vec![UnitsEdit::TickAll(on)]));
    let idle = view.past.is_empty().then_some("true");
    let copy = list.clone();
    html! {
        <div class="stack" data-gap="large">
            <section class="stack" data-gap="small" aria-labelledby="recap-list">
                <h2 id="recap-list">{ words::LIST }</h2>
                <p class="measure">{ words::LIST_HINT }</p>
                { kept(view.kept) }
                <div class="recap-filters">
                    { Field::new("recap-pemda".to_owned(), words::PEMDA_NAME, &list.pemda, room.on(|name| Act::Units(vec![UnitsEdit::Pemda(name)]))).view() }
                </div>
                { Field::new("recap-add".to_owned(), words::ADD, &view.pasted, room.on(Act::Pasted)).long().guarded().hint(words::ADD_HINT).view() }
                <div class="actions screen">
                    <button class="button" data-kind="primary" type="button" onclick={add}>{ words::ADD_NOW }</button>
                    { unlisted(room) }
                    <button class="button" type="button" onclick={room.hand_out(words::LIST_NAME.to_owned(), move || stamped(&copy))}>{ words::SAVE_LIST }</button>
                    if *view.units != UnitList::default() {
                        <button class="button" type="button" onclick={room.on(|_: MouseEvent| Act::Replaced(UnitList::default()))}>{ words::EMPTY_LIST }</button>
                    }
                    <button class="button" type="button" onclick={room.on(|_: MouseEvent| Act::Undone)} aria-disabled={idle}>{ common::UNDO }</button>
                </div>
                <p class="hint">{ words::OPEN_LIST_HINT }</p>
            </section>
            if !list.units.is_empty() {
                <section class="stack" data-gap="small">
                    <h2 id="recap-lokus">{ words::lokus(list.ticked(&list.lokus).len(), list.units.len()) }</h2>
                    { awaited(room, sent) }
                    <div class="actions screen">
                        <button class="button" type="button" onclick={tick_all(true)}>{ words::TICK_ALL }</button>
                        <button class="button" type="button" onclick={tick_all(false)}>{ words::TICK_NONE }</button>
                    </div>
                    { cards("recap-lokus", words::LIST_COLUMNS.into_iter().map(head).collect(), html! { <tbody role="rowgroup">{ for lines }</tbody> }) }
                    { pager(room, list.units.len(), EACH, at, |look, page| look.units = page) }
                </section>
                { scenarios(room) }
            }
            { values::section(room) }
        </div>
    }
}

/// The list as a file, with the time at which it is handed out.
fn stamped(list: &UnitList) -> String {
    units::encode(&UnitList { updated_at: clock::now().iso.into(), ..list.clone() })
}

/// Where the list is, where that is not this device.
fn kept(kept: Kept) -> Html {
    match kept {
        Kept::Device => html! { <p class="hint">{ words::KEPT }</p> },
        Kept::Tab => html! { <p class="notice" data-kind="problem">{ words::KEPT_NOT }</p> },
        Kept::Shared => html! { <p class="notice" data-kind="info">{ words::KEPT_SHARED }</p> },
    }
}

/// Units from pasted lines, as a table is copied from a spreadsheet: name, what it is part of, its products, whether it
/// has minimum standards. A line of headings and what is on the list already is left out, and so are running numbers.
fn read(text: &str, known: &[Listed], fresh: &dyn Fn() -> Text) -> Vec<Listed> {
    let mut units: Vec<Listed> = Vec::new();
    let mut names: BTreeSet<String> = known.iter().map(|unit| plain(&unit.name)).collect();
    for line in text.lines() {
        // Where tabs part the cells, a semicolon belongs to what is written in one.
        let tabbed = line.contains('\t');
        let parts = |letter: char| letter == '\t' || (letter == ';' && !tabbed);
        let cells: Vec<&str> = line.split(parts).map(str::trim).collect();
        let numbered = cells.len() > 1 && cells.first().is_some_and(|cell| is_running(cell));
        let mut cells = cells.into_iter().skip(usize::from(numbered));
        let mut next = || cells.next().unwrap_or_default();
        let (name, parent, products, spm) = (unnumbered(next()), next(), next(), next());
        let told = plain(name);
        if told.is_empty() || words::HEADINGS.contains(&&*told) || !names.insert(told) {
            continue;
        }
        units.push(Listed {
            id: fresh(),
            name: name.into(),
            parent: parent.into(),
            products: products
                .split([',', ';'])
                .map(str::trim)
                .filter(|one| !one.is_empty())
                .map(Text::from)
                .collect(),
            spm: words::spm_of(spm),
            ..Listed::default()
        });
    }
    units
}

/// Whether a cell is a running number, or the heading above such numbers.
fn is_running(cell: &str) -> bool {
    let bare = cell.trim_end_matches(['.', ')']);
    let number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    number || plain(cell) == "no" || plain(cell) == "nomor"
}

/// A name without the number before it: `1. Dinas Sosial`.
fn unnumbered(name: &str) -> &str {
    match name.split_once(' ') {
        Some((number, rest)) if number.ends_with(['.', ')']) && is_running(number) => rest.trim_start(),
        _ => name,
    }
}

/// Puts new units on the list, and says for how many there was room.
fn put(session: &Session, new: Vec<Listed>) {
    let room = MAX_UNITS.saturating_sub(session.view().units.units.len());
    let over = new.len().saturating_sub(room);
    session.tell(Act::Told(words::added(new.len() - over, over).into()));
    session.tell(Act::Units(vec![UnitsEdit::Add(new)]));
}

/// A button that puts offices on the list whose files are here.
fn unlisted(room: &Room) -> Html {
    let Some((picture, come)) = room.view.picture(Which::Now).zip(room.view.come()) else {
        return Html::default();
    };
    let new: Vec<Listed> = come
        .unlisted
        .iter()
        .filter_map(|at| picture.collection.row(*at))
        .filter(|row| !row.name.trim().is_empty())
        .map(|row| Listed { name: row.name.clone(), kind: row.kind.clone(), ..Listed::default() })
        .collect();
    if new.is_empty() {
        return Html::default();
    }
    let count = new.len();
    let session = room.session.clone();
    let add = Callback::from(move |_: MouseEvent| {
        let with_id = |unit: &Listed| Listed { id: ids::fresh_id().into(), ..unit.clone() };
        put(&session, new.iter().map(with_id).collect());
    });
    html! { <button class="button" type="button" onclick={add}>{ words::add_from_files(count) }</button> }
}

/// Whose files have not come.
fn awaited(room: &Room, sent: Option<&[Sent]>) -> Html {
    let list = &room.view.units;
    let ticked: BTreeSet<&Text> = list.ticked(&list.lokus).into_iter().map(|unit| &unit.id).collect();
    let (mut names, mut unread, mut total) = (Vec::new(), Vec::new(), 0);
    for (at, unit) in list.units.iter().enumerate() {
        if !ticked.is_empty() && !ticked.contains(&unit.id) {
            continue;
        }
        total += 1;
        match sent.and_then(|sent| sent.get(at)) {
            None | Some(Sent::Nothing) => names.push(unit.name.clone()),
            Some(Sent::Unread(_)) => unread.push(unit.name.to_string()),
            Some(Sent::Counted(_) | Sent::NotCounted(_)) => {}
        }
    }
    let count = unread.len();
    unread.truncate(MOST_UNREAD);
    let unread = html! {
        if count > 0 {
            <p>{ words::unread(&rekap::names(&unread, count), count) }{ " " }<a href="#/rekap/masalah">{ rekap::TO_TROUBLES }</a></p>
        }
    };
    if names.is_empty() {
        return html! { <>if count == 0 { <p>{ words::all_sent(total, !ticked.is_empty()) }</p> }{ unread }</> };
    }
    let text = words::reminder(&names);
    let (root, session) = (room.root.clone(), room.session.clone());
    let copy = Callback::from(move |_: MouseEvent| {
        let (root, session, text) = (root.clone(), session.clone(), text.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let done = files::copy(&root, &text).await.is_ok();
            session.tell(Act::Told(if done { words::COPIED } else { words::COPY_BLOCKED }.into()));
        });
    });
    html! {
        <>
        { unread }
        <details class="screen">
            <summary>{ words::awaited(names.len(), total, !ticked.is_empty()) }</summary>
            <div class="stack" data-gap="small">
                <ul>{ for names.iter().take(500).map(|name| html! { <li key={&**name}>{ name.clone() }</li> }) }</ul>
                <button class="button" type="button" onclick={copy}>{ words::COPY_AWAITED }</button>
            </div>
        </details>
        </>
    }
}

fn line(room: &Room, unit: &Listed, is_ticked: bool, sent: Option<Sent>) -> Html {
    let (id, open) = (unit.id.clone(), room.view.opened == unit.id);
    let tick = {
        let id = id.clone();
        room.on(move |event: Event| Act::Units(vec![UnitsEdit::Tick(id.clone(), ticked(&event))]))
    };
    let box_id = format!("lokus-{id}");
    let to = if open { Text::default() } else { id.clone() };
    let [lokus, _, parent, products, spm, file, change] = words::LIST_COLUMNS;
    html! {
        <tr role="row" key={&*unit.id}>
            { cell(lokus, Some("recap-tick"), html! {
                <div class="check">
                    <input type="checkbox" id={box_id.clone()} checked={is_ticked} onchange={tick} />
                    <label for={box_id}><span class="visually-hidden">{ words::tick(&unit.name) }</span></label>
                </div>
            }) }
            <th role="rowheader" scope="row">
                { unit.name.clone() }
                if open {
                    { fields(room, unit) }
                }
            </th>
            { cell(parent, None, html! { { unit.parent.clone() } }) }
            { cell(products, None, html! { { unit.products.join(", ") } }) }
            { cell(spm, None, html! { { words::spm(unit.spm) } }) }
            { cell(file, None, html! { { words::sent(sent) } }) }
            { cell(change, None, html! {
                <button class="button screen" data-kind="quiet" type="button" aria-expanded={if open { "true" } else { "false" }} onclick={room.on(move |_: MouseEvent| Act::Opened(to.clone()))}>
                    { words::CHANGE }<span class="visually-hidden">{ " " }{ unit.name.clone() }</span>
                </button>
            }) }
        </tr>
    }
}

fn fields(room: &Room, unit: &Listed) -> Html {
    let write = |change: fn(&mut Listed, Text)| {
        let unit = unit.clone();
        room.on(move |text: Text| {
            let mut unit = unit.clone();
            change(&mut unit, text);
            Act::Units(vec![UnitsEdit::Put(unit)])
        })
    };
    let products = Text::from(unit.products.join("\n"));
    let remove = {
        let id = unit.id.clone();
        room.on(move |_: MouseEvent| Act::Units(vec![UnitsEdit::Remove(id.clone())]))
    };
    let spm = write(|unit, given| unit.spm = picked(&[None, Some(true), Some(false)], &given));
    let at = unit.spm.map_or(0, |spm| if spm { 1 } else { 2 });
    html! {
        <div class="stack recap-fields" data-gap="small">
            { Field::new("unit-name".to_owned(), words::UNIT_NAME, &unit.name, write(|unit, text| unit.name = text)).view() }
            { Field::new("unit-parent".to_owned(), words::UNIT_PARENT, &unit.parent, write(|unit, text| unit.parent = text)).view() }
            { Field::new("unit-products".to_owned(), words::UNIT_PRODUCTS, &products, write(|unit, text| unit.products = text.lines().map(Text::from).collect())).long().view() }
            { select("unit-spm", words::UNIT_SPM, &words::SPM, at, &spm) }
            <button class="button" data-kind="danger" type="button" onclick={remove}>{ words::REMOVE }<span class="visually-hidden">{ " " }{ unit.name.clone() }</span></button>
        </div>
    }
}

/// Sets of ticks by name.
fn scenarios(room: &Room) -> Html {
    let view = &room.view;
    let list = &view.units;
    let keep = {
        let (name, list, session) = (view.scenario.clone(), list.clone(), room.session.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = name.trim();
            if list.ticked(&list.lokus).is_empty() {
                session.tell(Act::Told(words::SCENARIO_EMPTY.into()));
            } else if !name.is_empty() {
                let known = list.scenarios.iter().find(|own| plain(&own.name) == plain(name));
                if known.is_none() && list.scenarios.len() >= MAX_SCENARIOS {
                    return session.tell(Act::Told(words::scenarios_full().into()));
                }
                let id = known.map_or_else(|| ids::fresh_id().into(), |known| known.id.clone());
                session.tell(Act::Units(vec![UnitsEdit::Save(id, name.into())]));
                session.tell(Act::Named(Text::default()));
            }
        })
    };
    html! {
        <section class="stack" data-gap="small" aria-labelledby="recap-scenarios">
            <h2 id="recap-scenarios">{ words::SCENARIOS }</h2>
            <p class="measure">{ words::SCENARIOS_HINT }</p>
            <form class="recap-filters screen" onsubmit={keep}>
                { Field::new("recap-scenario".to_owned(), words::SCENARIO_NAME, &view.scenario, room.on(Act::Named)).view() }
                <button class="button" type="submit">{ words::SCENARIO_KEEP }</button>
            </form>
            <ul class="plain stack" data-gap="small">
                { for list.scenarios.iter().map(|scenario| {
                    let (take, forget) = (scenario.id.clone(), scenario.id.clone());
                    let named = || html! { <span class="visually-hidden">{ " " }{ scenario.name.clone() }</span> };
                    html! {
                        <li key={&*scenario.id} class="actions">
                            <span>{ words::scenario(&scenario.name, list.ticked(&scenario.lokus).len()) }</span>
                            <button class="button" type="button" aria-pressed={if scenario.lokus == list.lokus { "true" } else { "false" }} onclick={room.on(move |_: MouseEvent| Act::Units(vec![UnitsEdit::Take(take.clone())]))}>{ words::SCENARIO_TAKE }{ named() }</button>
                            <button class="button" data-kind="quiet" type="button" onclick={room.on(move |_: MouseEvent| Act::Units(vec![UnitsEdit::Forget(forget.clone())]))}>{ words::REMOVE }{ named() }</button>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// The offices of a set of ticks, as they are told in a collection.
pub fn keys_of(view: &View, lokus: &[Text], which: Which) -> Option<Vec<OfficeKey>> {
    let ticked = view.units.ticked(lokus);
    (!ticked.is_empty()).then(|| view.units.told(view.files(which), &ticked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_become_units_once_each() {
        let known = [Listed { name: "Dukcapil".into(), ..Listed::default() }];
        let text = "Nama\tInduk\tProduk\tSPM\nDinas Sosial\t\tBantuan, santunan\tya\n\n RSUD ;Dinas Kesehatan;Rawat jalan;TIDAK\ndinas  sosial\n;x\nDUKCAPIL";
        let units = read(text, &known, &|| "u".into());
        let names: Vec<&str> = units.iter().map(|unit| &*unit.name).collect();
        assert_eq!(names, ["Dinas Sosial", "RSUD"]);
        assert_eq!(units.iter().map(|unit| unit.spm).collect::<Vec<_>>(), [Some(true), Some(false)]);
        assert_eq!(units[0].products, ["Bantuan".into(), "santunan".into()]);
        assert_eq!(&*units[1].parent, "Dinas Kesehatan");
    }
}
