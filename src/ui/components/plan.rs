//! What to improve first: the goal, and the least plan that reaches it.
//!
//! Invariant: nothing is changed here but by an edit, and nothing is planned while the view is not shown.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::plan::{Aim, By, Plan};
use crate::domain::rubric::StepKind;
use crate::domain::scorecard::Figure;
use crate::domain::wanted::{Wanted, WantedEdit};
use crate::state::{Route, Work};
use crate::ui::components::band::{Scale, whole};
use crate::ui::components::field::{Field, chosen};
use crate::ui::components::history::subject;
use crate::ui::components::sheet;
use crate::ui::components::steps::{blocks, locks, settings, steps};
use crate::ui::hooks::use_plan;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, perbaikan, riwayat};

use StepKind::{Administrative, Decree, Physical};

/// Days after which a visit is so far away that its year may be wrong: two years.
const FAR: i64 = 2 * 365;

/// What [`PlanView`] is given.
#[derive(Properties, PartialEq)]
pub struct PlanProps {
    /// What is worked on.
    pub work: Work,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// The day it is, `2026-11-21`.
    pub today: String,
    /// Told of changes to the assessment.
    pub edit: Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view.
pub fn plan_view(
    work: &Work,
    locked: bool,
    today: String,
    edit: &Callback<Edit>,
    ask: &Callback<Intent>,
) -> Html {
    html! { <PlanView work={work.clone()} {locked} {today} edit={edit.clone()} ask={ask.clone()} /> }
}

/// The goal, and the plan worked out for it.
#[component]
pub fn PlanView(props: &PlanProps) -> Html {
    let work = &props.work;
    let (plan, end) = use_plan(work);
    let practice = work.assessment.practice;
    let none = Wanted::default();
    let wanted = work.assessment.wanted.as_ref().unwrap_or(&none);
    html! {
        <div class="stack sheet" data-gap="large" data-kind={practice.then_some("practice")}>
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ perbaikan::TITLE }</h1>
                if practice {
                    <p class="notice" data-kind="info">{ common::PRACTICE_NOTE }</p>
                } else {
                    { sheet::head(work) }
                }
                <p class="lead">{ perbaikan::LEAD }</p>
            </div>
            { goal(props, wanted, plan.as_deref()) }
            { result(props, wanted, plan.as_deref(), &end) }
            { settings(work, wanted, props.locked, &props.edit) }
            if !practice {
                <div class="actions"><a class="button" data-kind="primary" href={Route::Lembar("rencana".into()).hash()}>{ perbaikan::PRINT }</a></div>
            }
        </div>
    }
}

/// One change to the goal from what a control holds.
fn on(edit: &Callback<Edit>, change: fn(Text) -> WantedEdit) -> Callback<Text> {
    edit.reform(move |text| Edit::Wanted(change(text)))
}

/// A labelled choice of one: values with their words.
pub fn select(
    id: &str,
    label: &'static str,
    options: Vec<(Text, AttrValue)>,
    held: &str,
    onedit: &Callback<Text>,
) -> Html {
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} onchange={chosen(onedit)}>
                { for options.into_iter().map(|(value, words)| html! {
                    <option key={&*value} value={value.clone()} selected={*value == *held}>{ words }</option>
                }) }
            </select>
        </div>
    }
}

