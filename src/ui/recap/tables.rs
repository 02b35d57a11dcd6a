//! The offices that count and their answers, as files for spreadsheets.
//!
//! Invariant: every office that counts is in the file; what is too much for a workbook in a browser is said, not tried.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::room::Room;
use super::state::{Act, Picture};
use crate::domain::Text;
use crate::edge::files::{self, WORKBOOK};
use crate::edge::root::Root;
use crate::edge::{clock, module};
use crate::format::sheet::{Book, csv, port, units, wire};
use crate::ui::markup::html;
use crate::ui::text::{rekap as words, transfer};

/// Most lines of a workbook: the browser holds all of them several times over while it is made.
const MOST_LINES: usize = 50_000;

/// A button for each kind of file that can be made here.
pub fn buttons(room: &Room, picture: &Rc<Picture>) -> Vec<Html> {
    let mut buttons = Vec::new();
    for (ending, name) in [(port::XLSX, words::EXPORT_EXCEL), (port::CSV, words::EXPORT_CSV)] {
        if ending == port::XLSX && cfg!(feature = "whole") {
            continue;
        }
        let (room, picture) = (room.clone(), picture.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (room, picture) = (room.clone(), picture.clone());
            spawn_local(async move {
                let told = handed_out(&room.root, &picture, ending).await;
                room.session.tell(Act::Told(told));
            });
        });
        buttons.push(html! { <button class="button" type="button" {onclick} key={ending}>{ name }</button> });
    }
    buttons
}

/// Hands a file to the browser; what is to be said of it.
async fn handed_out(root: &Root, picture: &Picture, ending: &'static str) -> Text {
    let rows: Vec<_> = picture.recap.counted.iter().filter_map(|at| picture.collection.row(*at)).collect();
    let book = units(&picture.rubric, &rows);
    let lines: usize = book.sheets.iter().map(|sheet| sheet.lines.len()).sum();
    if ending == port::XLSX && lines > MOST_LINES {
        return words::TOO_MANY_LINES.into();
    }
    let (made, mime) = match ending {
        port::CSV => (Some(csv::write(&book).into_bytes()), "text/csv"),
        _ => (workbook(root, &book).await, WORKBOOK),
    };
    let Some(made) = made else { return transfer::no_table(ending).into() };
    let name = words::recap_name(&clock::now().day, ending);
    let sent = files::download(root, &name, mime, &made).is_ok();
    if sent { words::handed_out(&name).into() } else { words::BLOCKED.into() }
}

/// The workbook that the module for it makes of a book; none where it cannot be had.
async fn workbook(root: &Root, book: &Book) -> Option<Vec<u8>> {
    let made = module::ask(root, "workbook", "", &[wire::pack(book)]).await?;
    made.into_iter().next().filter(|made| !made.is_empty())
}
