//! The page: one store, one desk, one view at a time.
//!
//! Invariant: state goes down as slices, what happened comes up as actions, what needs effects as intents.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Sample;
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::edge::boot::Boot;
use crate::edge::root::Root;
use crate::edge::{clock, focus, page};
use crate::format::catalog;
use crate::state::{Action, Place, Route, State, Work};
#[cfg(not(feature = "whole"))]
use crate::ui::annex::Annex;
#[cfg(feature = "whole")]
use crate::ui::components::boxes;
use crate::ui::components::check::check;
use crate::ui::components::frame::{self, TroublesProps};
use crate::ui::components::home::{HomeProps, home_view};
use crate::ui::components::incoming::{preview, refusal};
use crate::ui::components::merging::returned_view;
use crate::ui::components::own_part::{OwnPartProps, own_part};
use crate::ui::components::result::ResultView;
use crate::ui::components::start::Start;
use crate::ui::components::workspace::{WorkspaceProps, workspace};
use crate::ui::hooks::desk::Desk;
#[cfg(not(feature = "whole"))]
use crate::ui::hooks::heading;
use crate::ui::hooks::{title, use_announcement, use_autosave, use_leaving, use_navigation, use_past_rules};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
#[cfg(feature = "whole")]
use crate::ui::recap::RecapView;
use crate::ui::store::Store;
use crate::ui::text::{common, sendiri, standing};
#[cfg(feature = "whole")]
use crate::ui::views::{self, Views};

/// What stays the same while the page is open.
#[derive(PartialEq)]
struct Fixed {
    desk: Desk,
    edit: Callback<Edit>,
    ask: Callback<Intent>,
    catalog: Rc<Vec<Entry>>,
    examples: Rc<Vec<Text>>,
}

/// What [`App`] is given.
#[derive(Properties)]
pub struct AppProps {
    /// What the page said at the start.
    pub boot: Rc<Boot>,
    /// What the app stands in.
    pub root: Root,
}

impl PartialEq for AppProps {
    /// The page says it once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.boot, &other.boot)
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let Boot { place, mode, .. } = *props.boot;
    let store = use_reducer(|| {
        let ids = props.boot.rubrics.iter().map(|(id, _)| Text::from(id.as_str()));
        let shipped = Rc::new(ids.collect());
        // Else Beranda would be drawn first, for nothing.
        let route = Some(Route::read(&props.root.hash())).filter(Route::needs_work).unwrap_or_default();
        Store(State { place, mode, shipped, route, ..State::default() })
    });
    let dispatch = store.dispatcher().to_callback();
    let fixed = use_memo((), |()| fixed(props, &dispatch));
    let state = &store.0;
    fixed.desk.see(Rc::new(state.clone()));
    use_navigation(&fixed.desk, state);
    use_autosave(&fixed.desk, state);
    use_past_rules(&fixed.desk, state, &fixed.catalog);
    use_leaving(fixed.desk.is_at_risk(state));
    {
        let (desk, ask) = (fixed.desk.clone(), fixed.ask.clone());
        use_effect_with((), move |()| {
            let tabs = desk.watch_tabs();
            let root = desk.root();
            let drop_zone = page::on_drop_anywhere(root, move |files| ask.emit(Intent::Take(files)));
            let folds = page::unfold_for_print(root);
            let focus = focus::keep(root);
            let site = desk.hear_site();
            move || drop((tabs, drop_zone, folds, focus, site))
        });
    }
    let samples = state.work.as_ref().map(|work| work.assessment.samples.clone()).unwrap_or_default();
    let samples = use_memo(samples, Vec::clone);
    let whole = state.work.as_ref().filter(|work| !work.is_part());
    let spoken = whole.map(|work| standing::spoken(&work.rubric, &work.scorecard)).unwrap_or_default();
    let announced = use_announcement(spoken);
    let dispatch = fixed.desk.dispatch();
    let skip = fixed.ask.reform(|event: MouseEvent| {
        event.prevent_default();
        Intent::Go("main".to_owned())
    });
    // A page has one main part, and an element is not that of the page it stands in.
    let main = (state.place != Place::Element).then_some("main");
    // Whose form is shown, where that is the latest there is: assets/sight.js goes by it.
    let latest = state.work.as_ref().filter(|_| !state.overtaken && !state.shared_computer);
    let latest = latest.map(|work| work.assessment.kept_under().to_string());
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ common::SKIP }</a>
            { frame::masthead(&state.route, state.work.as_ref(), mode) }
            if let Some(work) = shown_work(state) {
                { frame::context(work, &state.save, fixed.desk.is_copy_due(state), &fixed.ask) }
            }
            { frame::troubles(&TroublesProps {
                save: &state.save, place, overtaken: state.overtaken, copy: state.copy.as_deref().filter(|_| state.incoming.is_none()), notice: state.notice.as_ref(), work: state.work.as_ref(), dispatch: &dispatch, ask: &fixed.ask,
            }) }
            <div class="page" id="main" role={main} tabindex="-1" data-latest={latest}>
                { view(state, &fixed, &dispatch, &samples) }
                if let Some(work) = shown_work(state).filter(|_| changes_afar(state)) {
                    { frame::undo(work, &dispatch) }
                }
            </div>
            { frame::footer(source(state), matches!(state.route, Route::Pengisian(..))) }
            <p class="visually-hidden" role="status" id="announcement">{ &*announced }</p>
        </>
    }
}

