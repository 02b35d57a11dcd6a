//! *Daftar unit*: which offices there are, which of them are assessed, and whose file is still awaited.
//!
//! Invariant: nothing is taken off the list without a way back.

use yew::prelude::*;

use super::room::{Room, pager, ticked};
use super::state::{Act, Kept, View, Which};
use super::values;
use crate::domain::Text;
use crate::domain::recap::units::{Listed, Sent, UnitList, UnitsEdit};
use crate::domain::recap::{OfficeKey, plain};
use crate::edge::{clock, files, ids};
use crate::format::recap::units;
use crate::ui::components::actions::{picked, select};
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::{common, daftar as words};

/// Units of a page.
const EACH: usize = 100;

/// The part.
pub fn part(room: &Room) -> Html {
    let view = &room.view;
    let list = &view.units;
    let sent = view.picture(Which::Now).map(|picture| list.sent(&picture.collection, &picture.recap));
    let at = view.look.units.min(list.units.len().saturating_sub(1) / EACH);
    let shown = list.units.iter().enumerate().skip(at * EACH).take(EACH);
    let lines =
        shown.map(|(at, unit)| line(room, unit, sent.as_ref().and_then(|sent| sent.get(at)).copied()));
    let add = {
        let (pasted, list) = (view.pasted.clone(), list.clone());
        let session = room.session.clone();
        Callback::from(move |_: MouseEvent| {
            let new = read(&pasted, &list.units, &|| ids::fresh_id().into());
            session.tell(Act::Told(words::added(new.len()).into()));
            session.tell(Act::Units(new.into_iter().map(UnitsEdit::Put).collect()));
            session.tell(Act::Pasted(Text::default()));
        })
    };
    let tick_all = |on: bool| {
        let ids: Vec<Text> = list.units.iter().map(|unit| unit.id.clone()).collect();
        room.on(move |_: MouseEvent| {
            Act::Units(ids.iter().map(|id| UnitsEdit::Tick(id.clone(), on)).collect())
        })
    };
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
                    <h2 id="recap-lokus">{ words::lokus(list.lokus.len(), list.units.len()) }</h2>
                    { awaited(room, sent.as_deref()) }
                    <div class="actions screen">
                        <button class="button" type="button" onclick={tick_all(true)}>{ words::TICK_ALL }</button>
                        <button class="button" type="button" onclick={tick_all(false)}>{ words::TICK_NONE }</button>
                    </div>
                    <div class="scroll" role="region" aria-labelledby="recap-lokus" tabindex="0">
                        <table class="recap-table recap-list">
                            <thead><tr>{ for words::LIST_COLUMNS.into_iter().map(|head| html! { <th scope="col" key={head}>{ head }</th> }) }</tr></thead>
                            <tbody>{ for lines }</tbody>
                        </table>
                    </div>
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
    for line in text.lines() {
        // Where tabs part the cells, a semicolon belongs to what is written in one.
        let tabbed = line.contains('\t');
        let parts = |letter: char| letter == '\t' || (letter == ';' && !tabbed);
        let cells: Vec<&str> = line.split(parts).map(str::trim).collect();
        let numbered = cells.len() > 1 && cells.first().is_some_and(|cell| is_running(cell));
        let mut cells = cells.into_iter().skip(usize::from(numbered));
        let mut next = || cells.next().unwrap_or_default();
        let (name, parent, products, spm) = (unnumbered(next()), next(), next(), next());
        let is_name = |unit: &Listed| plain(&unit.name) == plain(name);
        let heading = words::HEADINGS.contains(&&*plain(name));
        if plain(name).is_empty() || heading || known.iter().chain(&units).any(is_name) {
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

/// A button that puts offices on the list whose files are here.
fn unlisted(room: &Room) -> Html {
    let Some(picture) = room.view.picture(Which::Now) else { return Html::default() };
    let new: Vec<Listed> = room
        .view
        .units
        .unlisted(&picture.collection, &picture.recap)
        .into_iter()
        .filter_map(|at| picture.collection.row(at))
        .filter(|row| !row.name.trim().is_empty())
        .map(|row| Listed { name: row.name.clone(), kind: row.kind.clone(), ..Listed::default() })
        .collect();
    if new.is_empty() {
        return Html::default();
    }
    let count = new.len();
    let add = room.on(move |_: MouseEvent| {
        let with_id = |unit: &Listed| UnitsEdit::Put(Listed { id: ids::fresh_id().into(), ..unit.clone() });
        Act::Units(new.iter().map(with_id).collect())
    });
    html! { <button class="button" type="button" onclick={add}>{ words::add_from_files(count) }</button> }
}

/// Whose files have not come.
fn awaited(room: &Room, sent: Option<&[Sent]>) -> Html {
    let list = &room.view.units;
    let wanted = |unit: &Listed| list.lokus.is_empty() || list.lokus.contains(&unit.id);
    let all = list.units.iter().enumerate().filter(|(_, unit)| wanted(unit));
    let is_awaited = |at: usize| sent.is_none_or(|sent| sent.get(at) == Some(&Sent::Nothing));
    let names: Vec<Text> =
        all.clone().filter(|(at, _)| is_awaited(*at)).map(|(_, unit)| unit.name.clone()).collect();
    let total = all.count();
    if names.is_empty() {
        return html! { <p>{ words::all_sent(total) }</p> };
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
        <details class="screen">
            <summary>{ words::awaited(names.len(), total) }</summary>
            <div class="stack" data-gap="small">
                <ul>{ for names.iter().take(500).map(|name| html! { <li key={&**name}>{ name.clone() }</li> }) }</ul>
                <button class="button" type="button" onclick={copy}>{ words::COPY_AWAITED }</button>
            </div>
        </details>
    }
}

fn line(room: &Room, unit: &Listed, sent: Option<Sent>) -> Html {
    let list = &room.view.units;
    let (id, open) = (unit.id.clone(), room.view.opened == unit.id);
    let tick = {
        let id = id.clone();
        room.on(move |event: Event| Act::Units(vec![UnitsEdit::Tick(id.clone(), ticked(&event))]))
    };
    let box_id = format!("lokus-{id}");
    let to = if open { Text::default() } else { id.clone() };
    html! {
        <tr key={&*unit.id}>
            <td>
                <div class="check">
                    <input type="checkbox" id={box_id.clone()} checked={list.lokus.contains(&unit.id)} onchange={tick} />
                    <label for={box_id}><span class="visually-hidden">{ words::tick(&unit.name) }</span></label>
                </div>
            </td>
            <th scope="row">
                { unit.name.clone() }
                if open {
                    { fields(room, unit) }
                }
            </th>
            <td>{ unit.parent.clone() }</td>
            <td>{ unit.products.join(", ") }</td>
            <td>{ words::spm(unit.spm) }</td>
            <td>{ words::sent(sent) }</td>
            <td>
                <button class="button screen" data-kind="quiet" type="button" aria-expanded={if open { "true" } else { "false" }} onclick={room.on(move |_: MouseEvent| Act::Opened(to.clone()))}>
                    { words::CHANGE }<span class="visually-hidden">{ " " }{ unit.name.clone() }</span>
                </button>
            </td>
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
            if !name.is_empty() {
                let known = list.scenarios.iter().find(|own| plain(&own.name) == plain(name));
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
                            <span>{ words::scenario(&scenario.name, scenario.lokus.len()) }</span>
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
    let mut list = (*view.units).clone();
    list.lokus = lokus.to_vec();
    list.chosen(view.files(which))
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
