//! The sheet of what is to be done, on paper, and the lists of Cek about it.
//!
//! Invariant: both follow the order of the ends as they are now; what is overdue is said in words.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::action::{FollowUp, Headway, by_due};
use crate::domain::date::Date;
use crate::domain::oversight;
use crate::domain::privacy::points_to_a_person;
use crate::format::wording::seen;
use crate::state::{Route, Work};
use crate::ui::components::actions::title;
use crate::ui::components::check::section;
use crate::ui::components::oversight::title as product_title;
use crate::ui::components::workings::{grid, line};
use crate::ui::markup::html;
use crate::ui::text::tindak_lanjut as text;

/// The tables on paper.
pub fn paper(work: &Work, today: Option<Date>) -> Html {
    let assessment = &work.assessment;
    let mut lines = Vec::new();
    for one in by_due(&assessment.actions).into_iter().filter_map(|at| assessment.actions.get(at)) {
        let source = text::SOURCES.get(one.source as usize).copied().unwrap_or_default();
        let head = html! { <>{ seen(&one.finding) }{ " " }<span class="code">{ source }</span></> };
        let cells = [
            seen(&one.action),
            seen(&one.output),
            seen(&one.responsible),
            end(&one.due, one.days_left(today)),
            seen(&one.evidence),
            joined(status(one.headway), &seen(&one.reason)),
        ];
        lines.push(line(head, None, &cells));
    }
    let mut demanded = Vec::new();
    let products = oversight::by_due(&assessment.oversight);
    for one in products.into_iter().filter_map(|at| assessment.oversight.get(at)) {
        let due = end(&one.due, one.days_left(today));
        let cells = [seen(&one.date), due, status(one.headway).to_owned(), seen(&one.note)];
        demanded.push(line(html! { seen(&product_title(one)) }, None, &cells));
    }
    html! {
        <div class="paper">
            if lines.is_empty() {
                <p>{ text::NONE }</p>
            } else {
                { grid("view-title".to_owned(), &text::COLUMNS, lines) }
            }
            if !demanded.is_empty() {
                <h2 id="oversight-paper">{ text::OVERSIGHT }</h2>
                { grid("oversight-paper".to_owned(), &text::OVERSIGHT_COLUMNS, demanded) }
            }
        </div>
    }
}

fn status(headway: Headway) -> &'static str {
    text::HEADWAYS.get(headway as usize).copied().unwrap_or_default()
}

/// An end, with how far it is off where it has passed.
fn end(due: &str, left: Option<i64>) -> String {
    let late = left.filter(|days| *days < 0).map(text::left).unwrap_or_default();
    joined(&seen(due), &late)
}

fn joined(one: &str, other: &str) -> String {
    if one.is_empty() || other.is_empty() { format!("{one}{other}") } else { format!("{one}: {other}") }
}

/// The lists of Cek: what is overdue, lacks an end or someone to see to it, is barred without a reason, or may point
/// to a person.
pub fn lists(work: &Work, today: Option<Date>) -> Vec<Html> {
    let assessment = &work.assessment;
    let mut lines: [Vec<Html>; text::LISTS.len()] = Default::default();
    let mut put = |at: usize, holds: bool, title: &Text| {
        if let Some(list) = lines.get_mut(at).filter(|_| holds) {
            list.push(html! {
                <li><a href={Route::TindakLanjut.hash()}>{ title.clone() }</a></li>
            });
        }
    };
    for one in &assessment.actions {
        let title = title(one);
        put(0, one.days_left(today).is_some_and(|days| days < 0), &title);
        let lacks = one.due.trim().is_empty() || one.responsible.trim().is_empty();
        put(1, lacks && one.headway.is_open(), &title);
        put(2, one.headway == Headway::Barred && one.reason.trim().is_empty(), &title);
        put(3, texts(one).into_iter().any(|text| points_to_a_person(text)), &title);
    }
    for one in &assessment.oversight {
        let title = product_title(one).into();
        put(0, one.days_left(today).is_some_and(|days| days < 0), &title);
        put(3, points_to_a_person(&one.note), &title);
    }
    let mut shown = Vec::new();
    for (list, lines) in text::LISTS.iter().zip(lines) {
        if !lines.is_empty() {
            shown.push(section(list, lines, Html::default()));
        }
    }
    shown
}

fn texts(one: &FollowUp) -> [&Text; 6] {
    [&one.finding, &one.action, &one.output, &one.responsible, &one.evidence, &one.reason]
}
