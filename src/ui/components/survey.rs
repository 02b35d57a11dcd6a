//! Filling in assumptions from a survey of public satisfaction.
//!
//! Invariant: what is filled in is an assumption with its ground, by one edit; what is typed here stays until then.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice};
use crate::domain::edit::{AnswerEdit, Edit, Field as AnswerField};
use crate::domain::map::Map;
use crate::domain::number::Decimal;
use crate::domain::rubric::{Assessed, Indicator, Rubric, Scale};
use crate::domain::skm;
use crate::format::number::read_comma;
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::{pengisian, simulasi};

/// The place of the first *unsur* among the fields.
const ELEMENTS: usize = simulasi::SKM_FIELDS.len() - skm::ELEMENTS;

/// What [`Survey`] is given.
#[derive(Properties, PartialEq)]
pub struct SurveyProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The answers: which of them are assumptions.
    pub answers: Map<Rc<Answer>>,
    /// Told of the answers made.
    pub edit: Callback<Edit>,
}

/// What is typed and chosen.
#[derive(Clone, Default, PartialEq)]
struct Given {
    /// By place in [`simulasi::SKM_FIELDS`].
    texts: Vec<Text>,
    /// Ids of the indicators.
    chosen: Vec<Text>,
    /// Whether it was to be filled in already: then what is wrong is named.
    tried: bool,
    /// How many were filled in.
    done: usize,
}

impl Given {
    fn number(&self, place: usize) -> Option<Decimal> {
        self.texts.get(place).and_then(|text| read_comma(text).ok())
    }

    fn is_blank(&self, place: usize) -> bool {
        self.texts.get(place).is_none_or(|text| text.trim().is_empty())
    }

    /// The index of the nine *unsur*, where all can be read.
    fn of_elements(&self) -> Option<Decimal> {
        let elements: Vec<Decimal> =
            (ELEMENTS..self.texts.len()).filter_map(|place| self.number(place)).collect();
        skm::of_elements(&elements)
    }

    fn index(&self) -> Option<Decimal> {
        if self.is_blank(0) { self.of_elements() } else { self.number(0).and_then(skm::index) }
    }

    fn respondents(&self) -> Option<u32> {
        self.texts.get(1).and_then(|text| text.trim().parse().ok()).filter(|count| *count > 0)
    }

    /// Whether something is wrong with a field, as far as it is to be named yet.
    fn is_wrong(&self, place: usize) -> bool {
        let (blank, tried) = (self.is_blank(place), self.tried);
        match place {
            0 if blank => tried && self.of_elements().is_none(),
            0 => self.index().is_none(),
            1 if blank => tried,
            1 => self.respondents().is_none(),
            2 => tried && blank,
            _ => !blank && self.number(place).and_then(skm::element).is_none(),
        }
    }
}

/// The indicators that a survey may speak for: numbers that users are asked, or that are only assumed.
fn open(props: &SurveyProps) -> Vec<(&Indicator, &Scale)> {
    let mut open = Vec::new();
    for (_, indicator) in props.rubric.indicators().filter(|(_, indicator)| indicator.is_scored()) {
        let assumed =
            indicator.always_assumed || props.answers.get(&indicator.id).is_some_and(|answer| answer.assumed);
        let asked = indicator.assessed == Assessed::Survey;
        let scale = props.rubric.scale_of(indicator).filter(|scale| scale.is_continuous());
        open.extend(scale.filter(|_| assumed || asked).map(|scale| (indicator, scale)));
    }
    open
}

