//! The lists of Cek about what is to be done.
//!
//! Invariant: what is overdue is said in words.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::action::{FollowUp, Headway};
use crate::domain::date::Date;
use crate::domain::privacy::points_to_a_person;
use crate::state::{Route, Work};
use crate::ui::components::actions::title;
use crate::ui::components::check::section;
use crate::ui::components::oversight::title as product_title;
use crate::ui::markup::html;
use crate::ui::text::tindak_lanjut as text;

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