fn fixed(props: &AppProps, dispatch: &Callback<Action>) -> Fixed {
    let desk = Desk::open(props.boot.clone(), props.root.clone(), dispatch.clone());
    let edit = dispatch.reform(|edit: Edit| Action::Edited(edit, clock::now().iso.into()));
    let ask = {
        let desk = desk.clone();
        Callback::from(move |intent: Intent| desk.perform(intent))
    };
    let examples = desk.boot().examples.iter().map(|(id, _)| Text::from(id.as_str())).collect();
    Fixed { edit, ask, catalog: Rc::new(catalog::shipped()), examples: Rc::new(examples), desk }
}

/// The open assessment, where the view shown is about it.
fn shown_work(state: &State) -> Option<&Work> {
    state
        .work
        .as_ref()
        .filter(|_| state.route.needs_work() && state.incoming.is_none() && state.refused.is_none())
        .filter(|_| state.returned.is_none())
}

/// Whether the view changes answers and has no way back of its own.
fn changes_afar(state: &State) -> bool {
    let changes =
        matches!(state.route, Route::Perbaikan | Route::Simulasi | Route::Keliling(_) | Route::Wawancara(_));
    changes && !state.is_locked()
}

/// What the instrument at hand comes from: the one that the address names, else that of the open assessment.
fn source(state: &State) -> AttrValue {
    let rubric = match &state.route {
        Route::Mulai(id) | Route::Formulir(id) | Route::Tentang(id) if !id.is_empty() => {
            state.library.get(id)
        }
        _ => state.work.as_ref().map(|work| &work.rubric),
    };
    match rubric {
        Some(rubric) if !state.shipped.contains(&rubric.id) => AttrValue::Static(sendiri::SOURCE),
        rubric => common::disclaimer(rubric.map_or(common::ISSUERS, |rubric| &rubric.issuer)).into(),
    }
}

