//! One indicator: question, documents, answer, and what stands beside it.
//!
//! Invariant: a card is drawn again only when its own answer, samples or mode change.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice, Sample};
use crate::domain::date::Date;
use crate::domain::edit::{AnswerEdit, Edit, Field as AnswerField};
use crate::domain::proposal::unreasoned;
use crate::domain::rubric::{Indicator, Mode, Panel, Rubric, Scale};
use crate::state::Route;
use crate::ui::components::field::Field;
use crate::ui::components::{asides, criteria, evidence, levels, samples, value};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bukti, pengisian};

/// What [`Card`] is given.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// Place of the dimension.
    pub dimension: usize,
    /// Place of the indicator in it.
    pub indicator: usize,
    /// What is held for it.
    pub answer: Option<Rc<Answer>>,
    /// All samples of the assessment.
    pub samples: Rc<Vec<Sample>>,
    /// Whether criteria count.
    pub mode: Mode,
    /// Whether it can only be read.
    pub locked: bool,
    /// Whether it is meant for other kinds of office.
    pub for_others: bool,
    /// The day documents are held against.
    pub today: Option<Date>,
    /// What a verifier says of it; may be empty.
    pub verdict: AttrValue,
    /// The indicator that this answer is higher than, though it seldom is.
    pub too_high: Option<Text>,
    /// Told every change.
    pub edit: Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// What the parts of a card draw from.
pub struct Face<'a> {
    /// The instrument.
    pub rubric: &'a Rubric,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its scale.
    pub scale: &'a Scale,
    /// What is held for it.
    pub answer: &'a Answer,
    /// The samples of that panel.
    pub samples: Vec<&'a Sample>,
    /// Whether criteria count.
    pub mode: Mode,
    /// Whether it can only be read.
    pub locked: bool,
    /// The day documents are held against.
    pub today: Option<Date>,
    /// Told every change to the assessment.
    pub edit: &'a Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: &'a Callback<Intent>,
}

impl Face<'_> {
    /// A callback that makes one change to this answer from whatever an event gives.
    pub fn on<E: 'static>(&self, change: impl Fn(E) -> AnswerEdit + 'static) -> Callback<E> {
        let id = self.indicator.id.clone();
        self.edit.reform(move |event| Edit::Answer(id.clone(), change(event)))
    }

    /// A field for one of the answer's texts.
    pub fn text(&self, name: &str, label: &'static str, value: &Text, which: AnswerField) -> Field {
        let id = format!("{}-{name}", self.indicator.id);
        Field::new(id, label, value, self.on(move |text| AnswerEdit::Write(which, text))).guarded()
    }

    /// Whether criteria alone decide.
    pub fn is_per_criterion(&self) -> bool {
        self.mode == Mode::PerCriterion && !self.indicator.criteria.is_empty()
    }

    /// Whether the answer is given per sample.
    pub fn is_sampled(&self) -> bool {
        !self.samples.is_empty() && (self.answer.choice.is_none() || self.is_left_out())
    }

    /// Whether it is *tidak relevan*.
    pub fn is_left_out(&self) -> bool {
        self.answer.choice == Some(Choice::NotApplicable)
    }

    /// Whether anything is answered.
    pub fn is_answered(&self) -> bool {
        let answer = self.answer;
        answer.choice.is_some()
            || !answer.samples.is_empty()
            || (self.is_per_criterion() && !answer.criteria.is_empty())
    }

    /// Whether the answer counts as an assumption.
    pub fn is_assumed(&self) -> bool {
        (self.answer.assumed || self.indicator.always_assumed) && !self.is_left_out()
    }
}

