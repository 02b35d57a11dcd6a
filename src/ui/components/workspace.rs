//! Pengisian: dimensions, cards, scoreboard.
//!
//! Invariant: one dimension is drawn at a time, or what a search found.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Sample, Status};
use crate::domain::date::Date;
use crate::domain::edit::{Edit, UnitField};
use crate::domain::proposal::{meant_for_others, too_high};
use crate::domain::rubric::{Indicator, Mode, Panel};
use crate::domain::sampling::{apart, together};
use crate::domain::status::last_step;
use crate::domain::verification::is_outdated;
use crate::state::{Action, Notice, Route, Work};
use crate::ui::components::card::Card;
use crate::ui::components::conflicts::{open_here, waiting};
use crate::ui::components::field::Field;
use crate::ui::components::frame::undo;
use crate::ui::components::interview::has_interview;
use crate::ui::components::navigator::{NavigatorProps, matches, navigator};
use crate::ui::components::oversight::counts;
use crate::ui::components::scoreboard::{Scoreboard, wanted};
use crate::ui::components::sheet::said;
use crate::ui::components::walk::place_of;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi, common, home, pengisian, standing, verifikasi};

/// What [`workspace`] is given.
pub struct WorkspaceProps {
    /// What is worked on.
    pub work: Work,
    /// The samples, the same pointer while they stay the same.
    pub samples: Rc<Vec<Sample>>,
    /// Id of the dimension shown; empty for the first.
    pub dimension: Text,
    /// What is looked for.
    pub sought: Text,
    /// Whether it can only be read.
    pub locked: bool,
    /// The day documents are held against.
    pub today: Option<Date>,
    /// Whether it stands in a frame, where nothing stays in sight.
    pub framed: bool,
    /// Told every change.
    pub edit: Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
    /// Told what happened.
    pub dispatch: Callback<Action>,
}

/// The view for filling in.
pub fn workspace(props: &WorkspaceProps) -> Html {
    let work = &props.work;
    let rubric = &work.rubric;
    let samples = &props.samples;
    let place = rubric.dimensions.iter().position(|d| d.id == props.dimension).unwrap_or(0);
    let searching = !props.sought.trim().is_empty();
    let shown: Vec<(usize, usize, &Indicator)> = rubric
        .dimensions
        .iter()
        .enumerate()
        .filter(|(at, _)| searching || *at == place)
        .flat_map(|(at, dimension)| {
            dimension.indicators.iter().enumerate().map(move |(inner, i)| (at, inner, i))
        })
        .filter(|(_, _, indicator)| !searching || matches(indicator, &props.sought))
        .collect();
    let undo = props.dispatch.reform(|_: MouseEvent| Action::Undone);
    // Never `disabled`: a button that is loses the focus with the last undo.
    let idle = (work.undoable() == 0 || props.locked).then_some("true");
    let name = rubric.dimensions.get(place).map(|dimension| dimension.name.clone()).unwrap_or_default();
    html! {
        <div class="workspace">
            <h1 tabindex="-1" id="view-title">
                <span class="caption">{ pengisian::caption(place, rubric.dimensions.len()) }</span>
                if searching { { pengisian::found(shown.len()) } } else { { name } }
            </h1>
            <Scoreboard rubric={rubric.clone()} card={work.scorecard.clone()} goal={wanted(work)} oversight={counts(work, props.today)} docked=true>
                <button class="button undo" type="button" onclick={undo} aria-disabled={idle}>
                    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M8 3 3 8l5 5M3 8h9a5 5 0 0 1 0 10H9" /></svg>
                    <span>{ common::UNDO }</span>
                </button>
            </Scoreboard>
            { navigator(&NavigatorProps {
                rubric: rubric.clone(), card: work.scorecard.clone(), current: (!searching).then_some(place),
                sought: props.sought.clone(), dispatch: props.dispatch.clone(),
            }) }
            <div class="cards stack">
                if matches!(work.assessment.status, Status::Submitted | Status::Verified) && !props.locked {
                    <p class="notice" data-kind="info">{ verifikasi::UNDER_WAY }</p>
                }
                if work.assessment.status == Status::Approved && !props.locked {
                    <p class="notice" data-kind="info">{ verifikasi::approved(last_step(&work.assessment)) }</p>
                }
                <div class="folds">
                    { identity(props) }
                    { modes(props) }
                    { ways(work) }
                </div>
                { waiting(work) }
                { panels(props, &shown) }
                if shown.is_empty() {
                    <p>{ pengisian::NOTHING_FOUND }</p>
                }
                { cards(props, samples, &shown) }
                if !searching {
                    { onward(props, place) }
                }
            </div>
        </div>
    }
}

