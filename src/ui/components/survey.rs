//! Filling in assumptions from a survey of public satisfaction.
//!
//! Invariant: what is filled in is an assumption with its ground, by one edit; what is typed here stays.

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
use crate::state::{Action, Notice};
use crate::ui::components::boxes;
use crate::ui::components::field::Field;
use crate::ui::components::sheet::said;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{pengisian, simulasi};

/// The place of the first *unsur* among the fields.
const ELEMENTS: usize = simulasi::SKM_FIELDS.len() - skm::ELEMENTS;

/// Before the id of an indicator, the id of the box that chooses it.
const FOR: &str = "skm-for-";

/// The id of a field.
fn box_id(place: usize) -> String {
    format!("skm-{place}")
}

/// What [`Survey`] is given.
#[derive(Properties, PartialEq)]
pub struct SurveyProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The answers: which of them are assumptions.
    pub answers: Map<Rc<Answer>>,
    /// What is typed and chosen here already.
    pub held: Map<Text>,
    /// Told of the answers made.
    pub edit: Callback<Edit>,
    /// Told what happened.
    pub dispatch: Callback<Action>,
    /// Asked to hold what is typed.
    pub ask: Callback<Intent>,
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
    /// Whether an *unsur* was typed when the view was shown.
    unfolded: bool,
}

impl Given {
    /// What was held of it.
    fn of(held: &Map<Text>) -> Self {
        let text = |place| held.get(&box_id(place)).cloned().unwrap_or_default();
        let chosen = held.keys().filter_map(|id| id.strip_prefix(FOR)).map(Text::from).collect();
        let texts: Vec<Text> = (0..simulasi::SKM_FIELDS.len()).map(text).collect();
        let unfolded = texts.iter().skip(ELEMENTS).any(|text| !text.is_empty());
        Self { texts, chosen, tried: false, unfolded }
    }

    /// What is to be held of it.
    fn boxes(&self) -> Map<Text> {
        let mut boxes = Map::new();
        for (place, text) in self.texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            boxes.insert(box_id(place).into(), text.clone());
        }
        for id in &self.chosen {
            boxes.insert([FOR, id].concat().into(), Text::default());
        }
        boxes
    }

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
        self.texts.get(1).and_then(|text| skm::respondents(text))
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
fn open<'a>(rubric: &'a Rubric, answers: &Map<Rc<Answer>>) -> Vec<(&'a Indicator, &'a Scale)> {
    let mut open = Vec::new();
    for (_, indicator) in rubric.indicators().filter(|(_, indicator)| indicator.is_scored()) {
        let assumed =
            indicator.always_assumed || answers.get(&indicator.id).is_some_and(|answer| answer.assumed);
        let asked = indicator.assessed == Assessed::Survey;
        let scale = rubric.scale_of(indicator).filter(|scale| scale.is_continuous());
        open.extend(scale.filter(|_| assumed || asked).map(|scale| (indicator, scale)));
    }
    open
}

/// Whether there is anything to fill in from a survey.
pub fn is_offered(rubric: &Rubric, answers: &Map<Rc<Answer>>) -> bool {
    !open(rubric, answers).is_empty()
}

/// The section of the page; nothing where no indicator could be filled in so.
#[component]
pub fn Survey(props: &SurveyProps) -> Html {
    let given = use_state(|| Given::of(&props.held));
    let open = open(&props.rubric, &props.answers);
    if open.is_empty() {
        return Html::default();
    }
    let set = {
        let (given, ask) = (given.clone(), props.ask.clone());
        Callback::from(move |next: Given| {
            ask.emit(Intent::Hold(boxes::SURVEY, boxes::written(&next.boxes())));
            given.set(next);
        })
    };
    let field = |place: usize| {
        let now = (*given).clone();
        let set = set.reform(move |text: Text| {
            let mut next = now.clone();
            if let Some(held) = next.texts.get_mut(place) {
                *held = text;
            }
            next
        });
        let none = Text::default();
        let text = given.texts.get(place).unwrap_or(&none);
        let label = simulasi::SKM_FIELDS.get(place).copied().unwrap_or_default();
        let problem = given.is_wrong(place).then(|| AttrValue::from(simulasi::skm_problem(place)));
        let field = Field::new(box_id(place), label, text, set).problem(problem);
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
    let mut checks = Vec::new();
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
        checks.push(check(
            &given,
            &set,
            indicator,
            checked,
            proposal.map(|(.., proposal)| {
                let held = props.answers.get(&indicator.id).filter(|held| held.choice.is_some());
                let now = held.map(|held| simulasi::skm_over(&said(&props.rubric, indicator, held)));
                simulasi::skm_proposal(&proposal, unit) + &now.unwrap_or_default()
            }),
        ));
    }
    let fill = {
        let (given, edit, dispatch) = (given.clone(), props.edit.clone(), props.dispatch.clone());
        let ready = !edits.is_empty() && !given.is_blank(2);
        Callback::from(move |_: MouseEvent| {
            given.set(Given { tried: !ready, ..(*given).clone() });
            if ready {
                edit.emit(Edit::Several(edits.clone()));
                dispatch.emit(Action::Noticed(Some(Notice::Assumed(given.chosen.len()))));
            }
        })
    };
    let nothing = given.tried && given.chosen.is_empty();
    html! {
        <section class="stack screen" data-gap="small">
            <h2 id="survey">{ simulasi::SKM }</h2>
            <p class="hint measure">{ simulasi::SKM_LEAD }</p>
            <div class="stack measure">
                { field(0) }
                <details open={given.unfolded}>
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
                    { for checks }
                </fieldset>
                <div class="actions"><button class="button" type="button" onclick={fill}>{ simulasi::SKM_FILL }</button></div>
            </div>
        </section>
    }
}

/// One indicator to fill in, with what is proposed for it.
fn check(
    given: &Given,
    set: &Callback<Given>,
    indicator: &Indicator,
    checked: bool,
    proposal: Option<String>,
) -> Html {
    let (given, id) = (given.clone(), indicator.id.clone());
    let onchange = set.reform(move |_: Event| {
        let mut next = given.clone();
        next.chosen.retain(|other| *other != id);
        if !checked {
            next.chosen.push(id.clone());
        }
        next
    });
    let id = [FOR, &indicator.id].concat();
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
