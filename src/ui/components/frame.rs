//! What surrounds every view: masthead, context line, troubles, footer.
//!
//! Invariant: that this is no official result stands on every view.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::domain::rubric::Rubric;
use crate::state::{Action, Notice, Route, SaveStatus};
use crate::ui::intent::Intent;
use crate::ui::text::common;

/// What [`Masthead`] is given.
#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    /// Which view is shown.
    pub route: Route,
    /// Whether an assessment is open.
    pub working: bool,
}

/// Name and views.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let none = crate::domain::Text::default();
    let views = [
        (Route::Beranda, common::BERANDA, true),
        (Route::Pengisian(none.clone(), none.clone()), common::PENGISIAN, props.working),
        (Route::Cek, common::CEK, props.working),
        (Route::Hasil, common::HASIL, props.working),
        (Route::Tentang(none), common::TENTANG, true),
    ];
    html! {
        <header class="masthead">
            <div class="page">
                <a class="brand" href={Route::Beranda.hash()}>{ common::APP }</a>
                <nav class="nav" aria-label={common::VIEWS}>
                    <ul>
                        { for views.into_iter().filter(|(_, _, shown)| *shown).map(|(route, name, _)| {
                            let current = route.same_view(&props.route).then_some("page");
                            html! { <li key={name}><a href={route.hash()} aria-current={current}>{ name }</a></li> }
                        }) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// What [`Context`] is given.
#[derive(Properties, PartialEq)]
pub struct ContextProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The open assessment.
    pub assessment: Rc<Assessment>,
    /// Where its latest changes are.
    pub save: SaveStatus,
}

/// Who is assessed with what, and where it is saved.
#[component]
pub fn Context(props: &ContextProps) -> Html {
    let failed = props.save.is_at_risk() && props.save != SaveStatus::Pending;
    html! {
        <div class="context">
            <div class="page">
                <p>
                    <strong>{ common::heading(&props.assessment) }</strong>{ " · " }{ props.rubric.short_name.clone() }{ " · " }{ common::NOT_OFFICIAL }
                    if props.assessment.example {
                        { " " }<span class="tag">{ common::EXAMPLE }</span>
                    }
                </p>
                <p class="save-line" role="status" data-state={if failed { "failed" } else { "saved" }}>{ common::save_line(&props.save) }</p>
            </div>
        </div>
    }
}

/// What [`Troubles`] is given.
#[derive(Properties, PartialEq)]
pub struct TroublesProps {
    /// Where the latest changes are.
    pub save: SaveStatus,
    /// Whether another tab writes the open assessment.
    pub overtaken: bool,
    /// Something to tell.
    pub notice: Option<Notice>,
    /// Told what happened.
    pub dispatch: Callback<Action>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// Failed saves, another tab, and what is to be told once.
#[component]
pub fn Troubles(props: &TroublesProps) -> Html {
    let ask = |intent: Intent| {
        let ask = props.ask.clone();
        Callback::from(move |_: MouseEvent| ask.emit(intent.clone()))
    };
    let dispatch = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()))
    };
    html! {
        <div class="page troubles" data-state={(common::save_trouble(&props.save).is_none() && !props.overtaken && props.notice.is_none()).then_some("none")}>
            if let Some((what, help)) = common::save_trouble(&props.save) {
                <div class="notice" data-kind="problem" role="alert" id="save-trouble">
                    <p><strong>{ what }</strong>{ " " }{ help }</p>
                    <div class="actions">
                        <button class="button" type="button" onclick={ask(Intent::Download)}>{ common::DOWNLOAD }</button>
                        <button class="button" data-kind="quiet" type="button" onclick={ask(Intent::SaveAgain)}>{ common::RETRY }</button>
                    </div>
                </div>
            }
            if props.overtaken {
                <div class="notice" data-kind="problem" role="alert" id="overtaken">
                    <p><strong>{ common::OVERTAKEN }</strong>{ " " }{ common::OVERTAKEN_HELP }</p>
                    <div class="actions">
                        <button class="button" type="button" onclick={ask(Intent::ReloadNewest)}>{ common::RELOAD_NEWEST }</button>
                        <button class="button" data-kind="quiet" type="button" onclick={dispatch(Action::TookOver)}>{ common::TAKE_OVER }</button>
                    </div>
                </div>
            }
            <div role="status">
                if let Some(notice) = &props.notice {
                    <div class="notice" data-kind="info" id="notice">
                        <p>{ common::notice(notice) }</p>
                        if let Notice::DownloadBlocked(text) = notice {
                            <div class="field">
                                <label for="blocked-text">{ common::DOWNLOAD }</label>
                                <textarea id="blocked-text" readonly=true value={AttrValue::from(text.clone())} />
                            </div>
                        }
                        <div class="actions">
                            { more(notice, &ask) }
                            <button class="button" data-kind="quiet" type="button" onclick={dispatch(Action::Noticed(None))}>{ common::CLOSE }</button>
                        </div>
                    </div>
                }
            </div>
        </div>
    }
}

fn more(notice: &Notice, ask: &impl Fn(Intent) -> Callback<MouseEvent>) -> Html {
    match notice {
        Notice::Removed(_) => html! {
            <button class="button" type="button" onclick={ask(Intent::BringBack)}>{ common::BRING_BACK }</button>
        },
        Notice::DownloadBlocked(text) => html! {
            <button class="button" type="button" onclick={ask(Intent::Copy(text.to_string()))}>{ common::COPY }</button>
        },
        _ => Html::default(),
    }
}

/// What [`Footer`] is given.
#[derive(Properties, PartialEq)]
pub struct FooterProps {
    /// Whose instruments are shown.
    pub issuer: AttrValue,
}

/// What this page is not, and what it does not do.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    html! {
        <footer class="footer">
            <div class="page stack" data-gap="small">
                <p>{ common::NOT_OFFICIAL }{ " " }{ common::NOTHING_SENT }</p>
                <p>{ common::disclaimer(&props.issuer) }</p>
            </div>
        </footer>
    }
}