fn cards(props: &WorkspaceProps, samples: &Rc<Vec<Sample>>, shown: &[(usize, usize, &Indicator)]) -> Html {
    let assessment = &props.work.assessment;
    let mut heading = Text::default();
    shown
        .iter()
        .map(|(dimension, at, indicator)| {
            let heads = indicator.variable != heading && !indicator.variable.is_empty();
            heading = indicator.variable.clone();
            html! {
                <div class="stack card-place" key={indicator.id.clone()}>
                    if heads {
                        <h2 tabindex="-1">{ indicator.variable.clone() }</h2>
                    }
                    { open_here(&props.work, &indicator.id) }
                    <Card rubric={props.work.rubric.clone()} dimension={*dimension} indicator={*at}
                        answer={assessment.answers.get(&indicator.id).cloned()} samples={samples.clone()}
                        mode={assessment.mode} locked={props.locked} today={props.today} edit={props.edit.clone()} ask={props.ask.clone()}
                        verdict={verdict(&props.work, indicator)} too_high={too_high(&props.work.rubric, indicator, assessment).map(|other| other.id.clone())}
                        for_others={meant_for_others(indicator, &assessment.unit.kind)} />
                    if props.framed {
                        <div class="here">{ here(props, indicator) }</div>
                    }
                </div>
            }
        })
        .collect()
}

/// What came of the answer given last, below its card.
fn here(props: &WorkspaceProps, indicator: &Indicator) -> Html {
    let work = &props.work;
    if work.touched.as_ref() != Some(&indicator.id) || props.locked {
        return Html::default();
    }
    html! {
        <>
            <p><strong>{ standing::headline(&work.rubric, &work.scorecard) }</strong>{ " " }{ standing::short(&work.rubric, &work.scorecard) }</p>
            { undo(work, &props.dispatch) }
        </>
    }
}

/// What the verifier says of an answer; empty where nothing.
fn verdict(work: &Work, indicator: &Indicator) -> AttrValue {
    let Some(own) = work.assessment.verification.as_ref().filter(|own| own.says(&indicator.id)) else {
        return AttrValue::default();
    };
    let level = own.answer(&indicator.id).map(|answer| said(&work.rubric, indicator, answer));
    let finding = own.findings.get(&indicator.id).copied();
    let outdated = is_outdated(&work.assessment, &indicator.id);
    verifikasi::said(own, finding, &level.unwrap_or_default(), &own.note(&indicator.id), outdated).into()
}

/// Who is assessed, to be put right at any time.
fn identity(props: &WorkspaceProps) -> Html {
    if props.work.assessment.practice {
        return Html::default();
    }
    let unit = &props.work.assessment.unit;
    let field = |id: &str, label: &'static str, which: UnitField, value: &Text| {
        Field::new(id.to_owned(), label, value, props.edit.reform(move |text| Edit::Unit(which, text))).view()
    };
    let year = props.work.assessment.assessment_year.map(|year| year.to_string()).unwrap_or_default();
    let rubric = &props.work.rubric;
    let outside = props
        .work
        .assessment
        .assessment_year
        .is_some_and(|year| year < rubric.year_from || rubric.year_to.is_some_and(|to| year > to));
    let set_year =
        props.edit.reform(|text: Text| Edit::Year(text.trim().parse().ok().filter(|year| *year <= 9_999)));
    html! {
        <details class="identity">
            <summary>{ home::IDENTITY }</summary>
            <fieldset class="panel stack" data-gap="small" disabled={props.locked}>
                { field("unit-name", home::UNIT_NAME, UnitField::Name, &unit.name) }
                { field("unit-pemda", home::UNIT_PEMDA, UnitField::Pemda, &unit.pemda) }
                { field("unit-kind", home::UNIT_KIND, UnitField::Kind, &unit.kind) }
                { Field::new("unit-year".to_owned(), home::UNIT_YEAR, &year.into(), set_year)
                    .hint(home::years(rubric.year_from, rubric.year_to)).digits("numeric", None).view() }
                if outside {
                    <p class="remark">{ home::YEAR_OUTSIDE }</p>
                }
            </fieldset>
        </details>
    }
}