/// The section of the page; nothing where no indicator could be filled in so.
#[component]
pub fn Survey(props: &SurveyProps) -> Html {
    let given =
        use_state(|| Given { texts: vec![Text::default(); simulasi::SKM_FIELDS.len()], ..Given::default() });
    let open = open(props);
    if open.is_empty() {
        return Html::default();
    }
    let field = |place: usize| {
        let (own, now) = (given.clone(), (*given).clone());
        let set = Callback::from(move |text: Text| {
            let mut next = now.clone();
            if let Some(held) = next.texts.get_mut(place) {
                *held = text;
            }
            next.done = 0;
            own.set(next);
        });
        let none = Text::default();
        let text = given.texts.get(place).unwrap_or(&none);
        let label = simulasi::SKM_FIELDS.get(place).copied().unwrap_or_default();
        let problem = given.is_wrong(place).then(|| AttrValue::from(simulasi::skm_problem(place)));
        let field = Field::new(format!("skm-{place}"), label, text, set).problem(problem);
        let mode = if place == 1 { "numeric" } else { "decimal" };
        if place == 2 { field.view() } else { field.digits(mode, None).view() }
    };
    let proposals: Vec<_> = match (given.index(), given.respondents()) {
        (Some(index), Some(count)) => {
            open.iter().map(|(_, scale)| Some((index, count, skm::proposal(index, count, scale)))).collect()
        }
        _ => vec![None; open.len()],
    };
    let mut edits = Vec::new();
    let mut boxes = Vec::new();
    for ((indicator, scale), proposal) in open.iter().zip(proposals) {
        let checked = given.chosen.contains(&indicator.id);
        let unit = pengisian::unit(scale);
        if let Some((index, count, proposal)) = proposal.filter(|_| checked) {
            let ground =
                given.texts.get(2).map(|period| simulasi::skm_ground(period, count, index, &proposal, unit));
            edits.extend(
                [
                    AnswerEdit::Choose(Choice::Value(proposal.value)),
                    AnswerEdit::Assume(true),
                    AnswerEdit::Write(AnswerField::Ground, ground.unwrap_or_default().into()),
                ]
                .map(|edit| Edit::Answer(indicator.id.clone(), edit)),
            );
        }
        boxes.push(check(
            &given,
            indicator,
            checked,
            proposal.map(|(.., proposal)| simulasi::skm_proposal(&proposal, unit)),
        ));
    }
    let fill = {
        let (given, edit) = (given.clone(), props.edit.clone());
        let ready = !edits.is_empty() && !given.is_blank(2);
        Callback::from(move |_: MouseEvent| {
            let done = if ready { given.chosen.len() } else { 0 };
            given.set(Given { tried: !ready, done, ..(*given).clone() });
            if ready {
                edit.emit(Edit::Several(edits.clone()));
            }
        })
    };
    let nothing = given.tried && given.chosen.is_empty();
    html! {
        <section class="stack screen" data-gap="small">
            <h2>{ simulasi::SKM }</h2>
            <p class="hint measure">{ simulasi::SKM_LEAD }</p>
            <div class="stack measure">
                { field(0) }
                <details>
                    <summary>{ simulasi::SKM_ELEMENTS }</summary>
                    <div class="stack" data-gap="small">
                        <p class="hint">{ simulasi::SKM_ELEMENT_HINT }</p>
                        <div class="elements">{ for (ELEMENTS..given.texts.len()).map(field) }</div>
                        if let Some(index) = given.of_elements() {
                            <p role="status">{ simulasi::skm_index(index) }</p>
                        }
                    </div>
                </details>
                { field(1) }
                { field(2) }
                <fieldset class="stack" data-gap="small">
                    <legend>{ simulasi::SKM_FOR }</legend>
                    <p class="hint">{ simulasi::SKM_FOR_HINT }</p>
                    if nothing {
                        <p class="problem" role="status">{ simulasi::SKM_NONE }</p>
                    }
                    { for boxes }
                </fieldset>
                <div class="actions"><button class="button" type="button" onclick={fill}>{ simulasi::SKM_FILL }</button></div>
                <p role="status">{ if given.done > 0 { simulasi::skm_done(given.done) } else { String::new() } }</p>
            </div>
        </section>
    }
}

/// One indicator to fill in, with what is proposed for it.
fn check(
    given: &UseStateHandle<Given>,
    indicator: &Indicator,
    checked: bool,
    proposal: Option<String>,
) -> Html {
    let (own, id) = (given.clone(), indicator.id.clone());
    let onchange = Callback::from(move |_: Event| {
        let mut next = (*own).clone();
        next.chosen.retain(|other| *other != id);
        if !checked {
            next.chosen.push(id.clone());
        }
        next.done = 0;
        own.set(next);
    });
    let id = format!("skm-for-{}", indicator.id);
    let outside = if indicator.assessed == Assessed::Secondary { simulasi::SKM_OUTSIDE } else { "" };
    html! {
        <div class="check" key={&*indicator.id}>
            <input type="checkbox" id={id.clone()} {checked} {onchange} />
            <label for={id}>
                { indicator.id.clone() }{ " · " }{ indicator.name.clone() }{ outside }
                if let Some(proposal) = proposal {
                    { " " }<span class="code">{ proposal }</span>
                }
            </label>
        </div>
    }
}
