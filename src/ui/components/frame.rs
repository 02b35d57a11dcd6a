//! What surrounds every view: masthead, context line, troubles, footer.
//!
//! Invariant: that this is no official result stands on every view.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::scorecard::Scorecard;
use crate::format::wording::seen;
use crate::state::{Action, Incoming, Mode, Notice, Place, Route, SaveStatus, Work};
use crate::ui::components::incoming::noticed;
use crate::ui::components::sheet::said;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi, common, pengisian, sendiri, verifikasi};

/// Name and views.
pub fn masthead(route: &Route, work: Option<&Work>, mode: Mode) -> Html {
    let none = Text::default();
    let part = work.is_some_and(Work::is_part);
    let working = work.is_some() && !part;
    let views = [
        (Route::Beranda, common::BERANDA, true),
        (Route::Pengisian(none.clone(), none.clone()), common::PENGISIAN, working),
        (Route::Cek, common::CEK, working),
        (Route::Hasil, common::HASIL, working),
        (Route::Perbaikan, common::PERBAIKAN, working),
        (Route::Bagi, bagi::OWN, part),
        (Route::Tentang(none), common::TENTANG, true),
    ];
    html! {
        <header class="masthead">
            <div class="page">
                <a class="brand" href={Route::Beranda.hash()}>{ common::APP }</a>
                if mode == Mode::Practice {
                    <span class="tag">{ common::PRACTICE }</span>
                }
                <nav class="nav" aria-label={common::VIEWS}>
                    <ul>
                        { for views.into_iter().filter(|(_, _, shown)| *shown).map(|(view, name, _)| {
                            let current = (view == Route::Perbaikan && route.is_of_perbaikan())
                                || (view == Route::Bagi && route.needs_work())
                                || view.same_view(route);
                            let current = current.then_some("page");
                            html! { <li key={name}><a href={view.hash()} aria-current={current}>{ name }</a></li> }
                        }) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// The tabs of *Perbaikan*, above each of its views.
pub fn tabs(route: &Route) -> Html {
    let tabs = [
        (Route::Perbaikan, common::RENCANA),
        (Route::Simulasi, common::SIMULASI),
        (Route::TindakLanjut, common::TINDAK_LANJUT),
        (Route::Tonggak, common::TONGGAK),
    ];
    html! {
        <nav class="tabs" aria-label={common::TABS}>
            <ul>
                { for tabs.into_iter().map(|(view, name)| {
                    let current = (view == *route).then_some("page");
                    html! { <li key={name}><a href={view.hash()} aria-current={current}>{ name }</a></li> }
                }) }
            </ul>
        </nav>
    }
}

/// Who is assessed with what, whether that is none of ours, and where it is saved; where a copy is due, that too.
pub fn context(work: &Work, save: &SaveStatus, due: bool, ask: &Callback<Intent>) -> Html {
    let failed = save.is_at_risk() && *save != SaveStatus::Pending;
    html! {
        <section class="context" aria-label={common::CONTEXT}>
            <div class="page">
                <p>
                    <strong>{ common::heading(&work.assessment) }</strong>{ " · " }{ seen(&work.rubric.short_name) }{ " · " }{ common::NOT_OFFICIAL }
                    if work.assessment.example {
                        { " " }<span class="tag">{ common::EXAMPLE }</span>
                    }
                    if let Some(tag) = verifikasi::tag(&work.assessment) {
                        { " " }<a class="tag" id="standing" href={Route::Verifikasi(Text::default()).hash()}>{ tag }</a>
                    }
                </p>
                <p class="save-line" role="status" data-state={if failed { "failed" } else { "saved" }}>{ common::save_line(save) }</p>
                if work.own {
                    <p class="own">{ common::OWN_RUBRIC }</p>
                }
                if due {
                    <p class="due" id="copy-due">
                        { common::COPY_DUE }
                        <button class="button" data-kind="quiet" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Download)}>{ common::DOWNLOAD }</button>
                    </p>
                }
            </div>
        </section>
    }
}

/// What [`troubles`] is given.
pub struct TroublesProps<'a> {
    /// Where the page stands.
    pub place: Place,
    /// Where the latest changes are.
    pub save: &'a SaveStatus,
    /// What the page itself carries, while it is only looked at.
    pub copy: Option<&'a Incoming>,
    /// Whether another tab writes the open assessment.
    pub overtaken: bool,
    /// Something to tell.
    pub notice: Option<&'a Notice>,
    /// What it is told of.
    pub work: Option<&'a Work>,
    /// Told what happened.
    pub dispatch: &'a Callback<Action>,
    /// Asked for what needs effects.
    pub ask: &'a Callback<Intent>,
}