/// Ways to answers other than reading: asking, looking, and handing out shares.
fn ways(work: &Work) -> Html {
    html! {
        <>
            if !work.assessment.practice {
                <a class="way" href={Route::Bagi.hash()}>{ bagi::TITLE }</a>
            }
            if has_interview(work) {
                <a class="way" href={Route::Wawancara(Text::default()).hash()}>{ common::WAWANCARA }</a>
            }
            if work.rubric.indicators().any(|(_, indicator)| place_of(indicator).is_some()) {
                <a class="way" href={Route::Keliling(Text::default()).hash()}>{ common::KELILING }</a>
            }
        </>
    }
}

/// The choice between ways of counting, where the instrument has several.
fn modes(props: &WorkspaceProps) -> Html {
    let rubric = &props.work.rubric;
    if rubric.modes.len() < 2 {
        return Html::default();
    }
    let chosen = props.work.assessment.mode;
    let now = rubric.modes.iter().find(|offered| offered.mode == chosen).map(|offered| offered.name.clone());
    html! {
        <details class="modes">
            <summary>{ pengisian::MODE }{ ": " }{ now.unwrap_or_default() }</summary>
            <fieldset disabled={props.locked}>
            <legend class="visually-hidden">{ pengisian::MODE }</legend>
            <div class="levels">
                { for rubric.modes.iter().map(|offered| {
                    let mode = offered.mode;
                    let id = if mode == Mode::PerLevel { "mode-level" } else { "mode-criterion" };
                    html! {
                        <div class="level" key={id}>
                            <input type="radio" name="mode" {id} checked={chosen == mode} onchange={props.edit.reform(move |_: Event| Edit::Mode(mode))} />
                            <label for={id}>{ pengisian::mode(&offered.name, offered.provenance.basis) }</label>
                        </div>
                    }
                }) }
            </div>
            <p class="hint">{ pengisian::MODE_HINT }</p>
            </fieldset>
        </details>
    }
}

/// Switches between one answer and one per product or person, for the panels asked in what is shown.
fn panels(props: &WorkspaceProps, shown: &[(usize, usize, &Indicator)]) -> Html {
    let rubric = &props.work.rubric;
    let asked = |panel: &&Panel| shown.iter().any(|(_, _, indicator)| indicator.panel == panel.id);
    rubric.panels.iter().filter(asked).map(|panel| one_panel(props, panel)).collect()
}

fn one_panel(props: &WorkspaceProps, panel: &Panel) -> Html {
    let Work { rubric, assessment, .. } = &props.work;
    let own: Vec<&Sample> = assessment.samples_of(rubric, panel).collect();
    let toggle = {
        let (edit, dispatch) = (props.edit.clone(), props.dispatch.clone());
        let (rubric, assessment, panel) = (rubric.clone(), assessment.clone(), panel.clone());
        let is_apart = !own.is_empty();
        Callback::from(move |_: MouseEvent| {
            if is_apart {
                let (change, lost) = together(&rubric, &assessment, &panel);
                edit.emit(change);
                if !lost.is_empty() {
                    dispatch.emit(Action::Noticed(Some(Notice::SamplesRemoved(lost))));
                }
            } else {
                let names = (0..panel.count).map(|at| Text::from(pengisian::sample(&panel.name, at)));
                edit.emit(apart(&rubric, &assessment, &panel, names.collect()));
            }
        })
    };
    html! {
        <div class="panel names" key={&*panel.id}>
            { for own.iter().enumerate().map(|(at, sample)| {
                let id = sample.id.clone();
                let onedit = props.edit.reform(move |name| Edit::NameSample(id.clone(), name));
                let label = AttrValue::from(pengisian::sample(&panel.name, at));
                Field::new(format!("sample-{}", sample.id), label, &sample.name, onedit).guarded().view()
            }) }
            <div class="switch">
                <button class="button" type="button" onclick={toggle} disabled={props.locked}>
                    { if own.is_empty() { pengisian::per_sample(&panel.name, panel.count) } else { pengisian::PER_SAMPLE_OFF.to_owned() } }
                </button>
                <p class="hint">
                    { if own.is_empty() { pengisian::stands_for(&panel.name, panel.count) } else { pengisian::PER_SAMPLE_BACK.to_owned() } }
                </p>
            </div>
        </div>
    }
}

fn onward(props: &WorkspaceProps, place: usize) -> Html {
    let rubric = &props.work.rubric;
    let (href, label) = match rubric.dimensions.get(place + 1) {
        Some(next) => (
            Route::Pengisian(next.id.clone(), Text::default()).hash(),
            pengisian::next(&rubric.terms, &next.name),
        ),
        None => (Route::Cek.hash(), pengisian::TO_CHECK.to_owned()),
    };
    html! { <div class="actions"><a class="button" data-kind="primary" {href}>{ label }</a></div> }
}
