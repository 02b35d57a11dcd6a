//! The views beyond filling in and its result: what each is drawn from.
//!
//! Invariant: the one list of these views, whether a module of their own draws them or the page itself.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::rubric::Rubric;
use crate::edge::boot::Boot;
use crate::edge::clock;
use crate::state::{Action, Route, Work};
use crate::ui::components::about::{AboutProps, about};
use crate::ui::components::actions::ActionsView;
use crate::ui::components::blank_form::blank_form;
use crate::ui::components::boxes;
use crate::ui::components::explain::explain_view;
use crate::ui::components::frame;
use crate::ui::components::interview::interview_view;
use crate::ui::components::milestones::MilestonesView;
use crate::ui::components::papers::papers_view;
use crate::ui::components::parts::{PartsProps, parts_view};
use crate::ui::components::plan::plan_view;
use crate::ui::components::questions::questions_view;
use crate::ui::components::simulation::simulation_view;
use crate::ui::components::verification::VerificationView;
use crate::ui::components::walk::walk_view;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::common;

/// What the views are given.
pub struct Views<'a> {
    /// Which one is shown.
    pub route: &'a Route,
    /// What is worked on.
    pub work: Option<&'a Work>,
    /// Instruments fetched so far, by id.
    pub library: &'a Map<Rc<Rubric>>,
    /// What there is of instruments.
    pub catalog: &'a Rc<Vec<Entry>>,
    /// Instruments of the office's own that are kept on this device.
    pub own: &'a Rc<Vec<Entry>>,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Whether there is a recapitulation to go back to.
    pub from_recap: bool,
    /// What is typed in a form and is no part of the assessment yet.
    pub typed: &'a dyn Fn(&str, &Work) -> Map<Text>,
    /// What the page said at the start.
    pub boot: &'a Boot,
    /// Told of changes to the assessment.
    pub edit: &'a Callback<Edit>,
    /// Told of what else happened.
    pub dispatch: &'a Callback<Action>,
    /// Asked for what needs effects.
    pub ask: &'a Callback<Intent>,
}

/// The view of the route.
pub fn draw(views: &Views<'_>) -> Html {
    let &Views { route, locked, edit, dispatch, ask, .. } = views;
    match (route, views.work) {
        (Route::Mulai(id) | Route::Formulir(id), _) => match views.library.get(id) {
            Some(rubric) if rubric.fillable => blank_form(rubric, &clock::now().day, ask),
            Some(rubric) => about_view(views, Some(rubric)),
            None => waiting(),
        },
        (Route::Tentang(id), work) => {
            let open = work.map(|work| &work.rubric).filter(|_| id.is_empty());
            about_view(views, views.library.get(id).or(open))
        }
        (route, Some(work)) if route.is_of_perbaikan() => html! {
            <div class="stack">
                { frame::tabs(route) }
                { tab(views, work) }
            </div>
        },
        (Route::Angka(_), Some(work)) => explain_view(work, ask),
        (Route::Keliling(spot), Some(work)) => walk_view(work, spot, locked, edit),
        (Route::Wawancara(id), Some(work)) => interview_view(work, id, locked, edit),
        (Route::Tanya, Some(work)) => questions_view(work),
        (Route::Lembar(which), Some(work)) => papers_view(work, which, &clock::now().day, ask),
        (Route::Bagi, Some(work)) => {
            let typed = (views.typed)(boxes::SHARE, work);
            parts_view(&PartsProps { work, typed, locked, edit, dispatch, ask })
        }
        (Route::Verifikasi(list), Some(work)) => html! {
            <VerificationView work={work.clone()} list={list.clone()} {locked} from_recap={views.from_recap} edit={edit.clone()} ask={ask.clone()} />
        },
        _ => waiting(),
    }
}

/// A view of *Perbaikan*.
fn tab(views: &Views<'_>, work: &Work) -> Html {
    let &Views { locked, edit, dispatch, ask, .. } = views;
    match views.route {
        Route::Simulasi => {
            simulation_view(work, locked, (views.typed)(boxes::SURVEY, work), edit, dispatch, ask)
        }
        Route::TindakLanjut => html! {
            <ActionsView work={work.clone()} today={clock::today()} {locked} edit={edit.clone()} dispatch={dispatch.clone()} ask={ask.clone()} />
        },
        Route::Tonggak => html! {
            <MilestonesView work={work.clone()} library={views.library.clone()} catalog={views.catalog.clone()} held={(views.typed)(boxes::OFFICIAL, work)} {locked} edit={edit.clone()} dispatch={dispatch.clone()} ask={ask.clone()} />
        },
        _ => plan_view(work, locked, clock::now().day, edit, ask),
    }
}

fn about_view(views: &Views<'_>, rubric: Option<&Rc<Rubric>>) -> Html {
    about(&AboutProps {
        rubric: rubric.cloned(),
        catalog: views.catalog.clone(),
        own: views.own.clone(),
        ask: views.ask.clone(),
        version: views.boot.version,
        licences: views.boot.licences.clone().into(),
    })
}

fn waiting() -> Html {
    html! { <p>{ common::LOADING }</p> }
}