/// Failed saves, another tab, and what is to be told once.
pub fn troubles(props: &TroublesProps<'_>) -> Html {
    let ask = |intent: Intent| {
        let ask = props.ask.clone();
        Callback::from(move |_: MouseEvent| ask.emit(intent.clone()))
    };
    let dispatch = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()))
    };
    let trouble = common::save_trouble(props.save, props.place);
    let none = trouble.is_none() && !props.overtaken && props.copy.is_none() && props.notice.is_none();
    let asks = matches!(props.notice, Some(Notice::RubricMeets(..)));
    // In a file nothing will ever be kept; what helps there is to pass it on.
    let send = props.place == Place::File && *props.save == SaveStatus::MemoryOnly;
    html! {
        <div class="page troubles" data-state={none.then_some("none")}>
            if let Some(copy) = props.copy {
                <div class="notice" data-kind="info" id="copy">
                    <p><strong>{ common::COPY_SHOWN }</strong>{ " " }{ common::COPY_HELP }</p>
                    if let Some(here) = &copy.replaces {
                        <p>{ kept_too(copy, here) }</p>
                    }
                    { noticed(copy) }
                    <div class="actions">
                        if let Some(here) = &copy.replaces {
                            <button class="button" data-kind="primary" type="button" onclick={ask(Intent::OpenSaved(here.id.clone()))}>{ common::GO_ON_HERE }</button>
                        }
                        <button class="button" type="button" onclick={ask(Intent::Look(None))}>{ common::TAKE_COPY }</button>
                    </div>
                </div>
            }
            if let Some((what, help)) = trouble {
                <div class="notice" data-kind="problem" role="alert" id="save-trouble">
                    <p><strong>{ what }</strong>{ " " }{ help }</p>
                    <div class="actions">
                        if send {
                            <button class="button" data-kind="primary" type="button" onclick={ask(Intent::Send)}>{ common::SEND }</button>
                        } else {
                            <button class="button" type="button" onclick={ask(Intent::Download)}>{ common::DOWNLOAD }</button>
                            <button class="button" data-kind="quiet" type="button" onclick={ask(Intent::SaveAgain)}>{ common::RETRY }</button>
                        }
                        if props.place == Place::Frame {
                            <a class="button" data-kind="quiet" href="./" target="_blank" rel="noopener">{ common::OWN_TAB }</a>
                        }
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
                if let Some(notice) = props.notice {
                    <div class="notice" data-kind="info" id="notice">
                        <p>{ told(notice, props.work) }</p>
                        if let Some(text) = offered(notice) {
                            <div class="field">
                                <label for="blocked-text">{ common::OFFERED }</label>
                                <textarea id="blocked-text" readonly=true value={AttrValue::from(text.clone())} />
                            </div>
                        }
                        <div class="actions">
                            { more(notice, props.work) }
                            if asks {
                                <button class="button" data-kind="danger" type="button" onclick={ask(Intent::ReplaceRubric)}>{ sendiri::REPLACE }</button>
                            }
                            if notice.is_undoable() {
                                <button class="button" type="button" onclick={dispatch(Action::Undone)}>{ common::UNDO }</button>
                            }
                            if let Some(text) = offered(notice).filter(|_| !matches!(notice, Notice::CopyBlocked(_))) {
                                <button class="button" type="button" onclick={ask(Intent::Copy(text.to_string()))}>{ common::COPY }</button>
                            }
                            <button class="button" data-kind="quiet" type="button" onclick={dispatch(Action::Noticed(None))}>{ if asks { common::CANCEL } else { common::CLOSE } }</button>
                        </div>
                    </div>
                }
            </div>
        </div>
    }
}

/// The way back, in sight wherever a view without a scoreboard is scrolled to.
pub fn undo(work: &Work, dispatch: &Callback<Action>) -> Html {
    let undo = dispatch.reform(|_: MouseEvent| Action::Undone);
    // Never `disabled`: a button that is loses the focus with the last undo.
    let idle = (work.undoable() == 0).then_some("true");
    let state = if idle.is_some() { "idle" } else { "ready" };
    html! {
        <div class="undo-dock" data-state={state}><button class="button" type="button" onclick={undo} aria-disabled={idle}>{ common::UNDO }</button></div>
    }
}

/// How far what is kept here is, beside what the page carries.
fn kept_too(copy: &Incoming, here: &Assessment) -> String {
    let answered = |card: &Scorecard| card.progress.answered;
    let here_answered = answered(&Scorecard::of(&copy.rubric, here));
    common::kept_too(here_answered, &here.updated_at, answered(&copy.scorecard))
}

/// What a notice says, with the answer that an undo came back to.
fn told(notice: &Notice, work: Option<&Work>) -> String {
    if let (Notice::Undone(ids, true), Some(work)) = (notice, work)
        && let [id] = ids.as_slice()
        && let Some((_, indicator)) = work.rubric.indicator(id)
    {
        let answer = work.assessment.answer(id);
        let said = answer
            .map_or_else(|| pengisian::UNANSWERED.to_owned(), |held| said(&work.rubric, indicator, held));
        // A code says enough; a bare number does not.
        let (code, rest) = said.split_once(" · ").unwrap_or((&said, ""));
        let is_bare = !rest.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        return common::undone(id, &common::to(if is_bare { rest } else { code }));
    }
    common::notice(notice)
}

fn more(notice: &Notice, work: Option<&Work>) -> Html {
    match notice {
        Notice::Undone(ids, _) => {
            let [id] = ids.as_slice() else { return Html::default() };
            let Some((place, _)) = work.and_then(|work| work.rubric.indicator(id)) else {
                return Html::default();
            };
            let dimension = work.and_then(|work| work.rubric.dimensions.get(place)).map(|one| one.id.clone());
            let href = Route::Pengisian(dimension.unwrap_or_default(), id.clone()).hash();
            html! { <a class="button" {href}>{ common::show(id) }</a> }
        }
        _ => Html::default(),
    }
}

/// The text to copy where no file may have arrived.
fn offered(notice: &Notice) -> Option<&Text> {
    match notice {
        Notice::Downloaded(_, text) | Notice::DownloadBlocked(text) | Notice::CopyBlocked(text) => {
            Some(text).filter(|text| !text.is_empty())
        }
        _ => None,
    }
}

/// What this page is not, and what it does not do; above the bar at the foot, where there is one.
pub fn footer(source: AttrValue, docked: bool) -> Html {
    html! {
        <footer class="footer" data-state={docked.then_some("docked")}>
            <div class="page stack" data-gap="small">
                <p>{ common::NOT_OFFICIAL }{ " " }{ common::NOTHING_SENT }</p>
                <p>{ source }</p>
            </div>
        </footer>
    }
}