/// The card of one indicator.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let drawn = use_mut_ref(|| 0_u32);
    *drawn.borrow_mut() += 1;
    let drawn = *drawn.borrow();
    let rubric = &props.rubric;
    let found = rubric.dimensions.get(props.dimension).and_then(|d| d.indicators.get(props.indicator));
    let scale = rubric.scale_at(props.dimension, props.indicator);
    let (Some(indicator), Some(scale)) = (found, scale) else { return html! { <article hidden=true /> } };
    let blank = Answer::default();
    let panel = rubric.panel_of(indicator);
    let face = Face {
        rubric,
        indicator,
        scale,
        answer: props.answer.as_deref().unwrap_or(&blank),
        samples: panel.map(|panel| in_panel(rubric, panel, &props.samples)).unwrap_or_default(),
        mode: props.mode,
        locked: props.locked,
        today: props.today,
        edit: &props.edit,
        ask: &props.ask,
    };
    let id = &indicator.id;
    let hint_id = (!indicator.hint.is_empty()).then(|| format!("{id}-hint"));
    html! {
        <article class="card" id={format!("card-{id}")} data-state={state(&face)} data-drawn={drawn.to_string()}>
            <div class="card-head">
                <p>{ id }{ " · " }{ indicator.name.clone() }</p>
                <p>{ worth(&face) }</p>
            </div>
            <fieldset aria-describedby={hint_id.clone()} disabled={props.locked}>
                <legend><h3 class="question" id={format!("q-{id}")} tabindex="-1">{ indicator.question.clone() }</h3></legend>
                if let Some(hint_id) = hint_id {
                    <p class="hint" id={hint_id}>{ indicator.hint.clone() }</p>
                }
                { unconfirmed(&face) }
                if props.for_others {
                    { for_others(&face) }
                }
                if !face.is_left_out() {
                    { evidence::view(&face) }
                    if !indicator.criteria.is_empty() {
                        { criteria::view(&face) }
                    }
                }
                { answer(&face) }
                { reason(&face) }
                { foot(&face) }
                if let Some(other) = props.too_high.as_deref().and_then(|id| rubric.indicator(id)) {
                    <p class="remark">{ bukti::too_high(&other.1.id, &other.1.name) }</p>
                }
                { ground(&face) }
            </fieldset>
            if !props.verdict.is_empty() {
                <p class="hint verdict-line">{ props.verdict.clone() }</p>
            }
            { asides::view(&face) }
        </article>
    }
}

/// The samples that belong to a panel; one without panel belongs to the first of its kind.
fn in_panel<'a>(rubric: &Rubric, panel: &Panel, all: &'a [Sample]) -> Vec<&'a Sample> {
    let first =
        rubric.panels.iter().find(|other| other.kind == panel.kind).is_some_and(|first| first.id == panel.id);
    all.iter()
        .filter(|sample| {
            sample.kind == panel.kind && (sample.panel == panel.id || (first && sample.panel.is_empty()))
        })
        .collect()
}

fn state(face: &Face) -> &'static str {
    if !face.answer.typed.is_empty() {
        "problem"
    } else if face.answer.unconfirmed {
        "unconfirmed"
    } else if !face.is_answered() {
        "blank"
    } else if face.is_assumed() {
        "assumed"
    } else {
        "answered"
    }
}

fn worth(face: &Face) -> Html {
    let assumed = face
        .is_assumed()
        .then(|| html! { <span class="tag" data-kind="assumed">{ pengisian::ASSUMED_TAG }</span> });
    match face.rubric.worth(&face.indicator.id) {
        Some(range) => {
            let href = Route::Angka(face.indicator.id.clone()).hash();
            html! { <><a class="whence" {href}>{ pengisian::worth(range) }</a>{ " " }{ assumed }</> }
        }
        None => html! { <span class="tag">{ pengisian::UNSCORED_TAG }</span> },
    }
}

fn unconfirmed(face: &Face) -> Html {
    if !face.answer.unconfirmed {
        return Html::default();
    }
    html! {
        <div class="suggestion">
            <p><span class="tag">{ pengisian::UNCONFIRMED_TAG }</span>{ " " }{ pengisian::UNCONFIRMED }</p>
            <button class="button" type="button" onclick={face.on(|_: MouseEvent| AnswerEdit::Confirm)}>{ pengisian::CONFIRM }</button>
        </div>
    }
}

