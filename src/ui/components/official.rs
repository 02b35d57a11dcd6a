//! The official result of this year: a form for it, and where the office was kinder to itself.
//!
//! Invariant: what cannot be read stays in its box and is named; nothing is noted until it is kept, and nothing typed is
//! lost until then.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::number::{Decimal, Score};
use crate::domain::official::{Gap, Official, Published, gap_of_score, gaps};
use crate::domain::rubric::{Rubric, Scale, ScaleKind};
use crate::format::number::read_comma;
use crate::state::{Action, Notice};
use crate::ui::components::boxes;
use crate::ui::components::field::Field;
use crate::ui::components::milestones::{MilestonesProps, Moment};
use crate::ui::components::workings::{grid, line};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::resmi;

pub use crate::ui::text::resmi::OWN_STATE;

/// The section of the page: `own` is what the official result is held against, `choice` chooses it.
pub fn section(props: &MilestonesProps, own: Option<&Moment>, choice: Html) -> Html {
    let (rubric, assessment) = (&props.work.rubric, &props.work.assessment);
    let official = assessment.official.clone().unwrap_or_default();
    if props.locked && assessment.official.is_none() {
        return Html::default();
    }
    let beside = own.map(|own| beside(rubric, own, &official, choice));
    html! {
        <section class="stack time" data-gap="small">
            <h2 id="official">{ resmi::TITLE }</h2>
            <p class="measure">{ resmi::LEAD }</p>
            if !props.locked {
                <OfficialForm rubric={rubric.clone()} {official} held={props.held.clone()} edit={props.edit.clone()} dispatch={props.dispatch.clone()} ask={props.ask.clone()} />
            }
            { beside.unwrap_or_default() }
        </section>
    }
}

/// Own numbers beside the published ones.
fn beside(rubric: &Rubric, own: &Moment, official: &Official, choice: Html) -> Html {
    let (mut parts, items) = gaps(rubric, &own.assessment, official);
    parts.splice(0..0, gap_of_score(rubric, &own.assessment, official));
    let (dimension, indicator) = (&*rubric.terms.dimension, &*rubric.terms.indicator);
    let kind = parts.iter().chain(&items).any(|gap| gap.by > 0);
    let none = parts.is_empty() && items.is_empty();
    html! {
        <>
            <h3>{ resmi::KIND }</h3>
            <div class="measure">{ choice }</div>
            if none {
                <p>{ resmi::NOTHING }</p>
            } else if !kind {
                <p>{ resmi::NOT_KIND }</p>
            }
            { table(rubric, "official-parts", dimension, &parts) }
            { table(rubric, "official-items", indicator, &items) }
        </>
    }
}

fn table(rubric: &Rubric, id: &str, head: &str, gaps: &[Gap]) -> Html {
    if gaps.is_empty() {
        return Html::default();
    }
    let mut lines = Vec::new();
    for gap in gaps {
        let places = gap.places(rubric);
        let scale = gap.at.1.and_then(|at| rubric.scale_at(gap.at.0, at));
        let name = match places {
            Some((_, Some(indicator))) => format!("{} · {}", indicator.id, indicator.name),
            Some((dimension, None)) => dimension.name.to_string(),
            None => resmi::WHOLE.to_owned(),
        };
        let head = html! { <>{ name }<p class="reading">{ resmi::kind(scale, gap) }</p></> };
        lines.push(line(head, None, &[resmi::value(scale, gap.own), resmi::value(scale, gap.official)]));
    }
    html! {
        <>
            <h4 id={id.to_owned()}>{ resmi::each(head) }</h4>
            { grid(id.to_owned(), &[head, &rubric.terms.own, &rubric.terms.official], lines) }
        </>
    }
}

/// Before the id of a dimension, the id of its box.
const PART: &str = "official-part-";
/// Before the id of an indicator, the id of its box.
const ITEM: &str = "official-item-";

#[derive(Properties, PartialEq)]
struct FormProps {
    rubric: Rc<Rubric>,
    official: Official,
    held: Map<Text>,
    edit: Callback<Edit>,
    dispatch: Callback<Action>,
    ask: Callback<Intent>,
}

/// One number that can be noted.
struct Slot<'a> {
    id: String,
    label: String,
    what: Published,
    scale: Option<&'a Scale>,
    low: Decimal,
    high: Decimal,
    held: Option<Decimal>,
}

/// What was typed, by the ids of the boxes, and whether it was to be kept already.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    texts: Map<Text>,
    tried: bool,
    /// Whether something was typed in each of the folds when the view was shown.
    unfolded: [bool; 2],
}