/// Values with words that are always the same.
fn fixed(options: &[(&str, &'static str)]) -> Vec<(Text, AttrValue)> {
    options.iter().map(|(value, words)| ((*value).into(), AttrValue::Static(words))).collect()
}

fn goal(props: &PlanProps, wanted: &Wanted, plan: Option<&Plan>) -> Html {
    let (work, edit) = (&props.work, &props.edit);
    let subject = subject(&work.assessment);
    let before = plan.map(|plan| match wanted.aim {
        Aim::Low => plan.before.full.low,
        Aim::Point => plan.before.point.unwrap_or(plan.before.full.low),
    });
    let from = before.and_then(|before| work.rubric.categories.of(before)).map(|own| &*own.id);
    let categories = &work.rubric.categories.items;
    let highest = categories.first().map(|own| &*own.id).unwrap_or_default();
    let mut targets = vec![(Text::default(), perbaikan::next(wanted.aim, from, highest).into())];
    for category in categories {
        targets.push((category.id.clone(), riwayat::reading(category, subject).into()));
    }
    let aims = fixed(&[("", perbaikan::AIM_POINT), ("low", perbaikan::AIM_LOW)]);
    let bys = fixed(&[("", perbaikan::BY_COUNT), ("effort", perbaikan::BY_EFFORT)]);
    let fitting = fixed(&perbaikan::KINDS_CHOSEN);
    let aim = if wanted.aim == Aim::Low { "low" } else { "" };
    let by = if wanted.by == By::Effort { "effort" } else { "" };
    let (fits, _) = perbaikan::fitting(&wanted.kinds);
    let each = wanted.each;
    let toggle = edit.reform(move |_: Event| Edit::Wanted(WantedEdit::Each(!each)));
    html! {
        <fieldset class="screen aims" disabled={props.locked}>
            <legend><h2>{ perbaikan::GOAL }</h2></legend>
            <div class="columns">
                { select("plan-target", perbaikan::TARGET, targets, &wanted.target, &on(edit, WantedEdit::Target)) }
                { select("plan-aim", perbaikan::AIM, aims, aim, &on(edit, |text| {
                    WantedEdit::Aim(if text.is_empty() { Aim::Point } else { Aim::Low })
                })) }
                { select("plan-by", perbaikan::BY, bys, by, &on(edit, |text| {
                    WantedEdit::By(if text.is_empty() { By::Count } else { By::Effort })
                })) }
                { select("plan-kinds", perbaikan::KINDS, fitting, fits, &on(edit, |text| {
                    WantedEdit::Kinds(match &*text {
                        "week" => vec![Administrative],
                        "decree" => vec![Administrative, Physical, Decree],
                        _ => Vec::new(),
                    })
                })) }
                { visit(props, wanted) }
            </div>
            if !work.assessment.samples.is_empty() {
                <div class="check">
                    <input type="checkbox" id="plan-each" checked={each} onchange={toggle} />
                    <label for="plan-each">{ perbaikan::EACH }</label>
                </div>
            }
        </fieldset>
    }
}

/// When the assessors come, and how long that is from now.
fn visit(props: &PlanProps, wanted: &Wanted) -> Html {
    let typed = !wanted.visit.trim().is_empty();
    let days =
        Date::read(&wanted.visit).zip(Date::read(&props.today)).map(|(visit, now)| visit.days_from(now));
    let problem = (typed && days.is_none()).then_some(AttrValue::Static(perbaikan::VISIT_PROBLEM));
    let far = days.is_some_and(|days| days.abs() > FAR).then_some(perbaikan::VISIT_FAR);
    html! {
        <div class="stack" data-gap="small">
            { Field::new("plan-visit".to_owned(), perbaikan::VISIT, &wanted.visit, on(&props.edit, WantedEdit::Visit))
                .hint(perbaikan::VISIT_HINT).problem(problem).remark(far).view() }
            if let Some(days) = days {
                <p id="countdown"><strong>{ perbaikan::countdown(days) }</strong></p>
            }
        </div>
    }
}

fn result(props: &PlanProps, wanted: &Wanted, plan: Option<&Plan>, end: &Callback<()>) -> Html {
    let work = &props.work;
    let subject = subject(&work.assessment);
    let told = plan.map_or_else(|| perbaikan::WORKING.to_owned(), |plan| perbaikan::summary(plan, wanted));
    let mut figures = Vec::new();
    if let Some(plan) = plan {
        let after = if plan.reachable { perbaikan::AFTER } else { perbaikan::AFTER_ALL };
        let [now, lowest] = perbaikan::NOW;
        let progress = &work.scorecard.progress;
        let now = if progress.answered < progress.total { lowest } else { now };
        let changes = !plan.reachable || !plan.changes.is_empty();
        figures.push(figure(
            work,
            perbaikan::figure(&work.rubric, now, &plan.before, subject),
            plan.before,
            plan.target,
        ));
        if changes {
            figures.push(figure(
                work,
                perbaikan::figure(&work.rubric, after, &plan.after, subject),
                plan.after,
                plan.target,
            ));
        }
    }
    html! {
        <section class="stack" data-gap="small" aria-labelledby="plan">
            <h2 id="plan" tabindex="-1">{ plan.map(|plan| perbaikan::heading(&work.rubric, plan, subject)).unwrap_or_default() }</h2>
            <p role="status"><strong>{ told }</strong></p>
            if plan.is_none() {
                <div class="actions screen"><button class="button" type="button" onclick={end.reform(|_: MouseEvent| ())}>{ perbaikan::ENOUGH }</button></div>
            }
            { for figures }
            if let Some(plan) = plan {
                if plan.reachable {
                    { steps(work, wanted, plan, props.locked, &props.edit) }
                } else {
                    { blocks(work, plan) }
                }
            }
            { locks(work, wanted, props.locked, &props.edit) }
        </section>
    }
}

/// A result in words and drawn.
fn figure(work: &Work, words: String, figure: Figure, target: usize) -> Html {
    let goal = work.rubric.categories.items.get(target).map(|target| target.bound);
    html! {
        <div>
            <p>{ words }</p>
            { whole(&work.rubric, figure, Scale::Bare, goal) }
        </div>
    }
}