/// The proposal to leave out what is meant for others, with the reason; nothing once it is answered.
fn for_others(face: &Face) -> Html {
    if face.is_answered() || !face.indicator.not_applicable {
        return Html::default();
    }
    let kinds = face.indicator.applies_to.join(", ");
    let (edit, id) = (face.edit.clone(), face.indicator.id.clone());
    let reason = Text::from(pengisian::not_meant(&kinds));
    let leave_out = Callback::from(move |_: MouseEvent| {
        let changes = [
            AnswerEdit::Choose(Choice::NotApplicable),
            AnswerEdit::Write(AnswerField::Reason, reason.clone()),
        ];
        edit.emit(Edit::Several(changes.map(|change| Edit::Answer(id.clone(), change)).into()));
    });
    html! {
        <div class="suggestion">
            <p>{ pengisian::meant_for(&kinds) }</p>
            <button class="button" type="button" onclick={leave_out}>{ pengisian::LEAVE_OUT }</button>
        </div>
    }
}

fn answer(face: &Face) -> Html {
    if face.is_per_criterion() {
        return criteria::mean(face);
    }
    if !face.is_sampled() && !face.scale.is_continuous() {
        return levels::view(face);
    }
    let given = if face.is_left_out() {
        Html::default()
    } else if face.is_sampled() {
        samples::view(face)
    } else {
        value::view(face)
    };
    html! { <>{ given }{ levels::irrelevant(face) }</> }
}

fn reason(face: &Face) -> Html {
    if !face.is_left_out() {
        return Html::default();
    }
    html! {
        { face.text("reason", pengisian::REASON, &face.answer.reason, AnswerField::Reason).hint(pengisian::REASON_HINT).long().view() }
    }
}

/// Who worded the levels, the switch for assumptions, and the way back to blank.
fn foot(face: &Face) -> Html {
    let indicator = face.indicator;
    let id = format!("{}-assumed", indicator.id);
    let assumed = face.answer.assumed;
    let clear = {
        let samples: Vec<_> = face.answer.samples.keys().cloned().collect();
        let (edit, id) = (face.edit.clone(), indicator.id.clone());
        Callback::from(move |_: MouseEvent| {
            let samples = samples.iter().map(|sample| AnswerEdit::ChooseFor(sample.clone(), None));
            let edits = std::iter::once(AnswerEdit::Clear).chain(samples);
            edit.emit(Edit::Several(edits.map(|change| Edit::Answer(id.clone(), change)).collect()));
        })
    };
    html! {
        <>
            if !face.scale.is_continuous() && !face.is_per_criterion() && !face.is_left_out() {
                <p class="hint">{ pengisian::levels_basis(indicator.levels_basis) }</p>
            }
            if unreasoned(face.scale, face.answer) {
                <p class="remark">{ pengisian::TOP_NEEDS_REASON }</p>
            }
            <div class="answer-foot">
                if indicator.is_scored() && !indicator.always_assumed && !face.is_left_out() {
                    <div class="check">
                        <input type="checkbox" id={id.clone()} checked={assumed}
                            onchange={face.on(move |_: Event| AnswerEdit::Assume(!assumed))} />
                        <label for={id}>{ pengisian::ASSUME }</label>
                    </div>
                }
                if face.is_answered() {
                    <button class="button" data-kind="quiet" type="button" onclick={clear}>
                        { pengisian::CLEAR }<span class="visually-hidden">{ " " }{ indicator.id.clone() }</span>
                    </button>
                }
            </div>
        </>
    }
}

fn ground(face: &Face) -> Html {
    if !face.is_assumed() {
        return Html::default();
    }
    html! {
        { face.text("ground", pengisian::GROUND, &face.answer.ground, AnswerField::Ground).hint(pengisian::GROUND_HINT).long().view() }
    }
}