/// The boxes, kept all at once.
#[component]
fn OfficialForm(props: &FormProps) -> Html {
    let typed = use_state(|| {
        let has = |start: &str| props.held.keys().any(|id| id.starts_with(start));
        Typed { texts: props.held.clone(), tried: false, unfolded: [has(PART), has(ITEM)] }
    });
    let set = {
        let (typed, ask) = (typed.clone(), props.ask.clone());
        Callback::from(move |next: Typed| {
            ask.emit(Intent::Hold(boxes::OFFICIAL, boxes::written(&next.texts)));
            typed.set(next);
        })
    };
    let FormProps { rubric, official, .. } = props;
    let maximum = rubric.maximum;
    let part = |id: String, label: &Text, what: Published, held: Option<Decimal>| Slot {
        id,
        label: label.to_string(),
        what,
        scale: None,
        low: Decimal::ZERO,
        high: maximum,
        held,
    };
    let score = official.score.map(Score::decimal);
    let whole = [part("official-score".to_owned(), &rubric.terms.official, Published::Score, score)];
    let (mut parts, mut items) = (Vec::new(), Vec::new());
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        let (id, held) = (&dimension.id, official.dimensions.get(&dimension.id).copied());
        parts.push(part([PART, id].concat(), &dimension.name, Published::Dimension(id.clone()), held));
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            let Some(scale) = rubric.scale_at(place, at) else { continue };
            items.push(Slot {
                id: [ITEM, &indicator.id].concat(),
                label: format!("{} · {}", indicator.id, indicator.name),
                what: Published::Indicator(indicator.id.clone()),
                scale: Some(scale),
                low: scale.minimum(),
                high: scale.maximum(),
                held: official.indicators.get(&indicator.id).copied(),
            });
        }
    }
    let mut edits = Vec::new();
    let mut unread = Map::new();
    for slot in whole.iter().chain(&parts).chain(&items) {
        if let Some(text) = typed.texts.get(&slot.id) {
            match slot.read(text) {
                Ok(number) if number == slot.held => {}
                Ok(number) => edits.push(Edit::Publish(slot.what.clone(), number)),
                Err(()) => drop(unread.insert(slot.id.as_str().into(), text.clone())),
            }
        }
    }
    let unfolded = typed.unfolded;
    let keep = {
        let (set, edit, dispatch) = (set.clone(), props.edit.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if !edits.is_empty() {
                edit.emit(Edit::Several(edits.clone()));
            }
            if !edits.is_empty() || unread.is_empty() {
                dispatch.emit(Action::Noticed(Some(Notice::Published(edits.len()))));
            }
            set.emit(Typed { tried: !unread.is_empty(), texts: unread.clone(), unfolded });
        })
    };
    let fields = |slots: &[Slot<'_>]| slots.iter().map(|slot| slot.field(&typed, &set)).collect::<Html>();
    html! {
        <div class="stack measure screen" data-gap="small">
            { fields(&whole) }
            <details open={unfolded[0]}>
                <summary>{ resmi::each(&rubric.terms.dimension) }</summary>
                <div class="stack">
                    <p class="hint">{ resmi::FRACTION }</p>
                    { fields(&parts) }
                </div>
            </details>
            <details open={unfolded[1]}>
                <summary>{ resmi::each(&rubric.terms.indicator) }</summary>
                <div class="stack">{ fields(&items) }</div>
            </details>
            <div class="actions"><button class="button" type="button" onclick={keep}>{ resmi::KEEP }</button></div>
        </div>
    }
}

impl Slot<'_> {
    /// What a text says: a number or nothing.
    ///
    /// # Errors
    /// Where it cannot be read, or lies outside.
    fn read(&self, text: &str) -> Result<Option<Decimal>, ()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(ScaleKind::Levels(levels)) = self.scale.map(|scale| &scale.kind)
            && let Some(level) = levels.iter().find(|level| level.code.eq_ignore_ascii_case(text))
        {
            return Ok(Some(level.value));
        }
        let plain = |text: &str| read_comma(text.trim()).map_err(drop);
        let number = match text.split_once('/') {
            None => plain(text)?,
            Some((part, whole)) => share(plain(part)?, plain(whole)?, self.high).ok_or(())?,
        };
        // The score is published in hundredths.
        let fine = self.what == Published::Score && Score::rounded(number).decimal() != number;
        if number >= self.low && number <= self.high && !fine { Ok(Some(number)) } else { Err(()) }
    }

    /// Its box.
    fn field(&self, typed: &Typed, set: &Callback<Typed>) -> Html {
        let held = self.held.map(|held| resmi::code(self.scale, held)).unwrap_or_default();
        let text = typed.texts.get(&self.id).cloned().unwrap_or_else(|| held.into());
        let wrong = typed.tried && typed.texts.contains_key(&self.id) && self.read(&text).is_err();
        let onedit = {
            let (typed, id) = (typed.clone(), Text::from(self.id.as_str()));
            set.reform(move |text: Text| {
                let mut next = typed.clone();
                next.texts.insert(id.clone(), text);
                next
            })
        };
        Field::new(self.id.clone(), self.label.clone(), &text, onedit)
            .hint(resmi::hint(self.scale, self.low, self.high))
            .problem(wrong.then(|| resmi::problem(self.low, self.high).into()))
            .digits("text", None)
            .view()
    }
}

/// A part of a whole on a scale that ends at `high`, to hundredths, half up.
fn share(part: Decimal, whole: Decimal, high: Decimal) -> Option<Decimal> {
    let of = whole.ten_thousandths();
    let product = part.ten_thousandths().checked_mul(high.ten_thousandths())?;
    let units = product.checked_div(of).filter(|_| of > 0)?;
    Some(Score::rounded(Decimal::from_ten_thousandths(units)).decimal())
}