fn view(state: &State, fixed: &Fixed, dispatch: &Callback<Action>, samples: &Rc<Vec<Sample>>) -> Html {
    if let Some(refused) = &state.refused {
        return refusal(
            refused,
            title(&state.route, state.work.as_ref().is_some_and(Work::is_part)),
            dispatch,
            &fixed.ask,
        );
    }
    if let Some(incoming) = &state.incoming {
        return preview(incoming, clock::today(), dispatch, &fixed.ask);
    }
    if let Some(returned) = &state.returned {
        return returned_view(returned, dispatch, &fixed.ask);
    }
    let locked = state.is_locked();
    match (&state.route, &state.work) {
        // Of a share there is this one view, whatever the address says: no other speaks of less than the whole.
        (route, Some(work)) if route.needs_work() && work.is_part() => own_part(&OwnPartProps {
            work,
            samples,
            locked,
            today: clock::today(),
            edit: &fixed.edit,
            dispatch,
            ask: &fixed.ask,
        }),
        (Route::Beranda, _) => home_view(&HomeProps {
            saved: state.saved.clone(),
            own: state.own.clone(),
            unread: state.unread.clone(),
            removed: state.removed.clone(),
            catalog: fixed.catalog.clone(),
            examples: fixed.examples.clone(),
            shared_computer: state.shared_computer,
            asked: state.asked,
            apart: fixed.desk.boot().is_apart(),
            dispatch: dispatch.clone(),
            ask: fixed.ask.clone(),
        }),
        (Route::Mulai(id), _) => match state.library.get(id) {
            Some(rubric) if rubric.fillable => html! {
                <Start key={&*rubric.id} rubric={rubric.clone()} year={clock::now().year} mode={state.mode} ask={fixed.ask.clone()} />
            },
            Some(_) => beyond(state, fixed),
            None => html! { <p>{ common::LOADING }</p> },
        },
        (Route::Pengisian(dimension, _), Some(work)) => workspace(&WorkspaceProps {
            work: work.clone(),
            samples: samples.clone(),
            dimension: dimension.clone(),
            sought: state.sought.clone(),
            locked: state.is_locked(),
            today: clock::today(),
            framed: state.place == Place::Frame,
            edit: fixed.edit.clone(),
            ask: fixed.ask.clone(),
            dispatch: dispatch.clone(),
        }),
        (Route::Cek, Some(work)) => check(work, clock::today()),
        (Route::Hasil, Some(work)) => html! {
            <ResultView work={work.clone()} whole={matches!(state.place, Place::Page | Place::File)} today={clock::today()}
                library={state.library.clone()} catalog={fixed.catalog.clone()} locked={state.is_locked()} edit={fixed.edit.clone()} ask={fixed.ask.clone()} />
        },
        (Route::Rekap(part), _) => recap(part, fixed),
        (route, None) if route.needs_work() => html! { <p>{ common::LOADING }</p> },
        _ => beyond(state, fixed),
    }
}

/// Every other view, by the module that draws them.
#[cfg(not(feature = "whole"))]
fn beyond(state: &State, fixed: &Fixed) -> Html {
    html! {
        <Annex key="beyond" desk={fixed.desk.clone()} module="beyond" title={heading(&state.route)} given={fixed.desk.given(state)} />
    }
}

/// Every other view.
#[cfg(feature = "whole")]
fn beyond(state: &State, fixed: &Fixed) -> Html {
    views::draw(&Views {
        route: &state.route,
        work: state.work.as_ref(),
        library: &state.library,
        catalog: &fixed.catalog,
        own: &state.own,
        locked: state.is_locked(),
        from_recap: state.from_recap,
        typed: &|form, work| boxes::read(&fixed.desk.typed(form, work)),
        boot: fixed.desk.boot(),
        edit: &fixed.edit,
        dispatch: &fixed.desk.dispatch(),
        ask: &fixed.ask,
    })
}

/// Many offices' files, by the module that draws them.
#[cfg(not(feature = "whole"))]
fn recap(_: &Text, fixed: &Fixed) -> Html {
    html! {
        <Annex key="recap" desk={fixed.desk.clone()} module="recap" title={heading(&Route::Rekap(Text::default()))} given={Vec::new()} />
    }
}

/// Many offices' files.
#[cfg(feature = "whole")]
fn recap(part: &Text, fixed: &Fixed) -> Html {
    html! {
        <RecapView root={fixed.desk.root().clone()} boot={fixed.desk.boot().clone()} part={part.clone()} open={fixed.ask.reform(Intent::Open)} />
    }
}
