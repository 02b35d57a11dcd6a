//! Addresses, titles and focus.
//!
//! Invariant: after a change of view the heading has the focus, or the one question that was asked for; when the page
//! loads nothing takes it, but for the question that one was at.

use yew::prelude::*;

use super::desk::Desk;
use crate::state::{Action, Route, State, Work};
#[cfg(not(feature = "whole"))]
use crate::ui::text::home;
use crate::ui::text::{bagi, common, kertas, rekap, verifikasi};

/// Follows the address, and leads the eye to what was asked for.
#[hook]
pub fn use_navigation(desk: &Desk, state: &State) {
    {
        let desk = desk.clone();
        use_effect_with((), move |()| {
            let root = desk.root().clone();
            desk.arrive(Route::read(&root.hash()));
            let watch = root.on_hash(move |hash| {
                // Other fragments belong to links within a view.
                if hash.is_empty() || hash.starts_with('/') {
                    desk.arrive(Route::read(&hash));
                }
            });
            move || drop(watch)
        });
    }
    let first = use_mut_ref(|| true);
    let asked = if state.refused.is_some() {
        Some("problems")
    } else {
        (state.incoming.is_some() || state.returned.is_some()).then_some("view-title")
    };
    let ready = match &state.route {
        Route::Mulai(id) | Route::Formulir(id) => state.library.contains_key(id),
        route => state.work.is_some() || !route.needs_work(),
    };
    let root = desk.root().clone();
    let question = match &state.route {
        Route::Pengisian(dimension, _) if *first.borrow() => desk.come_back(state, dimension),
        _ => None,
    };
    let name = named(&state.route, state.work.as_ref());
    let leads = desk.clone();
    use_effect_with((state.route.clone(), asked, ready, name), move |(route, asked, ready, name)| {
        root.set_title(&format!("{name} - {}", common::APP));
        let waits = (!ready && asked.is_none()) || *route != Route::read(&root.hash());
        let skip = waits || (first.replace(false) && question.is_none());
        let target = match (asked, route) {
            (Some(asked), _) => (*asked).to_owned(),
            (None, _) if let Some(question) = &question => format!("q-{question}"),
            (None, Route::Pengisian(_, indicator)) if !indicator.is_empty() => format!("q-{indicator}"),
            (None, Route::Wawancara(id)) if !id.is_empty() => "asked".to_owned(),
            (None, Route::Angka(id)) if !id.is_empty() => format!("angka-{id}"),
            _ => "view-title".to_owned(),
        };
        if !skip {
            leads.lead(&target);
        }
    });
    let dispatch = desk.dispatch();
    let route = state.route.clone();
    use_effect_with(route, move |_| dispatch.emit(Action::Sought("".into())));
}

/// What stands in for the heading of a view of another module.
#[cfg(not(feature = "whole"))]
pub fn heading(route: &Route) -> &'static str {
    match route {
        Route::Formulir(_) => home::FORM_TITLE,
        Route::Mulai(_) | Route::Tentang(_) => home::ABOUT_TITLE,
        route => title(route, false),
    }
}

/// What the page is called in its tab, and so the PDF that is printed of it: a paper by its own name and whose it is.
fn named(route: &Route, work: Option<&Work>) -> String {
    match (route, work) {
        (Route::Lembar(which), Some(work))
            if !which.is_empty() && !work.assessment.practice && !work.is_part() =>
        {
            kertas::named(which, &work.assessment.unit.name)
        }
        (route, work) => title(route, work.is_some_and(Work::is_part)).to_owned(),
    }
}

/// What a view is called; of a share there is one alone.
pub fn title(route: &Route, part: bool) -> &'static str {
    match route {
        route if part && route.needs_work() => bagi::OWN,
        Route::Beranda | Route::Mulai(_) | Route::Formulir(_) => common::BERANDA,
        Route::Pengisian(..) => common::PENGISIAN,
        Route::Cek => common::CEK,
        Route::Hasil => common::HASIL,
        Route::Perbaikan => common::PERBAIKAN,
        Route::Simulasi => common::SIMULASI,
        Route::TindakLanjut => common::TINDAK_LANJUT,
        Route::Tonggak => common::TONGGAK,
        Route::Angka(_) => common::ANGKA,
        Route::Keliling(_) => common::KELILING,
        Route::Wawancara(_) => common::WAWANCARA,
        Route::Tanya => common::TANYA,
        Route::Bagi => bagi::TITLE,
        Route::Verifikasi(_) => verifikasi::TITLE,
        Route::Rekap(_) => rekap::TITLE,
        Route::Tentang(_) => common::TENTANG,
        Route::Lembar(_) => kertas::TITLE,
    }
}
