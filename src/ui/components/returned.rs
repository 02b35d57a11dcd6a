//! A file that comes back from a verifier, or back to one: what it brings, and ways to take it that lose nothing.
//!
//! Invariant: the first way keeps the answers of this device, whatever the file says; replacing all is the last.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::assessment::{Assessment, Status, next_revision};
use crate::domain::date::Date;
use crate::domain::returned::{brings, joined, left_out};
use crate::domain::status::same_answers;
use crate::domain::verification::outdated;
use crate::state::{Action, Incoming};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::verifikasi as words;

/// What is to be known before, and the ways; nothing where no verification is at stake.
pub fn returned(
    incoming: &Incoming,
    today: Option<Date>,
    dispatch: &Callback<Action>,
    ask: &Callback<Intent>,
) -> Option<(Html, Html)> {
    let file = &incoming.assessment;
    let Some(here) = &incoming.replaces else {
        let own = file.verification.as_ref()?;
        return Some((
            html! { <p class="notice" data-kind="info">{ words::brings(own) }</p> },
            Html::default(),
        ));
    };
    let (brings, keeps) = (brings(file, here), brings(here, file));
    let same = same_answers(here, file);
    if !brings && (!keeps || same) {
        return None;
    }
    let with_findings = joined(here, file, today);
    let way = |label: &'static str, id: &'static str, kind, taken: Assessment| {
        let (dispatch, ask) = (dispatch.clone(), ask.clone());
        // Two different contents share no revision but the highest.
        let revision = next_revision(here.revision.max(file.revision));
        let taken =
            Rc::new(Incoming { assessment: Rc::new(Assessment { revision, ..taken }), ..incoming.clone() });
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::FileRead(taken.clone()));
            ask.emit(Intent::Accept);
        });
        html! { <button class="button" data-kind={kind} type="button" {id} {onclick}>{ label }</button> }
    };
    let said = html! {
        <>
            if let Some(own) = file.verification.as_ref().filter(|_| brings) {
                <p class="notice" data-kind="info">{ words::brings(own) }{ " " }{ if same { words::SAME_ANSWERS } else { words::OTHER_ANSWERS } }</p>
                if let Some(left) = words::left_out(&left_out(&with_findings, file)) {
                    <p class="notice" data-kind="problem">{ left }</p>
                }
                if let Some(changed) = words::changed_since(&outdated(&with_findings)) {
                    <p class="notice" data-kind="problem">{ changed }</p>
                }
            }
            if let Some(own) = here.verification.as_ref().filter(|_| keeps && !same) {
                <p class="notice" data-kind="info">{ words::keeps(own) }</p>
            }
        </>
    };
    let ways = html! {
        <>
            if brings {
                { way(words::TAKE_FINDINGS, "take-findings", Some("primary"), with_findings) }
            }
            if keeps && !same {
                { way(words::TAKE_ANSWERS, "take-answers", (!brings).then_some("primary"), joined(file, here, today)) }
            }
        </>
    };
    Some((said, ways))
}

/// What a file makes of the status, where it is another than here.
pub fn standing(incoming: &Incoming, today: Option<Date>) -> Option<String> {
    let file = &incoming.assessment;
    let Some(here) = &incoming.replaces else {
        return (file.status != Status::Draft).then(|| words::comes(words::STANDS, file));
    };
    let is_taken = !brings(file, here) || joined(here, file, today).status == file.status;
    let lead = if is_taken { words::BECOMES } else { words::WOULD_BECOME };
    (file.status != here.status).then(|| words::comes(lead, file))
}
