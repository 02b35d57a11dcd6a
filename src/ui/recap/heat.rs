//! Indicators over offices, the weakest first.
//!
//! Invariant: the table is the truth: each cell says its figure, and the shade only repeats it.

use yew::prelude::*;

use super::pemda::indicator;
use super::room::{Room, pager};
use super::state::Picture;
use crate::domain::recap::{Cell, Heat};
use crate::ui::components::workings::or_dash;
use crate::ui::markup::html;
use crate::ui::text::rekap as words;

/// Offices side by side.
const EACH: usize = 12;

/// The section.
pub fn section(room: &Room, picture: &Picture) -> Html {
    let offices = &picture.recap.counted;
    let at = room.view.look.heat.min(offices.len().saturating_sub(1) / EACH);
    let from = at * EACH;
    let names = offices.iter().skip(from).take(EACH).filter_map(|at| picture.collection.row(*at));
    let row = |heat: &Heat| {
        let (id, name) = indicator(&picture.rubric, heat.at).unwrap_or_default();
        html! {
            <tr key={&*id}>
                <th scope="row">{ id.clone() }<span class="hint">{ name }</span></th>
                <td class="number recap-cell" data-heat={heat.mean.map(shade)}>{ or_dash(heat.mean.map(words::share)) }</td>
                <td class="number">{ heat.answered }</td>
                { for heat.cells.iter().skip(from).take(EACH).map(|cell| one(*cell)) }
            </tr>
        }
    };
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-heat">{ words::HEAT }</h2>
            <p class="measure">{ words::HEAT_HINT }</p>
            <div class="scroll" role="region" aria-labelledby="recap-heat" tabindex="0">
                <table class="recap-table recap-heat">
                    <thead>
                        <tr>
                            { for words::HEAT_COLUMNS.into_iter().map(|head| html! { <th scope="col" key={head}>{ head }</th> }) }
                            { for names.map(|row| html! { <th scope="col" key={&*row.file}>{ words::office(row) }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for picture.heat().iter().map(row) }</tbody>
                </table>
            </div>
            { pager(room, offices.len(), EACH, at, |look, page| look.heat = page) }
        </section>
    }
}

fn one(cell: Option<Cell>) -> Html {
    let share = cell.and_then(|cell| cell.share());
    let words = match (share, cell) {
        (_, Some(Cell { leaves: true, .. })) => {
            html! { <abbr title={words::LEAVES}>{ words::LEAVES_SHORT }</abbr> }
        }
        (share, _) => html! { { or_dash(share.map(words::whole_share)) } },
    };
    html! { <td class="number recap-cell" data-heat={share.map(shade)}>{ words }</td> }
}

/// The shade of a part of full: the weaker, the stronger.
fn shade(share: u16) -> &'static str {
    match share {
        0..2_000 => "5",
        2_000..4_000 => "4",
        4_000..6_000 => "3",
        6_000..8_000 => "2",
        _ => "1",
    }
}
