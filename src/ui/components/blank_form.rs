//! The blank form for interviews and observation, of an instrument that is not open.
//!
//! Invariant: it is the paper that an open assessment has as well.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::rubric::Rubric;
use crate::format::names;
use crate::papers::form;
use crate::ui::components::papers::alone;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::home;

/// The blank form, as a paper and as tables.
pub fn blank_form(rubric: &Rubric, today: &str, ask: &Callback<Intent>) -> Html {
    let above = html! {
        <div class="stack screen" data-gap="small">
            <div class="actions">{ for tables(&rubric.id, home::TEMPLATE_EXCEL, home::TEMPLATE_CSV, ask) }</div>
            <p class="hint">{ home::TEMPLATE_LEAD }</p>
        </div>
    };
    alone(&form::sheet(rubric), names::paper("kosong", "", &rubric.id, today), above, ask)
}

/// Buttons for a workbook, where they can be made here, and for CSV: of the open assessment, or a blank one of the
/// instrument with this id.
pub fn tables(id: &Text, excel: &'static str, csv: &'static str, ask: &Callback<Intent>) -> Vec<Html> {
    let mut buttons = Vec::new();
    for (ending, name) in [("xlsx", excel), ("csv", csv)] {
        if ending == "csv" || !cfg!(feature = "whole") {
            let id = id.clone();
            let onclick = ask.reform(move |_: MouseEvent| Intent::DownloadTable(id.clone(), ending));
            buttons.push(
                html! { <button class="button" type="button" {onclick} key={ending}>{ name }</button> },
            );
        }
    }
    buttons
}
