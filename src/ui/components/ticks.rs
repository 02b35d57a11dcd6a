//! What is ticked while asking or looking, and the answer that it points to.
//!
//! Invariant: ticks change no answer; taking what they point to is a press of its own.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice, Sample};
use crate::domain::edit::{AnswerEdit, Edit};
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Panel, SampleKind};
use crate::state::Work;
use crate::ui::components::sheet;
use crate::ui::markup::html;
use crate::ui::text::{bukti, pengisian};

/// One indicator, asked of or looked at for one sample or as a whole.
pub struct Spot<'a> {
    /// What is worked on.
    pub work: &'a Work,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The product or person; none for the answer as a whole.
    pub sample: Option<&'a Sample>,
    /// Whether it can only be read.
    pub locked: bool,
    /// Told every change.
    pub edit: &'a Callback<Edit>,
}

impl Spot<'_> {
    fn answer(&self) -> Option<&Answer> {
        self.work.assessment.answer(&self.indicator.id)
    }

    fn key(&self) -> Text {
        self.sample.map(|sample| sample.id.clone()).unwrap_or_default()
    }

    /// What is ticked.
    pub fn ticks(&self) -> Vec<Text> {
        let (answer, key) = (self.answer(), self.key());
        let own = answer.iter().flat_map(|answer| &answer.ticks).filter(|(sample, _)| *sample == key);
        own.map(|(_, what)| what.clone()).collect()
    }

    /// A box to tick: its number, what it is kept as, what it is called.
    pub fn one(&self, at: usize, what: Text, label: Text) -> Html {
        let id = format!("tick-{}-{at}", self.indicator.id);
        let ticked = self.ticks().contains(&what);
        let (indicator, key) = (self.indicator.id.clone(), self.key());
        let change = self.edit.reform(move |_: Event| {
            Edit::Answer(indicator.clone(), AnswerEdit::Tick(key.clone(), what.clone(), !ticked))
        });
        html! {
            <div class="check">
                <input type="checkbox" id={id.clone()} checked={ticked} disabled={self.locked} onchange={change} />
                <label for={id}>{ label }</label>
            </div>
        }
    }

    /// The components of the indicator, each to be ticked.
    pub fn components(&self) -> Html {
        let items = self.indicator.components.items.iter().enumerate();
        items.map(|(at, item)| self.one(at, item.clone(), item.clone())).collect()
    }

    /// The level in the words of the instrument.
    pub fn words(&self, level: Decimal) -> String {
        sheet::level(&self.work.rubric, self.indicator, level)
    }

    /// What the ticks point to, in `words`, and the press that takes it over; and the answer there is.
    pub fn proposal(&self, level: Option<Decimal>, words: String) -> Html {
        let rubric = &self.work.rubric;
        let own = self.answer().and_then(|answer| match self.sample {
            Some(sample) if answer.choice.is_none() => answer.samples.get(&sample.id).copied(),
            _ => answer.choice,
        });
        let choice = level.map(Choice::Level);
        let taken = choice.is_some() && own == choice;
        let now = match own {
            Some(choice) => sheet::chosen(rubric, self.indicator, choice),
            None => pengisian::UNANSWERED.to_owned(),
        };
        let (indicator, sample) = (self.indicator.id.clone(), self.sample.map(|sample| sample.id.clone()));
        let take = self.edit.reform(move |_: MouseEvent| {
            let change = match (&sample, choice) {
                (Some(sample), choice) => AnswerEdit::ChooseFor(sample.clone(), choice),
                (None, Some(choice)) => AnswerEdit::Choose(choice),
                (None, None) => AnswerEdit::Clear,
            };
            Edit::Answer(indicator.clone(), change)
        });
        html! {
            <div class="suggestion">
                <div>
                    if choice.is_some() {
                        <p>{ words }</p>
                    }
                    <p class="hint">{ if taken { bukti::TAKEN.to_owned() } else { bukti::now(&now) } }</p>
                </div>
                if choice.is_some() && !taken && !self.locked {
                    <button class="button" type="button" onclick={take}>
                        { bukti::TAKE }<span class="visually-hidden">{ ": " }{ self.indicator.name.clone() }</span>
                    </button>
                }
            </div>
        }
    }
}

/// The products or persons an indicator is answered for, one by one; nobody where one answer stands for all.
pub fn samples_of<'a>(work: &'a Work, indicator: &Indicator, kind: SampleKind) -> Vec<&'a Sample> {
    let panel: Option<&Panel> = work.rubric.panel_of(indicator).filter(|panel| panel.kind == kind);
    panel.map_or_else(Vec::new, |panel| work.assessment.samples_of(&work.rubric, panel).collect())
}

/// An address within a view: what is shown, and the place of the sample, which is left out for the first.
pub fn address(what: &str, at: usize) -> Text {
    if at == 0 { what.into() } else { format!("{what}~{}", at + 1).into() }
}
